/**
 * The Readings of the examples, kept in examples/golden/. A Reading that differs fails, and so does
 * one that is missing; `UPDATE=1` writes what is read now, to be looked at before it is committed.
 */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { openReader, type Reading } from "@hearsay/reader";
import { examples } from "./examples.ts";

const folder = new URL("../examples/golden/", import.meta.url);
const reader = await openReader();

/** The stamp changes with every row of knowledge, the line numbers of rows with every row above. */
function lasting(reading: Reading): unknown {
  const { reader: _, ...rest } = reading;
  return JSON.parse(JSON.stringify(rest), (key, value) =>
    key === "line" || key === "margin" ? undefined : value,
  );
}

/** One line for each item, so that a difference shows which items changed. */
const print = (reading: unknown): string =>
  `{\n${Object.entries(reading as object)
    .map(([key, value]) =>
      Array.isArray(value)
        ? `${JSON.stringify(key)}: [\n${value.map((each) => JSON.stringify(each)).join(",\n")}\n]`
        : `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    )
    .join(",\n")}\n}\n`;

for (const { name, input } of examples)
  test(`${name} is read as before`, () => {
    const found = print(lasting(reader.read(input)));
    const file = new URL(`${name}.json`, folder);
    if (process.env.UPDATE === "1") {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, found);
      return;
    }
    const path = `examples/golden/${name}.json`;
    assert.ok(existsSync(file), `${path} is missing; write it with: UPDATE=1 ./check golden`);
    assert.deepEqual(
      found.split("\n"),
      readFileSync(file, "utf8").split("\n"),
      `${path} differs; if that is meant, write it with: UPDATE=1 ./check golden`,
    );
  });
