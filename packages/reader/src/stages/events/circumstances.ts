/** When an event took place, and what stands with it, from the words around its trigger. */
import { type Because, step } from "../../reading/because.ts";
import { directionAt } from "../../reading/direction.ts";
import type { DateMention, UndatedMention } from "../../reading/layers.ts";
import type { When } from "../../reading/reading.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  isAbove,
  labelOf,
  lemmaOf,
  type Syntax,
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

/** "Visited the town to open a school in May": the time of what is done for a purpose is that of both. */
const isPurpose = (at: Syntax, token: number): boolean =>
  labelOf(at, token) === "advcl" &&
  dependent(at, token, "nsubj") < 0 &&
  dependents(at, token, "mark").some((each) => formOf(at, each).toLowerCase() === "to");

const occurring: ReadonlySet<string> = new Set(["happen", "occur", "take"]);

/** "A bombing that happened on Monday": the time of the noun. */
const isOccurrence = (at: Syntax, token: number): boolean =>
  labelOf(at, token) === "acl:relcl" && occurring.has(lemmaOf(at, token).toLowerCase());

/** The relation by which a word hangs somewhere below `above`, counted in steps; -1 if it does not. */
function distanceBelow(at: Syntax, above: number, token: number): number {
  let steps = 0;
  for (let next = token; next >= 0; next = headOf(at, next)) {
    if (next === above) return steps;
    if (
      steps > 0 &&
      next !== token &&
      !isPurpose(at, next) &&
      !isOccurrence(at, next) &&
      (hasLabel(at, next, "conj") ||
        labelOf(at, next) === "acl:relcl" ||
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
  isOfFirstConjunct(at, above, trigger, mention) ||
  dependents(at, above, "conj").some(
    (each) =>
      each > above && each < mention && uposOf(at, each) === "VERB" && !isAbove(at, each, trigger),
  );

/** Whether the mention stands with what the trigger, or a word above it, is coordinated with. */
function isOfFirstConjunct(at: Syntax, above: number, trigger: number, mention: number): boolean {
  for (let token = trigger; token >= 0 && token !== above; token = headOf(at, token)) {
    const first = headOf(at, token);
    if (hasLabel(at, token, "conj") && mention > first && mention < token) return true;
  }
  return false;
}

export interface Tied<T> {
  readonly mention: T;
  readonly height: number;
}

/**
 * The mention tied most closely to the trigger: in its own phrase, else in a verb's above it. `fits`
 * may bar some from a verb.
 */
export function nearest<T extends { first: number; last: number }>(
  at: Syntax,
  trigger: number,
  mentions: readonly T[],
  fits: (above: number, mention: T) => boolean = () => true,
): Tied<T> | undefined {
  const sentence = at.tokens.sentence[trigger]!;
  const here = mentions.filter((each) => at.tokens.sentence[each.first] === sentence);
  if (here.length === 0) return undefined;
  for (const [height, above] of frameOfReference(at, trigger).entries()) {
    let best: T | undefined;
    let bestSteps = 5;
    for (const mention of here.filter(
      (each) => !isAnothers(at, above, trigger, each.first) && fits(above, each),
    ))
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

/** "Attacked and killed them yesterday": the verb behind the first, which has nothing of its own. */
function sharedVerb(at: Syntax, trigger: number): number {
  if (uposOf(at, trigger) !== "VERB" || dependent(at, trigger, "obj", "obl", "xcomp", "ccomp") >= 0)
    return -1;
  return (
    dependents(at, trigger, "conj").find(
      (each) =>
        xposOf(at, each) === xposOf(at, trigger) &&
        each - trigger <= 3 &&
        dependent(at, each, "nsubj", "nsubj:pass", "aux") < 0,
    ) ?? -1
  );
}

/** "Met him in Kampala, where they signed a pact": the verb whose time is that of the clause, or -1. */
function verbThere(at: Syntax, trigger: number): number {
  const isThere = (verb: number): boolean =>
    dependents(at, verb, "advmod").some((each) => formOf(at, each).toLowerCase() === "where");
  let token = trigger;
  while (token >= 0 && !(labelOf(at, token) === "acl:relcl" && isThere(token)))
    token = headOf(at, token);
  if (token < 0) return -1;
  do token = headOf(at, token);
  while (token >= 0 && uposOf(at, token) !== "VERB");
  return token;
}

export interface Timed {
  readonly when?: When;
  readonly because: Because;
}

/** What is told in the past was not done on a day to come: "postponed the talks until Friday". */
const isOver =
  (at: Syntax, published: string | undefined) =>
  (above: number, mention: DateMention | UndatedMention): boolean => {
    if (published === undefined || !mention.when || uposOf(at, above) !== "VERB") return true;
    const { from, to } = mention.when;
    return from < published || to <= published || directionAt(at, above) !== "past";
  };

export function whenOf(
  at: Syntax,
  trigger: number,
  { dates, undated }: { dates: readonly DateMention[]; undated: readonly UndatedMention[] },
  published: string | undefined,
): Timed {
  const day = published?.slice(0, 10);
  const all: readonly (DateMention | UndatedMention)[] =
    undated.length === 0 ? dates : [...dates, ...undated];
  const tiedTo = (verb: number): DateMention | UndatedMention | undefined =>
    verb < 0
      ? undefined
      : nearest<DateMention | UndatedMention>(at, verb, all, isOver(at, day))?.mention;
  const tied = tiedTo(trigger) ?? tiedTo(sharedVerb(at, trigger)) ?? tiedTo(verbThere(at, trigger));
  if (tied?.when)
    return { when: tied.when, because: step("the date that stands with it", tied.why) };
  if (tied) return { because: step("long past, on no day that is told", tied.why) };
  if (day === undefined)
    return { because: step("no date stands with it, and none of publication is known") };
  return {
    when: { from: day, to: day, basis: "dateline" },
    because: step(`no date stands with it: the report's own, ${day}`),
  };
}
