/** "The talks had failed, officials said": a cue that stands aside in the clause it governs. */
import { dependent, dependents, hasLabel, uposOf, xposOf } from "../../reading/syntax.ts";
import { cut, isParticipleCue } from "./clause.ts";
import {
  below,
  firstOf,
  formIs,
  isPunct,
  isVerb,
  lastOf,
  lower,
  range,
  type Scene,
  sentenceOf,
  verbCue,
} from "./scene.ts";

/** What a cue that stands aside governs: the rest of its sentence. */
export function aroundAside(at: Scene, verb: number): number[] {
  const sentence = sentenceOf(at, verb);
  const [first, last] = [firstOf(at, sentence), lastOf(at, sentence)];
  const start = startOfAside(at, verb, first);
  const end = endOfAside(at, verb, last);
  if (start <= first || start < 0 || end < 0 || isEmbedded(at, verb)) return [];
  const before = range(first, start - 1);
  const after = goesOnBehind(at, end, last) ? cut(at, verb, end + 2, last) : [];
  const clauses = [...before, ...after].some((each) => /^(?:VB[DPZN]|MD)$/.test(xposOf(at, each)));
  return clauses ? [...before, ...after] : [];
}

/** Whether the sentence goes on behind the aside with what is said: "The truce, she said, would …". */
const goesOnBehind = (at: Scene, end: number, last: number): boolean =>
  end + 2 < last &&
  formIs(at, end + 1, ",") &&
  !isParticipleCue(at, end + 2) &&
  !/^(?:CCONJ|SCONJ)$/.test(uposOf(at, end + 2)) &&
  !/^(?:who|which|whose|as|according)$/.test(lower(at, end + 2));

/** Whether a cue stands aside in the middle of what it governs, and not only at its end. */
export function isMedial(at: Scene, verb: number): boolean {
  const sentence = sentenceOf(at, verb);
  const [first, last] = [firstOf(at, sentence), lastOf(at, sentence)];
  const end = endOfAside(at, verb, last);
  return end > 0 && startOfAside(at, verb, first) > first && goesOnBehind(at, end, last);
}

/** A cue in a relative clause governs nothing outside of it. */
const isEmbedded = (at: Scene, verb: number): boolean =>
  hasLabel(at, verb, "acl", "amod") || /^W/.test(xposOf(at, dependent(at, verb, "nsubj")));

/** The first token of the aside, behind a comma or a dash; -1 where nothing parts it off. */
function startOfAside(at: Scene, verb: number, first: number): number {
  const own = ownTokens(at, verb).filter((each) => each <= verb);
  let start = Math.min(verb, ...own);
  while (start < verb && isPunct(at, start)) start++;
  while (start > first && !isPunct(at, start - 1) && isSmall(at, start - 1)) start--;
  if (formIs(at, start - 1, ",", "—", "–", "-", "”", '"')) return start;
  return start === first ? start : -1;
}

/** Auxiliaries, adverbs, and the "as" of "as she said". */
const isSmall = (at: Scene, token: number): boolean =>
  /^(?:AUX|ADV|SCONJ)$/.test(uposOf(at, token)) || formIs(at, token, "as", "As");

/** The last token of the aside: before a mark or the end of the sentence; -1 where more follows. */
function endOfAside(at: Scene, verb: number, last: number): number {
  const own = ownTokens(at, verb);
  let end = Math.max(verb, ...own);
  if (end < last && !isPunct(at, end + 1) && !startsAdjunct(at, end + 1)) return -1;
  for (let steps = 0; end < last && !isPunct(at, end + 1); steps++) {
    if (subordinates(at, end + 1)) return isPunct(at, last) ? last - 1 : last;
    if (steps > 9 || isVerb(at, end + 1)) return -1;
    end++;
  }
  return end;
}

/** "because he may not brief reporters": a clause that closes the sentence with the aside. */
const subordinates = (at: Scene, token: number): boolean =>
  uposOf(at, token) === "SCONJ" &&
  /^(?:because|as|after|before|when|while|since)$/.test(lower(at, token));

/** "on Tuesday", "last week", "as he left". */
const startsAdjunct = (at: Scene, token: number): boolean =>
  /^(?:ADP|ADV|SCONJ|PROPN|PART)$/.test(uposOf(at, token)) ||
  /^(?:last|this|late|early|earlier|yesterday|today|next)$/.test(lower(at, token));

/** The verb, its helpers, and its subject on either side. */
function ownTokens(at: Scene, verb: number): number[] {
  const subject = nearestSubject(at, verb) ?? behindOrBeside(at, verb);
  const helpers = dependents(at, verb, "aux", "advmod").filter(
    (each) => Math.abs(each - verb) <= 4,
  );
  return subject < 0 ? helpers : [...helpers, ...below(at, subject, (each) => each === verb)];
}

/** Of several subjects that the parser gives a verb, the nearest. */
export const nearestSubject = (at: Scene, verb: number): number | undefined =>
  dependents(at, verb, "nsubj").sort((a, b) => Math.abs(a - verb) - Math.abs(b - verb))[0];

function behindOrBeside(at: Scene, verb: number): number {
  const inverted = invertedSubject(at, verb);
  return inverted >= 0 ? inverted : asideSubject(at, verb);
}

/**
 * ", the Red Cross says,": a noun phrase between a comma and a verb of saying, with a mark or the
 * end behind it, is its subject where the tree gives it none. -1 for none.
 */
export function asideSubject(at: Scene, verb: number): number {
  const takes = verbCue(at, verb)?.takes;
  if (!takes?.has("clause") || !takes.has("quote") || !/^VB[DZP]$/.test(xposOf(at, verb)))
    return -1;
  if (dependent(at, verb, "nsubj") >= 0 || !isPunct(at, verb + 1)) return -1;
  if (!/^(?:NOUN|PROPN)$/.test(uposOf(at, verb - 1))) return -1;
  const first = firstOf(at, sentenceOf(at, verb));
  let start = verb - 1;
  while (start > first && verb - start < 8 && inNounPhrase(at, start - 1)) start--;
  const told = range(first, start - 2).some((each) => /^(?:VB[DPZN]|MD)$/.test(xposOf(at, each)));
  return told && formIs(at, start - 1, ",") ? verb - 1 : -1;
}

const inNounPhrase = (at: Scene, token: number): boolean =>
  /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(uposOf(at, token)) || formIs(at, token, "'s", "’s", "of");

/** "…, said several observers": what looks like an object right behind the verb. */
export const invertedSubject = (at: Scene, verb: number): number => {
  if (dependent(at, verb, "nsubj") >= 0 || !isPunct(at, verb - 1)) return -1;
  const object = dependent(at, verb, "obj");
  return object > verb && dependent(at, object, "case") < 0 ? object : -1;
};
