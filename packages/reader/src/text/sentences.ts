/**
 * Where sentences end, by rules over the mark that may end one and the words around it. Works on
 * one paragraph at a time; positions are UTF-16 units.
 */
import { abbreviations, onlyBeforeDigits, openers, titles } from "./abbreviations.ts";
import type { Span } from "./span.ts";

const closing = new Set(`"'”’»)]}`);
const opening = new Set(`"'“‘«([{`);
const candidate = /[.!?…。]+/g;
const reporting =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|tweeted|shouted|cried|replied|continued)\b/u;

/** The sentences of `text` between `from` and `to`, trimmed of space, in order. */
export function splitSentences(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  candidate.lastIndex = from;
  for (let found = candidate.exec(text); found; found = candidate.exec(text)) {
    if (found.index >= to) break;
    const end = endAfter(text, found.index, found[0], start, to);
    if (end < 0) continue;
    push(text, spans, start, end);
    start = end;
    candidate.lastIndex = end;
  }
  push(text, spans, start, to);
  return spans;
}

function push(text: string, spans: Span[], from: number, to: number): void {
  let first = from;
  let last = to;
  while (first < last && /\s/.test(text[first]!)) first++;
  while (last > first && /\s/.test(text[last - 1]!)) last--;
  if (first < last) spans.push([first, last]);
}

/** Where the sentence ends if the mark at `at` ends it; -1 if it does not. */
function endAfter(text: string, at: number, mark: string, start: number, to: number): number {
  let end = at + mark.length;
  if (end >= to) return -1;
  while (end < to && closing.has(text[end]!)) end++;
  const spaced = /\s/.test(text[end] ?? " ");
  if (!spaced) return glued(text, at, mark, end) ? end : -1;
  const quoted = end > at + mark.length;
  let next = end;
  while (next < to && /\s/.test(text[next]!)) next++;
  if (next >= to) return -1;
  if (closesQuotation(text, start, end, next)) {
    end = next + 1;
    next = end;
    while (next < to && /\s/.test(text[next]!)) next++;
    if (next >= to) return -1;
  }
  let word = next;
  while (word < to && opening.has(text[word]!)) word++;
  if (!startsSentence(text.slice(word, word + 2))) return -1;
  if (mark.includes("!") || mark.includes("?"))
    return quoted && reporting.test(text.slice(word, word + 80)) ? -1 : end;
  if (mark !== ".") return end;
  return stopEnds(text, start, at, word, quoted, next < word) ? end : -1;
}

/** "…said.The": no space, but a word in small letters before and a capitalised one after. */
const glued = (text: string, at: number, mark: string, end: number): boolean =>
  /^[.!?]$/.test(mark) &&
  /\p{Ll}{2}$/u.test(text.slice(Math.max(0, at - 2), at)) &&
  /^[“"]?\p{Lu}\p{Ll}*[\s,’']/u.test(text.slice(end, end + 20)) &&
  !/[@/]|www\.|\.\p{L}+$/u.test(text.slice(text.lastIndexOf(" ", at) + 1, at));

/** A straight quotation mark set off by spaces, when one stands open. */
function closesQuotation(text: string, start: number, end: number, next: number): boolean {
  if (text[next] !== '"' || !/\s/.test(text[next + 1] ?? " ")) return false;
  let open = 0;
  for (let k = start; k < end; k++) if (text[k] === '"') open++;
  return open % 2 === 1;
}

const startsSentence = (next: string): boolean => /^[\p{Lu}\p{Lt}\p{Lo}\d$€£#@*•–—-]/u.test(next);

/** Whether a single full stop at `at` ends a sentence; `word` is where the next word starts. */
function stopEnds(
  text: string,
  start: number,
  at: number,
  word: number,
  quoted: boolean,
  opened: boolean,
): boolean {
  const before = /[^\s"“”‘'’()[\]—–/]*$/u.exec(text.slice(Math.max(start, at - 40), at))![0];
  const lower = before.toLowerCase();
  const next = /^[\p{L}\p{N}'’-]*/u.exec(text.slice(word, word + 40))![0];
  const opener = openers.has(next.toLowerCase());
  if (/^\d{1,2}$/.test(before) && text.slice(start, at).trim() === before) return false;
  if (/^\(?[A-Za-z]$/.test(before) && text.slice(start, at).trim() === before) return false;
  if (onlyBeforeDigits.has(lower) && /^\d/.test(next)) return false;
  if (quoted || opened) return !titles.has(lower);
  if (titles.has(lower)) return false;
  if (/^\p{Lu}$/u.test(before))
    return opener && !/\p{Lu}[\p{L}.'’-]*\s+\p{Lu}$/u.test(text.slice(start, at));
  if (/^(?:\p{L}\.)+\p{L}$/u.test(before)) return opener && !/^(?:e\.g|i\.e)$/.test(lower);
  if (abbreviations.has(lower) && !onlyBeforeDigits.has(lower))
    return opener && /^\p{Lu}/u.test(next);
  return true;
}
