/** Rows of events as text: CSV, TSV, JSON lines, or the layout of Phoenix. */
import type { Ontology, Reading } from "@hearsay/reader";
import { phoenixLines } from "./cameo.ts";
import { type EventCell, type EventRowOptions, eventColumns, eventRows } from "./rows.ts";

export const eventFormats = ["csv", "tsv", "ndjson", "cameo"] as const;
export type EventFormat = (typeof eventFormats)[number];

/** The first line of a file of events, with the columns' names; "" where the format has none. */
export const eventHeader = (format: EventFormat): string => writers[format].header;

/**
 * The lines of one report's events; "" when it has none. Every line ends with a line feed.
 * `ontology` is a reader's: `reader.knowledge.ontology`.
 */
export const eventLines = (
  format: EventFormat,
  reading: Reading,
  ontology: Ontology,
  options: EventRowOptions = {},
): string =>
  writers[format]
    .lines(reading, ontology, options)
    .map((line) => `${line}\n`)
    .join("");

interface Writer {
  readonly header: string;
  readonly lines: (reading: Reading, ontology: Ontology, options: EventRowOptions) => string[];
}

const writers: Readonly<Record<EventFormat, Writer>> = {
  csv: delimited(",", csvCell),
  tsv: delimited("\t", tsvCell),
  ndjson: {
    header: "",
    lines: (...given) =>
      eventRows(...given).map((row) =>
        JSON.stringify(
          Object.fromEntries(eventColumns.map((column) => [column, row[column] ?? null])),
        ),
      ),
  },
  cameo: {
    header: "",
    lines: (...given) => phoenixLines(...given).map((cells) => cells.map(tsvCell).join("\t")),
  },
};

function delimited(separator: string, cell: (text: string) => string): Writer {
  return {
    header: `${eventColumns.join(separator)}\n`,
    lines: (...given) =>
      eventRows(...given).map((row) =>
        eventColumns.map((column) => cell(cellText(row[column]))).join(separator),
      ),
  };
}

/** Several texts stand between " | ", which none of them may have within. */
function cellText(cell: EventCell): string {
  if (cell === undefined) return "";
  if (typeof cell === "string" || typeof cell === "number") return String(cell);
  return cell.map((each) => each.replaceAll("|", "/")).join(" | ");
}

/** RFC 4180: what has a comma, a quotation mark or a line end in it stands in quotation marks. */
function csvCell(text: string): string {
  const clean = text.replaceAll("\0", "\ufffd");
  return /[",\r\n]/.test(clean) ? `"${clean.replaceAll('"', '""')}"` : clean;
}

/** TSV knows no quoting: whatever some program takes for the end of a cell or line is a space. */
function tsvCell(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  return text.replaceAll("\0", "\ufffd").replace(/[\t-\r\x1c-\x1e\x85\u2028\u2029]/g, " ");
}
