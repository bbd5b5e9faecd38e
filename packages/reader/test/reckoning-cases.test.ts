import assert from "node:assert/strict";
import { test } from "node:test";
import { type Figure, openReader, type Span } from "../src/index.ts";
import type { DateMention } from "../src/reading/layers.ts";
import { casesOf } from "./cases.ts";

const reader = await openReader();

/** "published DATE" may stand before the text. */
function inputOf(text: string): { text: string; published?: string } {
  const published = /^published (\S+)\n/.exec(text);
  if (!published) return { text };
  return { text: text.slice(published[0].length), published: published[1]! };
}

const said = (text: string, [from, to]: Span): string => text.slice(from, to);

function dateLine(text: string, { when }: DateMention): string {
  const days = when.from === when.to ? when.from : `${when.from} .. ${when.to}`;
  return `${said(text, when.span!)} | ${days} | ${when.basis}`;
}

function figureLine(text: string, { span, least, most, unit }: Figure): string {
  const range = least === most ? `${least}` : `${least ?? ""} .. ${most ?? ""}`.trim();
  return `${said(text, span)} | ${range} | ${unit}`;
}

const wanted = (expected: readonly string[]): string[] => expected.filter((line) => line !== "!");

for (const { name, text: block, expected } of casesOf("dates.txt"))
  test(`dates: ${name}`, () => {
    const input = inputOf(block);
    const { dates } = reader.layers(input);
    assert.deepEqual(
      dates.map((each) => dateLine(input.text, each)),
      wanted(expected),
    );
  });

for (const { name, text: block, expected } of casesOf("figures.txt"))
  test(`figures: ${name}`, () => {
    const input = inputOf(block);
    const { figures } = reader.layers(input);
    assert.deepEqual(
      figures.map((each) => figureLine(input.text, each)),
      wanted(expected),
    );
  });
