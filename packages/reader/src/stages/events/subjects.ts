/**
 * Who does it, whatever the syntax: active, passive, relative clause, participle, infinitive under
 * control, coordination, or a noun carried by a light verb.
 */
import {
  dependents,
  formOf,
  hasLabel,
  headOf,
  labelOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  subtree,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { lightVerbOf, type Places } from "./light-verbs.ts";
import {
  antecedent,
  byAgents,
  endsInStop,
  isInfinitive,
  isPassive,
  isRelativePronoun,
  surface,
} from "./passives.ts";

export function subjects(places: Places, token: number, depth = 0): number[] {
  const { at } = places;
  if (depth > 6) return [];
  // "Should the court agree, …" is a condition and no demand: there the subject follows.
  if (uposOf(at, token) === "AUX" && headOf(at, token) >= 0)
    return subjects(places, headOf(at, token), depth + 1).filter((each) => each < token);
  if (uposOf(at, token) === "NOUN" || uposOf(at, token) === "PROPN") {
    const verb = lightVerbOf(places, token);
    if (verb >= 0) return subjects(places, verb, depth + 1);
    return dependents(at, token, "cop").length > 0 ? dependents(at, token, "nsubj") : [];
  }
  if (isPassive(at, token)) return byAgents(at, token);
  const own = dependents(at, token, "nsubj");
  if (own.length > 0)
    return own.flatMap((each) =>
      inOrder([...headlinePartners(at, each), antecedent(at, beforeVerb(at, each, token))], each),
    );
  const left = dependents(at, token, "obj").filter((each) => isMisplaced(at, token, each));
  if (left.length > 0) return left;
  return borrowedSubjects(places, token, depth);
}

/** "North Korea test-fired a missile": what a hyphen joins to the verb is no subject, but who stands before it. */
const beforeVerb = (at: Syntax, subject: number, verb: number): number =>
  formOf(at, subject + 1) === "-" && subject + 2 === verb
    ? (dependents(at, subject, "compound", "nmod").findLast((each) => each < subject) ?? subject)
    : subject;

/** As they stand in the text; an antecedent stands where the word does that refers to it. */
const inOrder = (tokens: readonly number[], from: number): number[] =>
  tokens.length < 2
    ? [...tokens]
    : [...tokens].sort((a, b) => Math.sign(a - from) - Math.sign(b - from));

/** "Lula, Macron discuss trade": headlines coordinate names by a comma. */
function headlinePartners(at: Syntax, subject: number): number[] {
  if (endsInStop(at, subject) || uposOf(at, subject) !== "PROPN") return [];
  const first = subtree(at, subject, "cc", "conj")[0]!;
  const before = first - 2;
  const isList =
    formOf(at, first - 1) === "," &&
    before === at.tokens.first[at.tokens.sentence[subject]!] &&
    uposOf(at, before) === "PROPN";
  // The parser takes the second name for another name of the first.
  const apposed = dependents(at, subject, "appos").filter(
    (each) => uposOf(at, each) === "PROPN" && formOf(at, subtree(at, each)[0]! - 1) === ",",
  );
  return isList ? [before, ...apposed] : apposed;
}

/** The subject of a verb that has none of its own, from the word it hangs on. */
function borrowedSubjects(places: Places, verb: number, depth: number): number[] {
  const { at } = places;
  const head = headOf(at, verb);
  if (head < 0) return [];
  const label = labelOf(at, verb);
  if (label === "conj")
    return isPassive(at, head) ? surface(at, head) : subjects(places, head, depth + 1);
  if (isGatheringBehind(at, verb, head)) return [verb - 1];
  if (label === "xcomp" || (label === "advcl" && isInfinitive(at, verb))) {
    const controllers = controllersOf(places, head);
    if (controllers.length > 0) return controllers;
    return isPassive(at, head) ? surface(at, head) : subjects(places, head, depth + 1);
  }
  const blamed = gerundSubjects(places, verb, head);
  if (blamed.length > 0) return blamed;
  if (label === "advcl" || label === "parataxis" || label === "ccomp")
    return isInitialGerund(at, verb) || label !== "ccomp"
      ? isPassive(at, head)
        ? surface(at, head)
        : subjects(places, head, depth + 1)
      : [];
  if (label.startsWith("acl")) return participleSubject(places, verb, head, depth);
  return [];
}

/** Who does what stands below "urged Iran to …" or "called on Iran to …". */
function controllersOf({ at, verbs }: Places, verb: number): number[] {
  const lemma = lemmaOf(at, verb);
  if (verbs.obliqueControl.has(lemma)) {
    const addressed = dependents(at, verb, "obl").filter((each) =>
      ["on", "upon", "to", "with"].includes(prepositionOf(at, each)),
    );
    if (addressed.length > 0) return addressed;
    return isPassive(at, verb) ? surface(at, verb) : [];
  }
  if (!verbs.objectControl.has(lemma)) return [];
  const object = dependents(at, verb, "obj", "iobj");
  if (object.length > 0) return object;
  return isPassive(at, verb) ? surface(at, verb) : [];
}

/** "dispersed students rallying in Accra": who gathers stands right before, wherever the parser hangs it. */
const isGatheringBehind = (at: Syntax, gerund: number, head: number): boolean =>
  xposOf(at, gerund) === "VBG" &&
  gathering.test(lemmaOf(at, gerund)) &&
  hasLabel(at, gerund - 1, "obj") &&
  headOf(at, gerund - 1) === head;
const gathering = /^(?:rally|protest|demonstrate|march|picket|gather|camp|chant|flee)$/;

/** Who is said to do what follows in "criticised Iran for refusing", "barred the party from meeting". */
function gerundSubjects({ at, verbs }: Places, gerund: number, above: number): number[] {
  if (
    xposOf(at, gerund) !== "VBG" ||
    !dependents(at, gerund, "mark", "case").some((each) => ofDeed.test(formOf(at, each)))
  )
    return [];
  // The parser may hang the gerund on the object.
  const verb = hasLabel(at, gerund, "acl") ? headOf(at, above) : above;
  if (verb < 0 || !verbs.gerundControl.has(lemmaOf(at, verb)) || isPassive(at, verb)) return [];
  return dependents(at, verb, "obj", "iobj").filter((each) => each < gerund);
}
const ofDeed = /^(?:for|of|from|over)$/i;

const isInitialGerund = (at: Syntax, verb: number): boolean => xposOf(at, verb) === "VBG";

/** Whoever issues a document: its owner, named before or with it, else the subject of the verb. */
function authors(places: Places, noun: number, depth: number): number[] {
  const { at } = places;
  if (dependents(at, noun, "nmod:poss").length > 0) return [noun];
  const names = dependents(at, noun, "amod", "compound").some((each) =>
    /^\p{Lu}/u.test(formOf(at, each)),
  );
  if (names) return [noun];
  const by = [noun, ...dependents(at, noun, "acl")].flatMap((each) => byAgents(at, each));
  if (by.length > 0) return by;
  const above = headOf(at, noun);
  return above >= 0 && hasLabel(at, noun, "obj", "obl", "xcomp")
    ? subjects(places, above, depth + 1)
    : [noun];
}

/** "the rebels attacking Goma": the noun; "a decision to attack": whoever decides. */
function participleSubject(places: Places, verb: number, noun: number, depth: number): number[] {
  const { at } = places;
  const above = headOf(at, noun);
  if (isByGerund(at, verb)) return above >= 0 ? subjects(places, above, depth + 1) : [];
  if (!isInfinitive(at, verb))
    return places.verbs.documents.has(lemmaOf(at, noun)) ? authors(places, noun, depth) : [noun];
  // "allowed the opposition to protest", where the infinitive hangs on the noun.
  if (above >= 0 && hasLabel(at, noun, "obj") && places.verbs.objectControl.has(lemmaOf(at, above)))
    return [noun];
  const owners = dependents(at, noun, "nmod:poss");
  if (owners.length > 0) return owners;
  if (above < 0 && !endsInStop(at, noun)) return [noun];
  return above >= 0 && hasLabel(at, noun, "obj", "obl") ? subjects(places, above, depth + 1) : [];
}

/** An object that stands before its verb and is no pronoun is a subject that the parser mistook. */
export const isMisplaced = (at: Syntax, verb: number, token: number): boolean =>
  token < verb && !isRelativePronoun(at, token) && uposOf(at, token) !== "PRON";

/** "ended the call by thanking him": done by whoever ends it, wherever the parser hangs it. */
const isByGerund = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "mark", "case").some((each) => formOf(at, each).toLowerCase() === "by");
