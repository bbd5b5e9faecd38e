/**
 * Scores events against gold (docs/evaluation.md tells the format). Where one pair of a sentence is
 * annotated (`partial`), only whether it is found is measured, with how many events are made.
 */
import type { Reader } from "@hearsay/reader";
import type { GoldSentence } from "./events/gold.ts";
import { hasPair, type Judged, judge } from "./events/judge.ts";
import { quadOf, quadOfGold } from "./events/quads.ts";
import {
  byType,
  type Confusion,
  confusions,
  detection,
  type Finding,
  labelFinding,
  labelScores,
  type Read,
  type TypeRow,
  typesAndParties,
} from "./events/tables.ts";
import { type Worst, worst } from "./events/worst.ts";
import { type PrecisionRecall, percent } from "./measures.ts";

export { type GoldEvent, type GoldParty, type GoldSentence, goldSentence } from "./events/gold.ts";
export { type Judged, located } from "./events/judge.ts";
export type { Confusion, Finding, TypeRow } from "./events/tables.ts";
export type { Worst } from "./events/worst.ts";

export interface EventScores {
  readonly sentences: number;
  /** Sentences of which not all events are annotated. */
  readonly partial: number;
  /** Whether a sentence has any event. */
  readonly detection: Finding;
  /** Share of the sentences that have no event by the gold where none is made. */
  readonly silent: number | null;
  /** Share of gold pairs found, parties by overlap, with the right type. */
  readonly pair_type: number | null;
  /** Share of gold events whose sentence has an event of that type. */
  readonly type: number | null;
  /** Share of gold quad classes met; "neutral": no event of another kind with that pair. */
  readonly quad: number | null;
  readonly events_per_sentence: number;
  readonly types_and_parties: Finding;
  readonly quad_scores: Finding;
  readonly cameo_root: PrecisionRecall;
  readonly type_scores: PrecisionRecall;
  readonly by_type: Readonly<Record<string, TypeRow>>;
  readonly confusions: readonly Confusion[];
}

/** Of the worst sentences, so many are told. */
const mostWorst = 20;

/** Kinds that the coarse sets count as neutral: consultations and appeals. */
const neutral = new Set(["CONSULT", "REQUEST"]);

const share = <T>(items: readonly T[], holds: (each: T) => boolean): number | null =>
  items.length === 0 ? null : percent(items.filter(holds).length, items.length);

/** Reads every sentence of the gold and scores what is found. */
export function scoreEvents(
  gold: readonly GoldSentence[],
  reader: Pick<Reader, "read" | "knowledge">,
): { scores: EventScores; judged: readonly Judged[]; worst: readonly Worst[] } {
  const { ontology } = reader.knowledge;
  const reads = gold.map((each): Read => {
    const { id, text, published } = each;
    return { gold: each, reading: reader.read({ id, text, ...(published ? { published } : {}) }) };
  });
  const judged = reads.flatMap((each) => judge(each.gold, each.reading));
  const typed = judged.filter(({ event }) => event.type !== undefined);
  const empty = reads.filter((each) => !each.gold.partial && each.gold.events.length === 0);
  const made = reads.reduce((sum, { reading }) => sum + reading.events.length, 0);
  const scores: EventScores = {
    sentences: gold.length,
    partial: gold.filter(({ partial }) => partial === true).length,
    detection: detection(reads),
    silent: share(empty, ({ reading }) => reading.events.length === 0),
    pair_type: share(typed, ({ paired }) => paired),
    type: share(typed, (each) => each.typed),
    quad: share(
      judged.filter(({ event }) => event.quad !== undefined),
      (each) => quadIsMet(each, ontology),
    ),
    events_per_sentence: Math.round((100 * made) / Math.max(1, gold.length)) / 100,
    types_and_parties: typesAndParties(reads),
    quad_scores: labelFinding(
      reads,
      (each) => quadOfGold(ontology, each),
      (each) => quadOf(ontology, each),
    ),
    cameo_root: labelScores(
      reads,
      ({ cameo }) => cameo?.slice(0, 2),
      ({ cameo }) => cameo?.slice(0, 2),
    ),
    type_scores: labelScores(
      reads,
      ({ type }) => type,
      ({ type }) => type,
    ),
    by_type: byType(reads, typed),
    confusions: confusions(typed),
  };
  return { scores, judged, worst: worst(reads, reader, mostWorst) };
}

function quadIsMet({ event, reading }: Judged, ontology: Reader["knowledge"]["ontology"]): boolean {
  const withPair = reading.events.filter((each) => hasPair(reading, each, event));
  if (event.quad === "neutral") return withPair.every(({ type }) => neutral.has(type));
  return withPair.some((each) => quadOf(ontology, each) === event.quad);
}
