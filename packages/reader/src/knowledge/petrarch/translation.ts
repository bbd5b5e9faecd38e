import type { KnowledgeFile } from "../table.ts";

export interface Counts {
  readonly actors?: number;
  readonly agents?: number;
  readonly verbs?: number;
  readonly patterns?: number;
}

/** What was made of one file. */
export interface Translation {
  readonly files: readonly KnowledgeFile[];
  /** What was taken, by what it is. */
  readonly counts: Counts;
  /** Entries that were not, each told as a problem. */
  readonly leftOut: number;
}
