/**
 * Actor dictionaries: a name with its code, "+" before further names, and codes with dates on the
 * same line (TABARI) or on lines of their own (PETRARCH). They become rows of `actors/coded.tsv`.
 */

import { switchedOff } from "../checks.ts";
import { codedColumns, codedFile } from "../coded.ts";
import { type Problem, problemAt } from "../table.ts";
import { type Line, namesOf, Sheet } from "./lines.ts";
import type { Translation } from "./translation.ts";

interface DatedCode {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly line: Line;
}

interface Entry {
  readonly line: Line;
  readonly names: string[];
  readonly codes: DatedCode[];
  /** A code that could not be read has been told of. */
  told: boolean;
}

const isNull = (code: string): boolean => /^[-#]*$/.test(code);

export function translateActors(lines: readonly Line[], problems: Problem[]): Translation {
  const entries = entriesOf(lines, problems);
  const sheet = new Sheet(codedFile);
  let actors = 0;
  let leftOut = 0;
  for (const entry of entries) {
    const rows = rowsOf(entry);
    if (rows.length === 0) {
      leftOut++;
      if (!entry.told)
        problems.push(
          problemAt(
            entry.line.at,
            `"${entry.names[0]}" has no code, and says nothing of whom it means; give it one in [brackets]`,
          ),
        );
      continue;
    }
    actors++;
    if (sheet.isEmpty) sheet.add(entry.line.at, codedColumns.join("\t"));
    for (const { line, cells } of rows) sheet.add(line.at, cells.join("\t"));
  }
  return { files: sheet.isEmpty ? [] : [sheet.file()], counts: { actors }, leftOut };
}

function rowsOf({ names, codes, line }: Entry): { line: Line; cells: string[] }[] {
  const [name = "", ...others] = [...new Set(names)];
  const cells = (code: string, from = "", to = "") => [
    name,
    others.join(" | "),
    code,
    from,
    to,
    "",
  ];
  const coded = codes.filter(({ code }) => !isNull(code));
  // Codes for a time go before the one that holds else, as the programs ask them.
  const dated = coded.filter(({ from, to }) => from + to !== "");
  const always = coded.filter(({ from, to }) => from + to === "");
  if (coded.length === 0) return codes.length === 0 ? [] : [{ line, cells: cells(switchedOff) }];
  return [...dated, ...always.slice(0, 1)].map((each) => ({
    line: each.line,
    cells: cells(each.code, each.from, each.to),
  }));
}

function entriesOf(lines: readonly Line[], problems: Problem[]): Entry[] {
  const entries: Entry[] = [];
  let current: Entry | undefined;
  for (const line of lines) {
    const { text } = line;
    if (text.trim() === "" || /^<\/?\w+>$/.test(text.trim())) continue;
    const phrase = text.replace(/\[[^\]]*\]?.*$/, "").trim();
    const isFurther = text.trimStart().startsWith("+");
    if (phrase !== "" && !isFurther) {
      current = { line, names: namesOf(phrase), codes: [], told: false };
      entries.push(current);
    }
    if (!current) {
      problems.push(
        problemAt(
          line.at,
          `"${text.trim()}" stands before any name; put it below the name it belongs to`,
        ),
      );
      continue;
    }
    if (isFurther) current.names.push(...namesOf(phrase.slice(1)));
    readCodes(line, current, problems);
  }
  return entries;
}

function readCodes(line: Line, entry: Entry, problems: Problem[]): void {
  const wrong = (message: string): void => {
    entry.told = true;
    problems.push(problemAt(line.at, message));
  };
  const unclosed = /\[[^\]]*$/.exec(line.text);
  if (unclosed) wrong(`"${unclosed[0]}" is not closed; write "]" behind the code`);
  for (const [whole, inner = ""] of line.text.matchAll(/\[([^\]]*)\]/g)) {
    const [, code = "", limits = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(inner)!;
    if (!isNull(code) && !/^[A-Z]{3}[A-Z\d/]*$/.test(code))
      wrong(`"${whole}" is no code of three letters a part; the name is kept out`);
    else {
      const dates = datesOf(limits);
      if (dates) entry.codes.push({ code, ...dates, line });
      else
        wrong(
          `"${limits}" is no time; write <DATE, >DATE or DATE-DATE with dates as 890120 or 19890120`,
        );
    }
  }
}

function datesOf(limits: string): { from: string; to: string } | undefined {
  if (limits === "") return { from: "", to: "" };
  const [, sign, from, to] = /^(?:([<>])\s*)?(\d+)(?:\s*-\s*(\d+))?$/.exec(limits) ?? [];
  const first = from === undefined ? undefined : isoOf(from);
  if (first === undefined) return undefined;
  if (sign === "<") return to === undefined ? { from: "", to: first } : undefined;
  if (sign === ">") return to === undefined ? { from: first, to: "" } : undefined;
  const last = to === undefined ? undefined : isoOf(to);
  return last === undefined ? undefined : { from: first, to: last };
}

/** "890120" or "19890120" as 1989-01-20; years of two figures up to 30 are of this century. */
function isoOf(digits: string): string | undefined {
  const long =
    digits.length === 6 ? `${Number(digits.slice(0, 2)) > 30 ? "19" : "20"}${digits}` : digits;
  const iso = /^(\d{4})(\d\d)(\d\d)$/.exec(long);
  if (!iso) return undefined;
  const [, year, month, day] = iso;
  const fits = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return fits ? `${year}-${month}-${day}` : undefined;
}
