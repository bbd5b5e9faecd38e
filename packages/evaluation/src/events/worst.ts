/** The sentences where what was read is furthest from the gold. */
import type { Event, Reader, Refusal } from "@hearsay/reader";
import type { GoldEvent } from "./gold.ts";
import { hasPair, isOfType, matched } from "./judge.ts";
import { type Ontology, quadOf, scoreOfGold, scoreOfType } from "./quads.ts";
import type { Read } from "./tables.ts";

export interface Worst extends Read {
  /** How far off: differences on PLOVER's scale from -10 to 10, summed up. */
  readonly cost: number;
  readonly missed: readonly GoldEvent[];
  /** Read, but not annotated; none in gold that does not list all. */
  readonly extra: readonly Event[];
  /** What the stage of events looked at and made nothing of. */
  readonly refusals: readonly Refusal[];
}

/** Any error costs a little, so that types of score 0 count too. */
const least = 2;
/** The right type with other parties. */
const otherParties = 3;

/** Whether an event says what gold says of an event that has no type: its quad class or its root. */
function isMeant(ontology: Ontology, gold: GoldEvent, event: Event): boolean {
  if (gold.quad !== undefined) return quadOf(ontology, event) === gold.quad;
  if (gold.cameo !== undefined) return event.cameo?.slice(0, 2) === gold.cameo.slice(0, 2);
  return true;
}

/** What it costs that an annotated event is not read as it stands. */
function costOf(ontology: Ontology, { reading }: Read, gold: GoldEvent): number {
  if (gold.type === undefined && gold.quad === "neutral") return 0;
  const score = scoreOfGold(ontology, gold);
  const costs = reading.events.flatMap((each) => {
    const pair = hasPair(reading, each, gold);
    const meant = gold.type === undefined ? isMeant(ontology, gold, each) : isOfType(gold, each);
    if (meant) return [pair ? 0 : otherParties];
    return pair ? [least + Math.abs(score - scoreOfType(ontology, each.type))] : [];
  });
  return costs.length === 0 ? least + Math.abs(score) : Math.min(...costs);
}

function judged(ontology: Ontology, read: Read): Omit<Worst, "refusals"> {
  const { gold, reading } = read;
  const pairs = matched(gold, reading);
  const missed = gold.events.filter((each) => !pairs.has(each) && costOf(ontology, read, each) > 0);
  const used = new Set(pairs.values());
  const explained = (event: Event) =>
    gold.events.some((each) => isOfType(each, event) || each.type === undefined);
  const extra = gold.partial
    ? []
    : reading.events.filter((each) => !used.has(each) && !explained(each));
  const cost =
    missed.reduce((sum, each) => sum + costOf(ontology, read, each), 0) +
    extra.reduce((sum, { type }) => sum + least + Math.abs(scoreOfType(ontology, type)), 0);
  return { ...read, cost, missed, extra };
}

/** The `most` costliest sentences, each read once more to hear what was refused. */
export function worst(
  reads: readonly Read[],
  reader: Pick<Reader, "read" | "knowledge">,
  most: number,
): Worst[] {
  return reads
    .map((read) => judged(reader.knowledge.ontology, read))
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost)
    .slice(0, most)
    .map((each) => {
      const refusals: Refusal[] = [];
      const { id, text, published } = each.gold;
      const input = { id, text, ...(published ? { published } : {}) };
      reader.read(input, {
        refused: (refusal) => refusal.stage === "events" && refusals.push(refusal),
      });
      return { ...each, cost: Math.round(each.cost * 10) / 10, refusals };
    });
}
