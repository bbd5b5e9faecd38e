import { hasLabel, uposOf } from "../../reading/syntax.ts";
import { covers, type Span } from "../../text/span.ts";
import type { Draft, Scene } from "./scene.ts";
import { carved, spanOfTokens } from "./spans.ts";

const size = (spans: readonly Span[]): number =>
  spans.reduce((sum, [from, to]) => sum + to - from, 0);

const cueSpan = (at: Scene, { anchor }: Draft): Span => [
  at.tokens.from[anchor]!,
  at.tokens.to[anchor]!,
];

/** One statement a cue: of those whose cue groups share their anchor, the one with more to say. */
export function distinct(at: Scene, drafts: readonly Draft[]): Draft[] {
  const byToken = new Map<number, Draft>();
  const ranked = [...drafts].sort((a, b) => rank(b) - rank(a) || a.anchor - b.anchor);
  const kept: Draft[] = [];
  for (const draft of ranked) {
    if (draft.cue.some((each) => byToken.has(each) && conflicts(at, byToken.get(each)!, draft)))
      continue;
    for (const each of draft.cue) if (!byToken.has(each)) byToken.set(each, draft);
    kept.push(draft);
  }
  return kept.sort((a, b) => a.anchor - b.anchor);
}

const rank = ({ spoken, cue, content }: Draft): number =>
  (spoken ? 1000 : 0) + (content.length > 0 ? 100 : 0) + cue.length;

/** Two drafts conflict when each one's anchor is in the other's cue, or the anchor is the same word. */
const conflicts = (_at: Scene, kept: Draft, draft: Draft): boolean =>
  kept.anchor === draft.anchor ||
  kept.cue.includes(draft.anchor) ||
  draft.cue.includes(kept.anchor);

/** Takes source phrases ("according to …") out of contents that they only stand beside. */
export function apart(at: Scene, drafts: readonly Draft[]): Draft[] {
  const holes = drafts.filter(
    ({ lemma }) => lemma.includes(" ") && at.cues.of("source phrase", lemma),
  );
  if (holes.length === 0) return [...drafts];
  return drafts.map((draft) => {
    const beside = holes.filter((each) => each !== draft && contains(each, cueSpan(at, draft)));
    if (beside.length === 0) return draft;
    return {
      ...draft,
      content: carved(
        at,
        draft.content,
        beside.flatMap((each) => spanOfTokens(at, [...each.cue, ...each.source])),
      ),
    };
  });
}

/** "said, in its latest statement, that …": the noun says how it was said, and is no second cue. */
export function once(at: Scene, drafts: readonly Draft[]): Draft[] {
  const same = (a: Draft, b: Draft) =>
    a.content[0] !== undefined && a.content[0][0] === b.content[0]?.[0] && a.anchor < b.anchor;
  return drafts.filter(
    (noun) =>
      uposOf(at, noun.anchor) !== "NOUN" ||
      hasLabel(at, noun.anchor, "obj", "nsubj:pass") ||
      !drafts.some((verb) => uposOf(at, verb.anchor) === "VERB" && same(verb, noun)),
  );
}

const contains = ({ content }: Draft, span: Span): boolean =>
  content.some((each) => covers(each, span));

/** For each draft the index of the smallest one whose content holds its cue, -1 for none. */
export function outerOf(at: Scene, drafts: readonly Draft[]): number[] {
  const sizes = drafts.map(({ content }) => size(content));
  return drafts.map((draft, d) => {
    const cue = cueSpan(at, draft);
    let best = -1;
    drafts.forEach((outer, o) => {
      if (o === d || !contains(outer, cue)) return;
      if (sizes[o]! < sizes[d]! || (sizes[o] === sizes[d] && o > d)) return;
      if (best < 0 || sizes[o]! < sizes[best]!) best = o;
    });
    return best;
  });
}

/**
 * Holds statements inside quoted speech to that speech: "“I think so,” he said" is not what "think"
 * governs. Those left without anything to say, or with a source outside, are dropped.
 */
export function heldToSpeech(at: Scene, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    const quotation = at.quotations[at.quoted[draft.anchor]!];
    if (!quotation)
      return at.quoted[draft.who]! >= 0 && draft.who >= 0 && isSpeech(at, draft.who)
        ? [{ ...draft, who: -1, source: [] }]
        : [draft];
    const [from, to] = quotation.inner;
    const content = draft.content
      .map(([a, b]): Span => [Math.max(a, from), Math.min(b, to)])
      .filter(([a, b]) => a < b);
    const outside = draft.who >= 0 && at.quoted[draft.who] !== at.quoted[draft.anchor];
    if (content.length === 0 && draft.content.length > 0) return [];
    return [{ ...draft, content, ...(outside ? { who: -1, source: [] } : {}) }];
  });
}

const isSpeech = (at: Scene, token: number): boolean =>
  at.quotations[at.quoted[token]!]?.kind === "speech";
