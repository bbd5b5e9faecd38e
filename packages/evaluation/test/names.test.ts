import assert from "node:assert/strict";
import { test } from "node:test";
import { readNameDocuments, scoreNames, spansOf } from "../src/names.ts";

const iob2 = [
  "# newdoc id = one",
  "1\tAna\tB-PER",
  "2\tLima\tI-PER",
  "3\tleft\tO",
  "4\tQuito\tB-LOC",
  "",
  "1\tThe\tO\t-\tx",
  "2\tUnion\tB-ORG\t-\tx",
  "3\twon\tO\t-\tx",
  "# newdoc id = two",
  "1\tFinnish\tB-MISC",
  "2\tLima\tI-LOC",
  "",
].join("\n");

test("documents, sentences and labels of an IOB2 file", () => {
  const documents = readNameDocuments(iob2);
  assert.deepEqual(
    documents.map(({ words }) => words),
    [
      [
        ["Ana", "Lima", "left", "Quito"],
        ["The", "Union", "won"],
      ],
      [["Finnish", "Lima"]],
    ],
  );
});

test("sentences as printed, where the file says how", () => {
  const [one] = readNameDocuments(
    "# text = Rain, then.\n1\tRain\tO\n2\t,\tO\n\n1\tSun\tO\n2\t.\tO\n",
  );
  assert.deepEqual(one?.texts, ["Rain, then.", "Sun ."]);
});

test("a label that continues nothing opens a name", () => {
  assert.deepEqual(spansOf(["I-LOC", "I-PER", "I-PER", "O", "B-PER", "B-PER"], 10), [
    { first: 10, last: 10, kind: "LOC" },
    { first: 11, last: 12, kind: "PER" },
    { first: 14, last: 14, kind: "PER" },
    { first: 15, last: 15, kind: "PER" },
  ]);
});

test("a name counts when span and kind are right; other kinds are left out", () => {
  const scores = scoreNames(iob2, (sentences) =>
    sentences.length === 2
      ? [
          { first: 0, last: 1, kind: "PER" },
          { first: 3, last: 3, kind: "ORG" },
          { first: 5, last: 5, kind: "ORG" },
          { first: 6, last: 6, kind: "MISC" },
        ]
      : [],
  );
  assert.equal(scores.p, 66.67);
  assert.equal(scores.r, 50);
  assert.equal(scores.f1, 57.14);
  assert.deepEqual(scores.by.PER, { p: 100, r: 100, f1: 100 });
  assert.deepEqual(scores.by.LOC, { p: 0, r: 0, f1: 0 });
});

test("a line with too few columns is an error with its place", () => {
  assert.throws(() => readNameDocuments("1 Ana B-PER", "gold.iob2"), /^Error: gold\.iob2:1: /);
});
