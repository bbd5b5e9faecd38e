/**
 * Prints scores of the models on the development sets, and with --cards writes them to the cards:
 *
 *     node --conditions=hearsay-source packages/trainer/src/score.ts --data ../shared/data --models packages/reader/models [--cards]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { scoreLanguage } from "@hearsay/evaluation/language";
import { languageReader } from "@hearsay/evaluation/language-reader";
import { scoreNames } from "@hearsay/evaluation/names";
import { createReader } from "@hearsay/reader";
import { englishModels, readEnglish } from "@hearsay/reader/model";
import { readKnowledgeFolder } from "@hearsay/reader/node";
import { cardOf } from "./cards.ts";
import { treebanks } from "./treebank.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    models: { type: "string", default: "packages/reader/models" },
    cards: { type: "boolean", default: false },
  },
});

const heldOut = {
  "UNER EWT, dev": "data/names/uner-ewt/dev.iob2",
  "GUM (open part), dev": "data/names/gum-open/dev.iob2",
  "WikiGold, dev": "data/names/wikigold/dev.iob2",
  world: "gold/names/world.iob2",
};
const models = [...englishModels, "english.names"];
const files = Object.fromEntries(
  models.map((name) => [name, new Uint8Array(readFileSync(join(values.models, `${name}.model`)))]),
);
const started = performance.now();
const english = readEnglish(files);
console.log(`models read in ${Math.round(performance.now() - started)} ms`);
const scores = Object.fromEntries(
  Object.entries(treebanks).map(([name, folder]) => {
    const gold = readFileSync(join(values.data, "treebanks", folder, "dev.conllu"), "utf8");
    return [name, scoreLanguage(gold, languageReader(english), () => performance.now())];
  }),
);
const knowledge = fileURLToPath(new URL("../../reader/knowledge/", import.meta.url));
const reader = createReader({ models: files, knowledge: await readKnowledgeFolder(knowledge) });
const names = Object.fromEntries(
  Object.entries(heldOut).flatMap(([name, file]) => {
    const path = join(values.data, "..", file);
    if (!existsSync(path)) return [];
    const gold = readFileSync(path, "utf8");
    return [[name, scoreNames(gold, (sentences) => reader.parseWords(sentences).names, path)]];
  }),
);
for (const [name, each] of Object.entries({ ...scores, ...names }))
  console.log(name, JSON.stringify(each));
if (values.cards) {
  const date = new Date().toISOString().slice(0, 10);
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, file.length]),
  );
  // the splitter's card is written where it is trained (splitter-main.ts)
  for (const name of models.filter((each) => each !== "english.splitter"))
    writeFileSync(join(values.models, `${name}.md`), cardOf(name, { date, bytes, scores, names }));
}
