/**
 * Which names are places in the use they are put to. "in Tehran" is a place, "Tehran launched" is
 * a government; a town is a place wherever it stands, a capital and a state only where the grammar
 * or the words around say so.
 */
import type { Actor, Actors } from "../knowledge/actor.ts";
import {
  countryCounts,
  headOfName,
  type Named,
  type NamedIndex,
  namedIn,
  stateBehind,
} from "../knowledge/named.ts";
import { type Because, row, step, words } from "../reading/because.ts";
import type { PlaceMention } from "../reading/layers.ts";
import { stage } from "../reading/stage.ts";
import { formOf, type Syntax, tokensSpan } from "../reading/syntax.ts";
import { type Chosen, choosePlace, containerOf } from "./places/choose.ts";
import { placeUse } from "./places/use.ts";

export const places = (actors: Actors) =>
  stage({
    name: "places",
    needs: ["report", "sentences", "tokens", "tags", "lemmas", "tree", "names"],
    gives: ["places"],
    run({ report, sentences, tokens, tags, lemmas, tree, names }, refused) {
      const at: Syntax = { text: report.text, sentences, tokens, tags, lemmas, tree };
      const named = namedIn(at, actors, names, report.published?.slice(0, 10));
      const counts = countryCounts(named);
      const found: PlaceMention[] = [];
      for (const [k, each] of named.list.entries()) {
        const mention = placeMention(at, actors, named, k, counts);
        if (!mention) continue;
        if ("refused" in mention)
          refused({
            stage: "places",
            span: tokensSpan(at, each.first, each.last),
            because: mention.refused,
          });
        else found.push(mention);
      }
      return { places: found };
    },
  });

type Verdict = PlaceMention | { readonly refused: Because } | undefined;

function placeMention(
  at: Syntax,
  actors: Actors,
  named: NamedIndex,
  k: number,
  counts: ReadonlyMap<string, number>,
): Verdict {
  const name = named.list[k]!;
  if (name.kind === "PER" || name.kind === "DEMONYM") return undefined;
  const candidates = candidatesFor(name);
  if (candidates.length === 0) return undefined;
  const container = containerOf(at, named, k);
  const state = container ? undefined : stateBehind(at, named, k);
  if (state) {
    const says = "the tables know no place of that name in the state that follows it";
    return { refused: step(says, row(state.at)) };
  }
  const chosen = choosePlace(candidates, container, counts);
  if (!chosen?.actor.place) return undefined;
  const use = container
    ? {
        place: true,
        why: step(
          "what it lies in follows it",
          words(tokensSpan(at, container.first, container.last)),
        ),
      }
    : useOf(at, actors, name, chosen.actor);
  if (!use.place) return { refused: use.why };
  return mentionOf(at, name, chosen, use.why);
}

/** A name that only stands for a government ("Kremlin") is never a place. */
const candidatesFor = ({ kind, actors, metonyms }: Named): Actor[] => {
  const known = actors.filter((each) => each.kind === "place" || each.kind === "state");
  if (
    kind === "ORG" &&
    actors.some((each) => each.kind === "organisation" || each.kind === "group")
  )
    return [];
  const capitals = metonyms.flatMap((each) => each.place ?? []);
  return [...new Set([...known, ...capitals])];
};

function useOf(at: Syntax, actors: Actors, name: Named, chosen: Actor) {
  const head = headOfName(at, name);
  const governs = chosen.kind === "state" || name.metonyms.length > 0;
  // A model that takes a town for an organisation has seen a team or a council, not the town.
  if (!governs && name.kind === "ORG") return placeUse(at, actors, name, head, "town's name");
  if (governs) return placeUse(at, actors, name, head, "government");
  return {
    place: true,
    why: step("a town or region, which has no government of its own", name.why),
  };
}

function mentionOf(at: Syntax, name: Named, chosen: Chosen, why: Because): PlaceMention {
  const { place } = chosen.actor;
  return {
    first: name.first,
    last: name.last,
    name: place!.name,
    country: place!.country,
    lat: place!.lat,
    lon: place!.lon,
    why: step(
      `"${forms(at, name)}" is a place here`,
      why,
      row(chosen.actor.at),
      ...(chosen.why ? [chosen.why] : []),
    ),
  };
}

const forms = (at: Syntax, { first, last }: Named): string =>
  Array.from({ length: last - first + 1 }, (_, i) => formOf(at, first + i)).join(" ");
