/** Who asks, where an event is only called for: "residents want the army to release the men". */
import { readPath } from "../../knowledge/frames.ts";
import type { Ontology } from "../../knowledge/ontology.ts";
import { step } from "../../reading/because.ts";
import { uposOf } from "../../reading/syntax.ts";
import type { Found } from "./absorb.ts";
import type { Party } from "./parties.ts";
import { partiesAt } from "./parties.ts";
import { fillers } from "./paths.ts";
import type { Stage } from "./roles.ts";

const places = ["subject", "possessor", "oblique by/from"].map(readPath);

/** Whoever stands as the subject or owner of the word that calls for the event. */
function askers(stage: Stage, governor: number): Party[] {
  for (const path of places) {
    const found = fillers(stage.places, governor, path).flatMap((token) =>
      partiesAt(stage.cast, token, "actor", "nothing"),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * An event that is called for is a request of those who call for it to those who should act; a
 * meeting that is refused is refused by one of those who would have met. What somebody must or
 * needs to do, and nobody in particular asks for, is no request: it is open.
 */
export function asAsked(stage: Stage, ontology: Ontology, found: Found): Found {
  const { status, governor } = found.status;
  if (governor < 0) return found;
  const modal = uposOf(stage.cast.at, governor) === "AUX";
  const asking = modal ? [] : askers(stage, governor);
  if (status === "called for" && (modal || isTheirs(asking, found.actors))) return open(found);
  const { type, mode } = found.match.frame.code;
  const becomes = ontology.statusRule(type, mode, status)?.becomes;
  if (status === "called for" && becomes !== undefined) return turned(found, asking, becomes);
  const between = found.match.frame.equals && becomes === "REJECT" && asking.length > 0;
  return between ? turned(found, asking, becomes) : found;
}

/** "Chad needs to withdraw": whoever needs is whoever acts. */
const isTheirs = (asking: readonly Party[], actors: readonly Party[]): boolean =>
  asking.length > 0 &&
  asking.every(({ entity }) => actors.some((actor) => actor.entity === entity));

const open = (found: Found): Found => ({
  ...found,
  status: {
    ...found.status,
    status: "hypothetical",
    because: step("nobody in particular asks for what must be done", found.status.because),
  },
});

/** Those who ask or refuse become the actors; the others are whom they ask or refuse. */
function turned(found: Found, asking: readonly Party[], becomes: string): Found {
  const asked = new Set(asking.map(({ entity }) => entity));
  const others = found.actors.filter(({ entity }) => !asked.has(entity));
  const directed = becomes === "REQUEST" || becomes === "REJECT";
  return {
    ...found,
    actors: asking,
    recipients: directed && others.length > 0 ? others : found.recipients,
  };
}
