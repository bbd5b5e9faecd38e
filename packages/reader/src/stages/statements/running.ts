import { step, words } from "../../reading/because.ts";
import type { Quotation } from "../../reading/layers.ts";
import { tokensIn } from "../../reading/syntax.ts";
import { union } from "../../text/span.ts";
import { type Draft, type Scene, sentenceOf } from "./scene.ts";

/**
 * Gives quotations that stand alone as sentences to the running speaker: the last statement before
 * them in the paragraph, or, at the start of a paragraph, the one that the paragraph before ended with.
 */
export function withRunning(at: Scene, drafts: readonly Draft[], free: readonly number[]): Draft[] {
  const known = [...drafts];
  for (const q of free) {
    const quotation = at.quotations[q]!;
    const index = speakerBefore(at, known, quotation);
    if (index < 0) {
      const because = step(
        "no one has spoken right before these words stand alone",
        words(quotation.span),
      );
      at.refused({ stage: "statements", span: quotation.span, because });
      continue;
    }
    const draft = known[index]!;
    known[index] = {
      ...draft,
      spoken: true,
      content: union([...draft.content, quotation.span]),
      why: [
        ...draft.why,
        step("the words that stand alone go on from the last speaker", words(quotation.span)),
      ],
    };
  }
  return known;
}

function speakerBefore(at: Scene, drafts: readonly Draft[], { span }: Quotation): number {
  const range = tokensIn(at.tokens, span);
  if (!range) return -1;
  const paragraph = paragraphOf(at, range[0]);
  let best = -1;
  drafts.forEach((draft, d) => {
    const end = endOf(at, draft);
    if (end > span[0] || draft.who < 0 || at.quoted[draft.anchor]! >= 0) return;
    const distance = paragraph - paragraphOf(at, draft.anchor);
    if (distance > 1 && !(draft.spoken && distance <= 3) && !reaches(at, draft, paragraph - 1))
      return;
    if (best >= 0 && !comesAfter(at, draft, drafts[best]!)) return;
    best = d;
  });
  return best;
}

/** Whether its content already goes on into a paragraph. */
const reaches = (at: Scene, { content }: Draft, paragraph: number): boolean => {
  const last = content.at(-1);
  const range = last && tokensIn(at.tokens, last);
  return range !== undefined && paragraphOf(at, range[1]) >= paragraph;
};

const paragraphOf = (at: Scene, token: number): number =>
  at.sentences.paragraph[sentenceOf(at, token)]!;

const endOf = (at: Scene, { anchor }: Draft): number => at.tokens.to[anchor]!;

/** Later sentences win; within one sentence the outer statement does, which comes first or is spoken. */
function comesAfter(at: Scene, draft: Draft, best: Draft): boolean {
  const [mine, other] = [sentenceOf(at, draft.anchor), sentenceOf(at, best.anchor)];
  if (mine !== other) return mine > other;
  const inBest = best.content.some(
    ([from, to]) => from <= at.tokens.from[draft.anchor]! && at.tokens.from[draft.anchor]! < to,
  );
  if (inBest) return false;
  const hasBest = draft.content.some(
    ([from, to]) => from <= at.tokens.from[best.anchor]! && at.tokens.from[best.anchor]! < to,
  );
  return hasBest || (draft.spoken && !best.spoken);
}
