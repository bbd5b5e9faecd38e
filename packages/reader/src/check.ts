/** Runs every example of the knowledge through the real reader. */
import type { Role } from "./knowledge/actor.ts";
import { checkCues } from "./knowledge/cues.ts";
import type { Example, Frame } from "./knowledge/frames.ts";
import type { Governors } from "./knowledge/governors.ts";
import type { Setting } from "./knowledge/settings.ts";
import type { Problem } from "./knowledge/table.ts";
import { checkWording } from "./knowledge/wording.ts";
import type { Reader } from "./reader.ts";
import type { Because, RowAt } from "./reading/because.ts";
import type { Entity, Event, Reading } from "./reading/reading.ts";
import { spanText } from "./text/span.ts";

/** A day on which the examples are read, so that "on Monday" means something. */
const published = "2024-05-15";

/** Whether a reason rests on a row of knowledge. */
export const restsOn = (why: Because, at: RowAt): boolean =>
  why.kind === "row"
    ? why.file === at.file && why.line === at.line
    : why.kind === "step" && why.from.some((each) => restsOn(each, at));

/** Every way the Reading names an entity: its name, its mentions, its members, its country's code. */
function namesOf(reading: Reading, id: string): string[] {
  const entity = reading.entities.find((each) => each.id === id);
  if (!entity) return [];
  const country = reading.entities.find(
    (each: Entity) => each.kind === "state" && each.country === entity.country,
  );
  return [
    entity.name,
    entity.code,
    ...(country && entity.kind !== "place" ? [country.name] : []),
    ...entity.mentions.map(({ span }) => spanText(reading.report.text, span)),
  ];
}

const like = (a: string, b: string): boolean => {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left.includes(right) || right.includes(left);
};

const someNamed = (reading: Reading, ids: readonly string[], value: string): boolean =>
  ids.some((id) => namesOf(reading, id).some((name) => name !== "" && like(name, value)));

function meets(reading: Reading, event: Event, what: string, value: string): boolean {
  switch (what) {
    case "actor":
      return someNamed(reading, event.actors, value);
    case "recipient":
      return someNamed(reading, event.recipients, value);
    case "where":
      return event.where !== undefined && someNamed(reading, [event.where], value);
    case "status":
      return event.status === value;
    case "mode":
      return event.mode === value;
    case "type":
      return event.type === value;
    case "cameo":
      return event.cameo === value;
    case "context":
      return event.contexts.includes(value);
    default:
      return false;
  }
}

const described = (reading: Reading, event: Event): string => {
  const named = (ids: readonly string[]) =>
    ids.map((id) => reading.entities.find((each) => each.id === id)?.name).join(", ") || "nobody";
  return `${event.type}${event.mode ? `/${event.mode}` : ""} (${event.status}): ${named(event.actors)} → ${named(event.recipients)}`;
};

function checkExample(reader: Reader, frame: Frame, example: Example): Problem[] {
  const reading = reader.read({ text: example.text, published });
  const fired = reading.events.filter((event) => restsOn(event.why, frame.at));
  const wrong = (message: string): Problem[] => [
    { file: example.at.file, line: example.at.line, message },
  ];
  if (!example.fires)
    return fired.length === 0
      ? []
      : wrong(
          `the frame should stay silent, but gives ${described(reading, fired[0]!)}; add a condition`,
        );
  if (
    fired.some((event) =>
      example.expected.every(({ what, value }) => meets(reading, event, what, value)),
    )
  )
    return [];
  const wanted = example.expected.map(({ what, value }) => `${what} ${value}`).join("; ");
  const gave = (fired.length > 0 ? fired : reading.events).map((event) =>
    described(reading, event),
  );
  return wrong(
    `the example should give ${wanted}, but ${fired.length > 0 ? "gives" : "this frame gives nothing; there is"} ${gave.join(" / ") || "no event"}`,
  );
}

const checkFrames = (reader: Reader, wanted: Wanted): Problem[] =>
  reader.knowledge.frames
    .filter(wanted)
    .flatMap((frame) => frame.examples.flatMap((example) => checkExample(reader, frame, example)));

/** Every governor's example has an event that got its status from the row. */
function checkGovernors(reader: Reader, governors: Governors, wanted: Wanted): Problem[] {
  const all = [...governors.values()].flat().filter(wanted);
  const rows = new Map(all.map((each) => [`${each.at.file}:${each.at.line}`, each]));
  return [...rows.values()].flatMap((governor) => {
    const reasons: Because[] = [];
    const refused = ({ because }: { because: Because }) => reasons.push(because);
    const { events } = reader.read({ text: governor.example, published }, { refused });
    reasons.push(...events.map(({ why }) => why));
    if (reasons.some((why) => restsOn(why, governor.at))) return [];
    const message = `the example "${governor.example}" has no event that is ${governor.status} by this row; mend the row or its example`;
    return [{ file: governor.at.file, line: governor.at.line, message }];
  });
}

type Wanted = (row: { readonly at: RowAt }) => boolean;

export interface CheckOptions {
  /** Runs the examples of the user's own dictionaries alone. */
  readonly own?: boolean;
}
/** Every setting silences its example, and not the sentence beside it. */
const checkSettings = (reader: Reader, settings: readonly Setting[]): Problem[] =>
  settings.flatMap((setting) => {
    const { file, line } = setting.at;
    const read = (text: string) => {
      const refusals: Because[] = [];
      const refused = ({ because }: { because: Because }) => refusals.push(because);
      const { events } = reader.read({ text, published }, { refused });
      return { events, silenced: refusals.some((why) => restsOn(why, setting.at)) };
    };
    const { events, silenced } = read(setting.example);
    const other = read(setting.not);
    const loud = `the example "${setting.example}" should have no event, and this row should silence one; mend the row or its example`;
    const mute = `"${setting.not}" should have an event that this row does not silence; mend the row or its sentence`;
    return [
      ...(silenced && events.length === 0 ? [] : [{ file, line, message: loud }]),
      ...(other.silenced || other.events.length === 0 ? [{ file, line, message: mute }] : []),
    ];
  });

/** Somebody in the example of every row of roles has the row's main sector by it. */
function checkRoles(reader: Reader, wanted: Wanted): Problem[] {
  const rows = new Map<string, Role>();
  for (const role of reader.knowledge.actors.roles.all.filter(wanted))
    if (role.example !== undefined) rows.set(`${role.at.file}:${role.at.line}`, role);
  return [...rows.values()].flatMap(({ example = "", sectors, phrase, at }) => {
    const { entities } = reader.read({ text: example, published });
    const main = sectors[0];
    const met = entities.some(
      (each) => restsOn(each.why, at) && (main === undefined || each.sectors.includes(main)),
    );
    if (met) return [];
    const message = `the example "${example}" has nobody who is ${main ?? "somebody"} by this row ("${phrase}" …); mend the row or its example`;
    return [{ file: at.file, line: at.line, message }];
  });
}

/** All that is wrong with the knowledge of a reader: malformed rows, then examples that fail. */
export function checkKnowledge(reader: Reader, options: CheckOptions = {}): Problem[] {
  const wanted: Wanted = ({ at }) => options.own !== true || at.own === true;
  const { cues, wording } = reader.knowledge;
  const read = (text: string) => reader.read({ text, published });
  const problems = [
    ...reader.problems,
    ...(options.own ? [] : reader.knowledge.actors.atlas.check(reader.knowledge.actors.states)),
    ...checkFrames(reader, wanted),
    ...checkGovernors(reader, reader.knowledge.governors, wanted),
    ...checkRoles(reader, wanted),
    ...checkSettings(reader, reader.knowledge.settings.filter(wanted)),
    ...checkCues({ ...cues, all: cues.all.filter(wanted) }, read),
    ...checkWording({ ...wording, rows: wording.rows.filter(wanted) }, read),
  ];
  return problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}
