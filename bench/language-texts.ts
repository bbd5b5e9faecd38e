/** What `bench/language` has the tools read: a treebank with its names, or else our own examples. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSource } from "@hearsay/archive";
import { rawText, readConllu } from "@hearsay/evaluation/conllu";
import type { Job } from "./language-child.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const shared = process.env.HEARSAY_SHARED ?? join(root, "../shared");

/** Gold files that are given have to be there (else exit code 2); the usual ones may be missing. */
export async function jobOf(conlluGiven?: string, iob2Given?: string): Promise<Job> {
  const conllu = goldFile(conlluGiven, "data/treebanks/ewt/dev.conllu");
  const iob2 = goldFile(iob2Given, "data/names/uner-ewt/dev.iob2");
  return {
    ...(conllu ? goldDocuments(conllu) : await exampleDocuments()),
    ...(conllu ? { conllu } : {}),
    ...(iob2 ? { iob2 } : {}),
  };
}

function goldFile(given: string | undefined, usual: string): string | undefined {
  const path = given ?? join(shared, usual);
  if (existsSync(path)) return path;
  if (given === undefined) return undefined;
  console.error(`${given}: there is no such file; check the name, or leave it out`);
  process.exit(2);
}

/** The documents of a treebank, as running text. */
function goldDocuments(conllu: string): Pick<Job, "documents" | "words"> {
  const sentences = readConllu(readFileSync(conllu, "utf8"));
  const documents = Map.groupBy(sentences, ({ document }) => document);
  return {
    documents: [...documents.values()].map(rawText),
    words: sentences.reduce((sum, { words }) => sum + words.length, 0),
  };
}

/** As good as the words of a treebank for telling how long a text is. */
const wordOrMark = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

async function exampleDocuments(): Promise<Pick<Job, "documents" | "words">> {
  const folder = join(root, "examples");
  const files = readdirSync(folder).filter((name) => /\.(txt|json|html)$/.test(name));
  const documents = await Promise.all(
    files.map(
      async (name) => (await readSource(readFileSync(join(folder, name)), { name, id: name })).text,
    ),
  );
  const words = documents.reduce((sum, text) => sum + (text.match(wordOrMark)?.length ?? 0), 0);
  return { documents, words };
}
