/** Organisations, groups, people and places: one reader a table, all rows as actors. */
import type { RowAt } from "../reading/because.ts";
import { type Actor, codeOf, type Metonym, type PlaceKind } from "./actor.ts";
import {
  complain,
  type Desk,
  dateOf,
  namesOf,
  numberOf,
  oneOf,
  sectorsOf,
  tableOf,
} from "./checks.ts";
import { alternatives } from "./table.ts";

type StatesByCode = ReadonlyMap<string, Actor>;

/** Says so when a country code is not one of states.tsv; empty is nobody's. */
function countryOf(desk: Desk, states: StatesByCode, cell: string, at: RowAt): string | undefined {
  if (cell === "") return undefined;
  if (states.has(cell)) return cell;
  complain(desk, at, `"${cell}" is no country code of actors/states.tsv`);
  return undefined;
}

const withCountry = (country: string | undefined) => (country === undefined ? {} : { country });

export interface Organisations {
  readonly organisations: readonly Actor[];
  /** Places that stand for an organisation: "Brussels" for the European Union. */
  readonly metonyms: readonly Metonym[];
}

export function readOrganisations(desk: Desk, states: StatesByCode): Organisations {
  const metonyms: Metonym[] = [];
  const columns = ["name", "names", "country", "code", "sectors", "metonyms"] as const;
  const organisations: Actor[] = [];
  for (const row of tableOf(desk, "actors/organisations.tsv", columns)) {
    const { name, at } = row;
    const country = countryOf(desk, states, row.country, at);
    const sectors = sectorsOf(desk, row.sectors, at);
    const code = row.code === "" ? codeOf(country, sectors) : row.code;
    const names = namesOf(desk, name, row.names, at);
    const one: Actor = {
      kind: "organisation",
      name,
      names,
      ...withCountry(country),
      sectors,
      code,
      at,
    };
    organisations.push(one);
    for (const word of alternatives(row.metonyms)) metonyms.push({ of: one, word });
  }
  return { organisations, metonyms };
}

export function readGroups(desk: Desk, states: StatesByCode): Actor[] {
  const columns = ["name", "names", "country", "sectors"] as const;
  return tableOf(desk, "actors/groups.tsv", columns).flatMap((row): Actor[] => {
    const { name, at } = row;
    const country = countryOf(desk, states, row.country, at);
    const sectors = sectorsOf(desk, row.sectors, at);
    const names = namesOf(desk, name, row.names, at);
    return [
      {
        kind: "group",
        name,
        names,
        ...withCountry(country),
        sectors,
        code: codeOf(country, sectors),
        at,
      },
    ];
  });
}

/** One row a term of office, so a person may have several. */
export function readPeople(
  desk: Desk,
  states: StatesByCode,
  organisations: readonly Actor[],
): Actor[] {
  const named = new Map(organisations.map((each) => [each.name, each]));
  const columns = [
    "name",
    "names",
    "surname",
    "country",
    "organisation",
    "office",
    "sectors",
    "from",
    "to",
  ] as const;
  return tableOf(desk, "actors/people.tsv", columns).map((row): Actor => {
    const { name, office, at } = row;
    const country = countryOf(desk, states, row.country, at);
    const sectors = sectorsOf(desk, row.sectors, at);
    const organisation = row.organisation === "" ? undefined : named.get(row.organisation);
    if (row.organisation !== "" && !organisation)
      complain(desk, at, `"${row.organisation}" is no name in actors/organisations.tsv`);
    const from = dateOf(desk, row.from, at);
    const to = dateOf(desk, row.to, at);
    if (from && to && to < from.slice(0, to.length))
      complain(desk, at, `the term ends (${to}) before it begins (${from}); swap them`);
    return {
      kind: "person",
      name,
      names: namesOf(desk, name, row.names, at),
      ...withCountry(country),
      sectors,
      code: organisation ? organisation.code : codeOf(country, sectors),
      surname: row.surname === "" ? name.slice(name.lastIndexOf(" ") + 1) : row.surname,
      office,
      ...(organisation ? { organisation: organisation.name } : {}),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      at,
    };
  });
}

const placeKinds: readonly PlaceKind[] = ["city", "region", "water", "area"];

export function readPlaces(desk: Desk, states: StatesByCode): Actor[] {
  const columns = [
    "name",
    "names",
    "country",
    "kind",
    "lat",
    "lon",
    "population",
    "contested",
  ] as const;
  return tableOf(desk, "actors/places.tsv", columns).flatMap((row): Actor[] => {
    const { contested, at } = row;
    const name = row.name.replace(/^=/, "");
    const country = countryOf(desk, states, row.country, at);
    const lat = numberOf(desk, row.lat, -90, 90, at);
    const lon = numberOf(desk, row.lon, -180, 180, at);
    if (Number.isNaN(lat + lon)) return [];
    return [
      {
        kind: "place",
        name,
        names: namesOf(desk, name, row.names, at),
        ...withCountry(country),
        sectors: [],
        code: "",
        place: { name, country: country ?? "", lat, lon },
        placeKind: oneOf(desk, row.kind, placeKinds, at),
        population: row.population === "" ? 0 : numberOf(desk, row.population, 0, 300_000_000, at),
        ...(contested === "" ? {} : { contested }),
        ...(name === row.name ? {} : { exact: true as const }),
        at,
      },
    ];
  });
}
