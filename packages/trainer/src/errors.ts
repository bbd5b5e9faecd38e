/**
 * Prints where the trees of the models go wrong on the development sets, words given; with
 * --sentences also the first sentences of news that have an error, each wrong word on a line:
 *
 *     node --conditions=hearsay-source packages/trainer/src/errors.ts --data ../shared/data --models packages/reader/models [--sentences 20]
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { languageReader } from "@hearsay/evaluation/language-reader";
import { englishModels, readEnglish } from "@hearsay/reader/model";
import {
  type Counts,
  countsBy,
  distanceOf,
  genreOf,
  type JudgedSentence,
  type JudgedWord,
  judgedWords,
  lengthOf,
  relationErrors,
  tagConfusions,
  wrongLines,
} from "./error-counts.ts";
import { readTreebank, treebanks } from "./treebank.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string", default: join(process.env.HEARSAY_SHARED ?? "../shared", "data") },
    models: { type: "string", default: "packages/reader/models" },
    sentences: { type: "string", default: "0" },
  },
});

const newsGenres = new Set(["news", "weblog"]);
const lengthOrder = ["1-10", "11-20", "21-30", "31-40", "41+"];
const distanceOrder = ["root", "1", "2", "3-6", "7+"];
/** Confusions of tags, and relations found instead, to print. */
const mostTags = 15;
const mostInstead = 4;

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2);
const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, k) => (k === 0 ? String(cell).padEnd(14) : String(cell).padStart(7))).join(" ");

function countsTable(counts: ReadonlyMap<string, Counts>, order: readonly string[]): string[] {
  const lines = order.flatMap((name) => {
    const own = counts.get(name);
    if (!own) return [];
    const shares = [own.both, own.head, own.upos].map((part) => percent(part, own.words));
    return [row([name, own.words, ...shares, own.words - own.both])];
  });
  return [row(["", "words", "LAS", "UAS", "UPOS", "errors"]), ...lines];
}

function relationTable(words: readonly JudgedWord[]): string[] {
  const lines = relationErrors(words).map(({ relation, words: all, right, headOnly, instead }) => {
    const found = instead.slice(0, mostInstead).map(([name, count]) => `${name} ${count}`);
    const cells = [relation, all, percent(right, all), all - right, headOnly];
    return `${row(cells)}  ${found.join(", ")}`;
  });
  return [`${row(["", "words", "recall", "errors", "head"])}  instead`, ...lines];
}

function report(name: string, sentences: readonly JudgedSentence[]): string[] {
  const words = judgedWords(sentences);
  const byGenre = countsBy(words, ({ sentence }) => genreOf(sentence.gold));
  const all = countsBy(words, () => "all");
  return [
    `${name}: ${sentences.length} sentences`,
    ...countsTable(new Map([...byGenre, ...all]), [...[...byGenre.keys()].sort(), "all"]),
    "\nby words in the sentence",
    ...countsTable(countsBy(words, lengthOf), lengthOrder),
    "\nby distance to the head",
    ...countsTable(countsBy(words, distanceOf), distanceOrder),
    "\nby relation (head: only the head is wrong)",
    ...relationTable(words),
    "\ntags found for others",
    ...tagConfusions(words)
      .slice(0, mostTags)
      .map(([pair, count]) => row([pair, count])),
    "",
  ];
}

/** The first sentences of news with an error, with their wrong words. */
function newsErrors(sentences: readonly JudgedSentence[], most: number): string[] {
  return sentences
    .filter(({ gold }) => newsGenres.has(genreOf(gold)))
    .map((sentence) => ({ gold: sentence.gold, lines: wrongLines(sentence) }))
    .filter(({ lines }) => lines.length > 0)
    .slice(0, most)
    .flatMap(({ gold, lines }) => [
      `${gold.id}: ${gold.words.map(({ form }) => form).join(" ")}`,
      ...lines.map((line) => `    ${line}`),
    ]);
}

const files = Object.fromEntries(
  englishModels.map((name) => [name, readFileSync(join(values.models, `${name}.model`))]),
);
const reader = languageReader(readEnglish(files));

function judge(folder: string): JudgedSentence[] {
  const treebank = readTreebank(join(values.data, "treebanks", folder, "dev.conllu"));
  const { sentences } = reader.words(treebank.map(({ words }) => words.map(({ form }) => form)));
  return treebank.map((gold, s) => ({ gold, found: sentences[s]! }));
}

// GUM first: it has the news.
const judged = Object.entries(treebanks)
  .reverse()
  .map(([name, folder]) => [name, judge(folder)] as const);
for (const [name, sentences] of judged) console.log(report(name, sentences).join("\n"));
const most = Number(values.sentences);
const everything = judged.flatMap(([, sentences]) => sentences);
if (most > 0) console.log(newsErrors(everything, most).join("\n"));
