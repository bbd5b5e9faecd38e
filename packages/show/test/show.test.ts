import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import type { Because, Reading } from "@hearsay/reader";
import { showPage, showText, showWhy } from "../src/index.ts";
import { widthOf, wrap } from "../src/text/width.ts";

const here = (name: string): URL => new URL(name, import.meta.url);
const border: Reading = JSON.parse(readFileSync(here("border.json"), "utf8"));

/** Compares with a file beside this one; `UPDATE=1` writes it. */
function golden(name: string, actual: string): void {
  if (process.env.UPDATE === "1") writeFileSync(here(name), actual);
  assert.equal(actual, readFileSync(here(name), "utf8"), `${name} differs; UPDATE=1 writes it`);
}

test("a reading as text at 80 columns", () =>
  golden("border.80.txt", showText(border, { width: 80 })));

test("a reading as text at 40 columns", () =>
  golden("border.40.txt", showText(border, { width: 40 })));

test("a reading as a page", () => golden("border.html", showPage(border)));

test("the reasons of every item as trees", () => {
  const { events, statements, wording, figures } = border;
  const trees = [...events, ...statements, ...wording, ...figures].map(
    ({ id, why }) => `${id}\n${showWhy(why, border)}`,
  );
  golden("border.why.txt", `${trees.join("\n\n")}\n`);
});

test("no line is wider than asked, with colour or without", () => {
  for (const width of [40, 47, 64, 80, 120, 160])
    for (const color of [false, true])
      for (const line of showText(border, { width, color }).split("\n"))
        assert.ok(widthOf(line) <= width, `${widthOf(line)} > ${width}: ${line}`);
});

test("colour only where it is asked for, and then nothing else changes but the marks", () => {
  const plain = showText(border, { width: 100 });
  const colored = showText(border, { width: 100, color: true });
  assert.ok(!plain.includes("\u001b"));
  assert.ok(colored.includes("\u001b[1m"));
});

test("wide and combining characters are counted as they are drawn", () => {
  assert.equal(widthOf("東部"), 4);
  assert.equal(widthOf("e\u0301"), 1);
  assert.equal(widthOf("\u001b[1mOst\u001b[22m"), 3);
  for (const line of wrap("東部の町で砲撃があった。 Ost", 12)) assert.ok(widthOf(line) <= 12);
  assert.deepEqual(wrap("", 20, "  "), []);
});

test("an event told again stands under the one told first", () => {
  const text = showText(border);
  assert.match(text, /\+ told again \(ev2\)/);
  assert.ok(!/^ev2/m.test(text));
});

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&\u0000\ud800`;

/** Every string of a value replaced. */
const everywhere = (value: unknown, keep: (key: string) => boolean, key = ""): unknown => {
  if (typeof value === "string") return keep(key) ? value : hostile;
  if (Array.isArray(value)) return value.map((each) => everywhere(each, keep, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, everywhere(each, keep, name)]),
  );
};

test("nothing of a Reading is ever markup", () => {
  const kept = new Set(["kind", "basis", "voice", "schema", "text"]);
  const strings = everywhere(border, (key) => kept.has(key)) as Reading;
  const text = hostile.repeat(12);
  const pages = [strings, { ...strings, report: { ...strings.report, text } }].map(showPage);
  for (const page of pages) {
    assert.ok(!page.includes("<script"));
    assert.ok(!page.includes("<img"));
    assert.ok(!page.includes("\u0000"));
    assert.ok(page.isWellFormed());
    assert.equal(/<[a-z][^>]*\son\w+=[^>]*>/.exec(page.replace(/"[^"]*"/g, '""'))?.[0], undefined);
  }
});

test("nothing of a Reading steers the terminal", () => {
  const steering = "\u001b]0;owned\u0007\u001b[2J\u009b31m";
  const text = border.report.text.replace(/[a-z]{6}/g, (word) => `\u001b[2J${word.slice(4)}`);
  const report = { ...border.report, text, title: steering, outlet: steering };
  const reading = { ...border, report };
  const why: Because = { kind: "step", says: steering, from: [{ kind: "words", span: [0, 60] }] };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
  const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;
  assert.doesNotMatch(showText(reading), controls);
  assert.doesNotMatch(showWhy(why, reading), controls);
  assert.ok(!showText(reading, { color: true }).includes("\u001b[2J"));
});

test("the page asks for nothing and runs nothing", () => {
  const page = showPage(border);
  assert.match(page, /default-src 'none'/);
  assert.ok(!/<(?:script|link|img|iframe|object)\b/.test(page));
  assert.ok(!/\b(?:src|href)="(?!#)/.test(page));
  assert.ok(!/url\(|@import/.test(page));
});

test("every link of the page leads somewhere, and ids stand once", () => {
  const page = showPage(border);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g))
    assert.ok(ids.includes(target!), target);
});

test("the page holds every character of the text, in order", () => {
  const body = showPage(border).replace(/<aside>.*?<\/aside>/gs, "");
  const plain = body
    .replace(/<a class="tag[^>]*>[^<]*<\/a>/g, "")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
  for (const { span } of border.paragraphs)
    assert.ok(plain.includes(border.report.text.slice(...span)), border.report.text.slice(...span));
});

test("a Reading with nothing in it is drawn", () => {
  const empty: Reading = {
    ...border,
    statements: [],
    events: [],
    figures: [],
    wording: [],
    entities: [],
  };
  assert.match(showText(empty), /No event was found/);
  assert.match(showPage(empty), /No statement was found/);
});

test("a deep reason does not run off the page", () => {
  let why: Because = { kind: "words", span: [0, 7] };
  for (let depth = 0; depth < 40; depth++)
    why = { kind: "step", says: `step ${depth}`, from: [why] };
  for (const line of showWhy(why, border).split("\n")) assert.ok(widthOf(line) <= 100);
});
