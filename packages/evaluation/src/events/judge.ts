/** Whether an event that was read is the one that people have annotated. */
import type { Event, Reading, Span } from "@hearsay/reader";
import { overlaps } from "@hearsay/reader";
import type { GoldEvent, GoldParty, GoldSentence } from "./gold.ts";

/** One annotated event with what was read in its text. */
export interface Judged {
  readonly gold: GoldSentence;
  readonly event: GoldEvent;
  readonly reading: Reading;
  /** There is an event of the type. */
  readonly typed: boolean;
  /** And with the parties. */
  readonly paired: boolean;
}

/** Some sets have CONCEDE and RETREAT as one. */
export const typesOf = (type: string): readonly string[] =>
  type === "YIELD" ? ["CONCEDE", "RETREAT"] : [type];

export const isOfType = (gold: GoldEvent, { type }: Event): boolean =>
  gold.type !== undefined && typesOf(gold.type).includes(type);

/** Every place where the parties of a role are mentioned; the trigger where there are none. */
function spansOf(reading: Reading, ids: readonly string[], event: Event): Span[] {
  const spans = ids.flatMap(
    (id) => reading.entities.find((each) => each.id === id)?.mentions.map(({ span }) => span) ?? [],
  );
  return spans.length > 0 ? spans : [event.trigger];
}

/** Where a gold party stands: its span, or the first place of its words. */
export const located = (text: string, party: GoldParty): Span | undefined => {
  if (party.span) return party.span;
  const from = party.text === "" ? -1 : text.indexOf(party.text);
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

export const hasParties = ({ actors = [], recipients = [] }: GoldEvent): boolean =>
  actors.length + recipients.length > 0;

/** Between equals every party is an actor, in either order. */
export function hasPair(reading: Reading, event: Event, gold: GoldEvent): boolean {
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

export const judge = (gold: GoldSentence, reading: Reading): Judged[] =>
  gold.events.map((event) => {
    const ofType = reading.events.filter((each) => isOfType(event, each));
    const paired = ofType.some((each) => hasPair(reading, each, event));
    return { gold, event, reading, typed: ofType.length > 0, paired };
  });

/** Annotated events matched with read ones, each once, by type and parties. */
export function matched(gold: GoldSentence, reading: Reading): ReadonlyMap<GoldEvent, Event> {
  const pairs = new Map<GoldEvent, Event>();
  const taken = new Set<Event>();
  for (const event of gold.events) {
    const found = reading.events.find(
      (each) => !taken.has(each) && isOfType(event, each) && hasPair(reading, each, event),
    );
    if (!found) continue;
    pairs.set(event, found);
    taken.add(found);
  }
  return pairs;
}
