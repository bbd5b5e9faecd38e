/**
 * Events in the layout of the Phoenix data sets, which PETRARCH's coding went out in: 26 cells
 * between tabs, without a line of names, one line a dyad. These layouts know neither status nor
 * voice, so what did not come about is left out.
 */
import type { Entity, Event, Ontology, Reading } from "@hearsay/reader";
import { viewOf } from "../view.ts";
import { type EventRowOptions, eventsOf, partiesOf, sentenceNumber } from "./rows.ts";

/** Who does it to whom, as CAMEO codes in four cells each: "KENGOV", "KEN", "GOV", "". */
type Actor = readonly [full: string, entity: string, role: string, attribute: string];
type Dyad = readonly [source: Actor, target: Actor];

/** One array of cells a dyad. */
export function phoenixLines(
  reading: Reading,
  ontology: Ontology,
  options: EventRowOptions = {},
): string[][] {
  const name = options.name ?? reading.report.id;
  const view = viewOf(reading);
  return eventsOf(reading, options)
    .filter((event) => cameAbout(event, ontology))
    .flatMap((event) => {
      const actors = partiesOf(view, event.actors).map(actorOf);
      const recipients = partiesOf(view, event.recipients).map(actorOf);
      const dyads = event.equals ? pairsOf(actors) : dyadsOf(actors, recipients);
      const place = event.where === undefined ? undefined : view.entities.get(event.where);
      return distinct(dyads).map(([source, target], k) => [
        `${name}:${event.id}:${k + 1}`,
        ...dayOf(event.when?.from ?? reading.report.published),
        ...source,
        ...target,
        ...codesOf(event, ontology),
        event.contexts.join(";"),
        ...placeOf(place),
        `${reading.report.id}_${sentenceNumber(reading.sentences, event) ?? ""}`,
        reading.report.url ?? "",
        reading.report.outlet ?? "",
      ]);
    });
}

/**
 * It happened, or its code itself says what became of it: a visit that is planned is 036, an
 * agreement to meet.
 */
function cameAbout({ type, status, cameo }: Event, ontology: Ontology): boolean {
  if (cameo === undefined) return false;
  if (status === "happened" || status === "ongoing") return true;
  for (const before of ontology.types.values())
    for (const mode of [undefined, ...before.modes.keys()]) {
      const rule = ontology.statusRule(before.type, mode, status);
      if (rule?.becomes === type && rule.cameo === cameo) return true;
    }
  return false;
}

/** Every actor with every recipient. */
const dyadsOf = (actors: readonly Actor[], recipients: readonly Actor[]): Dyad[] =>
  orNobody(actors).flatMap((actor) =>
    orNobody(recipients).map((recipient): Dyad => [actor, recipient]),
  );

/** Everyone with everyone else, both ways. */
const pairsOf = (equals: readonly Actor[]): Dyad[] =>
  equals.length < 2
    ? dyadsOf(equals, [])
    : equals.flatMap((one, k) => equals.toSpliced(k, 1).map((other): Dyad => [one, other]));

const orNobody = (actors: readonly Actor[]): readonly Actor[] =>
  actors.length > 0 ? actors : [nobody];

/** Each once, and none of which neither side has a code. */
function distinct(dyads: readonly Dyad[]): Dyad[] {
  const seen = new Set([`${nobody[0]} ${nobody[0]}`]);
  return dyads.filter(([[source], [target]]) => {
    const pair = `${source} ${target}`;
    const isNew = !seen.has(pair);
    seen.add(pair);
    return isNew;
  });
}

/** PETRARCH's sign for an actor without a code, or for the country of one that has a role only. */
const unknown = "---";
const nobody: Actor = [unknown, unknown, "", ""];
/** Codes that stand where a country's does. */
const international: ReadonlySet<string> = new Set(["IGO", "NGO", "MNC", "IMG"]);

function actorOf({ code, country }: Entity): Actor {
  const parts = code.split(" ").filter((each) => each !== "");
  if (parts.length === 0) return nobody;
  const [first = ""] = parts;
  const hasEntity = first === country || international.has(first);
  const [entity = "", role = "", ...rest] = hasEntity ? parts : [unknown, ...parts];
  return [[entity, role, ...rest].join(""), entity, role, rest.join(";")];
}

/** Day, year, month and day of the month: "20250614", "2025", "6", "14". */
function dayOf(date: string | undefined): string[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date ?? "") ?? [];
  if (!year || !month || !day) return ["", "", "", ""];
  return [`${year}${month}${day}`, year, String(Number(month)), String(Number(day))];
}

/** The code, its root, the class of the root and its value on Goldstein's scale. */
function codesOf({ cameo = "" }: Event, ontology: Ontology): string[] {
  const root = cameo.slice(0, 2);
  return [cameo, root, classOf(Number(root)), String(ontology.goldstein(cameo) ?? "")];
}

/** Of CAMEO's roots, not PLOVER's types: 0 neutral, 1 and 2 cooperation, 3 and 4 conflict. */
const classOf = (root: number): string =>
  String([2, 5, 8, 13].filter((last) => root > last).length);

const placeOf = (entity: Entity | undefined): string[] => [
  String(entity?.place?.lat ?? ""),
  String(entity?.place?.lon ?? ""),
  entity?.name ?? "",
  "",
  entity?.place?.country ?? entity?.country ?? "",
];
