/**
 * Towns and divisions of states by name: long generated tables that a report asks a few rows of. A
 * table stays the text it is; its lines are sorted by name, found by halving, and only the rows that
 * are asked for are read.
 */
import type { RowAt } from "../reading/because.ts";
import type { Actor, Atlas } from "./actor.ts";
import { plain } from "./phrases.ts";
import type { KnowledgeFile, Problem } from "./table.ts";

export const atlasFiles = {
  town: "actors/towns.tsv",
  division: "actors/divisions.tsv",
} as const;
type Sort = keyof typeof atlasFiles;

/** The columns of both tables; a division is in no other. */
export const atlasColumns = [
  "name",
  "country",
  "lat",
  "lon",
  "population",
  "division",
  "called",
] as const;

/** What a name is sorted and sought by: its letters and digits, in lower case, with single spaces. */
export const atlasKey = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** A table as its text, with where each row begins. */
interface Sheet {
  readonly sort: Sort;
  readonly text: string;
  /** The row `k` is `text.slice(starts[k], starts[k + 1] - 1)`. */
  readonly starts: Int32Array;
  /** The line of the first row in its file, from 1; rows stand in lines that follow each other. */
  readonly line: number;
}

export function openAtlas(files: readonly KnowledgeFile[]): Atlas {
  let opened: readonly Sheet[] | undefined;
  const sheets = (): readonly Sheet[] => {
    opened ??= (Object.keys(atlasFiles) as Sort[]).flatMap((sort) => sheetOf(files, sort));
    return opened;
  };
  const known = new Map<string, readonly Actor[]>();
  return {
    find(name) {
      const key = atlasKey(name);
      if (key === "") return [];
      const before = known.get(key);
      if (before) return before;
      const found = sheets().flatMap((sheet) => rowsUnder(sheet, key));
      if (known.size > 5_000) known.clear();
      known.set(key, found);
      return found;
    },
    check: (states) => sheets().flatMap((sheet) => problemsOf(sheet, states)),
  };
}

/** A table that is not among the files has no rows: the reader reads without it. */
function sheetOf(files: readonly KnowledgeFile[], sort: Sort): Sheet[] {
  const text = files.find((each) => each.path === atlasFiles[sort])?.text;
  if (text === undefined) return [];
  let line = 1;
  let from = 0;
  // Comments, then the line that names the columns.
  for (let isHead = true; isHead && from < text.length; line++) {
    isHead = text[from] === "#";
    from = endOf(text, from) + 1;
  }
  const starts: number[] = [];
  for (; from < text.length; from = endOf(text, from) + 1) starts.push(from);
  starts.push(text.endsWith("\n") ? text.length : text.length + 1);
  return [{ sort, text, starts: Int32Array.from(starts), line }];
}

const endOf = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
};

const countOf = ({ starts }: Sheet): number => starts.length - 1;

const keyAt = ({ text, starts }: Sheet, k: number): string => {
  const from = starts[k]!;
  const end = starts[k + 1]! - 1;
  const tab = text.indexOf("\t", from);
  return atlasKey(text.slice(from, tab < 0 || tab > end ? end : tab));
};

/** The rows under a key, found by halving what is left. */
function rowsUnder(sheet: Sheet, key: string): Actor[] {
  let low = 0;
  let high = countOf(sheet);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyAt(sheet, middle) < key) low = middle + 1;
    else high = middle;
  }
  const found: Actor[] = [];
  for (let k = low; k < countOf(sheet) && keyAt(sheet, k) === key; k++) {
    const row = rowOf(sheet, k);
    if (typeof row !== "string") found.push(row);
  }
  return found;
}

/** A row as a place, or what is wrong with it. */
function rowOf({ sort, text, starts, line }: Sheet, k: number): Actor | string {
  const content = text.slice(starts[k]!, starts[k + 1]! - 1);
  const cells = content.split("\t");
  const [name = "", country = "", latitude = "", longitude = "", people = "", division, called] =
    cells;
  const [lat, lon, population] = [latitude, longitude, people].map((cell) =>
    cell === "" ? Number.NaN : Number(cell),
  );
  if (cells.length > atlasColumns.length)
    return `${cells.length} cells, but ${atlasColumns.length} columns; remove a tab`;
  if (!(Math.abs(lat!) <= 90 && Math.abs(lon!) <= 180 && population! >= 0))
    return `"${latitude}, ${longitude}, ${people}" should be degrees north, degrees east and people`;
  const at: RowAt = { file: atlasFiles[sort], line: line + k, row: content };
  const canonical = called || name;
  return {
    kind: "place",
    name: canonical,
    names: [name],
    country,
    sectors: [],
    code: "",
    place: { name: canonical, country, lat: lat!, lon: lon! },
    placeKind: sort === "town" ? "city" : "region",
    population: population!,
    ...(division ? { division } : {}),
    at,
  };
}

function problemsOf(sheet: Sheet, states: ReadonlyMap<string, Actor>): Problem[] {
  const problems: Problem[] = [];
  for (let k = 0; k < countOf(sheet); k++) {
    const complain = (message: string) =>
      problems.push({ file: atlasFiles[sheet.sort], line: sheet.line + k, message });
    const row = rowOf(sheet, k);
    if (typeof row === "string") complain(row);
    else if (!states.has(row.country!))
      complain(`"${row.country}" is no country code of actors/states.tsv`);
    if (k > 0 && keyAt(sheet, k - 1) > keyAt(sheet, k))
      complain(
        `"${keyAt(sheet, k)}" stands behind "${keyAt(sheet, k - 1)}"; sort the rows by name`,
      );
  }
  return problems;
}
