import assert from "node:assert/strict";
import { test } from "node:test";
import { marksIn } from "../src/reading/marks.ts";

/** What stands between the marks, in order; an unclosed quotation ends with "…". */
function quoted(text: string): string[] {
  return marksIn(text, 0, text.length).map(
    ({ from, to, open, close }) => text.slice(from + open, to - close) + (close === 0 ? "…" : ""),
  );
}

const cases: readonly [name: string, text: string, wanted: readonly string[]][] = [
  ["straight", 'He said: "Go." She left.', ["Go."]],
  ["two pairs of straight marks", '"Yes," he said. "No."', ["Yes,", "No."]],
  ["curly", "“Go,” he said.", ["Go,"]],
  ["a straight mark closes a curly one", '“Go," he said.', ["Go,"]],
  ["guillemets", "«Go», he said.", ["Go"]],
  ["low and high", "„Go“, he said.", ["Go"]],
  ["British single marks", "‘Go,’ he said.", ["Go,"]],
  ["straight single marks", "He said 'never' twice.", ["never"]],
  ["doubled apostrophes", "''Go,'' he said.", ["Go,"]],
  ["nested", "\"He said 'go' to me,\" she said.", ["He said 'go' to me,", "go"]],
  ["nested curly", "“He said ‘go’ to me,” she said.", ["He said ‘go’ to me,", "go"]],
  ["an apostrophe is no mark", "It's the workers' right, isn't it?", []],
  ["decades and elisions", "In the '90s 'twas 'em who won.", []],
  [
    "a plural possessive inside single marks",
    "‘The workers’ demands are fair,’ he said.",
    ["The workers’ demands are fair,"],
  ],
  ["unclosed", '"We go on.', ["We go on.…"]],
  [
    "behind a bracket and a dash",
    'He ("the chief") left—"gone," they say.',
    ["the chief", "gone,"],
  ],
];

for (const [name, text, wanted] of cases)
  test(`marks: ${name}`, () => assert.deepEqual(quoted(text), wanted));

test("marks: any string gives spans inside it", () => {
  for (const text of ["", '"', "''", "“”", "\"'\"'", "‘’‘’“”", '""""', "a'b''c\"d“e"])
    for (const { from, to } of marksIn(text, 0, text.length))
      assert.ok(from >= 0 && from <= to && to <= text.length);
});
