import { stat } from "node:fs/promises";
import type { Problem, Reader } from "@hearsay/reader";
import { declare, type Given, UsageError } from "../command.ts";
import { theReader } from "../reader.ts";

export const check = declare({
  usage: "[FOLDER] [options]",
  about: `
Checks knowledge files: that every row is well formed and refers to things that exist, and that
every example gives what it says when the reader reads it. Prints what is wrong, one
"file:line: …" a line, and ends with exit code 1 when there is something.
Without FOLDER it checks the reader's own knowledge, and counts how often each row of frames, cues
and wording fires on the 300 sentences of examples/sample-sentences.txt: a row that fires far more
often than examples/sample-counts.tsv says is reported. FOLDER has files in the same formats, which
stand in front of the reader's.`,
  options: {
    counts: { help: "prints every row whose count has changed, and a sentence it fires on" },
    "update-counts": { help: "writes the counts of now to examples/sample-counts.tsv" },
    json: { help: "prints a list of {file, line, message}" },
  },
  examples: ["hearsay check", "hearsay check --counts", "hearsay check my-dictionaries"],
  async run(given) {
    const [folder, extra] = given.operands;
    if (extra !== undefined) throw new UsageError(`"${extra}" is one too many; give one folder`);
    if (folder !== undefined && (given.flag("counts") || given.flag("update-counts")))
      throw new UsageError("counts are those of the reader's own knowledge; leave the folder out");
    const problems = folder === undefined ? await ownProblems(given) : await problemsIn(folder);
    process.stdout.write(written(problems, given));
    process.stderr.write(`${counted(problems.length)}\n`);
    return problems.length === 0 ? 0 : 1;
  },
});

const counted = (count: number): string =>
  count === 0 ? "no problem found" : `${count} problem${count === 1 ? "" : "s"}`;

async function ownProblems(given: Given): Promise<Problem[]> {
  const { checkKnowledge } = await import("@hearsay/reader");
  const reader = await theReader();
  return [...checkKnowledge(reader), ...(await countProblems(reader, given))];
}

/** Rows that fire far more often on the sample than they did when the counts were written. */
async function countProblems(reader: Reader, given: Given): Promise<Problem[]> {
  const { changes, isThere, problemsAmong, writeCounts } = await import("../sample-counts.ts");
  if (!(await isThere())) return [];
  if (given.flag("update-counts")) {
    process.stderr.write(`${await writeCounts(reader)}\n`);
    return [];
  }
  const changed = await changes(reader);
  if (given.flag("counts"))
    for (const { file, line, row, before, count, example } of changed)
      process.stdout.write(`${file}:${line}: ${row}: ${before} before, ${count} now: ${example}\n`);
  return problemsAmong(changed);
}

async function problemsIn(folder: string): Promise<Problem[]> {
  const dictionaries = await folderFiles(folder);
  const { checkKnowledge } = await import("@hearsay/reader");
  const reader = await theReader({ dictionaries });
  const own = new Set(dictionaries.map(({ path }) => path));
  return checkKnowledge(reader)
    .filter(({ file }) => own.has(file))
    .map((problem) => ({ ...problem, file: `${folder.replace(/\/+$/, "")}/${problem.file}` }));
}

async function folderFiles(folder: string) {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code);
  if (typeof found !== "object")
    throw new UsageError(`the folder ${folder} cannot be read (${found}); check its name`);
  if (!found.isDirectory()) throw new UsageError(`${folder} is a file; give the folder it is in`);
  const { readKnowledgeFolder } = await import("@hearsay/reader/node");
  const files = await readKnowledgeFolder(folder);
  if (files.length === 0)
    throw new UsageError(`${folder} has no .tsv or .txt file; see packages/reader/knowledge`);
  return files;
}

const written = (problems: readonly Problem[], given: Given): string =>
  given.flag("json")
    ? `${JSON.stringify(problems, null, 2)}\n`
    : problems.map(({ file, line, message }) => `${file}:${line}: ${message}\n`).join("");
