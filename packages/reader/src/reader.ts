/**
 * The reader: its stages in their order. This is the table of contents of the whole package; each
 * stage is one file in `stages/`, and what it knows lies in `knowledge/` and `models/`.
 */
import { alikeOf } from "./knowledge/alike.ts";
import { type Knowledge, readKnowledge } from "./knowledge/knowledge.ts";
import { type ForeignFile, translated } from "./knowledge/petrarch/index.ts";
import type { KnowledgeFile, Problem } from "./knowledge/table.ts";
import { modelStamp, openModel } from "./model/container.ts";
import { type English, readEnglish } from "./model/english.ts";
import { assemble } from "./reading/assemble.ts";
import type { Listener } from "./reading/because.ts";
import type { Layers, ReportInput } from "./reading/layers.ts";
import type { ReaderStamp, Reading } from "./reading/reading.ts";
import { type AnyStage, pipeline } from "./reading/stage.ts";
import { dates } from "./stages/dates.ts";
import { entities } from "./stages/entities.ts";
import { events } from "./stages/events.ts";
import { figures } from "./stages/figures.ts";
import { givenWords } from "./stages/given-words.ts";
import { lemmas } from "./stages/lemmas.ts";
import { names, readNameModel } from "./stages/names.ts";
import { paragraphs } from "./stages/paragraphs.ts";
import { places } from "./stages/places.ts";
import { quotations } from "./stages/quotations.ts";
import { report } from "./stages/report.ts";
import { sentences } from "./stages/sentences.ts";
import { statements } from "./stages/statements.ts";
import { tags } from "./stages/tags.ts";
import { tokens } from "./stages/tokens.ts";
import { tree } from "./stages/tree.ts";
import { wording } from "./stages/wording.ts";
import { hash } from "./text/hash.ts";

export const version = "0.1.0";

/** What a reader is made from: the files of the knowledge folder and the bytes of the models. */
export interface ReaderData {
  readonly knowledge: readonly KnowledgeFile[];
  /** By name without ".model": "english.parser". */
  readonly models: Readonly<Record<string, Uint8Array>>;
}

export interface ReadOptions {
  /** Hears what a stage looked at and did not make an item of: "why not?". */
  readonly refused?: Listener;
}

export interface Reader {
  readonly stamp: ReaderStamp;
  readonly knowledge: Knowledge;
  /** What is wrong in the knowledge files; the rows concerned are left out. */
  readonly problems: readonly Problem[];
  /** The user's own dictionaries that are in formats of PETRARCH and TABARI, and what was taken. */
  readonly foreign: readonly ForeignFile[];
  /** Reads one report. Pure: the same input and stamp give the same Reading. */
  read(input: ReportInput, options?: ReadOptions): Reading;
  /** The same with every layer, in columns: tokens, tags, trees and all. */
  layers(input: ReportInput, options?: ReadOptions): Layers;
  /** The layers of the language alone: sentences, tokens, tags, lemmas, tree, names. */
  parse(input: ReportInput | string): Layers;
  /** The same of sentences whose words are given; they stand in one paragraph. */
  parseWords(sentences: readonly (readonly string[])[]): Layers;
  /** Milliseconds that each stage takes for a report, by a clock that the caller brings. */
  time(input: ReportInput, now: () => number): { readonly stage: string; readonly ms: number }[];
}

const textStages = (english: English): AnyStage[] => [
  paragraphs(),
  report(),
  sentences(english.splitter),
  tokens(),
];

const languageStages = (
  knowledge: Knowledge,
  models: ReaderData["models"],
  english: English,
): AnyStage[] => [
  tags(english, knowledge.vocabulary.verbs),
  lemmas(english, knowledge.vocabulary),
  tree(english),
  names(readNameModel(openModel(models, "english.names"), english.encoder), knowledge.actors),
];

const readingStages = (knowledge: Knowledge): AnyStage[] => [
  dates(knowledge.dates),
  places(knowledge.actors),
  entities(knowledge.actors),
  quotations(),
  statements(knowledge.cues),
  events(knowledge),
  figures(knowledge.figures),
  wording(knowledge.wording),
];

const stampOf = ({ knowledge, models }: ReaderData): ReaderStamp => ({
  version,
  models: Object.fromEntries(
    Object.entries(models).map(([name, bytes]) => [name, modelStamp(bytes)]),
  ),
  knowledge: hash(knowledge.map(({ path, text }) => `${path}\n${text}`).join("\n")),
});

/** A reader over given data; throws when a model is missing or damaged. */
export function createReader(data: ReaderData): Reader {
  const problems: Problem[] = [];
  const { files, foreign } = translated(data.knowledge, problems);
  const knowledge = readKnowledge(files, problems);
  const english = { ...readEnglish(data.models), alike: alikeOf(knowledge.actors) };
  const text = textStages(english);
  const language = languageStages(knowledge, data.models, english);
  const stages = [...text, ...language, ...readingStages(knowledge)];
  const run = pipeline(stages);
  const parse = pipeline([...text, ...language]);
  let stamp: ReaderStamp | undefined;
  const stamped = () => {
    stamp ??= stampOf(data);
    return stamp;
  };
  return {
    get stamp() {
      return stamped();
    },
    knowledge,
    problems,
    foreign,
    read: (input, options = {}) => assemble(run(input, options.refused), stamped()),
    layers: (input, options = {}) => run(input, options.refused),
    parse: (input) => parse(typeof input === "string" ? { text: input } : input),
    parseWords: (sentences) => pipeline([givenWords(sentences), ...language])({ text: "" }),
    time: (input, now) => timed(stages, input, now),
  };
}

function timed(stages: readonly AnyStage[], input: ReportInput, now: () => number) {
  let layers: object = { input };
  return stages.map((each) => {
    const start = now();
    layers = { ...layers, ...each.run(layers, () => {}) };
    return { stage: each.name, ms: now() - start };
  });
}
