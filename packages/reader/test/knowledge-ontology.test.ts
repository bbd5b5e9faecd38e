import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadOntology } from "../src/knowledge/ontology.ts";
import type { KnowledgeFile, Problem } from "../src/knowledge/table.ts";

const folder = new URL("../knowledge/ontology/", import.meta.url);
const files: KnowledgeFile[] = readdirSync(folder).map((name) => ({
  path: `ontology/${name}`,
  text: readFileSync(new URL(name, folder), "utf8"),
}));
const problems: Problem[] = [];
const ontology = loadOntology(files, problems);

test("the tables have nothing wrong with them and are whole", () => {
  assert.deepEqual(problems, []);
  assert.equal(ontology.types.size, 16);
  assert.equal(ontology.contexts.size, 37);
  assert.equal(ontology.sectors.size, 25);
  assert.equal(ontology.cameo.size, 298);
});

test("four types a quad class, with scores on the right side", () => {
  for (const quad of [1, 2, 3, 4])
    assert.ok([...ontology.types.values()].filter((each) => each.quad === quad).length >= 3);
  for (const { type, quad, score, modes } of ontology.types.values()) {
    assert.ok(quad <= 2 ? score > 0 : score <= 0, type);
    for (const mode of modes.values()) assert.ok(mode.definition !== "", `${type} ${mode.mode}`);
  }
});

test("every CAMEO code but statements and appeals has a type of its root's quad class or a note", () => {
  for (const { code, type } of ontology.cameo.values())
    assert.equal(type === undefined, /^0[12]/.test(code), code);
});

test("ambiguous codes are decided as the manual has them", () => {
  const read = (code: string) => {
    const { type, mode } = ontology.cameo.get(code)!;
    return [type, mode];
  };
  assert.deepEqual(read("163"), ["SANCTION", "discontinue"]);
  assert.deepEqual(read("1712"), ["ASSAULT", "destroy"]);
  assert.deepEqual(read("041"), ["CONSULT", "phone"]);
  assert.deepEqual(read("203"), ["ASSAULT", "targeted"]);
});

test("what did not simply happen becomes another type", () => {
  const becomes = (...[type, mode, status]: Parameters<typeof ontology.statusRule>) => {
    const rule = ontology.statusRule(type, mode, status);
    return rule && [rule.becomes, rule.becomesMode, rule.cameo];
  };
  assert.deepEqual(becomes("CONSULT", "visit", "planned"), ["AGREE", undefined, "036"]);
  assert.deepEqual(becomes("CONSULT", undefined, "cancelled"), ["REJECT", "meet", "125"]);
  assert.deepEqual(becomes("RETREAT", "ceasefire", "called for"), ["REQUEST", "yield", "1056"]);
  assert.deepEqual(becomes("ASSAULT", "drone", "threatened"), ["THREATEN", "violence", "138"]);
  assert.equal(becomes("ASSAULT", "drone", "happened"), undefined);
});

test("a rule's code belongs to the type that it names", () => {
  const rules = files.find(({ path }) => path.endsWith("status-rules.tsv"))!;
  for (const line of rules.text.split("\n").filter((each) => /^[A-Z]+\t/.test(each))) {
    const [, , , type, , code] = line.split("\t");
    if (code) assert.equal(ontology.cameo.get(code)?.type, type, line);
  }
});

test("every CAMEO code has a value on Goldstein's scale, its own or that of the code above", () => {
  const values = ["010", "016", "020", "043", "0874", "130", "1312", "1823", "203"];
  assert.deepEqual(
    values.map((code) => ontology.goldstein(code)),
    [0, -2, 3, 2.8, 10, -4.4, -5.8, -10, -10],
  );
  const inherited = { "155": -7.2, "1213": -4, "176": -7, "1834": -10, "1951": -10 };
  for (const [code, value] of Object.entries(inherited)) {
    assert.equal(ontology.cameo.get(code)?.goldstein, undefined, code);
    assert.equal(ontology.goldstein(code), value, code);
  }
  assert.equal(ontology.goldstein("999"), undefined);
});

test("words show contexts", () => {
  const shown = (text: string) =>
    ontology.contextWords.find(text.split(" "), 0).map(({ value }) => value.context);
  assert.deepEqual(shown("uranium enrichment"), ["cbrn", "cbrn"]);
  assert.ok(shown("press freedom").includes("rights_freedoms"));
});

test("what is wrong is told with file and line", () => {
  const wrong: Problem[] = [];
  const cameo =
    "code\tname\ttype\tmode\tcontexts\tgoldstein\tnote\n1\tx\tAGREE\t\t\t1\n200\tx\tFIGHT\t\t\t-10\n201\tx\tASSAULT\tmassacre\tbad\t-9.5\n195\tx\tASSAULT\t\t\t\n";
  loadOntology(
    files.map((file) => (file.path === "ontology/cameo.tsv" ? { ...file, text: cameo } : file)),
    wrong,
  );
  assert.deepEqual(
    wrong.map(({ line, message }) => `${line}: ${message.slice(0, 40)}`),
    [
      '2: "1" is no CAMEO code; write three or four',
      '3: "FIGHT" is no type of types.tsv',
      '4: "massacre" is no mode of ASSAULT; it has ',
      '5: 195 has no value in "goldstein", and no code',
    ].map((each) => each.slice(0, 43)),
  );
});
