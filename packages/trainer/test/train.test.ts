import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readConllu } from "@hearsay/evaluation/conllu";
import { scoreLanguage } from "@hearsay/evaluation/language";
import { languageReader } from "@hearsay/evaluation/language-reader";
import {
  Configuration,
  LEFT,
  RIGHT,
  readClusters,
  readEnglish,
  readLemmatiser,
  readModel,
  readTagger,
  SHIFT,
} from "@hearsay/reader/model";
import { makeClusters, makeLemmas, makeParser, makeTagger } from "../src/english.ts";
import { learnLemmas } from "../src/lemmas.ts";
import { costOf, goldTree } from "../src/oracle.ts";

const conllu = readFileSync(new URL("tiny.conllu", import.meta.url), "utf8");
const sentences = readConllu(conllu).map(({ words }) => words);
const effort = {
  taggerEpochs: 8,
  parserEpochs: 10,
  taggerMargin: 0,
  parserMargin: 5,
  folds: 2,
  foldEpochs: 4,
  taggerLeast: 1,
  parserLeast: 1,
  progress: () => {},
};

function trained(): Record<string, Uint8Array> {
  const clusterFile = makeClusters("0101\ttown\n0101\tcity\n011\tsoldiers\n011\trebels\n");
  const clusters = readClusters(readModel(clusterFile));
  const lemmaFile = makeLemmas(sentences);
  const taggerFile = makeTagger(sentences, clusters, effort);
  const tagger = readTagger(readModel(taggerFile));
  const lemmatiser = readLemmatiser(readModel(lemmaFile));
  return {
    "english.clusters": clusterFile,
    "english.lemmas": lemmaFile,
    "english.tagger": taggerFile,
    "english.parser": makeParser(sentences, { clusters, tagger, lemmatiser }, effort),
  };
}

test("a tiny treebank is learned by heart, and the same bytes come out twice", () => {
  const models = trained();
  const { gold, raw } = scoreLanguage(conllu, languageReader(readEnglish(models)));
  assert.ok(gold.upos > 98 && gold.lemma > 98 && gold.las > 95, JSON.stringify(gold));
  assert.equal(raw.words, 100);
  assert.equal(raw.sentences, 100);
  assert.deepEqual(trained(), models);
});

test("the oracle counts the arcs a move loses", () => {
  // Rebels attacked towns: 0 ← 1 → 2
  const gold = goldTree([1, -1, 1]);
  const at = new Configuration();
  at.start(3);
  at.shift();
  assert.deepEqual(
    [SHIFT, LEFT].map((move) => costOf(move, at, gold)),
    [1, 0],
  );
  at.attach(LEFT, 0);
  at.shift();
  assert.deepEqual(
    [SHIFT, LEFT].map((move) => costOf(move, at, gold)),
    [0, 2],
  );
  at.shift();
  assert.deepEqual(
    [LEFT, RIGHT].map((move) => costOf(move, at, gold)),
    [1, 0],
  );
});

test("an ending gets a line only where its rule differs from the shorter one's", () => {
  const examples = [
    { form: "walked", tag: "VBD", lemma: "walk" },
    { form: "talked", tag: "VBD", lemma: "talk" },
    { form: "tried", tag: "VBD", lemma: "try" },
    { form: "Peruvian", tag: "JJ", lemma: "Peruvian" },
  ];
  assert.equal(learnLemmas(examples), "JJ|\t0\t\nVBD|\t2\t\nVBD|ied\t3\ty\n\nperuvian\n");
});
