/** The same event told twice in a report: headline, lede, background. */
import type { Entity, Event, When } from "../../reading/reading.ts";

/** An event with what is known of the words that tell it. */
export interface Telling {
  readonly event: Event;
  readonly trigger: number;
  /** Words that it tells of as well: "strike" for "killed in a strike". */
  readonly asked: readonly number[];
  /** In the title or the standfirst, which the story tells again. */
  readonly headline: boolean;
  /** Told by a noun that is known already: "the attack", "Monday's attack". */
  readonly definite: boolean;
}

/** What the comparison asks of a report. */
export interface SameKnowledge {
  readonly entityOf: (id: string) => Entity | undefined;
  /** PLOVER's quad class of a type: 1 and 3 are done in words. */
  readonly quadOf: (type: string) => number;
}

/** Whether two ids stand for one party. */
type Alike = (a: string, b: string) => boolean;

const covered = (some: readonly string[], all: readonly string[], alike: Alike): boolean =>
  some.every((each) => all.some((other) => alike(each, other)));

const sameSet = (a: readonly string[], b: readonly string[], alike: Alike): boolean =>
  a.length > 0 && b.length > 0 && covered(a, b, alike) && covered(b, a, alike);

/** One may name fewer parties than the other, but none that the other does not have. */
const agree = (a: readonly string[], b: readonly string[], alike: Alike): boolean =>
  covered(a, b, alike) || covered(b, a, alike);

/** A date that was only assumed agrees with any of days around the report. */
function sameTime(a: When | undefined, b: When | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.basis === "dateline" || b.basis === "dateline") return !isOld(a, b);
  return a.from <= b.to && b.from <= a.to;
}

/** The one is of a year long before the report's: history, not its news. */
const isOld = (a: When, b: When): boolean =>
  Math.abs(Number(a.to.slice(0, 4)) - Number(b.to.slice(0, 4))) > 1;

/** A state and who acts for it: "Chile", "the Chilean president". */
const actsFor = (state: Entity, other: Entity): boolean =>
  state.kind === "state" &&
  other.kind !== "state" &&
  other.country === state.country &&
  other.sectors.some((each) => each === "GOV" || each === "MIL");

/**
 * Descriptions that no later one need refer to: a headline's "nine miners" are the lede's "nine
 * miners", "12" its "12 miners".
 */
function describedAlike(a: Entity, b: Entity): boolean {
  const [left, right] = [a, b].map((each) => each.name.toLowerCase().split(" "));
  if (left!.length === 1 && right!.length > 1 && left![0] === right![0]) return true;
  if (left!.at(-1) !== right!.at(-1)) return false;
  const [some, others] = [left!, right!].map(numberIn);
  return some === undefined || others === undefined || some === others;
}

const small = "one two three four five six seven eight nine ten eleven twelve".split(" ");
const numberIn = (words: readonly string[]): string | undefined => {
  const found = words.find((each) => /^\d/.test(each) || small.includes(each));
  return found && small.includes(found) ? `${small.indexOf(found) + 1}` : found;
};

/** Where both are known, the one may be the state that the other lies in. */
function samePlace({ entityOf }: SameKnowledge, a?: string, b?: string): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [one, other] = [entityOf(a), entityOf(b)];
  if (!one || !other || one.country !== other.country || one.country === undefined) return false;
  return one.kind === "state" || other.kind === "state";
}

/**
 * Whether a later event tells an earlier one again. Both must say the same of whether it happened;
 * at least one role must be filled alike in both, the other may be left out in one of them.
 */
function isSame(known: SameKnowledge, before: Telling, after: Telling): boolean {
  const [earlier, later] = [before.event, after.event];
  if (earlier.type !== later.type || !sameStatus(earlier, later)) return false;
  if (before.asked.includes(after.trigger) || after.asked.includes(before.trigger)) return true;
  if (earlier.mode && later.mode && earlier.mode !== later.mode) return false;
  if (!sameTime(earlier.when, later.when)) return false;
  if (!samePlace(known, earlier.where, later.where)) return false;
  if (!sameWords(known, earlier, later)) return false;
  const alike = likeness(known, before, after);
  return (
    (sameSet(earlier.actors, later.actors, alike) ||
      sameSet(earlier.recipients, later.recipients, alike)) &&
    agree(earlier.actors, later.actors, alike) &&
    agree(earlier.recipients, later.recipients, alike)
  );
}

/**
 * Words need a speaker: what nobody in particular said is not what somebody said. To condemn is not to
 * summon an envoy, though both show disapproval.
 */
function sameWords({ quadOf }: SameKnowledge, earlier: Event, later: Event): boolean {
  const quad = quadOf(earlier.type);
  if (quad !== 1 && quad !== 3) return true;
  if ((earlier.actors.length === 0) !== (later.actors.length === 0)) return false;
  return quad === 1 || earlier.cameo === later.cameo;
}

const told = (event: Event): boolean => event.status === "happened" || event.status === "ongoing";
const sameStatus = (a: Event, b: Event): boolean => (told(a) && told(b)) || a.status === b.status;

/** Undefined descriptions count as the same only where the words tell that they tell it again. */
function likeness({ entityOf }: SameKnowledge, before: Telling, after: Telling): Alike {
  const again = before.headline !== after.headline || after.definite;
  return (a, b) => {
    if (a === b) return true;
    const [one, other] = [entityOf(a), entityOf(b)];
    if (!one || !other) return false;
    if (actsFor(one, other) || actsFor(other, one)) return true;
    return again && (isDescription(one) || isDescription(other)) && describedAlike(one, other);
  };
}

const isDescription = ({ mentions }: Entity): boolean =>
  mentions.every(({ form }) => form !== "name");

/** Gives later tellings the id of the first. */
export function linkSame(known: SameKnowledge, tellings: readonly Telling[]): Event[] {
  const first: Telling[] = [];
  return tellings.map((telling) => {
    const earlier = first.find((each) => isSame(known, each, telling));
    if (earlier) return { ...telling.event, same: earlier.event.id };
    first.push(telling);
    return telling.event;
  });
}
