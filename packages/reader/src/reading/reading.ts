/**
 * The format `hearsay/reading/1`: what `hearsay read --format json` prints and what
 * `reader.read` returns. Fields may be added; those here keep their names and meanings.
 */
import type { Span } from "../text/span.ts";
import type { Because } from "./because.ts";

export interface Reading {
  /** The format and its version. */
  readonly schema: "hearsay/reading/1";
  readonly report: Report;
  /** In order, of the story and of what stands around it. */
  readonly paragraphs: readonly Paragraph[];
  /** In order; every sentence lies inside one paragraph. */
  readonly sentences: readonly Span[];
  /** Who and what is spoken of, if named, known or taking part in something. */
  readonly entities: readonly Entity[];
  /** What is given to a source, in the order of the text. */
  readonly statements: readonly Statement[];
  /** What happened, or is said to happen, in the order of the text. */
  readonly events: readonly Event[];
  /** Numbers of people, money and the like. */
  readonly figures: readonly Figure[];
  /** Words that judge, soften or take for granted, each with whose words they are. */
  readonly wording: readonly Wording[];
  /** The same stamp gives the same Reading. */
  readonly reader: ReaderStamp;
}

export interface ReaderStamp {
  /** Of the package. */
  readonly version: string;
  /** Model name to a hash of its bytes. */
  readonly models: Readonly<Record<string, string>>;
  /** A hash over all knowledge files. */
  readonly knowledge: string;
}

export interface Report {
  /** As given, or a hash of the text. */
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** Who wrote it, as printed. */
  readonly byline?: string;
  /** ISO 8601. */
  readonly published?: string;
  /** The dateline's place, as printed. */
  readonly place?: string;
  /** ISO 639-1, or "und" where it cannot be told. Only English is coded. */
  readonly language: string;
  /** The canonical text: every span points into it. It is never changed. */
  readonly text: string;
}

/** title, standfirst and body are the story: only these are read for statements and events. */
export type ParagraphKind =
  | "title"
  | "standfirst"
  | "body"
  | "caption"
  | "byline"
  | "link"
  | "other";

export interface Paragraph {
  readonly span: Span;
  readonly kind: ParagraphKind;
  /**
   * ISO 639-1, or "und": of a paragraph in another language than an English report around it. Such a
   * one is of the kind "other".
   */
  readonly language?: string;
}

export type EntityKind = "person" | "state" | "organisation" | "group" | "place" | "other";
export type MentionForm = "name" | "nominal" | "pronoun";

export interface Entity {
  readonly id: string;
  /** The canonical name where the knowledge has one, or the best full name in the report. */
  readonly name: string;
  readonly kind: EntityKind;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  /** PLOVER sectors: GOV, MIL, REB, OPP, CVL, … */
  readonly sectors: readonly string[];
  /** For event data columns: "RUS GOV", "PSE REB", "" when nothing is known. */
  readonly code: string;
  readonly place?: Place;
  readonly mentions: readonly Mention[];
  /** "the two leaders": the ids of those it stands for. */
  readonly members?: readonly string[];
  readonly why: Because;
}

/** Where an entity is spoken of: by name, by a description ("the minister"), or by a pronoun. */
export interface Mention {
  readonly span: Span;
  readonly form: MentionForm;
}

export interface Place {
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  /** Degrees, north and east positive. */
  readonly lat: number;
  readonly lon: number;
}

/** What the cue says of the content: say, insist, admit, claim, deny. It is the word's, whoever speaks. */
export type Stance = "neutral" | "assertive" | "conceding" | "doubting" | "denying";

/** Words or thoughts given to a source. */
export interface Statement {
  readonly id: string;
  /** Who says so. */
  readonly source: {
    /** An entity's id; absent when nobody is named or described. */
    readonly entity?: string;
    /** With its whole description; empty when nobody is named. */
    readonly spans: readonly Span[];
    readonly kind: "named" | "role" | "document" | "unnamed";
  };
  /** What tells that somebody says so: "said", "according to". */
  readonly cue: {
    readonly spans: readonly Span[];
    readonly lemma: string;
    readonly stance: Stance;
  };
  /** What is said; more than one range when the cue stands in the middle. */
  readonly content: readonly Span[];
  /** mixed: indirect speech with words in quotation marks. */
  readonly form: "direct" | "indirect" | "mixed";
  /** The content is what was talked about, not what was said: nobody vouches for it. */
  readonly topic?: true;
  /** The id of the statement that this one is part of. */
  readonly within?: string;
  readonly when?: When;
  readonly why: Because;
}

/** Whether it came about, as the words around it tell. */
export type EventStatus =
  | "happened"
  | "ongoing"
  | "planned"
  | "called for"
  | "threatened"
  | "denied"
  | "cancelled"
  | "hypothetical";

/** Who did what to whom, in PLOVER, with a CAMEO code beside it. */
export interface Event {
  readonly id: string;
  /** PLOVER: CONSULT, ASSAULT, … */
  readonly type: string;
  /** PLOVER mode: phone, aerial, … */
  readonly mode?: string;
  /** PLOVER contexts: cbrn, military, … */
  readonly contexts: readonly string[];
  /** CAMEO code, two to four digits. */
  readonly cameo?: string;
  readonly status: EventStatus;
  /** Entity ids. Events between equals list all parties here. */
  readonly actors: readonly string[];
  /** Entity ids. */
  readonly recipients: readonly string[];
  /** Done with one another, as meetings and agreements are: there is no recipient. */
  readonly equals?: true;
  readonly when?: When;
  /** Entity id of a place. */
  readonly where?: string;
  /** The word that tells of it. */
  readonly trigger: Span;
  /** The words around it that it is read from. */
  readonly span: Span;
  /** The innermost statement that reports it; absent: the outlet's own voice. */
  readonly statement?: string;
  /** The id of the event told first, when this one tells it again. */
  readonly same?: string;
  readonly why: Because;
}

/** ISO dates (YYYY-MM-DD), both inclusive. */
export interface When {
  /** The words that tell the time. */
  readonly span?: Span;
  /** The first day. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
  /** stated: the words give the date; relative: reckoned from the publication; dateline: none given, the publication's own. */
  readonly basis: "stated" | "relative" | "dateline";
}

export interface Figure {
  readonly id: string;
  readonly span: Span;
  /** Absent when only the most is told: "up to 40". */
  readonly least?: number;
  /** Absent when only the least is told: "at least 40"; equal to it when the number is exact. */
  readonly most?: number;
  /** What is counted: "killed", "wounded", "people", "USD", … */
  readonly unit: string;
  /** The id of the event it belongs to. */
  readonly event?: string;
  /** The innermost statement that tells it; absent: the outlet's own voice. */
  readonly statement?: string;
  readonly why: Because;
}

export type WordingKind =
  | "judging word"
  | "euphemism"
  | "unsourced generality"
  | "editorial cue"
  | "scare quotes"
  | "presupposition"
  | "marked name"
  | "intensifier";

export interface Wording {
  readonly id: string;
  readonly span: Span;
  readonly kind: WordingKind;
  /** "outlet", or the id of the statement whose words these are. */
  readonly voice: string;
  /** True in indirect speech outside quotation marks, where the choice of words may be the outlet's. */
  readonly paraphrased?: true;
  /** What a wire service would more plainly write, where there is one. */
  readonly neutral?: string;
  readonly why: Because;
}
