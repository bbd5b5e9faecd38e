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
  nameKey,
  stateBehind,
} from "../knowledge/named.ts";
import { type Because, row, step, words } from "../reading/because.ts";
import type { NameSpan, PlaceMention } from "../reading/layers.ts";
import { stage } from "../reading/stage.ts";
import { formOf, type Syntax, tokensSpan } from "../reading/syntax.ts";
import {
  type Chosen,
  chooseInside,
  choosePlace,
  knownPlaces,
  likely,
  type Told,
  toldCountries,
} from "./places/choose.ts";
import { type Container, containerOf } from "./places/containers.ts";
import { divisionWord, isBehindKin, longTableUse, placeUse, type Use } from "./places/use.ts";

export const places = (actors: Actors) =>
  stage({
    name: "places",
    needs: ["report", "sentences", "tokens", "tags", "lemmas", "tree", "names"],
    gives: ["places"],
    run({ report, sentences, tokens, tags, lemmas, tree, names }, refused) {
      const at: Syntax = { text: report.text, sentences, tokens, tags, lemmas, tree };
      const desk = deskOf(at, actors, names, report.published?.slice(0, 10));
      const found: PlaceMention[] = [];
      for (const each of desk.looked) {
        const mention = each && placeMention(desk, each);
        if (!mention) continue;
        const { first, last } = each.name;
        if ("refused" in mention)
          refused({
            stage: "places",
            span: tokensSpan(at, first, last),
            because: mention.refused,
          });
        else found.push(mention);
      }
      return { places: found };
    },
  });

/** A name that may be a place's, with all places of that name. */
interface Looked {
  readonly k: number;
  readonly name: Named;
  /** Rows written by hand. */
  readonly known: readonly Actor[];
  /** Rows of the long tables. */
  readonly more: readonly Actor[];
  readonly container?: Container;
  /** The word behind it that says that it is a division, "province"; or -1. */
  readonly sort: number;
  /** A town has that name too. */
  readonly shared: boolean;
}

interface Desk {
  readonly at: Syntax;
  readonly actors: Actors;
  readonly named: NamedIndex;
  readonly told: Told;
  readonly looked: readonly (Looked | undefined)[];
  /** Names of which the report says once what they lie in. */
  readonly explained: ReadonlyMap<string, { readonly actor: Actor; readonly container: Container }>;
}

function deskOf(
  at: Syntax,
  actors: Actors,
  names: readonly NameSpan[],
  published: string | undefined,
): Desk {
  const named = namedIn(at, actors, names, published);
  const looked = named.list.map((_, k) => lookedUp(at, actors, named, k));
  const explained = new Map<string, { actor: Actor; container: Container }>();
  for (const each of looked) {
    const key = each && nameKey(at, each.name.first, each.name.last);
    if (key && each.container && !explained.has(key))
      explained.set(key, {
        actor: chooseInside(each.container.inside, each.known),
        container: each.container,
      });
  }
  const told = toldCountries(named, countryCounts(named));
  return { at, actors, named, told, looked, explained };
}

function lookedUp(at: Syntax, actors: Actors, named: NamedIndex, k: number): Looked | undefined {
  const name = named.list[k]!;
  if (name.kind === "DEMONYM") return undefined;
  const own = divisionWord.test(formOf(at, name.last)) && name.last > name.first;
  const core = own ? name.last - 1 : name.last;
  const sort = divisionWord.test(formOf(at, core + 1)) ? core + 1 : -1;
  const known = name.kind === "PER" ? [] : knownPlaces(name);
  // A name that the tables have for somebody is not sought among towns, nor a state's ("Niger,
  // Nigeria and Mali") unless a word says that it is a division.
  const taken =
    name.actors.length > known.length ||
    (known.length === 0 && name.metonyms.length > 0) ||
    (sort < 0 && known.some((each) => each.kind === "state"));
  // "Northern" is no division's name, "Northern Province" is.
  const sought = [core, sort].filter((last) => last >= 0 && !taken);
  const more = sought.flatMap((last) =>
    actors.atlas.find(at.text.slice(...tokensSpan(at, name.first, last))),
  );
  const all = [...known, ...more];
  if (all.length === 0) return undefined;
  const fit = (rows: readonly Actor[]) => rows.filter((each) => fits(each, all, sort >= 0));
  const container = containerOf(at, actors, named, k, fit(all));
  return {
    k,
    name,
    known: fit(known),
    more: fit(more),
    ...(container ? { container } : {}),
    sort,
    shared: all.some((each) => !isDivision(each)),
  };
}

/** Behind its name "province" says a division; without such a word its town of that name is meant. */
function fits(one: Actor, all: readonly Actor[], isToldDivision: boolean): boolean {
  if (isToldDivision) return isDivision(one) || !all.some(isDivision);
  const isTownOf = (each: Actor) => each.country === one.country && !isDivision(each);
  return !isDivision(one) || !all.some(isTownOf);
}

const isDivision = ({ placeKind }: Actor): boolean => placeKind === "region";

type Verdict = PlaceMention | { readonly refused: Because } | undefined;

function placeMention(desk: Desk, looked: Looked): Verdict {
  const { at, named } = desk;
  const { k, name, container } = looked;
  const state = container ? undefined : stateBehind(at, named, k);
  if (state && name.kind !== "PER") {
    const says = "the tables know no place of that name in the state that follows it";
    return { refused: step(says, row(state.at)) };
  }
  const chosen = chosenFor(desk, looked);
  if (!chosen?.actor.place) return undefined;
  const use = useOf(desk, looked, chosen.actor);
  if (!use.place) return { refused: use.why };
  return mentionOf(desk, looked, chosen, use.why);
}

function chosenFor({ at, told, explained }: Desk, looked: Looked): Chosen | undefined {
  const { name, known, more, container } = looked;
  if (container) {
    const span = tokensSpan(at, container.first, container.last);
    const why = step("it lies in what stands beside the name", words(span));
    return { actor: chooseInside(container.inside, known), why };
  }
  const before = explained.get(nameKey(at, name.first, name.last));
  if (before && (known.includes(before.actor) || more.includes(before.actor))) {
    const span = tokensSpan(at, before.container.first, before.container.last);
    return {
      actor: before.actor,
      why: step("the report says elsewhere where it lies", words(span)),
    };
  }
  return choosePlace(likely(known, more, told), told);
}

function useOf({ at, actors }: Desk, looked: Looked, chosen: Actor): Use {
  const { name, known, container } = looked;
  const head = headOfName(at, name);
  if (!known.includes(chosen)) return longTableUse(at, name, head, chosen, container !== undefined);
  if (container) {
    const span = tokensSpan(at, container.first, container.last);
    return { place: true, why: step("what it lies in stands beside it", words(span)) };
  }
  if (isBehindKin(at, name))
    return { place: false, why: step("the name of somebody's relative", name.why) };
  const governs = chosen.kind === "state" || name.metonyms.length > 0;
  // A model that takes a town for an organisation has seen a team or a council, not the town.
  if (!governs && name.kind === "ORG") return placeUse(at, actors, name, head, "town's name");
  if (governs) return placeUse(at, actors, name, head, "government");
  return {
    place: true,
    why: step("a town or region, which has no government of its own", name.why),
  };
}

function mentionOf({ at }: Desk, looked: Looked, chosen: Chosen, why: Because): PlaceMention {
  const { name, sort, shared } = looked;
  const { place } = chosen.actor;
  const word = sort < 0 ? "" : formOf(at, sort);
  const own = word !== "" && shared && !place!.name.endsWith(word) ? ` ${word}` : "";
  const hangs = sort > name.last && at.tree.head[headOfName(at, name)] === sort;
  return {
    first: name.first,
    last: name.last,
    ...(hangs ? { sort } : {}),
    name: place!.name + own,
    country: place!.country,
    lat: place!.lat,
    lon: place!.lon,
    grain: grainOf(chosen.actor),
    why: step(
      `"${forms(at, name)}" is a place here`,
      why,
      row(chosen.actor.at),
      ...(chosen.why ? [chosen.why] : []),
    ),
  };
}

const grainOf = ({ kind, country, placeKind }: Actor): 0 | 1 | 2 => {
  if (kind === "state" || country === undefined) return 0;
  return placeKind === "region" ? 1 : 2;
};

const forms = (at: Syntax, { first, last }: Named): string =>
  Array.from({ length: last - first + 1 }, (_, i) => formOf(at, first + i)).join(" ");
