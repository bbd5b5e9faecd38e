import type { Cue } from "../../knowledge/cues.ts";
import { step, words } from "../../reading/because.ts";
import type { Quotation } from "../../reading/layers.ts";
import {
  dependent,
  dependents,
  formOf,
  hasLabel,
  tokensIn,
  uposOf,
  xposOf,
} from "../../reading/syntax.ts";
import { type Span, union } from "../../text/span.ts";
import { governed } from "./content.ts";
import { sourceTokens } from "./description.ts";
import { manner, verbGroup } from "./group.ts";
import {
  type Draft,
  firstOf,
  formIs,
  isPunct,
  isVerb,
  lastOf,
  type Scene,
  sentenceOf,
  verbCue,
} from "./scene.ts";
import { canSpeak, sourceOf } from "./sources.ts";
import { carved, piecesOf, spanOfTokens } from "./spans.ts";
import { reasons } from "./verbs.ts";

/** Which verb says which quotations, by index into `at.quotations`. */
export interface Spoken {
  readonly byVerb: Map<number, number[]>;
  /** Quotations that stand alone as sentences, without a cue of their own. */
  readonly free: number[];
}

/** Finds for every speech between marks the verb that says it: behind it, before it, or none. */
export function spokenBy(at: Scene): Spoken {
  const byVerb = new Map<number, number[]>();
  const free: number[] = [];
  at.quotations.forEach((quotation, q) => {
    if (quotation.kind === "title") return;
    const range = tokensIn(at.tokens, quotation.span);
    if (!range) return;
    const speech = quotation.kind === "speech";
    const verb = (speech ? verbBehind(at, quotation, range) : -1) ?? -1;
    const other = verb >= 0 ? verb : verbBefore(at, quotation, range);
    if (other >= 0) byVerb.set(other, [...(byVerb.get(other) ?? []), q]);
    else if (speech && standsAlone(at, range)) free.push(q);
  });
  return { byVerb, free };
}

type Range = readonly [first: number, last: number];

/** "…," she said / said the minister, who …: the first verb of speech after the closing mark. */
function verbBehind(at: Scene, { inner }: Quotation, [, last]: Range): number {
  const sentence = sentenceOf(at, last);
  const end = lastOf(at, sentence);
  if (last >= end) return -1;
  const goesOn =
    /[,?!…—-]\s*$/u.test(at.text.slice(inner[0], inner[1])) ||
    formIs(at, last + 1, ",", "—", "–", "-");
  if (!goesOn) return -1;
  let start = last + 1;
  while (start <= end && isPunct(at, start)) start++;
  for (let each = start; each <= end && each - start <= 30; each++) {
    if (at.quoted[each]! >= 0) return -1;
    if (isClauseEnd(at, each) && each > start) return -1;
    if (xposOf(at, each) === "VBG" && each === start) return -1;
    if (
      !isVerb(at, each) ||
      (hasLabel(at, each, "acl:relcl", "acl") && isDescribing(at, start, each))
    )
      continue;
    if (says(at, each)) return each;
    if (
      !isAuxiliary(at, each) &&
      xposOf(at, each) === "VBD" &&
      each - start <= 4 &&
      canSpeak(at, sourceOf(at, each).head)
    )
      return each;
  }
  return -1;
}

/** "…," said the minister, who had left: a relative clause inside the name of the speaker. */
const isDescribing = (at: Scene, start: number, verb: number): boolean => {
  for (let each = start; each < verb; each++)
    if (/^W/.test(xposOf(at, each)) || isPunct(at, each)) return true;
  return verb > start && xposOf(at, verb) === "VBN";
};

const isAuxiliary = (at: Scene, token: number): boolean => uposOf(at, token) === "AUX";
const isClauseEnd = (at: Scene, token: number): boolean => formIs(at, token, ";", ":");
const says = (at: Scene, token: number): boolean => verbCue(at, token)?.takes.has("quote") ?? false;

/** He said: "…" / She called it "…": the nearest verb before that can govern quoted words. */
function verbBefore(at: Scene, quotation: Quotation, [first]: Range): number {
  const sentence = sentenceOf(at, first);
  const start = firstOf(at, sentence);
  const speech = quotation.kind === "speech";
  const lead = first - 1;
  if (lead < start) return speech ? colonBefore(at, first) : -1;
  const parted = formIs(at, lead, ",", ":", "—", "–");
  for (let each = lead; each >= start && first - each <= 30; each--) {
    if (at.quoted[each]! >= 0 && !parted) return -1;
    if (!isVerb(at, each)) continue;
    if (says(at, each) && (speech ? parted || each >= first - 4 : each === lead)) return each;
    if (!isAuxiliary(at, each) && !hasLabel(at, each, "acl", "acl:relcl", "xcomp", "advcl"))
      return -1;
  }
  return -1;
}

/** A sentence that ends in a colon speaks the quotation behind it. */
function colonBefore(at: Scene, first: number): number {
  const sentence = sentenceOf(at, first) - 1;
  if (sentence < 0) return -1;
  const end = lastOf(at, sentence);
  if (end < firstOf(at, sentence) || !formIs(at, end, ":")) return -1;
  for (let each = end; each >= firstOf(at, sentence); each--)
    if (isVerb(at, each) && says(at, each)) return each;
  return -1;
}

/** Nothing but punctuation stands beside it in its sentences. */
function standsAlone(at: Scene, [first, last]: Range): boolean {
  const start = firstOf(at, sentenceOf(at, first));
  const end = lastOf(at, sentenceOf(at, last));
  for (let each = start; each < first; each++) if (!isPunct(at, each)) return false;
  for (let each = last + 1; each <= end; each++) if (!isPunct(at, each)) return false;
  return true;
}

/** Statements in quoted speech. */
export function quoteDrafts(at: Scene, { byVerb }: Spoken): Draft[] {
  return [...byVerb].map(([verb, quotations]) => quoteDraft(at, verb, quotations));
}

function quoteDraft(at: Scene, verb: number, indices: readonly number[]): Draft {
  const quotations = indices.map((q) => at.quotations[q]!);
  const listed = verbCue(at, verb);
  const cue = listed ?? plainCue(at, verb);
  const who = speakerOf(at, verb, quotations);
  const found = governed(at, verb, { takes: withoutObject(cue.takes) });
  const group = verbGroup(at, verb, particles(cue, verb)).filter(
    (each) => at.quoted[each]! < 0 || each === verb,
  );
  const source =
    who < 0
      ? []
      : sourceTokens(at, who, verb, sourceOf(at, verb).shared ? undefined : group[0]).filter(
          (each) => !inAny(at, each, quotations),
        );
  const cueTokens = [...group, ...manner(at, group.at(-1)! + 1)];
  const holes = spanOfTokens(at, [...cueTokens, ...source]);
  const pieces = beside(
    at,
    found?.content ?? [],
    new Set([...cueTokens, ...source]),
    quotations,
    verb,
  );
  const spans = quotations.map(({ span }) => span);
  return {
    anchor: verb,
    cue: cueTokens,
    lemma: cue.cue,
    stance: cue.stance,
    source,
    who,
    content: union([...spans, ...carved(at, pieces, holes)]),
    why: [
      ...reasons(at, verb, cue, "between quotation marks", who < 0 ? "not named" : "its subject"),
      step("the marks stand beside the cue", ...spans.map((span) => words(span))),
    ],
    spoken: true,
  };
}

const particles = (cue: Cue, verb: number): number[] => (cue.cue.includes(" ") ? [verb + 1] : []);

const withoutObject = (takes: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    [...takes].filter(
      (each) => each === "clause" || each === "complement" || each === "object" || each === "as",
    ),
  );

const inAny = (at: Scene, token: number, quotations: readonly Quotation[]): boolean =>
  quotations.some(
    ({ span }) => span[0] <= at.tokens.from[token]! && at.tokens.to[token]! <= span[1],
  );

/** What the verb governs beside the quoted words: "called the raid “a mistake”". Whole speech has none. */
function beside(
  at: Scene,
  tokens: readonly number[],
  taken: ReadonlySet<number>,
  quotations: readonly Quotation[],
  verb: number,
): Span[] {
  if (quotations.some(({ kind, span }) => kind === "speech" && span[0] < at.tokens.from[verb]!))
    return [];
  const rest = [...new Set(tokens)]
    .filter((each) => !taken.has(each) && each > verb)
    .sort((a, b) => a - b);
  return piecesOf(at, rest);
}

/** The subject of the verb of speech, also where it stands behind: "said the minister". */
function speakerOf(at: Scene, verb: number, quotations: readonly Quotation[]): number {
  const { head } = sourceOf(at, verb);
  const outside = head >= 0 && !inAny(at, head, quotations);
  if (outside) return head;
  const behind = dependents(at, verb, "obj", "obl", "xcomp", "ccomp", "dep", "appos").find(
    (each) =>
      each > verb &&
      !inAny(at, each, quotations) &&
      /^(?:NOUN|PROPN|PRON)$/.test(uposOf(at, each)) &&
      dependent(at, each, "case") < 0,
  );
  return behind ?? neighbour(at, verb);
}

/** Where the tree fails: the noun or pronoun right beside the verb. */
function neighbour(at: Scene, verb: number): number {
  for (const each of [verb - 1, verb + 1]) {
    if (each < 0 || each >= at.tokens.count || sentenceOf(at, each) !== sentenceOf(at, verb))
      continue;
    if (at.quoted[each]! < 0 && /^(?:PROPN|PRON|NOUN)$/.test(uposOf(at, each))) return each;
  }
  return -1;
}

const plainCue = (at: Scene, verb: number): Cue => ({
  cue: at.lemmas[verb] ?? formOf(at, verb),
  pos: "verb",
  stance: "neutral",
  takes: new Set(["quote"]),
  example: "",
  expect: undefined,
  at: { file: "", line: 0, row: "" },
});
