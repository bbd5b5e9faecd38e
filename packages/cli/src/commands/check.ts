import type { KnowledgeFile, Problem, Reader } from "@hearsay/reader";
import { declare, type Given, UsageError } from "../command.ts";
import { dictionaryFiles, lineOf, problemsOf } from "../dictionaries.ts";
import { theReader } from "../reader.ts";

export const check = declare({
  usage: "[FOLDER] [options]",
  about: `
Checks knowledge files: that every row is well formed and refers to things that exist, and that
every example gives what it says when the reader reads it. Prints what is wrong, one
"file:line: …" a line, and ends with exit code 1 when there is something.
Without FOLDER it checks the reader's own knowledge, and counts how often each row of frames, cues
and wording fires on the 300 sentences of examples/sample-sentences.txt: a row that fires far more
often than examples/sample-counts.tsv says is reported. FOLDER has dictionaries of yours, as
--dictionaries takes them: files in the same formats, or actors, agents and verbs as TABARI and
PETRARCH write them. Of those it also says how much was taken (docs/own-dictionaries.md).`,
  options: {
    counts: { help: "prints every row whose count has changed, and a sentence it fires on" },
    "update-counts": { help: "writes the counts of now to examples/sample-counts.tsv" },
    json: { help: "prints a list of {file, line, message}" },
  },
  examples: ["hearsay check", "hearsay check --counts", "hearsay check my-words"],
  async run(given) {
    const [folder, extra] = given.operands;
    if (extra !== undefined) throw new UsageError(`"${extra}" is one too many; give one folder`);
    if (folder !== undefined && (given.flag("counts") || given.flag("update-counts")))
      throw new UsageError("counts are those of the reader's own knowledge; leave the folder out");
    const dictionaries = folder === undefined ? undefined : await dictionaryFiles(folder);
    const reader = await theReader(dictionaries ? { dictionaries } : {});
    const problems = dictionaries
      ? await problemsIn(reader, dictionaries)
      : await ownProblems(reader, given);
    process.stdout.write(written(problems, given));
    process.stderr.write(`${[...taken(reader), counted(problems.length)].join("\n")}\n`);
    return problems.length === 0 ? 0 : 1;
  },
});

const counted = (count: number): string =>
  count === 0 ? "no problem found" : `${count} problem${count === 1 ? "" : "s"}`;

async function problemsIn(
  reader: Reader,
  dictionaries: readonly KnowledgeFile[],
): Promise<Problem[]> {
  const { checkKnowledge } = await import("@hearsay/reader");
  return problemsOf(checkKnowledge(reader, { own: true }), dictionaries);
}

async function ownProblems(reader: Reader, given: Given): Promise<Problem[]> {
  const { checkKnowledge } = await import("@hearsay/reader");
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

/** "verbs.txt: 120 verbs and 340 patterns taken, 12 left out": of files in formats of other programs. */
const taken = ({ foreign }: Reader): string[] =>
  foreign.map(({ file, kind, taken, leftOut }) => {
    const counts = Object.entries(taken).map(([what, count]) => `${count} ${what}`);
    const told = counts.length === 0 ? `${kind}: nothing` : counts.join(" and ");
    return `${file}: ${told} taken, ${leftOut} left out`;
  });

const written = (problems: readonly Problem[], given: Given): string =>
  given.flag("json") ? `${JSON.stringify(problems, null, 2)}\n` : problems.map(lineOf).join("");
