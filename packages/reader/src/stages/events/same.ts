/** The same event told twice in a report: headline, lede, background. */
import type { Event, When } from "../../reading/reading.ts";

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));

const within = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].every((each) => b.has(each));

/** One may name fewer parties than the other, but none that the other does not have. */
const agree = (a: readonly string[], b: readonly string[]): boolean => {
  const [left, right] = [new Set(a), new Set(b)];
  return within(left, right) || within(right, left);
};

/** A date that was only assumed agrees with any. */
function sameTime(a: When | undefined, b: When | undefined): boolean {
  if (!a || !b || a.basis === "dateline" || b.basis === "dateline") return true;
  return a.from <= b.to && b.from <= a.to;
}

/** Whether events of a type are done in words (quad classes 1 and 3). */
export type IsVerbal = (type: string) => boolean;

const told = (event: Event): boolean => event.status === "happened" || event.status === "ongoing";

/**
 * Whether a later event tells an earlier one again. Both must say the same of whether it happened;
 * at least one role must be filled alike in both, the other may be left out in one of them. Words
 * need a speaker: what nobody in particular said is not what somebody said.
 */
function isSame(earlier: Event, later: Event, isVerbal: IsVerbal): boolean {
  if (
    earlier.type !== later.type ||
    !((told(earlier) && told(later)) || earlier.status === later.status)
  )
    return false;
  if (earlier.mode && later.mode && earlier.mode !== later.mode) return false;
  if (!sameTime(earlier.when, later.when)) return false;
  if (earlier.where && later.where && earlier.where !== later.where) return false;
  if (isVerbal(earlier.type) && (earlier.actors.length === 0) !== (later.actors.length === 0))
    return false;
  const actors = sameSet(new Set(earlier.actors), new Set(later.actors)) && later.actors.length > 0;
  const recipients =
    sameSet(new Set(earlier.recipients), new Set(later.recipients)) && later.recipients.length > 0;
  if (!actors && !recipients) return false;
  return agree(earlier.actors, later.actors) && agree(earlier.recipients, later.recipients);
}

/** Gives later tellings the id of the first. */
export function linkSame(events: readonly Event[], isVerbal: IsVerbal): Event[] {
  const first: Event[] = [];
  return events.map((event) => {
    const earlier = first.find((each) => isSame(each, event, isVerbal));
    if (earlier) return { ...event, same: earlier.id };
    first.push(event);
    return event;
  });
}
