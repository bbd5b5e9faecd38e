/** What the parts of the entities stage share while one report is read. */
import type { Actor, Actors, Gender } from "../../knowledge/actor.ts";
import { holdsOn, type Named, type NamedIndex } from "../../knowledge/named.ts";
import type { Because } from "../../reading/because.ts";
import type { DateMention, PlaceMention } from "../../reading/layers.ts";
import type { EntityKind, MentionForm, Place } from "../../reading/reading.ts";
import { formOf, type Syntax, tokensSpan, uposOf, xposOf } from "../../reading/syntax.ts";
import type { Span } from "../../text/span.ts";

/** An entity in the making. */
export interface Draft {
  /** What makes two mentions the same: "state RUS", "person vladimir putin", "nominal 12". */
  readonly key: string;
  name: string;
  kind: EntityKind;
  country?: string;
  sectors: readonly string[];
  code: string;
  /** The code is an own dictionary's. */
  readonly coded: boolean;
  place?: Place;
  /** Has a name, and is not only described. */
  named: boolean;
  plural: boolean;
  gender?: Gender;
  /** Roles and offices the report or the tables give this one: "president", "foreign minister". */
  readonly offices: Set<string>;
  /** For a group that stands for others: indices of their drafts. */
  members?: readonly number[];
  readonly mentions: Told[];
  /** What the report's words have said of it, so that the same words again add no reason. */
  readonly told: Set<string>;
  readonly why: Because[];
}

export interface Told {
  readonly span: Span;
  readonly form: MentionForm;
  /** The token the mention hangs by. */
  readonly head: number;
  /** Its first token, titles and all. */
  readonly first: number;
}

export interface Work {
  readonly at: Syntax;
  readonly actors: Actors;
  readonly named: NamedIndex;
  /** By the first token of the name. */
  readonly placeAt: ReadonlyMap<number, PlaceMention>;
  readonly dates: readonly DateMention[];
  /** 1 for tokens of a date or time. */
  readonly dated: Uint8Array;
  readonly counts: ReadonlyMap<string, number>;
  readonly published: string | undefined;
  readonly drafts: Draft[];
  readonly byKey: Map<string, number>;
  /** For each token the draft it refers to, or -1. */
  readonly of: Int32Array;
  /** The tables' people by their last name, folded. */
  readonly surnames: ReadonlyMap<string, readonly Actor[]>;
  /** The tables' people by the country whose office they hold or held. */
  readonly holders: ReadonlyMap<string, readonly Actor[]>;
  /** Those whose title is one of several: "Presidents Putin and Trump". */
  readonly plurals: Set<Draft>;
  /** How often each country's names stand in the report: its own, its bodies' and its people's. */
  readonly weights: Map<string, number>;
  /** The country that most of the report is about, once all names are read. */
  home?: string | undefined;
  /** The people of each country, by the index of their draft, once all names are read. */
  readonly people: Map<string, readonly number[]>;
}

export interface Seed {
  readonly name: string;
  readonly kind: EntityKind;
  readonly country?: string | undefined;
  readonly sectors?: readonly string[];
  readonly code?: string;
  readonly coded?: boolean | undefined;
  readonly place?: Place | undefined;
  readonly named?: boolean;
  readonly plural?: boolean;
  readonly gender?: Gender | undefined;
  readonly why: readonly Because[];
}

/** The draft under a key, made when it is not yet there. */
export function draftUnder(work: Work, key: string, seed: () => Seed): number {
  const known = work.byKey.get(key);
  if (known !== undefined) return known;
  const { name, kind, country, sectors, code, coded, place, named, plural, gender, why } = seed();
  const draft: Draft = {
    key,
    name,
    kind,
    sectors: sectors ?? [],
    code: code ?? [...(country ? [country] : []), ...(sectors ?? [])].join(" "),
    coded: coded ?? false,
    named: named ?? true,
    plural: plural ?? false,
    offices: new Set(),
    mentions: [],
    told: new Set(),
    why: [...why],
  };
  if (country) draft.country = country;
  if (place) draft.place = place;
  if (gender) draft.gender = gender;
  const index = work.drafts.push(draft) - 1;
  work.byKey.set(key, index);
  return index;
}

/** Another key for a draft that is there: a surname, an acronym. The first to claim it keeps it. */
export function alias(work: Work, key: string, index: number): void {
  if (!work.byKey.has(key)) work.byKey.set(key, index);
}

/** Records a mention and lets its tokens point at the entity, but for those already taken. */
export function mention(
  work: Work,
  index: number,
  first: number,
  last: number,
  head: number,
  form: MentionForm,
  span: Span = tokensSpan(work.at, first, last),
): void {
  for (let i = first; i <= last; i++)
    if (work.of[i]! < 0 && (i === head || uposOf(work.at, i) !== "PRON")) work.of[i] = index;
  work.drafts[index]!.mentions.push({ span, form, head, first: firstIn(work.at, span, first) });
}

/** The token that a span begins with, at or before a token of it. */
const firstIn = (at: Syntax, [from]: Span, token: number): number => {
  let first = token;
  while (first > 0 && at.tokens.from[first - 1]! >= from) first--;
  return first;
};

/** The first token of a name's mention, its titles too. */
export const firstOfMention = (draft: Draft, name: Named): number =>
  draft.mentions.find(
    ({ first, head }) => first <= name.first && head >= first && head <= name.last,
  )?.first ?? name.first;

export const draftOf = (work: Work, token: number): Draft | undefined =>
  token >= 0 && work.of[token]! >= 0 ? work.drafts[work.of[token]!] : undefined;

export const namedAt = (work: Work, token: number): Named | undefined =>
  token >= 0 && work.named.at[token]! >= 0 ? work.named.list[work.named.at[token]!] : undefined;

export const isPlural = (at: Syntax, token: number): boolean => xposOf(at, token).endsWith("S");

export const personKey = (name: string): string => `person ${name}`;

/** An office that a country has one of. */
export const roleKey = (country: string, phrase: string): string => `role ${country} ${phrase}`;

export const stateKey = (country: string): string => `state ${country}`;

/** The row whose term of office holds on the day; `undefined` where none does. */
export const inOffice = (rows: readonly Actor[], day: string | undefined): Actor | undefined =>
  rows.find((each) => holdsOn(each, day));

export const sentenceStart = (at: Syntax, token: number): number =>
  at.tokens.first[at.tokens.sentence[token]!]!;
export const isDefinite = (at: Syntax, first: number): boolean =>
  /^(?:the|this|that|these|those|both|his|her|its|their)$/i.test(formOf(at, first));

/** Which of several countries a shared name means: the one the report names alone, or names most. */
export function likeliest<T>(
  options: readonly T[],
  countryOf: (each: T) => string | undefined,
  counts: ReadonlyMap<string, number>,
): T | undefined {
  if (options.length <= 1) return options[0];
  const told = options.map((each) => counts.get(countryOf(each) ?? "") ?? 0);
  const most = Math.max(...told);
  if (told.filter((each) => each === most).length > 1) return undefined;
  return options[told.indexOf(most)];
}
