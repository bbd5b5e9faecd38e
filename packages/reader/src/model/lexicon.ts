/**
 * What a dictionary says of a word: which parts of speech it may be and how often each is met, and
 * what sort of thing its first sense as a noun or verb is (WordNet's lexicographer files: person,
 * act, communication …). For words that the treebanks never or seldom hold. Words are kept by their
 * hashes.
 */
import { pluralBases, verbBases } from "../text/inflection.ts";
import type { Model } from "./container.ts";
import { hashString } from "./hash.ts";

export interface Lexicon {
  /** Hash and index into `entry` plus 1, in turns; found by open addressing. */
  readonly table: Int32Array;
  /** The entries there are, as `packEntry` made them. */
  readonly entry: Int32Array;
}

/** As noun, verb, adjective, adverb. */
type Four = readonly [number, number, number, number];

export interface LexiconEntry {
  /** How often it is met as each: 0 never, else 1 + the binary logarithm of the count and one, at most 15. */
  readonly often: Four;
  /** The sort of its first sense as a noun, from 1; 0 when it is none. */
  readonly noun: number;
  readonly verb: number;
}

/** In 28 bits: four for each part of speech, six for either sort. */
export const packEntry = ({ often, noun, verb }: LexiconEntry): number =>
  often.reduce((bits, each) => (bits << 4) | each, 0) | (noun << 16) | (verb << 22);

const unpackEntry = (bits: number): LexiconEntry => ({
  often: [(bits >> 12) & 15, (bits >> 8) & 15, (bits >> 4) & 15, bits & 15],
  noun: (bits >> 16) & 63,
  verb: (bits >> 22) & 63,
});

/** Sections "hashes" (one a word), "entries" (the different ones) and "indices" (one a word). */
export function readLexicon(model: Model): Lexicon {
  const [hashBytes, indexBytes, entryBytes] = ["hashes", "indices", "entries"].map((name) =>
    model.section(name),
  ) as [Uint8Array, Uint8Array, Uint8Array];
  const hashes = new Int32Array(hashBytes.buffer, hashBytes.byteOffset, hashBytes.length / 4);
  const indices = new Uint16Array(indexBytes.buffer, indexBytes.byteOffset, hashes.length);
  let size = 16;
  while (size < 2 * hashes.length) size *= 2;
  const table = new Int32Array(2 * size);
  for (let k = 0; k < hashes.length; k++) {
    let slot = hashes[k]! & (size - 1);
    while (table[2 * slot + 1] !== 0) slot = (slot + 1) & (size - 1);
    table[2 * slot] = hashes[k]!;
    table[2 * slot + 1] = indices[k]! + 1;
  }
  return {
    table,
    entry: Int32Array.from(
      new Int32Array(entryBytes.buffer, entryBytes.byteOffset, entryBytes.length / 4),
    ),
  };
}

function entryOf({ table, entry }: Lexicon, word: string): LexiconEntry | undefined {
  const hash = hashString(word);
  const mask = table.length / 2 - 1;
  for (let slot = hash & mask; table[2 * slot + 1] !== 0; slot = (slot + 1) & mask)
    if (table[2 * slot] === hash) return unpackEntry(entry[table[2 * slot + 1]! - 1]!);
  return undefined;
}

export const lexiconAttributes = ["parts", "mainly", "noun", "verb"] as const;
export type LexiconAttribute = (typeof lexiconAttributes)[number];

/** Bases of "-er" and "-est". */
const degreeBases = (form: string): string[] => {
  const stem = /^(.{2,}?)(?:er|est)$/.exec(form)?.[1];
  if (stem === undefined) return [];
  return [stem, `${stem}e`, stem.replace(/i$/, "y"), stem.replace(/(.)\1$/, "$1")];
};

/**
 * What the dictionary says of a lower-cased form: which parts of speech it or a form it is regularly
 * made from may be (`parts`, as bits), which of them it mostly is and how surely (`mainly`), and its
 * sorts.
 */
export function lexiconLooks(lexicon: Lexicon, form: string): Record<LexiconAttribute, number> {
  const often = [0, 0, 0, 0];
  const looks = { parts: 0, mainly: 0, noun: 0, verb: 0 };
  const take = (word: string, part: number, derived: boolean): void => {
    const entry = entryOf(lexicon, word);
    if (!entry || entry.often[part] === 0) return;
    looks.parts |= 1 << (part + (derived ? 4 : 0));
    often[part]! += 2 ** entry.often[part]!;
    if (part === 0) looks.noun ||= entry.noun;
    if (part === 1) looks.verb ||= entry.verb;
  };
  for (let part = 0; part < 4; part++) take(form, part, false);
  if (form.endsWith("s")) for (const base of pluralBases(form)) take(base, 0, true);
  for (const base of verbBases(form)) take(base, 1, true);
  for (const base of degreeBases(form)) take(base, 2, true);
  const all = often[0]! + often[1]! + often[2]! + often[3]!;
  if (all > 0) {
    const most = Math.max(...often);
    looks.mainly = 1 + 16 * often.indexOf(most) + Math.floor((10 * most) / all);
  }
  return looks;
}
