/** Which of the places that share a name is meant. */
import type { Actor } from "../../knowledge/actor.ts";
import type { Named, NamedIndex } from "../../knowledge/named.ts";
import { type Because, step } from "../../reading/because.ts";
import { formOf, type Syntax } from "../../reading/syntax.ts";

export interface Chosen {
  readonly actor: Actor;
  /** Absent where there was nothing to choose. */
  readonly why?: Because;
}

/** The name behind a comma that says where a place lies: "Tripoli, Lebanon", "Goma (Congo)". */
export function containerOf(at: Syntax, named: NamedIndex, k: number): Named | undefined {
  const { last } = named.list[k]!;
  const next = named.list[k + 1];
  if (!next || next.first !== last + 2 || !/^[,(]$/.test(formOf(at, last + 1))) return undefined;
  if (at.tokens.sentence[next.first] !== at.tokens.sentence[last]) return undefined;
  const inner = countriesOf(
    named.list[k]!.actors,
    named.list[k]!.metonyms.map((each) => each.place),
  );
  const outer = next.actors.filter((each) => each.kind === "state" || each.placeKind === "region");
  // "Iran, Iraq and Syria" is a list: nothing there lies in what follows it.
  return outer.some((each) => each.country !== undefined && inner.has(each.country))
    ? next
    : undefined;
}

/** The countries of the towns and regions among the rows; a state lies in no state. */
const countriesOf = (
  actors: readonly Actor[],
  capitals: readonly (Actor | undefined)[],
): ReadonlySet<string> =>
  new Set(
    [...actors, ...capitals].flatMap((each) =>
      each?.kind === "place" && each.country !== undefined ? [each.country] : [],
    ),
  );

/**
 * The best candidate: in the container, else of a country that the report names most, else the
 * best known (a state before a capital before a town of more people).
 */
export function choosePlace(
  candidates: readonly Actor[],
  container: Named | undefined,
  counts: ReadonlyMap<string, number>,
): Chosen | undefined {
  const placed = candidates.filter((each) => each.place !== undefined);
  const inside = container
    ? placed.filter((each) => each.kind === "place" && isWithin(each, container))
    : [];
  const among = inside.length > 0 ? inside : placed;
  const [best, ...others] = [...among].sort((a, b) => weight(b, counts) - weight(a, counts));
  if (!best) return undefined;
  if (placed.length === 1) return { actor: best };
  if (inside.length > 0) return { actor: best, why: step("it lies in what follows the name") };
  const named = others.length > 0 && (counts.get(best.country ?? "") ?? 0) > 0;
  const says = named
    ? "the report names its country, or names it more than the others'"
    : "the best known place of that name";
  return { actor: best, why: step(says) };
}

const isWithin = (place: Actor, container: Named): boolean =>
  container.actors.some(
    (each) => each.country === place.country && (each.kind === "state" || each !== place),
  );

const weight = (actor: Actor, counts: ReadonlyMap<string, number>): number => {
  const told = counts.get(actor.country ?? "") ?? 0;
  const size =
    actor.kind === "state"
      ? 9
      : actor.placeKind === "capital"
        ? 8
        : Math.log10(1 + (actor.population ?? 0));
  return size + (told > 0 ? 3 + Math.min(3, told / 2) : 0);
};
