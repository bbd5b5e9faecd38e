import assert from "node:assert/strict";
import { test } from "node:test";
import { readModel, writeModel } from "../src/model/container.ts";
import { finish, hashString } from "../src/model/hash.ts";
import { lemmaFor, lemmatiserFrom } from "../src/model/lemmatiser.ts";
import { packLinear, readLinear, scoreInto } from "../src/model/linear.ts";
import { readTemplates } from "../src/model/templates.ts";
import { Configuration, LEFT, RIGHT } from "../src/model/transitions.ts";
import { caseOf, styleOf } from "../src/model/words.ts";

const about = { kind: "test", name: "tiny", version: 1, facts: {} };

test("a model file gives back its sections", () => {
  const file = writeModel(about, { one: Uint8Array.of(1, 2, 3), two: Uint8Array.of(4) });
  const model = readModel(file);
  assert.equal(model.header.name, "tiny");
  assert.deepEqual([...model.section("one")], [1, 2, 3]);
  assert.deepEqual([...model.section("two")], [4]);
  assert.throws(() => model.section("three"), /tiny|model: has no section "three"/);
});

test("damaged, short and foreign files are refused in words", () => {
  const file = writeModel(about, { one: Uint8Array.of(1, 2, 3) });
  const damaged = file.slice();
  damaged[damaged.length - 2]! ^= 1;
  assert.throws(() => readModel(damaged, "x.model"), /x\.model: checksum .* damaged/);
  assert.throws(() => readModel(file.subarray(0, file.length - 4)), /checksum/);
  assert.throws(() => readModel(file.subarray(0, 5)), /too few/);
  assert.throws(
    () => readModel(new TextEncoder().encode("version https://git-lfs")),
    /starts with/,
  );
});

for (const classes of [3, 5])
  test(`a linear model of ${classes} classes sums what it learned`, () => {
    const names = Array.from({ length: classes }, (_, k) => `class${k}`);
    const features = Array.from({ length: 500 }, (_, k) => ({
      feature: finish(hashString(`feature ${k}`)),
      classes: names.map((_, c) => c),
      weights: names.map((_, c) => ((k * 7 + c * 3) % 11) - 5),
    }));
    const { sections, scale } = packLinear(features, "linear");
    const model = readLinear(readModel(writeModel(about, sections)), "linear", names, scale);
    const scores = new Int32Array(classes);
    const asked = Int32Array.of(features[3]!.feature, finish(hashString("never seen")));
    scoreInto(model, asked, 2, scores);
    features[3]!.weights.forEach((weight, c) => {
      assert.ok(Math.abs(scores[c]! * scale - weight) < 0.05, `${scores[c]! * scale} ${weight}`);
    });
  });

test("templates say what they do not know", () => {
  assert.throws(
    () => readTemplates("0.lower\n0.colour", ["0"], ["lower"]),
    /templates:2: "0.colour"/,
  );
});

test("lemmas follow the longest ending, then the whole word", () => {
  const rules = "VBD|\t0\t\nVBD|ed\t2\t\nVBD|ied\t3\ty\nVBD|^went\t4\tgo\nNNS|s\t1\t\n\namerican";
  const lemmatiser = lemmatiserFrom(rules);
  assert.equal(lemmaFor(lemmatiser, "Walked", "VBD"), "walk");
  assert.equal(lemmaFor(lemmatiser, "carried", "VBD"), "carry");
  assert.equal(lemmaFor(lemmatiser, "went", "VBD"), "go");
  assert.equal(lemmaFor(lemmatiser, "American", "JJ"), "American");
  assert.equal(lemmaFor(lemmatiser, "Lima", "NNP"), "Lima");
});

test("case of words and sentences", () => {
  assert.deepEqual(["9", "rain", "Rain", "RAIN", "iPhone", "I"].map(caseOf), [0, 1, 2, 3, 4, 5]);
  const headline = "Rebels Seize Northern Town After Heavy Fighting".split(" ");
  assert.equal(styleOf(headline, Int32Array.from(headline, caseOf), 0, headline.length), 1);
  const running = "Rebels seized a northern town after heavy fighting".split(" ");
  assert.equal(styleOf(running, Int32Array.from(running, caseOf), 0, running.length), 0);
});

test("arc-hybrid moves make a tree with one root", () => {
  const at = new Configuration();
  at.start(3);
  at.shift();
  at.attach(LEFT, 0);
  at.shift();
  at.shift();
  at.attach(RIGHT, 1);
  assert.equal(at.allowed(RIGHT), false);
  at.attach(LEFT, 2);
  assert.equal(at.done, true);
  assert.deepEqual([...at.head.slice(0, 3)], [1, 3, 1]);
});
