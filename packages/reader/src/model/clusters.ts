/** Brown clusters: words grouped by the company they keep; a feature for words rare in treebanks. */
import { type Model, sectionText } from "./container.ts";
import { hashString } from "./hash.ts";

export interface Clusters {
  /** Hash of a lower-cased word and its cluster (from 1), in turns; found by open addressing. */
  readonly table: Int32Array;
  /** Hashes of a cluster's whole path, its first six and its first four turns; 0 for slot 0. */
  readonly whole: Int32Array;
  readonly six: Int32Array;
  readonly four: Int32Array;
}

/** From lines `path word word …`. */
export function clustersFrom(text: string): Clusters {
  let table = new Int32Array(2 << 10);
  let used = 0;
  const paths = [""];
  let from = 0;
  for (let k = 0; k <= text.length; k++) {
    const unit = text.charCodeAt(k);
    if (unit !== 10 && unit !== 32 && k < text.length) continue;
    const opensLine = from === 0 || text.charCodeAt(from - 1) === 10;
    if (k > from && opensLine) paths.push(text.slice(from, k));
    else if (k > from) {
      if (++used * 4 > table.length) table = widened(table);
      insert(table, hashString(text, from, k), paths.length - 1);
    }
    from = k + 1;
  }
  const hashes = (turns: number): Int32Array =>
    Int32Array.from(paths, (path, k) => (k === 0 ? 0 : hashString(path.slice(0, turns))));
  return { table, whole: hashes(99), six: hashes(6), four: hashes(4) };
}

function insert(table: Int32Array, hash: number, cluster: number): void {
  const mask = table.length / 2 - 1;
  let slot = hash & mask;
  while (table[2 * slot + 1] !== 0 && table[2 * slot] !== hash) slot = (slot + 1) & mask;
  table[2 * slot] = hash;
  table[2 * slot + 1] = cluster;
}

function widened(table: Int32Array): Int32Array<ArrayBuffer> {
  const wide = new Int32Array(2 * table.length);
  for (let at = 0; at < table.length; at += 2)
    if (table[at + 1] !== 0) insert(wide, table[at]!, table[at + 1]!);
  return wide;
}

/** The cluster of a lower-cased word by its hash, 0 when unknown. */
export function clusterOf({ table }: Clusters, hash: number): number {
  const mask = table.length / 2 - 1;
  let slot = hash & mask;
  while (table[2 * slot + 1] !== 0 && table[2 * slot] !== hash) slot = (slot + 1) & mask;
  return table[2 * slot + 1]!;
}

export const readClusters = (model: Model): Clusters =>
  clustersFrom(sectionText(model.section("words")));
