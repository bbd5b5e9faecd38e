/** Steps by calendar units: days, weeks, months, years, decades, … */
import {
  civilOf,
  type Day,
  dayInterval,
  dayOf,
  daysInMonth,
  type Interval,
  monthInterval,
  weekOf,
  yearsInterval,
} from "./calendar.ts";

/** The whole unit `steps` after the one that a day falls in; `undefined` for hours and days. */
export function wholeUnit(at: Day, unit: string, steps: number): Interval | undefined {
  const { year, month } = civilOf(at);
  switch (unit) {
    case "week":
      return weekOf(at + 7 * steps);
    case "fortnight":
      return { from: weekOf(at + 14 * steps).from, to: weekOf(at + 14 * steps + 7).to };
    case "month":
      return monthInterval(year, month + steps);
    case "year":
      return yearsInterval(year + steps);
    case "decade":
      return yearsInterval(floorTo(year, 10) + 10 * steps, floorTo(year, 10) + 10 * steps + 9);
    case "century":
      return centuryInterval(Math.floor((year - 1) / 100) + 1 + steps);
    default:
      return undefined;
  }
}

const floorTo = (value: number, step: number): number => Math.floor(value / step) * step;

/** The 19th is 1801 to 1900. */
export const centuryInterval = (ordinal: number): Interval =>
  yearsInterval(ordinal * 100 - 99, ordinal * 100);

/** The day so many units away; the last day of a month where the month is too short. */
export function shifted(at: Day, unit: string, count: number): Day {
  const { year, month, day } = civilOf(at);
  if (unit === "hour") return at + Math.sign(count);
  if (unit === "day") return at + Math.round(count);
  if (unit === "week" || unit === "weekend") return at + Math.round(7 * count);
  if (unit === "fortnight") return at + Math.round(14 * count);
  const months = Math.round(count * ({ month: 1, year: 12, decade: 120 }[unit] ?? 1200));
  const target = dayOf(year, month + months, 1);
  const there = civilOf(target);
  return target + Math.min(day, daysInMonth(there.year, there.month)) - 1;
}

/**
 * How exactly "three … ago" is meant: to the day for days, a week around for weeks, the calendar
 * month for months, the calendar year for years.
 */
export function around(at: Day, unit: string): Interval {
  const { year, month } = civilOf(at);
  if (unit === "week" || unit === "fortnight") return { from: at - 3, to: at + 3 };
  if (unit === "month") return monthInterval(year, month);
  if (unit === "year") return yearsInterval(year);
  if (unit === "decade") return yearsInterval(year - 1, year + 1);
  if (unit === "century") return yearsInterval(year - 10, year + 10);
  return dayInterval(at);
}

/** How many units "recent" and "coming" ones are taken to be. */
const fewOf: Readonly<Record<string, number>> = {
  hour: 1,
  day: 6,
  week: 27 / 7,
  weekend: 27 / 7,
  month: 3,
  year: 3,
  decade: 3,
};

export const few = (unit: string): number => fewOf[unit] ?? 3;
