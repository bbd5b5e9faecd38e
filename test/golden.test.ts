/**
 * The Readings of the examples, kept in examples/golden/, and the one that the README shows. What
 * differs fails, and so does a golden that is missing; `UPDATE=1` writes what is read now, to be
 * looked at before it is committed.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openReader, type Reading } from "@hearsay/reader";
import { readBlock, writeBlock } from "../tools/readme.ts";
import { examples } from "./examples.ts";

const folder = new URL("../examples/golden/", import.meta.url);
const reader = await openReader();
const update = process.env.UPDATE === "1";

/**
 * What is found, without why: reasons name rows by line and models' margins, which change with every
 * row added above and every training.
 */
function lasting(reading: Reading): unknown {
  const { reader: _, ...rest } = reading;
  return JSON.parse(JSON.stringify(rest), (key, value) => (key === "why" ? undefined : value));
}

/** One line for each item, so that a difference shows which items changed. */
const print = (reading: unknown): string =>
  `{\n${Object.entries(reading as object)
    .map(([key, value]) =>
      Array.isArray(value)
        ? `${JSON.stringify(key)}: [\n${value.map((each) => JSON.stringify(each)).join(",\n")}\n]`
        : `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    )
    .join(",\n")}\n}\n`;

/** Fails with the lines that differ, and nothing else: a whole Reading is too long to look at. */
function compare(path: string, found: string, kept: string): void {
  const [now, before] = [found.split("\n"), kept.split("\n")];
  const shown = (sign: string, lines: readonly string[], others: readonly string[]): string[] =>
    lines.filter((line) => !others.includes(line)).map((line) => `${sign} ${line.slice(0, 200)}`);
  const changed = [...shown("-", before, now), ...shown("+", now, before)].slice(0, 30).join("\n");
  const hint = "if that is meant, write it with: UPDATE=1 ./check golden";
  assert.ok(found === kept, `${path} differs; ${hint}\n${changed}\n`);
}

for (const { name, input } of examples)
  test(`${name} is read as before`, () => {
    const found = print(lasting(reader.read(input)));
    const file = new URL(`${name}.json`, folder);
    const path = `examples/golden/${name}.json`;
    if (update) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, found);
    }
    assert.ok(existsSync(file), `${path} is missing; write it with: UPDATE=1 ./check golden`);
    compare(path, found, readFileSync(file, "utf8"));
  });

/** The first events, and the first statements; the README is no place for all of them. */
function excerpt(printed: string): string {
  const items = (from: string, to: string, most: number): string => {
    const part = printed.slice(printed.indexOf(from), printed.indexOf(to));
    return [
      ...part
        .trimEnd()
        .split("\n\n")
        .slice(0, most + 1),
      "…",
    ].join("\n\n");
  };
  const title = printed.slice(0, printed.indexOf("WHAT HAPPENED"));
  const events = items("WHAT HAPPENED", "ON WHOSE SAY-SO", 4);
  const statements = items("ON WHOSE SAY-SO", "IN WHOSE WORDS", 4);
  const wording = items("IN WHOSE WORDS", "FIGURES", 2);
  return `${title}${events}\n\n${statements}\n\n${wording}`;
}

test("README.md shows what ./hearsay prints", () => {
  const root = join(import.meta.dirname, "..");
  const printed = execFileSync(
    process.execPath,
    ["--conditions=hearsay-source", "packages/cli/src/main.ts", "read", "examples/phone-call.json"],
    { cwd: root, encoding: "utf8", env: { ...process.env, COLUMNS: "80", NO_COLOR: "1" } },
  );
  const found = `\n\`\`\`\n${excerpt(printed)}\n\`\`\`\n\n`;
  if (update) writeBlock("reading", found);
  compare("README.md", found, readBlock("reading"));
});
