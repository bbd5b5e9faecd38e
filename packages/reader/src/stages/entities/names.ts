/** Gives every name of the report its entity, in text order. */
import type { Actor } from "../../knowledge/actor.ts";
import { headOfName, isLemma, type Named, nameKey, stateBehind } from "../../knowledge/named.ts";
import { whole } from "../../knowledge/spans.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import { dependents, formOf, hasLabel, headOf, tokensSpan, uposOf } from "../../reading/syntax.ts";
import type { Span } from "../../text/span.ts";
import { acronymsIn, bodyByInitials, isOtherBody, registerAcronym } from "./acronyms.ts";
import { describe } from "./describe.ts";
import { holderBySurname, personLikeState, personOf, registerPeople } from "./people.ts";
import { readTitles, shareTitle, startOfMention } from "./titles.ts";
import { alias, draftUnder, likeliest, mention, type Seed, stateKey, type Work } from "./work.ts";

export function resolveNames(work: Work, resolve: (token: number) => void): void {
  registerPeople(work);
  const acronyms = acronymsIn(work, (k) => entityOf(work, k));
  for (const [k, name] of work.named.list.entries()) {
    if (work.dated[name.first]) continue;
    const index = acronyms.get(k) ?? entityOf(work, k);
    const draft = work.drafts[index]!;
    const head = headOfName(work.at, name);
    const describable = draft.kind === "person" || isGroupLike(draft.kind);
    const start = describable ? startOfMention(work, name) : name.first;
    const long = draft.kind === "person" || endsInRole(work, start, name);
    const first = long ? start : name.first;
    if (first < name.first) readTitles(work, draft, name, first, resolve);
    else if (draft.kind === "person") shareTitle(work, draft, name, head);
    const sort = draft.kind === "place" ? work.placeAt.get(name.first)?.sort : undefined;
    // "Sindh province" is one mention, by whichever of its words it is reached.
    if (sort !== undefined && work.of[sort]! < 0)
      mention(work, index, name.first, sort, sort, "name", tokensSpan(work.at, name.first, sort));
    else if (draft.named) claim(work, index, first, name, head);
    else {
      mention(work, index, name.first, name.last, head, "nominal", peopleSpan(work, name, head));
      for (const each of countingOf(work, name, head))
        if (uposOf(work.at, each) === "NUM" && work.of[each]! < 0) work.of[each] = index;
    }
    registerAcronym(work, k, index);
  }
}

/** Lets all words of a mention, titles too, point at its entity, but for those of other names. */
function claim(work: Work, index: number, first: number, name: Named, head: number): void {
  const { at, of } = work;
  const { last } = name;
  const top = first < name.first ? topOf(work, first, last, head) : head;
  mention(work, index, name.first, last, top, "name", tokensSpan(at, first, last));
  for (let i = first; i < name.first; i++) {
    const above = at.tree.head[i]!;
    // Whoever reaches the phrase through a word that a wrong parse put at its top means the whole.
    const isTop = i === top && (above < first || above > last);
    if (isTop || (of[i]! < 0 && uposOf(at, i) !== "PRON")) of[i] = index;
  }
}

/** The token by which name and titles together hang in the tree. */
function topOf(work: Work, first: number, last: number, head: number): number {
  const { tree } = work.at;
  const outside = (i: number): boolean => tree.head[i]! < first || tree.head[i]! > last;
  if (outside(head)) return head;
  for (let i = last; i >= first; i--)
    if (outside(i) && /^(?:NOUN|PROPN|ADJ)$/.test(uposOf(work.at, i))) return i;
  return head;
}

const isGroupLike = (kind: string): boolean => kind === "organisation" || kind === "group";

/** "rebel group M23": a role of groups right before an organisation's name is part of it. */
function endsInRole(work: Work, start: number, name: Named): boolean {
  if (start === name.first) return false;
  const { at, actors } = work;
  const role = actors.roles.at(at.lemmas, at.tokens.form, name.first - 1);
  return role !== undefined && role.role.kind !== "person";
}

function entityOf(work: Work, k: number): number {
  const name = work.named.list[k]!;
  if (name.kind === "DEMONYM")
    return isPeople(work, name) ? people(work, name) : nation(work, name);
  const place = personLikeState(work, name) ?? placeDraft(work, name) ?? placeWithin(work, k);
  if (place !== undefined) return place;
  const short = bodyByInitials(work, k, (each) => entityOf(work, each));
  if (short !== undefined) return short;
  return (
    personOf(work, name) ??
    companyOf(work, name) ??
    tableDraft(work, name) ??
    shortForm(work, name) ??
    bareSurname(work, name) ??
    untabled(work, name)
  );
}

/** "two Kenyans", "a Nepali", "Kenyans" are people; "the Kenyans" may be the nation that acts. */
function isPeople(work: Work, name: Named): boolean {
  const { at } = work;
  const head = headOfName(at, name);
  if (!name.demonyms.some((each) => each.singular || each.plural)) return false;
  if (!hasLabel(at, head, "nsubj", "obj", "iobj", "obl", "nmod", "conj", "appos", "root"))
    return false;
  if (hasLabel(at, head, "conj") && uposOf(at, head) === "ADJ") return false;
  const before = countingOf(work, name, head);
  const plural = name.demonyms.some((each) => each.plural);
  if (before.length === 0)
    return plural && !name.demonyms.some((each) => each.adjective && !each.plural);
  return before.some((each) => !/^the$/i.test(formOf(at, each)));
}

/** The words before a people's name that count or describe them; a number next to it in any tree. */
function countingOf({ at }: Work, { first }: Named, head: number): number[] {
  const found = dependents(at, head, "det", "nummod", "amod").filter((each) => each < first);
  const isCounted =
    first > at.tokens.first[at.tokens.sentence[first]!]! && uposOf(at, first - 1) === "NUM";
  return isCounted && !found.includes(first - 1) ? [...found, first - 1] : found;
}

/** "two Kenyans", "young Kenyans" */
const peopleSpan = (work: Work, name: Named, head: number): Span =>
  tokensSpan(work.at, Math.min(name.first, ...countingOf(work, name, head)), name.last);

function people(work: Work, name: Named): number {
  const state = stateOfPeople(work, name);
  const plural =
    /s$/.test(formOf(work.at, name.last)) || !name.demonyms.some((each) => each.singular);
  const head = headOfName(work.at, name);
  const some = countingOf(work, name, head).length > 0;
  return draftUnder(work, `people ${plural && !some ? state?.country : name.first}`, () => ({
    name: work.at.text.slice(...peopleSpan(work, name, head)),
    kind: plural ? "group" : "person",
    country: state?.country,
    sectors: ["CVL"],
    named: false,
    plural,
    why: [step("people of a country", name.why, ...(state ? [row(state.at)] : []))],
  }));
}

/** Of the states that share a people's name the one the report names most, or else the first meant. */
function stateOfPeople(work: Work, { demonyms }: Named): Actor | undefined {
  const states = [...new Set(demonyms.map((each) => each.state))];
  const told = likeliest(states, (each) => each.country, work.counts);
  if (told || states.some((each) => (work.counts.get(each.country ?? "") ?? 0) > 0)) return told;
  const first = new Set(demonyms.filter((each) => !each.second).map((each) => each.state));
  return first.size === 1 ? [...first][0] : undefined;
}

/** "Iranian", "Israelis": the state, or an unknown one where several share the word. */
function nation(work: Work, name: Named): number {
  const state = stateOfPeople(work, name);
  if (state) return stateDraft(work, state, name, "its people's name");
  return sharedName(work, name, "several states' people have this name");
}

const sharedName = (work: Work, name: Named, says: string): number =>
  draftUnder(work, `shared ${nameKey(work.at, name.first, name.last)}`, () => ({
    name: textOf(work, name),
    kind: "state",
    why: [step(`${says}, and the report does not tell which`, name.why)],
  }));

export const stateDraft = (work: Work, state: Actor, name: Named, says: string): number =>
  draftUnder(work, stateKey(state.country!), () => ({
    name: state.name,
    kind: "state",
    country: state.country,
    place: state.place,
    why: [step(says, words(tokensSpan(work.at, name.first, name.last)), row(state.at))],
  }));

function placeDraft(work: Work, name: Named): number | undefined {
  const found = work.placeAt.get(name.first);
  if (!found) return undefined;
  const state = name.actors.find((each) => each.kind === "state" && each.name === found.name);
  if (state) return stateDraft(work, state, name, "the state's name");
  const { name: called, country, lat, lon, why } = found;
  return draftUnder(work, `place ${called} ${country}`, () => ({
    name: called,
    kind: "place",
    country: country === "" ? undefined : country,
    place: { name: called, country, lat, lon },
    why: [why],
  }));
}

/** "Kisumu, Kenya": a place that no table has there still lies in what follows it. */
function placeWithin(work: Work, k: number): number | undefined {
  const name = work.named.list[k]!;
  if (name.kind === "PER" || name.kind === "DEMONYM") return undefined;
  const state = stateBehind(work.at, work.named, k);
  if (!state || (name.kind === "ORG" && name.actors.length > 0)) return undefined;
  const { country } = state;
  return draftUnder(work, `place ${nameKey(work.at, name.first, name.last)} ${country}`, () => ({
    name: textOf(work, name),
    kind: "place",
    country,
    why: [step(`a place in ${state.name}`, name.why, row(state.at))],
  }));
}

/** Names that the tables hold and that are no place in this use. */
function tableDraft(work: Work, name: Named): number | undefined {
  const pick = (kind: Actor["kind"]) => name.actors.filter((each) => each.kind === kind);
  const states = pick("state");
  const sharers = [...pick("organisation"), ...pick("group")];
  const bodies = isOtherBody(work, name, sharers) ? [] : sharers;
  const first = name.kind === "ORG" ? [bodies, states] : [states, bodies];
  for (const rows of [first[0]!, first[1]!]) {
    if (rows.length === 0) continue;
    return rows === bodies
      ? bodyDraft(work, name, rows)
      : oneState(work, name, rows, "the state's name");
  }
  if (name.metonyms.length > 0) return metonymDraft(work, name);
  const people = pick("person");
  if (people.length > 0) return personOf(work, { ...name, kind: "PER", actors: people });
  const places = pick("place");
  return places.length > 0 ? seatOf(work, name) : undefined;
}

/** "Brussels" may be a state's or an organisation's: the state's where the report names the state. */
function metonymDraft(work: Work, name: Named): number {
  const owners = [...new Set(name.metonyms.map((each) => each.of))];
  const states = owners.filter((each) => each.kind === "state");
  const bodies = owners.filter((each) => each.kind !== "state");
  const told = states.filter(
    (each) => (work.counts.get(each.country ?? "") ?? 0) > ownCount(states),
  );
  if (bodies.length > 0 && told.length === 0) return bodyDraft(work, name, bodies);
  return oneState(work, name, told.length > 0 ? told : states, "its government's name");
}

/** A name that means one state only has been counted for it already. */
const ownCount = (states: readonly Actor[]): number => (states.length === 1 ? 1 : 0);

function oneState(work: Work, name: Named, rows: readonly Actor[], says: string): number {
  const state = likeliest([...new Set(rows)], (each) => each.country, work.counts);
  if (state) return stateDraft(work, state, name, says);
  return sharedName(work, name, "several states have this name");
}

/** A town's name that is not used as a place: a team, a council. */
const seatOf = (work: Work, name: Named): number =>
  draftUnder(work, `name ${nameKey(work.at, name.first, name.last)}`, () => ({
    name: textOf(work, name),
    kind: "organisation",
    why: [step("a name shared with a place, not used as one", name.why)],
  }));

/** Bodies of one name in several countries: the one the words before it tell, or the report. */
function bodyDraft(work: Work, name: Named, rows: readonly Actor[]): number {
  const told =
    rows.length > 1 ? describe(work, headOfName(work.at, name), () => {}).country : undefined;
  const fitting = told === undefined ? rows : rows.filter((each) => each.country === told);
  const body = likeliest(fitting, (each) => each.country, work.counts);
  if (!body)
    return draftUnder(work, `name ${nameKey(work.at, name.first, name.last)}`, () => ({
      name: textOf(work, name),
      kind: "organisation",
      sectors: rows[0]!.sectors,
      why: [step("bodies of several countries have this name", name.why)],
    }));
  const { kind, country, sectors, code, coded, at } = body;
  return draftUnder(work, `body ${body.name} ${country ?? ""}`, () => ({
    name: body.name,
    kind: kind === "group" ? "group" : "organisation",
    country,
    sectors,
    code,
    coded,
    why: [step("in the tables", words(tokensSpan(work.at, name.first, name.last)), row(at))],
  }));
}

/** "Erdogan" where the model saw no person: in office, and of a country that the report names. */
const bareSurname = (work: Work, name: Named): number | undefined =>
  name.actors.length === 0 && name.first === name.last
    ? holderBySurname(work, name, true)
    : undefined;

/** "Foxconn Technology Group": a firm that a table knows without what firms put behind their names. */
function companyOf(work: Work, { first, last, kind, actors, ...rest }: Named): number | undefined {
  const { at } = work;
  let end = last;
  while (end > first && firmWords.test(formOf(at, end))) end--;
  if (kind !== "ORG" || actors.length > 0 || end === last) return undefined;
  const rows = whole(work.actors.names.find(at.tokens.form, first, end + 1), first, end).filter(
    (each) => each.kind === "organisation" && each.sectors.includes("BUS"),
  );
  return rows.length === 0
    ? undefined
    : bodyDraft(work, { ...rest, first, last: end, kind, actors: rows }, rows);
}
const firmWords =
  /^(?:Group|Holdings?|Inc\.?|Corp\.?|Corporation|Company|Co\.?|Ltd\.?|Limited|PLC|plc|LLC|AG|SA|SE|NV|Technology|Technologies|Industries|International)$/;

/** Part of a longer name that stood before: "Red Crescent" after "Syrian Arab Red Crescent". */
function shortForm(work: Work, name: Named): number | undefined {
  return work.byKey.get(`short ${nameKey(work.at, name.first, name.last)}`);
}

const longestShort = 7;

function registerShortForms(work: Work, name: Named, index: number): void {
  const { at, actors } = work;
  if (name.last === name.first || name.last - name.first > longestShort) return;
  for (let i = name.first; i <= name.last; i++)
    for (let j = i; j <= name.last; j++) {
      const common = i === j && actors.roles.at(at.lemmas, at.tokens.form, i) !== undefined;
      const small = i === j && !/^\p{Lu}\p{L}{2,}/u.test(formOf(at, i));
      const nation = actors.demonyms.find(at.tokens.form, i, j + 1)[0]?.length === j - i + 1;
      if (!common && !small && !nation) alias(work, `short ${nameKey(at, i, j)}`, index);
    }
}

function untabled(work: Work, name: Named): number {
  const index = draftUnder(work, `name ${nameKey(work.at, name.first, name.last)}`, () =>
    seedOf(work, name),
  );
  if (name.kind === "ORG" || name.kind === "MISC") registerShortForms(work, name, index);
  const { at, actors } = work;
  const inside = name.kind === "ORG" ? roleInside(work, name) : undefined;
  const role =
    inside === undefined ? undefined : actors.roles.at(at.lemmas, at.tokens.form, inside);
  if (role && role.role.kind !== "person") work.drafts[index]!.offices.add(role.role.phrase);
  return index;
}

const speech: ReadonlySet<string> = new Set(
  "add admit argue comment explain joke recall remark reply say tell tweet".split(" "),
);

/** "Marin said": whoever the model took for a place, but who speaks, is somebody. */
const isSpeaker = (work: Work, { first, last }: Named): boolean =>
  first === last &&
  hasLabel(work.at, first, "nsubj") &&
  isLemma(work.at, headOf(work.at, first), speech);

function seedOf(work: Work, name: Named): Seed {
  const { at, actors } = work;
  const text = textOf(work, name);
  if (name.kind !== "ORG" && isSpeaker(work, name))
    return { name: text, kind: "person", why: [step("somebody who speaks", name.why)] };
  if (name.kind === "LOC")
    return {
      name: text,
      kind: "place",
      why: [step("a place's name", name.why)],
    };
  const own = roleInside(work, name);
  const told = describe(work, own ?? headOfName(at, name), () => {});
  const inner = insideCountry(work, name);
  const role = own === undefined ? undefined : actors.roles.at(at.lemmas, at.tokens.form, own);
  if (name.kind !== "ORG" && !role)
    return { name: text, kind: "other", why: [step("a name", name.why)] };
  return {
    name: text,
    kind: role?.role.kind ?? "organisation",
    country: inner?.country ?? told.country,
    sectors: role?.role.sectors ?? [],
    why: [step("an organisation's name", name.why, ...(inner ? [inner.why] : []), ...told.why)],
  };
}

/** The head word of an organisation's name: "Ministry" of "Ministry of Health", "Army" of "Red Army". */
function roleInside(work: Work, { first, last }: Named): number | undefined {
  const { at, actors } = work;
  for (let i = first; i <= last; i++) {
    const of = i < last && /^(?:of|for)$/i.test(formOf(at, i + 1));
    if ((of || i === last) && actors.roles.at(at.lemmas, at.tokens.form, i)) return i;
  }
  return undefined;
}

/** "Bank of Ghana", "University of Nairobi": a state in a body's name, or a town that lies in one. */
function insideCountry(
  work: Work,
  { first, last }: Named,
): { readonly country: string; readonly why: Because } | undefined {
  const { at, actors } = work;
  for (let i = first; i <= last; i++) {
    const rows = actors.names.find(at.tokens.form, i, last + 1).map((each) => each.value);
    const found = [
      ...actors.demonyms.find(at.tokens.form, i, last + 1).map((each) => each.value.state),
      ...rows.filter(({ kind }) => kind === "state" || (kind === "place" && i > first)),
    ];
    const owner = likeliest([...new Set(found)], (each) => each.country, work.counts);
    if (owner?.country)
      return { country: owner.country, why: step("its name says whose", row(owner.at)) };
  }
  return undefined;
}

const textOf = (work: Work, { first, last }: Named): string =>
  work.at.text.slice(...tokensSpan(work.at, first, last));
