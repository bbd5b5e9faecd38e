/** Brown clusters: words grouped by the company they keep; a feature for words rare in treebanks. */
import { type Model, sectionText } from "./container.ts";
import { hashString } from "./hash.ts";

export interface Clusters {
  /** Cluster by lower-cased word, from 1. */
  readonly of: ReadonlyMap<string, number>;
  /** Hashes of a cluster's whole path, its first six and its first four turns; 0 for slot 0. */
  readonly whole: Int32Array;
  readonly six: Int32Array;
  readonly four: Int32Array;
}

/** From lines `path word word …`. */
export function clustersFrom(text: string): Clusters {
  const of = new Map<string, number>();
  const paths = [""];
  for (const line of text.split("\n")) {
    const [path, ...words] = line.split(" ");
    if (!path) continue;
    for (const word of words) of.set(word, paths.length);
    paths.push(path);
  }
  const hashes = (turns: number): Int32Array =>
    Int32Array.from(paths, (path, k) => (k === 0 ? 0 : hashString(path.slice(0, turns))));
  return { of, whole: hashes(99), six: hashes(6), four: hashes(4) };
}

export const readClusters = (model: Model): Clusters =>
  clustersFrom(sectionText(model.section("words")));
