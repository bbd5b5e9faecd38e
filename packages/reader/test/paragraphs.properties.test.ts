import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ReportInput } from "../src/reading/layers.ts";
import { paragraphs } from "../src/stages/paragraphs.ts";
import { report } from "../src/stages/report.ts";

const pieces = [
  "\n",
  "\r\n",
  "\n\n",
  " ",
  "\u2028",
  "\ud83d",
  "The talks between both sides went on in the capital on Monday, officials said there.",
  "STRELSAU (Agency) —",
  "Photo:",
  "By Jane Doe",
  "Read more: ",
  "-",
  "(AP)",
];
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join("")),
);
const hint = fc.record({
  span: fc.tuple(fc.nat(300), fc.nat(300)),
  kind: fc.constantFrom("body" as const, "caption" as const, "title" as const),
});
const input: fc.Arbitrary<ReportInput> = fc.record({
  text,
  paragraphs: fc.array(hint, { maxLength: 4 }),
});

test("paragraphs are in order, apart, trimmed, and leave out white space only", () => {
  fc.assert(
    fc.property(input, (given) => {
      const found = paragraphs().run({ input: given }, () => {}).paragraphs;
      let done = 0;
      for (const { span } of found) {
        const [from, to] = span;
        assert.ok(done <= from && from < to && to <= given.text.length);
        assert.equal(given.text.slice(done, from).trim(), "");
        const inside = given.text.slice(from, to);
        assert.equal(inside, inside.trim());
        done = to;
      }
      assert.equal(given.text.slice(done).trim(), "");
    }),
    { seed: 20250614, numRuns: 500 },
  );
});

test("the same text gives the same report, and it is never changed", () => {
  fc.assert(
    fc.property(input, (given) => {
      const read = () => {
        const found = paragraphs().run({ input: given }, () => {});
        return report().run({ input: given, ...found }, () => {}).report;
      };
      assert.deepEqual(read(), read());
      assert.equal(read().text, given.text);
    }),
    { seed: 20250614, numRuns: 200 },
  );
});
