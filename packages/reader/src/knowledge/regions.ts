/** Words that say of what sort a state is: "West African", "Gulf", "island", "kingdom". */
import type { RowAt } from "../reading/because.ts";
import type { Actor } from "./actor.ts";
import { complain, type Desk, isNew, tableOf } from "./checks.ts";
import { PhraseIndex } from "./phrases.ts";
import { alternatives } from "./table.ts";

/** The countries (ISO codes) under each word; codes that no state has are left out and named. */
export function readRegions(
  desk: Desk,
  states: ReadonlyMap<string, Actor>,
): PhraseIndex<ReadonlySet<string>> {
  const index = new PhraseIndex<ReadonlySet<string>>();
  const seen = new Map<string, RowAt>();
  for (const { words, countries, at } of tableOf(desk, "actors/regions.tsv", [
    "words",
    "countries",
  ])) {
    const known = countries.split(/\s+/).filter((code) => {
      if (states.has(code)) return true;
      complain(desk, at, `"${code}" is no state of actors/states.tsv; write ISO codes`);
      return false;
    });
    for (const word of alternatives(words))
      if (isNew(desk, seen, word, at)) index.add(word, new Set(known));
  }
  return index;
}
