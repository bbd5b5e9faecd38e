/** The columns that the templates of the name model read, over units. */
import type { Actors } from "../../knowledge/actors.ts";
import { folded } from "../../knowledge/phrases.ts";
import type { Clusters } from "../../model/clusters.ts";
import type { Columns } from "../../model/sequence.ts";
import { wordAttributes, wordColumns } from "../../model/words.ts";
import type { Units } from "./units.ts";

export const nameAttributes: readonly string[] = [...wordAttributes, "list", "source"];

/** Common nouns by the sort of name they are found in or beside; by name of the list. */
export type NameWords = Readonly<Record<string, string>>;

/** Bits of the lists that a word is on; further lists follow in the order of the model. */
const givenName = 1;
const title = 2;
const firstList = 4;
const knownName = 1024;

/** The bits of each word, in lower case, of the lists of a model. */
export function listBits(lists: NameWords): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  Object.values(lists).forEach((words, k) => {
    for (const word of words.split(" ")) bits.set(word, (bits.get(word) ?? 0) | (firstList << k));
  });
  return bits;
}

export interface ColumnSources {
  readonly actors: Actors;
  readonly clusters: Clusters;
  readonly bits: ReadonlyMap<string, number>;
}

/**
 * `source`: which corpus the words come from, one slot a unit and one more. What corpora take for a
 * name differs; the model learns how, and reads as the first of them was marked.
 */
export function nameColumns(
  units: Units,
  { actors, clusters, bits }: ColumnSources,
  source: Int32Array = new Int32Array(units.count + 1),
): Columns {
  const list = new Int32Array(units.count + 1);
  for (let u = 0; u < units.count; u++)
    list[u] =
      units.kind[u] === 0 ? listsOf(actors, bits, units.form[u]!) : knownName + units.kind[u]!;
  list[units.count] = -7;
  return { ...wordColumns(units.form, units.first, clusters), list, source };
}

function listsOf(actors: Actors, bits: ReadonlyMap<string, number>, form: string): number {
  const common = bits.get(form.toLowerCase()) ?? 0;
  const first = form.charCodeAt(0);
  if (first < 65 || (first > 90 && first < 192)) return common;
  return (
    common +
    (actors.givenNames.has(folded(form)) ? givenName : 0) +
    (actors.titles.find([form], 0, 1).length > 0 ? title : 0)
  );
}
