/**
 * Words as in the Universal Dependencies English treebanks: clitics are tokens (do n't, Iran 's),
 * hyphens part words except after some prefixes, "$5bn" is $ 5 bn, an address is one token.
 * Positions are UTF-16 units.
 */
import { abbreviations, onlyBeforeDigits, titles } from "./abbreviations.ts";
import type { Span } from "./span.ts";

/** Before a hyphen these stay with the word: "non-violent", "re-election", "mid-July". */
const prefixes = new Set(
  `non pre post re co over ex anti semi multi pro mid neo sub e un ultra inter intra pan counter
   psycho socio mini micro macro trans meta quasi pseudo bi tri de`.split(/\s+/),
);

const rules: readonly RegExp[] = [
  // addresses
  /(?:https?:\/\/|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)'’\]]/iuy,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/uy,
  /(?<![^\s("'“‘])[@#]\p{L}[\p{L}\d_]*/uy,
  // a domain or file name
  /(?:[\p{L}\d-]+\.)+(?:com|org|net|gov|edu|info|co\.uk|uk|ru|ir|il|in|fr|de|tv|html?|doc|pdf|xls|jpg)(?![\p{L}\d])/iuy,
  /[.!?…]{2,}|…/uy,
  // faces
  /[:;=]-?[)(DP](?![\p{L}\d])/uy,
  // decades and years cut short, a clitic set off by a space
  /(?<![^\s(])['’]\d\d(?:s)?(?![\p{L}\d])/uy,
  /\d+['’]s(?![\p{L}\d])/uy,
  /(?<=\p{L}\s)['’](?:s|re|ve|ll)(?![\p{L}\d'’])/iuy,
  // dates, times, telephone numbers
  /\d{1,4}\/\d{1,2}(?:\/\d{1,4})?(?![\p{L}\d])/uy,
  /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/uy,
  /\d{3}-\d{3}-\d{4}(?!\d)/uy,
  /\d{3}-\d{4}(?![-\d])/uy,
  // ordinals and decades
  /\d+(?:st|nd|rd|th|s)(?![\p{L}\d])/iuy,
  // numbers
  /\d+(?:[.,]\d+)*(?![.,]?\d)(?=(?:bn|mn?|tn|bln|mln|trn|k|mm?|km|kg|cm|ft|am|pm|gb|mb|mph|kph|kw|mw|gw|hrs?|min|sec|pc|pct|a\.m\.|p\.m\.|billion|million)?(?![\p{L}\d]))/iuy,
  /(?<![\p{L}\d])[.]\d+/uy,
  /(?:US|AU|A|C|HK|NZ|S|R)?\$|[€£¥₹₦]/uy,
  // letters with stops: U.S., a.m., J.
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\d]))?/uy,
  // short with an ampersand or a stroke: AT&T, I/C
  /\p{Lu}{1,3}&\p{Lu}{1,3}(?![\p{L}\d])/uy,
  /\p{L}\/\p{L}(?![\p{L}\d])/uy,
  // words, with marks inside: O'Brien, Sha'lan, Yahoo!
  /[\p{L}\p{M}\d_]+(?:['’`ʼ][\p{L}\p{M}\d]+)*/uy,
  /-{2,}|[–—]+|(?:<<|>>)|[=*_~]{2,}|''|``|‘’|’’/uy,
];

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
    if (/\s/.test(text[at]!)) {
      at++;
      continue;
    }
    const end = Math.min(to, wordEnd(text, at, to));
    cut(text, at, end, spans);
    at = end;
  }
  return spans;
}

/** Most words: letters alone before a space or comma. Tried first, for speed. */
const plainWord = /[A-Za-z]+(?=[\s,])/y;

function wordEnd(text: string, at: number, to: number): number {
  plainWord.lastIndex = at;
  if (plainWord.test(text)) return plainWord.lastIndex;
  for (const rule of rules) {
    rule.lastIndex = at;
    const found = rule.exec(text);
    if (!found) continue;
    const end = at + found[0].length;
    return /[\p{L}\d]$/u.test(found[0]) ? extended(text, at, end, to) : end;
  }
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}

/** Takes in a hyphen after a prefix and the stop of a short form. */
function extended(text: string, at: number, end: number, to: number): number {
  const word = text.slice(at, end).toLowerCase();
  if (text[end] === "-" && prefixes.has(word)) {
    const after = /^-[\p{L}\d]+/u.exec(text.slice(end, end + 40));
    if (after) return end + after[0].length;
  }
  if (text[end] !== "." || text[end + 1] === ".") return end;
  return isShort(text, at, end, to, word) ? end + 1 : end;
}

function isShort(text: string, at: number, end: number, to: number, word: string): boolean {
  const last = end + 1 >= to || /^["'”’)\]]*$/u.test(text.slice(end + 1, to));
  const digits = /^\.\s?\d/.test(text.slice(end, end + 3));
  if (onlyBeforeDigits.has(word)) return digits;
  if (titles.has(word)) return !last || (word === "st" && /^\p{Lu}/u.test(text.slice(at)));
  if (abbreviations.has(word))
    return !(last && commonWords.has(word)) && (/\s|[,;:)]/.test(text[end + 1] ?? " ") || last);
  return /^\p{Lu}$/u.test(text.slice(at, end)) && !last && /[\s]/.test(text[end + 1] ?? "");
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

function cut(text: string, from: number, to: number, spans: Span[]): void {
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
  const parts = /['’`]/.test(word) ? clitic.exec(word) : null;
  if (!parts || /^\d+$/.test(parts[1]!)) {
    spans.push([from, to]);
    return;
  }
  const middle = from + parts[1]!.length;
  cut(text, from, middle, spans);
  spans.push([middle, to]);
}
