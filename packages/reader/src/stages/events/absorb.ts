/** One event where a word stands over another's: "threatened to attack" is the threat alone. */
import { type Because, type Listener, row, step, words } from "../../reading/because.ts";
import { headOf, labelOf, type Syntax, tokenSpan } from "../../reading/syntax.ts";
import type { Timed } from "./circumstances.ts";
import type { Match } from "./match.ts";
import { type Cast, isOwnThing, type Party } from "./parties.ts";
import { isInfinitive } from "./passives.ts";
import type { Decided } from "./status.ts";

/** A frame that fired, with its parties and status, before it is an event. */
export interface Found {
  readonly match: Match;
  readonly actors: readonly Party[];
  readonly recipients: readonly Party[];
  readonly status: Decided;
  readonly timed: Timed;
  /** The event that this one asks for, offers, refuses or threatens. */
  readonly about?: Found;
}

/** Types that say by themselves what is asked, offered, refused or threatened below them. */
const absorbing = new Set(["REQUEST", "AGREE", "REJECT", "THREATEN"]);

/** What lies below an offer or a demand and did not happen is what is offered or demanded. */
function nearestAbove(
  at: Syntax,
  above: ReadonlyMap<number, Found>,
  { trigger }: Match,
  { status }: Decided,
): Found | undefined {
  if (status === "happened" || status === "ongoing" || status === "cancelled") return undefined;
  for (let token = headOf(at, trigger); token >= 0; token = headOf(at, token)) {
    const over = above.get(token);
    if (over) return over;
    if (labelOf(at, token) === "acl:relcl" || labelOf(at, token) === "parataxis") return undefined;
  }
  return undefined;
}

/**
 * What an offer, a refusal or a threat says of whom it concerns often stands only with what is
 * offered ("agreed to withdraw its troops from Chad"): its parties go up with it.
 */
function withPartiesOf(cast: Cast, whole: Found, below: Found): Found {
  const over = whole.about ? whole : { ...whole, about: below };
  const kept = over.recipients.filter((party) => !isOwnThing(cast, party, over.actors));
  const known = new Set([...over.actors, ...kept].map(({ entity }) => entity));
  if (kept.length > 0 || over.match.frame.equals || over.match.frame.code.type === "REQUEST")
    return over;
  const lent = below.recipients.filter(
    (party) => !known.has(party.entity) && !isOwnThing(cast, party, over.actors),
  );
  if (lent.length === 0) return over;
  const because = (party: Party): Because =>
    step("whom it concerns stands with what it is about", row(below.match.frame.at), party.because);
  return { ...over, recipients: lent.map((party) => ({ ...party, because: because(party) })) };
}

/** "used water cannon to disperse students": the purpose is what the verb above it tells of already. */
function isPurposeOf(at: Syntax, over: Found, below: Found): boolean {
  const { trigger } = below.match;
  const head = headOf(at, trigger);
  const code = ({ match }: Found) => `${match.frame.code.type} ${match.frame.code.mode ?? ""}`;
  return (
    isInfinitive(at, trigger) &&
    over.match.tokens.includes(head) &&
    code(over) === code(below) &&
    sameParties(over.actors, below.actors) &&
    sameParties(over.recipients, below.recipients)
  );
}

const sameParties = (some: readonly Party[], others: readonly Party[]): boolean =>
  some.length === others.length &&
  some.every(({ entity }) => others.some((other) => other.entity === entity));

/** The events of a sentence without those that another one is about; the parties of these go up. */
export function withoutAbsorbed(
  cast: Cast,
  refused: Listener,
  found: readonly Found[],
): readonly Found[] {
  const { at } = cast;
  const above = new Map(
    found
      .filter((each) => absorbing.has(each.match.frame.code.type))
      .map((each) => [each.match.trigger, each]),
  );
  const lent = new Map<number, Found>();
  const kept = found.filter((each) => {
    const { match, status } = each;
    const doing = found.find((other) => other !== each && isPurposeOf(at, other, each));
    if (doing) {
      const says = "it is the purpose of what the verb above it tells of";
      const span = tokenSpan(at, match.trigger);
      refused({
        stage: "events",
        span,
        because: step(says, row(doing.match.frame.at), words(span)),
      });
      return false;
    }
    const over = above.get(status.governor) ?? nearestAbove(at, above, match, status);
    if (!over || over.match === match) return true;
    const trigger = over.match.trigger;
    lent.set(trigger, withPartiesOf(cast, lent.get(trigger) ?? over, each));
    const span = tokenSpan(at, match.trigger);
    const because = step(
      "it is what the event above it asks for, offers, refuses or threatens",
      row(over.match.frame.at),
      row(match.frame.at),
      words(span),
      status.because,
    );
    refused({ stage: "events", span, because });
    return false;
  });
  return kept.map((each) => lent.get(each.match.trigger) ?? each);
}
