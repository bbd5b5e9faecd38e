/**
 * Words as in the Universal Dependencies English treebanks: clitics are tokens (do n't, Iran 's),
 * hyphens part words except after some prefixes, "$5bn" is $ 5 bn, an address is one token.
 * Positions are UTF-16 units. What nobody sees (zero-width and direction signs) parts no word and
 * is part of none at its edge.
 */
import { abbreviations, onlyBeforeDigits, titles } from "./abbreviations.ts";
import * as is from "./characters.ts";
import type { Span } from "./span.ts";
import { wordRules } from "./word-rules.ts";

/** Before a hyphen these stay with the word: "non-violent", "re-election", "mid-July". */
const prefixes = new Set(
  `non pre post re co over ex anti semi multi pro mid neo sub e un ultra inter intra counter cross mis
   psycho socio mini micro macro trans meta pseudo bi tri de`.split(/\s+/),
);

const clitic = /^(.+?)(n['’`]t|['’`](?:s|re|ve|ll|d|m))$/iu;
const glued: Readonly<Record<string, readonly number[]>> = {
  cannot: [3],
  gonna: [3],
  wanna: [3],
  gotta: [3],
  gimme: [3],
  lemme: [3],
  dunno: [2, 3],
};

/** The words of one sentence, in order. */
export function splitWords(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let at = from;
  while (at < to) {
    const kind = is.kindAt(text, at);
    if (kind === is.space || kind === is.invisible) {
      at++;
      continue;
    }
    let end = quickEnd(text, at, to, kind);
    if (end < 0) end = Math.min(to, slowEnd(text, at, to));
    cut(text, at, end, spans);
    at = end;
  }
  return spans;
}

/** Behind a word of letters these begin nothing that could be part of it. */
const parts = new Uint8Array(32);
for (const kind of [is.space, is.comma, is.semicolon, is.quote, is.query, is.cry, is.ellipsis])
  parts[kind] = 1;
parts[is.opening] = 1;
parts[is.closing] = 1;

/** Where the word at `at` ends, if that is plain from its kinds of unit; -1 if not. */
function quickEnd(text: string, at: number, to: number, kind: number): number {
  if (is.isLetter(kind)) return lettersEnd(text, at, to);
  const next = is.kindAt(text, at + 1);
  if (next === is.accent) return -1;
  switch (kind) {
    case is.digit:
      return digitsEnd(text, at, to);
    case is.comma:
    case is.quote:
    case is.opening:
    case is.closing:
      return at + 1;
    case is.stop:
    case is.query:
    case is.cry:
      return next === is.space || next === is.quote || next === is.closing ? at + 1 : -1;
    case is.semicolon:
    case is.colon:
      return next === is.space ? at + 1 : -1;
    case is.dash:
      return next === is.space || (isLetterAt(text, at - 1) && is.isLetter(next)) ? at + 1 : -1;
    default:
      return -1;
  }
}

const isLetterAt = (text: string, at: number): boolean => is.isLetter(is.kindAt(text, at));

function lettersEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  for (;;) {
    while (is.isLetter(is.kindAt(text, end))) end++;
    if (end >= to) return to;
    const kind = is.kindAt(text, end);
    if (parts[kind] === 1) return end;
    if (kind === is.apostrophe && isLetterAt(text, end + 1)) end += 2;
    else if (kind === is.apostrophe && parts[is.kindAt(text, end + 1)] === 1) return end;
    else if (kind === is.dash) return hyphenEnd(text, at, end);
    else if (kind === is.stop && parts[is.kindAt(text, end + 1)] === 1)
      return extended(text, at, end, to);
    else return -1;
  }
}

/** A word before a hyphen, unless both may be part of an address. */
function hyphenEnd(text: string, at: number, end: number): number {
  for (let k = end + 1; k < end + 64; k++) {
    const kind = is.kindAt(text, k);
    if (kind === is.space) break;
    if (kind === is.stop && is.isWordly(is.kindAt(text, k + 1))) return -1;
    if (kind === is.sign || kind === is.invisible) return -1;
  }
  return extended(text, at, end, end + 2);
}

function digitsEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (is.kindAt(text, end) === is.digit) end++;
  if (end >= to) return to;
  const kind = is.kindAt(text, end);
  const next = is.kindAt(text, end + 1);
  if (kind === is.space || kind === is.closing) return end;
  return (kind === is.comma || kind === is.stop) && next === is.space ? end : -1;
}

function slowEnd(text: string, at: number, to: number): number {
  for (const rule of wordRules) {
    rule.lastIndex = at;
    if (!rule.test(text)) continue;
    const end = rule.lastIndex;
    return is.isWordly(is.kindAt(text, end - 1)) ? extended(text, at, end, to) : end;
  }
  return at + 1;
}

/** Takes in a hyphen after a prefix and the stop of a short form. */
function extended(text: string, at: number, end: number, to: number): number {
  const mark = text.charCodeAt(end);
  if (mark !== 0x2d && mark !== 0x2e) return end;
  const word = text.slice(at, end).toLowerCase();
  if (mark === 0x2d && prefixes.has(word)) {
    const after = /^-[\p{L}\d]+/u.exec(text.slice(end, end + 40));
    if (after) return end + after[0].length;
  }
  if (mark !== 0x2e || text[end + 1] === ".") return end;
  return isShort(text, at, end, to, word) ? end + 1 : end;
}

function isShort(text: string, at: number, end: number, to: number, word: string): boolean {
  if (onlyBeforeDigits.has(word)) return /^\.\s?\d/.test(text.slice(end, end + 3));
  const title = titles.has(word);
  const known = title || abbreviations.has(word);
  if (!known && (end - at > 1 || is.kindAt(text, at) !== is.upper)) return false;
  const last = end + 1 >= to || isClosed(text, end + 1, to);
  if (title) return !last || (word === "st" && is.kindAt(text, at) === is.upper);
  if (known)
    return !(last && commonWords.has(word)) && (/\s|[,;:)]/.test(text[end + 1] ?? " ") || last);
  return !last && is.kindAt(text, end + 1) === is.space;
}

/** Whether nothing but closing marks stands there. */
function isClosed(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && `"'”’)]`.includes(text[at]!)) at++;
  return at >= to;
}

/** Short forms that are plain words when they end a sentence. */
const commonWords = new Set([
  "etc",
  "co",
  "ill",
  "ind",
  "miss",
  "wash",
  "mass",
  "art",
  "la",
  "pa",
  "ed",
]);

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x60;

/** Whether a word may be of several parts: it has an apostrophe inside, or the length of "cannot". */
function mayPart(text: string, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (isApostrophe(text.charCodeAt(k))) return true;
  return to - from === 5 || to - from === 6;
}

function cut(text: string, from: number, to: number, spans: Span[]): void {
  if (!mayPart(text, from, to)) {
    spans.push([from, to]);
    return;
  }
  const word = text.slice(from, to);
  const points = glued[word.toLowerCase()];
  if (points) {
    let last = 0;
    for (const point of [...points, word.length]) {
      spans.push([from + last, from + point]);
      last = point;
    }
    return;
  }
  const pieces = /['’`]/.test(word) ? clitic.exec(word) : null;
  if (!pieces || /^\d+$/.test(pieces[1]!)) {
    spans.push([from, to]);
    return;
  }
  const middle = from + pieces[1]!.length;
  cut(text, from, middle, spans);
  spans.push([middle, to]);
}
