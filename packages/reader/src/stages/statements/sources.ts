import {
  dependent,
  dependents,
  hasLabel,
  headOf,
  labelOf,
  lemmaOf,
  prepositionOf,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { asideSubject, invertedSubject, nearestSubject } from "./aside.ts";
import { isParallel, isParticipleCue, saysOn } from "./clause.ts";
import {
  below,
  firstOf,
  formIs,
  isPunct,
  isTensed,
  lastOf,
  lower,
  range,
  type Scene,
  sentenceOf,
  verbCue,
} from "./scene.ts";

/** A source as the head of a noun phrase; -1 for nobody. `how` says what rule found it. */
export interface Source {
  readonly head: number;
  /** Shared with another verb: what stands between is no part of it. */
  readonly shared?: true;
  readonly how: string;
}

const nobody = (how: string): Source => ({ head: -1, how });

/**
 * "The premier rejected calls" read as "the premier, rejected by …": a participle on a noun that
 * heads a sentence without any other finite verb, with an object of its own, is that sentence's verb.
 */
function isMistakenMain(at: Scene, verb: number): boolean {
  const noun = headOf(at, verb);
  if (
    xposOf(at, verb) !== "VBN" ||
    labelOf(at, verb) !== "acl" ||
    noun < 0 ||
    headOf(at, noun) >= 0
  )
    return false;
  const sentence = sentenceOf(at, verb);
  const [first, last] = [firstOf(at, sentence), lastOf(at, sentence)];
  const holds = dependent(at, verb, "obj", "ccomp", "xcomp") >= 0;
  if (!holds && (!formIs(at, last, ".", "!") || hasAgent(at, verb))) return false;
  const own = new Set(below(at, verb, () => false));
  return !range(first, last).some(
    (each) => !own.has(each) && /^(?:VB[DPZ]|MD)$/.test(xposOf(at, each)),
  );
}

const hasAgent = (at: Scene, verb: number): boolean =>
  dependents(at, verb, "obl").some((each) => prepositionOf(at, each) === "by");

export const isPassive = (at: Scene, verb: number): boolean =>
  !isMistakenMain(at, verb) && looksPassive(at, verb);

const looksPassive = (at: Scene, verb: number): boolean =>
  dependent(at, verb, "aux:pass") >= 0 ||
  dependent(at, verb, "nsubj:pass") >= 0 ||
  (xposOf(at, verb) === "VBN" &&
    (labelOf(at, verb) === "acl" || hasLabel(at, verb, "advcl")) &&
    dependent(at, verb, "aux") < 0);

/** Who a verb is said of: its subject, or whoever it shares one with. */
export function sourceOf(at: Scene, verb: number, depth = 0): Source {
  if (isMistakenMain(at, verb)) return { head: headOf(at, verb), how: "its subject" };
  const found = sourceInTree(at, verb, depth);
  if (depth === 0 && isRelativeObject(at, verb, found.head)) {
    const own = nounBefore(at, verb);
    if (own >= 0) return { head: own, how: "the noun phrase before it" };
  }
  if (found.head >= 0 || depth > 0 || isPassive(at, verb)) return found;
  const inverted = invertedSubject(at, verb);
  if (inverted >= 0 && uposOf(at, inverted) !== "VERB")
    return { head: inverted, how: "the noun behind it" };
  const besideNoun = xposOf(at, verb) === "VBG" && /^(?:NOUN|PROPN)$/.test(uposOf(at, verb - 1));
  if (!isTensed(at, verb) && !besideNoun) return found;
  const before = nounBefore(at, verb);
  const head = before >= 0 ? before : firstOfSentence(at, verb);
  return head < 0 ? found : { head, how: "the noun phrase before it" };
}

/** "which officials said will …": the pronoun is no subject where a noun stands between. */
const isRelativeObject = (at: Scene, verb: number, head: number): boolean =>
  head >= 0 &&
  verb - head > 1 &&
  /^(?:WDT|WP)$/.test(xposOf(at, head)) &&
  /^(?:NOUN|PROPN|PRON)$/.test(uposOf(at, verb - 1));

/** The noun phrase right before a verb, whatever the tree says. */
export function sourceBeside(at: Scene, verb: number): Source {
  const head = verb - 1;
  return /^(?:NOUN|PROPN|PRON)$/.test(uposOf(at, head))
    ? { head, shared: true, how: "the noun phrase before it" }
    : nobody("nobody stands beside it");
}

/** The highest noun phrase that ends right before a verb and its helpers; -1 for none. */
function nounBefore(at: Scene, verb: number): number {
  const sentence = sentenceOf(at, verb);
  const first = firstOf(at, sentence);
  let end = verb - 1;
  while (end > first && /^(?:AUX|ADV|PART)$/.test(uposOf(at, end))) end--;
  if (end > first && formIs(at, end, ",", ")", "-", "—")) end--;
  let best = -1;
  for (let each = end; each >= first && each <= end; each = headOf(at, each)) {
    if (each < 0) break;
    const nominal = /^(?:NOUN|PROPN|PRON|NUM)$/.test(uposOf(at, each));
    if (nominal && below(at, each, (other) => other === verb).at(-1)! <= end) best = each;
  }
  return best >= 0 && (dependent(at, best, "case") < 0 || hasLabel(at, best, "nsubj")) ? best : -1;
}

/** "Keith Hutto, a plumber who …, blamed": the name that opens the sentence, up to its comma. */
function firstOfSentence(at: Scene, verb: number): number {
  const first = firstOf(at, sentenceOf(at, verb));
  if (!formIs(at, verb - 1, ",") || at.quoted[first]! >= 0) return -1;
  for (let each = first; each < Math.min(verb, first + 9); each++) {
    if (formIs(at, each + 1, ",") && /^(?:NOUN|PROPN)$/.test(uposOf(at, each))) return each;
    if (!/^(?:DET|ADJ|NOUN|PROPN|ADP|CCONJ)$/.test(uposOf(at, each))) return -1;
  }
  return -1;
}

function sourceInTree(at: Scene, verb: number, depth: number): Source {
  if (isPassive(at, verb)) return agentOf(at, verb);
  const behind = isAdverb(at, verb - 1) ? verb - 2 : verb - 1;
  const parted = isPunct(at, behind) || uposOf(at, behind) === "CCONJ";
  if (depth === 0 && parted) {
    const speaker = speakerBefore(at, verb);
    if (
      speaker >= 0 &&
      (isParticipleCue(at, verb) || saysOn(at, speaker, verb) || isParallel(at, speaker, verb))
    )
      return { ...sourceOf(at, speaker, depth + 1), shared: true };
  }
  const subject = nearestSubject(at, verb);
  if (subject !== undefined && !isEmpty(at, subject)) return { head: subject, how: "its subject" };
  if (dependent(at, verb, "expl") >= 0 || dependent(at, verb, "nsubj") >= 0)
    return nobody("its subject stands for nobody");
  if (depth > 6) return nobody("no subject");
  const aside = asideSubject(at, verb);
  if (aside >= 0) return { head: aside, how: "the noun phrase before it" };
  const inverted = invertedSubject(at, verb);
  if (isTensed(at, verb) && verbCue(at, verb)?.takes.has("quote") && canSpeak(at, inverted))
    return { head: inverted, how: "the noun behind it" };
  return { ...sharedSource(at, verb, depth), shared: true };
}

const isAdverb = (at: Scene, token: number): boolean => uposOf(at, token) === "ADV";

/** ", adding …" goes on from the last verb of saying before it in the sentence. */
function speakerBefore(at: Scene, verb: number): number {
  const first = firstOf(at, sentenceOf(at, verb));
  for (let each = verb - 2; each >= first; each--) {
    if (!isTensed(at, each) || at.quoted[each]! !== at.quoted[verb]!) continue;
    if (verbCue(at, each)?.takes.has("quote") && !hasLabel(at, each, "acl:relcl")) return each;
  }
  return -1;
}

const isEmpty = (at: Scene, token: number): boolean =>
  lower(at, token) === "there" || (lower(at, token) === "it" && hasLabel(at, token, "expl"));

function agentOf(at: Scene, verb: number): Source {
  const agent = dependents(at, verb, "obl").find(
    (each) => labelOf(at, each) === "obl:agent" || prepositionOf(at, each) === "by",
  );
  return agent === undefined
    ? nobody("a passive that names no one")
    : { head: agent, how: "the agent of the passive" };
}

/** Verbs without a subject of their own take that of the verb they hang on. */
function sharedSource(at: Scene, verb: number, depth: number): Source {
  const head = headOf(at, verb);
  if (head < 0) return nobody("no subject");
  if (hasLabel(at, verb, "conj", "parataxis")) return sourceOf(at, head, depth + 1);
  if (hasLabel(at, verb, "acl")) {
    // "a plan to sign", said of nobody; "lawmakers supporting the bill", said of the noun
    if (xposOf(at, verb) === "VBG") return { head, how: "the noun it describes" };
    return possessorOrSubject(at, head, depth);
  }
  if (hasLabel(at, verb, "xcomp")) {
    const object = dependent(at, head, "obj", "iobj");
    if (object >= 0 && !keepsSubject.has(lemmaOf(at, head)))
      return { head: object, how: `the object of "${lemmaOf(at, head)}", which controls it` };
    return activeSource(at, head, depth);
  }
  if (hasLabel(at, verb, "advcl", "ccomp") && xposOf(at, verb) === "VBG")
    return activeSource(at, head, depth);
  if (hasLabel(at, verb, "advcl")) return activeSource(at, head, depth);
  return nobody("no subject");
}

/** The surface subject of the governing verb, passive or not: "was arrested, saying …". */
function activeSource(at: Scene, verb: number, depth: number): Source {
  const subject = dependents(at, verb, "nsubj").find((each) => !isEmpty(at, each));
  if (subject !== undefined) return { head: subject, how: "the subject of the verb it hangs on" };
  return sourceOf(at, verb, depth + 1);
}

function possessorOrSubject(at: Scene, noun: number, depth: number): Source {
  const owner = dependent(at, noun, "nmod:poss");
  if (owner >= 0) return { head: owner, how: "the owner of the noun it describes" };
  const head = headOf(at, noun);
  if (head >= 0 && hasLabel(at, noun, "obj") && uposOf(at, head) === "VERB")
    return sourceOf(at, head, depth + 1);
  return nobody("no subject");
}

/** Verbs whose object does not become the subject of their infinitive: "promised them to leave". */
const keepsSubject = new Set(["promise", "vow", "pledge", "threaten", "offer"]);

const people = new Set([
  "he",
  "she",
  "they",
  "who",
  "we",
  "i",
  "you",
  "many",
  "some",
  "others",
  "few",
  "most",
  "both",
  "all",
  "everyone",
  "nobody",
  "someone",
]);

/** Nouns of people by their make: "spokeswoman", "analysts", "protester". */
const personNoun =
  /(?:man|men|woman|women|er|ers|or|ors|ist|ists|ian|ians|people|official|officials|chief|chiefs|aide|aides|critics?|polic[ey]|student|students|resident|residents|president|secretary|minister|ministry|government|army|court|party|group|company|agency|council|committee|union|bank|judge|king|witness|witnesses|expert|experts|source|sources|family|families|crew|team|board)$/;

/** Whether a phrase may speak or think: a pronoun of persons, a name, somebody known, or a noun of people. */
export function canSpeak(at: Scene, head: number): boolean {
  if (head < 0) return false;
  if (people.has(lower(at, head))) return true;
  if (uposOf(at, head) === "PROPN") return true;
  const entity = at.entities.list[at.entities.of[head]!];
  if (entity && entity.kind !== "other" && entity.kind !== "place") return true;
  return personNoun.test(lower(at, head));
}
