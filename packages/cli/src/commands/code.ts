import type { Reader } from "@hearsay/reader";
import { declare, oneOf, UsageError } from "../command.ts";
import { dictionaryOptions, readerFor } from "../dictionaries.ts";
import { openOutput } from "../output.ts";
import { type Outcome, readInputs } from "../records.ts";

const formats = ["readings", "csv", "tsv", "ndjson", "cameo"] as const;

export const code = declare({
  usage: "INPUT…|- [options]",
  about: `
Reads many reports and prints one Reading a line, in the same order (JSON, in the form that
"hearsay read --format json" prints). An INPUT with the ending .jsonl or .ndjson, and standard
input ("-"), has one report a line: {"text": …, "id"?, "title"?, "published"?, "outlet"?,
"url"?}; any other is one report as text, HTML or JSON. What cannot be read is answered in its
place by a line {"id", "error": {"code", "message"}}, and the run goes on; it then ends with
exit code 1 and a count.`,
  options: {
    format: {
      value: "readings",
      help: "one Reading a line; csv, tsv, ndjson and cameo come with a later version",
    },
    ...dictionaryOptions,
    output: { value: "FILE", short: "o", help: "writes there instead of standard output" },
  },
  examples: [
    "hearsay code reports.jsonl --format readings -o readings.jsonl",
    "cat reports.jsonl | hearsay code - --format readings | head -1",
  ],
  async run(given) {
    const inputs = given.operands;
    if (inputs.length === 0)
      throw new UsageError("INPUT is missing; give files, or - for standard input");
    const format = oneOf(given, "format", formats, "readings");
    if (format !== "readings")
      throw new UsageError(`--format ${format} comes with a later version; use --format readings`);
    const output = await openOutput(given.option("output"));
    const reader = await readerFor(given);
    let done = 0;
    let failed = 0;
    for await (const outcome of readInputs(inputs)) {
      const answer = answerTo(reader, outcome);
      if ("error" in answer) failed++;
      else done++;
      await output.write(`${JSON.stringify(answer)}\n`);
    }
    await output.close();
    if (failed === 0) return 0;
    process.stderr.write(
      `read ${done} of ${done + failed} reports; ${failed} failed, each answered in its place with an "error"\n`,
    );
    return 1;
  },
});

/** A Reading, or the error in its place: one report never stops the run. */
function answerTo(reader: Reader, outcome: Outcome): object {
  if ("error" in outcome) return outcome;
  try {
    return reader.read(outcome.input);
  } catch (error) {
    const message = `internal error: ${(error as Error).message}`;
    return { id: outcome.id, error: { code: "internal", message } };
  }
}
