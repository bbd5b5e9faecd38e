import type { Span } from "./span.ts";

const lineBreak = /\r\n|[\n\r\u2028\u2029\u0085\f\v]/g;

/** Hard-wrapped text has lines of about this width, in characters. */
const narrowest = 60;
const widest = 120;

/** By how much a line may fall short of the width although the next word would not have fitted. */
const slack = 4;

/**
 * The blocks of a text, in order and without the white space around them: one a line, or, where
 * lines were broken at a fixed width, one for all lines up to a blank or clearly short one.
 */
export function blocks(text: string): Span[] {
  const lines = lineSpans(text);
  const width = wrapWidth(text, lines);
  const found: [number, number][] = [];
  let open = false;
  for (let k = 0; k < lines.length; k++) {
    const line = trimmed(text, lines[k]!);
    if (!line) {
      open = false;
      continue;
    }
    if (open) found.at(-1)![1] = line[1];
    else found.push([line[0], line[1]]);
    open = width > 0 && !endsEarly(text, lines, k, width);
  }
  return found;
}

/** The span without white space at both ends; `undefined` when nothing else is in it. */
export function trimmed(text: string, [from, to]: Span): Span | undefined {
  const inside = text.slice(from, to);
  const start = inside.length - inside.trimStart().length;
  const end = inside.trimEnd().length;
  return start < end ? [from + start, from + end] : undefined;
}

function lineSpans(text: string): Span[] {
  const lines: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(lineBreak)) {
    lines.push([from, match.index]);
    from = match.index + match[0].length;
  }
  lines.push([from, text.length]);
  return lines;
}

/**
 * The width at which lines were broken; 0 when they were not. Broken at a width means: nearly
 * every line that another follows directly would have overflowed with the next line's first word.
 */
function wrapWidth(text: string, lines: readonly Span[]): number {
  const followed: number[] = [];
  for (let k = 0; k + 1 < lines.length; k++)
    if (trimmed(text, lines[k]!) && trimmed(text, lines[k + 1]!)) followed.push(k);
  const lengths = followed.map((k) => lines[k]![1] - lines[k]![0]).sort((a, b) => a - b);
  // A few lines may be longer than the rest: an address, a word that did not fit.
  const width = lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 0;
  if (width < narrowest || width > widest || lengths.at(-1)! > 2 * widest) return 0;
  const full = followed.filter((k) => !endsEarly(text, lines, k, width)).length;
  return full >= 3 && full >= 0.7 * followed.length ? width : 0;
}

function endsEarly(text: string, lines: readonly Span[], k: number, width: number): boolean {
  const next = lines[k + 1];
  const content = next && trimmed(text, next);
  if (!next || !content) return true;
  // An indented line begins a paragraph.
  if (content[0] - next[0] >= 2) return true;
  const word = /^\S+/.exec(text.slice(content[0], Math.min(content[1], content[0] + widest)));
  const line = lines[k]!;
  return line[1] - line[0] + 1 + (word?.[0].length ?? 0) + slack < width;
}
