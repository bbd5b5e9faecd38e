/**
 * What the network learns from: sentences of the treebanks, some of them again as headlines are put
 * and set; and sentences of which only the words are known, for its teachers to speak about.
 */
import { type Splitter, textTokens } from "@hearsay/reader/model";
import { headlineCopies } from "./headlines.ts";
import type { NameCorpus } from "./names-data.ts";
import type { Lesson } from "./network/batches.ts";
import { resetCopies, type TrainingSentence } from "./treebank.ts";

/** `headed`: with sentences made into headlines. */
export function treeLessons(treebank: readonly TrainingSentence[], headed: boolean): Lesson[] {
  const headlines = headed ? headlineCopies(treebank, 13) : [];
  return [...treebank, ...headlines, ...resetCopies([...treebank, ...headlines], 11)].map(
    (words) => ({ forms: words.map(({ form }) => form), words }),
  );
}

/** Longer sentences than this are mostly lists, or two that were not parted. */
const longest = 60;
const shortest = 4;

const fit = ({ forms }: Lesson): boolean => forms.length >= shortest && forms.length <= longest;

/** The sentences of a running text. */
export function textLessons(text: string, splitter: Splitter): Lesson[] {
  const { form, first } = textTokens(text, splitter);
  return Array.from({ length: first.length - 1 }, (_, s) => ({
    forms: form.slice(first[s]!, first[s + 1]!),
  })).filter(fit);
}

/** The sentences of name corpora that are not in the treebanks. */
export function corpusLessons(
  { words }: NameCorpus,
  treebank: readonly TrainingSentence[],
): Lesson[] {
  const known = new Set(treebank.map((sentence) => sentence.map(({ form }) => form).join(" ")));
  return words
    .filter((forms) => !known.has(forms.join(" ")))
    .map((forms) => ({ forms }))
    .filter(fit);
}
