import assert from "node:assert/strict";
import { test } from "node:test";
import { openReader } from "../src/index.ts";
import { casesOf } from "./cases.ts";
import { lineOf } from "./event-lines.ts";

const reader = await openReader();

for (const { name, text, expected } of casesOf("events.txt"))
  test(`events: ${name}`, () => {
    const reading = reader.read({ text, published: "2024-05-15" });
    const found = reading.events.map((event) => lineOf(reading, event));
    assert.deepEqual(found.length > 0 ? found : ["nothing"], expected);
  });
