/**
 * The names of a report with what the actor tables hold under each: the common ground of the
 * stages that ask which names are places and which are parties. Nothing is decided here about who
 * is meant; only where a name begins and ends.
 */
import { type Because, row, step, words } from "../reading/because.ts";
import type { NameSpan } from "../reading/layers.ts";
import { formOf, lemmaOf, type Syntax, tokensSpan, uposOf } from "../reading/syntax.ts";
import type { Actor, Actors, Demonym, Metonym } from "./actor.ts";
import { folded } from "./phrases.ts";
import {
  cleanedSpans,
  isArabicArticle,
  isBodyName,
  isCapital,
  isDescription,
  sameCapitals,
  whole,
} from "./spans.ts";
import { inRole, longestTitle, titleLength } from "./titles.ts";

export type NamedKind = NameSpan["kind"] | "DEMONYM";

/** A name as it stands in the text; tokens inclusive, without article, titles and "'s". */
export interface Named {
  readonly first: number;
  readonly last: number;
  readonly kind: NamedKind;
  /** Rows of the tables under that very name. */
  readonly actors: readonly Actor[];
  readonly metonyms: readonly Metonym[];
  readonly demonyms: readonly Demonym[];
  readonly why: Because;
}

export interface NamedIndex {
  readonly list: readonly Named[];
  /** For each token the index of the name it belongs to, or -1. */
  readonly at: Int32Array;
}

/** All names: those of the names layer, those the tables know besides, and other proper nouns. */
export function namedIn(
  at: Syntax,
  actors: Actors,
  names: readonly NameSpan[],
  published: string | undefined,
): NamedIndex {
  const surnames = surnamesIn(at, names);
  const spans = cleanedSpans(at, actors, names);
  const list: Named[] = [];
  let next = 0;
  let token = 0;
  while (token < at.tokens.count) {
    while (next < spans.length && spans[next]!.first < token) next++;
    const span = spans[next];
    const found =
      span?.first === token
        ? looked(at, actors, span, surnames)
        : unnamed(at, actors, token, limitOf(at, token, span));
    if (found) list.push({ ...found, actors: standing(found.actors, published) });
    token = found ? found.last + 1 : token + 1;
  }
  const of = new Int32Array(at.tokens.count).fill(-1);
  for (const [k, { first, last }] of list.entries()) of.fill(k, first, last + 1);
  return { list, at: of };
}

/** Whether an actor has its name, code or office on a day; without a day, whether it has it still. */
export function holdsOn({ from, to }: Actor, day: string | undefined): boolean {
  if (day === undefined) return to === undefined;
  const started = from === undefined || from.slice(0, 10) <= day.slice(0, from.length);
  return started && (to === undefined || day.slice(0, to.length) <= to);
}

/**
 * Rows under a name of which several may stand in own dictionaries, each with its time: of all but
 * people, whose terms are told apart later, the first that holds on the day of publication.
 */
function standing(rows: readonly Actor[], published: string | undefined): readonly Actor[] {
  if (!rows.some(({ coded, kind }) => coded && kind !== "person")) return rows;
  const held = rows.filter((each) => each.kind === "person" || holdsOn(each, published));
  const first = held.find(({ coded, kind }) => coded && kind !== "person");
  return held.filter((each) => each === first || !each.coded || each.kind === "person");
}

/** Where a name that starts at a token must have ended: the next known name, or the sentence. */
const limitOf = (at: Syntax, token: number, span: NameSpan | undefined): number =>
  Math.min(
    at.tokens.first[at.tokens.sentence[token]! + 1]!,
    span?.first ?? Number.POSITIVE_INFINITY,
  );

function looked(
  at: Syntax,
  actors: Actors,
  { first, last, kind, why }: NameSpan,
  surnames: ReadonlySet<string>,
): Named {
  const { form } = at.tokens;
  const rows = whole(actors.names.find(form, first, last + 1), first, last);
  const metonyms = whole(actors.metonyms.find(form, first, last + 1), first, last);
  const demonyms = whole(actors.demonyms.find(form, first, last + 1), first, last);
  // A model may take "Chad" for somebody; the tables say a state unless the report has a Mr Chad.
  const elsewhere = rows.some((each) => each.kind !== "person") || metonyms.length > 0;
  const mistaken =
    kind === "PER" &&
    elsewhere &&
    !rows.some((each) => each.kind === "person") &&
    (last > first || !surnames.has(folded(formOf(at, last))));
  const known = mistaken
    ? kindOf(rows[0])
    : rows.length === 0 && metonyms.length === 0 && isBodyName(at, first, last)
      ? "ORG"
      : kind;
  return { first, last, kind: known, actors: rows, metonyms, demonyms, why };
}

/** The last words of people's names of more than one word. */
const surnamesIn = (at: Syntax, names: readonly NameSpan[]): ReadonlySet<string> =>
  new Set(
    names.flatMap(({ first, last, kind }) =>
      kind === "PER" && last > first ? [folded(formOf(at, last))] : [],
    ),
  );

/** A name that the names layer does not have: from the tables, or a run of proper nouns. */
function unnamed(at: Syntax, actors: Actors, first: number, limit: number): Named | undefined {
  const form = formOf(at, first);
  if ((!isCapital(form) && !isArabicArticle(at, first)) || form === "I") return undefined;
  const upos = uposOf(at, first);
  const word = /^(?:PROPN|NOUN|ADJ|X)$/.test(upos);
  const known = word ? tabled(at, actors, first, limit, upos === "PROPN") : undefined;
  if (known) return known;
  // A tagger may miss a name, but hardly one that stands behind a title.
  const proper = upos === "PROPN" || (word && kindAfter(at, actors, first) === "PER");
  return proper ? properNouns(at, actors, first, limit) : undefined;
}

function tabled(
  at: Syntax,
  actors: Actors,
  first: number,
  limit: number,
  proper: boolean,
): Named | undefined {
  const { form } = at.tokens;
  const demonyms =
    isOfContinent(at, first) || isTongue(at, first) ? [] : actors.demonyms.find(form, first, limit);
  const metonyms = actors.metonyms.find(form, first, limit);
  const names = actors.names
    .find(form, first, limit)
    .filter((each) => each.length > 1 || sameCapitals(each.phrase, form[first]!));
  const listed = proper
    ? names
    : names.filter((each) => each.value.kind === "state" || each.length > 1);
  const known = listed.filter(
    (each) => !isDescription(at, actors, { first, last: first + each.length - 1 }),
  );
  const length = Math.max(0, ...[demonyms, metonyms, known].map((found) => found[0]?.length ?? 0));
  if (length === 0 || isPartOfName(at, actors, first, first + length - 1, limit)) return undefined;
  const last = first + length - 1;
  const rows = whole(known, first, last);
  const demonym = whole(demonyms, first, last);
  const metonym = whole(metonyms, first, last);
  const at0 = (rows[0] ?? metonym[0]?.of ?? demonym[0]?.state)!.at;
  return {
    first,
    last,
    kind: rows.length + metonym.length > 0 ? kindOf(rows[0]) : "DEMONYM",
    actors: rows,
    metonyms: metonym,
    demonyms: demonym,
    why: step("a name of the actor tables", words(tokensSpan(at, first, last)), row(at0)),
  };
}

/** "South American", "Latin American": the longer names of states would have been found before. */
const isOfContinent = (at: Syntax, first: number): boolean =>
  first > 0 && /^(?:South|North|Central|Latin|Pan|Native|West|East)-?$/.test(formOf(at, first - 1));

/** "an English language newspaper", "French-speaking": a language, and no nation. */
const isTongue = (at: Syntax, first: number): boolean => {
  const next = /^[-‐‑]$/.test(formOf(at, first + 1)) ? first + 2 : first + 1;
  return /^(?:languages?|speaking|speakers?)$/i.test(formOf(at, next));
};

/** "Kenya" in "Kenya Airways": the tree says that it belongs to a proper noun behind it. */
function isPartOfName(
  at: Syntax,
  actors: Actors,
  first: number,
  last: number,
  limit: number,
): boolean {
  const next = last + 1;
  if (next >= limit || uposOf(at, next) !== "PROPN" || !isCapital(formOf(at, next))) return false;
  const head = at.tree.head[last]!;
  if (head <= last || head >= limit || uposOf(at, head) !== "PROPN") return false;
  for (let i = next; i <= head; i++)
    if (uposOf(at, i) !== "PROPN" || titleLength(at, actors, i, limit) > 0) return false;
  return actors.demonyms.find(at.tokens.form, first, limit).length === 0 || first < last;
}

const kindOf = (actor: Actor | undefined): NamedKind => {
  if (actor === undefined || actor.kind === "state" || actor.kind === "place") return "LOC";
  return actor.kind === "person" ? "PER" : "ORG";
};

/** A run of proper nouns, without the titles before it; of a person if a given name opens it. */
function properNouns(at: Syntax, actors: Actors, first: number, limit: number): Named | undefined {
  if (titleLength(at, actors, first, Math.min(limit, first + longestTitle)) > 0) return undefined;
  if (inRole(at, actors, first)) return undefined;
  let last = first;
  while (
    last + 1 < limit &&
    uposOf(at, last + 1) === "PROPN" &&
    isCapital(formOf(at, last + 1)) &&
    actors.titles.find(at.tokens.form, last + 1, limit).length === 0
  )
    last++;
  if (last + 1 < limit && uposOf(at, last + 1) === "NUM" && /^\d{1,3}$/.test(formOf(at, last + 1)))
    last++;
  const given = last > first && actors.givenNames.has(folded(formOf(at, first)));
  const body = isBodyName(at, first, last);
  const kind = body ? "ORG" : given ? "PER" : kindAfter(at, actors, first);
  const says =
    kind === "PER"
      ? "proper nouns that read as a person's name"
      : "proper nouns that follow each other";
  return {
    first,
    last,
    kind,
    actors: [],
    metonyms: [],
    demonyms: [],
    why: step(says, words(tokensSpan(at, first, last))),
  };
}

/** What the title or role right before a name says it is. */
function kindAfter(at: Syntax, actors: Actors, first: number): NamedKind {
  const before = formOf(at, first - 1) === "." ? first - 2 : first - 1;
  if (before < 0 || at.tokens.sentence[before] !== at.tokens.sentence[first]) return "MISC";
  const role = actors.roles.at(at.lemmas, at.tokens.form, before);
  if (actors.titles.find(at.tokens.form, before, first).length > 0) return "PER";
  if (!role || role.last !== before) return "MISC";
  // "Executive Decree", "Passenger Sector": a role in a capital is part of the name, unless it is a title.
  const opens = role.first === at.tokens.first[at.tokens.sentence[first]!];
  if (role.first === before && !opens && isCapital(formOf(at, before))) return "MISC";
  return role.role.kind === "person" ? "PER" : "ORG";
}

/**
 * The token by which a name hangs in the tree: the one whose head is outside. A person's name
 * hangs by its first part, all others by their last, where a parse leaves a choice.
 */
export function headOfName(at: Syntax, { first, last, kind }: Named): number {
  const outside: number[] = [];
  for (let i = first; i <= last; i++) {
    const head = at.tree.head[i]!;
    if (head < first || head > last) outside.push(i);
  }
  return (kind === "PER" ? outside[0] : outside.at(-1)) ?? last;
}

/**
 * The state behind a town's comma: "Kisumu, Kenya". In a list ("Iran, Iraq and Syria") and after
 * another state nothing lies in what follows.
 */
export function stateBehind(at: Syntax, named: NamedIndex, k: number): Actor | undefined {
  const { last, actors } = named.list[k]!;
  const next = named.list[k + 1];
  if (!next || next.first !== last + 2 || !/^[,(]$/.test(formOf(at, last + 1))) return undefined;
  if (at.tokens.sentence[next.first] !== at.tokens.sentence[last]) return undefined;
  if (actors.some((each) => each.kind === "state")) return undefined;
  if (/^(?:and|or|&)$/.test(formOf(at, next.last + 1))) return undefined;
  return next.actors.find((each) => each.kind === "state");
}

/** How often each country is named, by its own name, its people's or its government's. */
export function countryCounts(named: NamedIndex): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { actors, metonyms, demonyms, kind } of named.list) {
    if (kind === "PER") continue;
    const countries = new Set(
      [
        ...actors.filter((each) => each.kind === "state"),
        ...metonyms.map((each) => each.of).filter((each) => each.kind === "state"),
        ...demonyms.map((each) => each.state),
      ].map((each) => each.country ?? ""),
    );
    // A name that several states share says nothing of any one of them.
    if (countries.size === 1)
      for (const country of countries) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return counts;
}

/** The words of a name, for keys: folded, with single spaces. */
export const nameKey = (at: Syntax, first: number, last: number): string => {
  const parts: string[] = [];
  for (let i = first; i <= last; i++) parts.push(folded(formOf(at, i)));
  return parts.join(" ");
};

/** Whether a token's lemma is one of a set, in lower case. */
export const isLemma = (at: Syntax, token: number, lemmas: ReadonlySet<string>): boolean =>
  token >= 0 && lemmas.has(lemmaOf(at, token).toLowerCase());
