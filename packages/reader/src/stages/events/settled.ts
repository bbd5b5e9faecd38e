/** What an event's date and its speaker make of its status. */
import { step } from "../../reading/because.ts";
import type { Layers } from "../../reading/layers.ts";
import type { Statement } from "../../reading/reading.ts";
import { type Syntax, tokenSpan } from "../../reading/syntax.ts";
import { innermost } from "../../reading/voice.ts";
import { covers } from "../../text/span.ts";
import type { Timed } from "./circumstances.ts";
import type { Party } from "./parties.ts";
import type { Decided } from "./status.ts";

interface Around {
  readonly at: Syntax;
  readonly layers: Pick<Layers, "report" | "statements" | "entities">;
}

/**
 * The innermost statement that reports an event. The plan that it is itself does not ("plans to
 * attack" is told by whoever says so, not by the planner).
 */
export function voiceOf(
  { at, layers }: Around,
  trigger: number,
  { status, governor }: Decided,
): Statement | undefined {
  const plan = status === "planned" && governor >= 0 ? tokenSpan(at, governor) : undefined;
  const tellers = plan
    ? layers.statements.filter(({ cue }) => !cue.spans.some((span) => covers(span, plan)))
    : layers.statements;
  return innermost(tellers, tokenSpan(at, trigger))?.statement;
}

/** The status, seen together with the date and with who says so. */
export function settled(
  around: Around,
  trigger: number,
  actors: readonly Party[],
  timed: Timed,
  status: Decided,
): Decided {
  if (status.foretold && isOfSpeaker(around, actors, voiceOf(around, trigger, status)))
    return {
      ...status,
      status: "threatened",
      because: step("who warns of it belongs to who would do it", status.because),
    };
  return ahead(around, timed, status);
}

/** "The minister warned that Kenya would attack": Kenya's minister. */
function isOfSpeaker(
  { layers }: Around,
  actors: readonly Party[],
  voice: Statement | undefined,
): boolean {
  const speaker = layers.entities.list.find((each) => each.id === voice?.source.entity);
  if (!speaker || actors.length === 0) return false;
  return actors.every(({ entity }) => {
    const actor = layers.entities.list[entity]!;
    return actor.id === speaker.id || (actor.country && actor.country === speaker.country);
  });
}

/** "Next week's summit": what has its day still to come is planned. */
function ahead({ layers }: Around, { when, because }: Timed, status: Decided): Decided {
  const published = layers.report.published?.slice(0, 10);
  const told = status.status === "happened" || status.status === "ongoing";
  if (!told || published === undefined || !when || when.from <= published) return status;
  return { ...status, status: "planned", because: step("its day is still to come", because) };
}
