/**
 * Where a reader's trees differ from a treebank's: counts of right and wrong words by any trait of
 * theirs. Relations count without their subtypes, as in the scores.
 */
import type { ConlluSentence, ConlluWord } from "@hearsay/evaluation/conllu";
import { type AnalysedWord, plain } from "@hearsay/evaluation/language";

export interface JudgedSentence {
  readonly gold: ConlluSentence;
  readonly found: readonly AnalysedWord[];
}

/** A word of the treebank with what was found of it. */
export interface JudgedWord {
  readonly gold: ConlluWord;
  readonly found: AnalysedWord;
  /** Index within the sentence. */
  readonly index: number;
  readonly sentence: JudgedSentence;
}

export const judgedWords = (sentences: readonly JudgedSentence[]): JudgedWord[] =>
  sentences.flatMap((sentence) =>
    sentence.gold.words.map((gold, index) => ({
      gold,
      found: sentence.found[index]!,
      index,
      sentence,
    })),
  );

export const rightHead = ({ gold, found }: JudgedWord): boolean => gold.head === found.head;
export const rightRelation = ({ gold, found }: JudgedWord): boolean =>
  plain(gold.relation) === plain(found.relation);
export const attached = (word: JudgedWord): boolean => rightHead(word) && rightRelation(word);

/** "weblog-somebody.com_2004" and "GUM_news_town" both begin with their genre. */
export const genreOf = ({ document }: Pick<ConlluSentence, "document">): string =>
  /^(?:GUM_)?([^_-]+)/.exec(document)?.[1] ?? "unknown";

const lengths = [10, 20, 30, 40];

/** "1-10", "11-20" … "41+" words. */
export function lengthOf({ sentence }: JudgedWord): string {
  const size = sentence.gold.words.length;
  const band = lengths.findIndex((most) => size <= most);
  return band < 0 ? `${lengths.at(-1)! + 1}+` : `${(lengths[band - 1] ?? 0) + 1}-${lengths[band]}`;
}

/** "root", or how many words away the head stands in the treebank. */
export function distanceOf({ gold, index }: JudgedWord): string {
  if (gold.head < 0) return "root";
  const distance = Math.abs(gold.head - index);
  if (distance <= 2) return String(distance);
  return distance <= 6 ? "3-6" : "7+";
}

export interface Counts {
  words: number;
  /** Tags, heads, and heads with their relation that are right. */
  upos: number;
  head: number;
  both: number;
}

/** Counts of the words, parted by a trait; traits in the order they are met. */
export function countsBy(
  words: readonly JudgedWord[],
  trait: (word: JudgedWord) => string,
): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const word of words) {
    const name = trait(word);
    const own = counts.get(name) ?? { words: 0, upos: 0, head: 0, both: 0 };
    counts.set(name, own);
    own.words++;
    if (word.gold.upos === word.found.upos) own.upos++;
    if (rightHead(word)) own.head++;
    if (attached(word)) own.both++;
  }
  return counts;
}

export interface RelationErrors {
  readonly relation: string;
  readonly words: number;
  readonly right: number;
  /** Errors in which the relation is right, but hangs on another word. */
  readonly headOnly: number;
  /** Relations found instead, commonest first. */
  readonly instead: readonly Tally[];
}

export type Tally = readonly [name: string, count: number];

/** Commonest first; of the same number, by name. */
export function tally(names: readonly string[]): Tally[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** By relation in the treebank, the one with most errors first. */
export function relationErrors(words: readonly JudgedWord[]): RelationErrors[] {
  const relations = tally(words.filter((word) => !attached(word)).map(relationOf));
  return relations.map(([relation]) => {
    const own = words.filter((word) => relationOf(word) === relation);
    const other = own.filter((word) => !rightRelation(word));
    const right = own.filter(attached).length;
    return {
      relation,
      words: own.length,
      right,
      headOnly: own.length - right - other.length,
      instead: tally(other.map(({ found }) => plain(found.relation))),
    };
  });
}

const relationOf = ({ gold }: JudgedWord): string => plain(gold.relation);

/** "NOUN for PROPN": found for what the treebank says. */
export const tagConfusions = (words: readonly JudgedWord[]): Tally[] =>
  tally(
    words
      .filter(({ gold, found }) => gold.upos !== found.upos)
      .map(({ gold, found }) => `${found.upos} for ${gold.upos}`),
  );

/** A line for each word with a wrong head or relation; none where all are right. */
export function wrongLines(sentence: JudgedSentence): string[] {
  const named = (head: number): string =>
    head < 0 ? "(root)" : `${head + 1} ${sentence.gold.words[head]!.form}`;
  const tags = ({ gold, found }: JudgedWord): string =>
    gold.upos === found.upos ? gold.upos : `${found.upos} for ${gold.upos}`;
  return judgedWords([sentence])
    .filter((word) => !attached(word))
    .map((word) => {
      const { gold, found, index } = word;
      const wanted = `${named(gold.head)}/${plain(gold.relation)}`;
      const got = `${named(found.head)}/${plain(found.relation)}`;
      return `${index + 1} ${gold.form} (${tags(word)}): ${wanted}, found ${got}`;
    });
}
