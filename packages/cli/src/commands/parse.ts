import type { ConlluSentence } from "@hearsay/evaluation/conllu";
import type { Reader } from "@hearsay/reader";
import { conllu } from "@hearsay/reader";
import { declare, oneOf, operands } from "../command.ts";
import { annotated } from "../conllu.ts";
import { conlluFrom, isConllu } from "../conllu-input.ts";
import { dictionaryOptions, readerFor } from "../dictionaries.ts";
import { inputFrom, inputOptions } from "../input.ts";
import { openOutput } from "../output.ts";

export const parse = declare({
  usage: "FILE|URL|- [options]",
  about: `
Prints the language of one report alone: its sentences and words with lemma, part of speech and
dependency tree, in CoNLL-U (https://universaldependencies.org/format.html), and with its names in
the last column (NER=B-PER, I-ORG, …). Only the story has words: captions, by-lines and links to
other reports are left out.
What is in CoNLL-U already keeps its sentences and words, comments and last column, and gets lemmas,
tags, tree and names anew; features, enhanced graphs and empty nodes are dropped.`,
  options: {
    format: { value: "conllu", help: "CoNLL-U, the only one" },
    from: { value: "report|conllu", help: "what FILE is; else its ending .conllu says so" },
    ...inputOptions,
    ...dictionaryOptions,
    output: { value: "FILE", short: "o", help: "writes there instead of standard output" },
  },
  examples: [
    "hearsay parse examples/protest.txt --format conllu",
    "hearsay parse words.conllu -o parsed.conllu",
  ],
  async run(given) {
    const [source = "-"] = operands(given, ["FILE|URL|-"]);
    oneOf(given, "format", ["conllu"], "conllu");
    const usual = isConllu(source) ? "conllu" : "report";
    const isGiven = oneOf(given, "from", ["report", "conllu"], usual) === "conllu";
    const input = isGiven ? await conlluFrom(source) : await inputFrom(source, given);
    const output = await openOutput(given.option("output"));
    const reader = await readerFor(given);
    const sentences = "text" in input ? conllu(reader.parse(input)) : again(reader, input);
    for (const sentence of sentences) await output.write(sentence);
    await output.close();
    return 0;
  },
});

/** Each document by itself: a name in one says nothing about another. */
function* again(reader: Reader, given: readonly ConlluSentence[]): Generator<string> {
  for (const document of documents(given)) {
    const words = document.map(({ words }) => words.map(({ form }) => form));
    yield* annotated(document, reader.parseWords(words));
  }
}

/** In order, as they follow each other in the file. */
function documents(given: readonly ConlluSentence[]): ConlluSentence[][] {
  const found: ConlluSentence[][] = [];
  for (const sentence of given) {
    const last = found.at(-1);
    if (last?.[0]?.document === sentence.document) last.push(sentence);
    else found.push([sentence]);
  }
  return found;
}
