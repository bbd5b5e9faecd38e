/** Whether the words around a date speak of what is over or of what is to come. */
import {
  auxiliariesOf,
  dependents,
  formOf,
  hasLabel,
  headOf,
  lemmaOf,
  type Syntax,
  uposOf,
  xposOf,
} from "./syntax.ts";

export type Direction = "past" | "future" | undefined;

const futureAuxiliaries: ReadonlySet<string> = new Set([
  "will",
  "would",
  "shall",
  "'ll",
  "’ll",
  "wo",
]);
const modals: ReadonlySet<string> = new Set(["may", "might", "could", "can", "should", "must"]);

/**
 * "For Monday" looks ahead. Else from the verb that governs a token: its auxiliaries and tag. An infinitive looks ahead ("agreed to
 * meet") unless it tells the purpose of something done ("flew in to meet"); a participle or a noun
 * goes with the verb above.
 */
export function directionAt(at: Syntax, token: number): Direction {
  if (formOf(at, token - 1).toLowerCase() === "for") return "future";
  if (isPutOff(at, token)) return "future";
  for (let next = token, steps = 0; next >= 0 && steps < 12; next = headOf(at, next), steps++) {
    const found = directionOf(at, next);
    if (found !== "above") return found;
  }
  return undefined;
}

const delaying: ReadonlySet<string> = new Set(
  "adjourn defer delay extend postpone prolong remand suspend".split(" "),
);

/** "Postponed the talks until Tuesday." */
function isPutOff(at: Syntax, token: number): boolean {
  const opens = [token, token - 1].some((each) => /^(?:until|till|to)$/i.test(formOf(at, each)));
  if (!opens) return false;
  for (let next = token, steps = 0; next >= 0 && steps < 6; next = headOf(at, next), steps++)
    if (delaying.has(lemmaOf(at, next).toLowerCase())) return true;
  return false;
}

/** "Has been protesting": what began in the past goes on. */
export function goesOn(at: Syntax, token: number): boolean {
  for (let next = token, steps = 0; next >= 0 && steps < 6; next = headOf(at, next), steps++) {
    if (uposOf(at, next) !== "VERB") continue;
    const auxiliaries = dependents(at, next, "aux");
    const has = auxiliaries.some((each) => /^(?:has|have|['’]ve)$/i.test(formOf(at, each)));
    const been = auxiliaries.some((each) => formOf(at, each).toLowerCase() === "been");
    return has && been && xposOf(at, next) === "VBG";
  }
  return false;
}

function directionOf(at: Syntax, token: number): Direction | "above" {
  const tag = xposOf(at, token);
  const auxiliaries = auxiliariesOf(at, token, "cop");
  const words = auxiliaries.map((each) => formOf(at, each).toLowerCase());
  const tags = auxiliaries.map((each) => xposOf(at, each));
  if (words.some((each) => futureAuxiliaries.has(each))) return "future";
  const perfect = words.some((each) => each === "have" || each === "has" || each === "had");
  if (words.some((each) => modals.has(each))) return perfect ? "past" : "future";
  if (perfect || tags.includes("VBD")) return isDue(at, token) ? "future" : "past";
  if (tags.includes("VBZ") || tags.includes("VBP")) return ofPresent(at, token, tag);
  if (tag === "VBD") return "past";
  if (tag === "VB") return ofInfinitive(at, token);
  return "above";
}

/** "is meeting on Monday", "is due (to meet) on Monday" look ahead; "is held on Mondays" does not say. */
const ofPresent = (at: Syntax, token: number, tag: string): Direction =>
  tag === "VBG" ||
  isDue(at, token) ||
  (tag === "VB" &&
    dependents(at, token, "mark").some((each) => formOf(at, each).toLowerCase() === "to")) ||
  (tag === "VB" && dependents(at, token).some((each) => isDue(at, each)))
    ? "future"
    : tag === "VBN"
      ? "past"
      : undefined;

const dueWords: ReadonlySet<string> = new Set([
  "due",
  "scheduled",
  "expected",
  "set",
  "planned",
  "slated",
  "supposed",
]);

const isDue = (at: Syntax, token: number): boolean => dueWords.has(formOf(at, token).toLowerCase());

/** Verbs whose infinitive is their purpose, whatever a parse calls it: "flew in to see". */
const motion: ReadonlySet<string> = new Set(
  "arrive come drive flock fly gather go head meet return rush sail sit travel turn visit".split(
    " ",
  ),
);

function ofInfinitive(at: Syntax, token: number): Direction {
  const above = headOf(at, token);
  const moves = above >= 0 && motion.has(lemmaOf(at, above).toLowerCase());
  const purpose = hasLabel(at, token, "advcl") || (moves && hasLabel(at, token, "xcomp"));
  return purpose && above >= 0 && directionAt(at, above) === "past" ? "past" : "future";
}

const lookAhead: ReadonlySet<string> = new Set(
  "agree arrange call convene demand expect invite offer order plan pledge promise propose schedule set urge vow".split(
    " ",
  ),
);

/** Words before a date that open a time, wherever the parser hangs it. */
const openers: ReadonlySet<string> = new Set(["after", "from", "until", "till", "by"]);

/**
 * Whether a date may have another time than its verb: it hangs by a noun ("a hearing for July 9") or
 * by a verb of what is yet to be done ("called for talks on July 9"), or opens or ends a time ("to
 * talk after July 9").
 */
export function mayLookAhead(at: Syntax, first: number, last: number): boolean {
  if ([first, first - 1].some((each) => openers.has(formOf(at, each).toLowerCase()))) return true;
  let top = first;
  for (let steps = 0; steps < 12; steps++) {
    const above = headOf(at, top);
    if (above < 0) return false;
    if (above < first || above > last)
      return (
        /^(?:NOUN|PROPN)$/.test(uposOf(at, above)) ||
        lookAhead.has(lemmaOf(at, above).toLowerCase())
      );
    top = above;
  }
  return false;
}
