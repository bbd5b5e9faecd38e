/** Quad classes and scores of annotated and read events, by the reader's own tables of types. */
import type { Event, Reader } from "@hearsay/reader";
import type { GoldEvent } from "./gold.ts";
import { typesOf } from "./judge.ts";

export type Ontology = Reader["knowledge"]["ontology"];

/** "verbal_cooperation"; `undefined` for a type that PLOVER does not have. */
export const quadOfType = ({ types }: Ontology, type: string): string | undefined =>
  types.get(typesOf(type)[0]!)?.quadName.replaceAll(" ", "_");

/** PLOVER's type of an annotated event, by its CAMEO code where no type is given. */
const typeOf = ({ cameo }: Ontology, gold: GoldEvent): string | undefined =>
  gold.type ?? (gold.cameo === undefined ? undefined : cameo.get(gold.cameo)?.type);

/** The quad class of an annotated event; "neutral" is none. */
export function quadOfGold(ontology: Ontology, gold: GoldEvent): string | undefined {
  if (gold.quad !== undefined) return gold.quad === "neutral" ? undefined : gold.quad;
  const type = typeOf(ontology, gold);
  return type === undefined ? undefined : quadOfType(ontology, type);
}

export const quadOf = (ontology: Ontology, { type }: Event): string | undefined =>
  quadOfType(ontology, type);

/** From -10, conflict, to 10, cooperation; 0 where nothing is known. */
export const scoreOfType = ({ types }: Ontology, type: string): number =>
  types.get(typesOf(type)[0]!)?.score ?? 0;

/** The same of an annotated event; of a quad class alone, the mean of its types. */
export function scoreOfGold(ontology: Ontology, gold: GoldEvent): number {
  const type = typeOf(ontology, gold);
  if (type !== undefined) return scoreOfType(ontology, type);
  const scores = [...ontology.types.values()]
    .filter((each) => each.quadName.replaceAll(" ", "_") === gold.quad)
    .map(({ score }) => score);
  return scores.length === 0 ? 0 : scores.reduce((sum, each) => sum + each, 0) / scores.length;
}
