/** The documents say what the code does: generated ones are fresh, links lead somewhere. */
import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openReader } from "@hearsay/reader";
import { readingSchema, written } from "../tools/reading-format.ts";
import { examples } from "./examples.ts";
import { violations } from "./schema.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

for (const [path, text] of Object.entries(written()))
  test(`${path} says what the types say`, () => {
    const message = `${path}:1: is not what the types give; run: node tools/reading-format.ts`;
    assert.equal(readFileSync(join(root, path), "utf8"), text, message);
  });

test("the Reading of every example is as the schema says", async () => {
  const reader = await openReader();
  const schema = readingSchema();
  for (const { name, input } of examples) {
    const reading = JSON.parse(JSON.stringify(reader.read(input)));
    const found = violations(reading, schema, schema).map((each) => `${name}: ${each}`);
    assert.deepEqual(found, []);
  }
});

/** What GitHub makes of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*_]/g, "")
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const anchorsOf = (path: string): string[] =>
  [...readFileSync(path, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    anchor(heading),
  );

test("every link in the documents leads to a file or a heading that is there", () => {
  const wrong: string[] = [];
  for (const page of globSync(["*.md", "docs/**/*.md", "examples/*.md"], { cwd: root }).sort()) {
    const lines = readFileSync(join(root, page), "utf8").split("\n");
    for (const [index, line] of lines.entries())
      for (const [, link = ""] of line.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^\w+:/.test(link)) continue;
        const [file = "", heading] = link.split("#");
        const path = file === "" ? join(root, page) : join(root, dirname(page), file);
        if (!existsSync(path)) wrong.push(`${page}:${index + 1}: there is no ${file}`);
        else if (heading && path.endsWith(".md") && !anchorsOf(path).includes(heading))
          wrong.push(`${page}:${index + 1}: ${file || page} has no heading "${heading}"`);
      }
  }
  assert.ok(wrong.length === 0, `\n${wrong.join("\n")}\n`);
});

test("docs/knowledge.md lists every table of the knowledge with its columns", () => {
  const page = readFileSync(join(root, "docs/knowledge.md"), "utf8");
  const knowledge = join(root, "packages/reader/knowledge");
  const wrong = globSync("**/*.tsv", { cwd: knowledge })
    .sort()
    .flatMap((path) => {
      const lines = readFileSync(join(knowledge, path), "utf8").split("\n");
      const header = lines.find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
      const columns = header.split("\t").join(", ");
      const name = path.split("/").at(-1)!;
      const row = page
        .split("\n")
        .some((line) => line.includes(`${name}\``) && line.endsWith(`| ${columns} |`));
      return row
        ? []
        : [`docs/knowledge.md:1: no row of a table says: … ${path}\` | … | ${columns} |`];
    });
  assert.ok(wrong.length === 0, `\n${wrong.join("\n")}\n`);
});
