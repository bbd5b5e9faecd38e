/**
 * Swaps two states throughout a report, and says what that must do to its Reading: the same swap of
 * names, codes and rows of knowledge, spans moved along, and nothing else.
 */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ReportInput } from "@hearsay/reader";

export interface State {
  readonly iso3: string;
  /** The words that mean this state: name, people (adjective, singular), plural, capital. */
  readonly words: readonly string[];
  /** Whatever else its row names it by: these must not stand in a text that is to be swapped. */
  readonly others: readonly string[];
  readonly line: number;
  readonly row: string;
  readonly place: Place;
  readonly capital: Place;
}

interface Place {
  readonly name: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
}

const file = "actors/states.tsv";
const knowledge = fileURLToPath(new URL("../packages/reader/knowledge/", import.meta.url));

const listed = (cell = ""): string[] => cell.split("|").map((each) => each.trim());
const isWord = (text: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(text);

function stateOf(row: string, line: number, columns: readonly string[]): State | undefined {
  const cells = row.split("\t");
  const cell = (name: string): string => cells[columns.indexOf(name)]?.trim() ?? "";
  const [iso3, name] = [cell("iso3"), cell("name")];
  const [adjective = "", ...adjectives] = listed(cell("adjectives"));
  const [noun = "", ...nouns] = listed(cell("nouns"));
  const [capital = "", ...capitals] = listed(cell("capital"));
  // "Kenyan" is both, and "Kenyans" are many: so that a swap can be undone word for word.
  if (noun !== `${adjective}/${adjective}s`) return undefined;
  if (![name, adjective, capital].every(isWord) || name === capital) return undefined;
  // A territory whose capital does not stand for a government is not one party among others.
  if (listed(cell("metonyms")).includes("none")) return undefined;
  return {
    iso3,
    words: [name, adjective, `${adjective}s`, capital],
    others: [
      ...listed(cell("names")),
      ...adjectives,
      ...nouns,
      ...capitals,
      ...listed(cell("metonyms")),
    ].filter((each) => each !== "" && each !== "none"),
    line,
    row,
    place: { name, country: iso3, lat: Number(cell("lat")), lon: Number(cell("lon")) },
    capital: {
      name: capital,
      country: iso3,
      lat: Number(cell("capital_lat")),
      lon: Number(cell("capital_lon")),
    },
  };
}

/** Towns and divisions that only a name which no other table has is sought among. */
const longTables: ReadonlySet<string> = new Set(["actors/towns.tsv", "actors/divisions.tsv"]);

/** Whatever the other tables have under a name: "Jordan" is a given name too, "Brussels" is the EU. */
function otherNames(): ReadonlySet<string> {
  const tables = globSync(["actors/*.tsv", "wording/names.tsv"], { cwd: knowledge });
  return new Set(
    tables
      .filter((path) => path !== file && !longTables.has(path))
      .flatMap((path) => readFileSync(join(knowledge, path), "utf8").split(/[\n\t|]/))
      .map((each) => each.trim()),
  );
}

/** All states whose words can be put in each other's place and leave a grammatical text. */
export function swappableStates(): State[] {
  const taken = otherNames();
  let columns: readonly string[] | undefined;
  return readFileSync(join(knowledge, file), "utf8")
    .split("\n")
    .flatMap((row, index) => {
      if (row.trim() === "" || row.startsWith("#")) return [];
      const state = columns && stateOf(row, index + 1, columns);
      columns ??= row.split("\t");
      return state && !state.words.some((word) => taken.has(word)) ? [state] : [];
    });
}

const bounded = (words: Iterable<string>): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...words].join("|")})(?![\\p{L}\\p{N}])`, "gu");

export const mentions = (text: string, words: readonly string[]): boolean =>
  words.length > 0 && bounded(words.flatMap((each) => [each, each.toUpperCase()])).test(text);

/** "a Kenyan" cannot become "a Ethiopian": both must begin with a vowel, or neither. */
export const fit = (a: State, b: State): boolean =>
  a.iso3 !== b.iso3 &&
  a.words.every((word, index) => /^[AEIOU]/.test(word) === /^[AEIOU]/.test(b.words[index]!)) &&
  new Set([...a.words, ...b.words]).size === a.words.length + b.words.length;

export interface Swap {
  input(input: ReportInput): ReportInput;
  /** What the Reading of the swapped report must be, given the Reading of the first. */
  reading(reading: unknown): unknown;
}

/** A map that leads from each of a pair to the other. */
const bothWays = <T>(pairs: readonly (readonly [T, T])[]): Map<T, T> =>
  new Map(pairs.flatMap(([one, two]) => [[one, two] as const, [two, one] as const]));

export function swapOf(a: State, b: State, original: string): Swap {
  const words = a.words.map((word, index) => [word, b.words[index]!] as const);
  const loud = words.map(([one, two]) => [one.toUpperCase(), two.toUpperCase()] as const);
  const partner = bothWays([...words, ...loud]);
  const codes = bothWays([[a.iso3, b.iso3]]);
  const states = bothWays([[a, b]]);
  const places = bothWays([
    [a.place, b.place],
    [a.capital, b.capital],
  ]);
  const placeNamed = new Map([...places].map(([{ name }, other]) => [name, other]));
  const pattern = bounded([...partner.keys()].sort((x, y) => y.length - x.length));
  const text = (from: string): string => from.replace(pattern, (word) => partner.get(word)!);
  const code = (from: string): string =>
    from.replace(/^[A-Z]{3}\b/, (iso) => codes.get(iso) ?? iso);
  const position = positions(original, pattern, partner);

  const row = (from: Json): Json => {
    const other =
      from.file === file && [...states].find(([state]) => state.line === from.line)?.[1];
    return other ? { ...from, line: other.line, row: other.row } : from;
  };
  const object = (from: Json): Json => {
    if (from.kind === "row") return row(from);
    if ("lat" in from) return { ...(placeNamed.get(from.name as string) ?? from) };
    // A town that is not swapped stays where it is.
    const stays = from.kind === "place" && "mentions" in from && !partner.has(from.name as string);
    return Object.fromEntries(
      Object.entries(from).map(([key, each]) => {
        if (key === "country" || key === "code") return [key, stays ? each : code(each as string)];
        return [key, value(each)];
      }),
    );
  };
  const value = (from: unknown): unknown => {
    if (typeof from === "string") return text(from);
    if (Array.isArray(from)) return isSpan(from) ? from.map(position) : from.map(value);
    return from === null || typeof from !== "object" ? from : object(from as Json);
  };
  return { input: (input) => value(input) as ReportInput, reading: value };
}

type Json = Readonly<Record<string, unknown>>;

const isSpan = (value: readonly unknown[]): boolean =>
  value.length === 2 && value.every((each) => typeof each === "number");

/** Where a position of the text stands after the swap; positions inside a swapped word have no place. */
function positions(
  original: string,
  pattern: RegExp,
  partner: ReadonlyMap<string, string>,
): (at: number) => number {
  const moved = [...original.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    longer: partner.get(match[0])!.length - match[0].length,
  }));
  return (at) => {
    let shift = 0;
    for (const { from, to, longer } of moved) {
      if (at <= from) break;
      if (at < to) return Number.NaN;
      shift += longer;
    }
    return at + shift;
  };
}

/** Where two values differ, one line a place. */
export function differences(found: unknown, expected: unknown, path = ""): string[] {
  const both = [found, expected];
  if (both.every((each) => typeof each === "object" && each !== null)) {
    const [a, b] = both as Record<string, unknown>[];
    const keys = new Set([...Object.keys(a!), ...Object.keys(b!)]);
    return [...keys].flatMap((key) => differences(a![key], b![key], `${path}.${key}`));
  }
  if (Object.is(found, expected)) return [];
  return [`${path}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`];
}
