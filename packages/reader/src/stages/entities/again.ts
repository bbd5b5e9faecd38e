/**
 * Noun phrases that take up somebody already there: an office holder, the same words again, or a
 * word for the sort of thing: "the group", "the West African country", "the airline".
 */
import type { Role } from "../../knowledge/actor.ts";
import { codeOf } from "../../knowledge/actor.ts";
import { row, step, words } from "../../reading/because.ts";
import type { EntityKind } from "../../reading/reading.ts";
import { dependents, formOf, lemmaOf, prepositionOf, tokenSpan } from "../../reading/syntax.ts";
import type { Description } from "./describe.ts";
import { holderOf } from "./offices.ts";
import type { Recent } from "./recent.ts";
import { type Draft, draftOf, isDefinite, isPlural, stateKey, type Work } from "./work.ts";

export const indefinite =
  /^(?:an?|another|some|several|many|other|no|any|two|three|four|five|\d+)$/i;

const lemma = (work: Work, token: number): string => lemmaOf(work.at, token).toLowerCase();

/** Somebody already there whom the phrase of noun `head` takes up. */
export function spokenOf(
  work: Work,
  recent: Recent,
  head: number,
  first: number,
  told: Description,
): number | undefined {
  const { at } = work;
  if (indefinite.test(formOf(at, first))) return undefined;
  const holder = holderFor(work, recent, head, first, told);
  if (holder !== undefined) return holder;
  const { role, country } = told;
  // "police", "parliament" without an article are the same ones throughout a report.
  const bare = first === head && !/s$/.test(formOf(at, head)) && isBody(role?.role);
  if (!bare && !isDefinite(at, first)) return undefined;
  const again = sameWords(work, recent, head, bare, country);
  if (again !== undefined) return again;
  if (isPlural(at, head)) return sameFighters(work, recent, head, told);
  if (country !== undefined) return undefined;
  const person = personAgain(work, recent, head, first, told);
  if (person !== undefined) return person;
  return (
    stateAgain(work, recent, head, first) ??
    (hasModifiers(work, head) ? undefined : bodyAgain(work, recent, head, role?.role))
  );
}

/** Who holds the office that the phrase names, of the country it names, or of the one last told of. */
export function holderFor(
  work: Work,
  recent: Recent,
  head: number,
  first: number,
  { role, country, former }: Description,
): number | undefined {
  const { at } = work;
  const office = isDefinite(at, first) || (country !== undefined && role?.role.government === true);
  if (role?.role.kind !== "person" || isPlural(at, head) || former || !office) return undefined;
  const holder = holderOf(work, recent, role.role.phrase, country);
  if (holder === undefined) return undefined;
  const says = `who the report calls or the tables know as ${role.role.phrase}`;
  return explained(work, holder, head, says);
}

function sameWords(
  work: Work,
  recent: Recent,
  head: number,
  bare: boolean,
  country: string | undefined,
): number | undefined {
  const { at } = work;
  const wordAgain = (word: string): number | undefined =>
    recent.byHeadword(
      word,
      bare ? undefined : isPlural(at, head),
      (draft) =>
        (country === undefined || draft.country === country) && saysNothingNew(work, head, draft),
    );
  const again = wordAgain(lemma(work, head)) ?? wordAgain(formOf(at, head).toLowerCase());
  if (again === undefined) return undefined;
  return explained(work, again, head, "the same word for somebody told of before");
}

const isBody = (role: Role | undefined): boolean => role !== undefined && role.kind !== "person";

/** "the talks" may be "nuclear talks" again; "the prior talks" are others. */
const saysNothingNew = (work: Work, head: number, draft: Draft): boolean =>
  dependents(work.at, head, "amod", "compound", "nmod", "nmod:poss").every((each) => {
    // "the attack by the rebels on the base": what follows belongs to the deed, not to its doer.
    if (each > head && /^(?:on|against|after|during|before)$/.test(prepositionOf(work.at, each)))
      return true;
    const owner = draftOf(work, each);
    if (owner?.kind === "state" || owner === draft) return true;
    return draft.name.toLowerCase().includes(formOf(work.at, each).toLowerCase());
  });

const hasModifiers = (work: Work, head: number): boolean =>
  dependents(work.at, head, "amod", "compound", "nmod", "nmod:poss", "nummod").length > 0;

/** "the lawmaker" after "Senator Lucía Herrera": the last one named, if of that sector. */
function personAgain(
  work: Work,
  recent: Recent,
  head: number,
  first: number,
  { role, former }: Description,
): number | undefined {
  const main = role?.role.sectors[0];
  if (role?.role.kind !== "person" || former || !main || vague.has(main)) return undefined;
  if (!/^the$/i.test(formOf(work.at, first)) || hasModifiers(work, head)) return undefined;
  const last = recent.last(({ kind, named }) => kind === "person" && named, 2);
  if (last === undefined || work.drafts[last]!.sectors[0] !== main) return undefined;
  return explained(work, last, head, "the last one named, of the same sector");
}
/** Sectors of so many roles that two of them need not be one. */
const vague: ReadonlySet<string> = new Set(["CVL", "UNK", "GOV", "ELI"]);

/** "the militants" after "fighters of …": those in arms who were told of last. */
function sameFighters(
  work: Work,
  recent: Recent,
  head: number,
  { role, country }: Description,
): number | undefined {
  if (!role?.role.sectors.includes("REB") || country !== undefined || hasModifiers(work, head))
    return undefined;
  const inArms = ({ kind, sectors }: Draft): boolean =>
    (kind === "group" || kind === "organisation") && sectors.includes("REB");
  const found = recent.last((draft) => draft.plural && inArms(draft), 2) ?? recent.last(inArms, 2);
  return found === undefined
    ? undefined
    : explained(work, found, head, "those in arms told of last");
}

/** "the kingdom", "the West African country": a state of that sort, the foremost of those told of. */
function stateAgain(work: Work, recent: Recent, head: number, first: number): number | undefined {
  const { at, actors } = work;
  if (!stateWords.test(lemma(work, head)) || !isDefinite(at, first)) return undefined;
  let countries: ReadonlySet<string> | undefined;
  let isOther = false;
  for (let i = first; i <= head; i++) {
    const region = actors.regions.find(at.tokens.form, i, head + 1)[0];
    if (region) {
      const before = countries;
      const { value } = region;
      countries = before ? new Set([...value].filter((each) => before.has(each))) : value;
      i += region.length - 1;
    } else if (draftOf(work, i)?.kind === "state" || others.test(formOf(at, i))) isOther = true;
  }
  const behind = dependents(at, head, "nmod", "nmod:poss", "nummod").length > 0;
  const within = countries;
  if (isOther || behind || (!within && hasModifiers(work, head))) return undefined;
  if (!within && mostlyPlaces.test(lemma(work, head))) return undefined;
  const home = within || !work.home ? undefined : work.byKey.get(stateKey(work.home));
  const found = recent.foremostState((country) => within?.has(country) ?? true) ?? home;
  return found === undefined ? undefined : explained(work, found, head, "a state of this sort");
}
const stateWords =
  /^(?:country|nation|state|republic|kingdom|monarchy|emirate|sultanate|principality|island|archipelago|territory|power|giant|neighbou?r)$/;
/** Words that mean a state only where a word of region says so, or the tables know it as one. */
const mostlyPlaces = /^(?:territory|power|giant|neighbou?r)$/;
const others =
  /^(?:neighbou?ring|host|home|other|another|third|first|second|same|only|entire|whole|rest|last|foreign|new|next)$/i;

interface Sort {
  readonly words: ReadonlySet<string>;
  readonly kinds: readonly EntityKind[];
}
const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words for a sort of thing, and what they may take up again. */
const sorts: readonly Sort[] = [
  { words: set("city town village capital"), kinds: ["place"] },
  {
    words: set("group movement militia faction outfit organisation organization"),
    kinds: ["group", "organisation"],
  },
  {
    words: set(
      `company firm agency bloc union alliance association institution foundation charity
      commission council watchdog regulator club university bank network broadcaster party paper`,
    ),
    kinds: ["organisation", "group"],
  },
];

/** A body told of before: one with this word in its name, one of this sector, one of this sort. */
function bodyAgain(
  work: Work,
  recent: Recent,
  head: number,
  role: Role | undefined,
): number | undefined {
  const noun = lemma(work, head);
  const body = ({ named, plural, kind }: Draft): boolean =>
    named && !plural && (kind === "organisation" || kind === "group");
  const inName = recent.last((draft) => body(draft) && hasWord(draft.name, noun));
  if (inName !== undefined) return explained(work, inName, head, `"${noun}" is in its name`);
  const line = role?.kind === "organisation" && !role.government ? role : undefined;
  const sort = sorts.find((each) => each.words.has(noun));
  if (line && !sort?.kinds.includes("place")) {
    const found = bodyOfSector(work, recent, head, line);
    if (found !== undefined) return found;
  }
  if (!sort) return undefined;
  const found = recent.last(
    (draft) => draft.named && !draft.plural && sort.kinds.includes(draft.kind),
  );
  if (found === undefined) return undefined;
  return explained(work, found, head, `"${formOf(work.at, head)}" takes up what was named last`);
}

const hasWord = (name: string, word: string): boolean =>
  name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(word) && name.includes(" ");

/** "Ranoil … the company": a body named just before, of which nothing else is known. */
function bodyOfSector(
  work: Work,
  recent: Recent,
  head: number,
  { sectors, at }: Role,
): number | undefined {
  const main = sectors[0];
  if (main === undefined) return undefined;
  const found = recent.last((draft, token) => {
    if (!draft.named || draft.plural) return false;
    if (draft.kind === "organisation" && draft.sectors.includes(main)) return true;
    const unknown = draft.sectors.length === 0 && draft.code === (draft.country ?? "");
    const acts = draft.kind === "other" && isDoer(work, token);
    return unknown && brands.has(main) && (draft.kind === "organisation" || acts);
  }, 2);
  if (found === undefined) return undefined;
  const draft = work.drafts[found]!;
  if (draft.sectors.length === 0) {
    draft.kind = "organisation";
    draft.sectors = sectors;
    draft.code = codeOf(draft.country, sectors);
    draft.why.push(step(`the report calls it "${formOf(work.at, head)}"`, row(at)));
  }
  return explained(work, found, head, `"${formOf(work.at, head)}" takes up what was named last`);
}
/** Sectors of bodies whose names mostly do not say what they are. */
const brands: ReadonlySet<string> = new Set(["BUS", "JRN", "SOC"]);

const isDoer = ({ at }: Work, token: number): boolean =>
  /^nsubj/.test(at.tree.labelNames[at.tree.label[token]!] ?? "");

function explained(work: Work, index: number, head: number, says: string): number {
  work.drafts[index]!.why.push(step(says, words(tokenSpan(work.at, head))));
  return index;
}
