import assert from "node:assert/strict";
import { test } from "node:test";
import { openReader } from "../src/index.ts";
import { casesOf } from "./cases.ts";
import { dateLine, figureLine, inputOf, sameProblem, statusLine, whenLine } from "./time-lines.ts";

const reader = await openReader();

/** The day on which cases are read that give none. */
const published = "2024-05-15";

const isOfEvent = (line: string): boolean => line.startsWith("@ ");

for (const { name, text: block, expected } of casesOf("dates.txt"))
  test(`dates: ${name}`, () => {
    const input = inputOf(block);
    const wanted = expected.filter((line) => line !== "!" && !isOfEvent(line));
    const ofEvents = expected.filter(isOfEvent);
    if (wanted.length > 0 || ofEvents.length === 0)
      assert.deepEqual(
        reader.layers(input).dates.map((each) => dateLine(input.text, each)),
        wanted,
      );
    const reading = reader.read(input);
    const found = reading.events.map((each) => whenLine(reading, each));
    assert.deepEqual(
      ofEvents.filter((line) => !found.includes(line)),
      [],
      `found: ${found.join("; ")}`,
    );
  });

for (const { name, text, expected } of casesOf("figures.txt"))
  test(`figures: ${name}`, () => {
    const reading = reader.read({ text, published });
    const wanted = expected.filter((line) => line !== "!");
    const cells = wanted[0]?.split(" | ").length ?? 3;
    const found = reading.figures.map((each) =>
      figureLine(reading, each).split(" | ").slice(0, cells).join(" | "),
    );
    assert.deepEqual(found, wanted);
  });

for (const { name, text, expected } of casesOf("status.txt"))
  test(`status: ${name}`, () => {
    const reading = reader.read({ text, published });
    const found = reading.events.map((event) => statusLine(reading, event));
    const told = found.join("; ") || "nothing";
    for (const line of expected)
      if (line.startsWith("! "))
        assert.ok(!found.some((each) => each.startsWith(`${line.slice(2)} |`)), `found: ${told}`);
      else assert.ok(found.includes(line), `wanted: ${line}; found: ${told}`);
  });

for (const { name, text, expected } of casesOf("same.txt"))
  test(`same: ${name}`, () => {
    const reading = reader.read({ text, published });
    const problems = expected.map((line) => sameProblem(reading, line));
    assert.deepEqual(
      problems.filter((each) => each !== ""),
      [],
    );
  });
