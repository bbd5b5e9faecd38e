/** Who fills a role of a frame: the parties at its places in the tree. */
import type { Path } from "../../knowledge/frames.ts";
import { tokenSpan } from "../../reading/syntax.ts";
import { isCountedFallen } from "../../reading/tolls.ts";
import type { Places } from "./light-verbs.ts";
import type { Match } from "./match.ts";
import { type Cast, isKnownParty, type Others, type Party, partiesAt } from "./parties.ts";
import { fillers } from "./paths.ts";

export interface Stage {
  readonly places: Places;
  readonly cast: Cast;
}

/** A path that ends in "within" looks anywhere below, and takes only the first known party. */
const reaches = (path: Path): boolean => path.at(-1)?.to === "within";

/** What stands at a place of the trigger; of its second words only where nothing does at its own. */
function fillersOf(
  { places }: Stage,
  { trigger, companions, tokens }: Match,
  path: Path,
): number[] {
  // "Five dead": who it befell and what befell them are one phrase.
  if (isCountedFallen(places.at, trigger) && path.length === 1 && path[0]!.to === "subject")
    return [trigger];
  const from = (start: number): number[] =>
    fillers(places, start, path).filter((token) => !tokens.includes(token));
  const own = from(trigger);
  return own.length > 0 ? own : companions.flatMap(from);
}

function partiesAtPath(
  stage: Stage,
  match: Match,
  path: Path,
  role: "actor" | "recipient",
  others: Others,
  taken: ReadonlySet<number>,
): Party[] {
  const far = reaches(path);
  const found = fillersOf(stage, match, path)
    .flatMap((token) => partiesAt(stage.cast, token, role, far ? "nothing" : others))
    .filter(({ entity }) => !taken.has(entity));
  if (!far) return found;
  const { list } = stage.cast.entities;
  return found.filter(({ entity }) => isKnownParty(list[entity]!)).slice(0, 1);
}

/**
 * The parties at the first of a role's places that has any, without those `taken` by the other
 * role; between equals the parties at all places.
 */
export function partiesOf(
  stage: Stage,
  match: Match,
  role: "actor" | "recipient",
  others: Others,
  taken: ReadonlySet<number>,
): Party[] {
  const found = new Map<number, Party>();
  for (const path of match.frame[role]) {
    for (const party of partiesAtPath(stage, match, path, role, others, taken))
      if (!found.has(party.entity)) found.set(party.entity, party);
    if (found.size > 0 && !match.frame.equals) break;
  }
  return withoutOwners(stage, [...found.values()]);
}

/**
 * "The ministers of Egypt, Jordan and Iraq met": the countries behind the first, which a parser hangs on
 * the ministers, stand within the words for them.
 */
function withoutOwners({ cast, places }: Stage, parties: readonly Party[]): Party[] {
  const { list } = cast.entities;
  const within = (each: Party): boolean => {
    const [from, to] = tokenSpan(places.at, each.token);
    return parties.some(
      ({ entity }) =>
        entity !== each.entity &&
        list[entity]!.kind === "person" &&
        list[entity]!.mentions.some(({ span }) => span[0] < from && to <= span[1]),
    );
  };
  return parties.filter((each) => list[each.entity]!.kind !== "state" || !within(each));
}
