/**
 * Trains the sentence splitter, scores it on the development sets and writes its card:
 *
 *     node --conditions=hearsay-source packages/trainer/src/splitter-main.ts --data ../shared/data --out packages/reader/models
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readClusters, readModel, readSplitter } from "@hearsay/reader/model";
import { splitting } from "./effort.ts";
import { templatesOf } from "./english.ts";
import { crossValidated, makeSplitter, scoreSplitter, trainingParagraphs } from "./splitter.ts";
import { splitterCard } from "./splitter-card.ts";
import { readTreebank, treebanks } from "./treebank.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    out: { type: "string", default: "packages/reader/models" },
  },
});

const fileOf = (name: string): string => join(values.out, name);
const clusterFile = fileOf("english.clusters.model");
const clusters = readClusters(readModel(readFileSync(clusterFile), clusterFile));
const paragraphsOf = (treebank: string, part: string) =>
  trainingParagraphs(readTreebank(join(values.data, "treebanks", treebank, `${part}.conllu`)));

const train = Object.values(treebanks).map((folder) => paragraphsOf(folder, "train"));
const task = {
  ...splitting,
  templates: templatesOf("sentences"),
  progress: (line: string): void => console.error(line),
};
const bytes = makeSplitter(train.flat(), clusters, task);
writeFileSync(fileOf("english.splitter.model"), bytes);

const splitter = readSplitter(readModel(bytes), clusters);
const folds = crossValidated(train, clusters, { ...task, progress: () => {} }, 5);
const scores = Object.entries(treebanks).map(([name, folder], k) => ({
  treebank: name,
  dev: scoreSplitter(splitter, paragraphsOf(folder, "dev")),
  train: folds[k]!,
}));
for (const each of scores) console.log(JSON.stringify(each));
writeFileSync(fileOf("english.splitter.md"), splitterCard(bytes.length, scores));
