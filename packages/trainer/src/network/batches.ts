/** Sentences as the network sees them, and batches of them. */
import { rowsOf, settingsOf, type Vocabulary } from "@hearsay/reader/model";
import { shuffled } from "../chance.ts";
import type { TrainingSentence } from "../treebank.ts";
import { surely, type Targets } from "./targets.ts";

export interface Example {
  readonly size: number;
  /** Row of each attribute's value, attributes of a token in a row. */
  readonly rows: Int32Array;
  readonly tree?: Tree;
}

export interface Tree {
  readonly tag: Targets;
  /** Index of the head within the sentence and one, 0 for the root. */
  readonly head: Targets;
  /** The head that the relation is told for, -1 for the root. */
  readonly governor: Int32Array;
  readonly relation: Targets;
}

/** A sentence to learn from, whatever is known of it. */
export interface Lesson {
  readonly forms: readonly string[];
  readonly words?: TrainingSentence;
}

/** The names of all classes, in order. */
export interface Classes {
  readonly tags: readonly string[];
  readonly relations: readonly string[];
}

export function exampleOf(
  { forms, words }: Lesson,
  vocabulary: Vocabulary,
  classes: Classes,
): Example {
  const setting = settingsOf(forms, Int32Array.of(0, forms.length));
  const tree = words && {
    tag: surely(words.map(({ upos, xpos }) => classes.tags.indexOf(`${upos} ${xpos}`))),
    head: surely(words.map(({ head }) => head + 1)),
    governor: Int32Array.from(words, ({ head }) => head),
    relation: surely(words.map(({ relation }) => classes.relations.indexOf(relation))),
  };
  return {
    size: forms.length,
    rows: Int32Array.from(forms.flatMap((form, i) => rowsOf(vocabulary, form, setting[i]!))),
    ...(tree ? { tree } : {}),
  };
}

/** Sentences of about the same length together, `tokens` a batch; batches in any order. */
export function batchesOf(
  examples: readonly Example[],
  tokens: number,
  next: () => number,
): (readonly Example[])[] {
  const keyed = shuffled(examples, next).map((each) => ({ each, key: each.size + 6 * next() }));
  keyed.sort((a, b) => a.key - b.key);
  const batches: Example[][] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const { each } of keyed) {
    if (held + each.size > tokens) {
      batches.push([]);
      held = 0;
    }
    batches.at(-1)!.push(each);
    held += each.size;
  }
  return shuffled(batches, next);
}
