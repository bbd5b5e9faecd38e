/** What operations on dates take and give. */
import type { Direction } from "../../reading/direction.ts";
import type { Day, Interval } from "./calendar.ts";

/** What the words are read against. */
export interface Setting {
  readonly published: Day | undefined;
  /** Where the tense of the governing verb points. */
  readonly direction: Direction;
  /** The date may lie ahead though the verb does not: "called for talks on …". */
  readonly mayBeAhead?: boolean;
  /** The verb tells of what began in the past and goes on: "has been protesting for weeks". */
  readonly goesOn?: boolean;
  /** The date told last. */
  readonly told: Interval | undefined;
}

export interface Meaning {
  readonly interval: Interval;
  /** False where the words alone give the dates. */
  readonly reckoned: boolean;
  /** How it was reckoned, in plain English. */
  readonly says: string;
}

/** Why an expression names no date. */
export interface NoMeaning {
  readonly not: string;
  /** It is long past all the same: "in colonial times". */
  readonly longPast?: true;
}

export const noDay: NoMeaning = { not: "the report has no date of publication to reckon from" };

/** An operation over a match whose arguments are those of its row. */
export type Operation = (
  match: Parts,
  args: readonly string[],
  setting: Setting,
) => Meaning | NoMeaning;

/** What stands in a match, by class. */
export interface Parts {
  of(name: string, nth?: number): string | undefined;
  readonly inner: readonly Meaning[];
}
