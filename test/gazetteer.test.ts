/** The long tables of places are what tools/gazetteer.ts makes of its sources. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gazetteer, hasSources } from "../tools/gazetteer.ts";

const skip = hasSources() ? false : "the npm packages with the data are not installed";

test("towns.tsv and divisions.tsv are what tools/gazetteer.ts writes", { skip }, () => {
  for (const [path, text] of Object.entries(gazetteer())) {
    const written = new URL(`../packages/reader/knowledge/${path}`, import.meta.url);
    assert.ok(
      readFileSync(written, "utf8") === text,
      `${path} differs; write it with: node --conditions=hearsay-source tools/gazetteer.ts`,
    );
  }
});
