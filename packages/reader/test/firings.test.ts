import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { firingsOn, labelOf, tooMany } from "../src/firings.ts";
import { createReader } from "../src/index.ts";

const loadedData = await loadData();

const label = (file: string, row: string): string | undefined => labelOf({ file, row });

test("a row goes by what it is about, wherever it stands and whatever is added to it", () => {
  const attack = "attack (verb) → ASSAULT";
  assert.equal(label("frames/assault.txt", "attack | storm (verb) → ASSAULT, CAMEO 190"), attack);
  assert.equal(label("frames/assault.txt", "attack | raid (verb) -> ASSAULT"), attack);
  assert.equal(
    label("frames/agree.txt", "sign | ink + pact | deal (verb + object) → AGREE/x, CAMEO 057"),
    "sign + pact (verb) → AGREE/x",
  );
  assert.equal(label("frames/assault.txt", "if         subject is MIL"), undefined);
  assert.equal(label("cues/verbs.tsv", "say\tverb\tneutral"), "say, verb");
  assert.equal(label("frames/governors.tsv", "plan | aim\tverb\tplanned"), "plan, verb");
  assert.equal(label("actors/states.tsv", "CHL\tChile"), undefined);
});

test("items that rest on a row are counted; what a setting silences counts for the setting", () => {
  const reader = createReader(loadedData);
  const firings = firingsOn(
    [
      "Rebels attacked an army convoy near Goma.",
      "Police said rebels had attacked the army in Mali.",
      "The visitors bombarded the Senegal goal until the equaliser came.",
    ],
    reader,
  );
  const counts = new Map(firings.map(({ file, row, count }) => [`${file} ${row}`, count]));
  assert.equal(counts.get("frames/assault.txt attack (verb) → ASSAULT"), 2);
  assert.equal(counts.get("cues/verbs.tsv say, verb"), 1);
  assert.equal(counts.get("frames/settings.tsv a match or other sport, sentence"), 1);
  assert.ok(![...counts.keys()].some((key) => key.includes("bombard")));
});

test("a few more are let pass, half as many again are not", () => {
  assert.deepEqual([0, 2, 6, 20].map(tooMany), [3, 5, 9, 30]);
});
