/** Trains the name model: units of known names, features from `templates/names.txt`, a CRF. */
import { readFileSync } from "node:fs";
import {
  bioFollows,
  type Clusters,
  packLinear,
  sequenceTemplates,
  writeModel,
} from "@hearsay/reader/model";
import {
  type Actors,
  chainFeatures,
  listBits,
  type NameWords,
  nameAttributes,
  nameColumns,
  type Units,
  unitsOf,
} from "@hearsay/reader/names";
import { trainCrf } from "./crf.ts";
import { type NameCorpus, trainingFiles } from "./names-data.ts";

/** Chosen on the development part of UNER EWT. */
export const nameEffort = {
  epochs: 5,
  /** Features met less often are left out. */
  least: 2,
  rate: 0.1,
  decay: 1e-4,
  /**
   * Taken off the weight of every step to "O". A CRF that has learnt from few names is shy of new
   * ones; finding more costs a little precision.
   */
  shyness: 0.1,
} as const;

export interface NameTask {
  readonly corpus: NameCorpus;
  /** The tables as the reader has them: the model must be trained again when they change. */
  readonly actors: Actors;
  readonly clusters: Clusters;
  readonly effort?: typeof nameEffort;
  /** Goes into the model's facts. */
  readonly card?: Readonly<Record<string, unknown>>;
  readonly progress?: (line: string) => void;
}

const textOf = (name: string): string =>
  readFileSync(new URL(`../templates/${name}.txt`, import.meta.url), "utf8");

/** The bytes of the model file. */
export function makeNames(task: NameTask): Uint8Array {
  const { corpus, actors, clusters, effort = nameEffort, progress } = task;
  const text = textOf("names");
  const templates = sequenceTemplates(text, nameAttributes);
  const lists = readLists(textOf("name-words"));
  const units = unitsOf(actors, corpus.words.flat(), firstOf(corpus.words));
  const sources = { actors, clusters, bits: listBits(lists) };
  const columns = nameColumns(units, sources, sourceOf(corpus, units));
  const labels = unitLabels(units, corpus.labels.flat());
  const classes = [...new Set(labels)].sort();
  const { features, follow } = trainCrf({
    ...effort,
    features: chainFeatures(templates, ["label", ...nameAttributes], columns, units.first),
    width: templates.count,
    first: units.first,
    gold: Int32Array.from(labels, (label) => classes.indexOf(label)),
    labels: classes.length,
    allowed: bioFollows(classes),
    seed: 1,
    ...(progress ? { progress } : {}),
  });
  const bold = Array.from(follow, (weight, at) =>
    classes[at % classes.length] === "O" ? weight - effort.shyness : weight,
  );
  const { sections, scale } = packLinear(features, "linear");
  const facts = {
    ...task.card,
    data: trainingFiles,
    effort,
    templates: text,
    attributes: nameAttributes,
    classes,
    scale,
    lists,
    follow: bold,
  };
  return writeModel({ kind: "names", name: "english.names", version: 1, facts }, sections);
}

export const firstOf = (sentences: readonly (readonly string[])[]): Int32Array => {
  const first = new Int32Array(sentences.length + 1);
  sentences.forEach((words, s) => {
    first[s + 1] = first[s]! + words.length;
  });
  return first;
};

/** Labels of units: that of a unit's first token. */
function unitLabels({ token, count }: Units, labels: readonly string[]): string[] {
  const own: string[] = [];
  for (let u = 0; u < count; u++) {
    const label = labels[token[u]!]!;
    const before = own.at(-1) ?? "O";
    const continues = label.startsWith("I-") && before.slice(1) === label.slice(1);
    own.push(label === "O" || continues ? label : `B-${label.slice(2)}`);
  }
  return own;
}

/** The corpus of each unit. */
function sourceOf({ source }: NameCorpus, { first, count }: Units): Int32Array {
  const column = new Int32Array(count + 1);
  source.forEach((each, s) => {
    column.fill(each, first[s]!, first[s + 1]!);
  });
  return column;
}

/** Lines "name: words". */
function readLists(text: string): NameWords {
  const lines = text.split("\n").filter((line) => line.includes(":") && !line.startsWith("#"));
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    }),
  );
}
