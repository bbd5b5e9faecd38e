import { hull, type Span } from "../text/span.ts";
import type { Lemmas, Sentences, Tags, Tokens, Tree } from "./layers.ts";

/**
 * A view of one report's tokens, tags and trees with the questions stages ask of them. Tokens are
 * absolute indices; -1 stands for "none". Relations are named as in Universal Dependencies; asking
 * for "nsubj" also finds its subtypes ("nsubj:pass"), asking for "nsubj:pass" finds only that.
 */
export interface Syntax {
  readonly text: string;
  readonly sentences: Sentences;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly lemmas: Lemmas;
  readonly tree: Tree;
}

export const lemmaOf = (at: Syntax, token: number): string => at.lemmas[token] ?? "";
export const formOf = (at: Syntax, token: number): string => at.tokens.form[token] ?? "";
export const uposOf = (at: Syntax, token: number): string =>
  at.tags.uposNames[at.tags.upos[token]!] ?? "X";
export const xposOf = (at: Syntax, token: number): string =>
  at.tags.xposNames[at.tags.xpos[token]!] ?? "";
export const labelOf = (at: Syntax, token: number): string =>
  at.tree.labelNames[at.tree.label[token]!] ?? "dep";
export const headOf = (at: Syntax, token: number): number => at.tree.head[token] ?? -1;

export const tokenSpan = (at: Syntax, token: number): Span => [
  at.tokens.from[token]!,
  at.tokens.to[token]!,
];

/** From the first character of token `first` to the last of token `last` (inclusive). */
export const tokensSpan = (at: Syntax, first: number, last: number): Span => [
  at.tokens.from[first]!,
  at.tokens.to[last]!,
];

export const isLabel = (label: string, wanted: string): boolean =>
  label === wanted || (label.startsWith(wanted) && label[wanted.length] === ":");

export const hasLabel = (at: Syntax, token: number, ...wanted: readonly string[]): boolean => {
  const label = labelOf(at, token);
  return wanted.some((each) => isLabel(label, each));
};

/** The dependents of a token in text order, of the given relations or of any. */
export function dependents(at: Syntax, token: number, ...wanted: readonly string[]): number[] {
  const found: number[] = [];
  const { firstChild, child } = at.tree;
  for (let k = firstChild[token]!; k < firstChild[token + 1]!; k++) {
    const each = child[k]!;
    if (wanted.length === 0 || hasLabel(at, each, ...wanted)) found.push(each);
  }
  return found;
}

/** The first dependent of a relation, -1 if there is none. */
export const dependent = (at: Syntax, token: number, ...wanted: readonly string[]): number =>
  dependents(at, token, ...wanted)[0] ?? -1;

/**
 * Auxiliaries of a verb. A modal that stands alone before a past tense or participle is none: in
 * "Theresa May resigned" it is a name.
 */
export function auxiliariesOf(at: Syntax, verb: number, ...wanted: readonly string[]): number[] {
  const all = dependents(at, verb, "aux", ...wanted);
  const tag = xposOf(at, verb);
  const alone = tag === "VBN" && dependents(at, verb, "aux", "cop").length === 1;
  return tag === "VBD" || alone ? all.filter((each) => xposOf(at, each) !== "MD") : all;
}

/** The token and all below it, in text order. `without` cuts branches by relation. */
export function subtree(at: Syntax, token: number, ...without: readonly string[]): number[] {
  const found: number[] = [];
  const open = [token];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    found.push(next);
    for (const each of dependents(at, next))
      if (without.length === 0 || !hasLabel(at, each, ...without)) open.push(each);
  }
  return found.sort((a, b) => a - b);
}

/** The characters of a token's subtree, without leading or trailing punctuation tokens. */
export function subtreeSpan(at: Syntax, token: number, ...without: readonly string[]): Span {
  const all = subtree(at, token, ...without);
  while (all.length > 1 && uposOf(at, all.at(-1)!) === "PUNCT") all.pop();
  while (all.length > 1 && uposOf(at, all[0]!) === "PUNCT") all.shift();
  return hull(all.map((each) => tokenSpan(at, each)))!;
}

const prepositionsOfTree = new WeakMap<Tree, (string | undefined)[]>();

/** The prepositions of a nominal ("on", "because of"), lower case; empty for none. */
export function prepositionOf(at: Syntax, token: number): string {
  let known = prepositionsOfTree.get(at.tree);
  if (!known) {
    known = [];
    prepositionsOfTree.set(at.tree, known);
  }
  known[token] ??= readPreposition(at, token);
  return known[token];
}

const casesOf = (at: Syntax, token: number): number[] =>
  dependents(at, token, "case").filter(
    (each) => formOf(at, each) !== "'s" && formOf(at, each) !== "’s" && !isRough(at, each),
  );

/** "over a million refugees", "about 300 villagers": no preposition, but how exact the number is. */
export const isRough = (at: Syntax, token: number): boolean =>
  /^(?:over|around|about|under)$/i.test(formOf(at, token)) &&
  /^(?:\d[\d.,]+|hundred|thousand|million|billion|dozen)s?$/i.test(
    formOf(at, /^an?$/i.test(formOf(at, token + 1)) ? token + 2 : token + 1),
  ) &&
  uposOf(at, token) === "ADP";

function readPreposition(at: Syntax, token: number): string {
  const own = casesOf(at, token);
  // "to 40,000 people": the parser may hang it on the number.
  const cases =
    own.length > 0
      ? own
      : dependents(at, token, "nummod").flatMap((number) =>
          casesOf(at, number).filter((each) => each < number),
        );
  if (cases.length === 0) return "";
  return cases
    .flatMap((each) => [each, ...dependents(at, each, "fixed")])
    .sort((a, b) => a - b)
    .map((each) => formOf(at, each).toLowerCase())
    .join(" ");
}

export const isAbove = (at: Syntax, above: number, token: number): boolean => {
  for (let next = token; next >= 0; next = headOf(at, next)) if (next === above) return true;
  return false;
};

/** The tokens wholly inside a span, as `[first, last]` inclusive; `undefined` for none. */
export function tokensIn(tokens: Tokens, span: Span): [first: number, last: number] | undefined {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens.from[middle]! < span[0]) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while (last < tokens.count && tokens.to[last]! <= span[1]) last++;
  return last > low ? [low, last - 1] : undefined;
}
