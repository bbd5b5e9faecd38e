/**
 * Who and where: states, organisations, groups, people, places, roles and titles, read from the
 * tables in `knowledge/actors/`. The tables hold facts; what a report makes of them is decided in
 * the stages. The formats are described at the head of each table.
 */
import type { RowAt } from "../reading/because.ts";
import type { Place } from "../reading/reading.ts";
import type { Familiar } from "./familiar.ts";
import type { PhraseIndex } from "./phrases.ts";
import type { Problem } from "./table.ts";

export type ActorKind = "state" | "organisation" | "group" | "person" | "place";

/** Somebody or somewhere that has a name. */
export interface Actor {
  readonly kind: ActorKind;
  readonly name: string;
  /** All names, the canonical one first. */
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-3 (Kosovo: XKX); absent for what belongs to no state. */
  readonly country?: string;
  /** PLOVER sectors. Empty for states, places and international organisations. */
  readonly sectors: readonly string[];
  /** "RUS", "RUS GOV", "IGO UN", "NGO"; "" for places. */
  readonly code: string;
  /** People: what is used alone, the last word of the name in most languages. */
  readonly surname?: string;
  /** People: "president", "foreign minister", "spokesperson" … */
  readonly office?: string;
  /** People: the canonical name of the organisation that the office is in, if it is no state's. */
  readonly organisation?: string;
  /**
   * ISO dates (YYYY, YYYY-MM or YYYY-MM-DD), both inclusive. People: no `to` is still in office in
   * spring 2026. Others have them only in own dictionaries, for names whose code changed.
   */
  readonly from?: string;
  readonly to?: string;
  /** States (their middle) and places. */
  readonly place?: Place;
  /** Places: what sort of place. */
  readonly placeKind?: PlaceKind;
  /** Places: roughly how many people live there; 0 where the table does not say. */
  readonly population?: number;
  /** Places: the first-level division of its state that it lies in, where the table says so. */
  readonly division?: string;
  /** Whose views differ on a name or a border, in neutral words. */
  readonly contested?: string;
  /** Its names are to be met with their diacritics, since without them one is a common word. */
  readonly exact?: true;
  /** From `coded.tsv`: its code is as an own dictionary writes it, and is kept. */
  readonly coded?: true;
  readonly at: RowAt;
}

export type PlaceKind = "capital" | "city" | "region" | "water" | "area";

/** A word for a nationality: "Iranian" as adjective, or noun in one or both numbers. */
export interface Demonym {
  readonly state: Actor;
  readonly word: string;
  readonly adjective: boolean;
  readonly singular: boolean;
  readonly plural: boolean;
  /** Another state of the same word is meant, unless the report names this one. */
  readonly second?: true;
}

/** A name that stands for a government: "Kremlin", "Tehran"; or "Brussels" for the European Union. */
export interface Metonym {
  /** The state, or the organisation. */
  readonly of: Actor;
  readonly word: string;
  /** The place whose name it is, mostly the capital. */
  readonly place?: Actor;
}

export type RoleKind = "person" | "group" | "organisation";

/** A noun or noun phrase that says what somebody is: "foreign minister", "rebel", "police". */
export interface Role {
  /** In lower case, as lemmas or, where only the plural means it ("troops"), as forms. */
  readonly phrase: string;
  readonly sectors: readonly string[];
  readonly kind: RoleKind;
  /** Whether "the X" of a country speaks for its government. */
  readonly government: boolean;
  /** Of an own dictionary's agents: "~COP" goes behind the country's code, "NGO~" before it. */
  readonly code?: string;
  readonly note: string;
  /** A sentence in which somebody is of this role. */
  readonly example?: string;
  readonly at: RowAt;
}

export interface Title {
  readonly title: string;
  readonly sectors: readonly string[];
  readonly gender?: Gender;
  readonly at: RowAt;
}

export type Gender = "f" | "m" | "both";

export interface RoleMatch {
  readonly role: Role;
  /** Tokens, inclusive. */
  readonly first: number;
  readonly last: number;
}

export interface Roles {
  readonly all: readonly Role[];
  /**
   * The longest role phrase whose head is token `head` ("minister" in "foreign minister",
   * "ministry" in "ministry of defence"). Lemmas or lower-case forms may meet it.
   */
  at(lemmas: readonly string[], forms: readonly string[], head: number): RoleMatch | undefined;
}

export interface Actors {
  readonly states: ReadonlyMap<string, Actor>;
  readonly all: readonly Actor[];
  /** States, organisations, groups, people and places by all their names. */
  readonly names: PhraseIndex<Actor>;
  /** People by what is used of their name alone ("Putin", "Xi"): one surname may be many people's. */
  readonly surnames: PhraseIndex<Actor>;
  readonly demonyms: PhraseIndex<Demonym>;
  readonly metonyms: PhraseIndex<Metonym>;
  /** Words for sorts of states ("West African", "kingdom"), with the countries that are of the sort. */
  readonly regions: PhraseIndex<ReadonlySet<string>>;
  readonly titles: PhraseIndex<Title>;
  readonly roles: Roles;
  /** Keys are folded (lower case, no diacritics). */
  readonly givenNames: ReadonlyMap<string, Gender>;
  readonly familiar: Familiar;
  /** Towns and divisions that no other table has. */
  readonly atlas: Atlas;
}

/** Long tables of places, of which a report asks a few rows. */
export interface Atlas {
  /** All towns and divisions of a name, whatever its capitals, diacritics and hyphens. */
  find(name: string): readonly Actor[];
  /** Reads every row; says what is wrong with it. Rows that are wrong are never found. */
  check(states: ReadonlyMap<string, Actor>): Problem[];
}

/** Where a country and sectors are known, the code for event data columns: "RUS GOV MIL". */
export const codeOf = (country: string | undefined, sectors: readonly string[]): string =>
  [...(country ? [country] : []), ...sectors].join(" ");
