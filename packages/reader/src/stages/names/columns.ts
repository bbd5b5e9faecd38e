/** The columns that the templates of the name model read, over units. */
import type { Actors } from "../../knowledge/actors.ts";
import { folded } from "../../knowledge/phrases.ts";
import type { Clusters } from "../../model/clusters.ts";
import type { Columns } from "../../model/sequence.ts";
import { wordAttributes, wordColumns } from "../../model/words.ts";
import type { Units } from "./units.ts";

export const nameAttributes: readonly string[] = [...wordAttributes, "list"];

/** Lists that a word may be on, as bits: given names, titles. */
const givenName = 1;
const title = 2;

export function nameColumns(units: Units, actors: Actors, clusters: Clusters): Columns {
  const list = new Int32Array(units.count + 1);
  for (let u = 0; u < units.count; u++)
    list[u] = units.kind[u] === 0 ? listsOf(actors, units.form[u]!) : 8 + units.kind[u]!;
  list[units.count] = -7;
  return { ...wordColumns(units.form, units.first, clusters), list };
}

function listsOf(actors: Actors, form: string): number {
  const first = form.charCodeAt(0);
  if (first < 65 || (first > 90 && first < 192)) return 0;
  return (
    (actors.givenNames.has(folded(form)) ? givenName : 0) +
    (actors.titles.find([form], 0, 1).length > 0 ? title : 0)
  );
}
