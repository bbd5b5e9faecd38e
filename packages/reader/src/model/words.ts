/**
 * What a word looks like, as hashes: the attributes by which the network knows words, those of form
 * alone. What a dictionary says of them: `lexicon.ts`.
 */
import { type Clusters, clusterOf } from "./clusters.ts";
import { hashString, mix } from "./hash.ts";

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

/** Quick and generous: a capital, or any first letter beyond those of English. */
export function mayBeCapital(form: string): boolean {
  const code = form.charCodeAt(0);
  return (code >= 65 && code <= 90) || code >= 192;
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

/** The attributes of a form; a cluster's first turns say less and of more words than all of them. */
export function attributesOf(form: string, clusters: Clusters): Readonly<Record<string, number>> {
  const lower = normalised(form);
  const { length } = lower;
  const whole = hashString(lower);
  const cluster = clusterOf(clusters, whole);
  const prefix = (letters: number): number => hashString(lower, 0, Math.min(letters, length));
  const suffix = (letters: number): number => hashString(lower, Math.max(0, length - letters));
  return {
    lower: whole,
    prefix1: prefix(1),
    prefix2: prefix(2),
    prefix3: prefix(3),
    prefix4: prefix(4),
    suffix1: suffix(1),
    suffix2: suffix(2),
    suffix3: suffix(3),
    suffix4: suffix(4),
    suffix5: suffix(5),
    shape: shapeOf(form),
    cluster: clusters.whole[cluster]!,
    cluster6: clusters.six[cluster]!,
    cluster4: clusters.four[cluster]!,
  };
}
