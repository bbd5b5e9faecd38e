/**
 * Plain calendar arithmetic on day numbers: whole days since 1970-01-01 in the Gregorian calendar
 * (extended backwards), with no clock and no time zone. After Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms" (2013).
 */
export type Day = number;

/** Two days, both inclusive. */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const daysInEra = 146097; // 400 years

/** Months beyond 1 to 12 run on into the years beside. */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + (month - 1);
  const civilYear = Math.floor(months / 12);
  const civilMonth = months - civilYear * 12 + 1;
  const y = civilMonth <= 2 ? civilYear - 1 : civilYear;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((civilMonth + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysInEra + dayOfEra - 719468;
}

export function civilOf(at: Day): CivilDate {
  const shifted = at + 719468;
  const era = Math.floor(shifted / daysInEra);
  const dayOfEra = shifted - era * daysInEra;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

const padded = (value: number, width: number): string => String(value).padStart(width, "0");

/** YYYY-MM-DD. */
export function isoOf(at: Day): string {
  const { year, month, day } = civilOf(at);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
}

/** The day of an ISO 8601 date or date-time as it stands; `undefined` where there is none such. */
export function parseIso(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text.trim());
  if (!found) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return isCivil(year, month, day) ? dayOf(year, month, day) : undefined;
}

export const daysInMonth = (year: number, month: number): number =>
  dayOf(year, month + 1, 1) - dayOf(year, month, 1);

export const isCivil = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (at: Day): number => ((((at + 3) % 7) + 7) % 7) + 1;

export const dayInterval = (at: Day): Interval => ({ from: at, to: at });

/** Monday to Sunday. */
export function weekOf(at: Day): Interval {
  const from = at - (weekdayOf(at) - 1);
  return { from, to: from + 6 };
}

export const monthInterval = (year: number, month: number): Interval => ({
  from: dayOf(year, month, 1),
  to: dayOf(year, month + 1, 1) - 1,
});

export const yearsInterval = (first: number, last: number = first): Interval => ({
  from: dayOf(first, 1, 1),
  to: dayOf(last, 12, 31),
});

/**
 * "Early", "mid" or "late": thirds of a month count in days (1–10, 11–20, 21–), of a year in months
 * (January–April, …), of a decade or century in years; a week is Monday–Tuesday, to Thursday, rest.
 */
export function thirdOf(whole: Interval, part: string): Interval {
  const [second, third] = thirdStarts(whole);
  if (part === "early") return { from: whole.from, to: second - 1 };
  return part === "mid" ? { from: second, to: third - 1 } : { from: third, to: whole.to };
}

function thirdStarts({ from, to }: Interval): [second: Day, third: Day] {
  const length = to - from + 1;
  if (length <= 7) return [from + 2, from + 4];
  if (length <= 31) return [from + 10, from + 20];
  const { year, month } = civilOf(from);
  if (length <= 366) return [dayOf(year, month + 4, 1), dayOf(year, month + 8, 1)];
  const years = civilOf(to).year - year + 1;
  const late = Math.floor(years / 3);
  return [dayOf(year + years - 2 * late, 1, 1), dayOf(year + years - late, 1, 1)];
}
