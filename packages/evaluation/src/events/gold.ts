/** What a gold file of events holds (docs/evaluation.md), and whether a line of it can be used. */
import type { Span } from "@hearsay/reader";

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
  /** The text may hold more events than are listed. */
  readonly partial?: boolean;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function partyProblem(value: unknown, length: number): string | undefined {
  if (!isObject(value) || typeof value.text !== "string")
    return `a party is ${JSON.stringify(value)}; write {"text": …}`;
  if (value.span === undefined) return undefined;
  const [from, to] = Array.isArray(value.span) ? value.span : [];
  return Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= length
    ? undefined
    : `the span ${JSON.stringify(value.span)} is no range of the ${length} characters of "text"`;
}

function eventProblem(value: unknown, length: number): string | undefined {
  if (!isObject(value)) return `an event is ${JSON.stringify(value)}; write an object`;
  for (const key of ["type", "quad", "cameo"])
    if (value[key] !== undefined && typeof value[key] !== "string")
      return `"${key}" is ${JSON.stringify(value[key])}, not a string`;
  for (const key of ["actors", "recipients"]) {
    const parties = value[key] ?? [];
    if (!Array.isArray(parties)) return `"${key}" is ${JSON.stringify(parties)}, not a list`;
    for (const party of parties) {
      const problem = partyProblem(party, length);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

/** A sentence of gold, or what is wrong with it. `null` stands for what is left out. */
export function goldSentence(value: unknown, id: string): GoldSentence | string {
  const gold = withoutNulls(value);
  if (!isObject(gold) || typeof gold.text !== "string" || !Array.isArray(gold.events))
    return 'this is no gold of this kind; it should be a JSON object with "text" and "events"';
  const { text } = gold;
  for (const event of gold.events) {
    const problem = eventProblem(event, text.length);
    if (problem !== undefined) return `${problem}; mend the line`;
  }
  if (gold.published !== undefined && typeof gold.published !== "string")
    return `"published" is ${JSON.stringify(gold.published)}; write YYYY-MM-DD`;
  return { ...gold, id: String(gold.id ?? id) } as unknown as GoldSentence;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => [name, withoutNulls(each)]),
  );
}
