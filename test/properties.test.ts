/** What must hold of every Reading, whatever the text. Seeds are fixed: a failure can be repeated. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Layers, openReader, type Reading, type ReportInput } from "@hearsay/reader";
import fc from "fast-check";
import { examples } from "./examples.ts";
import { differences, fit, mentions, type State, swapOf, swappableStates } from "./swap.ts";

const reader = await openReader();
const read = (input: ReportInput): Reading => reader.read(input);

type Span = readonly [number, number];

/** Every span of a Reading with where it stands: `[["events[0].trigger", [10, 14]], …]`. */
function spansIn(value: unknown, path = ""): [string, Span][] {
  if (Array.isArray(value)) {
    if (value.length === 2 && value.every((each) => typeof each === "number"))
      return [[path, value as unknown as Span]];
    return value.flatMap((each, index) => spansIn(each, `${path}[${index}]`));
  }
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, each]) => spansIn(each, `${path}.${key}`));
}

function checkSpans(reading: Reading): void {
  const { length } = reading.report.text;
  for (const [path, [from, to]] of spansIn(reading))
    assert.ok(
      Number.isInteger(from) && 0 <= from && from < to && to <= length,
      `${path}: [${from}, ${to}] is no range of the ${length} characters`,
    );
}

const inOrder = (spans: readonly Span[]): boolean =>
  spans.every(([from], index) => index === 0 || spans[index - 1]![1] <= from);

const inside = (outer: Span, inner: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** Every id that is named is there, once, and what lies inside something does. */
function checkLayers(reading: Reading): void {
  const { paragraphs, sentences, entities, statements, events, figures, wording } = reading;
  assert.ok(inOrder(paragraphs.map((each) => each.span)), "paragraphs overlap or are out of order");
  assert.ok(inOrder(sentences), "sentences overlap or are out of order");
  for (const sentence of sentences)
    assert.ok(
      paragraphs.some((each) => inside(each.span, sentence)),
      `the sentence ${sentence} lies in no paragraph`,
    );
  const ids = [entities, statements, events, figures, wording].flat().map((each) => each.id);
  assert.equal(new Set(ids).size, ids.length, "an id is given twice");
  const isEntity = new Set(entities.map((each) => each.id));
  const isStatement = new Set(statements.map((each) => each.id));
  const isEvent = new Set(events.map((each) => each.id));
  const known = (set: ReadonlySet<string>, id: string | undefined, who: string): void =>
    assert.ok(id === undefined || set.has(id), `${who} names ${id}, which is not there`);
  for (const { id, source, within } of statements) {
    known(isEntity, source.entity, id);
    known(isStatement, within, id);
    assert.notEqual(within, id, `${id} is within itself`);
  }
  for (const { id, actors, recipients, where, statement, same } of events) {
    for (const each of [...actors, ...recipients, where]) known(isEntity, each, id);
    known(isStatement, statement, id);
    known(isEvent, same, id);
  }
  for (const { id, event, statement } of figures) {
    known(isEvent, event, id);
    known(isStatement, statement, id);
  }
  for (const { id, voice } of wording) if (voice !== "outlet") known(isStatement, voice, id);
}

test("examples: spans inside the text, layers consistent", () => {
  for (const { input } of examples) {
    const reading = read(input);
    checkSpans(reading);
    checkLayers(reading);
    assert.equal(reading.report.text, input.text, "the text was changed");
  }
});

test("the same input gives the same Reading, whatever was read before", () => {
  const first = examples.map(({ input }) => JSON.stringify(read(input)));
  const again = examples.toReversed().map(({ input }) => JSON.stringify(read(input)));
  assert.deepEqual(again.toReversed(), first);
});

/** Text of the kinds that break readers: lone surrogates, emoji, right-to-left, marks, controls. */
const oddText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 200,
  }),
  fc.string({
    unit: fc.constantFrom(
      ..."“”\"'‘’«».,;:!?()-–—\n\n \t\u00a0\u200f\u202e\u0301\ud83d\ude00",
      ..."👩‍👩‍👧 مرحبا שלום नमस्ते 東京 the said \ud800 \udfff 12 July 2024 ".split(" "),
      "Iran ",
      "attacked ",
      "said ",
      "according to ",
      "12 ",
      "people ",
      "were killed ",
    ),
    maxLength: 120,
  }),
);

test("no text makes the reader throw, and every Reading holds together", () => {
  fc.assert(
    fc.property(oddText, (text) => {
      const reading = read({ text, published: "2025-06-14" });
      checkSpans(reading);
      checkLayers(reading);
      assert.equal(reading.report.text, text);
    }),
    { seed: 20250614, numRuns: 300 },
  );
});

test("a report cut anywhere still reads", () => {
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat(), fc.nat(), ({ input }, a, b) => {
      const [from, to] = [a, b].map((each) => each % input.text.length).sort((x, y) => x - y);
      const { paragraphs, ...rest } = input;
      const reading = read({ ...rest, text: input.text.slice(from, to) });
      checkSpans(reading);
      checkLayers(reading);
    }),
    { seed: 7, numRuns: 60 },
  );
});

// ---- Even-handed: swap two states throughout, and nothing else changes.

const states = swappableStates();

/**
 * The countries in which towns lie that the report names: which of them is meant goes by the
 * countries the report speaks of, and a town does not move with its state.
 */
function countriesOfTowns(input: ReportInput): ReadonlySet<string | undefined> {
  const { report, names, tokens } = reader.layers(input);
  const { atlas, names: known } = reader.knowledge.actors;
  return new Set(
    names
      .filter(({ first, last }) => known.find(tokens.form, first, last + 1).length === 0)
      .map(({ first, last }) => report.text.slice(tokens.from[first], tokens.to[last]))
      .flatMap((each) => atlas.find(each).map(({ country }) => country)),
  );
}

/** A report, a state that it names and another, named there or not. */
const cases: readonly (readonly [(typeof examples)[number], State, State])[] = examples.flatMap(
  (example) => {
    const towns = countriesOfTowns(example.input);
    const free = states.filter(
      (each) => !towns.has(each.iso3) && !mentions(example.input.text, each.others),
    );
    return free
      .filter((each) => mentions(example.input.text, each.words))
      .flatMap((a) => free.filter((b) => fit(a, b)).map((b) => [example, a, b] as const));
  },
);

/** Which column of the language's layers first differs after a swap, and at which word. */
function firstColumn(before: Layers, after: Layers): string {
  const columns = (layers: Layers): [string, ArrayLike<unknown>][] => [
    ["sentence", layers.tokens.sentence],
    ["upos", layers.tags.upos],
    ["xpos", layers.tags.xpos],
    ["head", layers.tree.head],
    ["label", layers.tree.label],
  ];
  for (const [index, [name, column]] of columns(before).entries()) {
    const other = columns(after)[index]![1];
    const at = Array.from(column).findIndex((each, token) => each !== other[token]);
    if (at >= 0) return `the column "${name}" differs first, at "${after.tokens.form[at]}"`;
  }
  return "tags and trees are alike";
}

function differencesOf(index: number): string[] {
  const [{ name, input }, a, b] = cases[index]!;
  const swap = swapOf(a, b, input.text);
  const swapped = swap.input(input);
  const found = differences(read(swapped), swap.reading(read(input)));
  if (found.length === 0) return [];
  const column = firstColumn(reader.layers(input), reader.layers(swapped));
  return [`${name}, ${a.words[0]} and ${b.words[0]} swapped: ${column}`, ...found];
}

test("swapping two states swaps them in the Reading and changes nothing else", () => {
  assert.ok(cases.length > 100, `only ${cases.length} pairs to swap`);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: cases.length - 1 }), (index) => {
      const found = differencesOf(index);
      assert.ok(found.length === 0, `\n${found.slice(0, 20).join("\n")}\n`);
    }),
    { seed: 1648, numRuns: 200 },
  );
});
