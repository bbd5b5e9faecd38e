/**
 * From a trigger word to the words that stand at its logical places. "subject" is who does it and
 * "object" whom it is done to, whatever the syntax.
 */
import type { Path, Step } from "../../knowledge/frames.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  isRough,
  labelOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  subtree,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { isOccurrence, isParticle, lightVerbOf, type Places } from "./light-verbs.ts";
import {
  antecedent,
  isGivenTo,
  isInfinitive,
  isPassive,
  isRelativePronoun,
  surface,
} from "./passives.ts";
import { isMisplaced, subjects } from "./subjects.ts";

const unique = (tokens: readonly number[]): number[] => [...new Set(tokens)];

function objects(places: Places, token: number): number[] {
  const { at } = places;
  if (isPassive(at, token)) {
    if (isGivenTo(at, token)) return dependents(at, token, "obj");
    const shown = dependents(at, token, "nsubj").map((each) => antecedent(at, each));
    if (shown.length > 0) return shown;
    const head = headOf(at, token);
    const label = labelOf(at, token);
    if (head < 0) return [];
    if (label.startsWith("acl")) return [head];
    if (label === "conj")
      return isPassive(at, head) ? objects(places, head) : subjects(places, head);
    if (label === "xcomp" || label === "advcl") return surface(at, head);
    return [];
  }
  for (const relation of ["obj", "iobj", "xcomp", "obl"]) {
    const own = dependents(at, token, relation)
      .filter((each) => isBareNominal(at, each, relation) && !isMisplaced(at, token, each))
      .map((each) => antecedent(at, each));
    if (own.length > 0) return own;
  }
  if (hasLabel(at, token, "acl") && hasOwnSubject(at, token)) return [headOf(at, token)];
  const behind = particleObject(at, token);
  return behind >= 0 ? [behind] : sharedObject(at, token);
}

/** "kick off annual drills", "handed out blankets": the verb's particle, taken for a preposition. */
const particleObject = (at: Syntax, verb: number): number =>
  isParticle(at, verb + 1)
    ? (dependents(at, verb, "obl").find(
        (each) => prepositionOf(at, each) === formOf(at, verb + 1).toLowerCase(),
      ) ?? -1)
    : -1;

/** A noun without preposition: what stands for an object where the parser took it for less. */
const isBareNominal = (at: Syntax, token: number, relation: string): boolean =>
  relation === "obj" ||
  relation === "iobj" ||
  (["NOUN", "PROPN", "PRON"].includes(uposOf(at, token)) &&
    dependents(at, token, "case").every((each) => isRough(at, each)) &&
    dependent(at, token, "cop", "mark") < 0);

/** "the village that troops attacked": the described noun is the object. */
const hasOwnSubject = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "nsubj").some((each) => !isRelativePronoun(at, each));

/** "arrested and charged the men": the object stands once, after the last verb. */
function sharedObject(at: Syntax, verb: number): number[] {
  const next = dependents(at, verb, "conj").find(
    (each) =>
      uposOf(at, each) === "VERB" && !isPassive(at, each) && dependent(at, each, "nsubj") < 0,
  );
  return next === undefined ? [] : dependents(at, next, "obj");
}

const obliquesOf = (at: Syntax, token: number, prepositions: readonly string[]): number[] =>
  dependents(at, token, "obl", "nmod", "advmod", "advcl").filter(
    (each) =>
      prepositions.includes(prepositionOf(at, each)) ||
      prepositions.includes(behindParticle(at, token, prepositionOf(at, each))),
  );

/** "pulled out of talks": with "pull out" as the verb, the preposition is "of". */
const behindParticle = (at: Syntax, verb: number, preposition: string): string => {
  const particle = formOf(at, verb + 1).toLowerCase();
  return isParticle(at, verb + 1) && preposition.startsWith(`${particle} `)
    ? preposition.slice(particle.length + 1)
    : "";
};

/**
 * "talks between the army and the rebels resumed", where "the rebels" were hung on "talks", or taken for
 * those who resume: two are between.
 */
function secondBetween(at: Syntax, token: number, first: number): number[] {
  if (prepositionOf(at, first) !== "between" || dependent(at, first, "conj") >= 0) return [];
  return dependents(at, token, "conj")
    .filter(
      (each) => each > first && dependents(at, each, "cc").some((cc) => lemmaOf(at, cc) === "and"),
    )
    .flatMap((each) => (uposOf(at, each) === "VERB" ? dependents(at, each, "nsubj") : [each]));
}

/** Obliques; where a preposition could hang on a neighbour as well, there too. */
function obliques(places: Places, token: number, prepositions: readonly string[]): number[] {
  const { at } = places;
  const own = obliquesOf(at, token, prepositions);
  if (own.length === 1) return [...own, ...secondBetween(at, token, own[0]!)];
  if (own.length > 0) return own;
  if (uposOf(at, token) === "VERB") {
    const object = dependents(at, token, "obj");
    const particle = dependents(at, token, "advmod", "compound:prt");
    return [...object, ...particle].flatMap((each) => obliquesOf(at, each, prepositions));
  }
  // "Fighting broke out between …": what the verb has is the noun's.
  const above = headOf(at, token);
  const verb =
    hasLabel(at, token, "nsubj") && isOccurrence(at, places.verbs, above)
      ? above
      : lightVerbOf(places, token);
  if (verb >= 0) {
    const carried = obliquesOf(at, verb, prepositions);
    if (carried.length > 0) return carried;
  }
  const chained = dependents(at, token, "nmod", "obl").flatMap((each) =>
    obliquesOf(at, each, prepositions),
  );
  if (chained.length > 0 && prepositions[0] !== "of") return chained;
  const head = headOf(at, token);
  return head >= 0 && hasLabel(at, token, "obl", "obj", "nmod") && prepositions[0] !== "of"
    ? obliquesOf(at, head, prepositions).filter((each) => each > token && each - token < 6)
    : [];
}

/** Whole compounds, since in "US-Iran talks" both names stand before the noun. */
const modifiers = (at: Syntax, noun: number): number[] =>
  dependents(at, noun, "amod", "compound", "nmod:desc", "nmod:unmarked").flatMap((each) => [
    each,
    ...dependents(at, each, "compound", "conj", "amod"),
  ]);

/** All that a word stands under, the nearest first: "expect" and "say" in "said they expect to meet". */
function above(at: Syntax, token: number): number[] {
  const found: number[] = [];
  for (let next = headOf(at, token); next >= 0; next = headOf(at, next)) found.push(next);
  return found;
}

/** Clauses that complete a verb or noun, an infinitive also where it was hung on a bare word between. */
function complements(at: Syntax, token: number): number[] {
  const own = dependents(at, token, "xcomp", "ccomp", "advcl", "acl");
  // "agreed in Geneva to extend the truce": what stands so bare asks for no infinitive itself.
  const hung = dependents(at, token, "obl")
    .filter((each) => dependent(at, each, "det", "amod", "nmod", "compound") < 0)
    .flatMap((each) => dependents(at, each, "acl").filter((verb) => isInfinitive(at, verb)));
  return [...own, ...hung].filter((each) => each > token);
}

function follow(places: Places, token: number, step: Step): number[] {
  const { at } = places;
  switch (step.to) {
    case "subject":
      return subjects(places, token);
    case "object":
      return objects(places, token);
    case "indirect":
      return isGivenTo(at, token) ? surface(at, token) : dependents(at, token, "iobj");
    case "possessor":
      return dependents(at, token, "nmod:poss");
    case "modifier":
      return modifiers(at, token);
    case "within":
      return subtree(at, token);
    case "over":
      return above(at, token);
    case "teller":
      return [places.teller(token)].filter((each) => each >= 0);
    case "complement":
      return complements(at, token);
    case "oblique":
      return obliques(places, token, step.prepositions);
  }
}

const additive = new Set([
  "alongside",
  "including",
  "along with",
  "as well as",
  "together with",
  "plus",
  "besides",
]);

/**
 * A word and those that stand beside it in the same place: coordinated (whatever the parser calls
 * what follows an "and"), added ("alongside three
 * drivers"), or, behind a plural, named one by one ("officers, Colonel A and Major B").
 */
function together(at: Syntax, token: number): number[] {
  const added = dependents(at, token, "appos", "parataxis", "nmod", "obl").filter(
    (each) =>
      additive.has(prepositionOf(at, each)) ||
      hasLabel(at, subtree(at, each)[0]!, "cc") ||
      (labelOf(at, each) === "appos" &&
        xposOf(at, token) === "NNS" &&
        uposOf(at, each) === "PROPN"),
  );
  return [
    token,
    ...[...dependents(at, token, "conj"), ...added].flatMap((each) => together(at, each)),
  ];
}

/** The words at the end of a path, with those that stand beside them. */
export function fillers(places: Places, trigger: number, path: Path): readonly number[] {
  let byTrigger = places.reached.get(path);
  if (!byTrigger) {
    byTrigger = new Map();
    places.reached.set(path, byTrigger);
  }
  let found = byTrigger.get(trigger);
  if (!found) {
    found = walk(places, trigger, path);
    byTrigger.set(trigger, found);
  }
  return found;
}

function walk(places: Places, trigger: number, path: Path): number[] {
  let reached = [trigger];
  for (const step of path)
    reached = unique(
      reached
        .flatMap((token) => follow(places, token, step))
        .flatMap((each) => together(places.at, each)),
    );
  return reached.filter((each) => each >= 0 && each !== trigger);
}
