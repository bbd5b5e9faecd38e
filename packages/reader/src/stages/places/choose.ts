/** Which of the places that share a name is meant. */
import type { Actor } from "../../knowledge/actor.ts";
import type { Named, NamedIndex } from "../../knowledge/named.ts";
import { type Because, step } from "../../reading/because.ts";

export interface Chosen {
  readonly actor: Actor;
  /** Absent where there was nothing to choose. */
  readonly why?: Because;
}

/** How often the report speaks of each country: by its states, its places, those who act for it. */
export type Told = ReadonlyMap<string, number>;

/** Counts of the names of countries, and with them those of places and bodies of one country only. */
export function toldCountries(named: NamedIndex, counts: Told): Told {
  const told = new Map(counts);
  for (const { actors, metonyms, demonyms } of named.list) {
    if (metonyms.length + demonyms.length > 0) continue;
    const countries = new Set(actors.map((each) => each.country ?? ""));
    const [country] = countries;
    if (countries.size !== 1 || !country || actors[0]!.kind === "state") continue;
    told.set(country, (told.get(country) ?? 0) + 1);
  }
  return told;
}

/** A place of the long tables is rather meant than one of the short if it is at least this part of its size. */
const leastPart = 1 / 20;
/** And its country is told at least so often, the other's never. */
const leastTold = 2;

/**
 * The candidates that can be meant where nothing says what the place lies in. What stands in the
 * tables written by hand is meant, unless the report speaks of another country alone.
 */
export function likely(
  known: readonly Actor[],
  more: readonly Actor[],
  told: Told,
): readonly Actor[] {
  if (known.length === 0) return more.filter((each) => isLikely(each, told));
  if (known.some((each) => each.kind === "state" || each.placeKind === "capital")) return known;
  if (known.some((each) => told.has(each.country ?? ""))) return known;
  const least = Math.max(...known.map((each) => each.population ?? 0)) * leastPart;
  const others = more.filter(
    ({ country, population = 0 }) =>
      (told.get(country ?? "") ?? 0) >= leastTold && population >= least,
  );
  return others.length > 0 ? others : known;
}

/** So many people make a town known where nothing in the report speaks of its country. */
const knownAbroad = 500_000;
const knownAnywhere = 100_000;

/** A small town, or a division, is meant in a report that speaks of its country. */
const isLikely = ({ country, placeKind, population = 0 }: Actor, told: Told): boolean =>
  told.has(country ?? "") ||
  (placeKind !== "region" && population >= (told.size > 0 ? knownAbroad : knownAnywhere));

/**
 * The best candidate: of a country that the report names most, else the best known (a state before a
 * capital before a town of more people).
 */
export function choosePlace(candidates: readonly Actor[], told: Told): Chosen | undefined {
  const placed = candidates.filter((each) => each.place !== undefined);
  const [best] = [...placed].sort((a, b) => weight(b, told) - weight(a, told));
  if (!best) return undefined;
  if (placed.length === 1) return { actor: best };
  const named = (told.get(best.country ?? "") ?? 0) > 0;
  const says = named
    ? "the report names its country, or names it more than the others'"
    : "the best known place of that name";
  return { actor: best, why: step(says) };
}

/** The largest of those that lie in what the words beside the name say; one written by hand first. */
export function chooseInside(inside: readonly Actor[], known: readonly Actor[]): Actor {
  const size = (each: Actor) =>
    (known.includes(each) ? 20 : 0) +
    (each.placeKind === "capital" ? 9 : 0) +
    Math.log10(1 + (each.population ?? 0));
  return [...inside].sort((a, b) => size(b) - size(a))[0]!;
}

const weight = (actor: Actor, told: Told): number => {
  const count = told.get(actor.country ?? "") ?? 0;
  const size =
    actor.kind === "state"
      ? 9
      : actor.placeKind === "capital"
        ? 8
        : Math.log10(1 + (actor.population ?? 0));
  return size + (count > 0 ? 3 + Math.min(1.5, count / 4) : 0);
};

/** The rows for a place under a name: its own, and the capital's that it stands for. */
export const knownPlaces = ({ kind, actors, metonyms }: Named): readonly Actor[] => {
  const known = actors.filter((each) => each.kind === "place" || each.kind === "state");
  if (
    kind === "ORG" &&
    actors.some((each) => each.kind === "organisation" || each.kind === "group")
  )
    return [];
  const capitals = metonyms.flatMap((each) => each.place ?? []);
  return [...new Set([...known, ...capitals])];
};
