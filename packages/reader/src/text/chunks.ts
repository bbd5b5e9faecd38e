/**
 * A paragraph cut at its white space, each piece with the marks around its word:
 *
 *     “Never!” (he     said.)
 *     ^lead            ^core
 *          ^tail            ^tail
 *
 * Sentences end between pieces, and what a piece looks like says where. One pass over the units.
 */
import * as is from "./characters.ts";

/** Columns with one slot a piece. Positions are UTF-16 units. */
export interface Chunks {
  readonly count: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The word without marks around it; empty when the piece is marks alone. */
  readonly coreFrom: readonly number[];
  readonly coreTo: readonly number[];
  /** The kind of the core's first unit (`characters.ts`); 0 when there is none. */
  readonly head: readonly number[];
  /** 1 when a line begins here, 2 when no space stands before (“…said.The”). */
  readonly edge: readonly number[];
}

/** The pieces between `from` and `to`. */
export function chunksOf(text: string, from: number, to: number): Chunks {
  const chunks: Growing = {
    count: 0,
    from: [],
    to: [],
    coreFrom: [],
    coreTo: [],
    head: [],
    edge: [],
  };
  let at = from;
  let edge = 0;
  while (at < to) {
    const kind = is.kindOf(text.charCodeAt(at));
    if (kind === is.space || kind === is.invisible) {
      const unit = text.charCodeAt(at++);
      if (unit === 10 || unit === 13 || unit === 0x2028) edge = 1;
      continue;
    }
    at = addPieces(chunks, text, at, to, edge);
    edge = 0;
  }
  return chunks;
}

const longest = 200;

/** The same, still filling. Plain arrays: most paragraphs are short, and these need no system call. */
interface Growing {
  count: number;
  readonly from: number[];
  readonly to: number[];
  readonly coreFrom: number[];
  readonly coreTo: number[];
  readonly head: number[];
  readonly edge: number[];
}

/** Adds the run of units at `at` that no space interrupts; returns where it ends. */
function addPieces(chunks: Growing, text: string, at: number, to: number, edge: number): number {
  let end = at;
  let last = at;
  let first = -1;
  let core = at;
  let inside = false;
  for (; end < to; end++) {
    const kind = is.kindOf(text.charCodeAt(end));
    if (kind === is.lower && first >= 0) {
      core = last = end + 1;
      continue;
    }
    if (kind === is.space) break;
    if (kind === is.invisible) continue;
    last = end + 1;
    if (!is.isWordly(kind) || (first < 0 && kind === is.accent)) {
      if (first >= 0 && (kind === is.stop || kind === is.cry || kind === is.query)) inside = true;
      continue;
    }
    if (first < 0) first = end;
    core = end + 1;
  }
  // what is longer is an address or no language, and would be looked at again and again
  const glued = inside && core - first < longest ? gluedAt(text, first, last) : -1;
  if (glued < 0) {
    add(chunks, text, at, last, first, core, edge);
    return end;
  }
  let coreEnd = glued;
  while (!is.isWordly(is.kindAt(text, coreEnd - 1))) coreEnd--;
  add(chunks, text, at, glued, first, coreEnd, edge);
  return addPieces(chunks, text, glued, to, 2);
}

function add(
  chunks: Growing,
  text: string,
  from: number,
  to: number,
  first: number,
  coreTo: number,
  edge: number,
): void {
  chunks.count++;
  chunks.from.push(from);
  chunks.to.push(to);
  chunks.coreFrom.push(first < 0 ? to : first);
  chunks.coreTo.push(first < 0 ? to : coreTo);
  chunks.head.push(first < 0 ? 0 : headAt(text, first));
  chunks.edge.push(edge);
}

/** The kind of the first unit; "d'Ivoire" is as good as written large. */
function headAt(text: string, at: number): number {
  const kind = is.kindAt(text, at);
  if (kind !== is.lower || is.kindAt(text, at + 1) !== is.apostrophe) return kind;
  return is.kindAt(text, at + 2) === is.upper ? is.upper : kind;
}

const missingSpace =
  /\p{Ll}{2}[.!?]+["”’»)]*(?=["“‘(]?\p{Lu}(?!om\b|rg\b|et\b)\p{Ll}*(?:[\s,’']|$))/u;

/** Where a space is missing between two sentences, -1 for nowhere: never inside an address. */
function gluedAt(text: string, from: number, to: number): number {
  const piece = text.slice(from, to);
  const found = missingSpace.exec(piece);
  if (!found || /[@/]|^www\./i.test(piece)) return -1;
  if (/\.\p{L}+$/u.test(piece.slice(0, found.index + 2))) return -1;
  return from + found.index + found[0].length;
}

/** Whether a list's item begins with this piece: a bullet or a dash by itself, "1.", "2)", "(a)". */
export function isItem(text: string, chunks: Chunks, k: number): boolean {
  const kind = is.kindAt(text, chunks.from[k]!);
  if (kind === is.bullet) return true;
  const length = chunks.to[k]! - chunks.from[k]!;
  if (kind === is.dash) return length === 1;
  return (
    length <= 4 &&
    /^(?:\d{1,2}[.)]|\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,3})\)|[A-Z]\.)$/.test(
      text.slice(chunks.from[k]!, chunks.to[k]!),
    )
  );
}
