/**
 * Trains the name model and writes it with its card.
 *
 *     node --conditions=hearsay-source packages/trainer/src/names.ts [SHARED] [OUT]
 *
 * SHARED is the folder that holds data/ and gold/ (default: HEARSAY_SHARED or ../shared).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { scoreNames } from "@hearsay/evaluation/names";
import {
  bioFollows,
  type Clusters,
  packLinear,
  readClusters,
  readModel,
  sequenceTemplates,
  writeModel,
} from "@hearsay/reader/model";
import {
  type Actors,
  chainFeatures,
  findNames,
  loadActors,
  type NameModel,
  nameAttributes,
  nameColumns,
  readNameModel,
  unitsOf,
} from "@hearsay/reader/names";
import { trainCrf } from "./crf.ts";
import { type NameCorpus, readTrainingNames, trainingFiles } from "./names-data.ts";

const reader = new URL("../../reader/", import.meta.url);
const knowledge = new URL("knowledge/", reader);

/** The actor tables as the reader will see them: the model must be trained on the same units. */
function readActors(): Actors {
  const files = ["actors", "ontology"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, knowledge)).map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(new URL(`${folder}/${name}`, knowledge), "utf8"),
    })),
  );
  return loadActors(files, []);
}

/** Labels of units: that of a unit's first token. */
function unitLabels(token: Int32Array, count: number, labels: readonly string[]): string[] {
  const own: string[] = [];
  for (let u = 0; u < count; u++) {
    const label = labels[token[u]!]!;
    const before = own.at(-1) ?? "O";
    const continues = label.startsWith("I-") && before.slice(1) === label.slice(1);
    own.push(label === "O" || continues ? label : `B-${label.slice(2)}`);
  }
  return own;
}

function train(corpus: NameCorpus, actors: Actors, clusters: Clusters): Uint8Array {
  const units = unitsOf(actors, corpus.words.flat(), firstOf(corpus.words));
  const text = readFileSync(new URL("../templates/names.txt", import.meta.url), "utf8");
  const templates = sequenceTemplates(text, nameAttributes);
  const columns = nameColumns(units, actors, clusters);
  const labels = unitLabels(units.token, units.count, corpus.labels.flat());
  const classes = [...new Set(labels)].sort();
  const { features, follow } = trainCrf({
    features: chainFeatures(templates, ["label", ...nameAttributes], columns, units.first),
    width: templates.count,
    first: units.first,
    gold: Int32Array.from(labels, (label) => classes.indexOf(label)),
    labels: classes.length,
    allowed: bioFollows(classes),
    epochs: Number(process.env["EPOCHS"] ?? 5),
    least: Number(process.env["LEAST"] ?? 2),
    rate: Number(process.env["RATE"] ?? 0.1),
    decay: Number(process.env["DECAY"] ?? 1e-4),
    seed: 1,
    progress: (line) => process.stderr.write(`${line}\n`),
  });
  const { sections, scale } = packLinear(features, "linear");
  const model = {
    templates: text,
    attributes: nameAttributes,
    classes,
    scale,
    follow: [...follow],
  };
  const facts = { data: trainingFiles, ...model };
  return writeModel({ kind: "names", name: "english.names", version: 1, facts }, sections);
}

const firstOf = (sentences: readonly (readonly string[])[]): Int32Array => {
  const first = new Int32Array(sentences.length + 1);
  sentences.forEach((words, s) => {
    first[s + 1] = first[s]! + words.length;
  });
  return first;
};

/** Scores on held-out files, those that are there. */
function scores(model: NameModel, actors: Actors, shared: string): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const file of [
    "data/names/uner-ewt/dev.iob2",
    "data/names/gum-open/dev.iob2",
    "data/names/wikigold/dev.iob2",
    "gold/names/world.iob2",
  ]) {
    const path = `${shared}/${file}`;
    if (!existsSync(path)) continue;
    const started = performance.now();
    let tokens = 0;
    const score = scoreNames(readFileSync(path, "utf8"), (sentences) => {
      tokens += sentences.reduce((sum, words) => sum + words.length, 0);
      return findNames(model, actors, sentences.flat(), firstOf(sentences));
    });
    const perSecond = Math.round((1000 * tokens) / (performance.now() - started));
    found[file] = { ...score, tokens_per_second: perSecond };
  }
  return found;
}

const shared = process.argv[2] ?? process.env["HEARSAY_SHARED"] ?? "../shared";
const out = process.argv[3] ?? new URL("models/english.names.model", reader).pathname;
const actors = readActors();
const clusters = readClusters(
  readModel(readFileSync(new URL("models/english.clusters.model", reader))),
);
const corpus = readTrainingNames(`${shared}/data`, process.env["FILES"]?.split(","));
const bytes = train(corpus, actors, clusters);
mkdirSync(out.replace(/[^/]*$/, "") || ".", { recursive: true });
writeFileSync(out, bytes);
const scored = scores(readNameModel(readModel(bytes), clusters), actors, shared);
process.stderr.write(`${bytes.length} bytes\n`);
for (const [file, score] of Object.entries(scored))
  process.stdout.write(`${file} ${JSON.stringify(score)}\n`);
