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
export function styleOf(
  forms: readonly string[],
  cases: Int32Array,
  from: number,
  to: number,
): number {
  const seen = [0, 0, 0, 0, 0, 0];
  let long = 0;
  let longLower = 0;
  for (let k = from; k < to; k++) {
    const kind = cases[k]!;
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

/** What does not change from one place to the next: all attributes of a form, and its case. */
type Looks = Int32Array;

/** Forms to remember; at more, all are forgotten. */
const most = 30_000;
const looksByClusters = new WeakMap<Clusters, Map<string, Looks>>();

function looksOf(known: Map<string, Looks>, form: string, clusters: Clusters): Looks {
  let looks = known.get(form);
  if (looks) return looks;
  if (known.size >= most) known.clear();
  looks = lookAt(form, clusters);
  known.set(form, looks);
  return looks;
}

/** Columns for the words of whole sentences; `first` as in `Tokens`. */
export function wordColumns(
  forms: readonly string[],
  first: Int32Array,
  clusters: Clusters,
): WordColumns {
  const count = forms.length;
  const known = looksByClusters.get(clusters) ?? new Map<string, Looks>();
  looksByClusters.set(clusters, known);
  const columns = wordAttributes.map(() => new Int32Array(count + 1));
  for (const column of columns) column[count] = -7;
  const style = columns[caseAt]!;
  for (let i = 0; i < count; i++) {
    const looks = looksOf(known, forms[i]!, clusters);
    for (let k = 0; k < columns.length; k++) columns[k]![i] = looks[k]!;
  }
  for (let s = 0; s + 1 < first.length; s++) {
    const from = first[s]!;
    const to = first[s + 1]!;
    const set = 8 * styleOf(forms, style, from, to);
    for (let i = from; i < to; i++) style[i]! += set + (i === from ? 64 : 0);
  }
  return Object.fromEntries(wordAttributes.map((name, k) => [name, columns[k]!])) as Record<
    WordAttribute,
    Int32Array
  >;
}

const caseAt = wordAttributes.indexOf("case");

/** The attributes of a form, in the order of `wordAttributes`; "case" without the sentence's part. */
function lookAt(form: string, clusters: Clusters): Looks {
  const lower = normalised(form);
  const { length } = lower;
  const whole = hashString(lower);
  const cluster = clusterOf(clusters, whole);
  const looks: Record<WordAttribute, number> = {
    form: hashString(form),
    lower: whole,
    prefix1: hashString(lower, 0, Math.min(1, length)),
    prefix2: hashString(lower, 0, Math.min(2, length)),
    prefix3: hashString(lower, 0, Math.min(3, length)),
    suffix1: hashString(lower, Math.max(0, length - 1)),
    suffix2: hashString(lower, Math.max(0, length - 2)),
    suffix3: hashString(lower, Math.max(0, length - 3)),
    suffix4: hashString(lower, Math.max(0, length - 4)),
    shape: shapeOf(form),
    case: caseOf(form),
    cluster: clusters.whole[cluster]!,
    cluster6: clusters.six[cluster]!,
    cluster4: clusters.four[cluster]!,
  };
  return Int32Array.from(wordAttributes, (name) => looks[name]);
}

/** What all columns of a word follow from: its form, the style of its sentence, whether it opens it. */
export const wordKey = (
  { case: style }: Pick<WordColumns, "case">,
  i: number,
  form: string,
): string => `${style[i]} ${form}`;
