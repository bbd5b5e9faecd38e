/** Why an item is there, as an indented tree. */
import type { Because, Reading } from "@hearsay/reader";
import { clean } from "./text/clean.ts";
import { wrap } from "./text/width.ts";
import { oneLine } from "./view.ts";

const widest = 100;
const mostOfRow = 160;
const mostOfWords = 200;

/**
 * Prints a reason: rules in plain English, the report's words in quotation marks, rows of knowledge
 * as `file:line`, what a model chose and by how much. Two spaces a level; no line end at the end.
 */
export const showWhy = (because: Because, reading: Pick<Reading, "report">): string =>
  clean(lines(because, reading, 0).join("\n"));

function lines(because: Because, reading: Pick<Reading, "report">, depth: number): string[] {
  const indent = "  ".repeat(Math.min(depth, 12));
  if (because.kind === "row") {
    const at = `${indent}${because.file}:${because.line}  `;
    return wrap(short(rowText(because.row), mostOfRow), widest, `${indent}  `, at);
  }
  const own = wrap(said(because, reading), widest, `${indent}  `, indent);
  if (because.kind !== "step") return own;
  return [...own, ...because.from.flatMap((each) => lines(each, reading, depth + 1))];
}

function said(
  because: Exclude<Because, { kind: "row" }>,
  { report }: Pick<Reading, "report">,
): string {
  const wordsAt = ([from, to]: readonly [number, number]): string =>
    `“${short(oneLine(report.text.slice(from, to)), mostOfWords)}”`;
  switch (because.kind) {
    case "step":
      return because.says;
    case "words":
      return because.note === undefined
        ? wordsAt(because.span)
        : `${because.note}: ${wordsAt(because.span)}`;
    case "choice": {
      const of = because.span === undefined ? "" : ` for ${wordsAt(because.span)}`;
      return `${because.model} chose ${because.chose}${of}, by a margin of ${because.margin.toFixed(2)}`;
    }
  }
}

/** Cells that are filled, with bars between. */
const rowText = (row: string): string =>
  row
    .split("\t")
    .map((cell) => oneLine(cell))
    .filter((cell) => cell !== "")
    .join(" | ");

const short = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
