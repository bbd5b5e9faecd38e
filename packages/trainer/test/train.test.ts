import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readConllu } from "@hearsay/evaluation/conllu";
import { scoreLanguage } from "@hearsay/evaluation/language";
import { languageReader } from "@hearsay/evaluation/language-reader";
import {
  labelNames,
  readClusters,
  readEnglish,
  readLexicon,
  readModel,
  readNamer,
} from "@hearsay/reader/model";
import { loadActors } from "@hearsay/reader/names";
import { makeClusters, makeLemmas, makeNetwork, templatesOf } from "../src/english.ts";
import { headlineOf } from "../src/headlines.ts";
import { learnLemmas } from "../src/lemmas.ts";
import { treeLessons } from "../src/lessons.ts";
import { makeLexicon, readSenses } from "../src/lexicon.ts";
import { makeNames } from "../src/names.ts";
import type { Schooling } from "../src/network/school.ts";
import { readAttributes } from "../src/network/train.ts";
import { makeSplitter, trainingParagraphs } from "../src/splitter.ts";

const conllu = readFileSync(new URL("tiny.conllu", import.meta.url), "utf8");
const treebank = readConllu(conllu);
const sentences = treebank.map(({ words }) => words);
const senses = `rebel%1:18:00:: 10000001 1 12
attack%2:33:00:: 01100001 1 30
attack%1:04:00:: 00900001 1 20
town%1:15:00:: 08600001 1 40
new_york%1:15:00:: 09100001 1 9
`;

async function trained(): Promise<Record<string, Uint8Array>> {
  const clusterFile = makeClusters("0101\ttown\n0101\tcity\n011\tsoldiers\n011\trebels\n");
  const clusters = readClusters(readModel(clusterFile));
  const lexiconFile = makeLexicon(senses);
  const size = { width: 32, memory: 24, layers: 2, arc: 16, relation: 16 };
  const pupil: Schooling = { size, epochs: 80, batch: 60, rate: 0.01, dropout: 0.1, seed: 3 };
  const network = await makeNetwork({
    teachers: [{ ...pupil, epochs: 40, seed: 1 }],
    pupil,
    trust: 0.3,
    lessons: treeLessons(sentences, true),
    teacherLessons: treeLessons(sentences, false),
    more: [{ forms: ["Soldiers", "attacked", "the", "town", "."] }],
    sources: { clusters, lexicon: readLexicon(readModel(lexiconFile)) },
    attributes: templatesOf("network"),
  });
  return {
    "english.clusters": clusterFile,
    "english.lexicon": lexiconFile,
    "english.lemmas": makeLemmas(sentences),
    "english.splitter": makeSplitter(trainingParagraphs(treebank), clusters, {
      templates: templatesOf("sentences"),
      epochs: 4,
      margin: 5,
      seeds: [1],
      least: 1,
    }),
    "english.network": network,
  };
}

test("a tiny treebank is learned by heart, and the same bytes come out twice", async () => {
  const models = await trained();
  const { gold, raw } = scoreLanguage(conllu, languageReader(readEnglish(models)));
  assert.ok(gold.upos > 98 && gold.lemma > 98 && gold.las > 95, JSON.stringify(gold));
  assert.equal(raw.words, 100);
  assert.equal(raw.sentences, 100);
  assert.deepEqual(await trained(), models);
});

test("names are learned from labels, over units", async () => {
  const english = readEnglish(await trained());
  const words = sentences.map((each) => each.map(({ form }) => form));
  const labels = sentences.map((each) =>
    each.map(({ upos }) => (upos === "PROPN" ? "B-LOC" : "O")),
  );
  const bytes = makeNames({
    corpus: { words, labels, source: words.map(() => 0) },
    actors: loadActors([], []),
    sources: english.encoder.vocabulary.sources,
    attributes: templatesOf("name-attributes"),
    lists: { place: "town city" },
    size: { width: 32, memory: 16, layers: 2 },
    epochs: 60,
    batch: 60,
    rate: 0.01,
    dropout: 0.1,
    boldness: 0,
    seed: 1,
  });
  const namer = readNamer(readModel(bytes), english.encoder);
  const first = Int32Array.from([0, ...words.map(({ length }) => length)]);
  for (let k = 1; k < first.length; k++) first[k]! += first[k - 1]!;
  const form = words.flat();
  const { label } = labelNames(namer, { form, first, list: new Int32Array(form.length) });
  const right = labels.flat().filter((each, i) => namer.labels[label[i]!] === each).length;
  assert.ok(right > 0.95 * form.length, `${right} of ${form.length} labels`);
});

test("a dictionary gives the parts of speech of a word, how often, and its first sense", () => {
  assert.deepEqual(readSenses(senses).get("attack"), {
    counts: [20.1, 30.1, 0, 0],
    first: [
      [5, 1],
      [5, 1],
    ],
  });
  assert.equal(readSenses(senses).has("new_york"), false);
  assert.throws(() => readSenses("attack 1\n"), /index.sense:1: .*fetch it again/);
});

test("a line of attributes that is none is named", () => {
  assert.throws(() => readAttributes("lower 2 15\nshape many"), /network.txt:2: "shape many"/);
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

test("a sentence becomes a headline", () => {
  const [sentence] = readConllu(`1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tpolice\tpolice\tNOUN\tNNS\t_\t3\tnsubj\t_\t_
3\tarrested\tarrest\tVERB\tVBD\t_\t0\troot\t_\t_
4\ta\ta\tDET\tDT\t_\t5\tdet\t_\t_
5\tman\tman\tNOUN\tNN\t_\t3\tobj\t_\t_
6\tin\tin\tADP\tIN\t_\t7\tcase\t_\t_
7\tLima\tLima\tPROPN\tNNP\t_\t3\tobl\t_\t_
8\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

`);
  assert.deepEqual(
    headlineOf(sentence!.words)?.map(({ form, xpos, head }) => `${form} ${xpos} ${head}`),
    ["Police NNS 1", "arrest VBP -1", "man NN 1", "in IN 4", "Lima NNP 1"],
  );
});
