/**
 * From a trigger word to the words that stand at its logical places. "subject" is who does it and
 * "object" whom it is done to, whatever the syntax: active, passive, relative clause, participle,
 * infinitive under control, coordination, or a noun carried by a light verb.
 */
import type { Path, Step } from "../../knowledge/frames.ts";
import type { VerbClasses } from "../../knowledge/governors.ts";
import {
  dependent,
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

export interface Places {
  readonly at: Syntax;
  readonly verbs: VerbClasses;
  /** What stands at the end of a path from a word: looked up once a report. */
  readonly reached: Map<Path, Map<number, readonly number[]>>;
  /** The word that names whoever says the words around a token, or -1. */
  readonly teller: (token: number) => number;
}

const unique = (tokens: readonly number[]): number[] => [...new Set(tokens)];

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

function endsInStop(at: Syntax, token: number): boolean {
  const last = at.tokens.first[at.tokens.sentence[token]! + 1]! - 1;
  return /[.!?"”’')]$/.test(formOf(at, last));
}

const isRelativePronoun = (at: Syntax, token: number): boolean =>
  ["WDT", "WP", "WP$"].includes(xposOf(at, token)) ||
  (formOf(at, token).toLowerCase() === "that" && uposOf(at, token) === "PRON");

/** "which" of a relative clause stands for the noun that the clause describes. */
function antecedent(at: Syntax, token: number): number {
  if (!isRelativePronoun(at, token)) return token;
  for (let next = headOf(at, token); next >= 0; next = headOf(at, next))
    if (labelOf(at, next) === "acl:relcl" || labelOf(at, next) === "acl") return headOf(at, next);
  return token;
}

/** The light verb that carries an event noun ("launched an attack"), or -1. */
export function lightVerbOf(places: Places, noun: number): number {
  const { at, verbs } = places;
  const verb = headOf(at, noun);
  if (verb < 0) return -1;
  if (hasLabel(at, noun, "conj") && uposOf(at, verb) === "NOUN") return lightVerbOf(places, verb);
  const carried =
    hasLabel(at, noun, "obj", "nsubj:pass") ||
    (hasLabel(at, noun, "obl") && isPrepositionOf(at, noun));
  if (carried && isLight(at, verbs, verb)) return verb;
  return relativeLightVerb(places, noun);
}

/** "engaged in talks", "went on strike": the noun is the verb's oblique. */
const isPrepositionOf = (at: Syntax, noun: number): boolean =>
  ["in", "on", "out"].includes(prepositionOf(at, noun)) &&
  ["engage", "join"].includes(lemmaOf(at, headOf(at, noun)));

function isLight(at: Syntax, verbs: VerbClasses, verb: number): boolean {
  if (uposOf(at, verb) !== "VERB") return false;
  if (verbs.light.has(lemmaOf(at, verb))) return true;
  const particle = dependent(at, verb, "compound:prt");
  return particle >= 0 && verbs.light.has(`${lemmaOf(at, verb)} ${lemmaOf(at, particle)}`);
}

/** "the attack launched by rebels", "the talks they held": the verb hangs below its noun. */
const relativeLightVerb = ({ at, verbs }: Places, noun: number): number =>
  dependents(at, noun, "acl").find(
    (verb) => isLight(at, verbs, verb) && (isPassive(at, verb) || dependent(at, verb, "obj") < 0),
  ) ?? -1;

function byAgents(at: Syntax, verb: number): number[] {
  return dependents(at, verb, "obl", "nmod").filter((each) => prepositionOf(at, each) === "by");
}

function subjects(places: Places, token: number, depth = 0): number[] {
  const { at } = places;
  if (depth > 6) return [];
  if (uposOf(at, token) === "AUX" && headOf(at, token) >= 0)
    return subjects(places, headOf(at, token), depth + 1);
  if (uposOf(at, token) === "NOUN" || uposOf(at, token) === "PROPN") {
    const verb = lightVerbOf(places, token);
    if (verb >= 0) return subjects(places, verb, depth + 1);
    return dependents(at, token, "cop").length > 0 ? dependents(at, token, "nsubj") : [];
  }
  if (isPassive(at, token)) return byAgents(at, token);
  const own = dependents(at, token, "nsubj");
  if (own.length > 0)
    return own.flatMap((each) =>
      inOrder([...headlinePartners(at, each), antecedent(at, each)], each),
    );
  const left = dependents(at, token, "obj").filter((each) => isMisplaced(at, token, each));
  if (left.length > 0) return left;
  return borrowedSubjects(places, token, depth);
}

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
  if (label === "xcomp" || (label === "advcl" && isInfinitive(at, verb))) {
    const object = dependents(at, head, "obj", "iobj");
    if (places.verbs.objectControl.has(lemmaOf(at, head))) {
      if (object.length > 0) return object;
      const obliques = dependents(at, head, "obl").filter(
        (each) => prepositionOf(at, each) === "on",
      );
      if (obliques.length > 0) return obliques;
      if (isPassive(at, head)) return surface(at, head);
    }
    return isPassive(at, head) ? surface(at, head) : subjects(places, head, depth + 1);
  }
  if (label === "advcl" || label === "parataxis" || label === "ccomp")
    return isInitialGerund(at, verb) || label !== "ccomp"
      ? isPassive(at, head)
        ? surface(at, head)
        : subjects(places, head, depth + 1)
      : [];
  if (label.startsWith("acl")) return participleSubject(places, verb, head, depth);
  return [];
}

const isInitialGerund = (at: Syntax, verb: number): boolean => xposOf(at, verb) === "VBG";

export const isInfinitive = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "mark").some((each) => formOf(at, each).toLowerCase() === "to");

/** The word that a passive shows as its subject: for control, that is who the infinitive is about. */
const surface = (at: Syntax, verb: number): number[] =>
  dependents(at, verb, "nsubj:pass", "nsubj").map((each) => antecedent(at, each));

/** "the rebels attacking Goma": the noun; "a decision to attack": whoever decides. */
function participleSubject(places: Places, verb: number, noun: number, depth: number): number[] {
  const { at } = places;
  const above = headOf(at, noun);
  if (isByGerund(at, verb)) return above >= 0 ? subjects(places, above, depth + 1) : [];
  if (!isInfinitive(at, verb)) return [noun];
  const owners = dependents(at, noun, "nmod:poss");
  if (owners.length > 0) return owners;
  if (above < 0 && !endsInStop(at, noun)) return [noun];
  return above >= 0 && hasLabel(at, noun, "obj", "obl") ? subjects(places, above, depth + 1) : [];
}

function objects(places: Places, token: number): number[] {
  const { at } = places;
  if (isPassive(at, token)) {
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
  return sharedObject(at, token);
}

/** An object that stands before its verb and is no pronoun is a subject that the parser mistook. */
const isMisplaced = (at: Syntax, verb: number, token: number): boolean =>
  token < verb && !isRelativePronoun(at, token) && uposOf(at, token) !== "PRON";

/** A noun without preposition: what stands for an object where the parser took it for less. */
const isBareNominal = (at: Syntax, token: number, relation: string): boolean =>
  relation === "obj" ||
  relation === "iobj" ||
  (["NOUN", "PROPN", "PRON"].includes(uposOf(at, token)) &&
    dependent(at, token, "case", "cop", "mark") < 0);

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
  dependents(at, token, "obl", "nmod", "advmod", "advcl").filter((each) =>
    prepositions.includes(prepositionOf(at, each)),
  );

/** Obliques; where a preposition could hang on a neighbour as well, there too. */
function obliques(places: Places, token: number, prepositions: readonly string[]): number[] {
  const { at } = places;
  const own = obliquesOf(at, token, prepositions);
  if (own.length > 0) return own;
  if (uposOf(at, token) === "VERB") {
    const object = dependents(at, token, "obj");
    const particle = dependents(at, token, "advmod", "compound:prt");
    return [...object, ...particle].flatMap((each) => obliquesOf(at, each, prepositions));
  }
  const verb = lightVerbOf(places, token);
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

function follow(places: Places, token: number, step: Step): number[] {
  const { at } = places;
  switch (step.to) {
    case "subject":
      return subjects(places, token);
    case "object":
      return objects(places, token);
    case "indirect":
      return dependents(at, token, "iobj");
    case "possessor":
      return dependents(at, token, "nmod:poss");
    case "modifier":
      return modifiers(at, token);
    case "within":
      return subtree(at, token);
    case "teller":
      return [places.teller(token)].filter((each) => each >= 0);
    case "complement":
      return dependents(at, token, "xcomp", "ccomp", "advcl", "acl").filter((each) => each > token);
    case "oblique":
      return obliques(places, token, step.prepositions);
  }
}

/** "ended the call by thanking him": done by whoever ends it, wherever the parser hangs it. */
const isByGerund = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "mark", "case").some((each) => formOf(at, each).toLowerCase() === "by");

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
