/**
 * Words as sums of vectors: each attribute of a word (form, endings, shape, cluster, what a
 * dictionary says) has one for every value that was met often enough in training. What a word's sum
 * is, and what is made of it, depends on the word alone and is remembered.
 */
import type { Clusters } from "./clusters.ts";
import type { Model } from "./container.ts";
import { type Lexicon, lexiconLooks } from "./lexicon.ts";
import type { Weights } from "./network.ts";
import { attributesOf, caseOf, normalised, styleOf } from "./words.ts";

/** What is known of words from elsewhere than the treebanks. */
export interface WordSources {
  readonly clusters: Clusters;
  readonly lexicon: Lexicon;
}

export interface Attribute {
  readonly name: string;
  /** How many of its values have a vector; value 0 is "unknown". */
  readonly values: number;
}

export interface Vocabulary {
  readonly attributes: readonly Attribute[];
  readonly sources: WordSources;
  /** By attribute: the row of a hashed value. */
  readonly rows: readonly ReadonlyMap<number, number>[];
}

/** From section "values": the hashes of each attribute's values in order. */
export function readVocabulary(
  model: Model,
  attributes: readonly Attribute[],
  sources: WordSources,
): Vocabulary {
  const section = model.section("values");
  const values = new Int32Array(section.buffer, section.byteOffset, section.length / 4);
  let from = 0;
  const rows = attributes.map(({ values: count }) => {
    const known = new Map<number, number>();
    for (let k = 1; k < count; k++) known.set(values[from++]!, k);
    return known;
  });
  return { attributes, sources, rows };
}

/** 0-7: how the sentence is set (`styleOf`), and whether the word opens it. */
const settingOf = (style: number, opens: boolean): number => 2 * style + (opens ? 1 : 0);
const settings = 8;

/** For each token its setting. */
export function settingsOf(forms: readonly string[], first: Int32Array): Uint8Array {
  const setting = new Uint8Array(forms.length);
  const cases = Int32Array.from(forms, caseOf);
  for (let s = 0; s + 1 < first.length; s++) {
    const style = styleOf(forms, cases, first[s]!, first[s + 1]!);
    for (let i = first[s]!; i < first[s + 1]!; i++) setting[i] = settingOf(style, i === first[s]);
  }
  return setting;
}

/** All attributes of a form in its setting, by name. */
export const looksOf = (
  { clusters, lexicon }: WordSources,
  form: string,
  setting: number,
): Readonly<Record<string, number>> => ({
  ...attributesOf(form, clusters),
  ...lexiconLooks(lexicon, normalised(form)),
  case: 8 * setting + caseOf(form),
});

/** The rows of a word's attributes, in their order; 0 for what training did not meet. */
export function rowsOf(
  { attributes, rows, sources }: Vocabulary,
  form: string,
  setting: number,
): number[] {
  const looks = looksOf(sources, form, setting);
  return attributes.map(({ name }, k) => rows[k]!.get(looks[name]!) ?? 0);
}

/** Adds the vectors of a word's attributes to `into`. */
export function sumVectors(
  vocabulary: Vocabulary,
  { tables }: Pick<Weights, "tables">,
  form: string,
  setting: number,
  into: Float32Array,
): void {
  const width = into.length;
  rowsOf(vocabulary, form, setting).forEach((row, k) => {
    const { bytes, scales } = tables.get(`word.${vocabulary.attributes[k]!.name}`)!;
    const scale = scales[row]!;
    for (let d = 0, at = row * width; d < width; d++, at++) into[d]! += bytes[at]! * scale;
  });
}

export interface NewWord {
  readonly form: string;
  readonly setting: number;
}

/** What is made of words, `width` numbers each, remembered from report to report. */
export class KnownWords {
  private readonly slots = Array.from({ length: settings }, () => new Map<string, number>());
  private used = 0;
  private vectors: Float32Array;
  private readonly width: number;
  private readonly make: (words: readonly NewWord[]) => Float32Array;

  /** At more than `most` words all are forgotten. `make` gives the numbers of new words in a row. */
  constructor(most: number, width: number, make: (words: readonly NewWord[]) => Float32Array) {
    this.width = width;
    this.make = make;
    this.vectors = new Float32Array(most * width);
  }

  /** For tokens `from … to - 1` where their numbers begin in `numbers`. */
  placesOf(forms: readonly string[], setting: Uint8Array, from: number, to: number): Int32Array {
    if ((this.used + (to - from)) * this.width > this.vectors.length) this.forget(to - from);
    const start = this.used;
    const places = new Int32Array(to - from);
    const fresh: NewWord[] = [];
    for (let i = from; i < to; i++) {
      const own = this.slots[setting[i]!]!;
      let slot = own.get(forms[i]!);
      if (slot === undefined) {
        slot = this.used++;
        own.set(forms[i]!, slot);
        fresh.push({ form: forms[i]!, setting: setting[i]! });
      }
      places[i - from] = slot * this.width;
    }
    if (fresh.length > 0) this.vectors.set(this.make(fresh), start * this.width);
    return places;
  }

  get numbers(): Float32Array {
    return this.vectors;
  }

  private forget(needed: number): void {
    for (const each of this.slots) each.clear();
    this.used = 0;
    const length = needed * this.width;
    if (length > this.vectors.length) this.vectors = new Float32Array(length);
  }
}
