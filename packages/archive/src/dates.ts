const isoForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/** An ISO 8601 date or date-time that the calendar has: "2025-06-14", "2025-06-14T09:30:00Z". */
export function isIsoDate(text: string): boolean {
  const match = isoForm.exec(text);
  if (!match) return false;
  const [, year, month, day, hour = "0", minute = "0", second = "0"] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year));
  return (
    date.getUTCMonth() === Number(month) - 1 &&
    date.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) <= 60
  );
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const two = (number: number | string): string => String(number).padStart(2, "0");

/**
 * The date in what a page prints or declares, as ISO 8601: the declared date-time when it is one,
 * or the day of "Sat, 14 Jun 2025 …", "June 14, 2025", "14 June 2025", "20250614". `undefined`
 * for anything else: "06/07/2025" does not say which is the month.
 */
export function looseDate(text: string): string | undefined {
  const trimmed = text.trim().replace(/^(\d{4}-\d{2}-\d{2}) (?=\d{2}:)/, "$1T");
  if (isIsoDate(trimmed)) return trimmed;
  const compact = trimmed.replace(/^(.{19}(?:\.\d+)?) ([+-]\d{2}:?\d{2})$/, "$1$2");
  if (isIsoDate(compact)) return compact;
  return [numericDay(trimmed), writtenDay(trimmed)].find((day) => day && isIsoDate(day));
}

function numericDay(text: string): string | undefined {
  const match = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text);
  return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
}

function writtenDay(text: string): string | undefined {
  const month = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
  const dayFirst = new RegExp(
    String.raw`\b(\d{1,2})(?:st|nd|rd|th)?[ -]${month},?[ -](\d{4})\b`,
    "i",
  );
  const monthFirst = new RegExp(String.raw`\b${month} (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`, "i");
  const a = dayFirst.exec(text);
  const b = monthFirst.exec(text);
  const [day, name, year] = a ? [a[1], a[2], a[3]] : b ? [b[2], b[1], b[3]] : [];
  if (!day || !name || !year) return undefined;
  return `${year}-${two(monthNames.indexOf(name.toLowerCase()) + 1)}-${two(day)}`;
}

/** Begins with a date, or with "Published on" and a date; a year is in it. */
const dateLine =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|date|issued)\W*(?:on |at )?)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+)?(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\b(?:19|20)\d{2}\b/i;

/**
 * The day of publication that the head of a report prints: the first of a few lines that is short
 * and a date with its year ("Published on 14 June 2025"), `undefined` for none.
 */
export function printedDate(head: readonly string[]): string | undefined {
  const dates = head
    .slice(0, 6)
    .filter((line) => line.length <= 60 && dateLine.test(line))
    .map(looseDate);
  return dates.find((date) => date !== undefined);
}

/** The day in an address: "/2025/06/14/", "/2025-06-14-", "-20250614". */
export function dateInAddress(url: string): string | undefined {
  const match = /(?<!\d)((?:19|20)\d{2})([-/]?)(\d{1,2})\2(\d{1,2})(?!\d)/.exec(url);
  if (!match) return undefined;
  const [, year, separator, month, day] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  if (separator === "" && (month.length !== 2 || day.length !== 2)) return undefined;
  const date = `${year}-${two(month)}-${two(day)}`;
  return isIsoDate(date) ? date : undefined;
}
