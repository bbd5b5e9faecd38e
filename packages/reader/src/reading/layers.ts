/**
 * What lies beside the text while a report is read. Each layer is written once, by the stage that
 * owns it. Tokens, tags and trees are columns (typed arrays, one slot a token); the rest are plain
 * readonly objects.
 */
import type { Span } from "../text/span.ts";
import type { Because } from "./because.ts";
import type {
  Entity,
  Event,
  Figure,
  Paragraph,
  ParagraphKind,
  Report,
  Statement,
  When,
  Wording,
} from "./reading.ts";

/** What a reader is given. Everything but `text` is optional. */
export interface ReportInput {
  readonly id?: string;
  readonly text: string;
  readonly title?: string;
  /** ISO 8601 date or date-time. */
  readonly published?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly byline?: string;
  /** What the source format already said of the paragraphs (from HTML); spans into `text`. */
  readonly paragraphs?: readonly Paragraph[];
}

/** Sentences as columns: `from`/`to` in UTF-16 units, `paragraph` an index into the paragraphs. */
export interface Sentences {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly paragraph: Int32Array;
}

/**
 * Tokens as columns. A sentence's tokens are `first[s] … first[s + 1] - 1`; `first` has
 * `sentences.count + 1` slots. Only paragraphs of the story (title, standfirst, body) have tokens;
 * sentences of the others are empty.
 */
export interface Tokens {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sentence: Int32Array;
  readonly first: Int32Array;
  /** The token's characters. */
  readonly form: readonly string[];
}

/** Universal and Penn part-of-speech tags, by index into the two lists of names. */
export interface Tags {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  readonly uposNames: readonly string[];
  readonly xposNames: readonly string[];
  /** By how much the model preferred its tag to the next best. */
  readonly margin: Float32Array;
  /** Words that were made the verb of their sentence since it had none: its tree hangs on them. */
  readonly main?: readonly number[];
}

export type Lemmas = readonly string[];

/**
 * A basic Universal Dependencies tree per sentence. `head` is an absolute token index, -1 for a
 * root. `label` is an index into `labelNames`: the relation with its subtype ("nsubj:pass").
 */
export interface Tree {
  readonly head: Int32Array;
  readonly label: Uint8Array;
  readonly labelNames: readonly string[];
  readonly margin: Float32Array;
  /** Dependents of token i, in order: `child[firstChild[i]] … child[firstChild[i + 1] - 1]`. */
  readonly firstChild: Int32Array;
  readonly child: Int32Array;
}

/** A run of tokens that a name model or a gazetteer takes for a name; `last` is inclusive. */
export interface NameSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: "PER" | "ORG" | "LOC" | "MISC";
  readonly why: Because;
}

/** A date or time expression, resolved. `first`/`last` are tokens, inclusive. */
export interface DateMention {
  readonly first: number;
  readonly last: number;
  readonly when: When;
  readonly why: Because;
}

/** Words for a time long past that has no date: "in colonial times". */
export interface UndatedMention {
  readonly first: number;
  readonly last: number;
  readonly when?: undefined;
  readonly why: Because;
}

/** A name that is a point or region of the map, with what the gazetteer holds of it. */
export interface PlaceMention {
  readonly first: number;
  readonly last: number;
  /** The word right behind that says what it is, where the name hangs on it: "province". */
  readonly sort?: number;
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  /** How closely it says where: 0 a state or more, 1 a part of a state, 2 a town or the like. */
  readonly grain: 0 | 1 | 2;
  readonly why: Because;
}

/**
 * Who or what the noun phrases of the report speak of. `of[i]` is the index (into `list`) of the
 * entity that a mention headed by token i refers to, or -1. Every noun phrase that could be a party
 * has an entity here, known or not ("a convoy"); the Reading keeps those that are named, have a
 * sector, or take part in something.
 */
export interface Entities {
  readonly list: readonly Entity[];
  readonly of: Int32Array;
}

/** Words between quotation marks; `inner` leaves the marks out. */
export interface Quotation {
  readonly span: Span;
  readonly inner: Span;
  /** No closing mark: the quotation runs on into the next paragraph. */
  readonly open: boolean;
  /** speech: whole clauses; words: a phrase inside somebody else's sentence; title: a work's name. */
  readonly kind: "speech" | "words" | "title";
}

export interface Layers {
  readonly input: ReportInput;
  /** Title, language, place of the dateline: what is known of the report as a whole. */
  readonly report: Report;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: Sentences;
  readonly tokens: Tokens;
  readonly tags: Tags;
  readonly lemmas: Lemmas;
  readonly tree: Tree;
  readonly names: readonly NameSpan[];
  readonly dates: readonly DateMention[];
  readonly undated: readonly UndatedMention[];
  readonly places: readonly PlaceMention[];
  readonly entities: Entities;
  readonly quotations: readonly Quotation[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly wording: readonly Wording[];
}

export type LayerName = keyof Layers;

/** Paragraph kinds that are the story: only these have tokens, statements and events. */
export const storyKinds: ReadonlySet<ParagraphKind> = new Set(["title", "standfirst", "body"]);
