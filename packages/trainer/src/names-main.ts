/**
 * Trains the name model, writes it and its card, and prints its scores:
 *
 *     node --conditions=hearsay-source packages/trainer/src/names-main.ts --shared ../shared --out packages/reader/models
 *
 * Run it again whenever the tables of knowledge/actors/ change: the model sees the names they know
 * as kinds. Takes under a minute.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type NameScores, scoreNames } from "@hearsay/evaluation/names";
import { readClusters, readModel } from "@hearsay/reader/model";
import {
  type Actors,
  findNames,
  loadActors,
  type NameModel,
  readNameModel,
} from "@hearsay/reader/names";
import { firstOf, makeNames } from "./names.ts";
import { nameCard } from "./names-card.ts";
import { readTrainingNames } from "./names-data.ts";
import { readPool, swapNames } from "./names-swap.ts";

const reader = fileURLToPath(new URL("../../reader/", import.meta.url));

const { values } = parseArgs({
  options: {
    shared: { type: "string", default: process.env["HEARSAY_SHARED"] ?? "../shared" },
    out: { type: "string", default: join(reader, "models") },
  },
});

function readActors(): Actors {
  const files = ["actors", "ontology"].flatMap((folder) =>
    readdirSync(join(reader, "knowledge", folder)).map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(reader, "knowledge", folder, name), "utf8"),
    })),
  );
  return loadActors(files, []);
}

/** Held-out files: development parts of what the model learnt from, and news of all continents. */
const heldOut = [
  "data/names/uner-ewt/dev.iob2",
  "data/names/gum-open/dev.iob2",
  "data/names/wikigold/dev.iob2",
  "gold/names/world.iob2",
] as const;

/** Scores on those of the held-out files that are there. */
function scores(model: NameModel, actors: Actors): Record<string, NameScores> {
  const found: Record<string, NameScores> = {};
  for (const file of heldOut) {
    const path = join(values.shared, file);
    if (!existsSync(path)) continue;
    found[file] = scoreNames(readFileSync(path, "utf8"), (sentences) =>
      findNames(model, actors, sentences.flat(), firstOf(sentences)),
    );
  }
  return found;
}

const file = join(values.out, "english.names.model");
const clusters = readClusters(
  readModel(readFileSync(join(reader, "models/english.clusters.model"))),
);
const actors = readActors();
const bytes = makeNames({
  corpus: swapNames(
    readTrainingNames(join(values.shared, "data")),
    readPool(actors, readFileSync(join(values.shared, "data/facts/countries.tsv"), "utf8")),
    1,
  ),
  actors,
  clusters,
  progress: (line) => process.stderr.write(`${line}\n`),
});
mkdirSync(values.out, { recursive: true });
writeFileSync(file, bytes);
const scored = scores(readNameModel(readModel(bytes, file), clusters), actors);
writeFileSync(join(values.out, "english.names.md"), nameCard(bytes.length, scored));
for (const [name, score] of Object.entries(scored))
  process.stdout.write(`${name} ${JSON.stringify(score)}\n`);
