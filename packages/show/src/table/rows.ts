/** The events of a Reading as the rows of a table: one event a row, the same columns for all. */
import type { Entity, Event, Figure, Ontology, Reading } from "@hearsay/reader";
import { overlaps } from "@hearsay/reader";
import { nameOf, quoted, type View, viewOf } from "../view.ts";

/** The columns in their order; new ones may come behind them, and these keep their names. */
export const eventColumns = [
  "id",
  "report",
  "published",
  "sentence",
  "date_from",
  "date_to",
  "event_type",
  "mode",
  "contexts",
  "cameo",
  "quad",
  "goldstein",
  "status",
  "actor_name",
  "actor_code",
  "actor_country",
  "actor_sector",
  "recipient_name",
  "recipient_code",
  "recipient_country",
  "recipient_sector",
  "place",
  "lat",
  "lon",
  "reported_by",
  "reported_by_code",
  "voice",
  "figures",
  "text",
  "span_from",
  "span_to",
  "reader_version",
] as const;

/** One text or number, several texts, or none. */
export type EventCell = string | number | readonly string[] | undefined;
export type EventRow = Readonly<Record<(typeof eventColumns)[number], EventCell>>;

export interface EventRowOptions {
  /** What event ids begin with, where the report's own id is not unique in the table. */
  readonly name?: string;
  /** Leaves out events that the report tells again. */
  readonly once?: boolean;
}

/** `ontology` is a reader's: `reader.knowledge.ontology`. */
export function eventRows(
  reading: Reading,
  ontology: Ontology,
  options: EventRowOptions = {},
): EventRow[] {
  const view = viewOf(reading);
  return eventsOf(reading, options).map((event) => ({
    ...ofReport(reading, event, options.name ?? reading.report.id),
    ...ofCode(event, ontology),
    ...ofParties("actor", partiesOf(view, event.actors)),
    ...ofParties("recipient", partiesOf(view, event.recipients)),
    ...ofPlace(view, event),
    ...ofVoice(view, event),
    figures: reading.figures.filter((each) => each.event === event.id).map(compactFigure),
  }));
}

export const eventsOf = ({ events }: Reading, { once = false }: EventRowOptions): Event[] =>
  events.filter(({ same }) => !once || same === undefined);

const ofReport = ({ report, sentences, reader }: Reading, event: Event, name: string) => ({
  id: `${name}:${event.id}`,
  report: report.id,
  published: report.published,
  sentence: sentenceNumber(sentences, event),
  date_from: event.when?.from,
  date_to: event.when?.to,
  text: report.text.slice(...event.span),
  span_from: event.span[0],
  span_to: event.span[1],
  reader_version: reader.version,
});

/** From 1. */
export function sentenceNumber(
  sentences: Reading["sentences"],
  { trigger }: Event,
): number | undefined {
  const index = sentences.findIndex((each) => overlaps(each, trigger));
  return index < 0 ? undefined : index + 1;
}

const ofCode = ({ type, mode, contexts, cameo, status }: Event, ontology: Ontology) => ({
  event_type: type,
  mode,
  contexts,
  cameo,
  quad: ontology.types.get(type)?.quad,
  goldstein: cameo === undefined ? undefined : ontology.goldstein(cameo),
  status,
});

/** The entities, and for a description of several ("the two leaders") those it stands for. */
export function partiesOf(view: View, ids: readonly string[]): Entity[] {
  const all = ids.flatMap((id) => view.entities.get(id)?.members ?? [id]);
  return [...new Set(all)].flatMap((id) => view.entities.get(id) ?? []);
}

/** Lists of one length, so that the n-th code is the n-th name's; no list when nobody has any. */
const ofParties = <Role extends "actor" | "recipient">(role: Role, parties: readonly Entity[]) =>
  ({
    [`${role}_name`]: parties.map(({ name }) => name),
    [`${role}_code`]: unlessEmpty(parties.map(({ code }) => code)),
    [`${role}_country`]: unlessEmpty(parties.map(({ country = "" }) => country)),
    [`${role}_sector`]: unlessEmpty(parties.map(({ sectors }) => sectors.join(" "))),
  }) as Record<`${Role}_${"name" | "code" | "country" | "sector"}`, readonly string[]>;

const unlessEmpty = (list: readonly string[]): readonly string[] =>
  list.every((each) => each === "") ? [] : list;

function ofPlace(view: View, { where }: Event) {
  if (where === undefined) return { place: undefined, lat: undefined, lon: undefined };
  const place = view.entities.get(where)?.place;
  return { place: nameOf(view, where), lat: place?.lat, lon: place?.lon };
}

function ofVoice(view: View, event: Event) {
  const told = event.statement === undefined ? undefined : view.statements.get(event.statement);
  if (!told) return { reported_by: [], reported_by_code: [], voice: "outlet" };
  const { entity, spans } = told.source;
  const sources = entity === undefined ? [] : partiesOf(view, [entity]);
  const words = quoted(view, spans);
  return {
    reported_by: sources.length > 0 ? sources.map(({ name }) => name) : words === "" ? [] : [words],
    reported_by_code: unlessEmpty(sources.map(({ code }) => code)),
    voice: "source",
  };
}

/** "killed 12" exactly, "killed 12-" at least, "killed -12" at most, "killed 5-7" from 5 to 7. */
export function compactFigure({ unit, least, most }: Figure): string {
  if (least === most) return least === undefined ? unit : `${unit} ${least}`;
  return `${unit} ${least ?? ""}-${most ?? ""}`;
}
