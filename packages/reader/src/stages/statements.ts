import type { Cues } from "../knowledge/cues.ts";
import { step } from "../reading/because.ts";
import type { DateMention } from "../reading/layers.ts";
import type { Statement } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { formOf, lemmaOf, tokensIn, uposOf } from "../reading/syntax.ts";
import type { Span } from "../text/span.ts";
import { colonDrafts } from "./statements/colons.ts";
import { apart, distinct, heldToSpeech, once, outerOf } from "./statements/nesting.ts";
import { nounDrafts } from "./statements/nouns.ts";
import { phraseDrafts } from "./statements/phrases.ts";
import { quoteDrafts, spokenBy } from "./statements/quotes.ts";
import { withRunning } from "./statements/running.ts";
import { type Draft, type Scene, sceneOf } from "./statements/scene.ts";
import { spanOfTokens } from "./statements/spans.ts";
import { verbDrafts } from "./statements/verbs.ts";

/**
 * On whose say-so: every statement with its source, its cue and its content, nested where it is
 * nested. "Attribution" in the sense of the corpora PARC and PolNeAR: any attitude to a content
 * given to a source, spoken or thought.
 */
export const statements = (cues: Cues) =>
  stage({
    name: "statements",
    needs: [
      "report",
      "paragraphs",
      "sentences",
      "tokens",
      "tags",
      "lemmas",
      "tree",
      "dates",
      "entities",
      "quotations",
    ],
    gives: ["statements"],
    run(layers, refused) {
      const at = sceneOf(layers, cues, refused);
      const drafts = draftsOf(at);
      const outer = outerOf(at, drafts);
      return {
        statements: drafts.map((draft, d) => statementOf(at, draft, d, outer[d]!, layers.dates)),
      };
    },
  });

function draftsOf(at: Scene): Draft[] {
  const spoken = spokenBy(at);
  const all = [
    ...quoteDrafts(at, spoken),
    ...verbDrafts(at, spoken.byVerb),
    ...nounDrafts(at),
    ...phraseDrafts(at),
    ...colonDrafts(at),
  ];
  return apart(at, withRunning(at, once(at, distinct(at, heldToSpeech(at, all))), spoken.free));
}

const idOf = (index: number): string => `s${index + 1}`;

function statementOf(
  at: Scene,
  draft: Draft,
  index: number,
  outer: number,
  dates: readonly DateMention[],
): Statement {
  const { content, lemma, stance } = draft;
  const entity = draft.who < 0 ? undefined : at.entities.list[at.entities.of[draft.who]!];
  const when = whenOf(at, draft, dates);
  return {
    id: idOf(index),
    source: {
      ...(entity ? { entity: entity.id } : {}),
      spans: sourceSpans(at, draft),
      kind: kindOf(at, draft),
    },
    cue: { spans: spanOfTokens(at, draft.cue), lemma, stance },
    content,
    form: formOfDraft(at, draft),
    ...(draft.topic ? { topic: true as const } : {}),
    ...(outer < 0 ? {} : { within: idOf(outer) }),
    ...(when ? { when } : {}),
    why: step("somebody is given these words or this thought", ...draft.why),
  };
}

/** A description set off by commas keeps its second one, as the corpora have it. */
function sourceSpans(at: Scene, { source }: Draft) {
  const spans = spanOfTokens(at, source).map((span) => toClosingMark(at, span));
  const last = spans.at(-1);
  if (!last || !at.text.slice(last[0], last[1]).includes(", ") || at.text[last[1]] !== ",")
    return spans;
  return [...spans.slice(0, -1), [last[0], last[1] + 1] as const];
}

/** A description that ends inside a quotation goes on to its closing mark. */
function toClosingMark(at: Scene, [from, to]: Span): Span {
  const inside = at.quotations.find(({ span }) => from < span[0] && span[0] < to && to < span[1]);
  return [from, inside ? inside.span[1] : to];
}

function kindOf(at: Scene, { who }: Draft): Statement["source"]["kind"] {
  if (who < 0) return "unnamed";
  const role = at.cues.role(lemmaOf(at, who)) ?? at.cues.role(formOf(at, who).toLowerCase());
  if (role === "unnamed source") return "unnamed";
  if (role === "document") return "document";
  const entity = at.entities.list[at.entities.of[who]!];
  const named = entity?.mentions.some(({ form }) => form === "name") ?? false;
  return named || uposOf(at, who) === "PROPN" ? "named" : "role";
}

/** direct: nothing but words between marks; mixed: some of it. */
function formOfDraft(at: Scene, { content }: Draft): Statement["form"] {
  let inside = 0;
  let whole = 0;
  for (const [from, to] of content) {
    whole += to - from;
    for (const { span } of at.quotations)
      inside += Math.max(0, Math.min(to, span[1]) - Math.max(from, span[0]));
  }
  if (inside === 0) return "indirect";
  return whole - inside <= 8 ? "direct" : "mixed";
}

/** The date that stands beside the cue, outside of source and content: "said on Saturday". */
function whenOf(at: Scene, { cue, source, content }: Draft, dates: readonly DateMention[]) {
  const taken = new Set([...source, ...content.flatMap((span) => tokensOf(at, span))]);
  const last = cue.at(-1)!;
  return dates.find(
    ({ first, last: end }) =>
      !taken.has(first) &&
      first > last - 1 &&
      first - last <= 8 &&
      at.tokens.sentence[end] === at.tokens.sentence[last],
  )?.when;
}

function tokensOf(at: Scene, span: readonly [number, number]): number[] {
  const range = tokensIn(at.tokens, span);
  return range ? Array.from({ length: range[1] - range[0] + 1 }, (_, k) => range[0] + k) : [];
}
