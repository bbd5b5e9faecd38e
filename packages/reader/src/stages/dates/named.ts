/** Operations for dates that the calendar names: days of months, months, quarters, years, … */
import type { Direction } from "../../reading/direction.ts";
import {
  civilOf,
  type Day,
  dayOf,
  type Interval,
  isCivil,
  isoOf,
  monthInterval,
  parseIso,
  weekdayOf,
  yearsInterval,
} from "./calendar.ts";
import type { Meaning, NoMeaning, Operation, Parts, Setting } from "./operation.ts";
import { centuryInterval } from "./units.ts";

const stated = (interval: Interval, says: string): Meaning => ({ interval, reckoned: false, says });

/** Among candidates in order, the nearest to the publication on the side the verb points to. */
function nearest(
  candidates: readonly Interval[],
  published: Day,
  direction: Direction,
): Interval | undefined {
  if (direction === "past") return candidates.findLast((each) => each.from <= published);
  if (direction === "future") return candidates.find((each) => each.to >= published);
  const far = (each: Interval): number => Math.max(each.from - published, published - each.to, 0);
  return [...candidates].sort((a, b) => far(a) - far(b) || a.from - b.from)[0];
}

/** The one of the year named, or else of the year that the publication and the verb suggest. */
function ofYear(
  year: string | undefined,
  inYear: (year: number) => Interval | undefined,
  setting: Setting,
  way?: string,
): Meaning | NoMeaning {
  if (year !== undefined) {
    const interval = inYear(Number(year));
    return interval ? stated(interval, "the words give the date") : { not: "no such day" };
  }
  const { published } = setting;
  if (published === undefined)
    return { not: "the report has no date of publication to give the year" };
  const now = civilOf(published).year;
  const candidates = [-8, -4, -2, -1, 0, 1, 2, 4]
    .map((steps) => inYear(now + steps))
    .filter((each) => each !== undefined);
  const chosen = chosenBy(way, candidates, published, directionFor(candidates, setting, published));
  if (!chosen) return { not: "no such day" };
  const says = `the year reckoned from the publication on ${isoOf(published)}`;
  return { interval: chosen, reckoned: true, says };
}

/** Days within which a date is soon, and beyond which it is long ago. */
const soon = 62;
const longAgo = 200;

/**
 * The verb's direction, unless the date may lie ahead, and is soon rather than long ago:
 * "called for talks on June 22", told a week before, are the talks to come.
 */
function directionFor(
  candidates: readonly Interval[],
  { direction, mayBeAhead }: Setting,
  published: Day,
): Direction {
  if (direction !== "past" || !mayBeAhead) return direction;
  const before = candidates.findLast((each) => each.from <= published);
  const next = candidates.find((each) => each.from > published);
  const ahead = next !== undefined && next.from - published <= soon;
  return ahead && (!before || published - before.to > longAgo) ? undefined : "past";
}

function chosenBy(
  way: string | undefined,
  candidates: readonly Interval[],
  published: Day,
  direction: Direction,
): Interval | undefined {
  if (way === "before") return candidates.findLast((each) => each.to < published);
  if (way === "after") return candidates.find((each) => each.from > published);
  return nearest(candidates, published, way === "nearest" ? undefined : direction);
}

/** "Of last year": so many years from that of the publication. */
function ofYearFrom(
  { published }: Setting,
  steps: number,
  inYear: (year: number) => Interval | undefined,
): Meaning | NoMeaning {
  if (published === undefined) return { not: "no date of publication gives the year" };
  const interval = inYear(civilOf(published).year + steps);
  if (!interval) return { not: "no such day" };
  const says = `the year reckoned from the publication on ${isoOf(published)}`;
  return { interval, reckoned: true, says };
}

const dayIn =
  (month: number, first: number, last: number, weekday?: number) =>
  (year: number): Interval | undefined => {
    if (!isCivil(year, month, first) || !isCivil(year, month, last) || last < first)
      return undefined;
    const from = dayOf(year, month, first);
    if (weekday !== undefined && weekdayOf(from) !== weekday) return undefined;
    return { from, to: from + last - first };
  };

/** A day of a month. A weekday beside it helps to find the year where none is named. */
const date: Operation = (parts, [range, , steps], setting) => {
  const month = Number(parts.of("MONTH"));
  const first = Number(parts.of("DAY"));
  const last = range === "range" ? Number(parts.of("DAY", 1)) : first;
  const year = parts.of("YEAR");
  const weekday = parts.of("WEEKDAY");
  if (range === "of") return ofYearFrom(setting, Number(steps), dayIn(month, first, last));
  if (year === undefined && weekday !== undefined) {
    const found = ofYear(year, dayIn(month, first, last, Number(weekday)), setting);
    if (!("not" in found)) return found;
  }
  return ofYear(year, dayIn(month, first, last), setting);
};

const iso: Operation = (parts) => {
  const at = parseIso(parts.of("ISO") ?? "");
  return at === undefined
    ? { not: "no such day" }
    : stated({ from: at, to: at }, "the words give the date");
};

/** Months that are also other words: March, May. */
const otherWords: ReadonlySet<number> = new Set([3, 5]);

const month: Operation = (parts, [way, , steps], setting) => {
  const number = Number(parts.of("MONTH"));
  if (way === "sure" && otherWords.has(number))
    return { not: "the word is not always a month, and nothing beside it asks for a time" };
  if (way === "of")
    return ofYearFrom(setting, Number(steps), (year) => monthInterval(year, number));
  return ofYear(parts.of("YEAR"), (year) => monthInterval(year, number), setting, way);
};

/** "From March to May". */
const months: Operation = (parts, _args, setting) => {
  const first = Number(parts.of("MONTH"));
  const last = Number(parts.of("MONTH", 1));
  const inYear = (year: number): Interval => ({
    from: monthInterval(year, first).from,
    to: monthInterval(last < first ? year + 1 : year, last).to,
  });
  return ofYear(parts.of("YEAR"), inYear, setting);
};

/** Years that a name stands for: "the Second World War". */
const period: Operation = (_parts, [first, last]) =>
  stated(yearsInterval(Number(first), Number(last)), "the name gives the years");

const season: Operation = (parts, [way], setting) => {
  const [first = 1, last = 12] = (parts.of("SEASON") ?? "").split(" ").map(Number);
  const inYear = (year: number): Interval => ({
    from: monthInterval(year, first).from,
    to: monthInterval(year, last).to,
  });
  return ofYear(parts.of("YEAR"), inYear, setting, way);
};

/** Quarters and halves of a year. */
const piece =
  (pieces: number): Operation =>
  (parts, _args, setting) => {
    const nth = Number(parts.of("ORDINAL") ?? parts.of("QUARTER"));
    if (nth > pieces) return { not: `a year has ${pieces} of these` };
    const months = 12 / pieces;
    const inYear = (year: number): Interval => ({
      from: monthInterval(year, (nth - 1) * months + 1).from,
      to: monthInterval(year, nth * months).to,
    });
    return ofYear(parts.of("YEAR"), inYear, setting);
  };

const yearOf = (parts: Parts, nth = 0): number => Number(parts.of("YEAR", nth));

const decade: Operation = (parts) => {
  const digits = (parts.of("DECADE") ?? "").replace(/\D/g, "");
  const first = digits.length === 2 ? 1900 + Number(digits) : Number(digits);
  return stated(yearsInterval(first, first + 9), "the words give the decade");
};

const century: Operation = (parts) => {
  const nth = Number.parseInt(parts.of("ORDINAL") ?? parts.of("DAY") ?? "", 10);
  return stated(centuryInterval(nth), "the words give the century");
};

const years: Operation = (parts) => {
  const [first, last] = [yearOf(parts), yearOf(parts, 1)];
  if (last < first) return { not: "the second year comes before the first" };
  return stated(yearsInterval(first, last), "the words give the years");
};

export const calendarDate = { iso, date };
export const calendarUnit = { month, months, period, season, quarter: piece(4), half: piece(2) };
export const calendarYears = {
  year: ((parts) => stated(yearsInterval(yearOf(parts)), "the words give the year")) as Operation,
  years,
  decade,
  century,
};
