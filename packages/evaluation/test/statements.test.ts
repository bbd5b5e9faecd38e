import assert from "node:assert/strict";
import { test } from "node:test";
import type { Span, Statement } from "@hearsay/reader";
import { type GoldReport, pairUp, scoreStatements } from "../src/statements.ts";

const text = "Ann said rain will come. Bob denied the charge.";
const at = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];

const made = (
  id: string,
  source: Span[],
  cue: Span,
  content: Span[],
  within?: string,
): Statement => ({
  id,
  source: { spans: source, kind: "named" },
  cue: { spans: [cue], lemma: "say", stance: "neutral" },
  content,
  form: "indirect",
  ...(within ? { within } : {}),
  why: { kind: "step", says: "made for a test", from: [] },
});

const gold: GoldReport = {
  id: "one",
  text,
  statements: [
    { source: [at("Ann")], cue: [at("said")], content: [at("rain will come")], form: "indirect" },
    { source: [at("Bob")], cue: [at("denied")], content: [at("the charge")], form: "indirect" },
  ],
};

const score = (report: GoldReport, statements: Statement[]) =>
  scoreStatements([report], [{ report: { text }, statements }]);

test("statements score: all exact", () => {
  const scores = score(gold, [
    made("s1", [at("Ann")], at("said"), [at("rain will come")]),
    made("s2", [at("Bob")], at("denied"), [at("the charge")]),
  ]);
  assert.equal(scores.exact.f1, 100);
  assert.equal(scores.tokens.content.f1, 100);
  assert.deepEqual(scores.by_form.indirect, { found: 100, overlap: 100, exact: 100, gold: 2 });
});

test("statements score: one missed, one with the wrong source", () => {
  const scores = score(gold, [made("s1", [at("Bob")], at("said"), [at("rain")])]);
  assert.deepEqual(scores.found, { p: 100, r: 50, f1: 66.7 });
  assert.equal(scores.overlap.r, 0);
  assert.equal(scores.exact.r, 0);
});

test("statements score: nested and skipped ones do not count", () => {
  const inner = made("s2", [at("Bob")], at("denied"), [at("the charge")], "s1");
  const outer = made("s1", [at("Ann")], at("said"), [at("rain will come")]);
  assert.equal(score(gold, [outer, inner]).counts.made, 1);
  const skipped = { ...gold, skip: [at("Bob denied the charge.")] };
  assert.equal(score(skipped, [outer]).found.f1, 100);
});

test("statements score: of two candidates the likelier is paired", () => {
  const wrong = made("s1", [at("Bob")], at("said"), [at("charge")]);
  const right = made("s2", [at("Ann")], at("said"), [at("rain will come")]);
  const [first] = pairUp(gold, [wrong, right]);
  assert.equal(first?.made?.id, "s2");
});
