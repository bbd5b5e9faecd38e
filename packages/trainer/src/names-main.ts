/**
 * Trains the network that finds names, and writes it:
 *
 *     node --conditions=hearsay-source packages/trainer/src/names-main.ts --data ../shared/data --out packages/reader/models
 *
 * Run it again whenever the tables of knowledge/actors/ change: the network sees on which lists a word
 * is. Takes two minutes; `main.ts` does it too.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { trainNames } from "./names-task.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    out: { type: "string", default: "packages/reader/models" },
  },
});
const bytes = trainNames(values.data, values.out, (line) => console.error(`names ${line}`));
writeFileSync(join(values.out, "english.names.model"), bytes);
