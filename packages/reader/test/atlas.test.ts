import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { loadActors } from "../src/knowledge/actors.ts";
import { atlasColumns, openAtlas } from "../src/knowledge/atlas.ts";

const { knowledge } = await loadData();
const actors = loadActors(knowledge, []);

const table = (...rows: readonly string[]) => [
  { path: "actors/towns.tsv", text: `# comment\n${[atlasColumns.join("\t"), ...rows].join("\n")}` },
];

test("the long tables hold some 15,000 towns and 3,000 divisions, each row in order", () => {
  const { atlas, states } = actors;
  assert.deepEqual(atlas.check(states), []);
  const rows = (path: string) =>
    knowledge.find((each) => each.path === path)!.text.split("\n").length;
  assert.ok(rows("actors/towns.tsv") > 13_000);
  assert.ok(rows("actors/divisions.tsv") > 3_000);
});

test("a name finds its rows, whatever its capitals, diacritics and hyphens", () => {
  const { atlas } = actors;
  const at = (name: string) => atlas.find(name).map((each) => each.country);
  assert.deepEqual(at("Gombe"), ["NGA", "NGA"]);
  assert.deepEqual(at("HAPUR"), ["IND"]);
  assert.deepEqual(at("Gavle"), at("Gävle"));
  assert.ok(atlas.find("Springfield").length > 3);
  assert.deepEqual(at("Nowhereville"), []);
  assert.deepEqual(at(""), []);
});

test("the first and the last row are found, and a last line without an end", () => {
  const atlas = openAtlas(table("Abo\tNGA\t1\t2\t3", "Bor\tSSD\t6.2\t31.6\t26782"));
  assert.equal(atlas.find("Abo")[0]?.at.line, 3);
  assert.equal(atlas.find("Bor")[0]?.population, 26782);
  assert.equal(atlas.find("Bora").length, 0);
});

test("a row that is wrong is told and not found", () => {
  const atlas = openAtlas(table("Bor\tSSD\t96\t31.6\t26782", "Abo\tXXX\t1\t2\t3"));
  assert.deepEqual(
    atlas.check(actors.states).map(({ line, message }) => `${line}: ${message.split(";")[0]}`),
    [
      '3: "96, 31.6, 26782" should be degrees north, degrees east and people',
      '4: "XXX" is no country code of actors/states.tsv',
      '4: "abo" stands behind "bor"',
    ],
  );
  assert.equal(atlas.find("Bor").length, 0);
});

test("no table, no rows", () => {
  assert.deepEqual(openAtlas([]).find("Bor"), []);
});
