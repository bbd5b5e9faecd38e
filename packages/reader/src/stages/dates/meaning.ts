/** What a matched expression names: the operations of the column `means` of `dates/expressions.tsv`. */
import type { Direction } from "../../reading/direction.ts";
import {
  type Day,
  dayInterval,
  type Interval,
  isoOf,
  thirdOf,
  weekdayOf,
  weekOf,
} from "./calendar.ts";
import type { DateMatch, Found } from "./match.ts";
import { calendarDate, calendarUnit, calendarYears } from "./named.ts";
import {
  type Meaning,
  type NoMeaning,
  noDay,
  type Operation,
  type Parts,
  type Setting,
} from "./operation.ts";
import { around, few, shifted, wholeUnit } from "./units.ts";

export function meaningOf(match: DateMatch, setting: Setting): Meaning | NoMeaning {
  const [name = "", ...args] = match.expression.means;
  const operation = operations[name];
  if (!operation) return { not: `"${name}" is no operation on dates` };
  const inner: Meaning[] = [];
  for (const { inner: held } of match.found) {
    if (!held) continue;
    const meaning = meaningOf(held, setting);
    if ("not" in meaning) return meaning;
    inner.push(meaning);
  }
  return operation(partsOf(match.found, inner), args, setting);
}

const partsOf = (found: readonly Found[], inner: readonly Meaning[]): Parts => ({
  inner,
  of: (name, nth = 0) => found.filter((each) => classesFor(name).includes(each.class))[nth]?.value,
});

/** "Mar." and "mid-March" are months too. */
const classesFor = (name: string): readonly string[] => [name, `${name}-SHORT`, `MID-${name}`];

const unitOf = (parts: Parts): string => parts.of("UNIT") ?? parts.of("UNITS") ?? "";
const numberOf = (parts: Parts): number => Number(parts.of("NUMBER") ?? 1);

const reckoned = (interval: Interval, says: string): Meaning => ({
  interval,
  reckoned: true,
  says,
});

/** An operation that reckons from the day of publication. */
const fromPublication =
  (
    run: (
      published: Day,
      parts: Parts,
      args: readonly string[],
      setting: Setting,
    ) => Interval | undefined,
    says: string,
  ): Operation =>
  (parts, args, setting) => {
    if (setting.published === undefined) return noDay;
    const interval = run(setting.published, parts, args, setting);
    if (!interval) return { not: `${says}: this unit is not counted so` };
    return reckoned(
      interval,
      `${says}, reckoned from the publication on ${isoOf(setting.published)}`,
    );
  };

/** "The following month": of the date told last, never of the publication. */
const toldUnit: Operation = (parts, [steps = "0"], { told }) => {
  const interval = told && wholeUnit(told.from, unitOf(parts), Number(steps));
  return interval
    ? reckoned(interval, `reckoned from the date told, ${isoOf(told.from)}`)
    : { not: "no date was told before that it could be reckoned from" };
};

/** "For three weeks", where it has gone on so long. */
const lasting: Operation = (parts, [many], setting) => {
  if (!setting.goesOn) return { not: "how long something lasted is no date" };
  return operations[many === "few" ? "recent" : "past"]!(parts, [], setting);
};

/** Reckons from the date inside, or from the one told last, or else from the publication. */
const anchored: Operation = (parts, [name = "", count = "0"], setting) => {
  const base = parts.inner[0]?.interval ?? setting.told;
  const basis =
    base ?? (setting.published === undefined ? undefined : dayInterval(setting.published));
  if (!basis) return noDay;
  const interval = anchoredInterval(name, Number(count), basis, parts);
  const says = `reckoned from ${base ? "the date told" : "the publication"}, ${isoOf(basis.from)}`;
  const stated = parts.inner[0] && !parts.inner[0].reckoned;
  return { interval, reckoned: !stated, says };
};

function anchoredInterval(name: string, count: number, base: Interval, parts: Parts): Interval {
  const unit = unitOf(parts);
  if (name === "ago") return around(shifted(base.from, unit, -numberOf(parts)), unit);
  if (name === "ahead") return around(shifted(base.to, unit, numberOf(parts)), unit);
  if (name === "recent") return { from: shifted(base.from, unit, -few(unit)), to: base.from - 1 };
  if (name === "soon") return { from: base.to + 1, to: shifted(base.to, unit, few(unit)) };
  return { from: base.from + count, to: base.to + count };
}

/** The last such day up to a day, that day included. */
const weekdayUpTo = (at: Day, wanted: number): Day => at - ((weekdayOf(at) - wanted + 7) % 7);
const weekdayFrom = (at: Day, wanted: number): Day => at + ((wanted - weekdayOf(at) + 7) % 7);

function weekday(
  published: Day,
  wanted: number,
  args: readonly string[],
  direction: Direction,
): Day {
  const [way, , steps] = args;
  if (way === "before") return weekdayUpTo(published - 1, wanted);
  if (way === "after") return weekdayFrom(published + 1, wanted);
  if (way === "of") return weekOf(published + 7 * Number(steps)).from + wanted - 1;
  return direction === "future" ? weekdayFrom(published, wanted) : weekdayUpTo(published, wanted);
}

const dayOfWeek = (parts: Parts, nth = 0): number => Number(parts.of("WEEKDAY", nth) ?? 1);

function weekdays(published: Day, parts: Parts, direction: Direction): Interval {
  const [first, second] = [dayOfWeek(parts), dayOfWeek(parts, 1)];
  if (direction === "future") {
    const from = weekdayFrom(published, first);
    return { from, to: weekdayFrom(from, second) };
  }
  const to = weekdayUpTo(published, second);
  return { from: weekdayUpTo(to, first), to };
}

/** Saturday and Sunday: those that have begun, or for what is to come those not yet over. */
function weekend(published: Day, steps: number, direction: Direction): Interval {
  const from = direction === "future" ? weekdayFrom(published - 1, 6) : weekdayUpTo(published, 6);
  return { from: from + 7 * steps, to: from + 7 * steps + 1 };
}

const unit: Operation = fromPublication((published, parts, [steps = "0"], { direction }) => {
  const name = unitOf(parts);
  if (name === "weekend") return weekend(published, Number(steps), direction);
  return wholeUnit(published, name, Number(steps));
}, "the whole unit of the calendar");

/** The part of the current unit up to the publication, or from it on. */
const partUnit = (past: boolean): Operation =>
  fromPublication(
    (published, parts) => {
      const whole = wholeUnit(published, unitOf(parts), 0);
      if (!whole) return unitOf(parts) === "day" ? dayInterval(published) : undefined;
      return past ? { from: whole.from, to: published } : { from: published, to: whole.to };
    },
    past ? "the current unit up to the day of publication" : "the rest of the current unit",
  );

const units: Operation = (parts, args, setting) => {
  if (args[0] === "so") return partUnit(true)(parts, args, setting);
  return (args[0] === "to" ? partUnit(false) : unit)(parts, args, setting);
};

/** "Early", "mid", "late" over a month, year, decade, century or current unit. */
const part: Operation = (parts, [name = "", ...args], setting) => {
  const whole = operations[name]!(parts, args, setting);
  if ("not" in whole) return whole;
  const third = parts.of("PART") ?? "mid";
  return {
    ...whole,
    interval: thirdOf(whole.interval, third),
    says: `${third} third: ${whole.says}`,
  };
};

/** An operation over the date that the expression holds. */
const over =
  (run: (inner: readonly Interval[], setting: Setting) => Interval, says: string): Operation =>
  ({ inner }, _args, setting) => ({
    interval: run(
      inner.map((each) => each.interval),
      setting,
    ),
    reckoned: inner.some((each) => each.reckoned),
    says: [says, ...inner.map((each) => each.says)].filter((each) => each !== "").join("; "),
  });

const yearAround = (at: Day): Interval => wholeUnit(at, "year", 0)!;

const since = ([date]: readonly Interval[], { published }: Setting): Interval => ({
  from: date!.from,
  to: published !== undefined && published >= date!.from ? published : yearAround(date!.from).to,
});

/** From the publication for what is to come, otherwise from the beginning of the year. */
function endingOn(to: Day, { published }: Setting): Interval {
  const open = published !== undefined && published <= to;
  return { from: open ? published : yearAround(to).from, to };
}

function after([date]: readonly Interval[], { published, direction }: Setting): Interval {
  const { to } = yearAround(date!.from);
  const over = direction === "past" && published !== undefined && published >= date!.from;
  return { from: date!.from, to: over ? Math.min(to, published) : to };
}

const between = (inner: readonly Interval[]): Interval => ({
  from: Math.min(...inner.map((each) => each.from)),
  to: Math.max(...inner.map((each) => each.to)),
});

const operations: Readonly<Record<string, Operation>> = {
  ...calendarDate,
  ...calendarUnit,
  ...calendarYears,
  weekday: fromPublication(
    (published, parts, args, { direction }) =>
      dayInterval(weekday(published, dayOfWeek(parts), args, direction)),
    "the nearest such weekday on the side the verb points to",
  ),
  weekdays: fromPublication(
    (published, parts, _args, { direction }) => weekdays(published, parts, direction),
    "the nearest such weekdays on the side the verb points to",
  ),
  night: fromPublication((published, parts, args, { direction }) => {
    const to =
      args[0] === "before" ? weekday(published, dayOfWeek(parts), [], direction) : published;
    return { from: to - 1, to };
  }, "the night before that day"),
  day: fromPublication(
    (published, _parts, [count = "0"]) => dayInterval(published + Number(count)),
    "the day named",
  ),
  weekend: fromPublication(
    (published, parts, _args, { direction }) =>
      unitOf(parts) === "weekend" ? weekend(published, 0, direction) : undefined,
    "the nearest weekend on the side the verb points to",
  ),
  week: fromPublication((published) => weekOf(published - 14), "the week before last"),
  unit: units,
  told: toldUnit,
  lasting,
  long: () => ({ not: "a time long past that nothing gives a date", longPast: true }),
  part,
  anchored,
  ago: fromPublication((published, parts) => {
    const name = unitOf(parts);
    return around(shifted(published, name, -numberOf(parts)), name);
  }, "so many units back"),
  ahead: fromPublication((published, parts) => {
    const name = unitOf(parts);
    return around(shifted(published, name, numberOf(parts)), name);
  }, "so many units on"),
  recent: fromPublication(
    (published, parts) => ({
      from: shifted(published, unitOf(parts), -few(unitOf(parts))),
      to: published,
    }),
    "the last few units up to the publication",
  ),
  past: fromPublication(
    (published, parts) => ({
      from: shifted(published, unitOf(parts), -numberOf(parts)),
      to: published,
    }),
    "so many units up to the publication",
  ),
  coming: fromPublication(
    (published, parts, args) => ({
      from: published,
      to: shifted(
        published,
        unitOf(parts),
        args[0] === "number" ? numberOf(parts) : few(unitOf(parts)),
      ),
    }),
    "the next units from the publication on",
  ),
  same: over((inner) => inner[0]!, ""),
  since: over(since, "from that date to the publication"),
  until: over(([date], setting) => endingOn(date!.to, setting), "up to that date"),
  before: over(([date], setting) => endingOn(date!.from - 1, setting), "up to the day before"),
  after: over(after, "an open end: from that date to the end of its year at the latest"),
  between: over(between, "from the first to the second"),
};
