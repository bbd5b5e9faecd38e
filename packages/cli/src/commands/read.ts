import { declare, oneOf, operands } from "../command.ts";
import { dictionaryOptions, readerFor } from "../dictionaries.ts";
import { inputFrom, inputOptions } from "../input.ts";
import { openOutput } from "../output.ts";

const formats = ["text", "json", "html"] as const;

export const read = declare({
  usage: "FILE|URL|- [options]",
  about: `
Reads one report and prints what it says happened (who did what to whom, when and where),
on whose say-so, and in whose words. The report may be plain text, an HTML page, or a JSON
object {"text": …, "title"?, "published"?, "outlet"?, "url"?, "id"?}; "-" is standard input.
"Yesterday" and "on Monday" need the day of publication: give --published if the file lacks it.`,
  options: {
    format: {
      value: "text|json|html",
      help: "text for people (usual), json for programs, html for a page to share",
    },
    ...inputOptions,
    ...dictionaryOptions,
    output: { value: "FILE", short: "o", help: "writes there instead of standard output" },
  },
  examples: [
    "hearsay read examples/protest.txt --published 2025-08-22",
    "hearsay read examples/phone-call.json --format html -o reading.html",
    "hearsay read examples/protest.txt --dictionaries my-words",
    "curl -s https://example.org/report.html | hearsay read - --format json",
  ],
  async run(given) {
    const [source = "-"] = operands(given, ["FILE|URL|-"]);
    const format = oneOf(given, "format", formats, "text");
    const input = await inputFrom(source, given);
    const output = await openOutput(given.option("output"));
    const reading = (await readerFor(given)).read(input);
    if (format === "json") await output.write(`${JSON.stringify(reading, null, 2)}\n`);
    else {
      const { showPage, showText } = await import("@hearsay/show");
      const toTerminal = given.option("output") === undefined && process.stdout.isTTY === true;
      await output.write(
        format === "html" ? showPage(reading) : showText(reading, terminal(toTerminal)),
      );
    }
    await output.close();
    return 0;
  },
});

/** Width and colour as the terminal has them; https://no-color.org. */
export function terminal(isTerminal: boolean): { width: number; color: boolean } {
  const { NO_COLOR, TERM } = process.env;
  return {
    width: (isTerminal && process.stdout.columns) || 80,
    color: isTerminal && !NO_COLOR && TERM !== "dumb",
  };
}
