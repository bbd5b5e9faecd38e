import type { FigureKnowledge, NoFigure } from "../knowledge/figures.ts";
import { type Because, type Listener, row, step, words as wordsAt } from "../reading/because.ts";
import type { DateMention } from "../reading/layers.ts";
import type { Event, Figure, Statement } from "../reading/reading.ts";
import { stage } from "../reading/stage.ts";
import {
  dependents,
  formOf,
  hasLabel,
  headOf,
  type Syntax,
  tokenSpan,
  tokensSpan,
  uposOf,
} from "../reading/syntax.ts";
import { innermost } from "../reading/voice.ts";
import { covers, type Span } from "../text/span.ts";
import { type Counted, countedBy, isApart } from "./figures/counted.ts";
import { type Quantity, quantitiesIn } from "./figures/quantity.ts";

/**
 * Finds numbers that count what conflict reporting counts — the killed, the wounded, protesters,
 * troops, sums of money — with their bounds ("at least 12" has no most), and ties each to its event
 * and to the innermost statement around it. Numbers that count nothing known are refused.
 */
export const figures = (knowledge: FigureKnowledge) =>
  stage({
    name: "figures",
    needs: [
      "report",
      "sentences",
      "tokens",
      "tags",
      "lemmas",
      "tree",
      "dates",
      "statements",
      "events",
    ],
    gives: ["figures"],
    run({ report, sentences, tokens, tags, lemmas, tree, dates, statements, events }, refused) {
      const at: Syntax = { text: report.text, sentences, tokens, tags, lemmas, tree };
      const dated = datedTokens(tokens.count, dates);
      const found: Figure[] = [];
      for (let s = 0; s < sentences.count; s++) {
        const base = tokens.first[s]!;
        const forms = tokens.form.slice(base, tokens.first[s + 1]!);
        const lower = forms.map((form, i) => lowerOf(at, form, base + i));
        let before: Draft | undefined;
        for (const quantity of quantitiesIn(knowledge, lower)) {
          const draft = figureOf({ knowledge, at, dated, lower, base, refused }, quantity);
          if (!draft) continue;
          const figure = before ? amongThose(lower, before, draft) : draft;
          before = figure;
          found.push(tied(`f${found.length + 1}`, figure, at, statements, events));
        }
      }
      return { figures: found };
    },
  });

/** In small letters; the article of "a $10 billion fund" is another one, so that it makes no "A$". */
const lowerOf = (at: Syntax, form: string, token: number): string => {
  const lower = form.toLowerCase();
  return lower === "a" && formOf(at, token + 1) === "$" && isApart(at, token) ? "an" : lower;
};

interface Sentence {
  readonly knowledge: FigureKnowledge;
  readonly at: Syntax;
  readonly dated: Uint8Array;
  readonly lower: readonly string[];
  /** The sentence's first token. */
  readonly base: number;
  readonly refused: Listener;
}

interface Draft {
  readonly quantity: Quantity;
  readonly counted: Counted;
  readonly span: Span;
  readonly why: Because;
}

function datedTokens(count: number, dates: readonly DateMention[]): Uint8Array {
  const dated = new Uint8Array(count);
  for (const { first, last } of dates) dated.fill(1, first, last + 1);
  return dated;
}

function figureOf(sentence: Sentence, quantity: Quantity): Draft | undefined {
  const { knowledge, at, base, dated, refused } = sentence;
  const place = {
    first: base + quantity.first,
    last: base + quantity.last,
    core: base + quantity.core,
    coreLast: base + quantity.coreLast,
    vague: quantity.vague,
    some: quantity.least !== 0,
  };
  if (dated[place.coreLast] === 1) return undefined;
  const span = tokensSpan(at, place.first, place.last);
  const refuse = (because: Because): undefined => void refused({ stage: "figures", span, because });
  const barred = noFigure(sentence, quantity);
  if (barred) return refuse(step(barred.why, wordsAt(span), row(barred.at)));
  if (sentence.lower[quantity.core] === "one" && sentence.lower[quantity.last + 1] === "of")
    return refuse(step("one out of several, no count", wordsAt(span)));
  const counted = countedBy(knowledge, at, place);
  if (!counted)
    return refuse(step("what the number counts is no unit of figures/units.tsv", wordsAt(span)));
  if (counted.unit.way !== "money" && isPartOfName(at, place.core, place.coreLast))
    return refuse(step("a number that belongs to a name", wordsAt(span)));
  const whole = tokensSpan(at, place.first, counted.last);
  return { quantity, counted, span: whole, why: reason(at, whole, quantity, counted) };
}

const partWords = [
  ["including"],
  ["among", "them"],
  ["among", "whom"],
  ["of", "whom"],
  ["of", "them"],
];

/** "Killed 22, including seven children": those are some of them, and met the same fate. */
function amongThose(lower: readonly string[], before: Draft, draft: Draft): Draft {
  const { first } = draft.quantity;
  const part = partWords.some((words) =>
    words.every((word, k) => lower[first - words.length + k] === word),
  );
  const person = draft.counted.unit.way === "person";
  if (!part || !person || before.counted.unit.way === "money") return draft;
  const { unit, shown } = before.counted;
  const why = step("some of those counted before", draft.why, before.why);
  return { ...draft, counted: { ...draft.counted, unit, shown }, why };
}

function noFigure({ knowledge, lower }: Sentence, quantity: Quantity): NoFigure | undefined {
  const { before, after } = knowledge.noFigure;
  let next = quantity.last + 1;
  if (lower[next] === "-" && after.has(lower[next + 1] ?? "")) next++;
  return (
    after.get(lower[next] ?? "") ??
    before.get(lower[quantity.core - 1] ?? "") ??
    before.get(lower[quantity.first - 1] ?? "")
  );
}

/** "Operation True Promise 3": a name before, and no noun after. */
const isPartOfName = (at: Syntax, first: number, last: number): boolean => {
  const sentence = at.tokens.sentence[first]!;
  const isDigits = /^\d/.test(formOf(at, first));
  const before = first > at.tokens.first[sentence]! && uposOf(at, first - 1) === "PROPN";
  const next = last + 1 < at.tokens.first[sentence + 1]! ? uposOf(at, last + 1) : "PUNCT";
  return isDigits && before && !["NOUN", "ADJ", "VERB", "AUX"].includes(next);
};

function reason(at: Syntax, span: Span, quantity: Quantity, { unit, shown }: Counted): Because {
  const { least, most } = quantity;
  const range =
    least === most
      ? `${least}`
      : `${least === undefined ? "up to" : "from"} ${least ?? ""}${least !== undefined && most !== undefined ? " to " : ""}${most ?? ""}`;
  return step(
    `${range.trim()} counted as ${unit.unit}`,
    wordsAt(span),
    ...quantity.rows.map(row),
    wordsAt(tokenSpan(at, shown), "what is counted"),
    row(unit.at),
  );
}

function tied(
  id: string,
  { quantity, counted, span, why }: Draft,
  at: Syntax,
  statements: readonly Statement[],
  events: readonly Event[],
): Figure {
  const { least, most } = quantity;
  const event = eventOf(at, counted, events);
  const statement = innermost(statements, span)?.statement;
  return {
    id,
    span,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    unit: counted.unit.unit,
    ...(event ? { event: event.id } : {}),
    ...(statement ? { statement: statement.id } : {}),
    why,
  };
}

/**
 * The event whose trigger governs what is counted: the nearest at or above the word that shows the
 * unit, or what is said to have done it ("the blast killed 12", "12 died in the attack").
 */
function eventOf(at: Syntax, { shown }: Counted, events: readonly Event[]): Event | undefined {
  if (events.length === 0) return undefined;
  const triggeredBy = (token: number): Event | undefined => {
    const span = tokenSpan(at, token);
    return events.find((each) => covers(each.trigger, span));
  };
  for (let token = shown; token >= 0; token = headOf(at, token)) {
    const found =
      triggeredBy(token) ??
      dependents(at, token, "nsubj", "nsubj:pass", "obl")
        .map(triggeredBy)
        .find((each) => each !== undefined);
    if (found) return found;
    // What somebody says, and what another clause beside it tells, is not governed by the verb there.
    if (hasLabel(at, token, "ccomp", "parataxis", "root")) return undefined;
    // "stole from the 21 dead": what describes a noun is not done with what is done to the noun.
    if (hasLabel(at, token, "acl")) return triggeredBy(headOf(at, token));
  }
  return undefined;
}
