/** Where an event took place: the place of what happened, not of the report or of who is named. */
import { type Because, step, words } from "../../reading/because.ts";
import type { Entities, PlaceMention } from "../../reading/layers.ts";
import type { Entity } from "../../reading/reading.ts";
import {
  dependents,
  hasLabel,
  headOf,
  isAbove,
  lemmaOf,
  prepositionOf,
  type Syntax,
  tokensSpan,
  uposOf,
} from "../../reading/syntax.ts";
import { nearest, type Tied } from "./circumstances.ts";

const locative = new Set(
  "in at near on outside inside around across throughout over off of from to into within along between".split(
    " ",
  ),
);

const goesThere = new Set(["visit", "tour"]);
const placeWords = new Set(
  "capital city coast district east north port province region south suburb town village west".split(
    " ",
  ),
);
/** What consists of places, or belongs to one: "the countries of the Gulf". */
const ofPlaces = new Set(["country", "nation", "state", "government", "member", "direction"]);

const isOne = (at: Syntax, token: number, lemmas: ReadonlySet<string>): boolean =>
  token >= 0 && lemmas.has(lemmaOf(at, token).toLowerCase());

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
  return isPlaced(at, token, mention.grain);
}

function isPlaced(at: Syntax, token: number, grain: number): boolean {
  const preposition = prepositionOf(at, token).split(" ")[0] ?? "";
  if (preposition !== "") return locative.has(preposition);
  const head = headOf(at, token);
  // "in Lima and Cusco", but not "unlike Europe and Africa"
  if (hasLabel(at, token, "conj"))
    return uposOf(at, head) !== "PROPN" || hasLabel(at, head, "conj") || isPlaced(at, head, grain);
  // "visited Tehran for a summit"
  if (hasLabel(at, token, "obj")) return isOne(at, head, goesThere);
  // "a Red Sea port"
  if (grain === 0 && hasLabel(at, token, "compound")) return !isOne(at, head, placeWords);
  return hasLabel(at, token, "compound", "nmod", "appos", "amod");
}

/** What is done at the place that it leads away from. */
const leaves = new Set(
  "deport drive eject escape evacuate evict exile expel extradite fire flee launch leave pull remove retreat withdraw".split(
    " ",
  ),
);
/** "on the way to Beni" */
const ways = new Set(["way", "road", "route"]);

/**
 * "marched from Beni calling for talks", "fled to Beni as rebels took the capital": where from, and
 * where somebody else went, is the place of what is done from there or goes there alone.
 */
function isElsewhere(at: Syntax, event: readonly number[], mention: PlaceMention): boolean {
  const token = outermost(at, mention);
  const mover = headOf(at, token);
  const preposition = prepositionOf(at, token);
  if (preposition === "from")
    return !isOne(at, event[0]!, leaves) || (mover !== event[0] && headOf(at, mover) !== event[0]);
  if (!/^(?:to|into|towards?)$/.test(preposition)) return false;
  return isOne(at, mover, ways) || isInClauseBelow(at, event[0]!, mover);
}

/** Whether a word stands in a clause with a subject of its own that hangs on a verb. */
function isInClauseBelow(at: Syntax, token: number, verb: number): boolean {
  for (let next = token; next >= 0 && next !== verb; next = headOf(at, next))
    if (headOf(at, next) === verb)
      return hasLabel(at, next, "advcl") && dependents(at, next, "nsubj").length > 0;
  return false;
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
  if (preposition === "of" && isOne(at, head, ofPlaces)) return true;
  // "Africa's worst drought", but "Kenya's capital"
  if (mention.grain === 0 && hasLabel(at, token, "nmod:poss")) return !isOne(at, head, placeWords);
  return entities.list[entities.of[head] ?? -1]?.kind === "person";
}

/** Prepositions that open what is talked about. */
const topical = new Set(["about", "on", "over", "of", "regarding", "concerning", "for", "into"]);

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
function isRightBehindTopic(at: Syntax, event: readonly number[], mention: PlaceMention): boolean {
  const opening = dependents(at, outermost(at, mention), "case")[0] ?? mention.first;
  return !event.includes(opening - 1) && goingOn.has(at.lemmas[opening - 1]?.toLowerCase() ?? "");
}

const protests = new Set(["protest"]);
const spokenOf = new Set(["about", "on", "over", "regarding", "concerning"]);
const speaks = new Set("address condemn criticise criticize denounce discuss mention".split(" "));

/**
 * How many words above a trigger still tell where it is: none from where it is only spoken of. "flew
 * to Beni to discuss the attack": the attack was somewhere else.
 */
function reachOf(at: Syntax, trigger: number): number {
  let token = trigger;
  for (let height = 0; height < farthest; height++) {
    const head = headOf(at, token);
    const isSpokenOf =
      (uposOf(at, token) === "NOUN" && spokenOf.has(prepositionOf(at, token))) ||
      (hasLabel(at, token, "obj", "nsubj:pass") && isOne(at, head, speaks));
    if (head < 0 || isSpokenOf) return height;
    token = head;
  }
  return farthest;
}

const farthest = 2;

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
  /** The entity of the place. */
  readonly where: string;
  /** The first token of its name. */
  readonly first: number;
  /** It stands in the event's own phrase, not with a verb above it. */
  readonly own: boolean;
  readonly because: Because;
}

export function whereOf(
  at: Syntax,
  places: readonly PlaceMention[],
  entities: Entities,
  { event, taken, talk }: Placed,
): Located | undefined {
  const bracket = bracketAt(at, event[0]!);
  // "protested the war in Yemen"
  const isProtesting = uposOf(at, event[0]!) === "VERB" && isOne(at, event[0]!, protests);
  const free = places.filter((mention) => {
    if (bracket >= 0 && bracketAt(at, mention.first) !== bracket) return false;
    const entity = entityOfPlace(entities, mention);
    if (entity === undefined || taken.has(entity.id)) return false;
    if (!isLocative(at, entities, mention) || isElsewhere(at, event, mention)) return false;
    const about = talk || (isProtesting && isAbove(at, event[0]!, mention.last));
    return !about || !(isOfTopic(at, event, mention) || isRightBehindTopic(at, event, mention));
  });
  const tied = nearest(at, event[0]!, free);
  const found =
    tied && tied.height <= reachOf(at, event[0]!)
      ? {
          mention: mostExact(at, event[0]!, free, tied),
          says: "the place that stands with it",
          height: tied.height,
        }
      : (doneTo(at, event, places, talk) ?? whereClause(at, event[0]!, places));
  const entity = found && entityOfPlace(entities, found.mention);
  if (!entity) return undefined;
  const { first, last, why } = found.mention;
  const own = found.height === 0 || (found.height === 1 && uposOf(at, event[0]!) === "NOUN");
  return {
    where: entity.id,
    first,
    own,
    because: step(found.says, words(tokensSpan(at, first, last)), why),
  };
}

interface Found {
  readonly mention: PlaceMention;
  readonly says: string;
  /** How many words above the trigger it hangs on. */
  readonly height: number;
}

/** "shelled Sloviansk", "visited the city of Brest": a town that something is done to is where it is done. */
function doneTo(
  at: Syntax,
  event: readonly number[],
  places: readonly PlaceMention[],
  talk: boolean,
): Found | undefined {
  if (talk && !event.some((token) => isOne(at, token, goesThere))) return undefined;
  const mention = places.find((each) => {
    const token = outermost(at, each);
    const top = prepositionOf(at, token) === "of" ? headOf(at, token) : token;
    const whole = top === token || isOne(at, top, placeWords);
    return (
      each.grain > 0 &&
      whole &&
      event.includes(headOf(at, top)) &&
      hasLabel(at, top, "obj", "nsubj:pass")
    );
  });
  return mention && { mention, says: "the place it is done to", height: 0 };
}

/** "went to Moa, where he scolded workers": what a clause of "where" tells happened at the place before it. */
function whereClause(
  at: Syntax,
  trigger: number,
  places: readonly PlaceMention[],
): Found | undefined {
  for (let token = trigger; token >= 0; token = headOf(at, token)) {
    if (!hasLabel(at, token, "acl", "advcl")) continue;
    const opens = dependents(at, token).find((each) => lemmaOf(at, each).toLowerCase() === "where");
    if (opens === undefined) continue;
    const mention = places.findLast(
      (each) =>
        each.last < opens &&
        opens - each.last <= 4 &&
        at.tokens.sentence[each.last] === at.tokens.sentence[opens] &&
        prepositionOf(at, outermost(at, each)) !== "from",
    );
    return (
      mention && {
        mention: innermost(places, mention),
        says: 'what the clause of "where" belongs to',
        height: farthest,
      }
    );
  }
  return undefined;
}

/** "Moa" of "Moa, Holguín". */
function innermost(places: readonly PlaceMention[], outer: PlaceMention): PlaceMention {
  const inner = places.find(
    ({ last, country }) => last + 2 === outer.first && country === outer.country,
  );
  return inner ? innermost(places, inner) : outer;
}

/** The bracket that a token stands in, or -1. */
function bracketAt(at: Syntax, token: number): number {
  const start = at.tokens.first[at.tokens.sentence[token]!]!;
  let depth = 0;
  for (let i = token; i >= start; i--) {
    if (at.tokens.form[i] === ")") depth++;
    if (at.tokens.form[i] === "(" && depth-- === 0) return i;
  }
  return -1;
}

function entityOfPlace(entities: Entities, { first, last }: PlaceMention): Entity | undefined {
  for (let token = last; token >= first; token--) {
    const entity = entities.list[entities.of[token] ?? -1];
    if (entity) return entity;
  }
  return undefined;
}
