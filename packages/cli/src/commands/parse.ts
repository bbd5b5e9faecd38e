import { declare, oneOf, operands } from "../command.ts";
import { conllu } from "../conllu.ts";
import { inputFrom, inputOptions } from "../input.ts";
import { openOutput } from "../output.ts";
import { theReader } from "../reader.ts";

export const parse = declare({
  usage: "FILE|URL|- [options]",
  about: `
Prints the language of one report alone: its sentences and words with lemma, part of speech and
dependency tree, in CoNLL-U (https://universaldependencies.org/format.html). Only the story has
words: captions, by-lines and links to other reports are left out.`,
  options: {
    format: { value: "conllu", help: "CoNLL-U, the only one" },
    ...inputOptions,
    output: { value: "FILE", short: "o", help: "writes there instead of standard output" },
  },
  examples: ["hearsay parse examples/protest.txt --format conllu"],
  async run(given) {
    const [source = "-"] = operands(given, ["FILE|URL|-"]);
    oneOf(given, "format", ["conllu"], "conllu");
    const input = await inputFrom(source, given);
    const output = await openOutput(given.option("output"));
    const reader = await theReader();
    for (const sentence of conllu(reader.parse(input))) await output.write(sentence);
    await output.close();
    return 0;
  },
});
