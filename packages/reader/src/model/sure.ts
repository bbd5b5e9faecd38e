/**
 * Places where it takes no model to say whether a sentence ends: signs that are rare in treebanks
 * and plain to a reader. 1 is yes, 0 no, -1 open.
 */
import { reporting } from "../text/abbreviations.ts";
import * as is from "../text/characters.ts";
import { isItem } from "../text/chunks.ts";
import { at, marks, shapes } from "./chunk-looks.ts";
import type { Places } from "./places.ts";

type Sign = (places: Places, k: number) => number;

/** Whether a sentence ends before piece `k`; the first sign that says so or not decides. */
export function surelyEnds(places: Places, k: number): number {
  if (places.chunks.edge[k] === 2) return 1;
  for (const sign of signs) {
    const says = sign(places, k);
    if (says >= 0) return says;
  }
  return -1;
}

/** The mark that a list's item begins with stays with it, as does "FILE -" with its caption. */
const opener: Sign = ({ text, chunks, start }, k) => {
  if (k - 1 === start && isItem(text, chunks, k - 1)) return 0;
  const slug = k - 2 === start && chunks.head[k - 1] === 0;
  if (!slug || is.kindAt(text, chunks.from[k - 1]!) !== is.dash) return -1;
  return /^\p{Lu}{2,}$/u.test(text.slice(chunks.from[start]!, chunks.to[start]!)) ? 0 : -1;
};

/** At a line's end inside a paragraph: before an item of a list, or behind a line cut off early. */
const lineEnd: Sign = (places, k) => {
  const { text, chunks, start } = places;
  if (chunks.edge[k] !== 1) return -1;
  if (isItem(text, chunks, k)) return 1;
  const length = chunks.to[k - 1]! - chunks.from[start]!;
  const complete = chunks.head[k] !== is.lower && places.lastKind(k - 1) !== is.comma;
  return length < 40 && complete ? 1 : -1;
};

/** "A: 1. this, 2. that and 3. more": an item that goes on in small letters is part of the sentence. */
const item: Sign = (places, k) => {
  const { text, chunks } = places;
  const inside = (j: number): boolean =>
    chunks.head[j] === is.digit && isItem(text, chunks, j) && chunks.head[j + 1] === is.lower;
  if (k + 1 < chunks.count && inside(k) && places.lastKind(k - 1) === is.colon) return 0;
  if (k < 2 || !inside(k - 1)) return -1;
  const before = places.lastKind(k - 2);
  const joined = before === is.comma || before === is.colon || before === is.semicolon;
  return joined || /^(?:and|or)$/.test(places.wordOf(k - 2)) ? 0 : -1;
};

/** An emoji, as two units or one with a sign that asks for its colour. */
const isPicture = (text: string, from: number): boolean =>
  is.kindAt(text, from) === is.surrogate || text.charCodeAt(from + 1) === 0xfe0f;

/** Emoji belong to the sentence before them; a bullet behind a sentence begins the next. */
const picture: Sign = (places, k) => {
  const { text, chunks, start } = places;
  const kind = is.kindAt(text, chunks.from[k]!);
  if (kind === is.bullet && text[chunks.from[k]!] !== "*" && places.endsInStop(k - 1)) return 1;
  if (chunks.head[k] === 0 && isPicture(text, chunks.from[k]!)) return 0;
  if (chunks.head[k - 1] !== 0 || !isPicture(text, chunks.from[k - 1]!)) return -1;
  if (k - 1 === start) return 0;
  return places.endsInStop(k - 2) || places.shapeOf(k) === shapes.opener ? 1 : -1;
};

/** Three words with capitals on one line of small ones, with no mark between them, are a name. */
const name: Sign = ({ text, chunks }, k) => {
  const three = [k - 2, k - 1, k].every((each) => chunks.head[each] === is.upper);
  if (!three || chunks.edge[k] !== 0 || k + 1 >= chunks.count || chunks.head[k + 1] !== is.lower)
    return -1;
  return chunks.head[k - 3] === is.lower && /\p{L}/u.test(text[chunks.to[k - 1]! - 1]!) ? 0 : -1;
};

const particle: Sign = (places, k) => (places.isParticle(k - 1) ? 0 : -1);

/** “Why?” Ana Diaz asked. “Is it safe?” one mother asked. “Never!” The hall fell silent. */
const quotation: Sign = (places, k) => {
  const row = places.look(k - 1);
  const close = row[at.close]!;
  if (close === 0 || row[at.mark]! < marks.query) return -1;
  if (places.chunks.head[k] === is.lower) return 0;
  const shape = places.shapeOf(k);
  if (shape !== shapes.name && shape !== shapes.opener) return -1;
  const verb = places.behindName(k);
  const said = verb < places.chunks.count && reporting.has(places.wordOf(verb));
  if (shape === shapes.name) return said ? 0 : -1;
  return close === 1 && !said ? 1 : -1;
};

/** “No land, no vote.” – the farmers' slogan: who said it. */
const attribution: Sign = (places, k) => {
  const { text, chunks } = places;
  const from = chunks.from[k]!;
  const dash = is.kindAt(text, from) === is.dash && chunks.to[k] === from + 1;
  return dash && (places.look(k - 1)[at.close]! & 1) === 1 ? 0 : -1;
};

/** "The sale is closed. eBay took a fee.": what only looks small. */
const smallName: Sign = (places, k) => {
  if (places.shapeOf(k) !== shapes.smallName) return -1;
  const row = places.look(k - 1);
  const before = row[at.shape]!;
  const full = row[at.mark]! === marks.stop && row[at.short]! === 0;
  return full && (before === shapes.lower || before === shapes.name) ? 1 : -1;
};

/** "Vol. 3", "No. 5" */
const isNumbered = (places: Places, k: number): boolean =>
  places.chunks.head[k] === is.upper &&
  places.chunks.head[k + 1] === is.digit &&
  places.look(k)[at.short]! === 4;

/** Behind a short form: titles stand before names, "No." before its number, "6 p.m." before a day. */
const short: Sign = (places, k) => {
  const kind = places.look(k - 1)[at.short]!;
  if (kind === 0) return -1;
  const head = places.chunks.head[k]!;
  const shape = places.shapeOf(k);
  if (kind === 1 && head === is.upper && shape !== shapes.opener) return 0;
  if (kind === 2 && (head === is.lower || head === is.digit)) return 0;
  if ((kind === 4 || kind === 7) && head === is.digit) return 0;
  if (kind === 5 && isNumbered(places, k)) return 1;
  if (kind === 3 && shape === shapes.calendar) return 0;
  if (kind !== 3 || shape !== shapes.name) return -1;
  const next = places.behindName(k);
  const goesOn = next < places.chunks.count && places.chunks.head[next] === is.lower;
  return goesOn && places.wordOf(next) !== "time" ? 1 : -1;
};

/** "J. K. Otieno": an initial goes on with the next. */
const initials: Sign = (places, k) => {
  if (places.look(k - 1)[at.shape] !== shapes.initial) return -1;
  const next = places.look(k);
  return next[at.shape] === shapes.initial && next[at.mark] === marks.stop ? 0 : -1;
};

/** "on 3. September" */
const day: Sign = (places, k) => {
  const { text, chunks } = places;
  if (chunks.head[k - 1] !== is.digit || places.shapeOf(k) !== shapes.calendar) return -1;
  return /^\d{1,2}\.$/.test(text.slice(chunks.from[k - 1]!, chunks.to[k - 1]!)) ? 0 : -1;
};

/** "Yahoo! said": a name with its own mark, where the writer begins all else with a capital. */
const loudName: Sign = (places, k) => {
  const row = places.look(k - 1);
  const loud = row[at.mark]! === marks.cry && row[at.close]! === 0;
  if (!loud || places.chunks.head[k] !== is.lower) return -1;
  const careful = places.smallStarts === 1 && places.largeStarts > 0;
  return careful && row[at.shape]! === shapes.name ? 0 : -1;
};

/**
 * The plainest end: a whole word, one stop, a capital. Apart from the signs, since the model has to
 * learn from these what a stop is.
 */
export function plainlyEnds(places: Places, k: number): boolean {
  const { text, chunks } = places;
  if (chunks.head[k] !== is.upper || chunks.from[k] !== chunks.coreFrom[k]) return false;
  const last = chunks.coreTo[k - 1]!;
  const whole = last - chunks.coreFrom[k - 1]! >= 3 && chunks.to[k - 1] === last + 1;
  if (!whole || is.kindAt(text, last) !== is.stop) return false;
  const look = places.look(k - 1);
  const word = look[at.shape] === shapes.lower || look[at.shape] === shapes.name;
  return word && look[at.short] === 0 && /[aeiouy]/i.test(places.wordOf(k - 1));
}

/** "We will... we will rebuild": what goes on small after three points goes on. */
const ellipsis: Sign = (places, k) =>
  places.chunks.head[k] === is.lower && places.look(k - 1)[at.mark] === marks.ellipsis ? 0 : -1;

const signs: readonly Sign[] = [
  name,
  opener,
  lineEnd,
  item,
  picture,
  particle,
  quotation,
  attribution,
  smallName,
  short,
  initials,
  day,
  loudName,
  ellipsis,
];
