/** What a quantity counts: by its noun, and by what is said to have happened to those counted. */
import type { FigureKnowledge, Unit, UnitWay } from "../../knowledge/figures.ts";
import {
  dependents,
  formOf,
  hasLabel,
  headOf,
  lemmaOf,
  prepositionOf,
  type Syntax,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";

/** Tokens of a quantity, inclusive. */
export interface Place {
  readonly first: number;
  readonly last: number;
  readonly core: number;
  readonly coreLast: number;
  /** An amount that is no number: "dozens". */
  readonly vague: boolean;
  /** More than none. */
  readonly some: boolean;
}

export interface Counted {
  readonly unit: Unit;
  /** The token that shows the unit: "killed", "protesters", "toll". */
  readonly shown: number;
  /** The noun counted, or the number itself. */
  readonly noun: number;
  /** The last token of the figure. */
  readonly last: number;
}

/** What the quantity counts, `undefined` where no unit is known. */
export function countedBy(
  knowledge: FigureKnowledge,
  at: Syntax,
  place: Place,
): Counted | undefined {
  const money = moneyOf(knowledge, at, place);
  if (money) return money;
  const beside = besideNumber(knowledge, at, place);
  if (beside) return beside;
  const noun = nounOf(at, place);
  const last = noun > place.last && noun - place.last <= 6 ? noun : place.last;
  const found = (unit: Unit | undefined, shown: number): Counted | undefined =>
    unit && { unit, shown, noun, last };
  const named = unitAt(knowledge, at, "noun", noun);
  if (named && noun > place.coreLast) return found(named, noun);
  const person = unitAt(knowledge, at, "person", noun);
  const bare = noun <= place.coreLast || isPronoun(at, noun);
  const fate = fateOf(knowledge, at, noun, place);
  const strange = !person && !bare && uposOf(at, noun) === "NOUN";
  if (strange && !(fate && onlyOfPeople.has(fate.unit.unit))) return undefined;
  if (fate)
    return { unit: fate.unit, shown: fate.shown, noun, last: Math.max(last, fate.last ?? last) };
  if (person) return isKnownParty(at, noun, place) ? undefined : found(person, noun);
  return bare && place.vague && place.some && isParty(at, noun)
    ? found(lookup(knowledge, "person", "people"), noun)
    : undefined;
}

/** What happens to people alone, so that a noun no table knows must be people: "three herders". */
const onlyOfPeople: ReadonlySet<string> = new Set(["killed", "wounded", "arrested", "abducted"]);

const definite = /^(?:the|these|those|both|his|her|their|its|our|my|your|'s|’s|all)$/;

/** "The two leaders", "one man": people the report speaks of anyway, no count of them. */
function isKnownParty(at: Syntax, noun: number, { first, core, coreLast }: Place): boolean {
  const words = formAt(at, core);
  if (core === coreLast && (words === "one" || words === "1")) return first === core;
  const small = /^(?:two|three|four|five|2|3|4|5)$/.test(words);
  const start = at.tokens.first[at.tokens.sentence[core]!]!;
  return small && noun > coreLast && core > start && definite.test(formAt(at, core - 1));
}

/** "Thousands gathered", "attended by thousands": an amount that is a party by itself. */
const isParty = (at: Syntax, noun: number): boolean =>
  hasLabel(at, noun, "nsubj", "obj") ||
  (hasLabel(at, noun, "obl") && prepositionOf(at, noun) === "by");

/** "Six dead and scores wounded": the word next to the number, with no noun behind it. */
function besideNumber(
  knowledge: FigureKnowledge,
  at: Syntax,
  { last }: Place,
): Counted | undefined {
  const next = last + 1;
  const end = at.tokens.first[at.tokens.sentence[last]! + 1]!;
  const unit = next < end ? lookup(knowledge, "is", formAt(at, next)) : undefined;
  if (!unit || (next + 1 < end && /^(?:NOUN|PROPN|ADJ)$/.test(uposOf(at, next + 1))))
    return undefined;
  return { unit, shown: next, noun: next, last: next };
}

const lookup = (knowledge: FigureKnowledge, way: UnitWay, word: string): Unit | undefined =>
  knowledge.units[way].get(word);

/** By form or lemma. */
const unitAt = (
  knowledge: FigureKnowledge,
  at: Syntax,
  way: UnitWay,
  token: number,
): Unit | undefined =>
  lookup(knowledge, way, formAt(at, token)) ??
  lookup(knowledge, way, lemmaOf(at, token).toLowerCase());

const formAt = (at: Syntax, token: number): string => formOf(at, token).toLowerCase();
const isPronoun = (at: Syntax, token: number): boolean => uposOf(at, token) === "PRON";

/**
 * The noun that a number belongs to, or the last token of the number where it stands alone. Behind
 * "of" it is the noun after it ("dozens of people").
 */
function nounOf(at: Syntax, { core, coreLast, last }: Place): number {
  for (let i = coreLast; i >= core; i--) {
    const head = headOf(at, i);
    if (
      head > last &&
      hasLabel(at, i, "nummod", "det", "amod", "advmod", "compound") &&
      !isParted(at, last, head)
    )
      return head;
  }
  const after = last + 1;
  if (formAt(at, after) === "of")
    for (let i = core; i <= coreLast; i++) {
      const below = dependents(at, i, "nmod").find((each) => each > last);
      if (below !== undefined) return below;
    }
  for (let i = coreLast; i >= core; i--) {
    const head = headOf(at, i);
    if (head < core || head > last) return i;
  }
  return coreLast;
}

/** "12 in Nairobi raid": a headline's number that a parse hangs by the noun behind a preposition. */
function isParted(at: Syntax, last: number, head: number): boolean {
  for (let i = last + 1; i < head; i++)
    if (/^(?:in|on|at|by|from|with|after|during|amid|near|over)$/.test(formAt(at, i))) return true;
  return false;
}

interface Fate {
  readonly unit: Unit;
  readonly shown: number;
  readonly last?: number;
}

function fateOf(
  knowledge: FigureKnowledge,
  at: Syntax,
  noun: number,
  place: Place,
): Fate | undefined {
  return (
    besideFate(knowledge, at, noun, place) ??
    belowFate(knowledge, at, noun) ??
    aboveFate(knowledge, at, topOf(at, noun, place), 0) ??
    tollFate(knowledge, at, place)
  );
}

/** Of "thousands of people" the word that hangs in the sentence is "thousands". */
function topOf(at: Syntax, noun: number, place: Pick<Place, "core" | "coreLast">): number {
  const { core, coreLast } = place;
  const head = headOf(at, noun);
  if (head < core || head > coreLast || !hasLabel(at, noun, "nmod")) return noun;
  return topOf(at, head, place);
}

/** "12 dead", "30 injured", "killing 12": the words next to the number, whatever the tree says. */
function besideFate(
  knowledge: FigureKnowledge,
  at: Syntax,
  noun: number,
  { first, last }: Place,
): Fate | undefined {
  const sentence = at.tokens.sentence[first]!;
  const end = at.tokens.first[sentence + 1]!;
  const before =
    first > at.tokens.first[sentence]! ? doneBefore(knowledge, at, first - 1) : undefined;
  if (before) return before;
  for (let i = Math.max(last, noun) + 1; i < Math.min(last + linkReach, end); i++) {
    const unit = lookup(knowledge, "is", formAt(at, i));
    if (unit)
      return i === Math.max(last, noun) + 1 ? { unit, shown: i, last: i } : { unit, shown: i };
    if (!lookup(knowledge, "link", formAt(at, i))) break;
  }
  // "12 dead" may be read as a dead noun.
  const next =
    last + 1 < end && noun > last ? lookup(knowledge, "is", formAt(at, last + 1)) : undefined;
  return next && { unit: next, shown: last + 1, last: last + 1 };
}

const linkReach = 8;

/** "killing 12", "wounded 30": a verb straight before the number. */
function doneBefore(knowledge: FigureKnowledge, at: Syntax, token: number): Fate | undefined {
  const done = /(?:ed|ing|s)$/.test(formAt(at, token)) || uposOf(at, token) === "VERB";
  if (!done || isPassive(at, token)) return undefined;
  const unit = unitAt(knowledge, at, "undergoes", token);
  return unit && { unit, shown: token };
}

/** What hangs below the noun: "12 people killed in …", "12 wounded soldiers", "12 who died". */
function belowFate(knowledge: FigureKnowledge, at: Syntax, noun: number): Fate | undefined {
  for (const each of dependents(at, noun, "acl", "amod", "acl:relcl")) {
    const participle = lookup(knowledge, "is", formAt(at, each));
    if (participle && xposOf(at, each) !== "VBG") return { unit: participle, shown: each };
    const passive = xposOf(at, each) === "VBN" && dependents(at, each, "obj").length === 0;
    const unit = passive ? unitAt(knowledge, at, "undergoes", each) : undefined;
    if (unit) return { unit, shown: each };
    const clause = hasLabel(at, each, "acl:relcl") || formAt(at, each).endsWith("ed");
    const does = clause ? unitAt(knowledge, at, "does", each) : undefined;
    if (does) return { unit: does, shown: each };
  }
  return undefined;
}

const together: ReadonlySet<string> = new Set([
  "alongside",
  "along with",
  "as well as",
  "together with",
  "in addition to",
  "besides",
]);

/** What stands above the noun, seen through coordination and "alongside". */
function aboveFate(
  knowledge: FigureKnowledge,
  at: Syntax,
  noun: number,
  depth: number,
): Fate | undefined {
  const head = headOf(at, noun);
  if (head < 0 || depth > 3) return undefined;
  const above = (way: UnitWay): Unit | undefined => unitAt(knowledge, at, way, head);
  const give = (unit: Unit | undefined): Fate | undefined => unit && { unit, shown: head };
  if (
    hasLabel(at, noun, "conj") ||
    (hasLabel(at, noun, "nmod", "obl") && together.has(prepositionOf(at, noun)))
  )
    return (
      aboveFate(knowledge, at, head, depth + 1) ??
      (hasLabel(at, noun, "obl") ? give(above("undergoes")) : undefined)
    );
  if (hasLabel(at, noun, "nmod") && prepositionOf(at, noun) === "of")
    return give(above("holds") ?? above("noun"));
  if (hasLabel(at, noun, "nsubj:pass") || (hasLabel(at, noun, "obj") && !isDenied(at, head)))
    return give(above("undergoes") ?? lookup(knowledge, "is", formAt(at, head)));
  if (hasLabel(at, noun, "nsubj"))
    return give(
      above("does") ??
        lookup(knowledge, "is", formAt(at, head)) ??
        (isPassive(at, head) ? above("undergoes") : undefined),
    );
  return undefined;
}

const isPassive = (at: Syntax, verb: number): boolean =>
  xposOf(at, verb) === "VBN" &&
  dependents(at, verb, "aux", "aux:pass").some((each) => lemmaOf(at, each) === "be");

/** "did not kill three": nothing happened to them. */
const isDenied = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "advmod").some((each) => /^(?:not|n['’]t|never)$/i.test(formOf(at, each)));

const betweenToll = 8;

/** "a death toll of 40", "the toll rose to 40". */
function tollFate(
  knowledge: FigureKnowledge,
  at: Syntax,
  { first, coreLast }: Place,
): Fate | undefined {
  const start = at.tokens.first[at.tokens.sentence[first]!]!;
  if (
    !/^(?:of|at|to|by|reached|hit|topped|passed|is|was|stands?|climbed|rose)$/.test(
      formAt(at, first - 1),
    )
  )
    return undefined;
  const subject = dependents(at, headOf(at, coreLast), "nsubj").find((each) =>
    unitAt(knowledge, at, "toll", each),
  );
  if (subject !== undefined)
    return { unit: unitAt(knowledge, at, "toll", subject)!, shown: subject };
  for (let i = first - 1; i >= Math.max(start, first - betweenToll); i--) {
    const unit = unitAt(knowledge, at, "toll", i);
    if (unit) return { unit, shown: i };
    if (/^[,;:]$/.test(formOf(at, i))) return undefined;
  }
  return undefined;
}

/** A word with a gap behind it: "a $10 billion fund" is none of A$. */
export const isApart = (at: Syntax, token: number): boolean =>
  at.tokens.to[token]! < at.tokens.from[token + 1]!;

/** "$5 billion", "US$5bn", "5 million euros", "5 million Canadian dollars". */
function moneyOf(knowledge: FigureKnowledge, at: Syntax, place: Place): Counted | undefined {
  const { core, coreLast, last } = place;
  const start = at.tokens.first[at.tokens.sentence[core]!]!;
  const end = at.tokens.first[at.tokens.sentence[core]! + 1]!;
  for (const length of [2, 1]) {
    if (core - length < start || (length === 2 && isApart(at, core - 2))) continue;
    let sign = "";
    for (let i = core - length; i < core; i++) sign += formAt(at, i);
    const unit = /[^\p{L}]/u.test(sign) ? lookup(knowledge, "money", sign) : undefined;
    if (unit) return { unit, shown: core - 1, noun: coreLast, last };
  }
  const next = last + 1 < end && formAt(at, last + 1) === "of" ? last + 2 : last + 1;
  for (const length of [2, 1]) {
    if (next + length > end) continue;
    const shown = next + length - 1;
    const words: string[] = [];
    for (let i = next; i <= shown; i++) words.push(formAt(at, i));
    const unit =
      lookup(knowledge, "money", words.join(" ")) ??
      (length === 1 ? unitAt(knowledge, at, "money", shown) : undefined);
    if (unit) return { unit, shown, noun: shown, last: shown };
  }
  return undefined;
}
