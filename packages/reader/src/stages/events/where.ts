/** Where an event took place: the place of what happened, not of the report or of who is named. */
import { type Because, step, words } from "../../reading/because.ts";
import type { Entities, PlaceMention } from "../../reading/layers.ts";
import type { Entity } from "../../reading/reading.ts";
import {
  dependents,
  hasLabel,
  headOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  tokensSpan,
} from "../../reading/syntax.ts";
import { nearest, type Tied } from "./circumstances.ts";

const locative = new Set(
  "in at near on outside inside around across throughout over off of from to into within along between".split(
    " ",
  ),
);

/** The token by which a place's name hangs on a word outside it. */
function outermost(at: Syntax, { first, last }: PlaceMention): number {
  for (let token = first; token <= last; token++) {
    const head = headOf(at, token);
    if (head < first || head > last) return token;
  }
  return last;
}

/** A place that hangs on a word by a preposition of place; the head noun of the phrase counts too. */
function isLocative(at: Syntax, entities: Entities, mention: PlaceMention): boolean {
  const token = outermost(at, mention);
  if (isSomebodys(at, entities, mention, token)) return false;
  return (
    locative.has(prepositionOf(at, token).split(" ")[0] ?? "") ||
    hasLabel(at, token, "compound", "nmod", "appos", "amod", "conj")
  );
}

/** "marched from Beni calling for talks": where from is only the place of what is done from there. */
function isOrigin(at: Syntax, event: readonly number[], mention: PlaceMention): boolean {
  const token = outermost(at, mention);
  return prepositionOf(at, token) === "from" && !event.includes(headOf(at, token));
}

/** "the Lagos commissioner", "mayor of Suva": whose he is, not where he acts. */
function isSomebodys(
  at: Syntax,
  entities: Entities,
  mention: PlaceMention,
  token: number,
): boolean {
  const preposition = prepositionOf(at, token);
  const belongs = preposition === "" && hasLabel(at, token, "compound", "nmod", "amod");
  if (!belongs && preposition !== "of") return false;
  const head = headOf(at, token);
  const somebody = entities.list[entities.of[head] ?? -1];
  return (
    somebody?.kind === "person" &&
    // "a Suva teacher" may be described so where nobody is named.
    (preposition === "of" || isNamed(somebody) || head > mention.last + 1)
  );
}

const isNamed = ({ mentions }: Entity): boolean => mentions.some(({ form }) => form === "name");

/** Prepositions that open what is talked about. */
const topical = new Set(["about", "on", "over", "of", "regarding", "concerning", "for"]);

/** "addressed the crisis in Ukraine": the place of what is talked about, not of the talk. */
function isOfTopic(at: Syntax, event: readonly number[], mention: PlaceMention): boolean {
  for (
    let token = headOf(at, mention.last);
    token >= 0 && !event.includes(token);
    token = headOf(at, token)
  ) {
    if (token >= mention.first && token <= mention.last) continue;
    if (hasLabel(at, token, "obj", "ccomp", "xcomp") || topical.has(prepositionOf(at, token)))
      return true;
  }
  return false;
}

/** What is going on somewhere, and may be spoken of elsewhere. */
const goingOn = new Set(
  "conflict crisis development election escalation fighting humanitarian progress protest situation tension unrest violence war".split(
    " ",
  ),
);

/** "discussed the crisis in Haiti", whatever word the tree hangs the place on. */
function isRightBehindTopic(at: Syntax, mention: PlaceMention): boolean {
  const opening = dependents(at, outermost(at, mention), "case")[0] ?? mention.first;
  return goingOn.has(at.lemmas[opening - 1]?.toLowerCase() ?? "");
}

/** Of a state and a town in it the town, where both stand with the trigger alike. */
function mostExact(
  at: Syntax,
  trigger: number,
  places: readonly PlaceMention[],
  { mention, height }: Tied<PlaceMention>,
): PlaceMention {
  for (const grain of [2, 1].filter((each) => each > mention.grain)) {
    const finer = places.filter((each) => each.grain === grain && each.country === mention.country);
    const tied = nearest(at, trigger, finer);
    if (tied && tied.height <= height) return tied.mention;
  }
  return mention;
}

/** What is asked about: an event, with what is known of it. */
export interface Placed {
  /** The words of the frame, the trigger first. */
  readonly event: readonly number[];
  /** Ids of the parties. */
  readonly taken: ReadonlySet<string>;
  /** The event is one of words. */
  readonly talk: boolean;
}

export interface Located {
  readonly where: string;
  readonly because: Because;
}

export function whereOf(
  at: Syntax,
  places: readonly PlaceMention[],
  entities: Entities,
  { event, taken, talk }: Placed,
): Located | undefined {
  const free = places.filter((mention) => {
    const entity = entityOfPlace(entities, mention);
    if (entity === undefined || taken.has(entity.id)) return false;
    if (!isLocative(at, entities, mention) || isOrigin(at, event, mention)) return false;
    return !talk || !(isOfTopic(at, event, mention) || isRightBehindTopic(at, mention));
  });
  const tied = nearest(at, event[0]!, free);
  const found =
    tied && tied.height <= 2
      ? { mention: mostExact(at, event[0]!, free, tied), says: "the place that stands with it" }
      : (doneTo(at, event, places, talk) ?? whereClause(at, event[0]!, places));
  const entity = found && entityOfPlace(entities, found.mention);
  if (!entity) return undefined;
  const { first, last, why } = found.mention;
  return { where: entity.id, because: step(found.says, words(tokensSpan(at, first, last)), why) };
}

interface Found {
  readonly mention: PlaceMention;
  readonly says: string;
}

const goesThere = new Set(["visit", "tour"]);

/** "shelled Sloviansk", "visited the city of Brest": a town that something is done to is where it is done. */
function doneTo(
  at: Syntax,
  event: readonly number[],
  places: readonly PlaceMention[],
  talk: boolean,
): Found | undefined {
  if (talk && !event.some((token) => goesThere.has(lemmaOf(at, token).toLowerCase())))
    return undefined;
  const mention = places.find((each) => {
    const token = outermost(at, each);
    const top = prepositionOf(at, token) === "of" ? headOf(at, token) : token;
    const whole = top === token || placeWords.has(at.lemmas[top]?.toLowerCase() ?? "");
    return (
      each.grain > 0 &&
      whole &&
      event.includes(headOf(at, top)) &&
      hasLabel(at, top, "obj", "nsubj:pass")
    );
  });
  return mention && { mention, says: "the place it is done to" };
}

const placeWords = new Set("city town village port district province region suburb".split(" "));

/** "went to Moa, where he scolded workers": what a clause of "where" tells happened at the place before it. */
function whereClause(
  at: Syntax,
  trigger: number,
  places: readonly PlaceMention[],
): Found | undefined {
  for (let token = trigger; token >= 0; token = headOf(at, token)) {
    if (!hasLabel(at, token, "acl")) continue;
    const opens = dependents(at, token).find((each) => lemmaOf(at, each).toLowerCase() === "where");
    if (opens === undefined) return undefined;
    const mention = places.findLast(
      (each) =>
        each.last < opens &&
        opens - each.last <= 4 &&
        at.tokens.sentence[each.last] === at.tokens.sentence[opens],
    );
    return mention && { mention, says: 'what the clause of "where" belongs to' };
  }
  return undefined;
}

function entityOfPlace(entities: Entities, { first, last }: PlaceMention): Entity | undefined {
  for (let token = last; token >= first; token--) {
    const entity = entities.list[entities.of[token] ?? -1];
    if (entity) return entity;
  }
  return undefined;
}
