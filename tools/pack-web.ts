/**
 * Puts what the reader needs in a browser into one folder, to be served beside the page:
 * `npm run pack:web -- FOLDER` writes knowledge.json and the model files, and
 * `openReader({ from: "FOLDER/" })` fetches them.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readKnowledgeFolder } from "@hearsay/reader/node";

const home = new URL("../packages/reader/", import.meta.url);

export async function packWeb(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const models = fileURLToPath(new URL("models/", home));
  const files = readdirSync(models).filter((name) => name.endsWith(".model"));
  for (const file of files) copyFileSync(join(models, file), join(folder, file));
  const packed = {
    knowledge: await readKnowledgeFolder(new URL("knowledge/", home)),
    models: files.map((file) => file.replace(/\.model$/, "")),
  };
  writeFileSync(join(folder, "knowledge.json"), JSON.stringify(packed));
}

if (import.meta.main) {
  const [folder] = process.argv.slice(2);
  if (folder) await packWeb(folder);
  else console.error("pack-web: no folder given; write: npm run pack:web -- FOLDER");
  process.exitCode = folder ? 0 : 2;
}
