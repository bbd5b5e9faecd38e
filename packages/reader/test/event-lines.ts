import type { Event, Reading } from "../src/index.ts";

const nameOf = (reading: Reading, id: string): string =>
  reading.entities.find((each) => each.id === id)?.name ?? id;

const named = (reading: Reading, ids: readonly string[]): string =>
  ids.map((id) => nameOf(reading, id)).join(" + ") || "-";

/** `TYPE/mode | status | actors -> recipients | when | where | voice`; "-" for none. */
export function lineOf(reading: Reading, event: Event): string {
  const { when, where, statement, same } = event;
  const voice = reading.statements.find(({ id }) => id === statement)?.source;
  const source = voice?.entity ? nameOf(reading, voice.entity) : "not named";
  return [
    `${event.type}${event.mode ? `/${event.mode}` : ""}`,
    event.status,
    `${named(reading, event.actors)} -> ${named(reading, event.recipients)}`,
    when ? (when.from === when.to ? when.from : `${when.from}/${when.to}`) : "-",
    where ? nameOf(reading, where) : "-",
    voice ? source : "outlet",
    ...(same ? [`as ${same}`] : []),
  ].join(" | ");
}
