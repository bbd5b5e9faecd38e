/** Own dictionaries of a command: folders whose files stand in front of the reader's. */
import { stat } from "node:fs/promises";
import type { KnowledgeFile, Problem, Reader, ReaderData } from "@hearsay/reader";
import { type Given, type Option, UsageError } from "./command.ts";
import { theReader } from "./reader.ts";

/** The option of every command that reads reports. */
export const dictionaryOptions: Readonly<Record<string, Option>> = {
  dictionaries: {
    value: "FOLDER",
    many: true,
    help: "your own words, actors and frames, in front of ours; may be given again",
  },
};

/** The files of a folder. @throws UsageError when it cannot be read or holds none */
export async function dictionaryFiles(folder: string): Promise<KnowledgeFile[]> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code);
  if (typeof found !== "object")
    throw new UsageError(`the folder ${folder} cannot be read (${found}); check its name`);
  if (!found.isDirectory()) throw new UsageError(`${folder} is a file; give the folder it is in`);
  const { readDictionaryFolder } = await import("@hearsay/reader/node");
  const files = await readDictionaryFolder(folder);
  if (files.length === 0)
    throw new UsageError(`${folder} has no file; see docs/own-dictionaries.md for what goes there`);
  return files;
}

/** The files of all folders of `--dictionaries`: the first one stands in front. */
export async function givenDictionaries(given: Given): Promise<KnowledgeFile[]> {
  const folders = await Promise.all(given.list("dictionaries").map(dictionaryFiles));
  return folders.flat();
}

/** The reader with the dictionaries of the command; what is wrong in them is told once. */
export async function readerFor(given: Given): Promise<Reader> {
  const dictionaries = await givenDictionaries(given);
  const reader = await theReader({ dictionaries });
  tellProblems(reader, dictionaries, given.list("dictionaries"));
  return reader;
}

/** Of many problems so many are printed; all of them is what `hearsay check` is for. */
const mostTold = 10;

export function tellProblems(
  reader: Pick<Reader, "problems">,
  dictionaries: readonly KnowledgeFile[],
  folders: readonly string[],
): void {
  const problems = problemsOf(reader.problems, dictionaries);
  const lines = problems.slice(0, mostTold).map(lineOf);
  const more = problems.length - lines.length;
  if (more > 0)
    lines.push(
      `… and ${more} more; ${folders.map((each) => `"hearsay check ${each}"`).join(" and ")} lists all\n`,
    );
  if (problems.length > 0)
    lines.push("These rows of your dictionaries are left out; the rest is used.\n");
  process.stderr.write(lines.join(""));
}

/** Those that are in the user's own files. */
export function problemsOf(
  problems: readonly Problem[],
  dictionaries: readonly KnowledgeFile[],
): Problem[] {
  const own = new Set(dictionaries.map(({ path, shown }) => shown ?? path));
  return problems.filter(({ file }) => own.has(file));
}

export const lineOf = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}\n`;

/** The reader with own dictionaries in front; what is wrong in them is told once. */
export async function withOwn(
  data: ReaderData,
  dictionaries: readonly KnowledgeFile[],
): Promise<Reader> {
  const reader = await theReader({ data, dictionaries });
  tellProblems(reader, dictionaries, []);
  return reader;
}
