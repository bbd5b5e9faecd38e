/**
 * The edge of the reader in Node: the only file of this package that touches the disk. It stands
 * in for `data.web.ts` by the package's import map.
 */
import { readdir, readFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { KnowledgeFile } from "./knowledge/table.ts";
import type { ReaderData } from "./reader.ts";

const home = new URL("../", import.meta.url);

/** All text files of a knowledge folder, sorted by path. */
export async function readKnowledgeFolder(folder: string | URL): Promise<KnowledgeFile[]> {
  const root = typeof folder === "string" ? folder : fileURLToPath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && /\.(tsv|txt)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: path.slice(root.replace(/\/?$/, "/").length).replaceAll("\\", "/"),
      text: await readFile(path, "utf8"),
    })),
  );
}

/** Endings of files that dictionaries have; what else lies in their folder is named, not read. */
const dictionaryEndings = /\.(?:tsv|txt|actors|agents|verbs|issues|discards|dic|options|project)$/i;

/**
 * All files of a folder of own dictionaries, in formats of ours or others, sorted by path; they are
 * called by the folder's name. Hidden files and Markdown are no dictionaries.
 */
export async function readDictionaryFolder(folder: string): Promise<KnowledgeFile[]> {
  const root = resolve(folder);
  const name = folder.replace(/(?<=.)[/\\]+$/, "");
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && !/\.md$/i.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".")))
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      path,
      shown: `${name}/${path}`,
      text: dictionaryEndings.test(path) ? await readFile(join(root, path), "utf8") : "",
    })),
  );
}

async function readModels(folder: URL): Promise<Record<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".model")).sort();
  const models = await Promise.all(
    names.map(
      async (name) =>
        [name.replace(/\.model$/, ""), await readFile(new URL(name, folder))] as const,
    ),
  );
  return Object.fromEntries(models);
}

/** Knowledge and models; `from` is ignored here, where the package's own folders are at hand. */
export async function loadData(_from?: string | URL): Promise<ReaderData> {
  const [knowledge, models] = await Promise.all([
    readKnowledgeFolder(new URL("knowledge/", home)),
    readModels(new URL("models/", home)),
  ]);
  return { knowledge, models };
}
