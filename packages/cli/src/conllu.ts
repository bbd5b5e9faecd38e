import type { ConlluSentence, ConlluToken } from "@hearsay/evaluation/conllu";
import { block, type Layers, nameLabels, wordLine } from "@hearsay/reader";

/**
 * Sentences that came in as CoNLL-U, with what the reader finds of them: comments, words, tokens of
 * several words and the last column stand as they were; the analysis is new.
 */
export function* annotated(given: readonly ConlluSentence[], parsed: Layers): Generator<string> {
  const labels = nameLabels(parsed);
  for (const [s, { comments, words, tokens }] of given.entries()) {
    const first = parsed.tokens.first[s]!;
    const ranges = new Map(tokens.map((token) => [token.first, token]));
    const lines = words.flatMap(({ misc }, k) => [
      ...rangeLine(ranges.get(k)),
      wordLine(parsed, first + k, first, [...labels[first + k]!, ...withoutName(misc)]),
    ]);
    yield block([...comments, ...lines]);
  }
}

/** The line of a token of several words, before them. */
const rangeLine = (token: ConlluToken | undefined): string[] =>
  token === undefined || token.first === token.last
    ? []
    : [`${token.first + 1}-${token.last + 1}\t${token.form}${"\t_".repeat(7)}\t${token.misc}`];

/** The last column, but for the names that another has found. */
const withoutName = (misc: string): string[] =>
  misc.split("|").filter((each) => each !== "_" && each !== "" && !each.startsWith("NER="));
