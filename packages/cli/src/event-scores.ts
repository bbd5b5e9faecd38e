/** `hearsay evaluate events`: gold in, figures and the worst sentences out, as JSON or as a sheet. */
import {
  type EventScores,
  type Finding,
  type GoldEvent,
  type GoldSentence,
  goldSentence,
  located,
  scoreEvents,
  type Worst,
} from "@hearsay/evaluation/events";
import type { Event, KnowledgeFile, Reading } from "@hearsay/reader";
import { loadData } from "@hearsay/reader/node";
import {
  type Sheet,
  type SheetCase,
  type SheetMark,
  type SheetTable,
  showWhy,
} from "@hearsay/show";
import { withOwn } from "./dictionaries.ts";
import { goldText, wrongGold } from "./gold-text.ts";

export interface EventReport {
  /** What `--json` prints. */
  readonly json: object;
  readonly sheet: Sheet;
  /** `file:line: …` of lines that were left out. */
  readonly problems: readonly string[];
}

/** @throws InputError when no line of the file can be used */
export async function eventReport(
  path: string,
  dictionaries: readonly KnowledgeFile[] = [],
): Promise<EventReport> {
  const { gold, problems } = readGold(path, await goldText(path));
  if (gold.length === 0) throw wrongGold(`${path}:1`, 'a JSON object with "text" and "events"');
  const { scores, worst } = scoreEvents(gold, await withOwn(await loadData(), dictionaries));
  const cases = worst.map(caseOf);
  const told = worst.map(({ gold: { id, text }, cost }, k) => {
    const { expected, found, why } = cases[k]!;
    return { id, text, cost, gold: expected, found, explanation: why };
  });
  return { json: { ...scores, worst: told }, sheet: sheetOf(path, scores, cases), problems };
}

function readGold(path: string, text: string): { gold: GoldSentence[]; problems: string[] } {
  const gold: GoldSentence[] = [];
  const problems: string[] = [];
  for (const [k, line] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const value = parsed(line);
    const found =
      value === undefined
        ? "this is not JSON; write one object a line"
        : goldSentence(value, String(k + 1));
    if (typeof found === "string") problems.push(`${path}:${k + 1}: ${found}`);
    else gold.push(found);
  }
  return { gold, problems };
}

/** `undefined` for what is not JSON. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const number = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
const count = (value: number, one: string): string =>
  `${value.toLocaleString("en")} ${one}${value === 1 ? "" : "s"}`;

function sheetOf(path: string, scores: EventScores, cases: readonly SheetCase[]): Sheet {
  const { sentences, partial, events_per_sentence: made } = scores;
  const some =
    "Not all events of these sentences are annotated: what is made beside them may be right, so that precision and F1 cannot be told (–).";
  return {
    title: "Events against gold",
    facts: [path, count(sentences, "sentence"), `${made} events made a sentence`],
    notes: partial === sentences ? [some] : partial > 0 ? [`Of ${partial} sentences: ${some}`] : [],
    tables: [figures(scores), shares(scores), types(scores), confused(scores)],
    casesTitle: `The worst ${cases.length}`,
    casesNote:
      "Furthest from the gold first, by PLOVER’s scale from conflict (-10) to cooperation (10). Under each: why what was found is there, and what was looked at and refused.",
    cases,
  };
}

function figures(scores: EventScores): SheetTable {
  const some = scores.partial === scores.sentences;
  const row = (name: string, { p, r, f1 }: Finding): string[] =>
    [name, p, r, f1].map((each) => (typeof each === "string" ? each : number(each)));
  const bound = ({ p, r, f1 }: { p: number; r: number; f1: number }, is: boolean): Finding =>
    is ? { p: some ? null : p, r, f1: some ? null : f1 } : { p: null, r: null, f1: null };
  return {
    title: "Found and right",
    note: "In per cent. Detection: has the sentence an event at all. Type, root, quad class: as sets of labels a sentence.",
    columns: ["", "precision", "recall", "F1"],
    rows: [
      row("detection", scores.detection),
      row("type", bound(scores.type_scores, scores.type !== null)),
      row("type and parties", scores.types_and_parties),
      row("CAMEO root", bound(scores.cameo_root, scores.cameo_root.r > 0)),
      row("quad class", scores.quad_scores),
    ].filter(([, , recall]) => recall !== "–"),
  };
}

function shares(scores: EventScores): SheetTable {
  const rows: readonly (readonly [string, number | null])[] = [
    ["gold events whose type is found in the sentence", scores.type],
    ["gold events found with type and parties", scores.pair_type],
    ["gold quad classes met, “neutral” by silence", scores.quad],
    ["sentences without event where none is made", scores.silent],
  ];
  return {
    title: "Shares",
    note: "",
    columns: ["", "per cent"],
    rows: rows.filter(([, value]) => value !== null).map(([name, value]) => [name, number(value)]),
  };
}

const types = ({ by_type: table }: EventScores): SheetTable => ({
  title: "By type",
  note: "Gold events; those whose sentence has the type; those found with their parties.",
  columns: ["type", "gold", "found", "pairs", "precision", "recall", "F1"],
  rows: Object.entries(table).map(([type, { gold, found, pairs, p, r, f1 }]) => [
    type,
    ...[gold, found, pairs].map(String),
    ...[p, r, f1].map(number),
  ]),
});

/** Of the types taken for another, so many pairs are shown. */
const mostConfused = 15;

const confused = ({ confusions }: EventScores): SheetTable => ({
  title: "Taken for another",
  note: "Gold events whose parties were found with another type.",
  columns: ["gold", "found as", "times"],
  words: 2,
  rows: confusions
    .slice(0, mostConfused)
    .map(({ gold, found, count: times }) => [gold, found, String(times)]),
});

const goldLine = ({ type, quad, cameo, actors = [], recipients = [] }: GoldEvent): string => {
  const what = [type, quad?.replaceAll("_", " "), cameo && `CAMEO ${cameo}`].filter(Boolean);
  const who = [actors, recipients].map((list) => list.map(({ text }) => text).join(", ") || "–");
  return `${what.join(", ") || "an event"}: ${who.join(" → ")}`;
};

function foundLine({ entities, report }: Reading, event: Event): string {
  const named = (ids: readonly string[]) =>
    ids.map((id) => entities.find((each) => each.id === id)?.name ?? id).join(", ") || "–";
  const what = [event.type, event.mode].filter(Boolean).join("/");
  const code = event.cameo ? `, CAMEO ${event.cameo}` : "";
  const words = report.text.slice(...event.trigger);
  return `${what}${code}, ${event.status}: ${named(event.actors)} → ${named(event.recipients)} (“${words}”)`;
}

function caseOf({ gold, reading, refusals }: Worst): SheetCase {
  const why = [
    ...reading.events.map(
      (each) => `${each.type} was found:\n${indented(showWhy(each.why, reading))}`,
    ),
    ...refusals.map(
      ({ span, because }) =>
        `“${gold.text.slice(...span)}” was refused:\n${indented(showWhy(because, reading))}`,
    ),
  ];
  return {
    id: gold.id,
    text: gold.text,
    marks: marksOf(gold, reading),
    expected: gold.events.map(goldLine),
    found: reading.events.map((each) => foundLine(reading, each)),
    why: why.length === 0 ? "No frame knows a word of this sentence." : why.join("\n"),
  };
}

const indented = (text: string): string => text.replace(/^/gm, "  ");

/** Gold parties, and what the events that were found rest on. */
function marksOf(gold: GoldSentence, { entities, events }: Reading): SheetMark[] {
  const { text } = gold;
  const mentions = (ids: readonly string[], kind: SheetMark["kind"]): SheetMark[] =>
    ids.flatMap(
      (id) =>
        entities.find((each) => each.id === id)?.mentions.map(({ span }) => ({ span, kind })) ?? [],
    );
  const parties = gold.events.flatMap(({ actors = [], recipients = [] }) => [
    ...actors,
    ...recipients,
  ]);
  return [
    ...parties.flatMap((each): SheetMark[] => {
      const span = located(text, each);
      return span ? [{ span, kind: "gold" }] : [];
    }),
    ...events.flatMap((each): SheetMark[] => [
      { span: each.trigger, kind: "trigger" },
      ...mentions(each.actors, "actor"),
      ...mentions(each.recipients, "recipient"),
    ]),
  ];
}
