import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openReader, type Span, type Statement } from "../src/index.ts";

const file = new URL("../../../test/cases/statements.txt", import.meta.url);
const reader = await openReader();

interface Case {
  readonly name: string;
  readonly text: string;
  readonly wanted: readonly string[];
  /** The case names every statement there is. */
  readonly whole: boolean;
}

function casesIn(text: string): Case[] {
  return text
    .split(/^(?=# )/m)
    .filter((block) => block.includes("\n==>\n"))
    .map((block) => {
      const [head, tail] = block.split("\n==>\n");
      const [name, ...lines] = head!.split("\n");
      const wanted = tail!.split("\n").filter((line) => line.trim() !== "");
      return {
        name: name!.slice(2),
        text: lines.join("\n").trim(),
        wanted: wanted.filter((line) => line !== "!"),
        whole: wanted.includes("!"),
      };
    });
}

function depthOf(all: readonly Statement[], { within }: Statement): number {
  const outer = all.find(({ id }) => id === within);
  return outer ? 1 + depthOf(all, outer) : 0;
}

function lineOf(text: string, all: readonly Statement[], each: Statement): string {
  const said = (spans: readonly Span[]) =>
    spans.map(([from, to]) => text.slice(from, to)).join(" … ") || "-";
  const { source, cue, content, form, topic } = each;
  return [
    said(source.spans),
    said(cue.spans),
    said(content),
    form,
    cue.stance,
    depthOf(all, each),
    ...(topic ? ["topic"] : []),
  ].join(" | ");
}

for (const { name, text, wanted, whole } of casesIn(readFileSync(file, "utf8")))
  test(`statements: ${name}`, () => {
    const { statements } = reader.read({ text, published: "2024-05-15" });
    const made = statements.map((each) => lineOf(text, statements, each));
    assert.deepEqual(whole ? made : made.filter((line) => wanted.includes(line)), wanted);
  });
