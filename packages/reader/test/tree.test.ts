import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { englishModels, parseTokens, readEnglish, textTokens } from "../src/model/english.ts";
import { childrenOf } from "../src/model/parser.ts";
import { conllu } from "../src/reading/conllu.ts";
import { withBetterRelations } from "../src/reading/relations.ts";
import { layersFromTokens } from "../src/reading/tokens.ts";

const english = readEnglish(
  Object.fromEntries(
    englishModels.map((name) => [
      name,
      new Uint8Array(readFileSync(new URL(`../models/${name}.model`, import.meta.url))),
    ]),
  ),
);

/** "dependent relation head", by form, for each word that has one. */
function arcsOf(text: string): Set<string> {
  const { tokens, tree } = parseTokens(english, textTokens(text, english.splitter));
  return new Set(
    tokens.form.map((form, i) => {
      const head = tree.head[i]! < 0 ? "ROOT" : tokens.form[tree.head[i]!]!;
      return `${form} ${tree.labelNames[tree.label[i]!]} ${head}`;
    }),
  );
}

const cases: [string, string[]][] = [
  [
    "The minister met the envoy on Monday.",
    ["minister nsubj met", "envoy obj met", "Monday obl met"],
  ],
  [
    "The bridge was destroyed by rebels.",
    ["bridge nsubj:pass destroyed", "rebels obl:agent destroyed"],
  ],
  ["Police said the protesters had left.", ["Police nsubj said", "left ccomp said"]],
  ["Kenya's president will visit Paris.", ["Kenya nmod:poss president", "president nsubj visit"]],
  ["She did not sign the treaty.", ["not advmod sign", "treaty obj sign"]],
  ["Police carried out the arrests.", ["out compound:prt carried", "arrests obj carried"]],
  [
    "Soldiers and rebels clashed near the border.",
    ["rebels conj Soldiers", "Soldiers nsubj clashed"],
  ],
];

for (const [text, wanted] of cases)
  test(text, () => {
    const arcs = arcsOf(text);
    for (const arc of wanted)
      assert.ok(arcs.has(arc), `${arc} is not among ${[...arcs].join(", ")}`);
  });

test("every sentence has one root, and the children agree with the heads", () => {
  const text =
    'Talks failed. "We tried," the envoy said. MINISTER QUITS OVER DEAL\n\n- Photo: (AP) 3.5m? …';
  const { tokens, tree } = parseTokens(english, textTokens(text, english.splitter));
  for (let s = 0; s + 1 < tokens.first.length; s++) {
    let roots = 0;
    for (let i = tokens.first[s]!; i < tokens.first[s + 1]!; i++) {
      const head = tree.head[i]!;
      const isRoot = tree.labelNames[tree.label[i]!] === "root";
      assert.equal(head < 0, isRoot);
      if (head < 0) roots++;
      else assert.ok(head >= tokens.first[s]! && head < tokens.first[s + 1]!);
    }
    assert.equal(roots, 1);
  }
  for (let i = 0; i < tokens.count; i++)
    for (let k = tree.firstChild[i]!; k < tree.firstChild[i + 1]!; k++)
      assert.equal(tree.head[tree.child[k]!], i);
});

test("a sentence of 2,000 words is read in linear time, and no words give no tree", () => {
  const words = Array.from({ length: 2000 }, (_, k) => ["the", "old", "town", "fell", ","][k % 5]!);
  const { tree } = parseTokens(english, layersFromTokens([words]).tokens);
  assert.equal(tree.head.filter((each) => each < 0).length, 1);
  assert.equal(parseTokens(english, layersFromTokens([]).tokens).tree.head.length, 0);
});

test("CoNLL-U out", () => {
  const text = "It rained.";
  const parse = parseTokens(english, textTokens(text, english.splitter));
  const sentences = {
    count: 1,
    from: Int32Array.of(0),
    to: Int32Array.of(text.length),
    paragraph: Int32Array.of(0),
  };
  const report = { id: "r", language: "en", text };
  assert.equal(
    [...conllu({ ...parse, sentences, names: [], report })].join(""),
    "# newdoc id = r\n# newpar\n# sent_id = 1\n# text = It rained.\n1\tIt\tit\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n" +
      "2\trained\train\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n",
  );
});

test("a missing model is named", () => {
  assert.throws(() => readEnglish({}), /english\.clusters\.model: is not among the models given/);
});

/** Words of a tree of our own: form, tag, head (from 1, 0 the root) and relation. */
function mended(words: readonly (readonly [string, string, number, string])[], main?: number[]) {
  const labelNames = [...new Set([...words.map(([, , , label]) => label), ...extraLabels])];
  const xposNames = [...new Set(words.map(([, tag]) => tag))];
  const head = Int32Array.from(words, ([, , each]) => each - 1);
  const tree = {
    head,
    label: Uint8Array.from(words, ([, , , label]) => labelNames.indexOf(label)),
    labelNames,
    margin: new Float32Array(words.length),
    ...childrenOf(head),
  };
  const xpos = Uint8Array.from(words, ([, tag]) => xposNames.indexOf(tag));
  const tags = { upos: xpos, xpos, uposNames: [], xposNames, margin: tree.margin };
  const forms = words.map(([form]) => form);
  const better = withBetterRelations(tree, main ? { ...tags, main } : tags, forms, childrenOf);
  return words.map((_, i) => `${better.labelNames[better.label[i]!]} ${better.head[i]! + 1}`);
}
const extraLabels = ["nsubj", "obj", "compound", "advmod", "fixed"];

test("a subject without a passive is none of a passive's", () => {
  assert.deepEqual(
    mended([
      ["Airlines", "NNS", 2, "nsubj:pass"],
      ["apologized", "VBD", 0, "root"],
    ]),
    ["nsubj 2", "root 0"],
  );
});

test("who is named before a verb without a subject is its subject", () => {
  assert.deepEqual(
    mended([
      ["Lula", "NNP", 3, "vocative"],
      [",", ",", 1, "punct"],
      ["agrees", "VBZ", 0, "root"],
    ]),
    ["nsubj 3", "punct 1", "root 0"],
  );
});

test("what is counted behind a hedge is the verb's object, and a length of time is not", () => {
  const hedged = (noun: string): readonly (readonly [string, string, number, string])[] => [
    ["wounded", "VBD", 0, "root"],
    ["at", "IN", 5, "case"],
    ["least", "JJS", 4, "nmod"],
    ["12", "CD", 5, "nummod"],
    [noun, "NNS", 1, "obl"],
  ];
  assert.deepEqual(mended(hedged("civilians")), [
    "root 0",
    "advmod 4",
    "fixed 2",
    "nummod 5",
    "obj 1",
  ]);
  assert.deepEqual(mended(hedged("hours")), ["root 0", "case 5", "nmod 4", "nummod 5", "obl 1"]);
});

test("a verb that was taken for a noun has a subject and an object", () => {
  const words = [
    ["Police", "NN", 2, "compound"],
    ["arrest", "VBP", 0, "root"],
    ["12", "CD", 2, "flat"],
  ] as const;
  assert.deepEqual(mended(words, [1]), ["nsubj 2", "root 0", "obj 2"]);
});

test("of two nouns side by side the first belongs to the second", () => {
  assert.deepEqual(
    mended([
      ["aid", "NN", 3, "nsubj"],
      ["workers", "NNS", 3, "nsubj"],
      ["left", "VBD", 0, "root"],
    ]),
    ["compound 2", "nsubj 3", "root 0"],
  );
});

test("what must be done is told", () => {
  assert.deepEqual(
    mended([
      ["envoys", "NNS", 2, "nsubj"],
      ["said", "VBD", 0, "root"],
      ["raids", "NNS", 4, "nsubj"],
      ["failed", "VBD", 2, "ccomp"],
      ["and", "CC", 7, "cc"],
      ["must", "MD", 7, "aux"],
      ["stop", "VB", 2, "conj"],
    ]).at(-1),
    "conj 4",
  );
});
