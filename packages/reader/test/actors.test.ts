/** The cases of `test/cases/actors.txt`, read by the whole reader. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { createReader } from "../src/reader.ts";
import type { Layers } from "../src/reading/layers.ts";
import type { Entity } from "../src/reading/reading.ts";

const file = new URL("../../../test/cases/actors.txt", import.meta.url);
const reader = createReader(await loadData());

interface Case {
  readonly name: string;
  /** Known to go wrong: told of, and no failure. */
  readonly open: boolean;
  readonly published?: string;
  readonly text: string;
  readonly expected: readonly string[];
}

function casesOf(text: string): Case[] {
  return text
    .split(/\n(?=# .*\n(?!#|\s*\n))/)
    .slice(1)
    .map((block) => {
      const [told = "", wanted = ""] = block.split("\n==>\n");
      const [title = "", ...rest] = told.split("\n");
      const open = rest[0] === "not yet";
      const lines = open ? rest.slice(1) : rest;
      const published = /^published (\S+)$/.exec(lines[0] ?? "")?.[1];
      return {
        name: title.slice(2),
        open,
        ...(published === undefined ? {} : { published }),
        text: lines.slice(published === undefined ? 0 : 1).join("\n"),
        expected: wanted.split("\n").filter((line) => line.trim() !== ""),
      };
    });
}

/** Where words stand, "#2" behind them for the second time: offsets, the last one exclusive. */
function placeOf(text: string, wanted: string): readonly [number, number] {
  const [words = "", count = "1"] = wanted.split("#");
  const whole = new RegExp(`(?<!\\p{L})${words.replace(/[.()]/g, "\\$&")}(?!\\p{L})`, "gu");
  const from = [...text.matchAll(whole)][Number(count) - 1]?.index;
  assert.ok(from !== undefined, `the case names "${wanted}", which its text does not have`);
  const article = /^(?:the|an?) (?=.)/i.exec(words)?.[0].length ?? 0;
  return [from + article, from + words.length];
}

/** The entity of the shortest mention that takes the words in, or else their last word. */
const entityOf = (layers: Layers, [from, to]: readonly [number, number]): Entity | undefined =>
  entityAt(layers, from, to) ??
  entityAt(layers, layers.report.text.lastIndexOf(" ", to - 1) + 1, to);

function entityAt({ entities }: Layers, from: number, to: number): Entity | undefined {
  let best: Entity | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const entity of entities.list)
    for (const { span } of entity.mentions)
      if (span[0] <= from && span[1] >= to && span[1] - span[0] < shortest) {
        best = entity;
        shortest = span[1] - span[0];
      }
  return best;
}

const shown = (entity: Entity | undefined): string =>
  entity ? `${entity.name} (${entity.code || "-"})` : "nobody";

const fits = (code: string, wanted: string): boolean =>
  wanted.endsWith("…")
    ? code.startsWith(wanted.slice(0, -1).replace("-", ""))
    : code === wanted.replace("-", "");

/** What goes wrong in one line of a case; fills in which entity the line is about. */
function faults(layers: Layers, line: string, seen: Map<Entity, string>): string[] {
  const { text } = layers.report;
  const refused = /^no: (.*)$/.exec(line)?.[1];
  if (refused !== undefined)
    return layers.entities.list.some(({ mentions, kind }) =>
      kind === "other" ? false : mentions.some(({ span }) => text.slice(...span) === refused),
    )
      ? [`"${refused}" is a mention of somebody`]
      : [];
  const [words = "", code = ""] = line.split(" | ");
  const found = words.split("; ").map((each) => entityOf(layers, placeOf(text, each)));
  const first = found[0];
  const wrong = words
    .split("; ")
    .flatMap((each, k) =>
      found[k] && found[k] === first
        ? []
        : [`"${each}" is ${shown(found[k])}, not ${shown(first)}`],
    );
  if (!first) return [`"${words}" is nobody`];
  if (seen.has(first)) wrong.push(`"${words}" and "${seen.get(first)}" are one`);
  seen.set(first, words);
  if (!fits(first.code, code)) wrong.push(`"${words}" has "${first.code}", not "${code}"`);
  return wrong;
}

for (const { name, open, text, expected, published } of casesOf(readFileSync(file, "utf8")))
  test(`actors: ${name}`, { todo: open }, () => {
    const layers = reader.layers({ text, ...(published === undefined ? {} : { published }) });
    const seen = new Map<Entity, string>();
    const wrong = expected.flatMap((line) => faults(layers, line, seen));
    assert.ok(wrong.length === 0, `${text}\n  ${wrong.join("\n  ")}`);
  });
