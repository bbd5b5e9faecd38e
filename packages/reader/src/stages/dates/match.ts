/** Finds where the patterns of `dates/expressions.tsv` stand in a sentence. */
import {
  type DateAtom,
  type DateExpression,
  type DateKnowledge,
  noCounted,
  noNominal,
} from "../../knowledge/dates.ts";
import { numberAt } from "../../knowledge/numbers.ts";

/** The words of one sentence. */
export interface DateWords {
  readonly form: readonly string[];
  readonly lower: readonly string[];
  /** Whether a noun phrase may begin at the word. */
  startsNominal(at: number): boolean;
  /** Whether a plural noun stands at the word, or behind an adjective there. */
  startsPlural(at: number): boolean;
}

/** What stands at a place of the pattern; `last` is inclusive. */
export interface Found {
  readonly class: string;
  readonly value: string;
  readonly last: number;
  readonly inner?: DateMatch;
}

/** An expression over the words `first … last` (inclusive). */
export interface DateMatch {
  readonly expression: DateExpression;
  readonly first: number;
  readonly last: number;
  readonly found: readonly Found[];
}

/** All expressions in a sentence, longest first from the left, none overlapping another. */
export function matchDates(knowledge: DateKnowledge, words: DateWords): DateMatch[] {
  let found: readonly DateMatch[] = [];
  // The second round lets expressions hold others, the third those that hold others themselves.
  for (let round = 0; round < 3; round++) {
    const next = leftmostLongest(matchesIn(knowledge, words, found, round > 0));
    if (round > 0 && next.length === found.length && next.every((each, i) => each === found[i]))
      break;
    found = next;
    if (found.length === 0) break;
  }
  return [...found];
}

function matchesIn(
  knowledge: DateKnowledge,
  words: DateWords,
  inner: readonly DateMatch[],
  nested: boolean,
): DateMatch[] {
  const matches = [...inner];
  const search: Search = { knowledge, words, inner };
  for (let at = 0; at < words.form.length; at++) {
    const keys = keysAt(search, at);
    if (!keys) continue;
    const tried = new Set<DateExpression>();
    for (const key of keys)
      for (const expression of knowledge.startingWith.get(key) ?? []) {
        if (expression.nested !== nested || tried.has(expression)) continue;
        tried.add(expression);
        const match = matchAt(search, expression, at);
        if (match) matches.push(match);
      }
  }
  return matches;
}

/** What an expression may begin with at a word; most words begin none. */
function keysAt({ knowledge, words, inner }: Search, at: number): readonly string[] | undefined {
  const lower = words.lower[at]!;
  const keys = classesAt(knowledge, words, at);
  if (knowledge.startingWith.has(lower)) keys.push(lower);
  if (inner.some((each) => each.first === at)) keys.push("DATE");
  return keys.length === 0 ? undefined : keys;
}

function leftmostLongest(matches: readonly DateMatch[]): DateMatch[] {
  const sorted = [...matches].sort((a, b) => a.first - b.first || b.last - a.last || order(a, b));
  const chosen: DateMatch[] = [];
  for (const each of sorted) if (each.first > (chosen.at(-1)?.last ?? -1)) chosen.push(each);
  return chosen;
}

const order = (a: DateMatch, b: DateMatch): number => a.expression.at.line - b.expression.at.line;

interface Search {
  readonly knowledge: DateKnowledge;
  readonly words: DateWords;
  readonly inner: readonly DateMatch[];
}

function matchAt(search: Search, expression: DateExpression, at: number): DateMatch | undefined {
  const found = matchAtoms(search, expression.atoms, 0, at);
  if (!found) return undefined;
  const own = found.filter((each) => !each.context);
  const first = own[0]?.first;
  const last = own.at(-1)?.last;
  if (first === undefined || last === undefined) return undefined;
  return { expression, first, last, found: own };
}

interface Placed extends Found {
  readonly first: number;
  readonly context: boolean;
}

/** The atoms from `k` on against the words from `at` on; an optional one is tried filled first. */
function matchAtoms(
  search: Search,
  atoms: readonly DateAtom[],
  k: number,
  at: number,
): Placed[] | undefined {
  const atom = atoms[k];
  if (!atom) return [];
  const [any] = atom.any;
  if (any === noNominal || any === noCounted) {
    const { words } = search;
    const barred = any === noNominal ? words.startsNominal(at) : words.startsPlural(at);
    return barred ? undefined : matchAtoms(search, atoms, k + 1, at);
  }
  for (const any of atom.any) {
    const found = standsAt(search, any, at);
    const rest = found && matchAtoms(search, atoms, k + 1, found.last + 1);
    if (found && rest) return [{ ...found, first: at, context: atom.context }, ...rest];
  }
  return atom.optional ? matchAtoms(search, atoms, k + 1, at) : undefined;
}

/** A word or class at a place. */
function standsAt({ knowledge, words, inner }: Search, any: string, at: number): Found | undefined {
  const lower = words.lower[at];
  if (lower === undefined) return undefined;
  if (any === "DATE") {
    const match = inner.find((each) => each.first === at);
    return match && { class: any, value: "", last: match.last, inner: match };
  }
  if (any === "NUMBER") {
    const number = numberAt(knowledge.numbers, words.lower, at);
    return number && { class: any, value: String(number.value), last: number.last };
  }
  if (any === "ISO") return withTokens(words, at, isoForm, any);
  if (any === "TIME") return timeAt(words, at);
  if (any === lower) return { class: "", value: lower, last: at };
  const value = classValue(knowledge, words, any, at);
  return value === undefined ? undefined : { class: any, value, last: at };
}

const dayForm = /^(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;
const yearForm = /^(?:1[5-9]|20|21)\d\d$/;
const decadeForm = /^(?:1[5-9]|20)\d0s$|^['’]\d0s$/;
const isoForm = /^\d{4}-\d{2}-\d{2}$/;

/** The value of a one-word class, `undefined` where the word is not of it. */
function classValue(
  knowledge: DateKnowledge,
  words: DateWords,
  wanted: string,
  at: number,
): string | undefined {
  const lower = words.lower[at]!;
  if (wanted === "DAY") return dayForm.exec(lower)?.[1];
  if (wanted === "YEAR") return yearForm.test(lower) ? lower : undefined;
  if (wanted === "DECADE") return decadeForm.test(lower) ? lower : undefined;
  if (wanted === "MID-YEAR" || wanted === "MID-DECADE") {
    const form = wanted === "MID-YEAR" ? yearForm : decadeForm;
    return lower.startsWith("mid-") && form.test(lower.slice(4)) ? lower.slice(4) : undefined;
  }
  const form = words.form[at]!;
  return knowledge.words
    .get(lower)
    ?.find((each) => each.class === wanted && (!each.capital || form !== lower))?.value;
}

/** Classes that a word may begin, for finding the expressions to try. */
function classesAt(knowledge: DateKnowledge, words: DateWords, at: number): string[] {
  const lower = words.lower[at]!;
  const classes: string[] = [];
  for (const each of knowledge.words.get(lower) ?? []) classes.push(each.class);
  const code = lower.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code === 39 || code === 0x2019)
    classes.push("DAY", "YEAR", "DECADE", "TIME", "ISO", "NUMBER");
  else if (lower.startsWith("mid-")) classes.push("MID-YEAR", "MID-DECADE");
  else if (knowledge.numbers.has(firstPart(lower))) classes.push("NUMBER");
  return classes;
}

/** "twenty" of "twenty-one" */
const firstPart = (word: string): string => {
  const hyphen = word.indexOf("-");
  return hyphen < 0 ? word : word.slice(0, hyphen);
};

/** A form that the tokenizer may have cut in up to five pieces. */
function withTokens(words: DateWords, at: number, form: RegExp, name: string): Found | undefined {
  let joined = "";
  for (let last = at; last < Math.min(at + 5, words.lower.length); last++) {
    joined += words.lower[last]!;
    if (form.test(joined)) return { class: name, value: joined, last };
  }
  return undefined;
}

const clock = /^(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?$/;
const clockSure = /^(?:[01]?\d|2[0-3]):[0-5]\d$|^(?:[01]\d|2[0-3])[0-5]\d$/;
const half = /^[ap]\.?m\.?$/;
const zone = /^(?:gmt|utc|est|edt|pst|pdt|cet|cest|ist|bst|msk|hrs|hours|local)$/;
const glued = /^\d{1,2}(?:[:.][0-5]\d)?[ap]\.?m\.?$/;

/** "9pm", "9 p.m.", "21:30", "0600 GMT", with a zone after it. */
function timeAt({ lower }: DateWords, at: number): Found | undefined {
  const first = lower[at]!;
  let last = -1;
  if (glued.test(first)) last = at;
  else if (clock.test(first) && half.test(lower[at + 1] ?? "")) last = at + 1;
  else if (/^\d/.test(first) && clockSure.test(first))
    last = first.includes(":") || zone.test(lower[at + 1] ?? "") ? at : -1;
  if (last < 0) return undefined;
  if (zone.test(lower[last + 1] ?? "")) last++;
  if (lower[last] === "local" && lower[last + 1] === "time") last++;
  return { class: "TIME", value: first, last };
}
