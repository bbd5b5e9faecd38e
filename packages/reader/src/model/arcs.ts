/** What a tree is made from. */

/** Scores of one sentence's arcs. */
export interface Arcs {
  readonly size: number;
  /** Heads of token i may be `from(i) … to(i) - 1`, or the root. */
  from(i: number): number;
  to(i: number): number;
  score(i: number, head: number): number;
  rootScore(i: number): number;
}

export const ROOT = -1;
