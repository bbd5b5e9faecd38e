import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { readDateKnowledge } from "../src/knowledge/dates.ts";
import { readFigureKnowledge } from "../src/knowledge/figures.ts";
import { numberAt, readNumberWords } from "../src/knowledge/numbers.ts";
import type { Problem } from "../src/knowledge/table.ts";
import { createReader } from "../src/reader.ts";
import type { Layers } from "../src/reading/layers.ts";
import type { Event, Figure, Statement } from "../src/reading/reading.ts";
import { type AnyStage, pipeline, stage } from "../src/reading/stage.ts";
import { dates } from "../src/stages/dates.ts";
import { figures } from "../src/stages/figures.ts";

const data = await loadData();
const problems: Problem[] = [];
const knowledge = readFigureKnowledge(data.knowledge, problems);
const dateKnowledge = readDateKnowledge(data.knowledge, problems);
const reader = createReader(data);

/** The figures of a text whose statements and events are given. */
function figuresOf(
  text: string,
  events: readonly Event[] = [],
  statements: readonly Statement[] = [],
): { figures: readonly Figure[]; refused: string[] } {
  const language = reader.parse({ text });
  const given = stage({
    name: "given",
    needs: [],
    gives: ["report", "sentences", "tokens", "tags", "lemmas", "tree", "events", "statements"],
    run: () => ({ ...language, events, statements }) as Layers,
  });
  const refused: string[] = [];
  const stages: AnyStage[] = [given, dates(dateKnowledge), figures(knowledge)];
  const layers = pipeline(stages)({ text }, ({ stage: name, span }) => {
    if (name === "figures") refused.push(text.slice(...span));
  });
  return { figures: layers.figures, refused };
}

const shown = ({ least, most, unit }: Figure): string =>
  `${least === most ? least : `${least ?? ""}..${most ?? ""}`} ${unit}`;

test("the figure tables are in order", () => {
  assert.deepEqual(problems, []);
});

for (const { example, gives, at } of knowledge.examples)
  test(`${at.file}:${at.line} ${example}`, () => {
    assert.deepEqual(figuresOf(example).figures.map(shown), [gives]);
  });

test("numbers in digits and words", () => {
  const numbers = readNumberWords({ files: data.knowledge, problems: [] });
  const cases: [string, number][] = [
    ["6,000", 6000],
    ["1.5 million", 1_500_000],
    ["5bn", 5_000_000_000],
    ["twenty-one", 21],
    ["twenty - one", 21],
    ["two hundred and fifty thousand", 250_000],
    ["half a million", 500_000],
    ["a hundred", 100],
    ["3 lakh", 300_000],
    ["two million three hundred thousand", 2_300_000],
  ];
  for (const [text, value] of cases) {
    const words = text.split(" ");
    assert.deepEqual(numberAt(numbers, words, 0), { value, last: words.length - 1 }, text);
  }
  assert.equal(numberAt(numbers, ["a", "man"], 0), undefined);
  assert.equal(numberAt(numbers, ["-", "one"], 0), undefined);
});
