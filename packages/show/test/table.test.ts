import assert from "node:assert/strict";
import { test } from "node:test";
import { type Entity, type Event, openReader, type Reading } from "@hearsay/reader";
import { eventColumns, eventHeader, eventLines, eventRows } from "../src/index.ts";

const { ontology } = (await openReader()).knowledge;
const why: Event["why"] = { kind: "step", says: "", because: [] } as unknown as Event["why"];

const text =
  'Ghana\'s "blue"\nnavy seized two ships, Togo said.\tGhana and Togo agreed, and all met in Lome.';

const entity = (id: string, name: string, code: string, more: Partial<Entity> = {}): Entity => ({
  ...{ id, name, kind: "state", code, sectors: code.split(" ").slice(1), mentions: [], why },
  ...(/^[A-Z]{3}/.test(code) && !code.startsWith("IGO") ? { country: code.slice(0, 3) } : {}),
  ...more,
});

const event = (id: string, more: Partial<Event>): Event => ({
  ...{ id, type: "COERCE", contexts: [], status: "happened", actors: [], recipients: [] },
  ...{ trigger: [20, 26], span: [0, 36], why },
  ...more,
});

const reading: Reading = {
  schema: "hearsay/reading/1",
  report: {
    ...{ id: "r,1", published: "2025-07-11T08:00:00Z", outlet: "The Tide", language: "en", text },
    url: "https://example.org/1",
  },
  paragraphs: [],
  sentences: [
    [0, 48],
    [49, text.length],
  ],
  entities: [
    entity("e1", "Ghana", "GHA"),
    entity("e2", "Togo", "TGO GOV MIL"),
    entity("e3", "two ships | boats", ""),
    entity("e4", "Lome", "TGO", {
      kind: "place",
      place: { name: "Lome", country: "TGO", lat: 6.12, lon: 1.22 },
    }),
    entity("e5", "all of them", "", { members: ["e1", "e2", "e6"] }),
    entity("e6", "West Africa Bank", "IGO WAB"),
    entity("e7", "dockers", "LAB", { sectors: ["LAB"] }),
  ].map((each) => (each.id === "e7" ? omitCountry(each) : each)),
  statements: [
    {
      ...{ id: "s1", source: { entity: "e2", spans: [[38, 42]], kind: "named" }, form: "indirect" },
      ...{ cue: { spans: [[43, 47]], lemma: "say", stance: "neutral" }, content: [[0, 36]], why },
    },
  ],
  events: [
    event("ev1", {
      ...{ mode: "seize", contexts: ["economic", "military"], cameo: "1711", statement: "s1" },
      ...{ actors: ["e1"], recipients: ["e3", "e2"] },
      when: { from: "2025-07-10", to: "2025-07-11", basis: "relative" },
    }),
    event("ev2", {
      ...{ type: "CONSULT", cameo: "040", actors: ["e5"], equals: true, where: "e4" },
      ...{ trigger: [79, 82], span: [75, text.length - 1] },
    }),
    event("ev3", { type: "ACCUSE", cameo: "111", status: "denied", actors: ["e7"] }),
    event("ev4", { type: "AGREE", cameo: "036", status: "planned", actors: ["e7"], same: "ev2" }),
    event("ev5", { type: "PROTEST", actors: ["e7"] }),
  ],
  figures: [
    { id: "f1", span: [27, 30], least: 2, most: 2, unit: "ships", event: "ev1", why },
    { id: "f2", span: [27, 30], least: 12, unit: "killed", event: "ev1", why },
    { id: "f3", span: [27, 30], most: 40, unit: "wounded", event: "ev1", why },
    { id: "f4", span: [27, 30], least: 5, most: 7, unit: "missing", event: "ev1", why },
    { id: "f5", span: [27, 30], least: 1, most: 1, unit: "people", why },
  ],
  wording: [],
  reader: { version: "9.9.9", models: {}, knowledge: "k" },
};

function omitCountry({ country: _, ...rest }: Entity): Entity {
  return rest;
}

test("a row has what the event says, with lists of one length for its parties", () => {
  const [row] = eventRows(reading, ontology);
  assert.deepEqual(Object.keys(row!).sort(), [...eventColumns].sort());
  assert.deepEqual(row, {
    ...{ id: "r,1:ev1", report: "r,1", published: "2025-07-11T08:00:00Z", sentence: 1 },
    ...{ date_from: "2025-07-10", date_to: "2025-07-11", event_type: "COERCE", mode: "seize" },
    ...{ contexts: ["economic", "military"], cameo: "1711", quad: 4, goldstein: -9.2 },
    status: "happened",
    ...{ actor_name: ["Ghana"], actor_code: ["GHA"], actor_country: ["GHA"], actor_sector: [] },
    recipient_name: ["two ships | boats", "Togo"],
    recipient_code: ["", "TGO GOV MIL"],
    recipient_country: ["", "TGO"],
    recipient_sector: ["", "GOV MIL"],
    ...{ place: undefined, lat: undefined, lon: undefined },
    ...{ reported_by: ["Togo"], reported_by_code: ["TGO GOV MIL"], voice: "source" },
    figures: ["ships 2", "killed 12-", "wounded -40", "missing 5-7"],
    ...{ text: text.slice(0, 36), span_from: 0, span_to: 36, reader_version: "9.9.9" },
  });
});

test("a description of several stands for them; no voice is the outlet's; a place has degrees", () => {
  const row = eventRows(reading, ontology)[1]!;
  assert.deepEqual(row.actor_name, ["Ghana", "Togo", "West Africa Bank"]);
  assert.deepEqual([row.recipient_name, row.reported_by, row.voice], [[], [], "outlet"]);
  assert.deepEqual([row.place, row.lat, row.lon, row.sentence], ["Lome", 6.12, 1.22, 2]);
  const uncoded = eventRows(reading, ontology)[4]!;
  assert.deepEqual([uncoded.cameo, uncoded.goldstein, uncoded.quad], [undefined, undefined, 4]);
});

test("a source without an entity is told by its words", () => {
  const [statement] = reading.statements;
  const words = { ...statement!, source: { spans: [[0, 19] as const], kind: "role" as const } };
  const [row] = eventRows({ ...reading, statements: [words] }, ontology);
  assert.deepEqual([row!.reported_by, row!.reported_by_code], [['Ghana\'s "blue" navy'], []]);
});

test("CSV: quoting by RFC 4180, lists between bars, empty for none", () => {
  assert.equal(eventHeader("csv"), `${eventColumns.join(",")}\n`);
  const events = reading.events.slice(0, 1);
  const first = eventLines("csv", { ...reading, events }, ontology);
  assert.equal(
    first,
    '"r,1:ev1","r,1",2025-07-11T08:00:00Z,1,2025-07-10,2025-07-11,COERCE,seize,economic | military,' +
      "1711,4,-9.2,happened,Ghana,GHA,GHA,,two ships / boats | Togo, | TGO GOV MIL, | TGO, | GOV MIL," +
      ",,,Togo,TGO GOV MIL,source,ships 2 | killed 12- | wounded -40 | missing 5-7," +
      '"Ghana\'s ""blue""\nnavy seized two ships",0,36,9.9.9\n',
  );
});

test("TSV: every line is one row, whatever stands in the text", () => {
  const strange = text.replace("two ships", "a\u0085b\u2028c\td");
  const report = { ...reading.report, text: strange };
  const lines = eventLines("tsv", { ...reading, report }, ontology).split(
    /[\n\r\u0085\u2028\u2029\f\v]/,
  );
  assert.equal(lines.pop(), "");
  assert.equal(lines.length, 5);
  for (const line of lines) assert.equal(line.split("\t").length, eventColumns.length);
  assert.ok(lines[0]!.includes('\tGhana\'s "blue" navy seized a b c d'));
});

test("JSON lines: the same columns, lists as lists, null for none", () => {
  const [first] = eventLines("ndjson", reading, ontology).trimEnd().split("\n");
  const row = JSON.parse(first!);
  assert.deepEqual(Object.keys(row), [...eventColumns]);
  assert.deepEqual(row.recipient_code, ["", "TGO GOV MIL"]);
  assert.deepEqual([row.actor_sector, row.place, row.goldstein], [[], null, -9.2]);
});

test("a name of its own for the report, and each event once", () => {
  const options = { name: "r,1#2", once: true };
  const ids = eventRows(reading, ontology, options).map(({ id, report }) => [id, report]);
  assert.deepEqual(ids[0], ["r,1#2:ev1", "r,1"]);
  assert.equal(ids.length, 4);
});

test("the layout of Phoenix: one line a dyad, equals both ways, what came about only", () => {
  assert.equal(eventHeader("cameo"), "");
  const cells = eventLines("cameo", reading, ontology)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
  for (const line of cells) assert.equal(line.length, 26);
  assert.deepEqual(
    cells.map((line) => [line[0], line[5], line[9], line[13]]),
    [
      ["r,1:ev1:1", "GHA", "---", "1711"],
      ["r,1:ev1:2", "GHA", "TGOGOVMIL", "1711"],
      ["r,1:ev2:1", "GHA", "TGOGOVMIL", "040"],
      ["r,1:ev2:2", "GHA", "IGOWAB", "040"],
      ["r,1:ev2:3", "TGOGOVMIL", "GHA", "040"],
      ["r,1:ev2:4", "TGOGOVMIL", "IGOWAB", "040"],
      ["r,1:ev2:5", "IGOWAB", "GHA", "040"],
      ["r,1:ev2:6", "IGOWAB", "TGOGOVMIL", "040"],
      ["r,1:ev4:1", "---LAB", "---", "036"],
    ],
  );
  assert.deepEqual(cells[1]!.slice(1), [
    ...["20250710", "2025", "7", "10", "GHA", "GHA", "", "", "TGOGOVMIL", "TGO", "GOV", "MIL"],
    ...["1711", "17", "4", "-9.2", "economic;military", "", "", "", "", ""],
    ...["r,1_1", "https://example.org/1", "The Tide"],
  ]);
  assert.deepEqual(cells[2]!.slice(13, 23), [
    ...["040", "04", "1", "1", "", "6.12", "1.22", "Lome", "", "TGO"],
  ]);
});
