/** Our own language part: with names, as a report is read, and without, the core alone. */
import { readFileSync } from "node:fs";
import type { Tokens } from "@hearsay/reader/model";
import type { FoundName, Tool } from "./tool.ts";

type Models = Record<string, Uint8Array>;

const modelFile = (name: string): Uint8Array =>
  readFileSync(new URL(`../../packages/reader/models/${name}.model`, import.meta.url));

/** All code is imported only when the tool is opened: loading it is part of what is measured. */
async function openCore() {
  const model = await import("@hearsay/reader/model");
  const { languageReader } = await import("@hearsay/evaluation/language-reader");
  const models: Models = Object.fromEntries(
    model.englishModels.map((name) => [name, modelFile(name)]),
  );
  const english = model.readEnglish(models);
  const textTokens = (text: string) => model.textTokens(text, english.splitter);
  const parse = (text: string) =>
    model.parseTokens(english, model.textTokens(text, english.splitter));
  return { models, model, english, textTokens, parse, analyse: languageReader(english).text };
}

const sum = (models: Models): number =>
  Object.values(models).reduce((total, { length }) => total + length, 0);

export const hearsayCore: Tool = {
  name: "Hearsay, no names",
  async open() {
    const { models, parse, analyse } = await openCore();
    return { version: "", work: parse, analyse, parses: true, bytes: sum(models) };
  },
};

export const hearsay: Tool = {
  name: "Hearsay",
  async open() {
    const { models, model, english, textTokens, parse, analyse } = await openCore();
    const { findNames, loadActors, readNameModel } = await import("@hearsay/reader/names");
    const { readKnowledgeFolder } = await import("@hearsay/reader/node");
    const knowledge = new URL("../../packages/reader/knowledge/", import.meta.url);
    const actors = loadActors(await readKnowledgeFolder(knowledge), []);
    models["english.names"] = modelFile("english.names");
    const names = readNameModel(model.openModel(models, "english.names"), english.encoder);
    const find = (tokens: Tokens) => findNames(names, actors, tokens.form, tokens.first);
    return {
      version: "",
      work(text) {
        const parsed = parse(text);
        return [parsed, find(parsed.tokens)];
      },
      analyse,
      parses: true,
      names(text) {
        const tokens = textTokens(text);
        return find(tokens).flatMap(({ first, last, kind }): FoundName[] =>
          kind === "MISC" ? [] : [{ from: tokens.from[first]!, to: tokens.to[last]!, kind }],
        );
      },
      bytes: sum(models),
    };
  },
};
