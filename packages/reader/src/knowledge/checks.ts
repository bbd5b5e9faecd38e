/** Small checks that the loaders of the tables share; each names what is wrong and what to do. */
import type { RowAt } from "../reading/because.ts";
import {
  alternatives,
  type KnowledgeFile,
  type Problem,
  readTable,
  type TableRow,
} from "./table.ts";

/** Where loaders look for their tables and put what is wrong with them. */
export interface Desk {
  readonly files: readonly KnowledgeFile[];
  readonly problems: Problem[];
  /** Names of the sectors that exist. */
  readonly sectors: ReadonlySet<string>;
}

export const complain = (
  { problems }: Pick<Desk, "problems">,
  at: RowAt,
  message: string,
): void => {
  problems.push({ file: at.file, line: at.line, message });
};

/** The rows of a table, the user's own first; one that is not there is a problem, and empty. */
export function tableOf<Column extends string>(
  { files, problems }: Pick<Desk, "files" | "problems">,
  path: string,
  columns: readonly Column[],
  optional: readonly Column[] = [],
): TableRow<Column>[] {
  const found = files.filter((each) => each.path === path);
  if (found.length > 0)
    return found.flatMap((each) => readTable(each, columns, problems, optional));
  problems.push({
    file: path,
    line: 1,
    message: "this table is missing; add it to the knowledge folder",
  });
  return [];
}

/** "GOV MIL" as a list, without those that PLOVER does not have. */
export function sectorsOf(desk: Desk, cell: string, at: RowAt): string[] {
  return cell.split(/[\s|]+/).filter((sector) => {
    if (sector === "") return false;
    if (desk.sectors.has(sector)) return true;
    complain(desk, at, `"${sector}" is no PLOVER sector; use one of ontology/sectors.tsv`);
    return false;
  });
}

/** A number in a range, NaN (and a problem) for anything else. */
export function numberOf(
  desk: Pick<Desk, "problems">,
  cell: string,
  least: number,
  most: number,
  at: RowAt,
): number {
  const value = cell === "" ? Number.NaN : Number(cell);
  if (value >= least && value <= most) return value;
  complain(desk, at, `"${cell}" should be a number from ${least} to ${most}`);
  return Number.NaN;
}

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A date to the year, month or day; `undefined` for an empty cell, or (with a problem) a bad one. */
export function dateOf(desk: Pick<Desk, "problems">, cell: string, at: RowAt): string | undefined {
  if (cell === "") return undefined;
  if (datePattern.test(cell)) return cell;
  complain(desk, at, `"${cell}" is no date; write YYYY, YYYY-MM or YYYY-MM-DD`);
  return undefined;
}

/** One of a few words; the first of them (and a problem) for anything else. */
export function oneOf<Word extends string>(
  desk: Pick<Desk, "problems">,
  cell: string,
  words: readonly Word[],
  at: RowAt,
): Word {
  const found = words.find((each) => each === cell);
  if (found !== undefined) return found;
  complain(desk, at, `"${cell}" should be one of ${words.join(", ")}`);
  return words[0]!;
}

/** The canonical name and the others, each once; says which are written twice in the row. */
export function namesOf(
  desk: Pick<Desk, "problems">,
  name: string,
  others: string,
  at: RowAt,
): string[] {
  if (others === "") return [name];
  const names = new Set([name]);
  for (const each of alternatives(others)) {
    if (names.has(each)) complain(desk, at, `the name "${each}" is there twice; remove one`);
    names.add(each);
  }
  return [...names];
}

/**
 * Whether a row of ours gives way: the user's own dictionaries have a row of that key. Own rows come
 * before ours, so that one pass with one set tells.
 */
export function givesWay(own: Set<string>, key: string, at: RowAt): boolean {
  if (at.own) own.add(key);
  return !at.own && own.has(key);
}

/** In the deciding cell of an own row: ours of that key is switched off, and nothing put there. */
export const switchedOff = "none";

/**
 * Says of a key that a table has already used on which line; true when it is new. A row of ours
 * gives way to an own one without a word.
 */
export function isNew(
  desk: Pick<Desk, "problems">,
  seen: Map<string, RowAt>,
  key: string,
  at: RowAt,
): boolean {
  const before = seen.get(key);
  if (!before) {
    seen.set(key, at);
    return true;
  }
  if (before.own && !at.own) return false;
  complain(desk, at, `"${key}" is already on line ${before.line}; join the two rows`);
  return false;
}
