import type { RowAt } from "../reading/because.ts";

/** A file of the knowledge folder; `path` is relative to it, with forward slashes. */
export interface KnowledgeFile {
  readonly path: string;
  readonly text: string;
}

/** Something wrong in a knowledge file, to be printed as `file:line: message`. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type TableRow<Column extends string> = { readonly [K in Column]: string } & {
  readonly at: RowAt;
};

/**
 * Reads a tab-separated file: the first line that is not a comment names the columns; lines that
 * start with "#" and empty lines are skipped; a column that is left out at the end of a line is "".
 * What is wrong is added to `problems`, and the line is skipped.
 */
export function readTable<Column extends string>(
  { path, text }: KnowledgeFile,
  columns: readonly Column[],
  problems: Problem[],
): TableRow<Column>[] {
  const rows: TableRow<Column>[] = [];
  let header: string[] | undefined;
  let places: readonly number[] = [];
  let number = 0;
  for (const line of text.split("\n")) {
    number++;
    if (line.startsWith("#")) continue;
    const content = line.endsWith("\r") ? line.slice(0, -1) : line;
    const cells = content.split("\t");
    for (let i = 0; i < cells.length; i++) cells[i] = cells[i]!.trim();
    if (cells.every((cell) => cell === "")) continue;
    if (!header) {
      header = cells;
      const missing = columns.filter((column) => !cells.includes(column));
      if (missing.length > 0) {
        const message = `the column ${missing.map((each) => `"${each}"`).join(", ")} is missing; this line should name ${columns.join(", ")}`;
        problems.push({ file: path, line: number, message });
        return [];
      }
      places = columns.map((column) => cells.indexOf(column));
      continue;
    }
    if (cells.length > header.length) {
      const message = `${cells.length} cells, but ${header.length} columns; remove a tab or name the column`;
      problems.push({ file: path, line: number, message });
      continue;
    }
    const named: Record<string, string | RowAt> = {
      at: { file: path, line: number, row: content },
    };
    for (let i = 0; i < columns.length; i++) named[columns[i]!] = cells[places[i]!] ?? "";
    rows.push(named as TableRow<Column>);
  }
  return rows;
}

/** "a | b | c" as a list. */
export function alternatives(cell: string): string[] {
  const found: string[] = [];
  for (let from = 0; from <= cell.length; ) {
    const bar = cell.indexOf("|", from);
    const to = bar < 0 ? cell.length : bar;
    const each = cell.slice(from, to).trim();
    if (each !== "") found.push(each);
    from = to + 1;
  }
  return found;
}
