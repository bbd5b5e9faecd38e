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
 * An event that is called for is a request of those who call for it to those who should act. What
 * somebody must or needs to do, and nobody in particular asks for, is no request: it is open.
 */
export function asAsked(stage: Stage, ontology: Ontology, found: Found): Found {
  const { match, status, actors, recipients } = found;
  const { type, mode } = match.frame.code;
  if (status.status !== "called for" || status.governor < 0) return found;
  const own = new Set(actors.map(({ entity }) => entity));
  const asking =
    uposOf(stage.cast.at, status.governor) === "AUX" ? [] : askers(stage, status.governor);
  if (
    asking.length === 0
      ? uposOf(stage.cast.at, status.governor) === "AUX"
      : asking.every(({ entity }) => own.has(entity))
  )
    return {
      ...found,
      status: {
        ...status,
        status: "hypothetical",
        because: step("nobody in particular asks for what must be done", status.because),
      },
    };
  const becomes = ontology.statusRule(type, mode, "called for")?.becomes;
  if (becomes === undefined) return found;
  const asked = new Set(asking.map(({ entity }) => entity));
  const others = actors.filter(({ entity }) => !asked.has(entity));
  return {
    ...found,
    actors: asking,
    recipients: becomes === "REQUEST" && others.length > 0 ? others : recipients,
  };
}
