/** Reads the tables of `knowledge/actors/`: the whole of who and where. The shapes are in `actor.ts`. */
import type { Actor, Actors } from "./actor.ts";
import { openAtlas } from "./atlas.ts";
import { complain, type Desk, tableOf } from "./checks.ts";
import { type Coded, nameKey, readCoded } from "./coded.ts";
import { readCodes } from "./codes.ts";
import { readFamiliar } from "./familiar.ts";
import { readGroups, readOrganisations, readPeople, readPlaces } from "./gazetteer.ts";
import { PhraseIndex } from "./phrases.ts";
import { readRegions } from "./regions.ts";
import { readGivenNames, readRoles, readTitles } from "./roles.ts";
import { indexDemonyms, indexMetonyms, readStates, type States, wordsOfState } from "./states.ts";
import type { KnowledgeFile, Problem } from "./table.ts";

export type * from "./actor.ts";

/**
 * Reads all tables of `actors/` among the files. Rows that cannot be read are left out and named
 * in `problems`; a missing table is an empty one, with a problem. Sectors are checked against
 * `ontology/sectors.tsv`, which has to be among the files.
 */
export function loadActors(files: readonly KnowledgeFile[], problems: Problem[]): Actors {
  const sectors = new Set(
    tableOf({ files, problems: [] }, "ontology/sectors.tsv", ["sector"]).map((row) => row.sector),
  );
  const desk: Desk = { files, problems, sectors };
  const { states, capitals, entries } = readStates(desk);
  const { organisations, metonyms } = readOrganisations(desk, states);
  const places = readPlaces(desk, states);
  const codes = readCodes(desk, states);
  const titles = readTitles(desk);
  const givenNames = readGivenNames(desk);
  const ofCountry = knownOfCountry({ states, capitals, entries }, places);
  const coded = readCoded(desk, { states, codes, givenNames, titles, ofCountry });
  const everybody: Actor[] = [
    ...coded.actors,
    ...states.values(),
    ...organisations,
    ...readGroups(desk, states),
    ...readPeople(desk, states, organisations),
    ...capitals.values(),
    ...places,
  ];
  const taken = takenNames(everybody, coded);
  const isTaken = (name: string): boolean => taken.size > 0 && taken.has(nameKey(name));
  const all = everybody.filter((each) => !isReplaced(each, isTaken));
  return {
    states,
    all,
    names: indexNames(desk, all, isTaken),
    surnames: indexSurnames(all),
    demonyms: indexDemonyms(entries, isTaken),
    metonyms: indexMetonyms(entries, capitals, metonyms, places, isTaken),
    titles,
    roles: readRoles(desk, codes),
    givenNames,
    regions: readRegions(desk, states),
    familiar: readFamiliar(desk),
    atlas: openAtlas(files),
  };
}

/** Names that own dictionaries give somebody, or nobody: ours do not have them any more. */
function takenNames(actors: readonly Actor[], { nobody }: Coded): ReadonlySet<string> {
  const taken = new Set(nobody);
  for (const { at, names } of actors)
    if (at.own) for (const name of names) taken.add(nameKey(name));
  return taken;
}

type IsTaken = (name: string) => boolean;

/** Ours whose own name is taken; a person, who would be found by surname too, with any name taken. */
const isReplaced = ({ at, kind, name, names }: Actor, isTaken: IsTaken): boolean =>
  !at.own && kind !== "state" && (isTaken(name) || (kind === "person" && names.some(isTaken)));

/** Whether the tables have a name as a state's, its people's or that of a place in it. */
function knownOfCountry(
  { capitals, entries }: States,
  places: readonly Actor[],
): (name: string, country: string) => boolean {
  let known: Set<string> | undefined;
  const all = (): Set<string> =>
    new Set([
      ...entries.flatMap((entry) =>
        wordsOfState(entry).map((word) => `${nameKey(word)}/${entry.state.country}`),
      ),
      ...[...capitals.values(), ...places].flatMap(({ names, country }) =>
        names.map((name) => `${nameKey(name)}/${country ?? ""}`),
      ),
    ]);
  return (name, country) => {
    known ??= all();
    return known.has(`${nameKey(name)}/${country}`);
  };
}

/** Everybody by every name. A name that is there twice for the same sort of thing is a problem. */
function indexNames(desk: Desk, all: readonly Actor[], isTaken: IsTaken): PhraseIndex<Actor> {
  const index = new PhraseIndex<Actor>();
  const seen = new Map<string, Actor>();
  for (const actor of all) {
    for (const name of actor.names) {
      if (!actor.at.own && isTaken(name)) continue;
      index.add(name, actor, actor.exact);
      const before = seen.get(name);
      if (!before) seen.set(name, actor);
      else if (isSame(before, actor))
        complain(
          desk,
          actor.at,
          `the name "${name}" is already on line ${before.at.line} of ${before.at.file}; keep one`,
        );
    }
  }
  return index;
}

/** Two rows for one: the same kind and country, and for people the same term of the same office. */
const isSame = (a: Actor, b: Actor): boolean =>
  !a.at.own &&
  a.kind === b.kind &&
  a.country === b.country &&
  a.office === b.office &&
  a.from === b.from;

function indexSurnames(all: readonly Actor[]): PhraseIndex<Actor> {
  const index = new PhraseIndex<Actor>();
  for (const actor of all) if (actor.surname !== undefined) index.add(actor.surname, actor);
  return index;
}
