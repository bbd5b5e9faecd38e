/** Makes the models of English. */
import { readFileSync } from "node:fs";
import { textSection, writeModel } from "@hearsay/reader/model";
import { irregularVerbs, learnLemmas } from "./lemmas.ts";
import { networkFile, type SchoolTask, trainSchooled } from "./network/school.ts";
import type { TrainingSentence } from "./treebank.ts";

export const templatesOf = (name: string): string =>
  readFileSync(new URL(`../templates/${name}.txt`, import.meta.url), "utf8");

type Made = Uint8Array;
const version = 1;
export const license = "CC BY-SA 4.0";

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

/** Lines "name: words" of `templates/name-words.txt`. */
export const wordLists = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split("\n")
      .filter((line) => line.includes(":") && !line.startsWith("#"))
      .map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon), line.slice(colon + 1).trim()];
      }),
  );

export async function makeNetwork(task: SchoolTask): Promise<Made> {
  return networkFile(await trainSchooled(task), { license });
}
