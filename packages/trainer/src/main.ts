/**
 * Trains the reader's models:
 *
 *     node --conditions=hearsay-source packages/trainer/src/main.ts --data ../shared/data --out packages/reader/models [--only tagger,parser] [--quick]
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readClusters, readLemmatiser, readModel, readTagger } from "@hearsay/reader/model";
import { type Effort, makeClusters, makeLemmas, makeParser, makeTagger } from "./english.ts";
import { trainingSentences } from "./treebank.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    out: { type: "string", default: "packages/reader/models" },
    only: { type: "string", default: "clusters,lemmas,tagger,parser" },
    quick: { type: "boolean", default: false },
  },
});

const progress = (line: string): void => console.error(line);
const full: Effort = {
  taggerEpochs: 6,
  taggerMargin: 25,
  parserEpochs: 8,
  parserMargin: 40,
  folds: 3,
  foldEpochs: 3,
  taggerLeast: 3,
  parserLeast: 4,
  progress,
};
const quick = { taggerEpochs: 3, parserEpochs: 4, folds: 0, taggerLeast: 2, parserLeast: 2 };
const effort: Effort = values.quick ? { ...full, ...quick } : full;

const wanted = new Set(values.only.split(","));
const fileOf = (name: string): string => join(values.out, `english.${name}.model`);

function make(name: string, bytes: () => Uint8Array): void {
  if (!wanted.has(name)) return;
  const made = bytes();
  writeFileSync(fileOf(name), made);
  progress(`${fileOf(name)}: ${made.length} bytes`);
}
const open = (name: string) => readModel(readFileSync(fileOf(name)), fileOf(name));

mkdirSync(values.out, { recursive: true });
const sentences = trainingSentences(values.data);
make("clusters", () =>
  makeClusters(readFileSync(join(values.data, "clusters", "brown-open256.tsv"), "utf8")),
);
const clusters = readClusters(open("clusters"));
make("lemmas", () => makeLemmas(sentences));
make("tagger", () => makeTagger(sentences, clusters, effort));
make("parser", () =>
  makeParser(
    sentences,
    { clusters, tagger: readTagger(open("tagger")), lemmatiser: readLemmatiser(open("lemmas")) },
    effort,
  ),
);
