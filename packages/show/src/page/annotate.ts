/** The text of a paragraph with what was found in it: overlapping spans are cut at each other. */
import type { Span, Statement, Wording } from "@hearsay/reader";
import type { View } from "../view.ts";
import { escaped, idText } from "./html.ts";
import type { SourceKeys } from "./keys.ts";

/** A stretch of text that something is said of. */
interface Layer {
  readonly span: Span;
  readonly id: string;
  readonly kind: "statement" | "source" | "cue" | "event" | "wording" | "figure";
}

const within = (from: number, to: number, { span }: Layer): boolean =>
  span[0] <= from && to <= span[1];

function layersOf({ reading }: View): Layer[] {
  const pieces = (spans: readonly Span[], id: string, kind: Layer["kind"]) =>
    spans.map((span) => ({ span, id, kind }));
  return [
    ...reading.statements.flatMap(({ id, content, source, cue }) => [
      ...pieces(content, id, "statement"),
      ...pieces(source.spans, id, "source"),
      ...pieces(cue.spans, id, "cue"),
    ]),
    ...reading.events.flatMap(({ id, trigger }) => pieces([trigger], id, "event")),
    ...reading.wording.flatMap(({ id, span }) => pieces([span], id, "wording")),
    ...reading.figures.flatMap(({ id, span }) => pieces([span], id, "figure")),
  ].filter(({ span }) => span[0] < span[1]);
}

/** Draws the characters of a span of the text, annotated. */
export type Annotate = (span: Span) => string;

export function annotator(view: View, keys: SourceKeys): Annotate {
  const layers = layersOf(view);
  const wording = new Map(view.reading.wording.map((each) => [each.id, each]));
  const drawn = new Set<string>();
  return ([from, to]) => {
    const here = layers.filter(({ span }) => span[0] < to && from < span[1]);
    const cuts = new Set([from, to]);
    for (const { span } of here) for (const cut of span) if (from < cut && cut < to) cuts.add(cut);
    const points = [...cuts].sort((a, b) => a - b);
    return points
      .slice(0, -1)
      .map((start, k) => {
        const end = points[k + 1]!;
        const over = here.filter((each) => within(start, end, each));
        return segment({ view, keys, wording, drawn }, start, end, over);
      })
      .join("");
  };
}

interface Sheet {
  readonly view: View;
  readonly keys: SourceKeys;
  readonly wording: ReadonlyMap<string, Wording>;
  /** Anchors that are already on the page: each item has one. */
  readonly drawn: Set<string>;
}

function segment(sheet: Sheet, from: number, to: number, over: readonly Layer[]): string {
  const text = escaped(sheet.view.reading.report.text.slice(from, to));
  const starts = over.filter(({ span }) => span[0] === from);
  const anchors = over.flatMap((each) => anchorOf(sheet, each)).join("");
  const tags = starts.flatMap((each) => tagOf(sheet, each)).join("");
  const classes = classesOf(sheet, over);
  const link = over.find(({ kind }) => kind === "wording") ?? over.find(isLinked);
  if (classes === "") return anchors + tags + text;
  const element = link
    ? `<a class="${classes}" href="#m-${idText(link.id)}">${text}</a>`
    : `<span class="${classes}">${text}</span>`;
  return anchors + tags + element;
}

const isLinked = ({ kind }: Layer): boolean => kind === "event" || kind === "figure";

/** Where the margin points back to: the first character of an item that is drawn. */
function anchorOf({ drawn }: Sheet, { id, kind }: Layer): string[] {
  if (kind === "source" || kind === "cue" || drawn.has(id)) return [];
  drawn.add(id);
  return [`<span class="at" id="t-${idText(id)}"></span>`];
}

/** The letter of the source, small and raised, where a statement begins. */
function tagOf({ keys }: Sheet, { id, kind }: Layer): string[] {
  const key = keys.of.get(id);
  if (kind !== "statement" || !key) return [];
  return [`<a class="tag c${key.hue}" href="#m-${idText(id)}">${key.letter}</a>`];
}

function classesOf({ view, keys, wording }: Sheet, over: readonly Layer[]): string {
  const statements = over
    .filter(({ kind }) => kind === "statement")
    .map(({ id }) => view.statements.get(id)!)
    .sort((a, b) => depthOf(view, b) - depthOf(view, a));
  const inner = statements[0] && keys.of.get(statements[0].id);
  const kinds = new Set(over.map(({ kind }) => kind));
  const words = over.find(({ kind }) => kind === "wording");
  return [
    ...(inner ? ["said", `c${inner.hue}`] : []),
    ...(statements.length > 1 ? ["nested"] : []),
    ...(["source", "cue", "event", "figure"] as const).filter((each) => kinds.has(each)),
    ...(words ? ["word", manner(wording.get(words.id)!)] : []),
  ].join(" ");
}

const manner = ({ voice, paraphrased }: Wording): string =>
  voice === "outlet" ? "own" : paraphrased ? "paraphrased" : "others";

/** How many statements a statement is part of; a circle ends the count. */
function depthOf({ statements }: View, statement: Statement): number {
  const seen = new Set<string>();
  let next: Statement | undefined = statement;
  while (next?.within !== undefined && !seen.has(next.id)) {
    seen.add(next.id);
    next = statements.get(next.within);
  }
  return seen.size;
}
