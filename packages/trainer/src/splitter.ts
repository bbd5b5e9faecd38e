/** Trains the sentence splitter (`@hearsay/reader`, model/splitter.ts) from the treebanks' raw text. */
import { type ConlluSentence, rawText } from "@hearsay/evaluation/conllu";
import {
  type Clusters,
  type FeatureWeights,
  Looks,
  packLinear,
  partAt,
  readModel,
  readSplitter,
  type Splitter,
  splitSentences,
  splitterTemplates,
  writeModel,
} from "@hearsay/reader/model";
import { chance, shuffled } from "./chance.ts";
import { Perceptron } from "./perceptron.ts";

/** A paragraph's text and where its sentences end in it. */
export interface TrainingParagraph {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

export interface SplitterTask {
  readonly templates: string;
  readonly epochs: number;
  /** A place is learned from until it is decided by this much, in perceptron units. */
  readonly margin: number;
  /** One training a seed; their weights are added, so that no chance order of the examples decides. */
  readonly seeds: readonly number[];
  /** Features updated less often are left out. */
  readonly least: number;
  readonly progress?: (line: string) => void;
}

/** Sentences in the order of their file, as running text. */
export function trainingParagraphs(sentences: readonly ConlluSentence[]): TrainingParagraph[] {
  const groups: ConlluSentence[][] = [];
  sentences.forEach((sentence, s) => {
    if (s > 0 && sentences[s - 1]!.paragraph === sentence.paragraph) groups.at(-1)!.push(sentence);
    else groups.push([sentence]);
  });
  return groups.map((group) => {
    const ends = new Set(group.map((_, s) => rawText(group.slice(0, s + 1)).length));
    return { text: rawText(group), ends };
  });
}

interface Example {
  readonly features: Int32Array;
  /** 1 where a sentence ends. */
  readonly label: number;
}

export function splitterExamples(
  paragraphs: readonly TrainingParagraph[],
  templates: string,
  clusters: Clusters,
): Example[] {
  const compiled = splitterTemplates(templates);
  const looks = new Looks(clusters);
  const examples: Example[] = [];
  for (const { text, ends } of paragraphs) {
    const gold = (features: Int32Array, at: number): boolean => {
      const isEnd = ends.has(at);
      examples.push({ features: features.slice(), label: isEnd ? 1 : 0 });
      return isEnd;
    };
    partAt(text, 0, text.length, compiled, looks, gold, true);
  }
  return examples;
}

function learn(examples: readonly Example[], task: SplitterTask, seed: number): Perceptron {
  const perceptron = new Perceptron(2);
  const scores = new Float64Array(2);
  const next = chance(seed);
  for (let epoch = 1; epoch <= task.epochs; epoch++) {
    let wrong = 0;
    for (const { features, label } of shuffled(examples, next)) {
      perceptron.score(features, features.length, scores);
      const lead = scores[label]! - scores[1 - label]!;
      if (lead < 0 || (lead === 0 && label === 1)) wrong++;
      if (lead < task.margin) perceptron.update(features, features.length, label, 1 - label);
      perceptron.tick();
    }
    task.progress?.(
      `seed ${seed}, epoch ${epoch}: ${((100 * wrong) / examples.length).toFixed(2)} % wrong`,
    );
  }
  return perceptron;
}

/** The weights of several models as those of one. */
function added(models: readonly (readonly FeatureWeights[])[]): FeatureWeights[] {
  const sums = new Map<number, [number, number]>();
  for (const { feature, classes, weights } of models.flat()) {
    const sum = sums.get(feature) ?? [0, 0];
    classes.forEach((label, k) => {
      sum[label]! += weights[k]!;
    });
    sums.set(feature, sum);
  }
  return [...sums].map(([feature, weights]) => ({ feature, classes: [0, 1], weights }));
}

/** The bytes of the model file. */
export function makeSplitter(
  paragraphs: readonly TrainingParagraph[],
  clusters: Clusters,
  task: SplitterTask,
): Uint8Array {
  const examples = splitterExamples(paragraphs, task.templates, clusters);
  task.progress?.(`${examples.length} places`);
  const learned = task.seeds.map((seed) => learn(examples, task, seed).averaged(task.least));
  const { sections, scale } = packLinear(added(learned), "linear");
  const facts = { license: "CC BY-SA 4.0", templates: task.templates, scale };
  return writeModel({ kind: "splitter", name: "english.splitter", version: 1, facts }, sections);
}

const percent = (right: number, gold: number, found: number): number =>
  Math.round((20_000 * right) / (gold + found)) / 100;

/** F1 of sentences, in per cent: right is one whose both ends are. */
export function scoreSplitter(
  splitter: Splitter,
  paragraphs: readonly TrainingParagraph[],
): number {
  const counts = countRight(splitter, paragraphs);
  return percent(counts.right, counts.gold, counts.found);
}

function countRight(splitter: Splitter, paragraphs: readonly TrainingParagraph[]) {
  const counts = { right: 0, gold: 0, found: 0 };
  for (const { text, ends } of paragraphs) {
    const found = splitSentences(splitter, text, 0, text.length);
    let last = 0;
    let openSince = 0;
    const wanted = new Map<number, number>();
    for (const end of ends) {
      wanted.set(end, last);
      last = end;
    }
    for (const [, end] of found) {
      if (wanted.get(end) === openSince) counts.right++;
      openSince = end;
    }
    counts.gold += ends.size;
    counts.found += found.length;
  }
  return counts;
}

/** F1 for each list of paragraphs, each of `folds` parts split by a model trained on the others. */
export function crossValidated(
  lists: readonly (readonly TrainingParagraph[])[],
  clusters: Clusters,
  task: SplitterTask,
  folds: number,
): number[] {
  const sums = lists.map(() => ({ right: 0, gold: 0, found: 0 }));
  for (let fold = 0; fold < folds; fold++) {
    const held = (list: readonly TrainingParagraph[], k: number): boolean =>
      Math.floor((k * 4 * folds) / list.length) % folds === fold;
    const others = lists.flatMap((list) => list.filter((_, k) => !held(list, k)));
    const splitter = readSplitter(readModel(makeSplitter(others, clusters, task)), clusters);
    lists.forEach((list, l) => {
      const counts = countRight(
        splitter,
        list.filter((_, k) => held(list, k)),
      );
      const sum = sums[l]!;
      sum.right += counts.right;
      sum.gold += counts.gold;
      sum.found += counts.found;
    });
  }
  return sums.map(({ right, gold, found }) => percent(right, gold, found));
}
