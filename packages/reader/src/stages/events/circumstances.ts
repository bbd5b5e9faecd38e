/** When and where an event took place, from the words around its trigger. */
import { type Because, step, words } from "../../reading/because.ts";
import type { DateMention, Entities, PlaceMention } from "../../reading/layers.ts";
import type { When } from "../../reading/reading.ts";
import {
  dependent,
  dependents,
  hasLabel,
  headOf,
  isAbove,
  labelOf,
  prepositionOf,
  type Syntax,
  tokensSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";

/** The verbs above a trigger whose time and place are also its own, itself first. */
function frameOfReference(at: Syntax, trigger: number): number[] {
  const found = [trigger];
  for (let token = trigger; found.length < 5; ) {
    const head = headOf(at, token);
    if (
      head < 0 ||
      hasLabel(at, token, "ccomp", "parataxis") ||
      labelOf(at, token) === "acl:relcl" ||
      (labelOf(at, token) === "acl" && xposOf(at, token) === "VBN") ||
      (hasLabel(at, token, "conj") && dependent(at, token, "nsubj") >= 0)
    )
      break;
    found.push(head);
    token = head;
  }
  return found;
}

/** The relation by which a word hangs somewhere below `above`, counted in steps; -1 if it does not. */
function distanceBelow(at: Syntax, above: number, token: number): number {
  let steps = 0;
  for (let next = token; next >= 0; next = headOf(at, next)) {
    if (next === above) return steps;
    if (
      steps > 0 &&
      next !== token &&
      (hasLabel(at, next, "conj") ||
        (hasLabel(at, next, "ccomp", "acl", "advcl", "parataxis") && uposOf(at, next) === "VERB"))
    )
      return -1;
    steps++;
  }
  return -1;
}

/**
 * "returned the men and agreed to meet after Friday": the time stands with the verb before it;
 * "called a strike for Monday and urged him to go": with the verb it follows, and not with the next.
 */
const isAnothers = (at: Syntax, above: number, trigger: number, mention: number): boolean =>
  (mention > above && mention < trigger && isConjunctBelow(at, above, trigger)) ||
  dependents(at, above, "conj").some(
    (each) =>
      each > above && each < mention && uposOf(at, each) === "VERB" && !isAbove(at, each, trigger),
  );

function isConjunctBelow(at: Syntax, above: number, trigger: number): boolean {
  for (let token = trigger; token >= 0 && token !== above; token = headOf(at, token))
    if (hasLabel(at, token, "conj") && headOf(at, token) === above) return true;
  return false;
}

interface Tied<T> {
  readonly mention: T;
  readonly height: number;
}

/** The mention tied most closely to the trigger: in its own phrase, else in a verb's above it. */
function nearest<T extends { first: number; last: number }>(
  at: Syntax,
  trigger: number,
  mentions: readonly T[],
): Tied<T> | undefined {
  const sentence = at.tokens.sentence[trigger]!;
  const here = mentions.filter((each) => at.tokens.sentence[each.first] === sentence);
  if (here.length === 0) return undefined;
  for (const [height, above] of frameOfReference(at, trigger).entries()) {
    let best: T | undefined;
    let bestSteps = 5;
    for (const mention of here.filter((each) => !isAnothers(at, above, trigger, each.first)))
      for (let token = mention.first; token <= mention.last; token++) {
        const steps = distanceBelow(at, above, token);
        if (steps >= 0 && steps < bestSteps && !isAbove(at, token, trigger)) {
          best = mention;
          bestSteps = steps;
        }
      }
    if (best) return { mention: best, height };
  }
  return undefined;
}

export interface Timed {
  readonly when?: When;
  readonly because: Because;
}

export function whenOf(
  at: Syntax,
  trigger: number,
  dates: readonly DateMention[],
  published: string | undefined,
): Timed {
  const tied = nearest(at, trigger, dates);
  if (tied)
    return {
      when: tied.mention.when,
      because: step("the date that stands with it", tied.mention.why),
    };
  const day = published?.slice(0, 10);
  if (day === undefined)
    return { because: step("no date stands with it, and none of publication is known") };
  return {
    when: { from: day, to: day, basis: "dateline" },
    because: step(`no date stands with it: the report's own, ${day}`),
  };
}

const locative = new Set(
  "in at near on outside inside around across throughout over off of from to into within along between".split(
    " ",
  ),
);

/** A place that hangs on a word by a preposition of place; the head noun of the phrase counts too. */
function isLocative(at: Syntax, mention: PlaceMention): boolean {
  for (let token = mention.first; token <= mention.last; token++) {
    const head = headOf(at, token);
    if (head >= mention.first && head <= mention.last) continue;
    if (locative.has(prepositionOf(at, token).split(" ")[0] ?? "")) return true;
    if (hasLabel(at, token, "compound", "nmod", "appos", "amod", "conj")) return true;
  }
  return false;
}

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

export interface Located {
  /** The entity of the place. */
  readonly where: string;
  /** The first token of its name. */
  readonly first: number;
  /** It stands in the event's own phrase, not with a verb above it. */
  readonly own: boolean;
  readonly because: Because;
}

/** `event`: the words of the frame, the trigger first; `talk`: the event is one of words. */
export function whereOf(
  at: Syntax,
  event: readonly number[],
  places: readonly PlaceMention[],
  entities: Entities,
  taken: ReadonlySet<string>,
  talk: boolean,
): Located | undefined {
  const free = places.filter((mention) => {
    const entity = entities.list[entities.of[mention.first] ?? entities.of[mention.last] ?? -1];
    if (entity === undefined || taken.has(entity.id) || !isLocative(at, mention)) return false;
    return !talk || !isOfTopic(at, event, mention);
  });
  const tied = nearest(at, event[0]!, free);
  if (!tied || tied.height > 2) return undefined;
  const { first, last, why } = tied.mention;
  const entity = entityOfPlace(entities, first, last);
  if (!entity) return undefined;
  return {
    where: entity.id,
    first,
    own: tied.height === 0 || (tied.height === 1 && uposOf(at, event[0]!) === "NOUN"),
    because: step("the place that stands with it", words(tokensSpan(at, first, last)), why),
  };
}

function entityOfPlace(entities: Entities, first: number, last: number) {
  for (let token = last; token >= first; token--) {
    const entity = entities.list[entities.of[token] ?? -1];
    if (entity) return entity;
  }
  return undefined;
}
