/**
 * Whether an event happened, from the words over and beside its trigger: negation, modals, tense,
 * conditions, and the governing words of `frames/governors.tsv`.
 */
import type { Governor, GovernorPlace, Governors } from "../../knowledge/governors.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import type { EventStatus } from "../../reading/reading.ts";
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
  tokenSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { lightVerbOf, type Places } from "./light-verbs.ts";
import { isInfinitive, isPassive } from "./passives.ts";

export interface Decided {
  readonly status: EventStatus;
  readonly because: Because;
  /** The word over the trigger that decided, or -1. */
  readonly governor: number;
}

const negations = new Set(["not", "n't", "n’t", "never", "no", "neither", "nor", "without"]);
const partOfSpeech: Readonly<Record<string, Governor["pos"]>> = {
  VERB: "verb",
  AUX: "verb",
  NOUN: "noun",
  ADJ: "adjective",
  ADV: "adverb",
  SCONJ: "adverb",
};

const decided = (
  at: Syntax,
  status: EventStatus,
  says: string,
  token: number,
  governor?: Governor,
): Decided => ({
  status,
  because: step(says, ...(governor ? [row(governor.at)] : []), words(tokenSpan(at, token))),
  governor: governor ? token : -1,
});

export const negationOf = (at: Syntax, token: number): number =>
  dependents(at, token, "advmod", "det", "cc", "mark", "case").find((each) =>
    negations.has(formOf(at, each).toLowerCase()),
  ) ?? -1;

/** The row for a word that stands over (or beside) the event at this place. */
function governorAt(
  at: Syntax,
  governors: Governors,
  word: number,
  place: GovernorPlace,
  preposition = "",
): Governor | undefined {
  const pos = partOfSpeech[uposOf(at, word)] ?? "verb";
  const particle = dependent(at, word, "compound:prt");
  const participle: readonly Governor["pos"][] =
    pos === "verb" && formOf(at, word).endsWith("ed") ? ["verb", "adjective"] : [pos];
  const lemmas = [lemmaOf(at, word), formOf(at, word).toLowerCase()];
  if (particle >= 0) lemmas.unshift(`${lemmaOf(at, word)} ${lemmaOf(at, particle)}`);
  for (const lemma of lemmas)
    for (const each of participle)
      for (const governor of governors.get(`${lemma}/${each}`) ?? [])
        if (
          governor.places.has(place) &&
          (place !== "oblique" ||
            governor.prepositions.size === 0 ||
            governor.prepositions.has(preposition))
        )
          return governor;
  return undefined;
}

/** "a call ending the strike" is no call to end it. */
const isParticipleOfNoun = (at: Syntax, token: number): boolean =>
  labelOf(at, token) === "acl" && !isInfinitive(at, token) && xposOf(at, token).startsWith("VBG");

/** Where `token` stands under its head, in the words of the governors' table. */
function placeUnder(
  at: Syntax,
  token: number,
): { place: GovernorPlace; preposition: string } | undefined {
  if (
    labelOf(at, token) === "advcl" &&
    !isInfinitive(at, token) &&
    dependent(at, token, "mark") >= 0
  )
    return undefined;
  if (hasLabel(at, token, "xcomp", "ccomp", "advcl", "acl", "csubj"))
    return labelOf(at, token) === "acl:relcl" || isParticipleOfNoun(at, token)
      ? undefined
      : { place: "complement", preposition: "" };
  if (hasLabel(at, token, "obj") || labelOf(at, token) === "nsubj:pass")
    return { place: "object", preposition: "" };
  if (hasLabel(at, token, "obl", "nmod"))
    return { place: "oblique", preposition: prepositionOf(at, token) };
  return undefined;
}

/** What stands beside one word: negation, modal, future, condition, progressive, an adjective. */
function besides(at: Syntax, governors: Governors, token: number): Decided | undefined {
  const negation = negationOf(at, token);
  if (negation >= 0) return decided(at, "denied", "the words deny it", negation);
  for (const mark of dependents(at, token, "mark", "advmod")) {
    const condition = governorAt(at, governors, mark, "condition");
    if (condition)
      return decided(at, condition.status, "it stands under a condition", mark, condition);
  }
  for (const each of dependents(at, token, "aux", "amod")) {
    if (isReportedFuture(at, token, each))
      return decided(at, "planned", '"would" is the future of what was said', each);
    const governor = governorAt(at, governors, each, "modifier");
    if (governor) return decided(at, governor.status, "the word beside it says so", each, governor);
  }
  return tense(at, token);
}

/** "said it would ask": told in the past, it looks ahead. */
const isReportedFuture = (at: Syntax, verb: number, auxiliary: number): boolean =>
  formOf(at, auxiliary).toLowerCase() === "would" &&
  labelOf(at, verb) === "ccomp" &&
  ["VBD", "VBN"].includes(xposOf(at, headOf(at, verb)));

function tense(at: Syntax, verb: number): Decided | undefined {
  const auxiliaries = dependents(at, verb, "aux");
  const future = auxiliaries.find((each) => ["will", "shall"].includes(lemmaOf(at, each)));
  if (future !== undefined) return decided(at, "planned", "the verb stands in the future", future);
  const going = lemmaOf(at, headOf(at, verb)) === "go" && hasLabel(at, verb, "xcomp");
  if (going) return decided(at, "planned", '"going to" looks ahead', headOf(at, verb));
  const present = auxiliaries.find(
    (each) => ["VBZ", "VBP"].includes(xposOf(at, each)) && lemmaOf(at, each) === "be",
  );
  if (xposOf(at, verb) === "VBG" && present !== undefined && !isPassive(at, verb))
    return decided(at, "ongoing", "the verb stands in the present progressive", present);
  return undefined;
}

/** A governor that is itself denied turns over: "does not plan to", "did not deny". */
function turned(at: Syntax, found: Decided, head: number): Decided {
  const negation = negationOf(at, head);
  if (negation < 0 || found.status === "happened") return found;
  const status: EventStatus =
    found.status === "denied" || found.status === "cancelled" ? "hypothetical" : "denied";
  return {
    ...found,
    status,
    because: step(
      "the governing word is itself denied",
      words(tokenSpan(at, negation)),
      found.because,
    ),
  };
}

/** An infinitive that no known word governs: a purpose or a headline's future lies ahead. */
function bareInfinitive(at: Syntax, token: number): Decided | undefined {
  if (!isInfinitive(at, token) || hasLabel(at, token, "xcomp", "ccomp", "csubj")) return undefined;
  return decided(at, "planned", "an infinitive of purpose or a headline's future", token);
}

export function statusOf(places: Places, governors: Governors, trigger: number): Decided {
  const { at } = places;
  let token = trigger;
  for (let height = 0; height < 6; height++) {
    const beside = besides(at, governors, token);
    if (beside) return beside;
    const head = headOf(at, token);
    if (head < 0) break;
    const where = placeUnder(at, token);
    const governor = where && governorAt(at, governors, head, where.place, where.preposition);
    if (governor)
      return turned(
        at,
        decided(at, governor.status, "the word that governs it says so", head, governor),
        head,
      );
    const bare = bareInfinitive(at, token);
    if (bare) return bare;
    const light = lightVerbOf(places, token);
    if (light >= 0 && light !== head) return statusOf(places, governors, light);
    if (!passesUp(at, token, light)) break;
    token = head;
  }
  if (bareInfinitive(at, token)) return bareInfinitive(at, token)!;
  return {
    status: "happened",
    because: step(
      "nothing in the clause says that it did not happen",
      words(tokenSpan(at, trigger)),
    ),
    governor: -1,
  };
}

/** Whether what holds of the head holds of this word: light verbs, chains of verbs, coordination. */
function passesUp(at: Syntax, token: number, light: number): boolean {
  if (light >= 0) return true;
  if (hasLabel(at, token, "xcomp")) return true;
  return hasLabel(at, token, "conj") && dependent(at, token, "nsubj", "aux") < 0;
}
