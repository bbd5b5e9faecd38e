/**
 * wink-nlp (MIT) with its model for English, on: sentence ends, parts of speech, lemmas. Its entities
 * are dates, amounts and the like; people, organisations and places are none of them.
 */
import { createRequire } from "node:module";
import type { AnalysedWord, Analysis } from "@hearsay/evaluation/language";
import type { ItsHelpers, Model, WinkMethods } from "wink-nlp";
import { bytesAt, type Tool, unparsed } from "./tool.ts";

const require = createRequire(import.meta.url);

export const wink: Tool = {
  name: "wink-nlp",
  async open() {
    const winkNlp = require("wink-nlp") as (model: Model, pipe: string[]) => WinkMethods;
    const nlp = winkNlp(require("wink-eng-lite-web-model") as Model, ["sbd", "pos"]);
    return {
      version: (require("wink-nlp/package.json") as { version: string }).version,
      work: (text) => columnsOf(nlp, text),
      analyse: (text) => analysisOf(columnsOf(nlp, text)),
      parses: false,
      bytes: bytesAt(
        new URL("dist", `file://${require.resolve("wink-eng-lite-web-model/package.json")}`),
      ),
    };
  },
};

function columnsOf({ readDoc, its }: WinkMethods, text: string) {
  const document = readDoc(text);
  const tokens = document.tokens();
  const column = <Value>(of: ItsHelpers[keyof ItsHelpers]): Value[] =>
    tokens.out(of as never) as Value[];
  return {
    form: column<string>(its.value),
    before: column<string>(its.precedingSpaces),
    upos: column<string>(its.pos),
    lemma: column<string>(its.lemma),
    /** First and last token of each sentence. */
    sentences: document.sentences().out(its.span as never) as unknown as [number, number][],
  };
}

function analysisOf({
  form,
  before,
  upos,
  lemma,
  sentences,
}: ReturnType<typeof columnsOf>): Analysis {
  let at = 0;
  const words = form.map((each, i): AnalysedWord => {
    const from = at + before[i]!.length;
    at = from + each.length;
    // Its lemmas are in small letters; the treebank keeps the capitals of names.
    const base = upos[i] === "PROPN" || each === "I" ? each : lemma[i]!;
    return { from, to: at, upos: upos[i]!, lemma: base, ...unparsed };
  });
  return {
    sentences: sentences.map(([first, last]) =>
      words.slice(first, last + 1).filter(({ upos }) => upos !== "SPACE"),
    ),
  };
}
