/**
 * Prints scores of the models on a treebank:
 *
 *     node --conditions=hearsay-source packages/trainer/src/score.ts --models packages/reader/models FILE.conllu…
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { scoreLanguage } from "@hearsay/evaluation/language";
import { languageReader } from "@hearsay/evaluation/language-reader";
import { englishModels, readEnglish } from "@hearsay/reader/model";

const { values, positionals } = parseArgs({
  options: { models: { type: "string", default: "packages/reader/models" } },
  allowPositionals: true,
});
const bytes = Object.fromEntries(
  englishModels.map((name) => [
    name,
    new Uint8Array(readFileSync(join(values.models, `${name}.model`))),
  ]),
);
const started = performance.now();
const english = readEnglish(bytes);
console.log(`models read in ${Math.round(performance.now() - started)} ms`);
for (const file of positionals)
  console.log(
    file,
    JSON.stringify(
      scoreLanguage(readFileSync(file, "utf8"), languageReader(english), () => performance.now()),
    ),
  );
