/** Gathers what the name network learns from, and trains it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readClusters, readLexicon, readModel } from "@hearsay/reader/model";
import { type Actors, loadActors } from "@hearsay/reader/names";
import { naming } from "./effort.ts";
import { templatesOf, wordLists } from "./english.ts";
import { makeNames } from "./names.ts";
import { readTrainingNames } from "./names-data.ts";
import { readPool, recaseNames, swapNames } from "./names-swap.ts";

/** The tables of actors as the reader has them. */
function readActors(): Actors {
  const knowledge = fileURLToPath(new URL("../../reader/knowledge/", import.meta.url));
  const files = ["actors", "ontology"].flatMap((folder) =>
    readdirSync(join(knowledge, folder)).map((name) => ({
      path: `${folder}/${name}`,
      text: readFileSync(join(knowledge, folder, name), "utf8"),
    })),
  );
  return loadActors(files, []);
}

/** `data` the folder of corpora, `models` that of the other models. Gives the bytes of the file. */
export function trainNames(
  data: string,
  models: string,
  progress: (line: string) => void,
): Uint8Array {
  const open = (name: string) => {
    const path = join(models, `english.${name}.model`);
    return readModel(readFileSync(path), path);
  };
  const clusters = readClusters(open("clusters"));
  const actors = readActors();
  const facts = readFileSync(join(data, "facts/countries.tsv"), "utf8");
  const corpus = recaseNames(swapNames(readTrainingNames(data), readPool(actors, facts), 1), 2);
  return makeNames({
    corpus,
    actors,
    sources: { clusters, lexicon: readLexicon(open("lexicon")) },
    attributes: templatesOf("name-attributes"),
    lists: wordLists(templatesOf("name-words")),
    ...naming,
    progress,
  });
}
