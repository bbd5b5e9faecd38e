import assert from "node:assert/strict";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { file, hearsay, path, start } from "./run.ts";

const text = [
  "France and Kenya sign a border treaty",
  "STRELSAU, June 14 (Agency) — The presidents of France and Kenya signed a treaty on Friday.",
  "Also read: Who owns the valleys?",
].join("\n");
const report = file("report.txt", text);

test("help: of all, and of each with an example", async () => {
  const { out, code } = await hearsay(["--help"]);
  assert.equal(code, 0);
  for (const name of ["read", "explain", "code", "parse", "evaluate", "check", "serve"]) {
    assert.match(out, new RegExp(`^ {2}${name} `, "m"));
    const own = await hearsay([name, "--help"]);
    assert.deepEqual([own.code, own.err], [0, ""], name);
    assert.match(own.out, new RegExp(`^Usage: hearsay ${name}`));
    assert.match(own.out, /\nExamples?:\n {2}hearsay /);
  }
  assert.equal((await hearsay(["help", "code"])).out, (await hearsay(["code", "-h"])).out);
  assert.match((await hearsay(["--version"])).out, /^hearsay \d+\.\d+\.\d+\n$/);
});

test("read --format json: the Reading, with what the options say", async () => {
  const args = ["read", report, "--format", "json", "--published", "2025-06-14"];
  const { out, err, code } = await hearsay([...args, "--outlet", "The Courier"]);
  assert.deepEqual([err, code], ["", 0]);
  const reading = JSON.parse(out);
  assert.equal(reading.schema, "hearsay/reading/1");
  assert.equal(reading.report.text, text);
  assert.equal(reading.report.outlet, "The Courier");
  assert.equal(reading.report.place, "STRELSAU");
  assert.deepEqual(
    reading.paragraphs.map(({ kind }: { kind: string }) => kind),
    ["title", "body", "link"],
  );
});

test("read: standard input and -o", async () => {
  const target = path("out.json");
  const { out, code } = await hearsay(["read", "-", "--format", "json", "-o", target], text);
  assert.deepEqual([out, code], ["", 0]);
  assert.equal(JSON.parse(readFileSync(target, "utf8")).report.text, text);
});

test("lone surrogates come out as valid JSON", async () => {
  const { out, code } = await hearsay(
    ["read", "-", "--format", "json"],
    '{"text": "The minister said \\ud83d on Monday."}',
  );
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).report.text, "The minister said \ud83d on Monday.");
});

test("parse: CoNLL-U of the story alone", async () => {
  const { out, code } = await hearsay(["parse", report, "--format", "conllu"]);
  assert.equal(code, 0);
  const words = out.split("\n").filter((line) => /^\d+\t/.test(line));
  for (const line of words) assert.equal(line.split("\t").length, 10, line);
  assert.match(out, /^# newdoc id = /);
  assert.match(out, /# text = The presidents of France and Kenya signed a treaty on Friday\./);
  assert.doesNotMatch(out, /valleys/);
  for (const sentence of out.trim().split("\n\n"))
    assert.equal(sentence.match(/^\d+(?:\t[^\t]+){5}\t0\troot\t/gm)?.length, 1);
});

test("code: in order, a bad line answered in its place", async () => {
  const lines = [
    '{"id": "a", "text": "The army attacked a village on Monday."}',
    '{"id": "b", "text": "x", "published": 12}',
    "",
    "not json",
    '{"text": "Police arrested two men."}',
    '{"id": 7, "text": ""}',
  ].join("\n");
  const { out, err, code } = await hearsay(["code", "-", "--format", "readings"], lines);
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    answers.map(({ id, report, error }) => [id ?? report.id, error?.code]),
    [
      ["a", undefined],
      ["b", "wrong-field"],
      ["standard input:4", "not-json"],
      ["standard input:5", undefined],
      ["7", "empty"],
    ],
  );
  assert.match(
    answers[1].error.message,
    /^line 2: "published" is 12, not an ISO date; give YYYY-MM-DD$/,
  );
  assert.equal(code, 1);
  assert.match(err, /^read 2 of 5 reports; 3 failed, each answered in its place/);
});

test("code: files of all kinds, and one that is not there", async () => {
  const many = file("many.jsonl", '{"id": "a", "text": "Police arrested two men."}\n');
  const { out, code } = await hearsay(["code", many, report, path("none.txt"), path("no.jsonl")]);
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(code, 1);
  assert.deepEqual(
    answers.map(({ report, error }) => error?.code ?? report.text.length),
    [24, text.length, "unreadable", "unreadable"],
  );
  assert.equal(answers[1].report.id, report);
  assert.equal(answers[3].id, path("no.jsonl"));
});

test("code: answers while its input goes on, and ends quietly when nobody reads", async () => {
  const child = start("code", "-");
  child.stdin.on("error", () => {});
  child.stdin.write('{"id": "a", "text": "Police arrested two men."}\n');
  const [first] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  assert.match(first, /"id":"a"/);
  child.stdout.destroy();
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (part: string) => (err += part));
  child.stdin.end('{"id": "b", "text": "Police arrested two men."}\n'.repeat(3));
  const [code] = (await once(child, "exit")) as [number];
  assert.deepEqual([code, err], [0, ""]);
});

test("read: text for people, without colour when it is no terminal; a page that needs nothing", async () => {
  const people = await hearsay(["read", report, "--published", "2025-06-14"]);
  assert.deepEqual([people.err, people.code], ["", 0]);
  assert.match(people.out, /^France and Kenya sign a border treaty\n/);
  assert.ok(!people.out.includes("\u001b["));
  const page = await hearsay(["read", report, "--format", "html"]);
  assert.equal(page.code, 0);
  assert.match(page.out, /^<!doctype html>/i);
  assert.doesNotMatch(page.out, /<(?:link|script|img)[^>]+(?:src|href)=["']?https?:/i);
});

test("explain: an item, also of a saved reading, with words and file:line", async () => {
  const ended = await hearsay(["explain", report, "e1"]);
  assert.deepEqual([ended.err, ended.code], ["", 0]);
  assert.match(ended.out, /^e1, an entity: /);
  assert.match(ended.out, /\n\s+\S+\.(?:tsv|txt):\d+ /);
  const saved = path("saved.json");
  await hearsay(["read", report, "--format", "json", "-o", saved]);
  assert.equal((await hearsay(["explain", saved, "e1"])).out, ended.out);
  const none = await hearsay(["explain", saved, "e999"]);
  assert.deepEqual([none.out, none.code], ["", 2]);
  assert.match(none.err, /^hearsay explain: this reading has no item "e999"; it has e1/);
});

test("explain --why-not: the stage that refused, or that nothing knows the words", async () => {
  const whyNot = (phrase: string) => hearsay(["explain", report, "--why-not", phrase]);
  assert.match((await whyNot("Who owns")).out, /its paragraph is not the story, but a link\.\n$/);
  assert.match((await whyNot("on")).out, /^“on” in sentence \d of \d: there is no verb, noun/);
  assert.match((await whyNot("SIGNED a treaty")).out, /^“signed a treaty” in sentence \d of \d:\n/);
  const none = await whyNot("no such words");
  assert.deepEqual([none.out, none.code], ["", 2]);
  assert.match(
    none.err,
    /the report does not have "no such words"; give words as they stand in it/,
  );
});

test("check FOLDER: what is wrong in files of one's own, by file and line", async () => {
  const missing = await hearsay(["check", path("nowhere")]);
  assert.deepEqual([missing.out, missing.code], ["", 2]);
  assert.match(missing.err, /nowhere cannot be read \(ENOENT\); check its name/);
  assert.match((await hearsay(["check", path("own"), "--counts"])).err, /leave the folder out/);
  assert.match((await hearsay(["check", report])).err, /is a file; give the folder it is in/);
  mkdirSync(path("own/wording"), { recursive: true });
  file("own/wording/judging.tsv", "word\tupos\n");
  const wrong = await hearsay(["check", path("own")]);
  assert.equal(wrong.code, 1);
  assert.ok(wrong.out.startsWith(`${path("own")}/wording/judging.tsv:1: the column "`), wrong.out);
  assert.match(wrong.err, /^\d+ problems?\n$/);
});

test("evaluate events: tables, a page, and lines that are left out", async () => {
  const gold = file(
    "gold.jsonl",
    `\ufeff{"text":"Rebels attacked the army in Chad.","events":[{"type":"ASSAULT"}]}

{"text":1}
{"text":
{"text":"Chad thanked Peru.","events":[{"type":"AID","recipients":[{"text":"Peru"}]}]}
`,
  );
  const page = path("gold.html");
  const { out, err, code } = await hearsay(["evaluate", "events", gold, "--html", page]);
  assert.equal(code, 1);
  assert.match(
    err,
    /gold\.jsonl:3: this is no gold of this kind.*\n.*gold\.jsonl:4: this is not JSON/,
  );
  assert.match(out, /^type and parties +50\.0 +50\.0 +50\.0$/m);
  assert.match(out, /^AID +SUPPORT +1$/m);
  assert.match(out, /expected {2}AID: – → Peru\n/);
  assert.match(out, /SUPPORT[^\n]* was found:\n +SUPPORT/);
  assert.match(readFileSync(page, "utf8"), /<span class="gold recipient">Peru<\/span>/);
  const json = JSON.parse((await hearsay(["evaluate", "events", gold, "--json"])).out);
  assert.deepEqual([json.sentences, json.type, json.pair_type], [2, 50, 50]);
  assert.match(json.worst[0].explanation, /SUPPORT was found:/);
});
