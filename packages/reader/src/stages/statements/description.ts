/** A source with its whole description: which tokens of a noun phrase belong to it. */
import { dependents, hasLabel, headOf, uposOf, xposOf } from "../../reading/syntax.ts";
import { isParticipleCue } from "./clause.ts";
import {
  below,
  firstOf,
  formIs,
  isPunct,
  isTitle,
  lastOf,
  lower,
  range,
  type Scene,
  sentenceOf,
} from "./scene.ts";

/**
 * The tokens of a source: the whole noun phrase with its description, without the preposition it
 * stands behind, without the cue (which begins at token `edge`) and what hangs below it.
 */
export function sourceTokens(at: Scene, head: number, cue: number, edge?: number): number[] {
  const all = below(
    at,
    head,
    (each) =>
      each === cue ||
      (headOf(at, each) === head && isForeign(at, head, each)) ||
      isReason(at, each),
  );
  const described = edge === undefined ? all : rightEdge(at, head, all, edge);
  return trimmed(at, withPartner(at, leftEdge(at, head, described)));
}

/** "who spoke on condition of anonymity because …": why somebody speaks so does not describe him. */
const isReason = (at: Scene, each: number): boolean =>
  hasLabel(at, each, "advcl") &&
  dependents(at, each, "mark").some((mark) => formIs(at, mark, "because"));

/** What hangs on a noun without describing it. */
function isForeign(at: Scene, head: number, each: number): boolean {
  if (hasLabel(at, each, "case")) return !formIs(at, each, "'s", "’s", "'", "’");
  if (hasLabel(at, each, "punct", "cc", "parataxis")) return each < head;
  if (hasLabel(at, each, "advcl", "discourse", "obl")) return true;
  if (hasLabel(at, each, "nmod") && each > head && isWhen(at, each)) return true;
  if (hasLabel(at, each, "advmod")) return each < head && isPunct(at, each + 1);
  if (hasLabel(at, each, "conj")) return uposOf(at, each) === "VERB";
  return hasLabel(at, each, "mark");
}

/** "Kenya on Monday": a day that the parser hung on the speaker. */
const isWhen = (at: Scene, token: number): boolean =>
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:yester|to)day)$/.test(lower(at, token)) &&
  dependents(at, token, "case").some((each) => formIs(at, each, "on")) &&
  dependents(at, token).every((each) => hasLabel(at, each, "case", "punct", "nmod", "compound"));

/** Words between a subject and its verb that the parser hung elsewhere are part of it. */
function rightEdge(at: Scene, head: number, all: number[], edge: number): number[] {
  if (head > edge) return endOfInverted(at, head, all, edge);
  const last = all.at(-1)!;
  if (/^W/.test(xposOf(at, head)) || last >= edge) return all.filter((each) => each < edge);
  const gap = range(last + 1, edge - 1);
  return gap.length > 0 && describes(at, gap) ? [...all, ...gap] : all;
}

/** Whether the words behind a noun go on describing it, up to its verb. */
function describes(at: Scene, gap: readonly number[]): boolean {
  const [first, next, last] = [gap[0]!, gap[1] ?? gap[0]!, gap.at(-1)!];
  if (isPunct(at, first)) {
    if (gap.length > 26 || !isPunct(at, last) || formIs(at, first, '"', "”")) return false;
    return (
      /^(?:DET|NOUN|PROPN|NUM)$/.test(uposOf(at, next)) ||
      /^(?:who|which|whose)$/.test(lower(at, next))
    );
  }
  if (gap.length > 12 || gap.some((each) => formIs(at, each, ",", "—", ":", ";"))) return false;
  if (gap.some((each) => /^(?:VB[DZP]|MD)$/.test(xposOf(at, each)))) return false;
  if (/^(?:ADV|AUX|PRON|SCONJ|PART)$/.test(uposOf(at, first))) return false;
  return !(
    uposOf(at, first) === "ADP" && /^(?:on|in|at|during|after|before)$/.test(lower(at, first))
  );
}

/** Behind the verb: "said the minister, who …" takes the relative clause to the sentence's end. */
function endOfInverted(at: Scene, head: number, all: number[], edge: number): number[] {
  const last = all.at(-1)!;
  if (head < edge) return all;
  const end = lastOf(at, sentenceOf(at, head));
  if (last + 2 >= end || !formIs(at, last + 1, ",")) return all;
  return /^(?:who|which|whose)$/.test(lower(at, last + 2))
    ? [...all, ...range(last + 1, end)]
    : all;
}

/** Without a dateline, a conjunction or an adjunct that the parser took in before it. */
function leftEdge(at: Scene, head: number, all: number[]): number[] {
  const first = firstOf(at, sentenceOf(at, head));
  const dash = all.findLast((each) => each < head && formIs(at, each, "—", "–", "--", ":"));
  let start = dash === undefined ? all[0]! : dash + 1;
  if (start === first)
    while (start < head && /^(?:CCONJ|SCONJ)$/.test(uposOf(at, start)) && !pairs(at, start))
      start++;
  const comma = all.find(
    (each) => each < head && formIs(at, each, ",") && startsAdjunct(at, start),
  );
  if (comma !== undefined && comma < head) start = comma + 1;
  const kept = all.filter(
    (each) => each >= start && (each >= head || !/^(?:WDT|WP)$/.test(xposOf(at, each))),
  );
  return [...strayBefore(at, kept[0]!, head), ...kept];
}

/** A headline joins two names by a comma: "Lula, Macron agree". */
function withPartner(at: Scene, tokens: readonly number[]): number[] {
  const start = tokens[0]!;
  const sentence = sentenceOf(at, start);
  const first = firstOf(at, sentence);
  const isName = (each: number) => uposOf(at, each) === "PROPN";
  const before = range(first, start - 2);
  return isTitle(at, sentence) &&
    before.length > 0 &&
    before.length <= 4 &&
    formIs(at, start - 1, ",") &&
    [...before, start].every(isName)
    ? [...range(first, start - 1), ...tokens]
    : [...tokens];
}

/** An article and adjectives that the parser left outside: "The [general]". */
function strayBefore(at: Scene, first: number, head: number): number[] {
  const found: number[] = [];
  const start = firstOf(at, sentenceOf(at, head));
  if (/^(?:DET|PRON)$/.test(uposOf(at, first))) return found;
  for (let each = first - 1; each >= start; each--) {
    const article = /^(?:DT|PDT|PRP\$)$/.test(xposOf(at, each));
    if (!article && !hasLabel(at, each, "amod", "compound", "nummod")) break;
    found.unshift(each);
    if (article) break;
  }
  return found;
}

/** "both … and", "neither … nor" belong to the phrase. */
const pairs = (at: Scene, token: number): boolean =>
  /^(?:both|either|neither)$/.test(lower(at, token));

/** "In a poll, voters", "All of a sudden, voters". */
const startsAdjunct = (at: Scene, token: number): boolean =>
  uposOf(at, token) === "ADP" || uposOf(at, token) === "ADV" || lower(at, token) === "all";

function trimmed(at: Scene, tokens: readonly number[]): number[] {
  const kept = beforeNextCue(at, tokens);
  while (
    kept.length > 1 &&
    isPunct(at, kept.at(-1)!) &&
    !formIs(at, kept.at(-1)!, ")", "”", '"', "''")
  )
    kept.pop();
  while (kept.length > 1 && isPunct(at, kept[0]!) && !formIs(at, kept[0]!, "(", "“", '"', "''"))
    kept.shift();
  return kept;
}

/** "said the coach, referring to …": the participle is a cue of its own. */
function beforeNextCue(at: Scene, tokens: readonly number[]): number[] {
  const stop = tokens.findIndex(
    (each, k) => k > 0 && formIs(at, each, ",") && isParticipleCue(at, each + 1),
  );
  return stop < 0 ? [...tokens] : tokens.slice(0, stop);
}
