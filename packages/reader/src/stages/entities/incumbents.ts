/**
 * "The Russian president" of a report that names none: whoever the table of people has in that
 * office on the day of publication. Where the words may mean another time, another holder or nobody
 * in particular, or where the table knows none or several, the description stays one.
 */
import type { Actor, Actors } from "../../knowledge/actor.ts";
import { folded } from "../../knowledge/phrases.ts";
import { row, step, words } from "../../reading/because.ts";
import {
  dependents,
  formOf,
  hasLabel,
  lemmaOf,
  prepositionOf,
  tokenSpan,
  tokensSpan,
} from "../../reading/syntax.ts";
import type { Span } from "../../text/span.ts";
import type { Description } from "./describe.ts";
import { officeFits } from "./offices.ts";
import {
  alias,
  draftOf,
  draftUnder,
  inOffice,
  isPlural,
  personKey,
  roleKey,
  type Work,
} from "./work.ts";

/** A row without an end says who was in office when the table was last gone over: until then it holds. */
const knownUntil = "2026-06-30";

/** The tables' people by the country whose office they hold or held. */
export function holdersOf(actors: Actors): ReadonlyMap<string, readonly Actor[]> {
  const found = new Map<string, Actor[]>();
  for (const actor of actors.all) {
    if (actor.kind !== "person" || actor.country === undefined || actor.office === undefined)
      continue;
    const known = found.get(actor.country);
    if (known) known.push(actor);
    else found.set(actor.country, [actor]);
  }
  return found;
}

/** The one in the office that the phrase of noun `head`, tokens `first` to `last`, names by country and role alone. */
export function incumbentFor(
  work: Work,
  head: number,
  first: number,
  last: number,
  told: Description,
): number | undefined {
  const { role, country } = told;
  if (role?.role.kind !== "person" || country === undefined || isPlural(work.at, head))
    return undefined;
  if (told.former || !isMeant(work, head) || !isPlain(work, first, last, told)) return undefined;
  return incumbentNamed(work, country, role.role.phrase, head, tokensSpan(work.at, first, last));
}

/** The draft of who alone holds an office of a country, on the day that the sentence of `head` tells of. */
export function incumbentNamed(
  work: Work,
  country: string,
  phrase: string,
  head: number,
  said: Span = tokenSpan(work.at, head),
): number | undefined {
  const actor = incumbent(work, country, phrase);
  if (actor === undefined || !isOfTheDay(work, head, actor)) return undefined;
  const index = draftUnder(work, personKey(folded(actor.name)), () => ({
    name: actor.name,
    kind: "person",
    country,
    sectors: actor.sectors,
    ...(actor.coded ? { code: actor.code, coded: true } : {}),
    why: [step(`in office on ${work.published}: ${actor.office}`, words(said), row(actor.at))],
  }));
  work.drafts[index]!.offices.add(phrase);
  alias(work, roleKey(country, phrase), index);
  return index;
}

/** Who alone is in an office of a country on the day of publication, as far as the table knows. */
function incumbent(work: Work, country: string, phrase: string): Actor | undefined {
  const day = work.published;
  if (day === undefined) return undefined;
  const now = (work.holders.get(country) ?? []).filter(
    (each) =>
      officeFits(each.office ?? "", phrase) &&
      (each.to !== undefined || day <= knownUntil) &&
      inOffice([each], day) !== undefined,
  );
  const [holder] = now;
  const alone = new Set(now.map((each) => each.name)).size === 1;
  return alone && !isTurning(holder!, day) ? holder : undefined;
}

/** In the days after somebody new came, and where a row tells no day, the one before may be meant. */
function isTurning({ from = "", to = "" }: Actor, day: string): boolean {
  const vague = [from, to].some((each) => each !== "" && each.length < 10 && day.startsWith(each));
  return vague || (from.length === 10 && Date.parse(day) - Date.parse(from) < week);
}
const week = 7 * 24 * 60 * 60 * 1000;

/** Somebody who does or is done to: no predicate ("became president"), no office run for. */
function isMeant({ at }: Work, head: number): boolean {
  if (hasLabel(at, head, "obj") && makes.test(lemmaOf(at, at.tree.head[head]!))) return false;
  if (hasLabel(at, head, "obl", "nmod") && /^(?:as|for)$/.test(prepositionOf(at, head)))
    return /^the$/i.test(formOf(at, head - 1)) || /^the$/i.test(formOf(at, head - 2));
  // "Indonesian president to visit Peru": in a headline nothing may stand above.
  if (hasLabel(at, head, "root")) return dependents(at, head, "cop", "nsubj").length === 0;
  return hasLabel(at, head, ...partyLabels);
}
const partyLabels = [
  "nsubj",
  "nsubj:pass",
  "obj",
  "iobj",
  "obl",
  "obl:agent",
  "nmod",
  "nmod:poss",
  "conj",
] as const;
const makes = /^(?:elect|become|appoint|name|choose|nominate|remain|swear|replace|succeed)$/i;

/** Says nothing but whose and what: "a new", "the next", "the acting" may be somebody else. */
function isPlain(work: Work, first: number, last: number, told: Description): boolean {
  const { at } = work;
  for (let i = first; i <= last; i++) {
    if (told.role && told.role.first <= i && i <= told.role.last) continue;
    if (draftOf(work, i)?.kind === "state" && draftOf(work, i)?.country === told.country) continue;
    if (!/^(?:the|of|'s|’s|'|’|current|incumbent|visiting)$/i.test(formOf(at, i))) return false;
  }
  return !/^(?:then|former|ex)$/i.test(formOf(at, first - 1));
}

/** A sentence of another time may mean who held the office then. */
function isOfTheDay({ at, dates }: Work, head: number, { from, to }: Actor): boolean {
  const sentence = at.tokens.sentence[head]!;
  return dates.every(
    ({ first, when }) =>
      at.tokens.sentence[first] !== sentence ||
      ((from === undefined || from.slice(0, 10) <= when.to.slice(0, from.length)) &&
        (to === undefined || when.from.slice(0, to.length) <= to)),
  );
}
