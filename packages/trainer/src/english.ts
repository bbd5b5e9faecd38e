/** Trains the models of English, each from what those before it say. */

import { readFileSync } from "node:fs";
import type { Tags } from "@hearsay/reader/model";
import {
  type Clusters,
  columnsOf,
  type English,
  layersFromTokens,
  lemmasOf,
  readModel,
  readTagger,
  surroundingsOf,
  type Tagger,
  type Tokens,
  tagsOf,
  textSection,
  wordAttributes,
  wordKey,
  writeModel,
} from "@hearsay/reader/model";
import { irregularVerbs, learnLemmas } from "./lemmas.ts";
import { trainParser } from "./parser.ts";
import { trainSequence } from "./sequence.ts";
import { resetCopies, type TrainingSentence } from "./treebank.ts";

export const templatesOf = (name: string): string =>
  readFileSync(new URL(`../templates/${name}.txt`, import.meta.url), "utf8");

export interface Effort {
  readonly taggerEpochs: number;
  readonly parserEpochs: number;
  readonly taggerMargin: number;
  readonly parserMargin: number;
  /** Parts the treebank is cut into, so that the parser learns on tags as wrong as in use; 0: gold tags. */
  readonly folds: number;
  readonly foldEpochs: number;
  /** Features updated less often are left out. */
  readonly taggerLeast: number;
  readonly parserLeast: number;
  readonly progress: (line: string) => void;
}

type Made = Uint8Array;
const version = 1;
const license = "CC BY-SA 4.0";

/** One line a cluster: its path, then its words. */
export function makeClusters(tsv: string): Made {
  const words = new Map<string, string[]>();
  for (const line of tsv.split("\n")) {
    const [path, word] = line.split("\t");
    if (path && word && !word.includes(" ")) words.set(path, [...(words.get(path) ?? []), word]);
  }
  const text = [...words].map(([path, list]) => [path, ...list].join(" ")).join("\n");
  const about = { kind: "clusters", name: "english.clusters", version, facts: { license } };
  return writeModel(about, { words: textSection(text) });
}

export function makeLemmas(sentences: readonly TrainingSentence[]): Made {
  const examples = sentences.flatMap((words) =>
    words.map(({ form, xpos, lemma }) => ({ form, tag: xpos, lemma })),
  );
  examples.push(...irregularVerbs(templatesOf("irregular")));
  const about = { kind: "lemmas", name: "english.lemmas", version, facts: { license } };
  return writeModel(about, { rules: textSection(learnLemmas(examples)) });
}

const tokensOf = (sentences: readonly TrainingSentence[]) =>
  layersFromTokens(sentences.map((words) => words.map(({ form }) => form))).tokens;

export function makeTagger(
  sentences: readonly TrainingSentence[],
  clusters: Clusters,
  effort: Effort,
): Made {
  const all = [...sentences, ...resetCopies(sentences, 11)];
  const tokens = tokensOf(all);
  const trained = trainSequence({
    templates: templatesOf("tagger"),
    attributes: [...wordAttributes],
    columns: columnsOf({ clusters }, tokens),
    first: tokens.first,
    labels: all.flatMap((words) => words.map(({ upos, xpos }) => `${upos} ${xpos}`)),
    epochs: effort.taggerEpochs,
    margin: effort.taggerMargin,
    seed: 1,
    least: effort.taggerLeast,
    progress: (line) => effort.progress(`tagger ${line}`),
  });
  const about = { kind: "tagger", name: "english.tagger", version };
  const sure = sureWords(tokens, clusters, all, trained.facts.classes as string[]);
  const sections = { ...trained.sections, sure: textSection(sure) };
  return writeModel({ ...about, facts: { license, ...trained.facts } }, sections);
}

/** How often a word must have been seen, and how purely, to go by its tag unscored. */
const isSure = (count: number, best: number): boolean =>
  (count >= 8 && best === count) || (count >= 40 && best >= 0.995 * count);

/** Lines `word TAB class` for the words that have one tag, all but always. */
export function sureWords(
  tokens: Tokens,
  clusters: Clusters,
  sentences: readonly TrainingSentence[],
  classes: readonly string[],
): string {
  const columns = columnsOf({ clusters }, tokens);
  const seen = new Map<string, Map<string, number>>();
  sentences.flat().forEach(({ upos, xpos }, i) => {
    const key = wordKey(columns, i, tokens.form[i]!);
    const counts = seen.get(key) ?? new Map<string, number>();
    seen.set(key, counts);
    const tag = `${upos} ${xpos}`;
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  });
  return [...seen]
    .flatMap(([key, counts]) => {
      const [tag, best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
      const count = [...counts.values()].reduce((a, b) => a + b, 0);
      return isSure(count, best) ? [`${key}\t${classes.indexOf(tag)}`] : [];
    })
    .sort()
    .join("\n");
}

/** Tags of the whole treebank, each part by a tagger that has not seen it. */
function jackknifed(
  sentences: readonly TrainingSentence[],
  clusters: Clusters,
  whole: Tagger,
  effort: Effort,
): Tags {
  const tagged: Tags[] = [];
  const slice = Math.ceil(sentences.length / effort.folds);
  for (let fold = 0; fold < effort.folds; fold++) {
    const from = fold * slice;
    const others = [...sentences.slice(0, from), ...sentences.slice(from + slice)];
    const tagger = readTagger(
      readModel(makeTagger(others, clusters, { ...effort, taggerEpochs: effort.foldEpochs })),
    );
    const held = tagsOf({ clusters, tagger }, tokensOf(sentences.slice(from, from + slice)));
    tagged.push(renamed(held, whole));
  }
  const joined = (pick: (tags: Tags) => Uint8Array): Uint8Array =>
    Uint8Array.from(tagged.flatMap((each) => [...pick(each)]));
  return {
    ...tagged[0]!,
    upos: joined(({ upos }) => upos),
    xpos: joined(({ xpos }) => xpos),
    margin: new Float32Array(0),
  };
}

/** The same tags, numbered as another tagger does. */
const renamed = (tags: Tags, { uposNames, xposNames }: Tagger): Tags => ({
  upos: tags.upos.map((each) => uposNames.indexOf(tags.uposNames[each]!)),
  xpos: tags.xpos.map((each) => xposNames.indexOf(tags.xposNames[each]!)),
  uposNames,
  xposNames,
  margin: tags.margin,
});

const goldTags = (
  sentences: readonly TrainingSentence[],
  { uposNames, xposNames }: Tagger,
): Tags => ({
  upos: Uint8Array.from(sentences.flat(), ({ upos }) => uposNames.indexOf(upos)),
  xpos: Uint8Array.from(sentences.flat(), ({ xpos }) => xposNames.indexOf(xpos)),
  uposNames,
  xposNames,
  margin: new Float32Array(0),
});

export function makeParser(
  sentences: readonly TrainingSentence[],
  english: Omit<English, "parser">,
  effort: Effort,
): Made {
  const { clusters, tagger, lemmatiser } = english;
  const tokens = tokensOf(sentences);
  const tags =
    effort.folds > 1
      ? jackknifed(sentences, clusters, tagger, effort)
      : goldTags(sentences, tagger);
  const lemmas = lemmasOf(lemmatiser, tokens.form, tags);
  const trained = trainParser({
    moveTemplates: templatesOf("moves"),
    labelTemplates: templatesOf("labels"),
    around: surroundingsOf(columnsOf({ clusters }, tokens), tokens, tags, lemmas),
    first: tokens.first,
    heads: sentences.map((words) => words.map(({ head }) => head)),
    relations: sentences.map((words) => words.map(({ relation }) => relation)),
    epochs: effort.parserEpochs,
    margin: effort.parserMargin,
    seed: 2,
    least: effort.parserLeast,
    progress: (line) => effort.progress(`parser ${line}`),
  });
  const about = { kind: "parser", name: "english.parser", version };
  return writeModel({ ...about, facts: { license, ...trained.facts } }, trained.sections);
}
