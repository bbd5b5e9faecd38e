import { step, words } from "../../reading/because.ts";
import { tokensSpan, uposOf } from "../../reading/syntax.ts";
import { union } from "../../text/span.ts";
import {
  type Draft,
  firstOf,
  formIs,
  isTitle,
  isVerb,
  lastOf,
  range,
  type Scene,
} from "./scene.ts";
import { canSpeak } from "./sources.ts";
import { piecesOf } from "./spans.ts";

/**
 * A speaker parted from the words by a colon: "Minister: talks will go on", in headlines also
 * "Talks will go on: minister"; and the labels of an interview.
 */
export function colonDrafts(at: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (let s = 0; s < at.sentences.count; s++) {
    const [first, last] = [firstOf(at, s), lastOf(at, s)];
    const colon = range(first, last).find((each) => formIs(at, each, ":"));
    if (colon === undefined || colon === first || colon === last) continue;
    const draft = labelled(at, s, first, colon, last) ?? signed(at, s, first, last);
    if (draft) drafts.push(draft);
  }
  return drafts;
}

const noVerb = (at: Scene, first: number, last: number): boolean =>
  range(first, last).every((each) => !isVerb(at, each));

const startsParagraph = (at: Scene, s: number): boolean =>
  s === 0 || at.sentences.paragraph[s - 1] !== at.sentences.paragraph[s];

function labelled(
  at: Scene,
  s: number,
  first: number,
  colon: number,
  last: number,
): Draft | undefined {
  const length = colon - first;
  if (length > 5 || !startsParagraph(at, s) || !isNameLike(at, first, colon - 1)) return undefined;
  if (last - colon < 3) return undefined;
  return draft(
    at,
    range(first, colon - 1),
    colon,
    isTitle(at, s) ? range(colon + 1, last) : range(colon + 1, lastOfParagraph(at, s)),
  );
}

/** "Talks will go on: minister" */
function signed(at: Scene, s: number, first: number, last: number): Draft | undefined {
  if (!isTitle(at, s)) return undefined;
  const colon = range(first, last).findLast((each) => formIs(at, each, ":"))!;
  if (last - colon > 4 || colon - first < 3 || !noVerb(at, colon + 1, last)) return undefined;
  return draft(at, range(colon + 1, last), colon, range(first, colon - 1));
}

function lastOfParagraph(at: Scene, s: number): number {
  let end = s;
  while (
    end + 1 < at.sentences.count &&
    at.sentences.paragraph[end + 1] === at.sentences.paragraph[s]
  )
    end++;
  return lastOf(at, end);
}

/** Names and capitals only, and somebody who can speak at the end. */
const isNameLike = (at: Scene, first: number, last: number): boolean =>
  noVerb(at, first, last) &&
  range(first, last).some((each) => uposOf(at, each) === "PROPN" && canSpeak(at, each)) &&
  range(first, last).every((each) =>
    /^(?:PROPN|NOUN|ADJ|PUNCT|ADP|NUM|DET)$/.test(uposOf(at, each)),
  );

const draft = (at: Scene, source: number[], colon: number, content: number[]): Draft => ({
  anchor: colon,
  cue: [colon],
  lemma: ":",
  stance: "neutral",
  source,
  who: source.at(-1)!,
  content: union(piecesOf(at, content)),
  why: [
    step(
      "a name parted from the words by a colon speaks them",
      words(tokensSpan(at, source[0]!, source.at(-1)!)),
    ),
  ],
  spoken: true,
});
