/** Trains the network that finds names (`model/namer.ts`), by Adam on the loss of its labels. */
import {
  type NameShape,
  nameLayer,
  nameWeightsOf,
  type Packing,
  packingOf,
  packWeights,
  padded,
  rowsOf,
  settingsOf,
  type Vocabulary,
  type WordSources,
  writeModel,
} from "@hearsay/reader/model";
import {
  type Actors,
  listBitCount,
  listBits,
  listsOf,
  type Units,
  unitsOf,
  type WordLists,
} from "@hearsay/reader/names";
import { chance, shuffled } from "./chance.ts";
import type { NameCorpus } from "./names-data.ts";
import { maskOf } from "./network/forward.ts";
import { Gradients } from "./network/gradients.ts";
import { type RecurrentWork, recurrentBack, runRecurrent } from "./network/recurrent.ts";
import { surely, type Targets, targetLoss } from "./network/targets.ts";
import { rateAt, readAttributes, start, valuesOf } from "./network/train.ts";

export interface NameTask {
  readonly corpus: NameCorpus;
  /** The tables as the reader has them: train again when they change. */
  readonly actors: Actors;
  readonly sources: WordSources;
  readonly lists: WordLists;
  /** `templates/name-attributes.txt`. */
  readonly attributes: string;
  readonly size: Pick<NameShape, "width" | "memory" | "layers">;
  readonly epochs: number;
  /** Units a step. */
  readonly batch: number;
  readonly rate: number;
  readonly dropout: number;
  /** Added to the score of every label but "O": what has learnt from few names is shy of new ones. */
  readonly boldness: number;
  readonly seed: number;
  readonly progress?: (line: string) => void;
}

interface Example {
  readonly size: number;
  /** Rows of each unit's attributes. */
  readonly rows: Int32Array;
  readonly list: Int32Array;
  readonly label: Targets;
  readonly source: number;
}

/** The bytes of the model file. */
export function makeNames(task: NameTask): Uint8Array {
  const { corpus, actors, sources, lists } = task;
  const units = unitsOf(actors, corpus.words.flat(), firstOf(corpus.words));
  const attributes = readAttributes(task.attributes);
  const values = valuesOf(sentencesOf(units), attributes, sources);
  const labels = [...new Set(corpus.labels.flat())].sort();
  const shape: NameShape = {
    ...task.size,
    attributes: attributes.map(({ name }, k) => ({ name, values: values[k]!.length + 1 })),
    labels: labels.length,
    lists: listBitCount,
    sources: Math.max(...corpus.source) + 1,
  };
  const rows = values.map((list) => new Map(list.map((value, k) => [value, k + 1])));
  const examples = examplesOf(task, units, { attributes: shape.attributes, sources, rows }, labels);
  const net = new Gradients(nameWeightsOf(shape));
  const next = chance(task.seed);
  for (const weight of net.list) start(weight, net.view(weight), shape.memory, next);
  net.back.seed(task.seed);
  const hidden = attributes.map((each) => each.hidden);
  descend(net, shape, examples, task, hidden, next);
  const bias = net.arithmetic.view(net.at("named.bias"), labels.length);
  labels.forEach((label, k) => {
    if (label !== "O") bias[k]! += task.boldness;
  });
  const facts = { license: "CC BY-SA 4.0", shape, labels, lists };
  return writeModel(
    { kind: "names", name: "english.names", version: 2, facts },
    {
      ...packWeights(net.list, net.all()),
      values: new Uint8Array(Int32Array.from(values.flat()).buffer),
    },
  );
}

function firstOf(sentences: readonly (readonly string[])[]): Int32Array {
  const first = new Int32Array(sentences.length + 1);
  sentences.forEach((words, s) => {
    first[s + 1] = first[s]! + words.length;
  });
  return first;
}

const sentencesOf = ({ form, first }: Units): { forms: readonly string[] }[] =>
  Array.from({ length: first.length - 1 }, (_, s) => ({
    forms: form.slice(first[s]!, first[s + 1]!),
  }));

/** Labels of units: that of a unit's first token. */
function unitLabels({ token, count }: Units, labels: readonly string[]): string[] {
  const own: string[] = [];
  for (let u = 0; u < count; u++) {
    const label = labels[token[u]!]!;
    const before = own.at(-1) ?? "O";
    const continues = label.startsWith("I-") && before.slice(1) === label.slice(1);
    own.push(label === "O" || continues ? label : `B-${label.slice(2)}`);
  }
  return own;
}

function examplesOf(
  { corpus, actors, lists }: NameTask,
  units: Units,
  vocabulary: Vocabulary,
  labels: readonly string[],
): Example[] {
  const { form, first } = units;
  const list = listsOf(units, actors, listBits(lists));
  const setting = settingsOf(form, first);
  const label = unitLabels(units, corpus.labels.flat()).map((each) => labels.indexOf(each));
  return corpus.source.map((source, s) => {
    const [from, to] = [first[s]!, first[s + 1]!];
    const rows = form
      .slice(from, to)
      .flatMap((each, k) => rowsOf(vocabulary, each, setting[from + k]!));
    return {
      size: to - from,
      rows: Int32Array.from(rows),
      list: list.subarray(from, to),
      label: surely(label.slice(from, to)),
      source,
    };
  });
}

function descend(
  net: Gradients,
  shape: NameShape,
  examples: readonly Example[],
  task: NameTask,
  hidden: readonly number[],
  next: () => number,
): void {
  /** Rows of a unit's attributes, some of them hidden. */
  const words = ({ rows }: Example, i: number): number[] => {
    const draw = next();
    return hidden.map((share, k) => (draw < share ? 0 : rows[i * hidden.length + k]!));
  };
  const count = examples.reduce((sum, { size }) => sum + size, 0);
  const steps = Math.ceil((task.epochs * count) / task.batch);
  let step = 0;
  for (let epoch = 1; epoch <= task.epochs; epoch++) {
    let loss = 0;
    const order = shuffled(examples, next);
    for (let from = 0; from < order.length; ) {
      let to = from;
      for (let held = 0; to < order.length && held < task.batch; to++) held += order[to]!.size;
      loss += learn(net, shape, order.slice(from, to), task.dropout, words);
      net.step(rateAt(Math.min(step++, steps - 1), steps, task.rate));
      from = to;
    }
    task.progress?.(`epoch ${epoch}: ${(loss / count).toFixed(4)} nats a unit`);
  }
}

type Words = (example: Example, i: number) => number[];

/** One step's gradients; gives its loss. */
function learn(
  net: Gradients,
  shape: NameShape,
  batch: readonly Example[],
  rate: number,
  words: Words,
): number {
  const { arithmetic, run, back } = net;
  const { width, memory } = shape;
  const mark = arithmetic.mark();
  net.forget();
  const packing = packingOf(firstOf(batch.map(({ size }) => ({ length: size }) as string[])));
  const { count } = packing;
  const drop = (x: number, length: number): number => {
    const mask = maskOf(net, length, rate);
    back.scaleBy(mask, x, length);
    return mask;
  };
  const added = addedRows(net, shape, batch, packing, words);
  const units = arithmetic.reserve(count * width);
  run.fillRows(net.at("unit.bias"), units, width, count, width);
  for (const [row, address] of added) run.add(address, units + 4 * row * width, width);
  run.rectify(units, count * width);
  const unitMask = drop(units, count * width);
  const layers: { x: number; inputs: number; work: RecurrentWork; mask: number }[] = [];
  for (let layer = 0; layer < shape.layers; layer++) {
    const before = layers.at(-1);
    const [x, inputs] = before ? [before.work.out, 2 * memory] : [units, width];
    const work = runRecurrent(net, nameLayer(layer), packing, x, inputs, memory);
    layers.push({ x, inputs, work, mask: drop(work.out, 2 * count * memory) });
  }
  let d = arithmetic.zeros(2 * count * memory);
  const loss = labelLoss(net, shape, batch, packing, layers.at(-1)!.work.out, d);
  for (let layer = shape.layers - 1; layer >= 0; layer--) {
    const { x, inputs, work, mask } = layers[layer]!;
    back.scaleBy(mask, d, 2 * count * memory);
    const dx = arithmetic.zeros(count * inputs);
    recurrentBack(net, nameLayer(layer), packing, work, x, inputs, memory, d, dx);
    d = dx;
  }
  back.scaleBy(unitMask, d, count * width);
  back.rectifyBack(units, d, count * width);
  for (const [row, address] of added) run.add(d + 4 * row * width, net.of(address), width);
  back.sumRows(d, width, net.of(net.at("unit.bias")), count, width);
  arithmetic.release(mark);
  return loss;
}

/** The vectors that words, lists and corpora add: packed row and address of each. */
function addedRows(
  net: Gradients,
  { attributes, width, lists }: NameShape,
  batch: readonly Example[],
  packing: Packing,
  words: Words,
): (readonly [row: number, address: number])[] {
  const added: (readonly [number, number])[] = [];
  const tables = attributes.map(({ name }) => net.at(`word.${name}`));
  let unit = 0;
  for (const example of batch)
    for (let i = 0; i < example.size; i++, unit++) {
      const row = packing.row[unit]!;
      const add = (address: number, k: number) => added.push([row, address + 4 * k * width]);
      words(example, i).forEach((value, k) => {
        add(tables[k]!, value);
      });
      for (let k = 0; k < lists; k++)
        if ((example.list[i]! >>> k) & 1) add(net.at("list.words"), k);
      add(net.at("list.source"), example.source);
    }
  return added;
}

/** The loss in nats; its gradient is added to the weights', and to `dOut`. */
function labelLoss(
  net: Gradients,
  { memory, labels }: NameShape,
  batch: readonly Example[],
  { count, row }: Packing,
  out: number,
  dOut: number,
): number {
  const columns = padded(labels);
  const scores = net.dense("named", out, count, 2 * memory, columns);
  let loss = 0;
  let unit = 0;
  for (const { size, label } of batch)
    for (let i = 0; i < size; i++, unit++) {
      const at = scores + 4 * row[unit]! * columns;
      loss += targetLoss(net, at, columns, labels, label, i, 1 / count);
    }
  net.denseBack("named", out, scores, count, 2 * memory, columns, dOut);
  return loss;
}
