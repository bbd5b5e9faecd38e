/**
 * In whose words: wording that judges, softens, turns up or takes for granted, and whose words
 * they are. No row and no rule here knows an actor; nothing is added up.
 */
import type { WordingKnowledge } from "../knowledge/wording.ts";
import { type Because, row, step, words } from "../reading/because.ts";
import type { Layers, NameSpan, Quotation, Tokens } from "../reading/layers.ts";
import type { Paragraph, Statement, Wording, WordingKind } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import { formOf, type Syntax, tokensSpan, xposOf } from "../reading/syntax.ts";
import { bySpan, covers, type Span, spanText } from "../text/span.ts";
import { type Ground, unmet } from "./wording/conditions.ts";
import { inflected } from "./wording/inflect.ts";
import { type Match, matchesAt } from "./wording/match.ts";
import { scareQuotes } from "./wording/scare-quotes.ts";
import { voiceOf } from "./wording/voice.ts";

/** An item but for its id and voice. */
interface Found {
  readonly span: Span;
  readonly kind: WordingKind;
  readonly neutral?: string;
  readonly why: readonly [says: string, ...from: Because[]];
}

export const wording = (known: WordingKnowledge) =>
  stage({
    name: "wording",
    needs: [
      "report",
      "paragraphs",
      "sentences",
      "tokens",
      "tags",
      "lemmas",
      "tree",
      "names",
      "entities",
      "quotations",
      "statements",
    ],
    gives: ["wording"],
    run(layers, refused) {
      const at: Syntax = { ...layers, text: layers.report.text };
      const refuse = (span: Span, because: Because) => refused({ stage: "wording", span, because });
      const found = [
        ...fromTables(known, groundOf(at, layers), refuse),
        ...scareQuotes(layers.quotations, { at, statements: layers.statements }, refuse).map(
          ({ span, why }): Found => ({ span, kind: "scare quotes", why: ["scare quotes", why] }),
        ),
      ];
      return { wording: numbered(ownWords(found, at, layers, refuse), layers) };
    },
  });

type Refuse = (span: Span, because: Because) => void;

type Asked = Pick<
  Layers,
  "paragraphs" | "statements" | "quotations" | "entities" | "names" | "tokens"
>;

const groundOf = (
  at: Syntax,
  { paragraphs, statements, quotations, entities, names, tokens }: Asked,
): Ground => ({
  at,
  statements,
  quotations,
  entities,
  nameOf: namesByToken(tokens, names),
  titles: titleSentences(at, paragraphs),
});

function titleSentences({ sentences }: Syntax, paragraphs: readonly Paragraph[]): Set<number> {
  const titles = new Set<number>();
  for (let s = 0; s < sentences.count; s++)
    if (paragraphs[sentences.paragraph[s]!]?.kind === "title") titles.add(s);
  return titles;
}

function namesByToken(tokens: Tokens, names: readonly NameSpan[]): (NameSpan | undefined)[] {
  const of = new Array<NameSpan | undefined>(tokens.count).fill(undefined);
  for (const name of names) of.fill(name, name.first, name.last + 1);
  return of;
}

function fromTables(known: WordingKnowledge, ground: Ground, refuse: Refuse): Found[] {
  const kept: Match[] = [];
  for (let token = 0; token < ground.at.tokens.count; token++)
    for (const match of matchesAt(ground.at, known, token)) {
      const reason = whyNot(ground, match);
      if (reason) refuse(spanOf(ground.at, match), reason);
      else kept.push(match);
    }
  return longest(kept).map((match) => foundOf(ground.at, match));
}

/** Why a row whose words stand there does not count. */
function whyNot(ground: Ground, match: Match): Because | undefined {
  const evidence = words(spanOf(ground.at, match));
  const partOfName =
    match.row.kind === "marked name" ? isInOtherName(ground, match) : isPartOfName(ground, match);
  if (partOfName) return step("the word is part of a name", row(match.row.at), evidence);
  const condition = unmet(ground, match);
  return (
    condition && step(`the condition “${condition.written}” fails`, row(match.row.at), evidence)
  );
}

/** "IIT-Bombay", or a longer name of an organisation around a place's. */
function isInOtherName({ at, nameOf }: Ground, { first, last, head }: Match): boolean {
  const name = nameOf[head];
  const longer = name?.kind === "ORG" && (name.first < first || name.last > last);
  return longer || /[-‐‑]/.test(at.text[at.tokens.from[first]! - 1] ?? "");
}

/** A capital inside a sentence of running text, or a name that is known to be one. */
function isPartOfName({ at, nameOf, titles }: Ground, { head }: Match): boolean {
  if (!/^\p{Lu}/u.test(formOf(at, head))) return false;
  const name = nameOf[head];
  if (name && name.kind !== "MISC") return true;
  const sentence = at.tokens.sentence[head]!;
  const begins =
    head === at.tokens.first[sentence] || /^[^\p{L}\p{N},]+$/u.test(formOf(at, head - 1));
  return !begins && !titles.has(sentence);
}

const spanOf = (at: Syntax, { first, last }: Match): Span => tokensSpan(at, first, last);

/** Of matches of one kind that overlap, the longest; of equal ones the better fit, then the first. */
function longest(matches: readonly Match[]): Match[] {
  const kept: Match[] = [];
  const sorted = [...matches].sort((a, b) => lengthOf(b) - lengthOf(a) || b.fit - a.fit);
  for (const match of sorted)
    if (!kept.some((each) => each.row.kind === match.row.kind && meet(each, match)))
      kept.push(match);
  return kept;
}

const lengthOf = ({ first, last }: Match): number => last - first;

const meet = (a: Match, b: Match): boolean => a.first <= b.last && b.first <= a.last;

function foundOf(at: Syntax, match: Match): Found {
  const span = spanOf(at, match);
  const { kind, says, at: rowAt } = match.row;
  const neutral = neutralOf(at, match);
  const plainer = neutral === undefined ? "" : `; plainer: “${neutral}”`;
  return {
    span,
    kind,
    ...(neutral === undefined ? {} : { neutral }),
    why: [`“${spanText(at.text, span)}” ${says}${plainer}`, row(rowAt), words(span)],
  };
}

function neutralOf(at: Syntax, { row: { neutral, pos }, head }: Match): string | undefined {
  const bends = pos === "VERB" || pos === "NOUN" ? pos : undefined;
  return neutral === undefined ? undefined : inflected(neutral, bends, xposOf(at, head));
}

interface Around {
  readonly statements: readonly Statement[];
  readonly quotations: readonly Quotation[];
}

/** "what the army calls naked aggression": the words are the army's. */
const calledSo =
  /\bwhat\s+(?:[^\s,.;:]+\s+){1,5}(?:calls?|called|terms?|termed|labels?|labell?ed|dubs?|dubbed|considers?|considered|(?:describes?|described|sees?|saw|regards?|regarded|views?|viewed)\s+as)\s+(?:[^\s,.;:]+\s+){0,4}$/i;

/**
 * Words that are given to somebody without a statement are not the outlet's own: what stands
 * between quotation marks (scare quotes are shown as such), and what somebody is said to call a
 * thing. They are left out.
 */
function ownWords(found: readonly Found[], at: Syntax, around: Around, refuse: Refuse): Found[] {
  return found.filter(({ kind, span, why: [says, ...from] }) => {
    if (kind === "scare quotes" || kind === "marked name") return true;
    if (voiceOf(around.statements, around.quotations, span).voice !== "outlet") return true;
    const marks = around.quotations.find((each) => covers(each.span, span));
    const called = calledSo.test(at.text.slice(Math.max(0, span[0] - 100), span[0]));
    if (!marks && !called) return true;
    const reason = marks
      ? "they stand between quotation marks, and no statement says whose words they are"
      : "somebody is said to call it so, and no statement holds the words";
    refuse(span, step(reason, words(marks?.span ?? span), step(says, ...from)));
    return false;
  });
}

function numbered(found: readonly Found[], { statements, quotations }: Around): Wording[] {
  return found
    .toSorted((a, b) => bySpan(a.span, b.span))
    .map(({ span, kind, neutral, why: [says, ...from] }, k): Wording => {
      const { voice, paraphrased, why } = voiceOf(statements, quotations, span);
      return {
        id: `w${k + 1}`,
        span,
        kind,
        voice,
        ...(paraphrased ? { paraphrased: true as const } : {}),
        ...(neutral === undefined ? {} : { neutral }),
        why: step(says, ...from, why),
      };
    });
}
