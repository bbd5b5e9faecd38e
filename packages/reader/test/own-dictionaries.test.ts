/** Own dictionaries, in our formats and in those of PETRARCH and TABARI, in front of ours. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { openReader, type Reader } from "../src/index.ts";

const data = await loadData();
const plain = await openReader({ data });

const withFiles = (files: Readonly<Record<string, string>>): Promise<Reader> =>
  openReader({
    data,
    dictionaries: Object.entries(files).map(([path, text]) => ({
      path,
      text,
      shown: `mine/${path}`,
    })),
  });

/** "COERCE/seize 171: NORCOP > RUS": what a sentence is coded as. */
function coded(reader: Reader, text: string, published = "2021-05-01"): string {
  const { events, entities } = reader.read({ text, published });
  const code = (id: string) => entities.find((each) => each.id === id)!.code || "-";
  return events
    .map(
      ({ type, mode, cameo, actors, recipients }) =>
        `${type}${mode ? `/${mode}` : ""} ${cameo ?? "-"}: ${actors.map(code).join(" ")} > ${recipients.map(code).join(" ")}`,
    )
    .join("; ");
}

const codeOf = (reader: Reader, text: string, name: string, published: string): string =>
  reader.read({ text, published }).entities.find((each) => each.name === name)?.code ?? "none";

const told = (reader: Reader): string[] =>
  reader.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

test("own frames are asked before ours, and an own one may switch ours off", async () => {
  const text = "Rebels attacked a convoy near Goma.";
  assert.match(coded(plain, text), /^ASSAULT/);
  const own = await withFiles({
    "frames/mine.txt": "attack (verb) → ACCUSE, CAMEO 110\n  actor subject\n  recipient object\n",
  });
  assert.match(coded(own, text), /^ACCUSE 110/);
  const off = await withFiles({ "frames/mine.txt": "attack (verb) → none\n" });
  assert.equal(coded(off, text), "");
  const some = await withFiles({
    "anywhere.txt": "attack (verb) → none\n  if clause has armed convoy | price\n",
  });
  assert.match(coded(some, text), /^ASSAULT/);
  assert.equal(coded(some, "Rebels attacked an armed convoy near Goma."), "");
  for (const reader of [own, off, some]) assert.deepEqual(told(reader), []);
});

test("a CAMEO code alone gives the type that it maps to", async () => {
  const own = await withFiles({
    "frames/mine.txt": "glower (verb) → CAMEO 111\n  actor subject\n  recipient oblique at\n",
  });
  assert.match(coded(own, "Peru glowered at Chile."), /^ACCUSE\/disapprove 111: PER > CHL/);
});

test("own tables stand in front of ours, and do not replace the rest of them", async () => {
  const own = await withFiles({
    "frames/governors.tsv":
      "word\tpos\tstatus\tplace\texample\nrefuse\tverb\tnone\t\t\nrelish\tverb\tplanned\tobject\t\n",
    "frames/verb-classes.tsv": "verb\tclass\nlaunch\tnone\n",
    "cues/verbs.tsv": "cue\tpos\tstance\ttakes\texample\texpect\nsay\tverb\tnone\t\t\t\n",
    "actors/groups.tsv": "name\tnames\tcountry\tsectors\nUnited Nations\t\tKEN\tREB\n",
    "actors/roles.tsv":
      "roles\tsectors\tkind\tgovernment\tnote\nlake warden\tCOP\tperson\tno\t\npolice\tMIL\tgroup\tno\t\n",
    "figures/amounts.tsv": "words\tleast\tmost\texample\tgives\ndozens\tnone\t\t\t\n",
    "wording/judging.tsv":
      "form\tpos\tjudgement\tneutral\twhen\texample\tnot\nregime\tNOUN\tnone\t\t\t\t\n",
    "dates/words.tsv": "class\tword\tvalue\nWEEKDAY\tLakeday\t3\n",
  });
  assert.deepEqual(told(own), []);
  const { governors, verbs, cues, actors, figures, dates, wording } = own.knowledge;
  assert.equal(governors.get("refuse/verb"), undefined);
  assert.equal(governors.get("relish/verb")?.length, 1);
  assert.equal(governors.size, plain.knowledge.governors.size);
  assert.equal(verbs.light.has("launch"), false);
  assert.equal(verbs.light.size, plain.knowledge.verbs.light.size - 1);
  assert.equal(cues.of("verb", "say"), undefined);
  assert.equal(cues.all.length, plain.knowledge.cues.all.length - 1);
  assert.equal(actors.names.find(["United", "Nations"], 0)[0]?.value.country, "KEN");
  assert.equal(actors.names.find(["United", "Nations"], 0).length, 1);
  const police = actors.roles.all.filter(({ phrase }) => phrase === "police");
  assert.deepEqual(police[0]?.sectors, ["MIL"]);
  assert.equal(police.length, 1);
  assert.equal(
    figures.amounts.get("dozens")?.some((each) => each.words.length === 1) ?? false,
    false,
  );
  assert.equal(dates.words.get("lakeday")?.[0]?.value, "3");
  assert.ok(dates.words.has("monday"));
  assert.equal(
    wording.rows.some(({ at, kind }) => at.own && kind === "judging word"),
    false,
  );
});

test("a bad row is told with the user's path and line, and the rest is used", async () => {
  const own = await withFiles({
    "actors/groups.tsv":
      "name\tnames\tcountry\tsectors\nLake Union\t\tXYZ\tSOC\nHill Union\t\tPER\tSOC\n",
    "groups.tsv": "name\n",
  });
  assert.deepEqual(told(own), [
    "mine/groups.tsv:1: this is no dictionary that hearsay knows by its place or content; put it at actors/groups.tsv of your folder",
    'mine/actors/groups.tsv:2: "XYZ" is no country code of actors/states.tsv',
  ]);
  assert.equal(codeOf(own, "The Hill Union met Chile.", "Hill Union", "2021-05-01"), "PER SOC");
});

const actorFile = `# of our own making
NORWAY_ [NOR]
+NORWEGIAN_

INGRID_FOSSHEIM_ ; nobody of this name is known to us
+FOSSHEIM_
\t[NOROPP <20190630]
\t[NORGOV 20190701-20230630]
\t[NORELI]

COUNCIL_OF_SALT_TRADERS [BOLBUS 990101-051231] [BOLGOV >060101]
FREE_LAKES_FRONT_(FLF)_ [TZAREB]
BROKEN_DATE_MAN_ [BOLGOV 2004017-20061201]
NAMELESS_ONE_
`;
const agentFile = `!PERSON! = MAN, MEN, WOMAN, WOMEN
POLICE {} [~COP]
FISHER!PERSON! [~AGR]
WRECKED [~ENV}
`;
const verbFile = `&VESSEL
+TRAWLER
+FISHING_BOAT

&RELIEF
+RICE
+CLEAN_WATER

--- IMPOUND [170] ---
IMPOUND
+TOW_AWAY {+TOWS_AWAY +TOWED_AWAY }
- * &VESSEL [171] # take a boat
- * {EMPTY &VESSEL} [---]

--- FERRY [---] ---
FERRY {FERRIES FERRIED FERRYING }
- * &RELIEF (TO +) [073]
- * {&NOWHERE PEOPLE} [073]
- SAID * [010]

--- SCOLD [111] ---
SCOLD
- * (WITH %) [0999]
`;
const foreign = await withFiles({
  "a.actors": actorFile,
  "b.txt": agentFile,
  "c.verbs": verbFile,
});

test("sentences are coded by PETRARCH dictionaries where they say something", () => {
  const before = (text: string) => coded(plain, text);
  const after = (text: string) => coded(foreign, text);
  const seized = "Norwegian police impounded a Russian trawler on Monday.";
  assert.match(before(seized), /^COERCE\/seize 1711: NOR COP > /);
  assert.match(after(seized), /^COERCE\/seize 171: NORCOP > /);
  const towed = "Norwegian police towed away a Russian trawler.";
  assert.match(after(towed), /^COERCE\/seize 171: NORCOP > /);
  const ferried = "The Free Lakes Front ferried rice to Kenya.";
  assert.equal(before(ferried), "");
  assert.equal(after(ferried), "AID 073: TZAREB > KEN");
  const empty = "Chilean police impounded an empty fishing boat from Peru.";
  assert.match(before(empty), /^COERCE/);
  assert.equal(after(empty), "");
  const scolded = "Peruvian fishermen scolded Chile.";
  assert.equal(after(scolded), "ACCUSE/disapprove 111: PERAGR > CHL");
});

test("a name with several codes has that of the day of publication", () => {
  const text = "Ingrid Fossheim visited Chile.";
  const on = (day: string) => codeOf(foreign, text, "Ingrid Fossheim", day);
  assert.deepEqual(["2018-01-01", "2021-05-01", "2024-01-01"].map(on), [
    "NOROPP",
    "NORGOV",
    "NORELI",
  ]);
  const council = "The Council of Salt Traders scolded Chile.";
  const body = (day: string) => codeOf(foreign, council, "Council of Salt Traders", day);
  assert.deepEqual(["2003-01-01", "2010-01-01"].map(body), ["BOLBUS", "BOLGOV"]);
});

test("what cannot be read is told by line, and what was taken is counted", () => {
  const lines = told(foreign).map((each) => each.split(": ")[0]);
  assert.deepEqual(lines, [
    "mine/a.actors:13",
    "mine/a.actors:14",
    "mine/b.txt:4",
    "mine/c.verbs:18",
    "mine/c.verbs:23",
  ]);
  assert.deepEqual(
    foreign.foreign.map(({ file, taken, leftOut }) => ({ file, taken, leftOut })),
    [
      { file: "mine/a.actors", taken: { actors: 4 }, leftOut: 2 },
      { file: "mine/b.txt", taken: { agents: 2 }, leftOut: 1 },
      { file: "mine/c.verbs", taken: { verbs: 4, patterns: 4 }, leftOut: 2 },
    ],
  );
});

test("an item that rests on such a row points at the user's line", () => {
  const text = "The Free Lakes Front ferried rice to Kenya.";
  const [event] = foreign.read({ text, published: "2021-05-01" }).events;
  assert.ok(JSON.stringify(event?.why).includes('"file":"mine/c.verbs","line":17'));
});

test("TABARI's verbs, without headers and with signs, are read", async () => {
  const own = await withFiles({
    "old.verbs":
      "SCOLD [111] ;ab 1 Jan 2001\n- + WAS * BY_ $ [112]\n- * { TAX | TOLL } [---]\nHOARD [---]\n",
  });
  assert.deepEqual(told(own), []);
  assert.equal(coded(own, "Chile was scolded by Peru."), "ACCUSE/allege 112: PER > CHL");
  const governed = await withFiles({
    "old.verbs":
      "SCOLD [111]\n- EXPECTED TO_ * + [014]\n- REFUSED TO_ * + [051]\n- IN_ * + [111]\n",
  });
  assert.equal(coded(governed, "Peru is expected to scold Chile."), "");
  assert.match(coded(governed, "Peru refused to scold Chile."), /SUPPORT 051: PER > CHL/);
  assert.deepEqual(told(governed), [
    'mine/old.verbs:4: pattern "- IN_ * + [111]" needs "in" straight before its verb; kept out',
  ]);
  const { taken } = own.foreign[0]!;
  assert.deepEqual(taken, { verbs: 2, patterns: 2 });
});

test("a pattern that denies its verb goes before one that names its object", async () => {
  const own = await withFiles({
    "lakes.txt":
      "&RELIEF\n+RICE\n\n--- FERRY [---] ---\nFERRY\n- * &RELIEF (TO +) [073]\n- REFUSED TO_ * [120]\n",
  });
  assert.equal(coded(own, "Kenya ferried rice to Chad."), "AID 073: KEN > TCD");
  assert.equal(coded(own, "Kenya refused to ferry rice to Chad."), "REJECT 120: KEN > TCD");
});

test("issues and discards are told, not read", async () => {
  const own = await withFiles({
    "issues.txt": '<ISSUE CATEGORY="LAKES" TYPE="ALL">\nn:lake [LAKES]\n</ISSUE>\n',
    "discards.txt": "CUP FINAL\n+CHESS LEAGUE\n",
  });
  assert.equal(own.problems.length, 2);
  const issues = /^mine\/issues\.txt:1: 3 lines from here on are of an issues file/;
  assert.ok(told(own).some((each) => issues.test(each)));
});
