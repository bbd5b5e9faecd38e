import assert from "node:assert/strict";
import { test } from "node:test";
import { type FrameCodes, readFrames } from "../src/knowledge/frames.ts";
import { readGovernors, readVerbClasses } from "../src/knowledge/governors.ts";
import type { Problem } from "../src/knowledge/table.ts";

const codes: FrameCodes = {
  modes: new Map([
    ["ASSAULT", new Set(["aerial"])],
    ["SUPPORT", new Set<string>()],
  ]),
  contexts: new Set(["military"]),
  cameo: new Map(["190", "195", "057"].map((code) => [code, { contexts: [] }])),
  sectors: new Set(["MIL", "COP"]),
};

function read(text: string) {
  const problems: Problem[] = [];
  return { frames: readFrames({ path: "frames/own.txt", text }, codes, problems), problems };
}

test("a frame is read with its code, places, conditions and examples", () => {
  const { frames, problems } = read(
    [
      "# a comment",
      "raid | carry out (verb) → ASSAULT, military, CAMEO 190",
      "  actor      subject | by-agent",
      "  recipient  object > possessor | oblique on/against",
      "  needs      recipient",
      "  unless     object is plan | @thing",
      "  mode       aerial when jet | air force",
      "  e.g.  Rebels raided a camp.  ==> actor Rebels; recipient camp",
      "  not   They raided the fridge.",
    ].join("\n"),
  );
  assert.deepEqual(problems, []);
  const [frame] = frames;
  assert.deepEqual(frame?.triggers, [["raid"], ["carry", "out"]]);
  assert.deepEqual(frame?.code, { type: "ASSAULT", contexts: ["military"], cameo: "190" });
  assert.deepEqual(frame?.recipient[0], [{ to: "object" }, { to: "possessor" }]);
  assert.deepEqual(frame?.recipient[1], [{ to: "oblique", prepositions: ["on", "against"] }]);
  assert.deepEqual([...frame!.conditions[0]!.classes], ["thing"]);
  assert.deepEqual(
    frame?.examples.map((each) => each.fires),
    [true, false],
  );
  assert.equal(frame?.at.line, 2);
});

test("a second word is read with its place", () => {
  const { frames, problems } = read(
    "sign + treaty | pact (verb + object) -> SUPPORT, CAMEO 057\n  e.g. A and B signed a pact. ==> actor A",
  );
  assert.deepEqual(problems, []);
  assert.deepEqual([...frames[0]!.companion!.lemmas], ["treaty", "pact"]);
});

const wrong: readonly [name: string, text: string, message: RegExp][] = [
  ["no arrow", "raid (verb) ASSAULT", /does not start a frame/],
  ["an unknown type", "raid (verb) → RAID", /"RAID" is no PLOVER type/],
  [
    "an unknown mode",
    "raid (verb) → ASSAULT/polite",
    /ASSAULT has no mode "polite"; it has aerial/,
  ],
  ["an unknown place", "raid (verb) → ASSAULT\n  actor above", /"above" is no place/],
  ["an unknown line", "raid (verb) → ASSAULT\n  actors subject", /"actors" starts no line/],
  ["a line before any frame", "  actor subject", /stands before any frame/],
  ["no example", "raid (verb) → ASSAULT", /has no example/],
  [
    "an example without result",
    "raid (verb) → ASSAULT\n  e.g. A raided B.",
    /lacks what is expected/,
  ],
  ["brackets within", "raid (verb) + camp (verb + object) → ASSAULT", /has brackets within/],
  ["a mode without words", "raid (verb) → ASSAULT\n  mode aerial", /lacks its words/],
];

for (const [name, text, message] of wrong)
  test(`${name} is told with its file and line`, () => {
    const { problems } = read(text);
    assert.ok(
      problems.some((each) => each.file === "frames/own.txt" && message.test(each.message)),
      JSON.stringify(problems),
    );
  });

test("governors and classes of verbs name what they do not know", () => {
  const problems: Problem[] = [];
  const head = "word\tpos\tstatus\tplace\texample\n";
  const text = `${head}plan\tverb\tplaned\tobject\tx\nplan\tverb\tplanned\tabove\tx\nplan\tverb\tplanned\tobject | oblique for/to\tx`;
  const governors = readGovernors([{ path: "g.tsv", text }], problems);
  readVerbClasses([{ path: "v.tsv", text: "verb\tclass\nhold\theavy" }], problems);
  assert.deepEqual(
    problems.map(({ file, line }) => `${file}:${line}`),
    ["g.tsv:2", "g.tsv:3", "v.tsv:2"],
  );
  assert.deepEqual([...governors.get("plan/verb")![0]!.prepositions], ["for", "to"]);
});

test("classes, modes, contexts and codes that nobody has defined are told with their line", () => {
  const { problems } = read(
    [
      "raid (verb) → ASSAULT, military, CAMEO 190",
      "  if         subject is MIL | @partty | IGO | DIP",
      "  mode       naval when ship",
      "  cameo      999 when ship",
      "  context    sports when ship",
      "  e.g.  Rebels raided a convoy.  ==> actor Rebels",
    ].join("\n"),
  );
  assert.deepEqual(
    problems.map(({ line, message }) => [line, message.split(";")[0]]),
    [
      [2, '"partty" is no class and no sector'],
      [2, '"DIP" is no class and no sector'],
      [3, 'ASSAULT has no mode "naval"'],
      [4, 'there is no CAMEO code "999"'],
      [5, 'there is no context "sports"'],
    ],
  );
});
