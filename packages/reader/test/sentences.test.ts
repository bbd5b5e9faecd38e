import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readClusters } from "../src/model/clusters.ts";
import { readModel } from "../src/model/container.ts";
import { readSplitter, splitSentences } from "../src/model/splitter.ts";
import * as words from "../src/text/abbreviations.ts";
import { chunksOf } from "../src/text/chunks.ts";
import { casesOf } from "./cases.ts";

const model = (name: string) =>
  readModel(readFileSync(new URL(`../models/english.${name}.model`, import.meta.url)));
const splitter = readSplitter(model("splitter"), readClusters(model("clusters")));

/** Sentences of a text whose paragraphs are parted by empty lines, line breaks as spaces. */
const sentencesOf = (text: string): string[] => {
  const paragraphs = [...text.matchAll(/(?:[^\n]|\n(?!\s*\n))+/g)];
  return paragraphs.flatMap(({ index, 0: paragraph }) =>
    splitSentences(splitter, text, index, index + paragraph.length).map(([from, to]) =>
      text.slice(from, to).replace(/\s+/g, " "),
    ),
  );
};

/** Each sentence with the place where it stands, spaces not counted. */
function placed(sentences: readonly string[]): string[] {
  let at = 0;
  return sentences.map((sentence) => {
    at += sentence.replace(/\s/g, "").length;
    return `${at} ${sentence}`;
  });
}

test("clean news text: F1 of sentences at least 99.8", () => {
  const counts = { right: 0, wanted: 0, found: 0 };
  const missed: string[] = [];
  const cases = casesOf("sentences.txt");
  for (const { name, text, expected } of cases) {
    const found = placed(sentencesOf(text));
    const wanted = placed(expected);
    const right = found.filter((each) => wanted.includes(each)).length;
    counts.right += right;
    counts.wanted += wanted.length;
    counts.found += found.length;
    if (right < wanted.length) missed.push(`${name}: ${sentencesOf(text).join(" | ")}`);
  }
  const score = (200 * counts.right) / (counts.wanted + counts.found);
  console.log(`sentences of ${cases.length} cases: F1 ${score.toFixed(2)}`);
  assert.ok(cases.length >= 200);
  assert.ok(score >= 99.8, `F1 ${score.toFixed(2)}\n${missed.join("\n")}`);
});

test("only the part asked for, and nothing for empty space", () => {
  assert.deepEqual(splitSentences(splitter, "One. Two. Three.", 5, 9), [[5, 9]]);
  assert.deepEqual(splitSentences(splitter, "  \n ", 0, 4), []);
  assert.deepEqual(splitSentences(splitter, "\u200b\u00ad", 0, 2), []);
});

test("a missing space after the stop", () => {
  const text = "The army said so.The rebels denied it.";
  assert.deepEqual(splitSentences(splitter, text, 0, text.length), [
    [0, 17],
    [17, 38],
  ]);
});

test("signs that nobody sees part nothing, and stand outside of sentences", () => {
  const signs = ["\u200b", "\u200d", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"];
  for (const sign of [...signs, "\u00ad", "\ufeff", "\u2060"]) {
    const text = `${sign}The pact was si${sign}gned.${sign} Both si${sign}des left.${sign}`;
    const spans = splitSentences(splitter, text, 0, text.length);
    assert.deepEqual(
      spans.map(([from, to]) => text.slice(from, to).replaceAll(sign, "")),
      ["The pact was signed.", "Both sides left."],
      `U+${sign.charCodeAt(0).toString(16)}`,
    );
    assert.equal(spans[0]![0], 1);
    assert.equal(spans[1]![1], text.length - 1);
  }
});

test("a state's name in place of another's changes no split", () => {
  const names = ["Fiji", "Kenya", "Uruguay", "Sri Lanka", "Burkina Faso", "UAE"];
  const longer = ["Antigua and Barbuda", "Trinidad and Tobago", "São Tomé and Príncipe", "Bosnia"];
  const texts = [
    "He flew to NAME. The visit lasts two days. NAME says no. Officials from NAME left",
    "NAME: Congress votes on Monday. Why NAME? It is unclear. “NAME!” NAME said. (NAME won.)",
    "NAME and Peru met. NAME spoke first. At 5 p.m. NAME left. NAME, The Hague says, is free",
    "It is NAME’s first win. NAME won\nNAME lost. NAME Inc. rose. Mr. NAME fell. NAME – NAME",
  ];
  for (const text of texts) {
    const split = (name: string): string =>
      sentencesOf(text.replaceAll("NAME", name)).join(" | ").replaceAll(name, "NAME");
    for (const name of [...names, ...longer]) assert.equal(split(name), split("Chad"), name);
  }
});

test("no word that the splitter knows by itself is a name of a state, a people or a capital", () => {
  const file = new URL("../knowledge/actors/states.tsv", import.meta.url);
  const rows = readFileSync(file, "utf8").split("\n");
  const header = rows.find((row) => row.startsWith("iso3") || row.split("\t").includes("iso3"))!;
  const columns = header.split("\t");
  const named = rows
    .filter((row) => !row.startsWith("#") && row !== header)
    .flatMap((row) => {
      const cells = row.split("\t");
      return ["name", "adjectives", "nouns", "capital"].flatMap((column) =>
        (cells[columns.indexOf(column)] ?? "")
          .split(/[|/]/)
          .map((each) => each.trim().toLowerCase()),
      );
    });
  const known = new Set([...words.openers, ...words.calendar]);
  assert.deepEqual(
    named.filter((name) => known.has(name)),
    [],
  );
});

test("each unit is looked at once: pieces of a long text are many and small", () => {
  const long = `${"and so they walked on ".repeat(400)}home. ${"x.Yz".repeat(5000)} ${"—".repeat(5000)}`;
  const { count } = chunksOf(long, 0, long.length);
  assert.equal(count, 2003);
  assert.ok(splitSentences(splitter, long, 0, long.length).length < 10);
});
