/**
 * The format `hearsay/reading/1`: what `hearsay read --format json` prints and what
 * `reader.read` returns. Fields may be added; those here keep their names and meanings.
 */
import type { Span } from "../text/span.ts";
import type { Because } from "./because.ts";

export interface Reading {
  readonly schema: "hearsay/reading/1";
  readonly report: Report;
  readonly paragraphs: readonly Paragraph[];
  /** In order; every sentence lies inside one paragraph. */
  readonly sentences: readonly Span[];
  readonly entities: readonly Entity[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly figures: readonly Figure[];
  readonly wording: readonly Wording[];
  /** The same stamp gives the same Reading. */
  readonly reader: ReaderStamp;
}

export interface ReaderStamp {
  readonly version: string;
  /** Model name to a hash of its bytes. */
  readonly models: Readonly<Record<string, string>>;
  /** A hash over all knowledge files. */
  readonly knowledge: string;
}

export interface Report {
  readonly id: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string;
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

export type Stance = "neutral" | "assertive" | "conceding" | "doubting" | "denying";

export interface Statement {
  readonly id: string;
  readonly source: {
    /** An entity's id; absent when nobody is named or described. */
    readonly entity?: string;
    readonly spans: readonly Span[];
    readonly kind: "named" | "role" | "document" | "unnamed";
  };
  readonly cue: {
    readonly spans: readonly Span[];
    readonly lemma: string;
    readonly stance: Stance;
  };
  readonly content: readonly Span[];
  /** mixed: indirect speech with words in quotation marks. */
  readonly form: "direct" | "indirect" | "mixed";
  /** The id of the statement that this one is part of. */
  readonly within?: string;
  readonly when?: When;
  readonly why: Because;
}

export type EventStatus =
  | "happened"
  | "ongoing"
  | "planned"
  | "called for"
  | "threatened"
  | "denied"
  | "cancelled"
  | "hypothetical";

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
  readonly recipients: readonly string[];
  readonly when?: When;
  /** Entity id of a place. */
  readonly where?: string;
  readonly trigger: Span;
  readonly span: Span;
  /** The innermost statement that reports it; absent: the outlet's own voice. */
  readonly statement?: string;
  /** The id of the event told first, when this one tells it again. */
  readonly same?: string;
  readonly why: Because;
}

/** ISO dates (YYYY-MM-DD), both inclusive. */
export interface When {
  readonly span?: Span;
  readonly from: string;
  readonly to: string;
  /** stated: the words give the date; relative: reckoned from the publication; dateline: none given, the publication's own. */
  readonly basis: "stated" | "relative" | "dateline";
}

export interface Figure {
  readonly id: string;
  readonly span: Span;
  readonly least?: number;
  readonly most?: number;
  /** What is counted: "killed", "wounded", "people", "USD", … */
  readonly unit: string;
  readonly event?: string;
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
