import assert from "node:assert/strict";
import { test } from "node:test";
import { openReader } from "../src/index.ts";
import { checkCues, readCues } from "../src/knowledge/cues.ts";
import type { Problem } from "../src/knowledge/table.ts";

const header = "cue\tpos\tstance\ttakes\texample\texpect\n";

function problemsOf(rows: string): string[] {
  const problems: Problem[] = [];
  readCues([{ path: "cues/verbs.tsv", text: header + rows }], problems);
  return problems.map(({ line, message }) => `${line}: ${message.split(";")[0]}`);
}

test("cues: a good row gives no problem", () => {
  assert.deepEqual(
    problemsOf("say\tverb\tneutral\tclause\tHe said so.\tsource He; content so"),
    [],
  );
});

test("cues: what is wrong is said with its line", () => {
  assert.match(
    problemsOf("say\tvreb\tneutral\tclause\tx\tsource x; content y")[0]!,
    /^2: "vreb" is no kind/,
  );
  assert.match(
    problemsOf("say\tverb\tangry\tclause\tx\tsource x; content y")[0]!,
    /^2: "angry" is no stance/,
  );
  assert.match(problemsOf("say\tverb\tneutral\tclause\tHe said so.\t")[0]!, /needs an example/);
  const row = "say\tverb\tneutral\tclause\tHe said so.\tsource He; content so\n";
  assert.match(problemsOf(row + row)[0]!, /^3: "say" \(verb\) is already at cues\/verbs.tsv:2/);
});

test("cues: particles are found from their verb, longest first", () => {
  const text = `${header}point out\tverb\tneutral\tclause\tx\tsource x; content y`;
  const cues = readCues([{ path: "cues/verbs.tsv", text }], []);
  assert.deepEqual(
    cues.longer("point").map(({ cue }) => cue),
    ["point out"],
  );
});

test("cues: every example of every row gives what its row expects", async () => {
  const reader = await openReader();
  const read = (text: string) => reader.read({ text, published: "2024-05-15" });
  const failed = checkCues(reader.knowledge.cues, read);
  assert.deepEqual(
    failed.map(({ file, line, message }) => `${file}:${line}: ${message}`),
    [],
  );
});
