/**
 * Prints scores of the models on the development sets, and with --cards writes them to the cards:
 *
 *     node --conditions=hearsay-source packages/trainer/src/score.ts --data ../shared/data --models packages/reader/models [--cards]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { scoreLanguage } from "@hearsay/evaluation/language";
import { languageReader } from "@hearsay/evaluation/language-reader";
import { englishModels, readEnglish } from "@hearsay/reader/model";
import { cardOf } from "./cards.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    models: { type: "string", default: "packages/reader/models" },
    cards: { type: "boolean", default: false },
  },
});

const treebanks = { EWT: "ewt", "GUM (open part)": "gum-open" };
const files = Object.fromEntries(
  englishModels.map((name) => [
    name,
    new Uint8Array(readFileSync(join(values.models, `${name}.model`))),
  ]),
);
const started = performance.now();
const english = readEnglish(files);
console.log(`models read in ${Math.round(performance.now() - started)} ms`);
const reader = languageReader(english);
const scores = Object.fromEntries(
  Object.entries(treebanks).map(([name, folder]) => {
    const gold = readFileSync(join(values.data, "treebanks", folder, "dev.conllu"), "utf8");
    return [name, scoreLanguage(gold, reader, () => performance.now())];
  }),
);
for (const [name, each] of Object.entries(scores)) console.log(name, JSON.stringify(each));
if (values.cards) {
  const date = new Date().toISOString().slice(0, 10);
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, file.length]),
  );
  for (const name of englishModels)
    writeFileSync(join(values.models, `${name}.md`), cardOf(name, { date, bytes, scores }));
}
