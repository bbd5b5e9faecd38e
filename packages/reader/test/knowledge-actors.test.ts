import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadActors } from "../src/knowledge/actors.ts";
import { PhraseIndex } from "../src/knowledge/phrases.ts";
import type { KnowledgeFile, Problem } from "../src/knowledge/table.ts";

const folder = new URL("../knowledge/", import.meta.url);
const files: KnowledgeFile[] = ["actors", "ontology"].flatMap((part) =>
  readdirSync(new URL(part, folder)).map((name) => ({
    path: `${part}/${name}`,
    text: readFileSync(new URL(`${part}/${name}`, folder), "utf8"),
  })),
);
const problems: Problem[] = [];
const actors = loadActors(files, problems);

const split = (text: string) => text.split(" ");
const found = (text: string, first = 0) =>
  actors.names.find(split(text), first).map(({ phrase, length }) => `${phrase} ${length}`);
const named = (name: string) => actors.names.find(split(name), 0)[0]?.value;

test("the tables have nothing wrong with them", () => {
  assert.deepEqual(problems, []);
});

test("the tables are as full as they should be", () => {
  const count = (kind: string) => actors.all.filter((each) => each.kind === kind).length;
  assert.equal(count("state"), 250);
  for (const [kind, least] of [
    ["organisation", 700],
    ["group", 450],
    ["person", 1500],
    ["place", 1800],
  ] as const)
    assert.ok(count(kind) >= least, `${count(kind)} of the kind ${kind}`);
  assert.ok(actors.roles.all.length >= 2000);
  assert.ok(actors.givenNames.size >= 3000);
});

test("every state but the uninhabited has an adjective or a noun, a middle, and a capital that stands for it", () => {
  for (const state of actors.states.values()) assert.ok(state.place, state.name);
  const capitals = [...actors.states.values()].filter((state) =>
    actors.all.some((each) => each.placeKind === "capital" && each.country === state.country),
  );
  assert.ok(capitals.length >= 225, `${capitals.length} capitals`);
});

test("the longest name goes first, whatever the tokenizer did with hyphens, points and apostrophes", () => {
  assert.deepEqual(found("Guinea - Bissau"), ["Guinea-Bissau 3", "Guinea 1"]);
  assert.deepEqual(found("Guinea-Bissau"), ["Guinea-Bissau 1"]);
  assert.deepEqual(found("Guinea , Bissau"), ["Guinea 1"]);
  assert.equal(named("U.S.")?.code, "USA");
  assert.equal(named("N' Djamena")?.country, "TCD");
  assert.equal(named("People 's Liberation Army")?.code, "CHN MIL");
});

test("diacritics are free, capitals are not", () => {
  assert.equal(named("Recep Tayyip Erdogan")?.country, "TUR");
  assert.equal(named("Recep Tayyip Erdoğan")?.country, "TUR");
  assert.equal(named("IRAN")?.code, "IRN");
  assert.equal(named("us"), undefined);
  assert.equal(named("who"), undefined);
  assert.equal(named("turkey"), undefined);
});

test("a name that is a common word without its diacritics is met only with them", () => {
  assert.equal(named("Malé")?.country, "MDV");
  assert.equal(named("Male"), undefined);
});

test("a name with a comma is met over one", () => {
  assert.deepEqual(found("Split , Croatia"), ["Split, Croatia 3"]);
  assert.deepEqual(found("Split up"), []);
});

test("demonyms tell adjective, singular and plural apart", () => {
  const demonym = (word: string) => actors.demonyms.find(split(word), 0)[0]?.value;
  assert.equal(demonym("Iranian")?.state.code, "IRN");
  assert.deepEqual(
    [demonym("Frenchmen"), demonym("French")].map((each) => [
      each?.adjective,
      each?.singular,
      each?.plural,
    ]),
    [
      [false, false, true],
      [true, false, true],
    ],
  );
  assert.equal(demonym("South Korean")?.state.code, "KOR");
});

test("capitals and listed names stand for governments, Brussels for the European Union", () => {
  const metonym = (word: string) => actors.metonyms.find(split(word), 0).map(({ value }) => value);
  assert.deepEqual(
    metonym("Tehran").map((each) => [each.of.code, each.place?.name]),
    [["IRN", "Tehran"]],
  );
  assert.deepEqual(
    metonym("Kremlin").map((each) => [each.of.code, each.place]),
    [["RUS", undefined]],
  );
  assert.deepEqual(
    metonym("Brussels").map((each) => each.of.code),
    ["IGO EU"],
  );
});

test("a seat of government that is no capital is both a place and a metonym", () => {
  const [metonym] = actors.metonyms.find(["Tel", "Aviv"], 0);
  assert.deepEqual([metonym?.value.of.code, metonym?.value.place?.country], ["ISR", "ISR"]);
});

test("people have an office with dates, one row a term", () => {
  const terms = actors.names.find(["Donald", "Trump"], 0).map(({ value }) => value);
  assert.deepEqual(terms.map((each) => [each.office, each.from, each.to]).sort(), [
    ["president", "2017-01-20", "2021-01-20"],
    ["president", "2025-01-20", undefined],
  ]);
  assert.ok(actors.surnames.find(["Xi"], 0).some(({ value }) => value.name === "Xi Jinping"));
  assert.equal(named("Rafael Grossi")?.code, "IGO UN");
});

test("roles are found by their head, the longest first, by lemma or by form", () => {
  const role = (text: string, head: number, lemmas = text.toLowerCase()) => {
    const match = actors.roles.at(split(lemmas), split(text), head);
    return match && [match.role.phrase, match.first, match.last];
  };
  assert.deepEqual(role("the deputy foreign minister", 3), ["deputy foreign minister", 1, 3]);
  assert.deepEqual(role("the Ministry of Defence", 1), ["ministry of defence", 1, 3]);
  assert.deepEqual(role("armed protesters", 1, "armed protester"), ["protester", 1, 1]);
  assert.deepEqual(role("its forces", 1, "its force"), ["forces", 1, 1]);
  assert.equal(role("the table", 1), undefined);
});

test("what is wrong is told with file and line", () => {
  const table = (path: string, text: string): KnowledgeFile => ({ path, text });
  const wrong: Problem[] = [];
  loadActors(
    [
      ...files.filter(({ path }) => !/groups|people/.test(path)),
      table(
        "actors/groups.tsv",
        "name\tnames\tcountry\tsectors\nReds\t\tXYZ\tREB BAD\nReds\t\t\tREB\nReds\t\t\tREB\n",
      ),
      table(
        "actors/people.tsv",
        "name\tnames\tsurname\tcountry\torganisation\toffice\tsectors\tfrom\tto\nA B\t\t\tIRN\t\tpresident\tGOV\t2020-13\t\nC D\t\t\tIRN\tNobody\tchief\t\t2020\t2010\n",
      ),
    ],
    wrong,
  );
  assert.deepEqual(
    wrong.map(({ file, line, message }) => `${file}:${line}: ${message}`),
    [
      'actors/groups.tsv:2: "XYZ" is no country code of actors/states.tsv',
      'actors/groups.tsv:2: "BAD" is no PLOVER sector; use one of ontology/sectors.tsv',
      'actors/people.tsv:2: "2020-13" is no date; write YYYY, YYYY-MM or YYYY-MM-DD',
      'actors/people.tsv:3: "Nobody" is no name in actors/organisations.tsv',
      "actors/people.tsv:3: the term ends (2010) before it begins (2020); swap them",
      'actors/groups.tsv:3: the name "Reds" is already on line 2 of actors/groups.tsv; keep one',
      'actors/groups.tsv:4: the name "Reds" is already on line 2 of actors/groups.tsv; keep one',
    ],
  );
});

test("swapping the names of two states swaps what is found", () => {
  const codes = (text: string) => {
    const forms = split(text);
    return forms.flatMap((_, i) => actors.names.find(forms, i).map(({ value }) => value.code));
  };
  const swap = new Map([
    ["KEN", "PER"],
    ["PER", "KEN"],
  ]);
  assert.deepEqual(
    codes("Kenya asked Peru for help").map((code) => swap.get(code)),
    codes("Peru asked Kenya for help"),
  );
});

test("an index of any values", () => {
  const index = new PhraseIndex<number>();
  index.add("war crime", 1);
  index.add("war", 2);
  assert.deepEqual(
    index.find(["war", "crime"], 0).map(({ value, length }) => [value, length]),
    [
      [1, 2],
      [2, 1],
    ],
  );
  assert.deepEqual(
    index.find(["war", "crime"], 0, 1).map(({ value }) => value),
    [2],
  );
});
