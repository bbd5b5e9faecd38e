/**
 * Whether an event happened, from the words over and beside its trigger: negation, modals, tense,
 * conditions, and the governing words of `frames/governors.tsv`.
 */
import type { Governor, Governors } from "../../knowledge/governors.ts";
import { type Because, row, step, words } from "../../reading/because.ts";
import type { EventStatus } from "../../reading/reading.ts";
import {
  auxiliariesOf,
  dependent,
  dependents,
  formOf,
  hasLabel,
  headOf,
  isAbove,
  labelOf,
  lemmaOf,
  type Syntax,
  tokenSpan,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { denialOf, invertedAuxiliary, wordAt } from "./denial.ts";
import { dueAt, governorAt, placeUnder } from "./governing.ts";
import { isOccurrence, lightVerbOf, type Places } from "./light-verbs.ts";
import { isInfinitive, isPassive } from "./passives.ts";

export interface Decided {
  readonly status: EventStatus;
  readonly because: Because;
  /** The word over the trigger that decided, or -1. */
  readonly governor: number;
  /** Somebody warns that it will be, who may be the one to do it. */
  readonly foretold?: true;
}

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

/** What stands beside one word: negation, modal, future, condition, progressive, an adjective. */
function besides(at: Syntax, governors: Governors, token: number): Decided | undefined {
  const denial = denialOf(at, token);
  const obliged = obligation(at, governors, token, denial);
  if (obliged) return obliged;
  if (denial >= 0) return decided(at, "denied", "the words deny it", denial);
  const inverted = invertedAuxiliary(at, token);
  if (inverted >= 0)
    return decided(at, "hypothetical", "it is supposed or asked, not told", inverted);
  for (const mark of dependents(at, token, "mark", "advmod")) {
    const condition = governorAt(at, governors, mark, "condition");
    if (condition)
      return decided(at, condition.status, "it stands under a condition", mark, condition);
  }
  for (const each of auxiliariesOf(at, token, "amod", "advmod")) {
    if (isReportedFuture(at, token, each)) return reportedFuture(at, governors, token, each);
    const governor = governorAt(at, governors, each, "modifier");
    if (governor) return decided(at, governor.status, "the word beside it says so", each, governor);
  }
  return tense(at, token);
}

const firstPersons = new Set(["i", "we"]);

/**
 * "Must", "should": somebody asks for it. "Should have" tells of what was not done, "must not" of what
 * ought not to be; who says "we must" means to do it.
 */
function obligation(
  at: Syntax,
  governors: Governors,
  verb: number,
  denial: number,
): Decided | undefined {
  for (const modal of auxiliariesOf(at, verb)) {
    const governor = governorAt(at, governors, modal, "modifier");
    if (governor?.status !== "called for" || invertedAuxiliary(at, verb) === modal) continue;
    const perfect = dependents(at, verb, "aux").some((each) => lemmaOf(at, each) === "have");
    if (denial >= 0 || perfect)
      return decided(at, "hypothetical", "what should or should not be", modal, governor);
    const subject = dependent(at, verb, "nsubj");
    if (subject >= 0 && firstPersons.has(wordAt(at, subject)))
      return decided(at, "planned", "who must do it says so", modal, governor);
    return decided(at, "called for", "the verb beside it asks for it", modal, governor);
  }
  return undefined;
}

/** "said it would ask": told in the past, it looks ahead. */
const isReportedFuture = (at: Syntax, verb: number, auxiliary: number): boolean =>
  formOf(at, auxiliary).toLowerCase() === "would" &&
  labelOf(at, verb) === "ccomp" &&
  ["VBD", "VBN"].includes(xposOf(at, headOf(at, verb)));

const sameSpeaker = new Set(["it", "he", "she", "they", "i", "we"]);

/** "Warned that it would attack" threatens; "warned that rebels would attack" foretells. */
function reportedFuture(
  at: Syntax,
  governors: Governors,
  verb: number,
  auxiliary: number,
): Decided {
  const head = headOf(at, verb);
  const governor = governorAt(at, governors, head, "complement");
  if (governor?.status !== "threatened")
    return decided(at, "planned", '"would" is the future of what was said', auxiliary);
  return threatIn(at, verb, head, governor)!;
}

/** A clause under "warned", "threatened"; `undefined` where it tells what was done. */
function threatIn(at: Syntax, verb: number, head: number, governor: Governor): Decided | undefined {
  const subject = dependent(at, verb, "nsubj");
  const says = "the word that governs it says so";
  if (!hasLabel(at, verb, "ccomp") || subject < 0)
    return decided(at, governor.status, says, head, governor);
  const ahead = dependents(at, verb, "aux").some((each) => xposOf(at, each) === "MD");
  if (!ahead) return undefined;
  return sameSpeaker.has(wordAt(at, subject))
    ? decided(at, governor.status, says, head, governor)
    : { ...decided(at, "hypothetical", "it is warned of", head, governor), foretold: true };
}

const isBe = (at: Syntax, token: number): boolean => lemmaOf(at, token) === "be";

/** "Was to have met", "had been due to meet": planned once, and no more. */
function lapsedPlan(at: Syntax, verb: number): number {
  const helpers = dependents(at, verb, "aux", "cop");
  const be = helpers.find((each) => isBe(at, each)) ?? -1;
  if (be < 0) return -1;
  const had = helpers.some((each) => wordAt(at, each) === "had");
  const perfect = helpers.some((each) => each > be && wordAt(at, each) === "have");
  const to = dependents(at, verb, "mark").some((each) => wordAt(at, each) === "to");
  return to && (had || (perfect && xposOf(at, be) === "VBD")) ? be : -1;
}

function tense(at: Syntax, verb: number): Decided | undefined {
  const lapsed = lapsedPlan(at, verb);
  if (lapsed >= 0) return decided(at, "cancelled", "it was planned, and is so no more", lapsed);
  const auxiliaries = auxiliariesOf(at, verb);
  const future = auxiliaries.find((each) => ["will", "shall"].includes(lemmaOf(at, each)));
  if (future !== undefined) return decided(at, "planned", "the verb stands in the future", future);
  const going = lemmaOf(at, headOf(at, verb)) === "go" && hasLabel(at, verb, "xcomp");
  if (going) return decided(at, "planned", '"going to" looks ahead', headOf(at, verb));
  const running = progressive(at, verb, auxiliaries);
  return running < 0 ? undefined : decided(at, "ongoing", "the verb tells what goes on", running);
}

/** The auxiliary of "is attacking", "has been attacking", "are being evicted", or -1. */
function progressive(at: Syntax, verb: number, auxiliaries: readonly number[]): number {
  const present = auxiliaries.find(
    (each) =>
      ["VBZ", "VBP"].includes(xposOf(at, each)) && ["be", "have"].includes(lemmaOf(at, each)),
  );
  if (present === undefined) return -1;
  const being = auxiliaries.some((each) => wordAt(at, each) === "being");
  if (isPassive(at, verb)) return being ? present : -1;
  const been = auxiliaries.some((each) => wordAt(at, each) === "been");
  return xposOf(at, verb) === "VBG" && (isBe(at, present) || been) ? present : -1;
}

/** What the word says that governs a trigger (or a word between them), if one does. */
function governed(
  at: Syntax,
  governors: Governors,
  token: number,
  head: number,
): Decided | undefined {
  const where = placeUnder(at, token);
  if (!where) return undefined;
  const { place, preposition } = where;
  const governor =
    governorAt(at, governors, head, place, preposition, token) ??
    (place === "subject" ? dueAt(at, governors, head) : undefined);
  if (!governor) return undefined;
  const says = "the word that governs it says so";
  if (governor.status === "threatened") return threatIn(at, token, head, governor);
  // "…, the spokesman continued": what is said goes on, not what it tells.
  if (governor.status === "ongoing" && hasLabel(at, token, "ccomp")) return undefined;
  if (governor.status === "planned" && hadBeen(at, head))
    return decided(at, "cancelled", "it had been planned, and is so no more", head, governor);
  return turned(at, decided(at, governor.status, says, head, governor), head);
}

/** "Had been due to", "had been expected to". */
const hadBeen = (at: Syntax, head: number): boolean => {
  const helpers = dependents(at, head, "aux", "cop").map((each) => wordAt(at, each));
  return helpers.includes("had") && helpers.includes("been");
};

/** A governor that is itself denied turns over: "does not plan to", "did not deny". */
function turned(at: Syntax, found: Decided, head: number): Decided {
  const negation = denialOf(at, head);
  if (negation < 0) return found;
  const open = ["denied", "cancelled", "happened"].includes(found.status);
  const status: EventStatus = open ? "hypothetical" : "denied";
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

/**
 * Whether the event of a trigger happened. What is done in words is done when its purpose is told
 * ("called the king to thank him"); what is done in deed still lies ahead ("sent troops to attack").
 */
export function statusOf(
  places: Places,
  governors: Governors,
  trigger: number,
  done: "in words" | "in deed" = "in deed",
): Decided {
  const { at } = places;
  const passed: Because[] = [];
  let token = trigger;
  for (let height = 0; height < 6; height++) {
    const beside = besides(at, governors, token);
    const head = headOf(at, token);
    // "Planned talks were called off."
    const off = beside?.status === "planned" && head >= 0 && governed(at, governors, token, head);
    if (off && off.status === "cancelled") return off;
    if (beside) return beside;
    if (head < 0) break;
    const above = governed(at, governors, token, head);
    if (above && above.status !== "happened")
      return passed.length > 0 ? withRows(above, passed) : above;
    if (above) passed.push(above.because);
    const bare = bareInfinitive(at, token);
    if (bare && !(done === "in words" && labelOf(at, token) === "advcl")) return bare;
    if (bare) {
      token = head;
      continue;
    }
    const light = lightVerbOf(places, token);
    // "the attacks that rebels launched": the verb below says so, and what is over it is the noun.
    if (light >= 0 && isAbove(at, token, light))
      return besides(at, governors, light) ?? happened(at, trigger);
    if (light >= 0 && light !== head) return statusOf(places, governors, light, done);
    if (!above && !passesUp(places, token, light)) break;
    token = head;
  }
  if (bareInfinitive(at, token)) return bareInfinitive(at, token)!;
  return happened(at, trigger);
}

const happened = (at: Syntax, trigger: number): Decided => ({
  status: "happened",
  because: step("nothing in the clause says that it did not happen", words(tokenSpan(at, trigger))),
  governor: -1,
});

const withRows = (found: Decided, passed: readonly Because[]): Decided => ({
  ...found,
  because: step("what stands over what is told", ...passed, found.because),
});

/** Whether what holds of the head holds of this word: light verbs, chains of verbs, coordination. */
function passesUp({ at, verbs }: Places, token: number, light: number): boolean {
  if (light >= 0) return true;
  if (hasLabel(at, token, "nsubj") && uposOf(at, token) === "NOUN") {
    const head = headOf(at, token);
    return dependent(at, head, "expl") >= 0 || isOccurrence(at, verbs, head);
  }
  if (hasLabel(at, token, "xcomp")) return true;
  return hasLabel(at, token, "conj") && dependent(at, token, "nsubj", "aux") < 0;
}
