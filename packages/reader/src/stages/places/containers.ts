/**
 * What the words beside a place's name say it lies in: "Tripoli, Lebanon", "Hyderabad in Pakistan's
 * Sindh province", "the Lebanese city of Tripoli". A candidate that lies there has to be known: in
 * "Iran, Iraq and Syria" nothing lies in what follows it.
 */
import type { Actor, Actors } from "../../knowledge/actor.ts";
import type { Named, NamedIndex } from "../../knowledge/named.ts";
import { formOf, type Syntax } from "../../reading/syntax.ts";
import { divisionWord } from "./use.ts";

export interface Container {
  /** The name of the outer place; tokens inclusive. */
  readonly first: number;
  readonly last: number;
  /** Those of the candidates that lie in it, the surest of them only. */
  readonly inside: readonly Actor[];
}

/** Words for a place, before the "of" of its name or between it and what it lies in. */
const placeWord =
  /^(?:city|cities|town|townlet|village|hamlet|port|capital|suburb|settlement|municipality|resort|hub|stronghold|enclave|district|province|state|region|oblast|governorate|department|prefecture|county|territory)$/i;
const compass =
  /^(?:the|north|south|east|west|northern|southern|eastern|western|central|north-?eastern|north-?western|south-?eastern|south-?western|far|rural|coastal)$/i;

/** The candidates of a name that lie in what the words behind or before it name. */
export function containerOf(
  at: Syntax,
  actors: Actors,
  named: NamedIndex,
  k: number,
  candidates: readonly Actor[],
): Container | undefined {
  for (const outer of [behind(at, named, k), before(at, named, k)]) {
    if (!outer) continue;
    const inside = insideOf(at, actors, outer, candidates);
    const { first, last } = outer;
    if (inside.length > 0) return { first, last, inside };
  }
  return undefined;
}

const gap = (at: Syntax, from: number, to: number): string[] => {
  const words: string[] = [];
  for (let i = from; i < to; i++) words.push(formOf(at, i));
  return words;
};

const longestGap = 8;
const isLow = (word: string): boolean => /^\p{Ll}[\p{L}-]*$/u.test(word);

/** The name behind a comma, a bracket or an "in". */
function behind(at: Syntax, named: NamedIndex, k: number): Named | undefined {
  const { last } = named.list[k]!;
  const next = named.list[k + 1];
  if (!next || next.first - last - 1 > longestGap) return undefined;
  if (at.tokens.sentence[next.first] !== at.tokens.sentence[last]) return undefined;
  const between = gap(at, last + 1, next.first);
  // "Cordoba province, Argentina"
  if (divisionWord.test(between[0] ?? "")) between.shift();
  const [mark, ...rest] = between;
  if (mark !== undefined && /^[,(]$/.test(mark)) {
    if (rest.length === 0) return next;
    return opensPlace(rest) || isDescribed(rest) ? next : undefined;
  }
  return opensPlace(between) ? next : undefined;
}

/** "in", "in northern", "in the" */
const opensPlace = ([preposition, ...rest]: readonly string[]): boolean =>
  preposition === "in" && rest.every((word) => compass.test(word));

/** ", a town in", ", the capital of northern" */
function isDescribed(words: readonly string[]): boolean {
  if (!words.every(isLow) || !/^(?:a|an|the|capital)$/.test(words[0]!)) return false;
  const preposition = words.findLastIndex((word) => /^(?:in|of)$/.test(word));
  return (
    preposition > 0 &&
    words.slice(preposition + 1).every((word) => compass.test(word)) &&
    words.slice(0, preposition).some((word) => placeWord.test(word))
  );
}

/** The name before: "Lebanon's Tripoli", "the Lebanese port city of Tripoli". */
function before(at: Syntax, named: NamedIndex, k: number): Named | undefined {
  const { first } = named.list[k]!;
  const previous = named.list[k - 1];
  if (!previous || first - previous.last - 1 > longestGap) return undefined;
  if (at.tokens.sentence[previous.last] !== at.tokens.sentence[first]) return undefined;
  const between = gap(at, previous.last + 1, first);
  if (/^['’]s?$/.test(between[0] ?? "")) between.shift();
  else if (between.length === 0) return undefined;
  if (between.length === 0) return previous;
  if (!between.every(isLow)) return undefined;
  const noun = between.at(-1) === "of" ? between.at(-2) : between.at(-1);
  return placeWord.test(noun ?? "") && !between.some((word) => /^(?:and|or|in|to)$/.test(word))
    ? previous
    : undefined;
}

/** What lies in a state or a division; of several in one state those of the division named. */
function insideOf(
  at: Syntax,
  actors: Actors,
  outer: Named,
  candidates: readonly Actor[],
): readonly Actor[] {
  const states = new Set([
    ...outer.actors.flatMap((each) => (each.kind === "state" ? [each.country] : [])),
    ...outer.demonyms.map((each) => each.state.country),
  ]);
  const name = at.text.slice(at.tokens.from[outer.first]!, at.tokens.to[outer.last]!);
  const regions =
    outer.kind === "PER" || outer.kind === "DEMONYM"
      ? []
      : [...outer.actors, ...actors.atlas.find(name)].filter(
          (each) => each.placeKind === "region" && each.country !== undefined,
        );
  const among = candidates.filter(({ kind, country }) => kind === "place" && country !== undefined);
  const divided = among.filter((each) =>
    regions.some(
      ({ names, country }) =>
        country === each.country && each.division !== undefined && names.includes(each.division),
    ),
  );
  if (divided.length > 0) return divided;
  const inStates = among.filter((each) => states.has(each.country));
  if (inStates.length > 0) return inStates;
  // "Kharkiv, Kyiv and Odesa": what has a town's name too may stand in a list of towns.
  const isTown = [...outer.actors, ...actors.atlas.find(name)].some(
    ({ placeKind }) => placeKind === "city" || placeKind === "capital",
  );
  const wide = regions.filter((each) => !isTown || outer.actors.includes(each));
  return among.filter((each) =>
    wide.some((region) => region.country === each.country && region !== each),
  );
}
