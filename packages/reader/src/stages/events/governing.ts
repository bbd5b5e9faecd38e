/** The rows of `frames/governors.tsv` for a word that stands over or beside an event. */
import type { Governor, GovernorPlace, Governors } from "../../knowledge/governors.ts";
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
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { wordAt } from "./denial.ts";
import { isInfinitive } from "./passives.ts";

const partOfSpeech: Readonly<Record<string, Governor["pos"]>> = {
  VERB: "verb",
  AUX: "verb",
  NOUN: "noun",
  ADJ: "adjective",
  ADV: "adverb",
  SCONJ: "adverb",
};

/** The row for a word that stands over (or beside) the event at this place. */
export function governorAt(
  at: Syntax,
  governors: Governors,
  word: number,
  place: GovernorPlace,
  preposition = "",
  below = -1,
): Governor | undefined {
  const pos = partOfSpeech[uposOf(at, word)] ?? "verb";
  const particle = dependent(at, word, "compound:prt");
  const participle: readonly Governor["pos"][] =
    pos === "verb" && formOf(at, word).endsWith("ed") ? ["verb", "adjective"] : [pos];
  const lemmas = [lemmaOf(at, word), formOf(at, word).toLowerCase()];
  if (particle >= 0) lemmas.unshift(`${lemmaOf(at, word)} ${lemmaOf(at, particle)}`);
  if (pos === "noun") lemmas.unshift(`${prepositionOf(at, word)} ${lemmaOf(at, word)}`);
  for (const lemma of lemmas)
    for (const each of participle)
      for (const governor of governors.get(`${lemma}/${each}`) ?? [])
        if (isPlaceOf(at, governor, word, { place, preposition, below })) return governor;
  return undefined;
}

function isPlaceOf(
  at: Syntax,
  { places, prepositions }: Governor,
  word: number,
  { place, preposition, below }: { place: GovernorPlace; preposition: string; below: number },
): boolean {
  if (place === "complement" && places.has("present")) return isPresent(at, word);
  if (place === "complement" && places.has("own")) return isOwn(at, word, below);
  if (!places.has(place)) return false;
  return place !== "oblique" || prepositions.size === 0 || prepositions.has(preposition);
}

/** "wants to attack", but not "wants the army to attack". */
const isOwn = (at: Syntax, verb: number, infinitive: number): boolean =>
  infinitive >= 0 && isInfinitive(at, infinitive) && dependent(at, verb, "obj") < 0;

/** "needs to", "will have to", but not "had to". */
const isPresent = (at: Syntax, verb: number): boolean =>
  ["VBZ", "VBP", "VB"].includes(xposOf(at, verb));

/** "a call ending the strike" is no call to end it. */
const isParticipleOfNoun = (at: Syntax, token: number): boolean =>
  labelOf(at, token) === "acl" && !isInfinitive(at, token) && xposOf(at, token).startsWith("VBG");

/** "claims that its troops had killed farmers": nothing is missing that the noun could stand for. */
const isWholeClause = (at: Syntax, verb: number): boolean =>
  dependents(at, verb, "nsubj", "obj", "mark", "advmod").some(
    (each) => wordAt(at, each) === "that" && each === headOf(at, verb) + 1,
  ) &&
  [dependents(at, verb, "nsubj"), dependents(at, verb, "obj")].every((each) =>
    each.some((party) => wordAt(at, party) !== "that"),
  );

/** Where `token` stands under its head, in the words of the governors' table. */
export function placeUnder(
  at: Syntax,
  token: number,
): { place: GovernorPlace; preposition: string } | undefined {
  if (
    labelOf(at, token) === "advcl" &&
    xposOf(at, token) !== "VBG" &&
    !isInfinitive(at, token) &&
    dependent(at, token, "mark") >= 0
  )
    return undefined;
  if (hasLabel(at, token, "xcomp", "ccomp", "advcl", "acl", "csubj"))
    return (labelOf(at, token) === "acl:relcl" && !isWholeClause(at, token)) ||
      isParticipleOfNoun(at, token)
      ? undefined
      : { place: "complement", preposition: "" };
  if (hasLabel(at, token, "obj") || labelOf(at, token) === "nsubj:pass")
    return { place: "object", preposition: "" };
  if (hasLabel(at, token, "nsubj")) return { place: "subject", preposition: "" };
  if (hasLabel(at, token, "obl", "nmod"))
    return { place: "oblique", preposition: prepositionOf(at, token) };
  return undefined;
}

/** "Talks are due on Friday": a parse hangs the adjective by the day. */
export const dueAt = (at: Syntax, governors: Governors, head: number): Governor | undefined =>
  dependents(at, head, "case", "mark")
    .map((each) => governorAt(at, governors, each, "subject"))
    .find((each) => each?.pos === "adjective");
