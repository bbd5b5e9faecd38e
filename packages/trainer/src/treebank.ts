/** Treebanks as training data: columns of words, and copies set as headlines are. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type ConlluSentence, readConllu } from "@hearsay/evaluation/conllu";
import { chance } from "./chance.ts";

export interface TrainingWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly head: number;
  readonly relation: string;
  /** Label of the name it is part of, where names are known: "B-PER", "I-PER" … "O". */
  readonly name?: string;
}

export type TrainingSentence = readonly TrainingWord[];

/** GUM's conversations have a doubtful licence: nothing is learned from them. */
const excluded = /^GUM_conversation_/;

export const readTreebank = (path: string): ConlluSentence[] =>
  readConllu(readFileSync(path, "utf8")).filter(({ id }) => !excluded.test(id));

/** What the treebanks are called, and their folders. */
export const treebanks = { EWT: "ewt", "GUM (open part)": "gum-open" } as const;

export const treebankFolders = Object.values(treebanks);

export const trainingSentences = (data: string): TrainingSentence[] =>
  treebankFolders
    .flatMap((name) => readTreebank(join(data, "treebanks", name, "train.conllu")))
    .map(({ words }) => words);

const small = new Set("a an the and but or nor for of to in on at by as with from".split(" "));
const capitalised = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);

const settings: readonly ((form: string, k: number) => string)[] = [
  // Title Case with small words small, as American papers set headlines
  (form, k) => (k > 0 && small.has(form.toLowerCase()) ? form : capitalised(form)),
  (form) => capitalised(form),
  (form) => form.toUpperCase(),
  (form) => form.toLowerCase(),
];
const shares = [0.08, 0.11, 0.14, 0.17];

/**
 * Some sentences again with their words set otherwise, so that case is a hint and no proof. Three
 * in four lose their full stop.
 */
export function resetCopies(
  sentences: readonly TrainingSentence[],
  seed: number,
): TrainingSentence[] {
  const next = chance(seed);
  const copies: TrainingSentence[] = [];
  for (const words of sentences) {
    const draw = next();
    const kind = shares.findIndex((share) => draw < share);
    const stopless = next() < 0.75;
    if (kind < 0 || words.length < 4) continue;
    const last = words.at(-1)!;
    const bare =
      stopless && last.form === "." && words.every(({ head }) => head !== words.length - 1);
    const kept = bare ? words.slice(0, -1) : words;
    copies.push(
      kept.map((word, k) =>
        /^n?['’]/.test(word.form) && kind < 2
          ? word
          : { ...word, form: settings[kind]!(word.form, k) },
      ),
    );
  }
  return copies;
}
