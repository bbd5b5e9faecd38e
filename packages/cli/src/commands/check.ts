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
Without FOLDER it checks the reader's own knowledge. FOLDER has dictionaries of yours, as
--dictionaries takes them: files in the same formats, or actors, agents and verbs as TABARI and
PETRARCH write them. Of those it also says how much was taken (docs/own-dictionaries.md).`,
  options: {
    json: { help: "prints a list of {file, line, message}" },
  },
  examples: ["hearsay check", "hearsay check my-words"],
  async run(given) {
    const [folder, extra] = given.operands;
    if (extra !== undefined) throw new UsageError(`"${extra}" is one too many; give one folder`);
    const dictionaries = folder === undefined ? [] : await dictionaryFiles(folder);
    const reader = await theReader({ dictionaries });
    const problems = await problemsIn(reader, folder === undefined ? undefined : dictionaries);
    process.stdout.write(written(problems, given));
    process.stderr.write(`${[...taken(reader), counted(problems.length)].join("\n")}\n`);
    return problems.length === 0 ? 0 : 1;
  },
});

const counted = (count: number): string =>
  count === 0 ? "no problem found" : `${count} problem${count === 1 ? "" : "s"}`;

async function problemsIn(
  reader: Reader,
  dictionaries: readonly KnowledgeFile[] | undefined,
): Promise<Problem[]> {
  const { checkKnowledge } = await import("@hearsay/reader");
  if (dictionaries === undefined) return checkKnowledge(reader);
  return problemsOf(checkKnowledge(reader, { own: true }), dictionaries);
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
