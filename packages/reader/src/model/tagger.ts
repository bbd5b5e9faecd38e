/** Universal and Penn tags in one decision: a class is "NOUN NN". */
import type { Tags } from "../reading/layers.ts";
import type { Model } from "./container.ts";
import { type Columns, labelSequence, readSequence, type SequenceModel } from "./sequence.ts";

export interface Tagger {
  readonly sequence: SequenceModel;
  readonly uposNames: readonly string[];
  readonly xposNames: readonly string[];
  /** By class. */
  readonly uposOf: Uint8Array;
  readonly xposOf: Uint8Array;
}

export function taggerOf(sequence: SequenceModel): Tagger {
  const pairs = sequence.linear.classes.map((each) => each.split(" "));
  const uposNames = [...new Set(pairs.map(([upos]) => upos!))].sort();
  const xposNames = [...new Set(pairs.map(([, xpos]) => xpos!))].sort();
  return {
    sequence,
    uposNames,
    xposNames,
    uposOf: Uint8Array.from(pairs, ([upos]) => uposNames.indexOf(upos!)),
    xposOf: Uint8Array.from(pairs, ([, xpos]) => xposNames.indexOf(xpos!)),
  };
}

export const readTagger = (model: Model): Tagger => taggerOf(readSequence(model));

/** `columns` from `wordColumns`, `words` what they follow from; `first` as in `Tokens`. */
export function tagWords(
  tagger: Tagger,
  columns: Columns,
  words: readonly string[],
  first: Int32Array,
): Tags {
  const { label, margin } = labelSequence(tagger.sequence, columns, words, first);
  const upos = new Uint8Array(margin.length);
  const xpos = new Uint8Array(margin.length);
  for (let i = 0; i < margin.length; i++) {
    upos[i] = tagger.uposOf[label[i]!]!;
    xpos[i] = tagger.xposOf[label[i]!]!;
  }
  return { upos, xpos, uposNames: tagger.uposNames, xposNames: tagger.xposNames, margin };
}
