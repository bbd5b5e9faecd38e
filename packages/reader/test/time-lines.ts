import type { Event, Figure, Reading, Span, When } from "../src/index.ts";
import type { DateMention } from "../src/reading/layers.ts";

/** The text of a case; "published DATE" may stand before it. */
export function inputOf(text: string): { text: string; published?: string } {
  const published = /^published (\S+)\n/.exec(text);
  if (!published) return { text };
  return { text: text.slice(published[0].length), published: published[1]! };
}

const said = (text: string, [from, to]: Span): string => text.slice(from, to);

function daysOf(when: When | undefined): string {
  if (!when) return "- | -";
  const days = when.from === when.to ? when.from : `${when.from} .. ${when.to}`;
  return `${days} | ${when.basis}`;
}

/** `words | days | basis` */
export const dateLine = (text: string, { when }: DateMention): string =>
  `${said(text, when.span!)} | ${daysOf(when)}`;

const triggerOf = ({ report }: Reading, event: Event): string => said(report.text, event.trigger);

/** `@ WORD | days | basis` */
export const whenLine = (reading: Reading, event: Event): string =>
  `@ ${triggerOf(reading, event)} | ${daysOf(event.when)}`;

/** `words | range | unit | WORD of its event` */
export function figureLine(reading: Reading, { span, least, most, unit, event }: Figure): string {
  const range = least === most ? `${least}` : `${least ?? ""} .. ${most ?? ""}`.trim();
  const tied = reading.events.find(({ id }) => id === event);
  const words = said(reading.report.text, span);
  return `${words} | ${range} | ${unit} | ${tied ? triggerOf(reading, tied) : "-"}`;
}

/** `WORD | TYPE | status` */
export const statusLine = (reading: Reading, event: Event): string =>
  `${triggerOf(reading, event)} | ${event.type} | ${event.status}`;

/** The event that "WORD#2" names, the second told of by WORD. */
function eventBy(reading: Reading, name: string): Event | undefined {
  const [word, nth = "1"] = name.split("#");
  return reading.events.filter((each) => triggerOf(reading, each) === word)[Number(nth) - 1];
}

/** What is wrong with "WORD = WORD" or "WORD != WORD"; empty when nothing is. */
export function sameProblem(reading: Reading, line: string): string {
  const [left = "", right = ""] = line.split(/ !?= /);
  const [one, other] = [eventBy(reading, left), eventBy(reading, right)];
  if (!one || !other) return `no event is told of by "${one ? right : left}"`;
  const alike = (one.same ?? one.id) === (other.same ?? other.id);
  return alike === line.includes(" != ") ? `"${line}" does not hold` : "";
}
