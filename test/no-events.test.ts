/** Sentences of sport, markets, weather, films and the like, which hold no political event. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openReader } from "@hearsay/reader";

const path = "examples/no-events.jsonl";
const sentences = readFileSync(new URL(`../${path}`, import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as { id: string; text: string });

test("in at least 95 of 100 sentences without an event, none is made", async () => {
  const reader = await openReader();
  const made = sentences.flatMap(({ id, text }, k) => {
    const { events } = reader.read({ id, text });
    return events.length === 0 ? [] : [`${path}:${k + 1}: ${events[0]!.type} in "${text}"`];
  });
  assert.ok(made.length <= 0.05 * sentences.length, `\n${made.join("\n")}\n`);
});
