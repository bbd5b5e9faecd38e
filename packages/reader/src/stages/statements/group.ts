import { dependents, hasLabel, headOf, lemmaOf, uposOf, xposOf } from "../../reading/syntax.ts";
import { formIs, isVerb, lower, type Scene } from "./scene.ts";

/** Verbs that only say how another one goes: "went on to say", "has yet to comment". */
const aspects = new Set([
  "go",
  "continue",
  "begin",
  "start",
  "try",
  "tend",
  "come",
  "keep",
  "stop",
  "have",
  "use",
  "fail",
  "manage",
  "proceed",
  "happen",
  "get",
  "dare",
  "attempt",
  "struggle",
  "rush",
  "hasten",
]);

/**
 * The tokens of a cue's group: the verb, its auxiliaries, negation, particles, the adverbs among
 * them, and the verbs it hangs on that only say how it goes; then `also`, tokens that the content
 * asks for (a preposition).
 */
export function verbGroup(at: Scene, verb: number, also: readonly number[] = []): number[] {
  const group = new Set<number>([verb, ...also]);
  let top = verb;
  addHelpers(at, verb, group);
  while (hasLabel(at, top, "xcomp") && aspects.has(lemmaOf(at, headOf(at, top)))) {
    for (const each of dependents(at, top, "mark")) group.add(each);
    top = headOf(at, top);
    group.add(top);
    addHelpers(at, top, group);
  }
  if (hasLabel(at, top, "xcomp", "acl", "advcl"))
    for (const each of dependents(at, top, "mark")) if (formIs(at, each, "to")) group.add(each);
  addAdverbsBefore(at, group);
  fillGaps(at, group);
  return [...group].sort((a, b) => a - b);
}

function addHelpers(at: Scene, verb: number, group: Set<number>): void {
  for (const each of dependents(at, verb, "aux", "cop", "compound:prt")) group.add(each);
  for (const each of dependents(at, verb, "advmod"))
    if (formIs(at, each, "not", "n't", "n’t", "never")) group.add(each);
  if (isVerb(at, verb) && dependents(at, verb, "conj").length >= 0) return;
}

/** "also said", "repeatedly denied": adverbs right before or inside the group. */
function addAdverbsBefore(at: Scene, group: Set<number>): void {
  let first = Math.min(...group);
  while (
    first > 0 &&
    at.tokens.sentence[first - 1] === at.tokens.sentence[first] &&
    uposOf(at, first - 1) === "ADV" &&
    xposOf(at, first - 1) !== "WRB" &&
    !formIs(at, first - 1, "so", "So", "as", "As", "however", "However") &&
    group.has(headOf(at, first - 1))
  )
    group.add(--first);
}

/** Adverbs between auxiliaries and the verb belong to the group; a subject in between does not. */
function fillGaps(at: Scene, group: Set<number>): void {
  const [first, last] = [Math.min(...group), Math.max(...group)];
  for (let each = first + 1; each < last; each++)
    if (!group.has(each) && uposOf(at, each) === "ADV" && group.has(headOf(at, each)))
      group.add(each);
}

/** "in a statement", "in an interview", right behind the cue: how it was said. */
export function manner(at: Scene, after: number): number[] {
  if (!formIs(at, after, "in")) return [];
  const determiner = lower(at, after + 1);
  if (!["a", "an", "the", "his", "her", "its", "their"].includes(determiner)) return [];
  const noun = after + 2;
  return ["statement", "interview", "tweet", "letter", "report"].includes(lower(at, noun))
    ? [after, after + 1, noun]
    : [];
}
