/** Names with their short forms in brackets, in either order: both are one body. */
import type { Actor } from "../../knowledge/actor.ts";
import { type Named, nameKey } from "../../knowledge/named.ts";
import { dependents, formOf } from "../../reading/syntax.ts";
import { describe } from "./describe.ts";
import { alias, type Work } from "./work.ts";

/** "World Health Organization (WHO)": both names are one body, whichever the tables know. */
export function acronymsIn(
  work: Work,
  entityOf: (k: number) => number,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (const [k, short] of work.named.list.entries()) {
    const long = work.named.list[k - 1];
    if (!long || !inBrackets(work, short) || long.last !== short.first - 2) continue;
    if (long.kind === "PER" || long.kind === "DEMONYM" || short.last > short.first) continue;
    if (!isAcronym(formOf(work.at, short.first))) continue;
    if (long.actors.length === 0 && short.actors.length > 0) found.set(k - 1, entityOf(k));
  }
  for (const [k, long] of work.named.list.entries()) {
    const short = work.named.list[k - 1];
    if (!short || !inBrackets(work, long) || short.last !== long.first - 2) continue;
    if (long.kind === "PER" || long.kind === "DEMONYM" || short.last > short.first) continue;
    if (!standsFor(work, short, long)) continue;
    const index = long.actors.length === 0 && short.actors.length > 0 ? k - 1 : k;
    const one = entityOf(index);
    found.set(k - 1, one).set(k, one);
    alias(work, `short ${nameKey(work.at, short.first, short.last)}`, one);
    alias(work, `short ${nameKey(work.at, long.first, long.last)}`, one);
  }
  return found;
}

/**
 * "GNA" in a report of the Ghana News Agency: the body whose words begin with the letters, where no
 * table knows the short form, or only as that of a country that the report does not name.
 */
export function bodyByInitials(
  work: Work,
  k: number,
  entityOf: (k: number) => number,
): number | undefined {
  const short = work.named.list[k]!;
  const letters = formOf(work.at, short.first);
  if (short.kind === "PER" || short.last > short.first || !/^\p{Lu}{3,}$/u.test(letters)) return;
  const elsewhere = ({ country }: { readonly country?: string }): boolean =>
    country !== undefined && !work.counts.has(country);
  if (!short.actors.every(elsewhere)) return undefined;
  const long = work.named.list.findIndex(
    (each) =>
      each.kind === "ORG" && each.last - each.first >= 2 && initials(work, each) === letters,
  );
  return long < 0 ? undefined : entityOf(long);
}

/** Sorts of bodies that are never also another. */
const sorts: ReadonlySet<string> = new Set(["BUS", "LAB", "JRN", "EDU", "MED"]);

/**
 * "Spanish firm CAF", "CAF, a maker of trains": bodies of the tables that share letters with what the report
 * itself calls a thing of another sort, or a body of another country.
 */
export function isOtherBody(work: Work, name: Named, rows: readonly Actor[]): boolean {
  const { at, actors } = work;
  if (name.last > name.first || !isAcronym(formOf(at, name.first))) return false;
  const nouns = [name.first - 1, ...dependents(at, name.first, "appos")].filter((noun) => {
    const role = actors.roles.at(at.lemmas, at.tokens.form, noun);
    return role?.role.kind === "organisation" && role.last === noun;
  });
  return nouns.some((noun) => {
    const told = describe(work, noun, () => {});
    const own = told.role!.role.sectors.filter((each) => sorts.has(each));
    const otherSort = own.length > 0 && rows.every((each) => !shares(each.sectors, own));
    const abroad = ({ kind, country }: Actor): boolean =>
      kind === "organisation" && country !== undefined && country !== told.country;
    return otherSort || (told.country !== undefined && own.length > 0 && rows.every(abroad));
  });
}

const shares = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each));

/** "KPF (Kivu People's Front)": the letters open the words of the name. */
function standsFor({ at }: Work, short: Named, { first, last }: Named): boolean {
  const letters = formOf(at, short.first).replaceAll(".", "");
  if (!isAcronym(letters)) return false;
  return opening(at, first, last) === letters;
}

const initials = ({ at }: Work, { first, last }: Named): string => opening(at, first, last);

/** The capitals that words begin with: "KPF". */
function opening(at: Work["at"], first: number, last: number): string {
  let letters = "";
  for (let i = first; i <= last; i++) letters += /^\p{Lu}/u.exec(formOf(at, i))?.[0] ?? "";
  return letters;
}

const isAcronym = (form: string): boolean =>
  /^\p{Lu}[\p{Lu}\p{N}&-]+s?$|^(?:\p{Lu}\.)+$/u.test(form);

const inBrackets = (work: Work, { first, last }: Named): boolean =>
  formOf(work.at, first - 1) === "(" && formOf(work.at, last + 1) === ")";

/** Once "Jubaland Salvation Front" is read, the "JSF" in brackets behind it means the same. */
export function registerAcronym(work: Work, k: number, index: number): void {
  const short = work.named.list[k + 1];
  const { last, kind } = work.named.list[k]!;
  if (!short || short.first !== last + 2 || !inBrackets(work, short)) return;
  if (kind === "PER" || kind === "DEMONYM" || short.actors.length > 0) return;
  if (short.last > short.first || !isAcronym(formOf(work.at, short.first))) return;
  alias(work, `short ${nameKey(work.at, short.first, short.last)}`, index);
}
