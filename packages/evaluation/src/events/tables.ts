/** The tables of figures over sentences of gold and what was read in them. */
import type { Event, Reading } from "@hearsay/reader";
import { type PrecisionRecall, percent, precisionRecall } from "../measures.ts";
import type { GoldEvent, GoldSentence } from "./gold.ts";
import { hasPair, hasParties, isOfType, type Judged, matched, typesOf } from "./judge.ts";

/** Of gold that does not list all events only finding can be told: `p` and `f1` are null then. */
export interface Finding {
  readonly p: number | null;
  readonly r: number | null;
  readonly f1: number | null;
}

/** One sentence of gold and its Reading. */
export interface Read {
  readonly gold: GoldSentence;
  readonly reading: Reading;
}

/** Counts of one sentence, or of many. */
interface Counts {
  readonly both: number;
  readonly found: number;
  readonly gold: number;
}

/** Scores the sentences that are annotated in full; if there are none, how much is found. */
export function finding(reads: readonly Read[], count: (read: Read) => Counts): Finding {
  const whole = reads.filter(({ gold }) => !gold.partial);
  const sum = (list: readonly Read[]): Counts =>
    list.map(count).reduce(
      (all, each) => ({
        both: all.both + each.both,
        found: all.found + each.found,
        gold: all.gold + each.gold,
      }),
      { both: 0, found: 0, gold: 0 },
    );
  const { both, found, gold } = sum(whole.length > 0 ? whole : reads);
  const r = gold === 0 ? null : percent(both, gold);
  if (whole.length === 0) return { p: null, r, f1: null };
  const known = gold > 0;
  return {
    p: found === 0 ? null : percent(both, found),
    r,
    f1: known ? percent(2 * both, found + gold) : null,
  };
}

/** Whether a sentence has any event. */
export const detection = (reads: readonly Read[]): Finding =>
  finding(reads, ({ gold, reading }) => {
    const is = gold.events.length > 0 ? 1 : 0;
    const found = reading.events.length > 0 ? 1 : 0;
    return { both: is * found, found, gold: is };
  });

/** Events with the right type and parties; where gold has no types, nothing is counted. */
export const typesAndParties = (reads: readonly Read[]): Finding =>
  finding(reads, ({ gold, reading }) => {
    const typed = gold.events.filter(({ type }) => type !== undefined);
    if (typed.length < gold.events.length) return { both: 0, found: 0, gold: 0 };
    const both = matched(gold, reading).size;
    return { both, found: reading.events.length, gold: typed.length };
  });

/** Sets of labels a sentence; a sentence whose gold has events without such a label is left out. */
export const labelFinding = (
  reads: readonly Read[],
  goldOf: (event: GoldEvent) => string | undefined,
  foundOf: (event: Event) => string | undefined,
): Finding =>
  finding(reads, ({ gold, reading }) => {
    const wanted = new Set(gold.events.flatMap((each) => goldOf(each) ?? []));
    if (wanted.size === 0 && gold.events.length > 0) return { both: 0, found: 0, gold: 0 };
    const labels = new Set(reading.events.flatMap((each) => foundOf(each) ?? []));
    const both = [...wanted].filter((label) => labels.has(label)).length;
    return { both, found: labels.size, gold: wanted.size };
  });

/** Sets of labels a sentence, over all sentences that have labels. */
export function labelScores(
  reads: readonly Read[],
  goldOf: (event: GoldEvent) => string | undefined,
  foundOf: (event: Event) => string | undefined,
): PrecisionRecall {
  let both = 0;
  let found = 0;
  let gold = 0;
  for (const { gold: sentence, reading } of reads) {
    const wanted = new Set(sentence.events.flatMap((each) => goldOf(each) ?? []));
    if (sentence.partial && wanted.size === 0) continue;
    const labels = new Set(reading.events.flatMap((each) => foundOf(each) ?? []));
    both += [...wanted].filter((label) => labels.has(label)).length;
    found += labels.size;
    gold += wanted.size;
  }
  return precisionRecall(both, found, gold);
}

export interface TypeRow extends Finding {
  /** Annotated events of the type. */
  readonly gold: number;
  /** Of these, how many stand in a text where the type is found. */
  readonly found: number;
  /** And how many are found with their parties. */
  readonly pairs: number;
}

/** Each type that is annotated or, in gold that lists all, found; `p`, `r`, `f1` as of labels. */
export function byType(reads: readonly Read[], judged: readonly Judged[]): Record<string, TypeRow> {
  const whole = reads.filter(({ gold }) => !gold.partial && gold.events.every((each) => each.type));
  const types = new Set(judged.map(({ event }) => event.type!));
  const covered = new Set([...types].flatMap(typesOf));
  if (judged.length > 0)
    for (const { reading } of whole)
      for (const { type } of reading.events) if (!covered.has(type)) types.add(type);
  return Object.fromEntries(
    [...types].sort().map((type) => {
      const own = judged.filter(({ event }) => event.type === type);
      const figures = finding(reads, ({ gold, reading }) => {
        const is = gold.events.some((each) => each.type === type) ? 1 : 0;
        const found = reading.events.some((each) => typesOf(type).includes(each.type)) ? 1 : 0;
        return { both: is * found, found, gold: is };
      });
      const row = {
        gold: own.length,
        found: own.filter((each) => each.typed).length,
        pairs: own.filter((each) => each.paired).length,
        ...figures,
      };
      return [type, row];
    }),
  );
}

export interface Confusion {
  readonly gold: string;
  readonly found: string;
  readonly count: number;
}

/** Gold types whose parties were found with another type, most frequent first. */
export function confusions(judged: readonly Judged[]): Confusion[] {
  const counts = new Map<string, number>();
  for (const { event, reading, paired } of judged) {
    if (paired || !hasParties(event)) continue;
    const others = reading.events.filter(
      (each) => !isOfType(event, each) && hasPair(reading, each, event),
    );
    for (const type of new Set(others.map((each) => each.type))) {
      const key = `${event.type} ${type}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([key, count]) => {
      const [gold = "", found = ""] = key.split(" ");
      return { gold, found, count };
    })
    .sort((a, b) => b.count - a.count || a.gold.localeCompare(b.gold));
}
