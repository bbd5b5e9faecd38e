/** The cases of `test/cases/entities.txt`, read by the whole reader. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadData } from "../src/data.node.ts";
import { createReader } from "../src/reader.ts";
import type { Layers } from "../src/reading/layers.ts";
import { spanText } from "../src/text/span.ts";

const file = new URL("../../../test/cases/entities.txt", import.meta.url);
const reader = createReader(await loadData());

interface Case {
  readonly name: string;
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
      const [title = "", ...lines] = told.split("\n").filter((line) => line.trim() !== "");
      const published = /^published (\S+)$/.exec(lines[0] ?? "")?.[1];
      return {
        name: title.slice(2),
        ...(published === undefined ? {} : { published }),
        text: lines.slice(published === undefined ? 0 : 1).join("\n"),
        expected: wanted.split("\n").filter((line) => line.trim() !== ""),
      };
    });
}

/** Everything found, one line each, in the manner of the case file. */
function found({ report, entities, places, tokens }: Layers): string[] {
  return [
    ...entities.list.map(({ name, kind, code, mentions }) =>
      [name, kind, code, mentions.map(({ span }) => spanText(report.text, span)).join("; ")].join(
        " | ",
      ),
    ),
    ...places.map(({ name, country, first, last }) => {
      const words = spanText(report.text, [tokens.from[first]!, tokens.to[last]!]);
      return `place: ${name} (${country}) | ${words}`;
    }),
  ];
}

for (const { name, text, expected, published } of casesOf(readFileSync(file, "utf8")))
  test(`entities: ${name}`, () => {
    const layers = reader.layers({ text, ...(published === undefined ? {} : { published }) });
    const lines = found(layers);
    for (const line of expected) {
      const refused = /^no: (.*)$/.exec(line)?.[1];
      if (refused === undefined)
        assert.ok(lines.includes(line), `expected\n  ${line}\namong\n  ${lines.join("\n  ")}`);
      else
        assert.ok(
          !lines.some((each) => each.split(" | ").at(-1)!.split("; ").includes(refused)),
          `"${refused}" should be no mention`,
        );
    }
  });
