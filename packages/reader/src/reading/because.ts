import type { Span } from "../text/span.ts";

/**
 * Why an item is there: made where the decision is made, carried by the item, printed by a fold.
 *
 * - `words`: characters of the report that count as evidence;
 * - `row`: a row of a knowledge file, `file` relative to the knowledge folder, `line` from 1;
 * - `choice`: what a model chose, by how much it preferred it to the next best;
 * - `step`: a rule of a stage, in plain English, over the reasons it rests on.
 */
export type Because =
  | { readonly kind: "words"; readonly span: Span; readonly note?: string }
  | { readonly kind: "row"; readonly file: string; readonly line: number; readonly row: string }
  | {
      readonly kind: "choice";
      readonly model: string;
      readonly chose: string;
      readonly margin: number;
      readonly span?: Span;
    }
  | { readonly kind: "step"; readonly says: string; readonly from: readonly Because[] };

export const words = (span: Span, note?: string): Because =>
  note === undefined ? { kind: "words", span } : { kind: "words", span, note };

/** Where a row of knowledge stands, and the row itself as its author wrote it. */
export interface RowAt {
  readonly file: string;
  readonly line: number;
  readonly row: string;
  /** Of a dictionary that the user brought: it stands in front of ours. */
  readonly own?: true;
}

export const row = (at: RowAt): Because => ({
  kind: "row",
  file: at.file,
  line: at.line,
  row: at.row,
});

export const choice = (model: string, chose: string, margin: number, span?: Span): Because =>
  span === undefined
    ? { kind: "choice", model, chose, margin }
    : { kind: "choice", model, chose, margin, span };

export const step = (says: string, ...from: readonly Because[]): Because => ({
  kind: "step",
  says,
  from,
});

/**
 * Something a stage looked at and did not make an item of. "Why not?" is the same stage with a
 * listener: nothing is decided twice.
 */
export interface Refusal {
  readonly stage: string;
  readonly span: Span;
  readonly because: Because;
}

export type Listener = (refusal: Refusal) => void;
