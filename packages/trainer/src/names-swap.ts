/**
 * More sentences to learn names from, by putting other names into those that there are: people,
 * places and parties of all countries, so that no part of the world's spelling is strange. Corpora of
 * English are full of the names of a few countries.
 */

import { spansOf } from "@hearsay/evaluation/names";
import type { Actors } from "@hearsay/reader/names";
import { chance } from "./chance.ts";
import type { NameCorpus } from "./names-data.ts";

/** Names to put in, as words; people by country, since given names and surnames go together. */
export interface NamePool {
  readonly people: readonly {
    readonly given: readonly string[];
    readonly family: readonly string[];
  }[];
  readonly places: readonly (readonly string[])[];
  readonly organisations: readonly (readonly string[])[];
}

/** As the treebanks cut words: hyphens stand alone. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/[’`]/g, "'")
    .split(/\s+|(-)/)
    .filter((word) => word !== undefined && word !== "");

/** `facts`: a table of countries whose columns are named in its first line. */
export function readPool(actors: Actors, facts: string): NamePool {
  const [header = "", ...lines] = facts.split("\n");
  const columns = header.split("\t");
  const cell = (line: string, name: string): string =>
    line.split("\t")[columns.indexOf(name)] ?? "";
  return {
    people: peopleByCountry(actors),
    places: lines
      .flatMap((line) => [
        ...divisions(cell(line, "administrative_divisions")),
        ...cities(cell(line, "urban_areas")),
      ])
      .map(wordsOf),
    organisations: lines.flatMap((line) => parties(cell(line, "parties"))).map(wordsOf),
  };
}

function peopleByCountry(actors: Actors): NamePool["people"] {
  const byCountry = new Map<string, { given: string[]; family: string[] }>();
  for (const { kind, country, name } of actors.all) {
    const words = name.split(" ");
    if (kind !== "person" || words.length < 2) continue;
    const names = byCountry.get(country ?? "") ?? { given: [], family: [] };
    byCountry.set(country ?? "", names);
    names.given.push(words[0]!);
    names.family.push(words.slice(1).join(" "));
  }
  return [...byCountry.values()];
}

const isName = (name: string): boolean => /^\p{Lu}[\p{L}' -]{2,30}$/u.test(name);

const divisions = (cell: string): string[] =>
  (cell.split(";")[1] ?? "")
    .replace(/\([^)]*\)|\*/g, "")
    .split(",")
    .map((each) => each.trim())
    .filter(isName);

const capitalised = (name: string): string =>
  name.replace(/\p{Lu}{2,}/gu, (word) => word[0]! + word.slice(1).toLowerCase());

const cities = (cell: string): string[] =>
  cell
    .replace(/\([^)]*\)/g, "")
    .split(/,\s+|;/)
    .map((each) => capitalised(each.replace(/^[\d.,\s]+(?:million)?/, "").trim()))
    .filter(isName);

const parties = (cell: string): string[] =>
  cell
    .split(/\s{2,}|;/)
    .map((each) => each.replace(/ or \p{Lu}.*$|\(.*$/u, "").trim())
    .filter((each) => isName(each) && each.includes(" "));

/** How many sentences that hold names are copied with other names. */
const copied = 0.7;

/** The corpus and its copies. */
export function swapNames(corpus: NameCorpus, pool: NamePool, seed: number): NameCorpus {
  const next = chance(seed);
  const words = [...corpus.words];
  const labels = [...corpus.labels];
  const source = [...corpus.source];
  corpus.words.forEach((sentence, s) => {
    const spans = spansOf(corpus.labels[s]!);
    if (spans.length === 0 || next() > copied) return;
    const copy = withOthers(sentence, spans, pool, next);
    words.push(copy.words);
    labels.push(copy.labels);
    source.push(corpus.source[s]!);
  });
  return { words, labels, source };
}

/** Share of sentences set again in small letters, and in capitals: people write names carelessly. */
const lowered = 0.03;
const raised = 0.05;

/** The corpus with some sentences again in another case. */
export function recaseNames(corpus: NameCorpus, seed: number): NameCorpus {
  const next = chance(seed);
  const words = [...corpus.words];
  const labels = [...corpus.labels];
  const source = [...corpus.source];
  corpus.words.forEach((sentence, s) => {
    const draw = next();
    if (draw >= lowered + raised || spansOf(corpus.labels[s]!).length === 0) return;
    words.push(sentence.map((word) => (draw < lowered ? word.toLowerCase() : word.toUpperCase())));
    labels.push(corpus.labels[s]!);
    source.push(corpus.source[s]!);
  });
  return { words, labels, source };
}

interface Sentence {
  readonly words: string[];
  readonly labels: string[];
}

function withOthers(
  sentence: readonly string[],
  spans: readonly { readonly first: number; readonly last: number; readonly kind: string }[],
  pool: NamePool,
  next: () => number,
): Sentence {
  const copy: Sentence = { words: [], labels: [] };
  const add = (words: readonly string[], kind: string): void => {
    words.forEach((word, k) => {
      copy.words.push(word);
      copy.labels.push(kind === "O" ? "O" : `${k === 0 ? "B" : "I"}-${kind}`);
    });
  };
  let at = 0;
  for (const { first, last, kind } of spans) {
    add(sentence.slice(at, first), "O");
    const own = sentence.slice(first, last + 1);
    add(otherName(own, kind, pool, next) ?? own, kind);
    at = last + 1;
  }
  add(sentence.slice(at), "O");
  return copy;
}

const any = <Item>(list: readonly Item[], next: () => number): Item | undefined =>
  list[Math.floor(next() * list.length)];

function otherName(
  own: readonly string[],
  kind: string,
  pool: NamePool,
  next: () => number,
): readonly string[] | undefined {
  if (!/^\p{Lu}/u.test(own[0]!)) return undefined;
  if (kind === "PER") {
    const names = any(pool.people, next);
    const family = any(names?.family ?? [], next);
    if (!names || !family) return undefined;
    if (own.length === 1) return wordsOf(next() < 0.8 ? family : any(names.given, next)!);
    return wordsOf(`${any(names.given, next)} ${family}`);
  }
  if (kind === "LOC") return own.length <= 2 ? any(pool.places, next) : undefined;
  if (own.length === 1)
    return /^\p{Lu}{2,6}$/u.test(own[0]!) && next() < 0.7 ? [initials(next)] : undefined;
  if (next() < 0.3) return undefined;
  return next() < 0.4 ? any(pool.organisations, next) : composed(pool, next);
}

/** An abbreviation of three to five letters. */
function initials(next: () => number): string {
  const letters = "ABCDEFGHIKLMNOPRSTUW";
  let word = "";
  for (let k = 3 + Math.floor(next() * 3); k > 0; k--) word += any([...letters], next);
  return word;
}

/** How bodies are called the world over: P a place, F a family name, S a subject, B a body. */
const patterns = [
  "Ministry of S",
  "Ministry of S and S",
  "Department of S",
  "S Ministry",
  "S Department",
  "S Commission",
  "National S Commission",
  "National S Authority",
  "National S Agency",
  "Central Bank of P",
  "Bank of P",
  "University of P",
  "P University",
  "P City Council",
  "P High Court",
  "Supreme Court",
  "P Police",
  "P Police Department",
  "P Times",
  "P Herald",
  "P Daily News",
  "P Chamber of Commerce",
  "P Hospital",
  "P FC",
  "P United",
  "F Foundation",
  "F Institute",
  "F Holdings",
  "F Group",
  "F & Sons",
  "F Industries",
  "P Airlines",
  "P Railway",
  "Institute of S",
  "Institute for S Studies",
  "Association of S Workers",
  "P Workers ' Union",
  "B of S",
  "B for S and S",
  "B of P",
  "P S B",
  "National B of S",
  "International B for S",
] as const;

const subjects =
  "Justice Defence Defense Finance Health Education Agriculture Energy Transport Labour Labor Interior Tourism Trade Industry Commerce Culture Sports Youth Women Housing Water Electricity Elections Electoral Immigration Customs Revenue Statistics Environment Forestry Fisheries Mining Petroleum Science Technology Communications Telecommunications Information Security Police Prisons Planning Development Investment Standards Nuclear Maritime Aviation Roads Railways Ports Welfare Children Refugees Migration Peace Democracy Rights Journalists Farmers Teachers Lawyers Nurses".split(
    " ",
  );

const bodies =
  "Council Committee Commission Federation Union Association Agency Authority Institute Office Bureau Board Centre Center Fund Corporation Company League Alliance Society Academy Service Administration Court Network Forum Organization Organisation".split(
    " ",
  );

function composed(pool: NamePool, next: () => number): string[] {
  const people = any(pool.people, next);
  const fill: Readonly<Record<string, () => readonly string[]>> = {
    P: () => any(pool.places, next) ?? [],
    F: () => wordsOf(any(people?.family ?? [], next) ?? "").slice(-1),
    S: () => [any(subjects, next)!],
    B: () => [any(bodies, next)!],
  };
  return any(patterns, next)!
    .split(" ")
    .flatMap((word) => fill[word]?.() ?? [word]);
}
