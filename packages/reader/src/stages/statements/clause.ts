/**
 * Where a reported clause begins and ends. The tree gives its core; the edges are mended by what
 * stands between the cue and the core, and cut where the next speaker or the next cue comes in.
 */
import {
  dependent,
  dependents,
  hasLabel,
  headOf,
  lemmaOf,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import {
  below,
  formIs,
  isPunct,
  isTensed,
  isVerb,
  lastOf,
  lower,
  range,
  type Scene,
  sentenceOf,
  verbCue,
} from "./scene.ts";

const openers = new Set(["that", "whether", "if", "how", "why"]);

/** The clause that a cue governs behind it, as tokens; none where there is no clause. */
export function clauseBehind(
  at: Scene,
  verb: number,
  heads: readonly number[],
  person: boolean,
): number[] {
  const end = lastOf(at, sentenceOf(at, verb));
  const core = heads.flatMap((head) => below(at, head, (each) => each === verb));
  const opener = openerBehind(at, verb, core.length > 0 ? Math.min(...core) : end);
  if (core.length === 0)
    return opener >= 0 ? upTo(at, verb, opener, opener) : bareClause(at, verb, person);
  const first = Math.min(...core.filter((each) => each > verb));
  const start = opener >= 0 ? opener : startOf(at, verb, first, person);
  return upTo(at, verb, start, Math.max(...core));
}

/** "that", "whether", "if" between a cue and its clause. */
function openerBehind(at: Scene, verb: number, before: number): number {
  for (let each = verb + 1; each <= Math.min(before, verb + 14); each++) {
    if (isPunct(at, each) && !formIs(at, each, ",", "(", ")")) return -1;
    if (isRelative(at, verb, each)) return -1;
    if (openers.has(lower(at, each)) && at.quoted[each]! === at.quoted[verb]!)
      return xposOf(at, each) !== "DT" || opensPlural(at, each) ? each : -1;
  }
  return -1;
}

/** "suspect a blast that shook the town": "that" between a noun and a verb describes the noun. */
const isRelative = (at: Scene, verb: number, that: number): boolean =>
  that > verb + 1 &&
  formIs(at, that, "that") &&
  /^(?:NOUN|PROPN)$/.test(uposOf(at, that - 1)) &&
  /^(?:VB[DZP]|MD)$/.test(xposOf(at, that + 1)) &&
  !verbCue(at, verb)?.takes.has("person");

/** "that prisoners were beaten": "that" goes with no plural, so it opens a clause. */
const opensPlural = (at: Scene, that: number): boolean =>
  /^(?:NNS|NNPS|PRP|PRP\$|DT)$/.test(xposOf(at, that + 1));

/** A subject that the parser left on the cue belongs to the clause; whom it was told to does not. */
function startOf(at: Scene, verb: number, first: number, person: boolean): number {
  if (person) return first;
  let start = verb + 1;
  while (start < first && hasLabel(at, start, "compound:prt", "advmod")) start++;
  const between = range(start, first - 1);
  const foreign = between.some(
    (each) => /^(?:ADP|ADV|PUNCT|CCONJ|SCONJ)$/.test(uposOf(at, each)) && each - start < 2,
  );
  const temporal = between.some((each) => hasLabel(at, each, "obl") && headOf(at, each) === verb);
  return foreign || temporal || between.length > 14 ? first : start;
}

/** Verbs of saying and thinking take a clause without "that", even where the tree shows none. */
function bareClause(at: Scene, verb: number, person: boolean): number[] {
  const takes = verbCue(at, verb)?.takes;
  if (person || !takes?.has("clause") || !takes.has("quote")) return [];
  if (!isTensed(at, verb)) return [];
  const start = verb + 1;
  const end = lastOf(at, sentenceOf(at, verb));
  if (start >= end || !/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM|VERB)$/.test(uposOf(at, start))) return [];
  const stop = range(start, end).find((each) => formIs(at, each, ",", ";", ":", "—", "–")) ?? end;
  const finite = range(start, stop).find((each) => /^(?:VB[DPZ]|MD)$/.test(xposOf(at, each)));
  return finite !== undefined &&
    !hasLabel(at, finite, "acl:relcl") &&
    !/^W/.test(xposOf(at, finite - 1))
    ? upTo(at, verb, start, stop - 1)
    : [];
}

/** From `start` to the end of the clause: at least to `core`, on over what the parser cut off. */
function upTo(at: Scene, verb: number, start: number, core: number): number[] {
  const end = lastOf(at, sentenceOf(at, verb));
  let last = Math.max(start, core);
  while (last < end && goesOn(at, verb, last + 1)) last++;
  return cut(at, verb, start, last);
}

/** From a token to the next comma or the end of the sentence. */
export function restOfClause(at: Scene, verb: number, start: number): number[] {
  return upTo(at, verb, start, start);
}

/** Whether the clause goes on over a token: to the next mark, conjunction or adjunct of the cue. */
function goesOn(at: Scene, verb: number, next: number): boolean {
  if (isPunct(at, next))
    return at.quoted[verb]! < 0 && at.quotations[at.quoted[next]!]?.kind === "words";
  if (uposOf(at, next) === "CCONJ") return false;
  const head = headOf(at, next);
  if (head === verb && hasLabel(at, next, "mark", "cc")) return false;
  return !(
    uposOf(at, next) === "SCONJ" &&
    headOf(at, head) === verb &&
    hasLabel(at, head, "advcl")
  );
}

/** Ends contents before ", adding …", ", and she said …", ", but the army …". */
export function cut(at: Scene, verb: number, start: number, last: number): number[] {
  for (let each = start + 1; each < last; each++) {
    if (at.quoted[each]! >= 0 && at.quoted[verb]! < 0) {
      const closes = at.quoted[each + 1]! !== at.quoted[each];
      if (closes && isPunct(at, each - 1) && isParticipleCue(at, each + 1))
        return range(start, each);
      continue;
    }
    if (isNewVoice(at, verb, each)) return range(start, each - 1);
  }
  return range(start, last);
}

function isNewVoice(at: Scene, verb: number, token: number): boolean {
  const comma = formIs(at, token, ",", "—", "–");
  const joins = uposOf(at, token) === "CCONJ";
  if (!comma && !joins) return false;
  const after = uposOf(at, token + 1) === "CCONJ" ? token + 2 : token + 1;
  if (comma && inRelative(at, verb) && /^(?:VB[DPZN]|MD)$/.test(xposOf(at, token + 1))) return true;
  const first = uposOf(at, after) === "ADV" ? after + 1 : after;
  if (isParticipleCue(at, first) && (comma || xposOf(at, verb) === "VBG")) return true;
  if (joins && (saysOn(at, verb, first) || isParallel(at, verb, first))) return true;
  return comma && uposOf(at, token + 1) === "CCONJ" && startsNewClause(at, verb, token + 1);
}

/** "the minister, who said …, left": the main verb behind the comma ends what "who" said. */
const inRelative = (at: Scene, verb: number): boolean =>
  hasLabel(at, verb, "acl:relcl") ||
  dependents(at, verb, "nsubj").some((each) => /^W/.test(xposOf(at, each)));

/**
 * "confirmed that they had left and expressed hope": a past tense without a subject, joined to a
 * clause in the pluperfect, goes on from the cue in the past tense.
 */
export const isParallel = (at: Scene, verb: number, token: number): boolean => {
  const past = xposOf(at, token) === "VBD" || (xposOf(at, token) === "VBN" && speaks(at, token));
  if (xposOf(at, verb) !== "VBD" || !past || dependent(at, token, "nsubj", "aux") >= 0)
    return false;
  const joined = hasLabel(at, token, "conj") ? headOf(at, token) : -1;
  return (
    joined > verb &&
    xposOf(at, joined) === "VBN" &&
    dependents(at, joined, "aux").some((each) => formIs(at, each, "had", "has", "have"))
  );
};

/** "expressed", "said": verbs that give words, alone or with a noun that names them. */
const speaks = (at: Scene, token: number): boolean =>
  at.cues.of("light verb", lemmaOf(at, token)) !== undefined ||
  (verbCue(at, token)?.takes.has("quote") ?? false);

/** "but added": a verb of saying in the same form as the cue, without a subject of its own. */
export const saysOn = (at: Scene, verb: number, token: number): boolean => {
  if (!/^VB[DZ]$/.test(xposOf(at, token)) || xposOf(at, token) !== xposOf(at, verb)) return false;
  const takes = verbCue(at, token)?.takes;
  return !!takes?.has("quote") && takes.has("clause") && dependent(at, token, "nsubj") < 0;
};

/** ", adding that …": a participle of saying. */
export const isParticipleCue = (at: Scene, token: number): boolean => {
  if (xposOf(at, token) !== "VBG") return false;
  const takes = verbCue(at, token)?.takes;
  return takes !== undefined && (takes.has("quote") || takes.has("to"));
};

/** "and the army denied it": a clause with a subject of its own, that no "that" opens. */
function startsNewClause(at: Scene, verb: number, conjunction: number): boolean {
  const head = headOf(at, conjunction);
  if (head < conjunction || !isClauseHead(at, head)) return false;
  const subject = dependent(at, head, "nsubj");
  if (subject < 0 || subject < conjunction) return false;
  if (dependents(at, head, "mark").some((each) => formIs(at, each, "that"))) return false;
  return hasLabel(at, head, "conj") && xposOf(at, verb) !== "VB";
}

const isClauseHead = (at: Scene, token: number): boolean =>
  isVerb(at, token) || dependent(at, token, "cop") >= 0;
