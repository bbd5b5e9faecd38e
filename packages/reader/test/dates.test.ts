import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dateFiles, readDateKnowledge } from "../src/knowledge/dates.ts";
import { numbersFile } from "../src/knowledge/numbers.ts";
import type { KnowledgeFile, Problem } from "../src/knowledge/table.ts";
import type { Direction } from "../src/reading/direction.ts";
import {
  civilOf,
  dayOf,
  type Interval,
  isoOf,
  parseIso,
  weekdayOf,
} from "../src/stages/dates/calendar.ts";
import { matchDates } from "../src/stages/dates/match.ts";
import { meaningOf } from "../src/stages/dates/meaning.ts";

const folder = new URL("../knowledge/", import.meta.url);
const files: KnowledgeFile[] = [...Object.values(dateFiles), numbersFile].map((path) => ({
  path,
  text: readFileSync(new URL(path, folder), "utf8"),
}));
const problems: Problem[] = [];
const knowledge = readDateKnowledge(files, problems);

const range = ({ from, to }: Interval): string =>
  from === to ? isoOf(from) : `${isoOf(from)}..${isoOf(to)}`;

/** The last date in a text, with no tagger: "will" makes the future, everything else is past. */
function lastDate(text: string, published: string, direction: Direction): string {
  const form = text.match(/mid-\w+|\d+(?:,\d{3})+|['’]s|\w+|[^\w\s]/g) ?? [];
  const words = {
    form,
    lower: form.map((each) => each.toLowerCase()),
    startsPlural: (i: number) => /^(?:people|troops|cases)$/.test(form[i] ?? ""),
    startsNominal: (i: number) =>
      /^(?:the|a|an|his|her|\p{Lu}\w*|talks|planned)$/u.test(form[i] ?? ""),
  };
  let told: Interval | undefined;
  let last = "nothing";
  for (const match of matchDates(knowledge, words)) {
    const meaning = meaningOf(match, { published: parseIso(published), direction, told });
    if ("not" in meaning) continue;
    told = meaning.interval;
    last = range(meaning.interval);
  }
  return last;
}

test("the date tables are in order", () => {
  assert.deepEqual(problems, []);
  assert.ok(knowledge.expressions.length > 140);
});

test("days survive the way to the calendar and back", () => {
  for (let day = -200_000; day < 100_000; day += 37) {
    const { year, month, day: ofMonth } = civilOf(day);
    assert.equal(dayOf(year, month, ofMonth), day);
    assert.equal(parseIso(isoOf(day)), day);
  }
  assert.equal(isoOf(0), "1970-01-01");
  assert.equal(weekdayOf(0), 4);
  assert.equal(isoOf(dayOf(2024, 2, 29)), "2024-02-29");
  assert.equal(parseIso("2025-02-29"), undefined);
});

for (const { example, gives, at } of knowledge.expressions)
  test(`${at.file}:${at.line} ${example}`, () => {
    const direction = /\b(?:will|resume)\b/.test(example) ? "future" : "past";
    assert.equal(lastDate(example, "2025-06-14", direction), gives);
  });

test("a number of people is no year", () => {
  assert.equal(lastDate("A crowd of 2000 people gathered.", "2025-06-14", "past"), "nothing");
});

test("without a date of publication only what the words say is a date", () => {
  const form = "They met on Saturday , June 14 .".split(" ");
  const words = {
    form,
    lower: form.map((each) => each.toLowerCase()),
    startsNominal: () => false,
    startsPlural: () => false,
  };
  const [match] = matchDates(knowledge, words);
  const setting = { published: undefined, direction: "past", told: undefined } as const;
  assert.ok(match && "not" in meaningOf(match, setting));
});
