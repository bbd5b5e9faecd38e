/** `--dictionaries` and `hearsay check FOLDER`: own dictionaries on the command line. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { file, hearsay } from "./run.ts";

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "hearsay-words-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const report = file("zing.txt", "Kenya zinged Chad on Monday.");
const zing = (code: string): string =>
  `zing (verb) → ${code}\n  actor subject\n  recipient object\n`;

async function events(...args: string[]): Promise<string[]> {
  const { out } = await hearsay(["read", report, "--format", "json", ...args]);
  return JSON.parse(out).events.map(({ type }: { type: string }) => type);
}

test("a frame of an own folder is used, and of two folders the first is asked first", async () => {
  const one = folder({ "frames/mine.txt": zing("SUPPORT, CAMEO 051") });
  const other = folder({ "mine.txt": zing("ACCUSE, CAMEO 111") });
  assert.deepEqual(await events(), []);
  assert.deepEqual(await events("--dictionaries", one), ["SUPPORT"]);
  assert.deepEqual(await events("--dictionaries", other, "--dictionaries", one), ["ACCUSE"]);
});

test("a reason points at the user's own line", async () => {
  const mine = folder({ "frames/mine.txt": zing("SUPPORT, CAMEO 051") });
  const { out } = await hearsay(["explain", report, "ev1", "--dictionaries", mine]);
  assert.ok(out.includes(`${mine}/frames/mine.txt:1`), out);
});

test("bad rows are told once, shortly, and the run goes on", async () => {
  const bad = Array.from({ length: 14 }, (_, k) => `Body ${k}\t\tXYZ\tSOC`).join("\n");
  const mine = folder({
    "actors/groups.tsv": `name\tnames\tcountry\tsectors\n${bad}\n`,
    "frames/mine.txt": zing("SUPPORT, CAMEO 051"),
  });
  const { code, err, out } = await hearsay(["read", report, "--dictionaries", mine]);
  assert.equal(code, 0);
  assert.match(out, /SUPPORT/);
  assert.equal(err.match(/groups\.tsv:\d+: /g)?.length, 10);
  assert.match(err, /and 4 more; "hearsay check/);
});

test("check counts what was taken of PETRARCH files and lists what was not", async () => {
  const mine = folder({
    "words.txt": "--- ZING [111] ---\nZING\n- * TAX [112]\n- * &GONE [112]\n",
  });
  const { code, out, err } = await hearsay(["check", mine]);
  assert.equal(code, 1);
  assert.match(err, /words\.txt: 1 verbs and 1 patterns taken, 1 left out/);
  assert.match(out, /words\.txt:4: pattern .* needs the words of &GONE/);
  const clean = await hearsay(["check", folder({ "words.txt": "--- ZING [111] ---\nZING\n" })]);
  assert.equal(clean.code, 0);
});

test("a folder that is not there is told at once", async () => {
  const { code, err } = await hearsay(["read", report, "--dictionaries", "/no/such/folder"]);
  assert.equal(code, 2);
  assert.match(err, /\/no\/such\/folder cannot be read \(ENOENT\)/);
});
