/**
 * What a word looks like, as columns of hashes: the attributes that taggers, name models and the
 * parser build features from. Slot `count` stands for "no word there".
 */
import { type Clusters, clusterOf } from "./clusters.ts";
import { hashString, mix } from "./hash.ts";

export const wordAttributes = [
  "form",
  "lower",
  "prefix1",
  "prefix2",
  "prefix3",
  "suffix1",
  "suffix2",
  "suffix3",
  "suffix4",
  "shape",
  "case",
  "cluster",
  "cluster6",
  "cluster4",
] as const;

export type WordAttribute = (typeof wordAttributes)[number];
export type WordColumns = Readonly<Record<WordAttribute, Int32Array>>;

const upper = /\p{Lu}/u;
const lowerCase = /\p{Ll}/u;
const letter = /\p{L}/u;

/** 0 no letter, 1 lower, 2 Initial, 3 CAPITALS, 4 mIxed; a single capital is 5. */
export function caseOf(form: string): number {
  if (!letter.test(form)) return 0;
  if (!upper.test(form)) return 1;
  if (!lowerCase.test(form)) return form.length === 1 ? 5 : 3;
  const first = form.codePointAt(0)!;
  const rest = form.slice(first > 0xffff ? 2 : 1);
  return upper.test(String.fromCodePoint(first)) && !upper.test(rest) ? 2 : 4;
}

/** How a sentence is set: 0 running text, 1 Every Word Capitalised, 2 ALL CAPITALS, 3 all lower case. */
export function styleOf(forms: readonly string[], from: number, to: number): number {
  const seen = [0, 0, 0, 0, 0, 0];
  let long = 0;
  let longLower = 0;
  for (let k = from; k < to; k++) {
    const kind = caseOf(forms[k]!);
    seen[kind]!++;
    if (kind !== 0 && forms[k]!.length > 4) long++;
    if (kind === 1 && forms[k]!.length > 4) longLower++;
  }
  const worded = seen[1]! + seen[2]! + seen[3]! + seen[4]! + seen[5]!;
  if (worded >= 3 && seen[3]! + seen[5]! > 0.8 * worded) return 2;
  if (worded >= 4 && long >= 3 && longLower <= 0.12 * long) return 1;
  return worded >= 3 && seen[1] === worded ? 3 : 0;
}

/** aXx0. with runs shortened to two: "U.S." is X.X., "Covid-19" Xxx-00. */
function shapeOf(form: string): number {
  let hash = 0;
  let last = 0;
  let run = 0;
  for (let k = 0; k < form.length; k++) {
    const unit = form.charCodeAt(k);
    let kind = unit;
    if (unit >= 48 && unit <= 57) kind = 48;
    else if (unit >= 97 && unit <= 122) kind = 120;
    else if (unit >= 65 && unit <= 90) kind = 88;
    else if (unit > 127) kind = upper.test(form[k]!) ? 88 : lowerCase.test(form[k]!) ? 120 : unit;
    run = kind === last ? run + 1 : 0;
    last = kind;
    if (run < 2) hash = mix(hash, kind);
  }
  return hash;
}

/** Digits count as one, so that numbers share what is known of them. */
export const normalised = (form: string): string =>
  form.toLowerCase().replace(/\d/g, "0").replace(/’/g, "'");

/** Columns for the words of whole sentences; `first` as in `Tokens`. */
export function wordColumns(
  forms: readonly string[],
  first: Int32Array,
  clusters: Clusters,
): WordColumns {
  const count = forms.length;
  const columns = Object.fromEntries(
    wordAttributes.map((name) => [name, new Int32Array(count + 1)]),
  ) as Record<WordAttribute, Int32Array>;
  for (const name of wordAttributes) columns[name][count] = -7;
  const lowered = new Map<string, string>();
  for (let s = 0; s + 1 < first.length; s++) {
    const from = first[s]!;
    const to = first[s + 1]!;
    const style = styleOf(forms, from, to);
    for (let i = from; i < to; i++) {
      const form = forms[i]!;
      let lower = lowered.get(form);
      if (lower === undefined) {
        lower = normalised(form);
        lowered.set(form, lower);
      }
      fillWord(columns, i, form, lower, clusters);
      columns.case[i] = caseOf(form) + 8 * style + (i === from ? 64 : 0);
    }
  }
  return columns;
}

function fillWord(
  columns: Record<WordAttribute, Int32Array>,
  i: number,
  form: string,
  lower: string,
  clusters: Clusters,
): void {
  const length = lower.length;
  columns.form[i] = hashString(form);
  columns.lower[i] = hashString(lower);
  columns.prefix1[i] = hashString(lower, 0, Math.min(1, length));
  columns.prefix2[i] = hashString(lower, 0, Math.min(2, length));
  columns.prefix3[i] = hashString(lower, 0, Math.min(3, length));
  columns.suffix1[i] = hashString(lower, Math.max(0, length - 1));
  columns.suffix2[i] = hashString(lower, Math.max(0, length - 2));
  columns.suffix3[i] = hashString(lower, Math.max(0, length - 3));
  columns.suffix4[i] = hashString(lower, Math.max(0, length - 4));
  columns.shape[i] = shapeOf(form);
  const cluster = clusterOf(clusters, columns.lower[i]!);
  columns.cluster[i] = clusters.whole[cluster]!;
  columns.cluster6[i] = clusters.six[cluster]!;
  columns.cluster4[i] = clusters.four[cluster]!;
}
