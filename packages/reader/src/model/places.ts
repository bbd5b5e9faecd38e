/** What the sentence splitter looks at around each place of a paragraph where a sentence may end. */
import { particles } from "../text/abbreviations.ts";
import * as is from "../text/characters.ts";
import type { Chunks } from "../text/chunks.ts";
import {
  at,
  type Look,
  type Looks,
  lookNames,
  nothing,
  particleLook,
  shapes,
} from "./chunk-looks.ts";
import { readTemplates, type Templates } from "./templates.ts";

const addresses = ["-2", "-1", "1", "2", "s", "here"] as const;
const hereNames = ["quote", "bracket", "since", "left", "style", "habit"] as const;

export const splitterTemplates = (text: string): Templates =>
  readTemplates(text, addresses, [...lookNames, ...hereNames]);

const bucketOf = (count: number): number =>
  count < 4 ? count : count < 6 ? 4 : count < 10 ? 5 : count < 20 ? 6 : 7;

const isLong = ({ coreFrom, coreTo }: Chunks, k: number): boolean => coreTo[k]! - coreFrom[k]! > 3;

const isAddress = (text: string, at: number): boolean =>
  text.startsWith("http", at) || text.startsWith("www.", at);

/** @somebody, #something: words of the sentence they stand in. */
const isTag = (text: string, at: number): boolean =>
  (text[at] === "@" || text[at] === "#") && is.isLetter(is.kindAt(text, at + 1));

/** The most pieces of a name that are stepped over. */
const longestName = 8;
const joiners: ReadonlySet<string> = new Set(["and", "of", "the", "&", "de", "e"]);

/** The places of one paragraph. `start` is the first piece of the sentence that stands open. */
export class Places {
  readonly text: string;
  readonly chunks: Chunks;
  start = 0;
  /** How often a stop is followed by a small letter, and by a capital: the habit of the writer. */
  smallStarts = 0;
  largeStarts = 0;
  private readonly looks: Looks;
  /** By piece, as far as they were asked for. */
  private readonly seen: (Look | undefined)[] = [];
  /** How many words in small letters stand before a piece; not "and" and "of", which names have too. */
  readonly small: number[] = [0];
  /** Before a piece: bit 1 a quotation mark stands open, 2 a single one, 4 a bracket. */
  private readonly open: number[] = [0];
  private readonly style: number;
  private readonly habit: number;

  constructor(text: string, chunks: Chunks, looks: Looks) {
    this.text = text;
    this.chunks = chunks;
    this.looks = looks;
    for (let k = 0; k < chunks.count; k++) {
      const head = chunks.head[k]!;
      this.seen.push(undefined);
      this.small.push(this.small[k]! + (head === is.lower && isLong(chunks, k) ? 1 : 0));
      this.open.push(this.isPlain(k) ? this.open[k]! : this.openAfter(k));
      if (k === 0 || this.isPlain(k - 1) || !this.endsInStop(k - 1)) continue;
      if (head === is.lower) this.smallStarts++;
      else if (head === is.upper) this.largeStarts++;
    }
    this.habit = Math.min(3, this.smallStarts) * 3 + Math.min(2, this.largeStarts);
    const last = chunks.count - 1;
    this.style =
      (last >= 0 && this.endsInStop(last) ? 1 : 0) +
      (chunks.head[0] === is.lower ? 2 : 0) +
      4 * Math.min(3, this.small[chunks.count]! >> 1);
  }

  lastKind(k: number): number {
    let last = this.chunks.to[k]! - 1;
    let kind = is.kindAt(this.text, last);
    while (
      last > this.chunks.from[k]! &&
      (kind === is.quote || kind === is.closing || kind === is.apostrophe)
    )
      kind = is.kindAt(this.text, --last);
    return kind;
  }

  endsInStop(k: number): boolean {
    const kind = this.lastKind(k);
    return kind === is.stop || kind === is.query || kind === is.cry;
  }

  /** What stands open behind piece `k`. */
  private openAfter(k: number): number {
    const { text, chunks } = this;
    let open = this.open[k]!;
    const head = chunks.head[k]!;
    const leadEnd = head === 0 ? chunks.from[k]! : chunks.coreFrom[k]!;
    for (let at = chunks.from[k]!; at < leadEnd; at++) {
      const kind = is.kindAt(text, at);
      if (kind === is.quote) open |= 1;
      else if (kind === is.singleQuote || (kind === is.apostrophe && head !== is.digit)) open |= 2;
      else if (kind === is.opening) open |= 4;
    }
    for (let at = head === 0 ? chunks.from[k]! : chunks.coreTo[k]!; at < chunks.to[k]!; at++) {
      const kind = is.kindAt(text, at);
      if (kind === is.quote) open = head === 0 ? open ^ 1 : open & ~1;
      else if (kind === is.apostrophe) {
        if (!this.isPossessive(k)) open &= ~2;
      } else if (kind === is.closing) open &= ~4;
      else if (kind === is.opening) open |= 4;
    }
    return open;
  }

  /** "workers'": an apostrophe right behind a word, where no quotation stands open or a plural's s. */
  private isPossessive(k: number): boolean {
    const { text, chunks } = this;
    const at = chunks.coreTo[k]!;
    if (chunks.head[k] === 0 || is.kindAt(text, at) !== is.apostrophe) return false;
    if ((this.open[k]! & 2) === 0 && is.kindAt(text, chunks.from[k]!) !== is.apostrophe)
      return true;
    return at + 1 === chunks.to[k] && /s/i.test(text[at - 1]!) && chunks.head[k] === is.lower;
  }

  /** A word with no mark before or behind it. */
  private isPlain(k: number): boolean {
    const { from, coreFrom, coreTo, to, head } = this.chunks;
    return head[k] !== 0 && from[k] === coreFrom[k] && to[k] === coreTo[k];
  }

  look(k: number): Look {
    const { text, chunks } = this;
    if (k < 0 || k >= chunks.count) return nothing;
    let look = this.seen[k];
    if (look) return look;
    look = this.looks.of(text, chunks, k, this.inCapitals(k), this.isPossessive(k));
    if (this.isParticle(k)) look = particleLook(look);
    this.seen[k] = look;
    return look;
  }

  wordOf(k: number): string {
    return this.text.slice(this.chunks.coreFrom[k]!, this.chunks.coreTo[k]!);
  }

  shapeOf(k: number): number {
    return this.look(k)[at.shape]!;
  }

  /** "von" before "Hagen". */
  isParticle(k: number): boolean {
    const { chunks } = this;
    return (
      chunks.head[k] === is.lower &&
      chunks.coreTo[k]! - chunks.coreFrom[k]! <= 4 &&
      this.isBare(k) &&
      this.isName(k + 1) &&
      particles.has(this.wordOf(k))
    );
  }

  private isCapitals(k: number): boolean {
    const { chunks, text } = this;
    if (k < 0 || k >= chunks.count || chunks.head[k] !== is.upper) return false;
    for (let at = chunks.coreFrom[k]!; at < chunks.coreTo[k]!; at++)
      if (is.kindAt(text, at) === is.lower) return false;
    return true;
  }

  /** Three words in capitals in a row are shouted; one or two may be a name. */
  private inCapitals(k: number): boolean {
    if (!this.isCapitals(k)) return false;
    const before = this.isCapitals(k - 1);
    const behind = this.isCapitals(k + 1);
    return (
      (before && behind) || (before && this.isCapitals(k - 2)) || (behind && this.isCapitals(k + 2))
    );
  }

  isBare(k: number): boolean {
    return this.chunks.coreTo[k] === this.chunks.to[k];
  }

  private joins(k: number): boolean {
    const { chunks, text } = this;
    return (
      chunks.to[k]! - chunks.from[k]! <= 3 &&
      joiners.has(text.slice(chunks.from[k]!, chunks.to[k]!))
    );
  }

  isName(k: number): boolean {
    return k >= 0 && k < this.chunks.count && this.chunks.head[k] === is.upper;
  }

  /** The piece before the name that ends in piece `k`, or before `k` itself. */
  private beforeName(k: number): number {
    let first = k;
    for (let step = 0; step < longestName && this.isName(first); step++) {
      if (this.isName(first - 1) && this.isBare(first - 1)) first--;
      else if (this.isName(first - 2) && this.isBare(first - 2) && this.joins(first - 1))
        first -= 2;
      else break;
    }
    return first - 1;
  }

  /** The piece behind the name that begins at `k`, or behind `k` itself. */
  behindName(k: number): number {
    let last = k;
    if (this.shapeOf(k) === shapes.opener) return k + 1;
    for (let step = 0; step < longestName && this.isName(last) && this.isBare(last); step++) {
      if (this.isName(last + 1)) last++;
      else if (last + 2 < this.chunks.count && this.joins(last + 1) && this.isName(last + 2))
        last += 2;
      else break;
    }
    return last + 1;
  }

  /** Whether a sentence may end before piece `k` at all. */
  mayEnd(k: number): boolean {
    const { chunks, text } = this;
    if (chunks.edge[k] !== 0) return true;
    const tail = is.kindAt(text, chunks.to[k - 1]! - 1);
    const head = chunks.head[k]!;
    const plainNext = chunks.from[k] === chunks.coreFrom[k];
    if (tail === is.comma)
      return head !== is.lower && this.small[k]! - this.small[this.start]! <= 1;
    if (!is.isWordly(tail)) return true;
    if (head === is.lower && plainNext) return isAddress(text, chunks.from[k]!);
    if (isTag(text, chunks.from[k]!)) return false;
    const lead = is.kindAt(text, chunks.from[k]!);
    if (lead === is.opening || lead === is.quote) return false;
    if (chunks.head[k - 1] !== is.upper) return this.look(k - 1)[at.short] !== 6;
    if (head !== is.upper || !plainNext) return true;
    return this.shapeOf(k) === shapes.opener || this.inCapitals(k);
  }

  /** Sets the values of the terms for the place before piece `k`. */
  fill(k: number, { address, attribute }: Templates, values: Int32Array): void {
    const rows = [
      this.look(this.beforeName(k - 1)),
      this.look(k - 1),
      this.look(k),
      this.look(this.behindName(k)),
      this.look(this.start),
    ];
    const open = this.open[k]!;
    const here = [
      open & 3,
      open & 4,
      bucketOf(this.small[k]! - this.small[this.start]!),
      bucketOf(this.small[this.chunks.count]! - this.small[k]!),
      this.style,
      this.habit,
    ];
    for (let term = 0; term < address.length; term++) {
      const row = rows[address[term]!];
      const name = attribute[term]!;
      values[term] = row === undefined ? here[name - lookNames.length]! : row[name]!;
    }
  }
}
