/**
 * Name corpora as IOB2 files in a data folder, with labels brought to PER, ORG, LOC and O. Words
 * that carry another kind of name are O.
 */
import { readFileSync } from "node:fs";
import { type NameDocument, readNameDocuments } from "@hearsay/evaluation/names";

export interface NameCorpus {
  /** The number of its file among the training files, for each sentence. */
  readonly source: readonly number[];
  readonly words: readonly (readonly string[])[];
  readonly labels: readonly (readonly string[])[];
}

const kinds: Readonly<Record<string, string>> = {
  PER: "PER",
  ORG: "ORG",
  LOC: "LOC",
  Person: "PER",
  Organisation: "ORG",
  Location: "LOC",
  MilitaryPlatform: "O",
};

/** "B-Person" as "B-PER"; kinds that are not ours as "O". */
function mapped(label: string): string {
  const kind = kinds[label.slice(2)];
  return kind === undefined || kind === "O" ? "O" : `${label.slice(0, 2)}${kind}`;
}

const read = (path: string): NameDocument[] => readNameDocuments(readFileSync(path, "utf8"), path);

/** Files to train on, by the path below the data folder. */
export const trainingFiles = [
  "names/uner-ewt/train.iob2",
  "names/gum-open/train.iob2",
  "names/wikigold/train.iob2",
  "names/re3d-open/all.iob2",
] as const;

/** All sentences to train on. Those of GUM's conversations are left out: their licence is doubtful. */
export function readTrainingNames(
  folder: string,
  files: readonly string[] = trainingFiles,
): NameCorpus {
  const conversations = conversationSentences(`${folder}/treebanks/gum-open/train.conllu`);
  const words: (readonly string[])[] = [];
  const labels: (readonly string[])[] = [];
  const source: number[] = [];
  for (const file of files)
    for (const document of read(`${folder}/${file}`))
      document.words.forEach((sentence, s) => {
        if (file.includes("gum") && conversations.has(sentence.join(" "))) return;
        const own = document.labels[s]!.map(mapped);
        if (file.includes("re3d")) namesOnly(sentence, own);
        words.push(sentence);
        labels.push(own);
        source.push(trainingFiles.indexOf(file as (typeof trainingFiles)[number]));
      });
  return { words, labels, source };
}

/** Sentences of GUM's genre "conversation", their words joined by spaces. */
function conversationSentences(path: string): Set<string> {
  const found = new Set<string>();
  let inside = false;
  let words: string[] = [];
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("# newdoc")) inside = line.includes("GUM_conversation");
    else if (line === "") {
      if (inside && words.length > 0) found.add(words.join(" "));
      words = [];
    } else if (/^\d+\t/.test(line)) words.push(line.split("\t")[1]!);
  }
  return found;
}

const capital = /^\p{Lu}/u;
const articles: ReadonlySet<string> = new Set(["the", "a", "an"]);

/** re3d marks whole descriptions ("the members of the council"): keeps names, without articles. */
function namesOnly(words: readonly string[], labels: string[]): void {
  for (let i = 0; i < labels.length; i++) {
    if (!labels[i]!.startsWith("B-")) continue;
    const kind = labels[i]!.slice(2);
    let last = i;
    while (labels[last + 1] === `I-${kind}`) last++;
    const start = articles.has(words[i]!.toLowerCase()) ? i + 1 : i;
    const named = start <= last && capital.test(words[start]!) && capital.test(words[last]!);
    for (let k = i; k <= last; k++)
      labels[k] = !named || k < start ? "O" : `${k === start ? "B" : "I"}-${kind}`;
    i = last;
  }
}
