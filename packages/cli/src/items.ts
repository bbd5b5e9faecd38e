import type { Because, Reading, Span } from "@hearsay/reader";

/** Any item of a Reading, with a line that says which it is. */
export interface Item {
  readonly heading: string;
  readonly why: Because;
}

/** The item with an id ("e1", "s2", "ev3", …), `undefined` when there is none. */
export function itemOf(reading: Reading, id: string): Item | undefined {
  const { text } = reading.report;
  const has = (item: { id: string }) => item.id === id;
  const said = (spans: readonly Span[]) => spans.map((span) => quoted(text, span)).join(" … ");
  const entity = reading.entities.find(has);
  if (entity) {
    const { name, kind, mentions, why } = entity;
    const times = mentions.length === 1 ? "once" : `${mentions.length} times`;
    return { heading: `${id}, an entity: ${printable(name)} (${kind}), mentioned ${times}`, why };
  }
  const statement = reading.statements.find(has);
  if (statement) {
    const { cue, content, source, why } = statement;
    const who = source.spans.length > 0 ? said(source.spans) : "somebody not named";
    return { heading: `${id}, a statement: ${who} — ${said(cue.spans)} — ${said(content)}`, why };
  }
  const event = reading.events.find(has);
  if (event) {
    const { type, mode, status, span, why } = event;
    const what = [type, mode].filter(Boolean).join("/");
    return { heading: `${id}, an event: ${what}, ${status}: ${said([span])}`, why };
  }
  const figure = reading.figures.find(has);
  if (figure) return { heading: `${id}, a figure: ${said([figure.span])}`, why: figure.why };
  const wording = reading.wording.find(has);
  if (!wording) return undefined;
  return { heading: `${id}, wording (${wording.kind}): ${said([wording.span])}`, why: wording.why };
}

/** "e1 to e9, s1 to s4": the first and last id of each kind. */
export function idsOf({ entities, statements, events, figures, wording }: Reading): string {
  const ranges = [entities, statements, events, figures, wording]
    .map((list: readonly { id: string }[]) => [list[0]?.id, list.at(-1)?.id])
    .filter(([first]) => first !== undefined)
    .map(([first, last]) => (first === last ? first : `${first} to ${last}`));
  return ranges.join(", ") || "none at all";
}

/** On one line, and without characters that would command a terminal. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  text.replace(/\s+/g, " ").replace(/[\0-\x1f\x7f-\x9f]/g, "\ufffd");

function quoted(text: string, [from, to]: Span): string {
  const words = printable(text.slice(from, to)).trim();
  return `“${words.length > 100 ? `${words.slice(0, 99).trimEnd()}…` : words}”`;
}
