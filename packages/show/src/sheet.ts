/** A sheet of figures with cases to look at: what `hearsay evaluate` prints, as text or as a page. */
import type { Span } from "@hearsay/reader";
import { clean, cleaned } from "./text/clean.ts";
import { type Style, styleOf } from "./text/style.ts";
import { widthOf, wrap } from "./text/width.ts";
import type { TextOptions } from "./text.ts";
import { oneLine } from "./view.ts";

export interface Sheet {
  readonly title: string;
  /** Short facts for one line: how many sentences, which file. */
  readonly facts: readonly string[];
  /** What has to be known to read the figures, a sentence each. */
  readonly notes: readonly string[];
  readonly tables: readonly SheetTable[];
  /** The heading over the cases, and what they are. */
  readonly casesTitle: string;
  readonly casesNote: string;
  readonly cases: readonly SheetCase[];
}

export interface SheetTable {
  readonly title: string;
  /** What the figures mean. */
  readonly note: string;
  readonly columns: readonly string[];
  /** So many columns at the left are words; the others are figures. One, when not given. */
  readonly words?: number;
  readonly rows: readonly (readonly string[])[];
}

/** A text with what was expected and what was found. */
export interface SheetCase {
  readonly id: string;
  readonly text: string;
  readonly marks: readonly SheetMark[];
  readonly expected: readonly string[];
  readonly found: readonly string[];
  /** How the reader came to it. */
  readonly why: string;
}

export interface SheetMark {
  readonly span: Span;
  readonly kind: "gold" | "trigger" | "actor" | "recipient";
}

interface Pen {
  readonly width: number;
  readonly style: Style;
}

/** Draws a sheet for a terminal. */
export function showSheet(sheet: Sheet, { width = 80, color = false }: TextOptions = {}): string {
  const pen = { width: Math.max(40, width), style: styleOf(color) };
  const { title, facts, notes, tables, cases } = cleaned(sheet);
  const parts = [
    [
      ...wrap(pen.style.title(title), pen.width),
      ...wrap(pen.style.dim(facts.join(" · ")), pen.width),
    ],
    notes.flatMap((note) => wrap(note, pen.width)),
    ...tables.filter(({ rows }) => rows.length > 0).map((table) => tableLines(pen, table)),
    cases.length === 0 ? [] : casesHead(pen, sheet),
    ...cases.map((each, k) => caseLines(pen, each, k + 1)),
  ];
  const text = parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(trimmed).join("\n"));
  return `${text.join("\n\n")}\n`;
}

const trimmed = (line: string): string => line.trimEnd();

const pad = (text: string, width: number, right: boolean): string => {
  const gap = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? gap + text : text + gap;
};

function tableLines(
  { width, style }: Pen,
  { title, note, columns, rows, words = 1 }: SheetTable,
): string[] {
  const widths = columns.map((name, k) =>
    Math.max(widthOf(name), ...rows.map((row) => widthOf(row[k] ?? ""))),
  );
  const line = (cells: readonly string[]) =>
    widths.map((each, k) => pad(cells[k] ?? "", each, k >= words)).join("  ");
  return [
    style.heading(title),
    ...(note === "" ? [] : wrap(style.dim(note), width)),
    style.dim(line(columns)),
    ...rows.map(line),
  ];
}

const casesHead = ({ width, style }: Pen, { casesTitle, casesNote }: Sheet): string[] => [
  style.heading(casesTitle),
  ...wrap(style.dim(casesNote), width),
];

/** The text with the triggers marked. */
function markedText(style: Style, { text, marks }: SheetCase): string {
  let from = 0;
  let drawn = "";
  const triggers = marks
    .filter(({ kind }) => kind === "trigger")
    .sort((a, b) => a.span[0] - b.span[0]);
  for (const { span } of triggers) {
    if (span[0] < from) continue;
    drawn += text.slice(from, span[0]) + style.marked(text.slice(...span));
    from = span[1];
  }
  return oneLine(drawn + text.slice(from));
}

function caseLines({ width, style }: Pen, each: SheetCase, number: number): string[] {
  const indent = "    ";
  const list = (name: string, items: readonly string[]) =>
    (items.length === 0 ? ["nothing"] : items).flatMap((item) =>
      wrap(item, width, `${indent}${" ".repeat(10)}`, `${indent}${pad(name, 10, false)}`),
    );
  return [
    ...wrap(markedText(style, each), width, indent, `${pad(`${number}.`, 4, false)}`),
    `${indent}${style.dim(each.id)}`,
    ...list("expected", each.expected),
    ...list("found", each.found),
    ...clean(each.why)
      .split("\n")
      .map((line) => style.dim(indent + line)),
  ];
}
