/** Which person a name means: the report's own full names first, then the table of people. */
import type { Actor, Actors } from "../../knowledge/actor.ts";
import { type Named, nameKey } from "../../knowledge/named.ts";
import { folded } from "../../knowledge/phrases.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import { formOf, tokensSpan, uposOf } from "../../reading/syntax.ts";
import { isLeader } from "./offices.ts";
import { genderOf } from "./titles.ts";
import { alias, draftUnder, inOffice, likeliest, personKey, type Work } from "./work.ts";

const partKey = (name: string): string => `person's part ${name}`;

/** Registers the people whom the report names in full, so that surnames find them anywhere. */
export function registerPeople(work: Work): void {
  for (const name of work.named.list)
    if (name.kind === "PER" && name.last > name.first) {
      const index = fullPerson(work, name);
      for (let i = name.first + 1; i <= name.last; i++)
        alias(work, partKey(nameKey(work.at, i, name.last)), index);
    }
  // Given names alone come second to anybody's surname.
  for (const name of work.named.list)
    if (name.kind === "PER" && name.last > name.first)
      alias(work, partKey(nameKey(work.at, name.first, name.first)), fullPerson(work, name));
}

/**
 * "Jordan" in a report of a Michael Jordan, which names the state by no other word and in no place's
 * use; `undefined` where the state may be meant.
 */
export function personLikeState(work: Work, name: Named): number | undefined {
  const { at, named, counts, drafts } = work;
  const states = name.actors.filter((each) => each.kind === "state");
  if (name.kind === "PER" || name.first < name.last || states.length === 0) return undefined;
  const key = nameKey(at, name.first, name.last);
  const known = work.byKey.get(partKey(key));
  if (known === undefined || drafts[known]!.mentions.length === 0) return undefined;
  const same = named.list.filter(
    ({ first, last, kind }) => kind !== "PER" && nameKey(at, first, last) === key,
  );
  const isAlone = states.every(({ country }) => (counts.get(country ?? "") ?? 0) <= same.length);
  return isAlone && !same.some(({ first }) => uposOf(at, first - 1) === "ADP") ? known : undefined;
}

/** The draft that a name of one or more words leads to; `undefined` where it is no known person's. */
export function personOf(work: Work, name: Named): number | undefined {
  if (name.kind === "PER" && name.last > name.first) return fullPerson(work, name);
  const known = work.byKey.get(partKey(nameKey(work.at, name.first, name.last)));
  const others = name.actors.some((each) => each.kind !== "person") || name.metonyms.length > 0;
  const isWhere =
    name.kind === "LOC" && /^(?:in|at|from|near|across|to)$/i.test(formOf(work.at, name.first - 1));
  if (known !== undefined && (name.kind === "PER" || !others) && !isWhere) return known;
  const rows = name.actors.filter((each) => each.kind === "person");
  if (rows.length > 0 && (name.kind === "PER" || !others)) return tabled(work, name, rows);
  if (name.kind !== "PER" || others) return undefined;
  return holderBySurname(work, name) ?? plainPerson(work, name);
}

/**
 * A surname alone, as headlines have it: the only one of that name in office on the day whose
 * country the report names; else, the only head of a state or government of that name.
 */
export function holderBySurname(work: Work, name: Named, sure = false): number | undefined {
  const key = nameKey(work.at, name.first, name.last);
  // "on Friday" is no prime minister of that name.
  if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(key)) return undefined;
  const all = work.surnames.get(key) ?? [];
  const rows = all.filter(({ from }) => from === undefined || from <= (work.published ?? "9999"));
  const holders = rows.filter((each) => inOffice([each], work.published) !== undefined);
  const near = holders.filter(
    (each) => (work.counts.get(each.country ?? "") ?? 0) > 0 && isSpokenOfBySurname(each),
  );
  const leaders = (among: readonly Actor[]) => among.filter((each) => isLeader(each.office ?? ""));
  const alone = new Set(all.map((each) => each.name)).size === 1;
  const told = leaders(rows).filter((each) => (work.counts.get(each.country ?? "") ?? 0) > 0);
  const past = work.published === undefined ? latest(leaders(rows)) : leaders(rows);
  const far = sure ? (alone ? [leaders(holders)] : []) : [leaders(holders), told, past];
  for (const among of [near, ...far]) {
    const names = new Set(among.map((each) => each.name));
    if (names.size === 1) return tabled(work, name, among);
    if (names.size > 1) return undefined;
  }
  return undefined;
}

/** Headlines leave the given name out of those in government and of leaders; "Wong, a diner" is no activist. */
const isSpokenOfBySurname = ({ sectors, office = "" }: Actor): boolean =>
  sectors.includes("GOV") || office.endsWith("leader");

/** A report without a date is more likely of these days: those who took office last. */
function latest(rows: readonly Actor[]): readonly Actor[] {
  const last = rows.map(({ from }) => from ?? "").reduce((a, b) => (a > b ? a : b), "");
  return rows.filter(({ from }) => (from ?? "") === last);
}

/** The tables' people by the last word of their names. */
export function surnamesOf(actors: Actors): ReadonlyMap<string, readonly Actor[]> {
  const found = new Map<string, Actor[]>();
  for (const actor of actors.all) {
    if (actor.kind !== "person") continue;
    const written = actor.names.map((each) => folded(each.slice(each.lastIndexOf(" ") + 1)));
    for (const surname of new Set(written))
      found.set(surname, [...(found.get(surname) ?? []), actor]);
  }
  return found;
}

function fullPerson(work: Work, name: Named): number {
  const key = partKey(nameKey(work.at, name.first, name.last));
  const known = work.byKey.get(key);
  if (known !== undefined) return known;
  const rows = name.actors.filter((each) => each.kind === "person");
  const index = rows.length > 0 ? tabled(work, name, rows) : plainPerson(work, name);
  alias(work, key, index);
  return index;
}

function plainPerson(work: Work, name: Named): number {
  const { at } = work;
  return draftUnder(work, personKey(nameKey(at, name.first, name.last)), () => ({
    name: at.text.slice(...tokensSpan(at, name.first, name.last)),
    kind: "person",
    gender: genderOf(work, name),
    why: [step("a person's name", name.why)],
  }));
}

/** Rows may be several terms of one person, or several people of one name. */
function tabled(work: Work, name: Named, rows: readonly Actor[]): number {
  const people = [...new Map(rows.map((each) => [each.name, each])).keys()];
  const chosen = people.length === 1 ? people[0] : choose(work, rows);
  if (chosen === undefined) return plainPerson(work, name);
  const terms = rows.filter((each) => each.name === chosen);
  const last = lastTerm(terms, work.published);
  // A report without a date may be of any day: the last term is taken.
  const current = inOffice(terms, work.published) ?? (work.published ? undefined : last);
  const term = current ?? last;
  const index = draftUnder(work, personKey(folded(chosen)), () => ({
    name: chosen,
    kind: "person",
    country: term.country,
    sectors: current ? current.sectors : wasInOffice(work, terms) ? ["ELI"] : [],
    ...(current && (current.coded || current.country === undefined) ? { code: current.code } : {}),
    coded: current?.coded,
    gender: genderOf(work, name),
    why: [tabledBecause(work, name, term, current !== undefined)],
  }));
  if (current?.office) work.drafts[index]!.offices.add(current.office);
  return index;
}

/** The term that began last by the day; rows of one person stand by office and country, not by time. */
function lastTerm(terms: readonly Actor[], day = "9999"): Actor {
  const begun = terms.filter(({ from }) => (from ?? "") <= day);
  return (begun.length > 0 ? begun : terms).reduce((a, b) =>
    (a.from ?? "") > (b.from ?? "") ? a : b,
  );
}

/** Whether somebody has been in government and is no longer; who will be one day is nobody yet. */
const wasInOffice = (work: Work, terms: readonly Actor[]): boolean =>
  terms.some(
    ({ sectors, to }) =>
      sectors.includes("GOV") && to !== undefined && to < (work.published ?? "9999"),
  );

const tabledBecause = (work: Work, name: Named, term: Actor, current: boolean): Because =>
  step(
    term.coded
      ? `${current ? "" : "once "}coded ${term.code}${work.published ? `: on ${work.published.slice(0, 10)}` : ""}`
      : current
        ? `in office${work.published ? ` on ${work.published.slice(0, 10)}` : ""}: ${term.office ?? "office"}`
        : `not in office on ${work.published?.slice(0, 10) ?? "that day"}: once ${term.office ?? "in office"}`,
    words(tokensSpan(work.at, name.first, name.last)),
    row(term.at),
  );

/** Of several people of one name: who holds office on the day, else whose country is named most. */
function choose(work: Work, rows: readonly Actor[]): string | undefined {
  const holders = rows.filter((each) => inOffice([each], work.published));
  const among = holders.length > 0 ? holders : rows;
  const names = [...new Set(among.map((each) => each.name))];
  if (names.length === 1) return names[0];
  return likeliest(names, (name) => among.find((each) => each.name === name)?.country, work.counts);
}
