import assert from "node:assert/strict";
import { test } from "node:test";
import { type Sheet, showSheet, showSheetPage } from "../src/index.ts";
import { widthOf } from "../src/text/width.ts";

const sheet: Sheet = {
  title: "Events against <gold>",
  facts: ["gold.jsonl", "2 sentences"],
  notes: ["Some events are not annotated."],
  tables: [
    {
      title: "Found",
      note: "In per cent.",
      columns: ["", "recall"],
      rows: [
        ["detection", "100.0"],
        ["type", "–"],
      ],
    },
    { title: "Empty", note: "", columns: ["a"], rows: [] },
  ],
  casesTitle: "The worst 1",
  casesNote: "Furthest from the gold first.",
  cases: [
    {
      id: "one",
      text: "Peru's <b>army</b> attacked\nrebels.",
      marks: [
        { span: [0, 18], kind: "gold" },
        { span: [7, 18], kind: "actor" },
        { span: [19, 27], kind: "trigger" },
      ],
      expected: ["ASSAULT: army → rebels"],
      found: [],
      why: "No frame knows\u001b[2J a word of it.",
    },
  ],
};

test("a sheet on a terminal: columns in line, triggers marked, nothing that steers", () => {
  assert.equal(
    showSheet(sheet, { width: 60 }),
    `Events against <gold>
gold.jsonl · 2 sentences

Some events are not annotated.

Found
In per cent.
           recall
detection   100.0
type            –

The worst 1
Furthest from the gold first.

1.  Peru's <b>army</b> ‹attacked› rebels.
    one
    expected  ASSAULT: army → rebels
    found     nothing
    No frame knows\ufffd[2J a word of it.
`,
  );
  for (const line of showSheet(sheet, { width: 40 }).split("\n"))
    assert.ok(widthOf(line) <= 40, line);
});

test("a sheet as a page: escaped, marked, without a script", () => {
  const page = showSheetPage(sheet);
  assert.match(page, /<title>Events against &lt;gold&gt;<\/title>/);
  assert.doesNotMatch(page, /<b>army|<script/);
  assert.match(
    page,
    /<span class="gold">Peru&#39;s <\/span><span class="actor gold">&lt;b&gt;army/,
  );
  assert.match(page, /<span class="trigger">attacked<\/span>/);
  assert.doesNotMatch(page, /Empty/);
  assert.match(page, /default-src 'none'/);
});
