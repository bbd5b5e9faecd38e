import assert from "node:assert/strict";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { loadActors } from "../src/knowledge/actors.ts";
import { createReader } from "../src/reader.ts";
import { consistent } from "../src/stages/names/consistency.ts";
import type { Draft } from "../src/stages/names/draft.ts";
import { listBits, listsOf } from "../src/stages/names/lists.ts";
import { unitKinds, unitsOf } from "../src/stages/names/units.ts";

const data = await loadData();
const reader = createReader(data);
const actors = loadActors(data.knowledge, []);

/** "PER Ana Lima" for each name in a text. */
function namesIn(text: string): string[] {
  const { names, tokens } = reader.layers({ text });
  return names.map(
    ({ first, last, kind }) => `${kind} ${text.slice(tokens.from[first]!, tokens.to[last]!)}`,
  );
}

/** Sentences of our own with two parties, and a city where there is one. */
const templates = [
  "{A} and {B} signed a treaty on Monday.",
  "Troops from {A} crossed the border into {B}, the defence ministry said.",
  "The president of {A}, Marta Oliveira, accused {B} of shelling a village.",
  "{A} shot down a drone over the strait, according to state media in {B}.",
  "Talks between {A} and {B} collapsed after two days, said negotiator Jonas Berg.",
  "A court in {A} jailed three citizens of {B} for spying.",
  "Thousands rallied in {A} against a trade deal with {B}.",
  "Foreign ministers of {A} and {B} spoke by phone, the Bank of {A} said.",
  "{B} denied that its jets had struck targets in northern {A}.",
  "The embassy of {B} in {A} was evacuated on Friday.",
  "Aid groups in {A} said {B} had blocked the port of Verlanda.",
  "Rebels backed by {A} seized the town of Orsk from {B}, Reuters reported.",
] as const;

const states = [...new Set([...actors.states.values()].map((each) => each.name))].filter((name) => {
  const found = actors.names.find(name.split(" "), 0);
  return found[0]?.length === name.split(" ").length && !name.includes(",");
});

test("swapping two states swaps them in the names and changes nothing else", () => {
  const filled = (template: string, a: string, b: string): string =>
    template.replaceAll("{A}", a).replaceAll("{B}", b);
  const shape = (template: string, a: string, b: string): string[] =>
    namesIn(filled(template, a, b)).map((each) => each.replaceAll(a, "{A}").replaceAll(b, "{B}"));
  let changed = 0;
  for (const template of templates) {
    const wanted = shape(template, "Peru", "Iraq");
    for (let k = 0; k < states.length; k += 8) {
      const [a, b] = [states[k]!, states[(k * 7 + 5) % states.length]!];
      if (a.includes(b) || b.includes(a)) continue;
      changed++;
      assert.deepEqual(shape(template, a, b), wanted, filled(template, a, b));
    }
  }
  assert.ok(changed > 200);
});

/** Names that are one unit of a kind, whole. */
const knownAs = (kind: (typeof unitKinds)[number], names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => {
    const words = name.split(" ");
    const units = unitsOf(actors, words, Int32Array.of(0, words.length));
    return units.count === 1 && unitKinds[units.kind[0]!] === kind;
  });

const swaps: readonly [string, string[], string][] = [
  [
    "people",
    knownAs(
      "person",
      actors.all.filter((each) => each.kind === "person").map((each) => each.name),
    ),
    "The talks failed, {A} told reporters. Aides of {B} met {A} in the capital.",
  ],
  [
    "peoples",
    knownAs(
      "demonym",
      [...actors.states.values()].flatMap(({ name }) =>
        ["n", "an", "i", "ian", "ese"].map((ending) => `${name}${ending}`),
      ),
    ),
    "{A} jets struck a {B} convoy, the {A} army said, and {B} officials protested.",
  ],
  [
    "organisations",
    knownAs(
      "organisation",
      actors.all.filter((each) => each.kind === "organisation").map((each) => each.name),
    ),
    "Envoys of {A} met {B} on Monday, and {B} praised the work of {A}.",
  ],
];

for (const [what, known, template] of swaps)
  test(`swapping two ${what} that the tables know changes nothing else`, () => {
    const shape = (a: string, b: string): string[] =>
      namesIn(template.replaceAll("{A}", a).replaceAll("{B}", b)).map((each) =>
        each.replaceAll(a, "{A}").replaceAll(b, "{B}"),
      );
    assert.ok(known.length > 20, `${known.length}`);
    const step = Math.ceil(known.length / 40);
    let wanted: string[] | undefined;
    for (let k = 0; k + 1 < known.length; k += step) {
      const [a, b] = [known[k]!, known[k + 1]!];
      if (a.includes(b) || b.includes(a)) continue;
      wanted ??= shape(a, b);
      assert.deepEqual(shape(a, b), wanted, `${a}, ${b}`);
      assert.deepEqual(shape(b, a), wanted, `${b}, ${a}`);
    }
  });

test("every name lies inside one sentence and none overlaps another", () => {
  const text =
    'Ana Lima met Jonas Berg in Lima. Berg, of the World Health Organization (WHO), said: "No."';
  const { names, tokens } = reader.layers({ text });
  let before = -1;
  for (const { first, last } of names) {
    assert.ok(first > before && first <= last);
    assert.equal(tokens.sentence[first], tokens.sentence[last]);
    before = last;
  }
});

test("a surname met in a full name is that person's", () => {
  const names = namesIn(
    "The mayor, Tereza Holub, resigned on Monday. Holub had denied taking money. Critics of Holub rejoiced.",
  );
  assert.equal(names.filter((each) => each === "PER Holub").length, 2);
  assert.ok(names.includes("PER Tereza Holub"));
});

test("known names are one unit that shows only its kind", () => {
  const words = "The United States and Iran met French envoys".split(" ");
  const units = unitsOf(actors, words, Int32Array.of(0, words.length));
  assert.deepEqual(
    [...units.kind].map((kind) => unitKinds[kind]),
    ["word", "state", "word", "state", "word", "demonym", "word"],
  );
  assert.deepEqual([...units.token], [0, 1, 3, 4, 5, 6, 7, 8]);
  assert.equal(units.form[1], units.form[3]);
  const lists = listsOf(units, actors, listBits({}));
  assert.equal(lists[1], lists[3]);
});

test("the same words are the same kind of name throughout", () => {
  const forms = "Holub left . Holub won .".split(" ");
  const first = Int32Array.of(0, 3, 6);
  const draft = (at: number, kind: Draft["kind"], margin: number): Draft => ({
    first: at,
    last: at,
    kind,
    margin,
    sure: false,
    why: { kind: "step", says: "", from: [] },
  });
  const drafts = [draft(0, "PER", 5), draft(3, "LOC", 1)];
  const settled = consistent(drafts, forms, first, unitsOf(actors, forms, first));
  assert.deepEqual(
    settled.map(({ kind }) => kind),
    ["PER", "PER"],
  );
});
