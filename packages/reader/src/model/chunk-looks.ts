/**
 * What the splitter sees of a piece of text (`text/chunks.ts`): small numbers and hashes, the
 * attributes of its templates. Of a capitalised word only that it is one: whose name it is, how
 * long and in how many words, must not part a sentence differently.
 */
import {
  abbreviations,
  calendar,
  hours,
  numbered,
  onlyBeforeDigits,
  onward,
  openers,
  titles,
  unfinished,
} from "../text/abbreviations.ts";
import * as is from "../text/characters.ts";
import type { Chunks } from "../text/chunks.ts";
import { type Clusters, clusterOf } from "./clusters.ts";
import { hashString, mix } from "./hash.ts";

export const lookNames = [
  "word",
  "shape",
  "tail",
  "mark",
  "close",
  "lead",
  "short",
  "length",
  "ending",
  "cluster",
] as const;

/** The attributes of a piece in the order of `lookNames`. */
export type Look = Int32Array;

/** Where those stand that rules read too. */
export const at = { shape: 1, mark: 3, close: 4, short: 6 } as const;

/** What no piece looks like: before the first and behind the last. */
export const nothing: Look = new Int32Array(lookNames.length).fill(-7);

export const shapes = {
  none: 0,
  lower: 1,
  name: 2,
  capitals: 3,
  initial: 4,
  smallName: 5,
  number: 6,
  amount: 7,
  address: 8,
  stopped: 9,
  opener: 11,
  uncased: 12,
  calendar: 13,
} as const;

export const marks = {
  none: 0,
  comma: 1,
  semicolon: 2,
  colon: 3,
  dash: 4,
  stop: 5,
  query: 6,
  cry: 7,
  ellipsis: 8,
  other: 9,
} as const;

/** Marks after the word: which kinds in which order, the strongest, and what closes after it. */
export interface Tail {
  readonly hash: number;
  readonly mark: number;
  /** Bits: 1 quotation mark, 2 bracket. */
  readonly close: number;
}

const markOf = new Uint8Array(32);
markOf[is.comma] = marks.comma;
markOf[is.semicolon] = marks.semicolon;
markOf[is.colon] = marks.colon;
markOf[is.dash] = marks.dash;
markOf[is.stop] = marks.stop;
markOf[is.query] = marks.query;
markOf[is.cry] = marks.cry;
markOf[is.ellipsis] = marks.ellipsis;

/** Single quotation marks read as double ones. */
const asQuote = (kind: number): number =>
  kind === is.apostrophe || kind === is.singleQuote ? is.quote : kind;

/** `possessive`: an apostrophe right behind the word closes no quotation. */
export function tailOf(text: string, from: number, to: number, possessive: boolean): Tail {
  let hash = 7;
  let mark: number = marks.none;
  let close = 0;
  let last = 0;
  let run = 0;
  for (let k = from; k < to; k++) {
    const kind = asQuote(is.kindAt(text, k));
    if (kind === is.invisible || kind === is.accent) continue;
    if (possessive && k === from && kind === is.quote) continue;
    run = kind === last ? run + 1 : 0;
    last = kind;
    if (run < 2) hash = mix(hash, kind);
    if (kind === is.quote) close |= 1;
    else if (kind === is.closing) close |= 2;
    else {
      const found = kind === is.stop && run > 0 ? marks.ellipsis : markOf[kind]!;
      if (found >= mark) mark = found;
      else if (found === 0 && mark === 0) mark = marks.other;
    }
  }
  return { hash, mark, close };
}

/** Bits: 1 quotation mark, 2 bracket, 4 dash, 8 bullet, 16 anything else. */
export function leadOf(text: string, from: number, to: number): number {
  let lead = 0;
  for (let k = from; k < to; k++) {
    const kind = asQuote(is.kindAt(text, k));
    if (kind === is.quote) lead |= 1;
    else if (kind === is.opening) lead |= 2;
    else if (kind === is.dash) lead |= 4;
    else if (kind === is.bullet) lead |= 8;
    else if (kind !== is.invisible) lead |= 16;
  }
  return lead;
}

const isAddress = (core: string): boolean =>
  /[@/]|^www\.|\.(?:com|org|net|html?|gov|edu|pdf|doc|xls)$/i.test(core) && core.length > 4;

/** The shape of a core: `shapes`. Capitals in a row are told apart by the caller. */
export function shapeOf(core: string, head: number): number {
  if (core === "") return shapes.none;
  if (core.length > 4 && isAddress(core)) return shapes.address;
  if (head === is.digit) return /^[\d.,:/-]+$/.test(core) ? shapes.number : shapes.amount;
  if (head === is.letter) return shapes.uncased;
  if (/^\p{L}(?:\.\p{L})+$/u.test(core)) return shapes.stopped;
  if (head === is.lower) return /\p{Lu}/u.test(core) ? shapes.smallName : shapes.lower;
  return core.length === 1 ? shapes.initial : shapes.name;
}

/** Kinds of short form, for a core before a full stop; 6 a word that cannot end a sentence; 0 others. */
export function shortOf(lower: string, mark: number): number {
  if (mark === marks.none) return unfinished.has(lower) ? 6 : 0;
  if (mark !== marks.stop) return 0;
  if (titles.has(lower)) return 1;
  if (onward.has(lower)) return 2;
  if (hours.has(lower)) return 3;
  if (onlyBeforeDigits.has(lower)) return 4;
  if (numbered.has(lower)) return 7;
  if (abbreviations.has(lower)) return 5;
  return 0;
}

/** Of other letters with stops, which may be a state's, only that they are such. */
const knownStops: ReadonlySet<string> = new Set(["a.m", "p.m", "e.g", "i.e", "ph.d", "p.s"]);

const withoutClitic = (lower: string): string => {
  const at = lower.search(/n?['’]/);
  return at > 0 ? lower.slice(0, at) : lower;
};

/** "Dr" of "minister—Dr". */
function lastPart(lower: string): string {
  let at = lower.length;
  while (at > 0 && !"-‐–—/(".includes(lower[at - 1]!)) at--;
  return at > 0 ? lower.slice(at) : lower;
}

const nameWord = 0x4e414d45;
const lengths = [0, 1, 2, 3, 4, 4, 5, 5, 5, 6];

/** Pieces to remember; at more, all are forgotten. */
const most = 20_000;

/** The looks of pieces. A piece met again is not looked at again. */
export class Looks {
  private readonly clusters: Clusters;
  /** By piece, for each state it can be in: among capitals or not, possessive or not. */
  private readonly known = [0, 1, 2, 3].map(() => new Map<string, Look>());

  constructor(clusters: Clusters) {
    this.clusters = clusters;
  }

  /** Of piece `k`; `possessive`: the apostrophe at its end closes no quotation. */
  of(text: string, chunks: Chunks, k: number, capitals: boolean, possessive: boolean): Look {
    const from = chunks.from[k]!;
    const piece = text.slice(from, chunks.to[k]!);
    const known = this.known[(capitals ? 1 : 0) + (possessive ? 2 : 0)]!;
    let look = known.get(piece);
    if (look) return look;
    if (known.size >= most) known.clear();
    const core = [chunks.coreFrom[k]! - from, chunks.coreTo[k]! - from] as const;
    look = lookAt(piece, core, chunks.head[k]!, capitals, possessive, this.clusters);
    if (piece.length < 40) known.set(piece, look);
    return look;
  }
}

const unseen = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

function lookAt(
  piece: string,
  [from, to]: readonly [number, number],
  head: number,
  capitals: boolean,
  possessive: boolean,
  clusters: Clusters,
): Look {
  const core = piece.slice(from, to).replace(unseen, "");
  const lower = core.toLowerCase();
  const plain = shapeOf(core, head);
  const base = withoutClitic(lower);
  const { hash, mark, close } = tailOf(piece, head === 0 ? 0 : to, piece.length, possessive);
  // "A." is an initial, "A" may open a sentence
  const mayOpen = plain === shapes.name || (plain === shapes.initial && mark !== marks.stop);
  const opens = mayOpen && openers.has(base);
  const named = plain === shapes.name || plain === shapes.initial || plain === shapes.smallName;
  const dated = plain === shapes.name && calendar.has(lower);
  const shape =
    capitals && named ? shapes.capitals : opens ? shapes.opener : dated ? shapes.calendar : plain;
  const small = plain === shapes.lower || plain === shapes.uncased;
  const known = hashString(base);
  const look: Record<(typeof lookNames)[number], number> = {
    word: small || opens ? known : named ? nameWord + plain : wordless(lower, shape, hash),
    shape,
    tail: hash,
    mark,
    close,
    lead: head === 0 ? 0 : leadOf(piece, 0, from),
    short: shortOf(lastPart(lower), mark),
    length: small || head === is.digit ? lengths[Math.min(9, core.length)]! : 0,
    ending: small ? hashString(lower, Math.max(0, lower.length - 3)) : shape,
    cluster: small || opens ? clusters.whole[clusterOf(clusters, known)]! : shape,
  };
  return Int32Array.from(lookNames, (name) => look[name]);
}

/** The look of a family name's small word: "von". */
export const particleLook = (look: Look): Look => {
  const named = look.slice();
  named[at.shape] = shapes.smallName;
  return named;
};

/** Numbers by their digits' places, addresses as one; marks by what they are. */
function wordless(lower: string, shape: number, tail: number): number {
  if (shape === shapes.none) return tail;
  if (shape === shapes.stopped) return knownStops.has(lower) ? hashString(lower) : shape;
  if (shape === shapes.number || shape === shapes.amount)
    return hashString(lower.replace(/\d/g, "0").slice(0, 8));
  return shape;
}
