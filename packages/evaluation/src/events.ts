/**
 * Scores events against gold (docs/evaluation.md tells the format). Where one pair of a sentence is
 * annotated (`partial`), only whether it is found is measured, with how many events are made.
 */
import type { Event, Reader, Reading, Span } from "@hearsay/reader";
import { overlaps } from "@hearsay/reader";
import { type PrecisionRecall, percent, precisionRecall } from "./measures.ts";

export interface GoldParty {
  readonly text: string;
  readonly span?: Span;
}

export interface GoldEvent {
  readonly type?: string;
  readonly quad?: string;
  /** CAMEO code; its first two digits are the root. */
  readonly cameo?: string;
  readonly actors?: readonly GoldParty[];
  readonly recipients?: readonly GoldParty[];
  readonly reciprocal?: boolean;
}

export interface GoldSentence {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly events: readonly GoldEvent[];
  readonly partial?: boolean;
}

export interface EventScores {
  /** Share of gold pairs found, parties by overlap, with the right type. */
  readonly pair_type: number | null;
  /** Share of gold events whose sentence has an event of that type. */
  readonly type: number | null;
  /** Share of gold quad classes met; "neutral": no event of another kind with that pair. */
  readonly quad: number | null;
  readonly events_per_sentence: number;
  readonly cameo_root: PrecisionRecall;
  readonly type_scores: PrecisionRecall;
  readonly by_type: Readonly<Record<string, { gold: number; found: number; pairs: number }>>;
}

/** One sentence with what was expected and what was read. */
export interface Judged {
  readonly gold: GoldSentence;
  readonly event: GoldEvent;
  readonly reading: Reading;
  readonly typed: boolean;
  readonly paired: boolean;
}

/** Some sets have CONCEDE and RETREAT as one. */
const typesOf = (type: string): readonly string[] =>
  type === "YIELD" ? ["CONCEDE", "RETREAT"] : [type];

const quadNames = [
  "verbal_cooperation",
  "material_cooperation",
  "verbal_conflict",
  "material_conflict",
];

const quads: Readonly<Record<string, number>> = {
  AGREE: 0,
  CONSULT: 0,
  SUPPORT: 0,
  CONCEDE: 0,
  COOPERATE: 1,
  AID: 1,
  RETREAT: 1,
  REQUEST: 2,
  ACCUSE: 2,
  REJECT: 2,
  THREATEN: 2,
  PROTEST: 3,
  SANCTION: 3,
  MOBILIZE: 3,
  COERCE: 3,
  ASSAULT: 3,
};

/** Kinds that the coarse sets count as neutral: consultations and appeals. */
const neutral = new Set(["CONSULT", "REQUEST"]);

function spansOf(reading: Reading, ids: readonly string[], event: Event): Span[] {
  const spans = ids.flatMap(
    (id) => reading.entities.find((each) => each.id === id)?.mentions.map(({ span }) => span) ?? [],
  );
  return spans.length > 0 ? spans : [event.trigger];
}

const located = (text: string, party: GoldParty): Span | undefined => {
  if (party.span) return party.span;
  const from = text.indexOf(party.text);
  return from < 0 ? undefined : [from, from + party.text.length];
};

/** Whether the gold parties of one role are met by any of the given spans; nobody named is met. */
const met = (
  text: string,
  gold: readonly GoldParty[] | undefined,
  spans: readonly Span[],
): boolean =>
  !gold ||
  gold.length === 0 ||
  gold.some((party) => {
    const span = located(text, party);
    return span !== undefined && spans.some((each) => overlaps(each, span));
  });

/** Between equals every party is an actor, in either order. */
function hasPair(reading: Reading, event: Event, gold: GoldEvent): boolean {
  const { text } = reading.report;
  const actors = spansOf(reading, event.actors, event);
  const recipients = spansOf(reading, event.recipients, event);
  const between = event.actors.length > 1 && event.recipients.length === 0;
  if (between) return met(text, gold.actors, actors) && met(text, gold.recipients, actors);
  const straight = met(text, gold.actors, actors) && met(text, gold.recipients, recipients);
  return (
    straight ||
    (gold.reciprocal === true &&
      met(text, gold.actors, recipients) &&
      met(text, gold.recipients, actors))
  );
}

function judge(gold: GoldSentence, reading: Reading): Judged[] {
  return gold.events.map((event) => {
    const types = event.type === undefined ? [] : typesOf(event.type);
    const ofType = reading.events.filter(({ type }) => types.includes(type));
    return {
      gold,
      event,
      reading,
      typed: ofType.length > 0,
      paired: ofType.some((each) => hasPair(reading, each, event)),
    };
  });
}

function quadIsMet({ event, reading }: Judged): boolean {
  const withPair = reading.events.filter((each) => hasPair(reading, each, event));
  if (event.quad === "neutral") return withPair.every(({ type }) => neutral.has(type));
  const wanted = quadNames.indexOf(event.quad!);
  return withPair.some(({ type }) => quads[type] === wanted);
}

const share = (judged: readonly Judged[], holds: (each: Judged) => boolean): number | null =>
  judged.length === 0 ? null : percent(judged.filter(holds).length, judged.length);

/** Sets of labels a sentence: how many are in both, only predicted, only gold. */
function labelScores(
  sentences: readonly { gold: ReadonlySet<string>; found: ReadonlySet<string> }[],
): PrecisionRecall {
  let both = 0;
  let found = 0;
  let gold = 0;
  for (const each of sentences) {
    both += [...each.gold].filter((label) => each.found.has(label)).length;
    found += each.found.size;
    gold += each.gold.size;
  }
  return precisionRecall(both, found, gold);
}

function byType(judged: readonly Judged[]): EventScores["by_type"] {
  const table: Record<string, { gold: number; found: number; pairs: number }> = {};
  for (const { event, typed, paired } of judged) {
    table[event.type!] ??= { gold: 0, found: 0, pairs: 0 };
    const row = table[event.type!]!;
    row.gold++;
    if (typed) row.found++;
    if (paired) row.pairs++;
  }
  return table;
}

const defined = (values: readonly (string | undefined)[]): Set<string> =>
  new Set(values.flatMap((each) => each ?? []));

/** Reads every sentence of the gold and scores what is found. */
export function scoreEvents(gold: readonly GoldSentence[], reader: Pick<Reader, "read">) {
  const readings = gold.map(({ id, text, published }) =>
    reader.read({ id, text, ...(published ? { published } : {}) }),
  );
  const judged = gold.flatMap((each, index) => judge(each, readings[index]!));
  const typed = judged.filter(({ event }) => event.type !== undefined);
  const events = readings.reduce((sum, each) => sum + each.events.length, 0);
  const labels = (
    goldOf: (event: GoldEvent) => string | undefined,
    foundOf: (event: Event) => string | undefined,
  ) =>
    labelScores(
      gold.flatMap((each, index) =>
        each.partial && each.events.every((event) => goldOf(event) === undefined)
          ? []
          : [
              {
                gold: defined(each.events.map(goldOf)),
                found: defined(readings[index]!.events.map(foundOf)),
              },
            ],
      ),
    );
  const scores: EventScores = {
    pair_type: share(typed, ({ paired }) => paired),
    type: share(typed, (each) => each.typed),
    quad: share(
      judged.filter(({ event }) => event.quad !== undefined),
      quadIsMet,
    ),
    events_per_sentence: Math.round((100 * events) / Math.max(1, gold.length)) / 100,
    cameo_root: labels(
      ({ cameo }) => cameo?.slice(0, 2),
      ({ cameo }) => cameo?.slice(0, 2),
    ),
    type_scores: labels(
      ({ type }) => type,
      ({ type }) => type,
    ),
    by_type: byType(typed),
  };
  return { scores, judged };
}
