/** Verbs that carry an event noun without adding to it: "launched an attack". */
import type { Path } from "../../knowledge/frames.ts";
import type { VerbClasses } from "../../knowledge/governors.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  uposOf,
} from "../../reading/syntax.ts";
import { isPassive } from "./passives.ts";

export interface Places {
  readonly at: Syntax;
  readonly verbs: VerbClasses;
  /** What stands at the end of a path from a word: looked up once a report. */
  readonly reached: Map<Path, Map<number, readonly number[]>>;
  /** The word that names whoever says the words around a token, or -1. */
  readonly teller: (token: number) => number;
}

/** The light verb that carries an event noun ("launched an attack"), or -1. */
export function lightVerbOf(places: Places, noun: number): number {
  const { at, verbs } = places;
  const verb = headOf(at, noun);
  if (verb < 0) return -1;
  if (hasLabel(at, noun, "conj") && uposOf(at, verb) === "NOUN") return lightVerbOf(places, verb);
  if (isMeasured(at, noun)) return lightVerbOf(places, verb);
  const carried =
    hasLabel(at, noun, "obj", "nsubj:pass") ||
    (hasLabel(at, noun, "obl") && (isPrepositionOf(at, noun) || isBehindParticle(at, noun)));
  if (carried && isLight(at, verbs, verb)) return verb;
  return relativeLightVerb(places, noun);
}

/** "The talks take place": the verb only says that its subject comes about. */
export function isOccurrence(at: Syntax, verbs: VerbClasses, verb: number): boolean {
  const particle = dependent(at, verb, "compound:prt", "obj");
  const phrase = particle < 0 ? "" : ` ${lemmaOf(at, particle)}`;
  return verbs.occurrence.has(lemmaOf(at, verb) + phrase);
}

/** "three days of drills", "a series of talks": the measure stands where the act should. */
const isMeasured = (at: Syntax, noun: number): boolean =>
  prepositionOf(at, noun) === "of" && measures.has(lemmaOf(at, headOf(at, noun)));

const measures = new Set(["hour", "day", "week", "month", "round", "series", "string", "wave"]);

/** Words that stand behind a verb to give it another sense, and seldom before a noun of their own. */
export const isParticle = (at: Syntax, token: number): boolean =>
  /^(?:off|out|up|down)$/i.test(formOf(at, token));

/** "kicked off drills": the parser takes the particle for a preposition of the noun. */
const isBehindParticle = (at: Syntax, noun: number): boolean => {
  const behind = headOf(at, noun) + 1;
  return isParticle(at, behind) && prepositionOf(at, noun) === formOf(at, behind).toLowerCase();
};

/** "engaged in talks", "went on strike": the noun is the verb's oblique. */
const isPrepositionOf = (at: Syntax, noun: number): boolean =>
  ["in", "on", "out"].includes(prepositionOf(at, noun)) &&
  ["engage", "join"].includes(lemmaOf(at, headOf(at, noun)));

function isLight(at: Syntax, verbs: VerbClasses, verb: number): boolean {
  if (uposOf(at, verb) !== "VERB") return false;
  if (verbs.light.has(lemmaOf(at, verb))) return true;
  const hung = dependent(at, verb, "compound:prt");
  const particle = hung < 0 && isParticle(at, verb + 1) ? verb + 1 : hung;
  return particle >= 0 && verbs.light.has(`${lemmaOf(at, verb)} ${lemmaOf(at, particle)}`);
}

/** "the attack launched by rebels", "the talks they held": the verb hangs below its noun. */
const relativeLightVerb = ({ at, verbs }: Places, noun: number): number =>
  dependents(at, noun, "acl").find(
    (verb) => isLight(at, verbs, verb) && (isPassive(at, verb) || dependent(at, verb, "obj") < 0),
  ) ?? -1;
