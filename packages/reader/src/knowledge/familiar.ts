/**
 * Names that are known to be names of a kind, and no more: family names, bodies and places that have
 * no row of their own in the other tables. They help to find names; they say nothing about who it is.
 */
import { type Desk, oneOf, tableOf } from "./checks.ts";
import { folded, PhraseIndex } from "./phrases.ts";

export interface Familiar {
  /** Folded (lower case, no diacritics). */
  readonly surnames: ReadonlySet<string>;
  readonly names: PhraseIndex<FamiliarKind>;
}

export type FamiliarKind = "organisation" | "place";

const organisationKinds = [
  "company",
  "media",
  "education",
  "health",
  "party",
  "agency",
  "union",
  "charity",
  "sport",
  "finance",
  "religion",
  "forces",
  "other",
];
const placeKinds = ["city", "region", "water", "mountain", "island", "district", "site"];

export function readFamiliar(desk: Desk): Familiar {
  const surnames = tableOf(desk, "actors/surnames.tsv", ["name"]).map(({ name }) => folded(name));
  const names = new PhraseIndex<FamiliarKind>();
  const add = (path: string, kinds: readonly string[], kind: FamiliarKind): void => {
    for (const { name, kind: sort, at } of tableOf(desk, path, ["name", "kind"]))
      if (oneOf(desk, sort, kinds, at)) names.add(name, kind);
  };
  add("actors/known-organisations.tsv", organisationKinds, "organisation");
  add("actors/known-places.tsv", placeKinds, "place");
  return { surnames: new Set(surnames), names };
}
