/** States: their names, the words for their people, and the names that stand for their governments. */
import type { RowAt } from "../reading/because.ts";
import type { Actor, Demonym, Metonym } from "./actor.ts";
import { complain, type Desk, isNew, namesOf, numberOf, tableOf } from "./checks.ts";
import { PhraseIndex } from "./phrases.ts";
import { alternatives, type TableRow } from "./table.ts";

const columns = [
  "iso3",
  "name",
  "names",
  "adjectives",
  "nouns",
  "capital",
  "lat",
  "lon",
  "capital_lat",
  "capital_lon",
  "metonyms",
  "contested",
] as const;
type StateRow = TableRow<(typeof columns)[number]>;

/** A state with its row, for the words that are read from it later. */
export interface StateEntry {
  readonly state: Actor;
  readonly row: StateRow;
}

export interface States {
  readonly states: ReadonlyMap<string, Actor>;
  /** The capitals by the country's code. A capital that has the state's own name is not here. */
  readonly capitals: ReadonlyMap<string, Actor>;
  readonly entries: readonly StateEntry[];
}

export function readStates(desk: Desk): States {
  const states = new Map<string, Actor>();
  const capitals = new Map<string, Actor>();
  const entries: StateEntry[] = [];
  const seen = new Map<string, RowAt>();
  for (const row of tableOf(desk, "actors/states.tsv", columns)) {
    if (!/^[A-Z]{3}$/.test(row.iso3))
      complain(desk, row.at, `"${row.iso3}" is no ISO 3166-1 alpha-3 code; write three capitals`);
    if (!isNew(desk, seen, row.iso3, row.at)) continue;
    const state = stateOf(desk, row);
    states.set(row.iso3, state);
    entries.push({ state, row });
    const capital = capitalOf(desk, row);
    if (capital && !state.names.includes(capital.name)) capitals.set(row.iso3, capital);
  }
  return { states, capitals, entries };
}

function stateOf(desk: Desk, row: StateRow): Actor {
  const { iso3, name, at, contested } = row;
  const lat = numberOf(desk, row.lat, -90, 90, at);
  const lon = numberOf(desk, row.lon, -180, 180, at);
  return {
    kind: "state",
    name,
    names: namesOf(desk, name, row.names, at),
    country: iso3,
    sectors: [],
    code: iso3,
    ...(Number.isNaN(lat + lon) ? {} : { place: { name, country: iso3, lat, lon } }),
    ...(contested === "" ? {} : { contested }),
    at,
  };
}

/** "=Malé": to be met with its diacritics, since "male" is a word. */
function capitalOf(desk: Desk, row: StateRow): Actor | undefined {
  const [written, ...others] = alternatives(row.capital);
  if (written === undefined) return undefined;
  const name = written.replace(/^=/, "");
  const { iso3, at } = row;
  const lat = numberOf(desk, row.capital_lat, -90, 90, at);
  const lon = numberOf(desk, row.capital_lon, -180, 180, at);
  return {
    kind: "place",
    name,
    names: [name, ...others],
    ...(written === name ? {} : { exact: true as const }),
    country: iso3,
    sectors: [],
    code: "",
    placeKind: "capital",
    ...(Number.isNaN(lat + lon) ? {} : { place: { name, country: iso3, lat, lon } }),
    at,
  };
}

/** All words of a state's row: its names, its people's, and those that stand for its government. */
export const wordsOfState = ({ state, row }: StateEntry): string[] => [
  ...state.names,
  ...alternatives(row.adjectives).map((each) => each.replace(/^~/, "")),
  ...alternatives(row.nouns).flatMap((each) => each.split("/").map((word) => word.trim())),
  ...alternatives(row.metonyms),
];

/** The words for a state's people. "Iranian/Iranians": singular and plural; "/French": plural only. */
export function indexDemonyms(
  entries: readonly StateEntry[],
  isTaken: (word: string) => boolean,
): PhraseIndex<Demonym> {
  const index = new PhraseIndex<Demonym>();
  for (const { state, row } of entries) {
    const forms = new Map<string, { adjective: boolean; singular: boolean; plural: boolean }>();
    const form = (word: string) => {
      const known = forms.get(word) ?? { adjective: false, singular: false, plural: false };
      forms.set(word, known);
      return known;
    };
    const second = new Set<string>();
    for (const written of alternatives(row.adjectives)) {
      const word = written.replace(/^~/, "");
      form(word).adjective = true;
      if (word !== written) second.add(word);
    }
    for (const pair of alternatives(row.nouns)) {
      const [singular, plural] = pair.split("/").map((each) => each.trim());
      if (singular) form(singular).singular = true;
      if (plural) form(plural).plural = true;
    }
    for (const [word, uses] of forms) {
      if (!row.at.own && isTaken(word)) continue;
      const rank = second.has(word) ? { second: true as const } : {};
      index.add(word, { state, word, ...uses, ...rank });
    }
  }
  return index;
}

/**
 * What stands for a state's government: its capital (unless the row says "none") and the names its
 * row lists; and those that stand for an organisation.
 */
export function indexMetonyms(
  entries: readonly StateEntry[],
  capitals: ReadonlyMap<string, Actor>,
  others: readonly Metonym[],
  places: readonly Actor[],
  isTaken: (word: string) => boolean,
): PhraseIndex<Metonym> {
  const index = new PhraseIndex<Metonym>();
  const byName = new Map([...places, ...capitals.values()].map((place) => [place.name, place]));
  const add = (of: Actor, word: string) => {
    if (!of.at.own && isTaken(word)) return;
    const place = byName.get(word);
    index.add(word, place ? { of, word, place } : { of, word });
  };
  for (const { of, word } of others) add(of, word);
  for (const { state, row } of entries) {
    const listed = alternatives(row.metonyms);
    const capital = listed.includes("none") ? undefined : capitals.get(row.iso3);
    for (const word of capital?.names ?? [])
      if (row.at.own || !isTaken(word))
        index.add(word, { of: state, word, place: capital! }, capital?.exact);
    for (const word of listed) if (word !== "none") add(state, word);
  }
  return index;
}
