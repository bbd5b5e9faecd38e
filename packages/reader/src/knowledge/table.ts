import type { RowAt } from "../reading/because.ts";

/** A file of the knowledge folder; `path` is relative to it, with forward slashes. */
export interface KnowledgeFile {
  readonly path: string;
  readonly text: string;
  /** Brought by the user: stands in front of ours. */
  readonly own?: true;
  /** What messages and reasons call it, where that is not its path: "my-words/frames/raids.txt". */
  readonly shown?: string;
  /** Made from a file of another program: where each of its lines stands there. */
  readonly origins?: readonly RowAt[];
}

/** Something wrong in a knowledge file, to be printed as `file:line: message`. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Where a line of a file stands, as its author knows it; lines count from 1. */
export function lineAt(file: KnowledgeFile, line: number, content: string): RowAt {
  const own = file.own ? { own: true as const } : {};
  const origin = file.origins?.[line - 1];
  if (origin) return { ...origin, ...own };
  return { file: file.shown ?? file.path, line, row: content, ...own };
}

export const problemAt = ({ file, line }: RowAt, message: string): Problem => ({
  file,
  line,
  message,
});

export type TableRow<Column extends string> = { readonly [K in Column]: string } & {
  readonly at: RowAt;
};

/**
 * Reads a tab-separated file: the first line that is not a comment names the columns; lines that
 * start with "#" and empty lines are skipped; a column that is left out at the end of a line is "".
 * An `optional` column may be missing, and is "". What is wrong is added to `problems`, and the line
 * is skipped.
 */
export function readTable<Column extends string>(
  file: KnowledgeFile,
  columns: readonly Column[],
  problems: Problem[],
  optional: readonly Column[] = [],
): TableRow<Column>[] {
  const rows: TableRow<Column>[] = [];
  let header: string[] | undefined;
  let places: readonly number[] = [];
  let number = 0;
  for (const line of file.text.split("\n")) {
    number++;
    if (line.startsWith("#")) continue;
    const content = line.endsWith("\r") ? line.slice(0, -1) : line;
    const cells = content.split("\t");
    for (let i = 0; i < cells.length; i++) cells[i] = cells[i]!.trim();
    if (cells.every((cell) => cell === "")) continue;
    if (!header) {
      header = cells;
      const missing = columns.filter(
        (column) => !cells.includes(column) && !optional.includes(column),
      );
      if (missing.length > 0) {
        const message = `the column ${missing.map((each) => `"${each}"`).join(", ")} is missing; this line should name ${columns.join(", ")}`;
        problems.push(problemAt(lineAt(file, number, content), message));
        return [];
      }
      places = columns.map((column) => cells.indexOf(column));
      continue;
    }
    if (cells.length > header.length) {
      const message = `${cells.length} cells, but ${header.length} columns; remove a tab or name the column`;
      problems.push(problemAt(lineAt(file, number, content), message));
      continue;
    }
    const named: Record<string, string | RowAt> = {
      at: lineAt(file, number, content),
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
