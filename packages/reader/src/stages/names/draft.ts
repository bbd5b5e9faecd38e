import type { Because } from "../../reading/because.ts";
import type { NameSpan } from "../../reading/layers.ts";

export type NameKind = NameSpan["kind"];

/** A name while it is being decided. Tokens, `last` inclusive. */
export interface Draft {
  readonly first: number;
  readonly last: number;
  readonly kind: NameKind;
  /** By how much the model preferred it, 0 where it did not choose it. */
  readonly margin: number;
  /** The tables say what it is: nothing in the report overrules that. */
  readonly sure: boolean;
  readonly why: Because;
}
