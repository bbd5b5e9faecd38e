/** The words around a name that say who it is: titles and descriptions before it. */
import type { Title } from "../../knowledge/actor.ts";
import { headOfName, type Named } from "../../knowledge/named.ts";
import { folded } from "../../knowledge/phrases.ts";
import { titleAt } from "../../knowledge/titles.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import { formOf, hasLabel, lemmaOf, tokensSpan, uposOf } from "../../reading/syntax.ts";
import { afterOffice, codeTold, type Description, describe } from "./describe.ts";
import { type Draft, sentenceStart, type Work } from "./work.ts";

const inTitle = /^(?:NOUN|PROPN|ADJ|DET|NUM|PART|PRON|X|ADP|VERB)$/;

/**
 * The first token of the mention that a name closes: "Kremlin aide Yuri Ushakov" begins with
 * "Kremlin". Words belong when the tree hangs them inside, or when they are a role or a title that
 * stands right before.
 */
export function startOfMention(work: Work, name: Named): number {
  const { at } = work;
  const floor = sentenceStart(at, name.first);
  const head = headOfName(at, name);
  let start = name.first;
  while (start > floor) {
    const i = start - 1;
    const upos = uposOf(at, i);
    const own = titleEnding(work, i, floor, name.kind === "PER", start < name.first);
    const nation = own < 0 && start < name.first ? nationEnding(work, i, start) : -1;
    if (own >= 0) start = own;
    else if (nation >= 0) start = nation;
    else if (inTitle.test(upos) && joins(work, i, start, name, head)) start = i;
    else break;
  }
  if (uposOf(at, start) === "PART") {
    const owner = work.named.list[work.named.at[start - 1] ?? -1];
    start = owner && owner.last === start - 1 && owner.first >= floor ? owner.first : start + 1;
  }
  while (
    start < name.first &&
    /^(?:ADP|PUNCT|DET)$/.test(uposOf(at, start)) &&
    formOf(at, start) !== "the"
  )
    start++;
  return hasNoun(work, start, name.first) ? start : name.first;
}

function joins(work: Work, i: number, start: number, name: Named, head: number): boolean {
  const { at } = work;
  const upos = uposOf(at, i);
  if (upos === "ADP")
    return (
      i > sentenceStart(at, i) && isInside(work, i - 1, i, name, head) && at.tree.head[i] !== head
    );
  if (upos === "VERB")
    return at.tree.head[i] === start && /^(?:amod|compound)/.test(labelled(work, i));
  if (upos === "PART") return /^['’]s?$/.test(formOf(at, i));
  return isInside(work, i, start, name, head);
}

const labelled = (work: Work, i: number): string =>
  work.at.tree.labelNames[work.at.tree.label[i]!] ?? "";

/** Whether the tree hangs token i from what is already taken, or the name from token i. */
function isInside(work: Work, i: number, start: number, name: Named, head: number): boolean {
  const above = work.at.tree.head[i]!;
  if (above >= start && above <= name.last)
    return !/^(?:nsubj|obj|obl|root|advcl|ccomp|cc)/.test(labelled(work, i));
  return (
    work.at.tree.head[head] === i && /^(?:flat|compound|appos|nmod)/.test(labelled(work, head))
  );
}

/** The first token of a state's name or its people's that stands right before a role; else -1. */
function nationEnding(work: Work, i: number, start: number): number {
  const { at, actors, named } = work;
  const unit = named.list[named.at[i]!];
  const kind = work.drafts[work.of[i]!]?.kind;
  if (!unit || unit.last !== i || !/^(?:state|organisation|group)$/.test(kind ?? "")) return -1;
  if (titleAt(at, actors, start, start + 4) === undefined && !isRoleStart(work, start)) return -1;
  return uposOf(at, unit.first - 1) === "ADP" && unit.kind !== "DEMONYM" ? -1 : unit.first;
}

const isLongerRole = (work: Work, i: number, { title }: Title): boolean => {
  const role = work.actors.roles.at(work.at.lemmas, work.at.tokens.form, i);
  if (!role || role.first > i || role.last < i) return false;
  return role.last - role.first + 1 > title.split(" ").length;
};

const isTitle = (work: Work, i: number): boolean =>
  titleAt(work.at, work.actors, i, i + 4) !== undefined;

function isRoleStart(work: Work, start: number): boolean {
  const { at, actors } = work;
  for (let head = start; head < start + 4 && head < at.tokens.count; head++)
    if (actors.roles.at(at.lemmas, at.tokens.form, head)?.first === start) return true;
  return false;
}

/** The first token of a title or a role that ends at token i, or -1. */
function titleEnding(work: Work, i: number, floor: number, person: boolean, any: boolean): number {
  const { at, actors } = work;
  const end = formOf(at, i) === "." ? i - 1 : i;
  for (let first = Math.max(floor, end - 3); person && first <= end; first++)
    if (first + (titleAt(at, actors, first, i + 1)?.length ?? 0) > end) return first;
  for (let head = Math.max(floor, i - 3); head <= i; head++) {
    if (!/^(?:NOUN|PROPN|ADJ|X)$/.test(uposOf(at, head))) continue;
    const role = actors.roles.at(at.lemmas, at.tokens.form, head);
    // Before a person's role any may stand: "navy commander", "party leader".
    const fits = role && (any || (role.role.kind === "person") === person);
    if (fits && role.last === i && role.first >= floor) return role.first;
  }
  if (person && isRoleLemma(work, i, "counterpart")) return i;
  return !person && bodyNoun.test(lemmaOf(at, i).toLowerCase()) ? i : -1;
}

/** Nouns before the name of a body: "the Palestinian group Hamas". */
const bodyNoun =
  /^(?:group|movement|militia|faction|network|company|firm|agency|newspaper|daily|magazine|party|organisation|organization|charity|alliance|coalition|union|operator|giant|broadcaster|bank|club)$/;

/** A description has a noun in it that is no other name's: "the Russian Vladimir" has none. */
function hasNoun(work: Work, start: number, end: number): boolean {
  for (let i = start; i < end; i++)
    if (
      work.of[i]! < 0 &&
      (/^(?:NOUN|PROPN)$/.test(uposOf(work.at, i)) || isTitle(work, i) || isRoleStart(work, i))
    )
      return true;
  return false;
}

/** Reads the titles and the role between `start` and the name into the draft. */
export function readTitles(
  work: Work,
  draft: Draft,
  name: Named,
  start: number,
  resolve: (token: number) => void,
): void {
  const { at, actors } = work;
  const ranks: string[] = [];
  if (/^(?:\p{Lu}\p{Ll}+s)$/u.test(formOf(at, name.first - 1))) work.plurals.add(draft);
  for (let i = start; i < name.first; i++) {
    const title = titleAt(at, actors, i, name.first)?.value;
    if (title?.gender && title.gender !== "both") draft.gender = title.gender;
    // "Chief of Staff" is a role, and no chief of a village.
    if (!title || title.sectors.length === 0 || isLongerRole(work, i, title)) continue;
    ranks.push(...title.sectors);
    const told = { sectors: title.sectors, former: false, why: [row(title.at)] };
    take(draft, told, [words(tokensSpan(at, i, i))]);
  }
  const evidence = words(tokensSpan(at, start, name.first - 1));
  const noun = officeNoun(work, start, name.first);
  if (noun >= 0) {
    const told = describe(work, noun, resolve, start);
    const office = ranks.length === 0 || told.role?.role.government === true ? told.sectors : [];
    const left = told.former || told.sectors.includes("ELI");
    const sectors = left ? told.sectors : [...new Set([...office, ...ranks])];
    take(draft, { ...told, sectors }, [evidence]);
    ofState(work, draft, name, true);
    return;
  }
  ofState(work, draft, name, ranks.length > 0 || start < name.first);
  // No role is known, but the words may still say whose: "Kremlin insider Yuri …".
  const other = lastNoun(work, start, name.first);
  if (other < 0) return;
  const peer = isRoleLemma(work, other, "counterpart") ? lastPerson(work, start) : undefined;
  if (!peer && draft.country !== undefined) return;
  const told = describe(work, other, resolve, start);
  for (const office of peer?.offices ?? []) draft.offices.add(office);
  take(draft, { ...told, sectors: peer?.sectors ?? told.sectors }, [evidence]);
}

/** "Presidents Petrenko and Sidorov": the second has the title of the first. */
export function shareTitle(work: Work, draft: Draft, name: Named, head: number): void {
  const { at } = work;
  const first = hasLabel(at, head, "conj") ? work.drafts[work.of[at.tree.head[head]!]!] : undefined;
  if (!first || first === draft || !work.plurals.has(first)) return;
  for (const office of first.offices) draft.offices.add(office);
  const { sectors } = first;
  take(draft, { sectors, former: false, why: first.why.slice(-1) }, [
    words(tokensSpan(at, name.first, name.last)),
  ]);
  ofState(work, draft, name, true);
}

/** "President Petrenko of Ukraine" */
function ofState(work: Work, draft: Draft, { last }: Named, titled: boolean): void {
  const { at, named } = work;
  if (!titled || formOf(at, last + 1) !== "of") return;
  const state = named.list[named.at[last + 2] ?? -1]?.actors.find((each) => each.kind === "state");
  if (!state?.country) return;
  const told = { country: state.country, sectors: [], former: false, why: [row(state.at)] };
  take(draft, told, [words(tokensSpan(at, last + 1, last + 2))]);
}

/** Who is named last before in the sentence: whose counterpart somebody is. */
export function lastPerson(work: Work, start: number, orGroup = false): Draft | undefined {
  for (let i = start - 1; i >= sentenceStart(work.at, start); i--) {
    const draft = work.drafts[work.of[i]!];
    if (draft?.kind === "person" || (orGroup && draft?.kind === "group")) return draft;
  }
  return undefined;
}

/** The role before a name: the nearest that speaks for a government, else the nearest. */
function officeNoun(work: Work, start: number, end: number): number {
  const { at, actors } = work;
  const found: number[] = [];
  for (let i = end - 1; i >= start; i--) {
    const noun = roleOver(work, i, start);
    if (noun >= 0 && !found.includes(noun)) found.push(noun);
  }
  const office = found.find((each) => {
    const role = actors.roles.at(at.lemmas, at.tokens.form, each);
    return role?.role.government === true || role?.role.sectors.includes("ELI");
  });
  return office ?? found[0] ?? -1;
}

/** The head of the role phrase that token i is part of, -1 for none. */
function roleOver(work: Work, i: number, floor: number): number {
  const { at, actors } = work;
  for (let head = Math.max(floor, i - 3); head <= i; head++) {
    const role = actors.roles.at(at.lemmas, at.tokens.form, head);
    if (role && role.first <= i && role.last >= i) return head;
  }
  return -1;
}

const lastNoun = (work: Work, start: number, end: number): number => {
  for (let i = end - 1; i >= start; i--) if (uposOf(work.at, i) === "NOUN") return i;
  return -1;
};

/** What the report says of somebody goes before what the tables say. */
export function take(draft: Draft, told: Description, evidence: readonly Because[]): void {
  const { country, role, former, why } = told;
  if (role && !former) draft.offices.add(role.role.phrase);
  const sectors = afterOffice(former, told.sectors);
  const said = [country, role?.role.phrase, ...sectors].join(" ");
  if ((country === undefined && sectors.length === 0) || draft.told.has(said)) return;
  draft.told.add(said);
  // What an own dictionary has coded stays so, unless the report gives it to another country.
  if (draft.coded && (country === undefined || country === draft.country)) return;
  if (country !== undefined) draft.country = country;
  if (sectors.length > 0) draft.sectors = sectors;
  draft.code =
    codeTold(told, draft.country) ??
    [...(draft.country ? [draft.country] : []), ...draft.sectors].join(" ");
  draft.why.push(step("what the report calls them", ...evidence, ...why));
}

/** What a person's given name says of their gender, if anything. */
export function genderOf(work: Work, { first, last }: Named): "f" | "m" | undefined {
  if (first === last) return undefined;
  const gender = work.actors.givenNames.get(folded(formOf(work.at, first)));
  return gender === "f" || gender === "m" ? gender : undefined;
}

export const isRoleLemma = (work: Work, token: number, lemma: string): boolean =>
  lemmaOf(work.at, token).toLowerCase() === lemma;
