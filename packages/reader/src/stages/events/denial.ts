/** Words that deny what a verb or an event's noun tells, or turn it into a supposition or a question. */
import { dependent, dependents, formOf, type Syntax, uposOf } from "../../reading/syntax.ts";

const negations = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "without"]);
export const wordAt = (at: Syntax, token: number): string => formOf(at, token).toLowerCase();

/** "Not only", "no fewer than", "no doubt" deny nothing. */
const afterNegation = new Set([
  "only",
  "just",
  "merely",
  "fewer",
  "less",
  "more",
  "doubt",
  "matter",
]);

const isNegation = (at: Syntax, token: number): boolean =>
  negations.has(wordAt(at, token)) && !afterNegation.has(wordAt(at, token + 1));

const negationOf = (at: Syntax, token: number): number =>
  dependents(at, token, "advmod", "det", "cc", "mark", "case").find((each) =>
    isNegation(at, each),
  ) ?? -1;

const nobody = new Set(["nobody", "none", "nothing"]);

/** "Neither A nor B signed", "no troops attacked", "signed no treaty", "none of them came". */
function negatedParty(at: Syntax, verb: number): number {
  if (uposOf(at, verb) !== "VERB") return -1;
  for (const party of dependents(at, verb, "nsubj", "obj")) {
    if (nobody.has(wordAt(at, party))) return party;
    const found = dependents(at, party, "det", "cc").find((each) => isNegation(at, each));
    if (found !== undefined && found < party) return found;
  }
  return -1;
}

/** "No longer attacks", "has yet to sign". */
function negatedTime(at: Syntax, verb: number): number {
  const longer = dependents(at, verb, "advmod").find(
    (each) => wordAt(at, each) === "longer" && wordAt(at, each - 1) === "no",
  );
  if (longer !== undefined) return longer;
  const to = dependents(at, verb, "mark").find((each) => wordAt(at, each) === "to") ?? 0;
  return to > 0 && wordAt(at, to - 1) === "yet" ? to - 1 : -1;
}

/** The words that deny a verb or an event's noun, or -1. */
export const denialOf = (at: Syntax, token: number): number =>
  [negationOf(at, token), negatedParty(at, token), negatedTime(at, token)].find(
    (each) => each >= 0,
  ) ?? -1;

/** Auxiliaries that stand before their subject where something is supposed or asked. */
const inverting = new Set(["had", "should", "were"]);
const clauseOpeners = new Set([",", "and", "but", "or", "“", '"', "—", "–", ";"]);

/** "Had the army attacked, …", "should China attack, …", "did rebels attack the town?" */
export function invertedAuxiliary(at: Syntax, verb: number): number {
  const subject = dependent(at, verb, "nsubj");
  const auxiliary = dependent(at, verb, "aux", "cop");
  if (subject < 0 || auxiliary < 0 || auxiliary > subject || subject > verb) return -1;
  const sentence = at.tokens.sentence[verb]!;
  const first = at.tokens.first[sentence]!;
  const opens = auxiliary === first || clauseOpeners.has(wordAt(at, auxiliary - 1));
  const asked = formOf(at, at.tokens.first[sentence + 1]! - 1).startsWith("?");
  return (inverting.has(wordAt(at, auxiliary)) && opens) || (asked && opens) ? auxiliary : -1;
}
