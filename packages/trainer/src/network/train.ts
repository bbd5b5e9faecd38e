/** Trains the network that tags and parses, by Adam on the sum of its losses. */
import {
  looksOf,
  packWeights,
  type Shape,
  settingsOf,
  type Vocabulary,
  type Weight,
  type WordSources,
  weightsOf,
} from "@hearsay/reader/model";
import { chance } from "../chance.ts";
import { batchesOf, type Classes, type Example, exampleOf, type Lesson } from "./batches.ts";
import { encodeBack, encodeBatch } from "./forward.ts";
import { Gradients } from "./gradients.ts";
import { lossesOf } from "./losses.ts";

export interface NetworkTask {
  readonly lessons: readonly Lesson[];
  readonly sources: WordSources;
  /** `templates/network.txt`. */
  readonly attributes: string;
  readonly size: Pick<Shape, "width" | "memory" | "layers" | "arc" | "relation">;
  readonly epochs: number;
  /** Tokens a step. */
  readonly batch: number;
  readonly rate: number;
  /** Share of numbers left out at random. */
  readonly dropout: number;
  readonly seed: number;
  readonly progress?: (line: string) => void;
}

export interface Attribute {
  readonly name: string;
  readonly least: number;
  /** Share of words in which it is hidden. */
  readonly hidden: number;
}

/** Throws on a line that is no attribute. */
export function readAttributes(text: string): Attribute[] {
  return text.split("\n").flatMap((line, at) => {
    const [name, least, hidden, ...more] = line.split("#")[0]!.trim().split(/\s+/);
    if (!name) return [];
    if (hidden === undefined || more.length > 0 || Number.isNaN(Number(least) + Number(hidden)))
      throw new Error(
        `network.txt:${at + 1}: ${JSON.stringify(line)} is no attribute; write NAME LEAST HIDDEN`,
      );
    return [{ name, least: Number(least), hidden: Number(hidden) / 100 }];
  });
}

/** The values of each attribute that were met often enough, commonest first. */
export function valuesOf(
  lessons: readonly Pick<Lesson, "forms">[],
  attributes: readonly Attribute[],
  sources: WordSources,
): number[][] {
  const counts = attributes.map(() => new Map<number, number>());
  for (const { forms } of lessons) {
    const setting = settingsOf(forms, Int32Array.of(0, forms.length));
    forms.forEach((form, i) => {
      const looks = looksOf(sources, form, setting[i]!);
      attributes.forEach(({ name }, k) => {
        const value = looks[name];
        if (value === undefined) throw new Error(`network.txt: "${name}" is no attribute of words`);
        counts[k]!.set(value, (counts[k]!.get(value) ?? 0) + 1);
      });
    });
  }
  return counts.map((each, k) =>
    [...each]
      .filter(([, count]) => count >= attributes[k]!.least)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([value]) => value),
  );
}

const sortedSet = (names: readonly string[]): string[] => [...new Set(names)].sort();

function classesOf(lessons: readonly Lesson[]): Classes {
  const words = lessons.flatMap((each) => each.words ?? []);
  return {
    tags: sortedSet(words.map(({ upos, xpos }) => `${upos} ${xpos}`)),
    relations: sortedSet(words.map(({ relation }) => relation)),
  };
}

export interface TrainedNetwork {
  readonly sections: Readonly<Record<string, Uint8Array>>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** All that a network is trained with: its shape, the rows of words, the names of classes. */
export interface Plan {
  readonly attributes: readonly Attribute[];
  readonly values: readonly (readonly number[])[];
  readonly classes: Classes;
  readonly shape: Shape;
  readonly vocabulary: Vocabulary;
}

/** A plan from the lessons; `more` are sentences whose words count too, though nothing else is known. */
export function planOf(
  { attributes: text, lessons, sources, size }: NetworkTask,
  more: readonly Lesson[] = [],
): Plan {
  const attributes = readAttributes(text);
  const values = valuesOf([...lessons, ...more], attributes, sources);
  const classes = classesOf(lessons);
  const shape: Shape = {
    ...size,
    attributes: attributes.map(({ name }, k) => ({ name, values: values[k]!.length + 1 })),
    tags: classes.tags.length,
    relations: classes.relations.length,
  };
  const rows = values.map((list) => new Map(list.map((value, k) => [value, k + 1])));
  return {
    attributes,
    values,
    classes,
    shape,
    vocabulary: { sources, attributes: shape.attributes, rows },
  };
}

export const examplesOf = (lessons: readonly Lesson[], { vocabulary, classes }: Plan): Example[] =>
  lessons.map((each) => exampleOf(each, vocabulary, classes));

/** Learns from examples whose rows are those of the plan. */
export function trainOn(
  examples: readonly Example[],
  { attributes, values, classes, shape }: Plan,
  task: NetworkTask,
): TrainedNetwork {
  const net = new Gradients(weightsOf(shape));
  const next = chance(task.seed);
  for (const weight of net.list) start(weight, net.view(weight), shape.memory, next);
  net.back.seed(task.seed);
  descend(net, shape, examples, task, attributes, next);
  return {
    sections: {
      ...packWeights(net.list, net.all()),
      values: new Uint8Array(Int32Array.from(values.flat()).buffer),
    },
    facts: {
      shape,
      attributes: task.attributes,
      tagNames: classes.tags,
      relationNames: classes.relations,
    },
  };
}

export function trainNetwork(task: NetworkTask): TrainedNetwork {
  const plan = planOf(task);
  return trainOn(examplesOf(task.lessons, plan), plan, task);
}

/** Normal numbers by Box & Muller (1958). */
const normal = (next: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Weights of the memory's gates. */
const gates = /^(?:layer|names)\d+\.(?:input|bias|forwards|backwards)$/;

/** First values: vectors small, matrices by Glorot & Bengio (2010), little is taken in. */
export function start(
  { name, rows, columns }: Weight,
  numbers: Float32Array,
  memory: number,
  next: () => number,
): void {
  if (name.endsWith(".gain")) numbers.fill(1);
  else if (gates.test(name) && rows === 1) {
    numbers.fill(-1, 0, memory);
    numbers.fill(-1, 3 * memory, 4 * memory);
  } else if (name.endsWith(".bias") || /^(tag|list)\./.test(name) || name === "root")
    numbers.fill(0);
  else if (name.startsWith("word."))
    for (let k = 0; k < numbers.length; k++) numbers[k] = 0.1 * normal(next);
  else {
    const outputs = gates.test(name) ? memory : columns;
    const most = Math.sqrt(6 / (rows + outputs));
    for (let k = 0; k < numbers.length; k++) numbers[k] = most * (2 * next() - 1);
  }
}

/** From nothing up to the full rate, then down along half a cosine (Loshchilov & Hutter 2017). */
export function rateAt(step: number, steps: number, most: number): number {
  const warm = Math.min(1, (step + 1) / Math.min(200, Math.ceil(steps / 10)));
  return most * warm * (0.5 * (1 + Math.cos((Math.PI * step) / steps)) * 0.99 + 0.01);
}

function descend(
  net: Gradients,
  shape: Shape,
  examples: readonly Example[],
  task: NetworkTask,
  attributes: readonly Attribute[],
  next: () => number,
): void {
  const hidden = attributes.map((each) => each.hidden);
  const dropping = { rate: task.dropout, next };
  const perEpoch = batchesOf(examples, task.batch, chance(task.seed)).length;
  let step = 0;
  for (let epoch = 1; epoch <= task.epochs; epoch++) {
    const sums = { tag: 0, head: 0, relation: 0 };
    const batches = batchesOf(examples, task.batch, next);
    for (const batch of batches) {
      const mark = net.arithmetic.mark();
      net.forget();
      const done = encodeBatch(net, shape, batch, hidden, dropping);
      const dSeen = net.arithmetic.zeros(done.count * 2 * shape.memory);
      const losses = lossesOf(net, shape, batch, done, dSeen, task.dropout);
      encodeBack(net, shape, done, dSeen);
      net.step(rateAt(step++, perEpoch * task.epochs, task.rate));
      net.arithmetic.release(mark);

      for (const key of ["tag", "head", "relation"] as const) sums[key] += losses[key];
    }
    const said = Object.entries(sums).map(
      ([name, sum]) => `${name} ${(sum / batches.length).toFixed(3)}`,
    );
    task.progress?.(`epoch ${epoch}: ${said.join(", ")} nats a word`);
  }
}
