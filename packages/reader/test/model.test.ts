import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Arcs } from "../src/model/arcs.ts";
import { Arithmetic } from "../src/model/arithmetic.ts";
import { readModel, writeModel } from "../src/model/container.ts";
import { finish, hashString } from "../src/model/hash.ts";
import { lemmaFor, lemmatiserFrom } from "../src/model/lemmatiser.ts";
import { lexiconLooks, packEntry, readLexicon } from "../src/model/lexicon.ts";
import { packLinear, readLinear, scoreInto } from "../src/model/linear.ts";
import { packWeights, unpackWeights } from "../src/model/network.ts";
import { crosses } from "../src/model/projective.ts";
import { packingOf, stepsOf } from "../src/model/recurrent.ts";
import { spanningTree } from "../src/model/spanning.ts";
import { readTemplates } from "../src/model/templates.ts";
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

/** Arcs from a table: row i, then the root and all words as its heads. */
function arcsOf(table: readonly (readonly number[])[]): Arcs {
  return {
    size: table.length,
    from: () => 0,
    to: () => table.length,
    score: (i, head) => table[i]![head + 1]!,
    rootScore: (i) => table[i]![0]!,
  };
}

test("each word takes its best head, and circles are broken where it costs least", () => {
  // Words 0 and 1 want each other; 1 gives way to the root for less.
  const { head, margin } = spanningTree(
    arcsOf([
      [0, -9, 5, 1],
      [3, 4, -9, 0],
      [0, 1, 6, -9],
    ]),
  );
  assert.deepEqual([...head], [1, -1, 1]);
  assert.equal(margin[2], 5);
  assert.equal(margin[1], -1);
});

test("one word alone hangs on the root", () => {
  const { head } = spanningTree(
    arcsOf([
      [5, -9, 1, 0],
      [8, 2, -9, 0],
      [4, 1, 3, -9],
    ]),
  );
  assert.deepEqual([...head], [1, -1, 1]);
});

const score = fc.double({ min: -50, max: 50, noNaN: true });

test("arcs that cross are given up for the best that do not", () => {
  // The last word wants the first, over the root between them.
  const { head } = spanningTree(
    arcsOf([
      [0, -9, 6, 0],
      [7, 1, -9, 0],
      [0, 4, 3, -9],
    ]),
  );
  assert.deepEqual([...head], [1, -1, 1]);
});

test("any scores give a tree with one root and no crossing arcs", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.infiniteStream(score), (size, values) => {
      const next = (): number => values.next().value as number;
      const table = Array.from({ length: size }, () => Array.from({ length: size + 1 }, next));
      const { head } = spanningTree(arcsOf(table));
      assert.equal(head.filter((each) => each === -1).length, 1);
      for (let i = 0; i < size; i++) {
        let steps = 0;
        for (let at = i; at !== -1; at = head[at]!) assert.ok(steps++ <= size, `${head}`);
      }
      assert.equal(crosses(head), false);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test("sentences are packed by steps, the longest first", () => {
  const { count, active, start, row } = packingOf(Int32Array.of(0, 2, 5, 6));
  assert.equal(count, 6);
  assert.deepEqual([...active], [3, 2, 1]);
  assert.deepEqual([...start], [0, 3, 5]);
  assert.deepEqual([...row], [1, 4, 0, 3, 5, 2]);
  assert.deepEqual(stepsOf({ count, active, start, row }, 1).at(-1), {
    row: 0,
    count: 3,
    from: 3,
    known: 2,
  });
});

test("whole numbers multiply as floats do, whatever stands around them", () => {
  const arithmetic = new Arithmetic();
  const [rows, inputs, columns] = [5, 16, 8];
  const numbers = Float32Array.from({ length: rows * inputs }, (_, k) => Math.sin(k));
  const matrix = Int16Array.from({ length: columns * inputs }, (_, k) => (k * 37) % 101);
  const x = arithmetic.place(numbers);
  const whole = arithmetic.reserve((rows * inputs) / 2);
  arithmetic.run.toWhole(x, whole, rows * inputs, 4096);
  const scales = arithmetic.place(new Float32Array(columns).fill(1 / 4096));
  const w = arithmetic.placeWhole(matrix);
  const multiply = (from: number, count: number): number[] => {
    const out = arithmetic.zeros(count * columns);
    const at = whole + 2 * from * inputs;
    arithmetic.run.multiplyWhole(at, inputs, w, scales, out, columns, count, inputs, columns);
    return [...arithmetic.view(out, count * columns)];
  };
  const all = multiply(0, rows);
  all.forEach((each, k) => {
    let sum = 0;
    for (let t = 0; t < inputs; t++)
      sum += numbers[Math.floor(k / columns) * inputs + t]! * matrix[(k % columns) * inputs + t]!;
    assert.ok(Math.abs(each - sum) < 0.2, `${each}, ${sum}`);
  });
  for (let i = 0; i < rows; i++)
    assert.deepEqual(multiply(i, 1), all.slice(i * columns, (i + 1) * columns));
});

test("weights come back from the file as near as bytes can", () => {
  const list = [
    { name: "word.lower", rows: 3, columns: 8 },
    { name: "mix", rows: 16, columns: 8 },
    { name: "mix.bias", rows: 1, columns: 8 },
  ];
  const numbers = Float32Array.from({ length: 160 }, (_, k) => Math.cos(k) * (1 + k / 50));
  const file = writeModel(about, packWeights(list, numbers));
  const back = unpackWeights(readModel(file), list);
  numbers.forEach((each, k) => {
    assert.ok(Math.abs(each - back[k]!) < 0.02, `${k}: ${each}, ${back[k]}`);
  });
  assert.deepEqual(back.slice(-8), numbers.slice(-8));
});

test("a dictionary tells what a form can be, by itself and by what it is made from", () => {
  const often = [0, 6, 0, 0] as const;
  const entries = Int32Array.of(packEntry({ often, noun: 0, verb: 7 }));
  const lexicon = readLexicon(
    readModel(
      writeModel(about, {
        hashes: new Uint8Array(Int32Array.of(hashString("attack")).buffer),
        indices: new Uint8Array(Uint16Array.of(0).buffer),
        entries: new Uint8Array(entries.buffer),
      }),
    ),
  );
  assert.deepEqual(lexiconLooks(lexicon, "attack"), { parts: 2, mainly: 27, noun: 0, verb: 7 });
  assert.deepEqual(lexiconLooks(lexicon, "attacked"), { parts: 32, mainly: 27, noun: 0, verb: 7 });
  assert.deepEqual(lexiconLooks(lexicon, "retreat"), { parts: 0, mainly: 0, noun: 0, verb: 0 });
});
