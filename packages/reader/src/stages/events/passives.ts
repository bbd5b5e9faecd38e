/** Passives, infinitives and relative pronouns: what the form of a verb says of who stands beside it. */
import {
  dependent,
  dependents,
  formOf,
  headOf,
  labelOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";

export const isPassive = (at: Syntax, verb: number): boolean =>
  dependent(at, verb, "aux:pass") >= 0 ||
  isReducedPassive(at, verb) ||
  isHeadlinePassive(at, verb) ||
  isAgentPassive(at, verb);

/** "the men detained by police were freed", where the parser took the participle for the main verb. */
const isAgentPassive = (at: Syntax, verb: number): boolean =>
  xposOf(at, verb) === "VBN" &&
  dependent(at, verb, "obl:agent") >= 0 &&
  dependent(at, verb, "aux", "obj") < 0;

/** "the men arrested in Goma", "arrested in Goma, the men …". */
const isReducedPassive = (at: Syntax, verb: number): boolean =>
  xposOf(at, verb) === "VBN" &&
  ["acl", "advcl"].includes(labelOf(at, verb)) &&
  dependent(at, verb, "nsubj", "obj", "aux") < 0;

/**
 * "12 killed in Goma blast": a bare participle with its noun before it. In a full sentence, which
 * has its stop, the same shape is a past tense that the tagger took for a participle.
 */
const isHeadlinePassive = (at: Syntax, verb: number): boolean =>
  xposOf(at, verb) === "VBN" &&
  dependent(at, verb, "aux", "cop", "obj", "ccomp", "xcomp") < 0 &&
  dependent(at, verb, "nsubj") >= 0 &&
  !endsInStop(at, verb);

export function endsInStop(at: Syntax, token: number): boolean {
  const last = at.tokens.first[at.tokens.sentence[token]! + 1]! - 1;
  return /[.!?"”’')]$/.test(formOf(at, last));
}

export const isRelativePronoun = (at: Syntax, token: number): boolean =>
  ["WDT", "WP", "WP$"].includes(xposOf(at, token)) ||
  (formOf(at, token).toLowerCase() === "that" && uposOf(at, token) === "PRON");

/** "which" of a relative clause stands for the noun that the clause describes. */
export function antecedent(at: Syntax, token: number): number {
  if (!isRelativePronoun(at, token)) return token;
  for (let next = headOf(at, token); next >= 0; next = headOf(at, next))
    if (labelOf(at, next) === "acl:relcl" || labelOf(at, next) === "acl") return headOf(at, next);
  return token;
}

export function byAgents(at: Syntax, verb: number): number[] {
  // "was offered a loan by the bank", "was shot dead by police": the parser hangs who did it on what follows.
  const behind = isGivenTo(at, verb) ? dependents(at, verb, "obj") : dependents(at, verb, "xcomp");
  const places = [verb, ...behind.filter((each) => !isInfinitive(at, each))];
  return places
    .flatMap((each) => dependents(at, each, "obl", "nmod"))
    .filter((each) => prepositionOf(at, each) === "by");
}

/** "The junta was given an ultimatum": the subject is whom something is given. */
export const isGivenTo = (at: Syntax, verb: number): boolean =>
  given.has(lemmaOf(at, verb)) && isPassive(at, verb) && dependent(at, verb, "obj") >= 0;

const given = new Set(
  "give grant offer award hand send deny refuse promise pay lend allow show".split(" "),
);

export const isInfinitive = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "mark").some((each) => formOf(at, each).toLowerCase() === "to");

/** The word that a passive shows as its subject: for control, that is who the infinitive is about. */
export const surface = (at: Syntax, verb: number): number[] =>
  dependents(at, verb, "nsubj:pass", "nsubj").map((each) => antecedent(at, each));
