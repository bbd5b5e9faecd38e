import { declare, type Given, operands, UsageError } from "../command.ts";
import { dictionaryOptions, givenDictionaries } from "../dictionaries.ts";
import { openOutput } from "../output.ts";
import { terminal } from "./read.ts";

const kinds = ["language", "names", "events", "statements"];

export const evaluate = declare({
  usage: "language|names|events|statements GOLD [options]",
  about: `
Reads what people have annotated by hand and prints how much of it the reader gets right, in
per cent. GOLD is, for language, a treebank in CoNLL-U; for names, words with labels in IOB2; for
events and statements, one JSON object a line with "text" and the list of what is in it
(docs/evaluation.md). Of events the sentences that were read worst are shown, with the reasons.
Lines of gold that cannot be used are told and left out; the exit code is 1 then.`,
  options: {
    json: { help: "prints the scores as one JSON object" },
    html: { value: "FILE", help: "writes the tables and the worst sentences of events as a page" },
    ...dictionaryOptions,
  },
  examples: [
    "hearsay evaluate language en_ewt-ud-test.conllu",
    "hearsay evaluate events gold.jsonl --html gold.html",
    "hearsay evaluate statements gold.jsonl --json",
  ],
  async run(given) {
    const [kind = "", path = ""] = operands(given, [kinds.join("|"), "GOLD"]);
    if (!kinds.includes(kind)) throw new UsageError(`"${kind}" is not one of ${kinds.join(", ")}`);
    if (kind === "events") return events(path, given);
    if (given.option("html") !== undefined)
      throw new UsageError(`--html is for events; ${kind} has text and --json`);
    const { scorers } = await import("../scoring.ts");
    const scores = await scorers[kind]!(path, await givenDictionaries(given));
    process.stdout.write(
      given.flag("json") ? `${JSON.stringify(scores, null, 2)}\n` : `${table(scores).join("\n")}\n`,
    );
    return 0;
  },
});

async function events(path: string, given: Given): Promise<number> {
  const { eventReport } = await import("../event-scores.ts");
  const { showSheet, showSheetPage } = await import("@hearsay/show");
  const html = given.option("html");
  const page = html === undefined ? undefined : await openOutput(html);
  const { json, sheet, problems } = await eventReport(path, await givenDictionaries(given));
  await page?.write(showSheetPage(sheet));
  await page?.close();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (html !== "-")
    process.stdout.write(
      given.flag("json")
        ? `${JSON.stringify(json, null, 2)}\n`
        : showSheet(sheet, terminal(process.stdout.isTTY === true)),
    );
  return problems.length === 0 ? 0 : 1;
}

/** Scores as indented lines; groups of bare numbers on one line. */
function table(scores: object, indent = ""): string[] {
  const entries = Object.entries(scores);
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.flatMap(([name, value]) => {
    if (typeof value !== "object" || value === null)
      return [`${indent}${name.padEnd(width)}  ${shown(value)}`];
    const inner = Object.entries(value);
    if (inner.length > 0 && inner.every(([, each]) => typeof each !== "object" || each === null)) {
      const cells = inner.map(([key, each]) => `${key} ${shown(each)}`);
      return [`${indent}${name.padEnd(width)}  ${cells.join("  ")}`];
    }
    return [`${indent}${name}`, ...table(value, `${indent}  `)];
  });
}

const shown = (value: unknown): string => (value === null ? "–" : String(value));
