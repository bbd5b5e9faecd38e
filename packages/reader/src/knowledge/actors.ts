/** Reads the tables of `knowledge/actors/`: the whole of who and where. The shapes are in `actor.ts`. */
import type { Actor, Actors } from "./actor.ts";
import { openAtlas } from "./atlas.ts";
import { complain, type Desk, tableOf } from "./checks.ts";
import { readFamiliar } from "./familiar.ts";
import { readGroups, readOrganisations, readPeople, readPlaces } from "./gazetteer.ts";
import { PhraseIndex } from "./phrases.ts";
import { readGivenNames, readRoles, readTitles } from "./roles.ts";
import { indexDemonyms, indexMetonyms, readStates } from "./states.ts";
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
  const all: Actor[] = [
    ...states.values(),
    ...organisations,
    ...readGroups(desk, states),
    ...readPeople(desk, states, organisations),
    ...capitals.values(),
    ...places,
  ];
  return {
    states,
    all,
    names: indexNames(desk, all),
    surnames: indexSurnames(all),
    demonyms: indexDemonyms(entries),
    metonyms: indexMetonyms(entries, capitals, metonyms, places),
    titles: readTitles(desk),
    roles: readRoles(desk),
    givenNames: readGivenNames(desk),
    familiar: readFamiliar(desk),
    atlas: openAtlas(files),
  };
}

/** Everybody by every name. A name that is there twice for the same sort of thing is a problem. */
function indexNames(desk: Desk, all: readonly Actor[]): PhraseIndex<Actor> {
  const index = new PhraseIndex<Actor>();
  const seen = new Map<string, Actor>();
  for (const actor of all) {
    for (const name of actor.names) {
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
  a.kind === b.kind && a.country === b.country && a.office === b.office && a.from === b.from;

function indexSurnames(all: readonly Actor[]): PhraseIndex<Actor> {
  const index = new PhraseIndex<Actor>();
  for (const actor of all) if (actor.surname !== undefined) index.add(actor.surname, actor);
  return index;
}
