/** A reading made for people, on a terminal or in a plain text file. */
import type { Event, Figure, Reading, Span, Statement } from "@hearsay/reader";
import { actOf, codeOf, dateText, figureText, kindText, sourceNotes, whenText } from "./labels.ts";
import { cleaned } from "./text/clean.ts";
import { type Style, styleOf } from "./text/style.ts";
import { widthOf, wrap } from "./text/width.ts";
import {
  circumstancesOf,
  oneLine,
  partiesOf,
  quoted,
  type SameWords,
  sentenceOf,
  sourceOf,
  statementsWithin,
  titleOf,
  toldOnce,
  type View,
  viewOf,
  voiceOf,
  withoutDateline,
  wordingGroups,
} from "./view.ts";

export interface TextOptions {
  /** Columns; 80 when not given, never less than 40. */
  readonly width?: number;
  readonly color?: boolean;
}

interface Pen {
  readonly view: View;
  readonly width: number;
  readonly style: Style;
}

/** Draws a Reading as text: what happened, on whose say-so, in whose words, and figures. */
export function showText(
  reading: Reading,
  { width = 80, color = false }: TextOptions = {},
): string {
  const pen = { view: viewOf(cleaned(reading)), width: Math.max(40, width), style: styleOf(color) };
  const parts = [head(pen), events(pen), statements(pen), wording(pen), figures(pen)];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join("\n"))
    .join("\n\n")}\n`;
}

function head({ view, width, style }: Pen): string[] {
  const { report } = view.reading;
  const { outlet, published, place, byline } = report;
  const facts = [outlet, published && dateText(published), place, byline].filter(Boolean);
  const foreign =
    report.language === "en" ? [] : [`language “${report.language}”: only English is read`];
  return [
    ...wrap(style.title(titleOf(view.reading)), width),
    ...wrap(style.dim([...facts, ...foreign].join(" · ")), width),
  ];
}

const section = (
  { width, style }: Pen,
  name: string,
  note: string,
  items: readonly (readonly string[])[],
): string[] => {
  if (items.length === 0) return [];
  const gap = " ".repeat(Math.max(2, width - widthOf(name) - widthOf(note)));
  return [style.heading(name) + gap + style.dim(note), ...items.flatMap((lines) => ["", ...lines])];
};

const count = (many: number, one: string): string => `${many} ${one}${many === 1 ? "" : "s"}`;

/** Room for ids at the left. */
const idColumn = 6;
const indent = " ".repeat(idColumn);
const withId = ({ style }: Pen, id: string): string =>
  style.dim(id) + " ".repeat(Math.max(1, idColumn - widthOf(id)));

function events(pen: Pen): string[] {
  const { view, width } = pen;
  const told = toldOnce(view);
  const all = view.reading.events.length;
  if (all === 0) return [pen.style.heading("WHAT HAPPENED"), "", "No event was found."];
  const again = all - told.length;
  const note =
    again > 0 ? `${count(told.length, "event")}, ${again} told again` : count(all, "event");
  return section(
    pen,
    "WHAT HAPPENED",
    note,
    bySentence(pen, told).map((group) => [
      ...group.flatMap((each) => eventLines(pen, each.event, each.again)),
      ...wrap(
        inSentence(
          pen,
          group.map(({ event }) => event.trigger),
        ),
        width,
        indent,
      ),
    ]),
  );
}

type Told = ReturnType<typeof toldOnce>[number];

/** Events of one sentence that follow each other: the sentence is shown once, below them. */
function bySentence({ view }: Pen, told: readonly Told[]): Told[][] {
  const groups: Told[][] = [];
  let last = -1;
  for (const each of told) {
    const [from] = sentenceOf(view, each.event.trigger);
    if (from === last) groups.at(-1)!.push(each);
    else groups.push([each]);
    last = from;
  }
  return groups;
}

function eventLines(pen: Pen, event: Event, again: readonly Event[]): string[] {
  const { view, width, style } = pen;
  const who = partiesOf(view, event.actors) || "somebody not named";
  const whom = partiesOf(view, event.recipients);
  const parts = [style.strong(who), actOf(event), ...(whom === "" ? [] : [style.strong(whom)])];
  const facts = [codeOf(event), ...circumstancesOf(view, event, event.contexts)].join(" · ");
  return [
    ...wrap(parts.join(" → "), width, indent, withId(pen, event.id)),
    ...wrap(style.dim(facts), width, indent),
    ...wrap(voiceStyled(pen, event.statement), width, indent),
    ...again.flatMap((each) => againLines(pen, each)),
  ];
}

function againLines({ view, width, style }: Pen, event: Event): string[] {
  const facts = [
    `told again (${event.id}): “${quoted(view, [event.trigger])}”`,
    ...circumstancesOf(view, withoutDateline(event), []),
    voiceOf(view, event.statement),
  ];
  return wrap(style.dim(facts.join(" · ")), width, `${indent}  `, `${indent}+ `);
}

const voiceStyled = ({ view, style }: Pen, id: string | undefined): string => {
  const text = voiceOf(view, id);
  return id === undefined ? style.outlet(text) : style.source(text);
};

/** The sentence around some words, on one line, with the words marked. */
const inSentence = ({ view, style }: Pen, spans: readonly Span[]): string =>
  marked(view, style, sentenceOf(view, spans[0]!), spans);

/** In quotation marks of ours, unless the words bring their own. */
function marked(view: View, style: Style, [from, to]: Span, spans: readonly Span[]): string {
  const { text } = view.reading.report;
  const plain = (start: number, end: number) => text.slice(start, end).replace(/\s+/g, " ");
  let sentence = "";
  let at = from;
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (start < at || end > to) continue;
    sentence += plain(at, start) + style.marked(oneLine(text.slice(start, end)));
    at = end;
  }
  sentence = (sentence + plain(at, to)).trim();
  return /["“”«»]/.test(sentence) ? sentence : `“${sentence}”`;
}

function statements(pen: Pen): string[] {
  const all = pen.view.reading.statements.length;
  const items = statementsWithin(pen.view).map((each) => statementLines(pen, each, 0));
  return section(pen, "ON WHOSE SAY-SO", count(all, "statement"), items);
}

/** Deeper ones are not moved further in, so that narrow terminals have room. */
const deepest = 4;

function statementLines(pen: Pen, statement: Statement, depth: number): string[] {
  const { view, width, style } = pen;
  const left = "  ".repeat(Math.min(depth, deepest));
  const { cue, source, when, form } = statement;
  const stance = cue.stance === "neutral" ? [] : [cue.stance];
  const kind = sourceNotes(source.kind);
  const day = when ? [whenText(when)] : [];
  const facts = [`“${quoted(view, cue.spans) || cue.lemma}”`, ...stance, ...kind, form, ...day];
  const inner = depth > 100 ? [] : statementsWithin(view, statement.id);
  return [
    ...wrap(
      `${style.source(sourceOf(view, statement))} — ${facts.join(" · ")}`,
      width,
      left + indent,
      left + withId(pen, statement.id),
    ),
    ...(statement.content.length === 0
      ? [`${left}${indent}${style.dim("(nothing is said of the content)")}`]
      : wrap(contentText(view, statement), width, `${left}${indent}  `)),
    ...inner.flatMap((each) => statementLines(pen, each, depth + 1)),
  ];
}

/** Quotation marks of our own only where the report's are not there. */
const contentText = (view: View, { content, form }: Statement): string => {
  const text = quoted(view, content);
  return form === "direct" && !/^["“‘'«„]/.test(text) ? `“${text}”` : text;
};

function wording(pen: Pen): string[] {
  const { view, width, style } = pen;
  const groups = wordingGroups(view).map(({ voice, title, paraphrased, kinds }) => {
    const note = paraphrased ? ", in paraphrase: the words may be the reporter’s" : "";
    const name = voice === "outlet" ? style.outlet(title) : style.source(title);
    return [
      ...wrap(name + style.dim(note), width, "  ", ""),
      ...kinds.flatMap(({ kind, words }) => [
        ...wrap(style.dim(kindText(kind)), width, "  "),
        ...words.flatMap((each) => wordLines(pen, each)),
      ]),
    ];
  });
  return section(pen, "IN WHOSE WORDS", count(view.reading.wording.length, "item"), groups);
}

function wordLines(pen: Pen, { text, neutral, items }: SameWords): string[] {
  const { width, style, view } = pen;
  const plainer = neutral === undefined ? "" : ` (plainer: ${neutral})`;
  const ids = items.map((each) => each.id).join(" ");
  const line = `${style.strong(text)}${plainer} ${style.dim(ids)}`;
  return [
    ...wrap(line, width, indent, "    "),
    ...wrap(
      marked(view, style, near(view, items[0]!.span, width), [items[0]!.span]),
      width,
      `${indent}  `,
    ),
  ];
}

/** As much of the sentence around some words as fits on a line. */
function near(view: View, span: Span, width: number): Span {
  const { text } = view.reading.report;
  const sentence = sentenceOf(view, span);
  const spare = Math.max(16, width - idColumn - 8 - (span[1] - span[0]));
  const half = Math.floor(spare / 2);
  const left = Math.max(
    sentence[0],
    Math.min(span[0] - half, sentence[1] - (span[1] - span[0]) - spare),
  );
  const from = left === sentence[0] ? left : afterSpace(text, left, span[0]);
  const right = Math.min(sentence[1], from + (span[1] - span[0]) + spare);
  return [from, right === sentence[1] ? right : beforeSpace(text, right, span[1])];
}

const afterSpace = (text: string, from: number, limit: number): number => {
  const space = text.slice(from, limit).search(/\s\S/);
  return space < 0 ? from : from + space + 1;
};
const beforeSpace = (text: string, to: number, limit: number): number => {
  const space = text.slice(limit, to).search(/\s\S*$/);
  return space < 0 ? to : limit + space;
};

function figures(pen: Pen): string[] {
  const { view } = pen;
  return section(
    pen,
    "FIGURES",
    count(view.reading.figures.length, "figure"),
    view.reading.figures.map((each) => figureLines(pen, each)),
  );
}

function figureLines(pen: Pen, figure: Figure): string[] {
  const { width, style } = pen;
  const event = figure.event === undefined ? "" : ` · of ${figure.event}`;
  return [
    ...wrap(style.strong(figureText(figure)) + event, width, indent, withId(pen, figure.id)),
    ...wrap(voiceStyled(pen, figure.statement), width, indent),
    ...wrap(inSentence(pen, [figure.span]), width, indent),
  ];
}
