/** What `hearsay evaluate` does with a gold file of each kind but events (event-scores.ts). */
import { scoreLanguage, scoreWords } from "@hearsay/evaluation/language";
import { analysisOf, languageReader } from "@hearsay/evaluation/language-reader";
import { scoreNames } from "@hearsay/evaluation/names";
import { type GoldReport, scoreStatements } from "@hearsay/evaluation/statements";
import type { KnowledgeFile } from "@hearsay/reader";
import { readEnglish } from "@hearsay/reader/model";
import { loadData } from "@hearsay/reader/node";
import { atLine } from "./conllu-input.ts";
import { withOwn } from "./dictionaries.ts";
import { goldText, wrongGold } from "./gold-text.ts";

type Scorer = (path: string, dictionaries: readonly KnowledgeFile[]) => Promise<object>;

export const scorers: Readonly<Record<string, Scorer>> = {
  language,
  names,
  statements,
};

async function language(path: string, dictionaries: readonly KnowledgeFile[]): Promise<object> {
  const gold = await goldText(path);
  if (!/^\d+(?:-\d+)?\t/m.test(gold))
    throw wrongGold(path, "CoNLL-U: ten columns a word, with tabs");
  const data = await loadData();
  const models = languageReader(readEnglish(data.models));
  const reader = await withOwn(data, dictionaries);
  return atLine(path, () => ({
    ...scoreLanguage(gold, models, () => performance.now()),
    reader: scoreWords(gold, (sentences) => analysisOf(reader.parseWords(sentences))),
  }));
}

async function names(path: string, dictionaries: readonly KnowledgeFile[]): Promise<object> {
  const gold = await goldText(path);
  if (!/^\d+\t[^\t\n]+\t[BIO]/m.test(gold))
    throw wrongGold(path, "IOB2: number, word and label a line, with tabs");
  const reader = await withOwn(await loadData(), dictionaries);
  return scoreNames(gold, (sentences) => reader.parseWords(sentences).names, path);
}

async function statements(path: string, dictionaries: readonly KnowledgeFile[]): Promise<object> {
  const gold = await goldLines<GoldReport>(path, "statements");
  const reader = await withOwn(await loadData(), dictionaries);
  const readings = gold.map(({ id, text, title, outlet, published }) =>
    reader.read({
      id,
      text,
      ...(title ? { title } : {}),
      ...(outlet ? { outlet } : {}),
      ...(published ? { published } : {}),
    }),
  );
  return scoreStatements(gold, readings);
}

/** One JSON object a line, each with a `text` and a list named after the kind. */
async function goldLines<Gold>(path: string, list: string): Promise<Gold[]> {
  const lines = (await goldText(path)).split("\n");
  return lines.flatMap((line, k) => {
    if (line.trim() === "") return [];
    const gold = objectOf(line);
    if (typeof gold.text === "string" && Array.isArray(gold[list])) return [gold as Gold];
    throw wrongGold(`${path}:${k + 1}`, `a JSON object with "text" and "${list}"`);
  });
}

function objectOf(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
