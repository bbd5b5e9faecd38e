/** From words at a frame's places to the entities that are parties of the event. */
import { type Because, step, words } from "../../reading/because.ts";
import type { Entities } from "../../reading/layers.ts";
import type { Entity } from "../../reading/reading.ts";
import {
  dependents,
  hasLabel,
  headOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  subtreeSpan,
  uposOf,
} from "../../reading/syntax.ts";
import type { Span } from "../../text/span.ts";

/** An entity by its index in `Entities.list`, and the word that led to it. */
export interface Party {
  readonly entity: number;
  readonly token: number;
  /** The words that name it here. */
  readonly span: Span;
  readonly because: Because;
}

/** Nouns that count or gather what stands behind their "of". */
const quantities = new Set(
  "dozen score hundred thousand million number group handful bunch pair couple majority some many most several all both each one two three four five six seven eight nine ten member part crowd series".split(
    " ",
  ),
);

/** Somebody who can act: a named or described person, group, organisation or state. */
export const isParty = (entity: Entity): boolean =>
  entity.kind === "person" ||
  entity.kind === "state" ||
  entity.kind === "organisation" ||
  entity.kind === "group" ||
  entity.sectors.length > 0;

/** A party that event data knows: it has a country, a sector, or a code of its own ("IGO UN"). */
export const isKnownParty = (entity: Entity): boolean =>
  isParty(entity) &&
  (entity.country !== undefined || entity.sectors.length > 0 || entity.code !== "");

export interface Cast {
  readonly at: Syntax;
  readonly entities: Entities;
  /** Entity id to index. */
  readonly index: ReadonlyMap<string, number>;
  readonly acts: Acts;
}

/** Lemmas of nouns that are acts, each with its gravest quad class: "joint military exercises" are nobody. */
export type Acts = ReadonlyMap<string, number>;

export const castOf = (at: Syntax, entities: Entities, acts: Acts): Cast => ({
  at,
  entities,
  acts,
  index: new Map(entities.list.map((entity, index) => [entity.id, index])),
});

/** "the two leaders" stands for its members. */
function members({ entities, index }: Cast, entity: number): number[] {
  const ids = entities.list[entity]!.members ?? [];
  return ids.length > 0 ? ids.flatMap((id) => index.get(id) ?? []) : [entity];
}

const direct = (cast: Cast, token: number): number[] => {
  const entity = cast.entities.of[token] ?? -1;
  return entity >= 0 ? members(cast, entity) : [];
};

/** "condemned Israel's strikes", "the killing of villagers by soldiers": whose the thing is. */
function owners({ at }: Cast, token: number): number[] {
  const possessors = dependents(at, token, "nmod:poss");
  if (possessors.length > 0) return possessors;
  const by = dependents(at, token, "nmod", "obl").filter(
    (each) => prepositionOf(at, each) === "by",
  );
  if (by.length > 0) return by;
  const modifiers = dependents(at, token, "amod", "compound");
  return modifiers.flatMap((each) => [each, ...dependents(at, each, "conj", "compound")]);
}

export function counted(at: Syntax, token: number): number[] {
  if (!quantities.has(lemmaOf(at, token)) && uposOf(at, token) !== "NUM") return [];
  return dependents(at, token, "nmod", "obl").filter((each) => prepositionOf(at, each) === "of");
}

/** Clauses and additions that describe a party further are not part of its name. */
const further = ["acl", "appos", "nmod", "conj", "punct", "cc", "parataxis"] as const;

function asParty(cast: Cast, entity: number, token: number, says: string): Party {
  const span = subtreeSpan(cast.at, token, ...further);
  const because = step(`${says} ${cast.entities.list[entity]!.name}`, words(span));
  return { entity, token, span, because };
}

const isAct = ({ at, acts }: Cast, { kind }: Entity, token: number): boolean =>
  kind === "other" && acts.has(lemmaOf(at, token));

const hasName = (entity: Entity): boolean => entity.mentions.some(({ form }) => form === "name");

const partiesOf = (
  cast: Cast,
  tokens: readonly number[],
  says: string,
  fits: (entity: Entity) => boolean = isParty,
): Party[] =>
  tokens.flatMap((token) =>
    direct(cast, token)
      .filter((entity) => fits(cast.entities.list[entity]!))
      .map((entity) => asParty(cast, entity, token, says)),
  );

/** "Mali clash", "Somalia blast": a state's bare name before what has no doer of its own is the scene. */
const tellsWhere = (at: Syntax, token: number): boolean =>
  uposOf(at, token) === "PROPN" &&
  (scenes.test(lemmaOf(at, headOf(at, token))) ||
    (lemmaOf(at, headOf(at, token)) === "attack" &&
      !dependents(at, headOf(at, token), "nmod").some((each) =>
        /^(?:on|against|at)$/.test(prepositionOf(at, each)),
      )));

const scenes =
  /^(?:blast|explosion|bombing|bomb|clash|shooting|massacre|gunfight|firefight|shootout|crossfire|siege|violence|unrest|riot|fighting|killing|stabbing)$/;

/** What may fill a role beside parties. */
export type Others = "things" | "places" | "nothing";

/**
 * Who a word at a place of the frame stands for: itself if it is a party; what it counts; whose it
 * is; else, where things may fill the place, the thing itself.
 */
export function partiesAt(cast: Cast, token: number, role: string, others: Others): Party[] {
  // Whoever has a name and acts is a party, even where nothing more is known of it; but the town of
  // "a Karachi blast" only says where.
  const where = hasLabel(cast.at, token, "compound", "amod", "nmod:desc");
  const isScene = where && tellsWhere(cast.at, token);
  const fits = (entity: Entity) =>
    !(isScene && entity.kind === "state") &&
    ((isParty(entity) && !isAct(cast, entity, token)) ||
      (role === "actor" && hasName(entity) && !(where && entity.kind === "place")));
  const itself = partiesOf(cast, [token], `${role}:`, fits);
  if (itself.length > 0) return itself;
  const gathered = counted(cast.at, token).flatMap((each) => [
    each,
    ...dependents(cast.at, each, "conj"),
  ]);
  if (gathered.length > 0) return gathered.flatMap((each) => partiesAt(cast, each, role, others));
  const owned = partiesOf(cast, owners(cast, token), `${role}, through what is theirs:`);
  if (owned.length > 0) return owned;
  if (others === "nothing") return [];
  const fitting = direct(cast, token).filter(
    (entity) => others === "things" || cast.entities.list[entity]!.kind === "place",
  );
  return fitting.map((entity) => asParty(cast, entity, token, `${role}, not further known:`));
}

/**
 * "withdrew its troops", "laid down their weapons": what is the actor's own to move is no other side
 * of the event. People of one's own can be: "killed his brother", "arrested its critics".
 */
export function isOwnThing(cast: Cast, party: Party, actors: readonly Party[]): boolean {
  const entity = cast.entities.list[party.entity]!;
  if (entity.kind === "person") return false;
  if (entity.kind !== "other" && !entity.sectors.includes("MIL")) return false;
  const owners = dependents(cast.at, party.token, "nmod:poss").flatMap((each) =>
    direct(cast, each),
  );
  return owners.some((owner) => actors.some((actor) => actor.entity === owner));
}

const harmed = new Set(["of", "on", "against", "in", "between"]);

/**
 * "condemned the killing of civilians", "criticised attacks on journalists": whoever suffers is not
 * the one who is blamed.
 */
export function suffers({ at, acts }: Cast, token: number, event: readonly number[]): boolean {
  const head = headOf(at, token);
  if (head < 0 || !harmed.has(prepositionOf(at, token))) return false;
  if (prepositionOf(at, token) === "of" && hasOther(at, head)) return false;
  // Parsers often hang "on journalists" on the verb beside "attacks".
  return [head, ...dependents(at, head, "obj")].some(
    (act) => act < token && !event.includes(act) && acts.get(lemmaOf(at, act)) === 4,
  );
}

/** "the attacks of Chad on Sudan": where another is behind "on", who is behind "of" does it. */
const hasOther = (at: Syntax, act: number): boolean =>
  [act, headOf(at, act)].some((each) =>
    dependents(at, each, "nmod", "obl").some(
      (other) => other > act && /^(?:on|against)$/.test(prepositionOf(at, other)),
    ),
  );
