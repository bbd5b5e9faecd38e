import assert from "node:assert/strict";
import { test } from "node:test";
import type { ReportInput } from "../src/reading/layers.ts";
import { paragraphs } from "../src/stages/paragraphs.ts";
import { blocks } from "../src/text/blocks.ts";
import { furniture, furnitureKind } from "../src/text/furniture.ts";

const kindsOf = (input: ReportInput) =>
  paragraphs()
    .run({ input }, () => {})
    .paragraphs.map(({ kind, span }) => [kind, input.text.slice(...span)]);

/** Each line is "kind: its text"; the text is read without the kinds and must get them back. */
function expectKinds(marked: string, more: Partial<ReportInput> = {}) {
  const lines = marked
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/ \| (.*)/s, 2) as [string, string]);
  const text = lines.map(([, words]) => words).join("\n");
  assert.deepEqual(kindsOf({ ...more, text }), lines);
}

test("title, standfirst, rule, caption, body, link", () => {
  expectKinds(`
    title | Ruritania and Freedonia sign a border treaty
    standfirst | The agreement ends nine years of quarrels over two valleys.
    other | -
    caption | In this photo released by the Ruritanian presidency the two leaders shake hands. (AP)
    body | The presidents of Ruritania and Freedonia signed a treaty on Monday.
    link | Read more: Who owns the valleys?
    body | The treaty comes into force in March.
  `);
});

test("a standfirst without a stop, and a caption that ends in its credit", () => {
  expectKinds(`
    title | Ruritania and Freedonia sign a border treaty
    standfirst | Opposition calls the deal a surrender; unions plan a march
    body | The presidents of Ruritania and Freedonia signed a treaty on Monday.
    caption | Ships wait in the harbour of Strelsau on Friday. Photo: Jane Doe
    caption | The old town at night (Courtesy of the harbour master)
    body | The treaty comes into force in March. The source: a letter from the king.
  `);
});

test("what stands around a story", () => {
  expectKinds(`
    other | https://example.org/news/12
    title | Minister resigns after bank inquiry
    byline | By Jane Doe and Juan de la Cruz
    other | Published: 14 June 2025
    other | Advertisement
    body | STRELSAU (Agency) - The finance minister resigned on Friday.
    caption | File photo: the ministry of finance in Strelsau.
    caption | The minister is seen in this undated photo at his desk.
    link | Also read | Five questions about the bank
    link | Follow us on all channels
    body | "I have nothing to add," she said.
    byline | Reporting by Jane Doe; editing by John Roe
    other | © 2025 The Courier
    other | 12 comments
  `);
});

test("sentences of the story are not taken for furniture", () => {
  expectKinds(`
    title | A day in court
    body | By Monday the court had heard forty witnesses.
    body | Read the verdict aloud, the judge told the clerk.
    body | The video, he said, was seen by the police on Tuesday.
    body | Follow the money, the prosecutor told the court.
    body | In this village nobody reads the paper.
    body | The photo was published by The Courier in May.
    body | Image is everything, the lawyer said.
  `);
});

test("an agency behind the last paragraph is no credit of a photo", () => {
  expectKinds(`
    title | Minister resigns after bank inquiry
    caption | The minister leaves his office on Friday. (AP)
    body | The finance minister resigned on Friday.
    body | "I have nothing to add," he told the press. (AP)
    link | Read more: Five questions about the bank
  `);
});

test("names and roles in the head of a page are its authors", () => {
  expectKinds(`
    title | Minister resigns after bank inquiry
    other | 2 hours ago
    byline | Jane Doe
    byline | Europe correspondent
    caption | Getty Images
    body | The finance minister resigned on Friday.
    body | Rudolf Elphberg
    body | He was in office for nine years.
  `);
});

test("every sign has examples, and is what they are taken for", () => {
  for (const { kind, sign, examples } of furniture) {
    assert.ok(examples.length > 0, String(sign));
    for (const example of examples) {
      assert.match(example, sign);
      assert.equal(furnitureKind(example), kind, example);
    }
  }
});

test("sentences that a sign might be taken for", () => {
  for (const sentence of [
    "Watch the border, the general told his officers.",
    "Get the prisoners out, he said.",
    "The opinion of the court was read on Friday.",
    "Opinion polls gave the party 30 per cent.",
    "This picture of the country is not the one that the ministry gives.",
    "Editors of three papers were arrested on Monday.",
    "By Friday, June 13, the talks had failed and both sides went home.",
    "Reporting restrictions were lifted on Monday.",
    "Published in May, the report blamed both sides.",
    "This report was published by the ministry in May.",
    "The story has been told by both sides.",
    "Like the president, she was born in Strelsau.",
    "This report was drawn up by the ministry in May.",
    "“Join us,” the leader of the party told the crowd.",
    "Companies left the country after the war began.",
    "12 people were killed and 40 wounded, police said.",
  ])
    assert.equal(furnitureKind(sentence), undefined, sentence);
});

test("a first line with a final stop or a dateline is not a title", () => {
  expectKinds(`
    body | AMMAN — The two companies signed an agreement on Wednesday
    body | The plant opens in May.
  `);
  expectKinds(`
    body | The two companies signed an agreement on Wednesday.
    body | The plant opens in May.
  `);
});

test("the given title is found in the text, with or without the outlet behind it", () => {
  const text = "The talks have ended.\nThe talks between the two ended on Friday.";
  assert.deepEqual(kindsOf({ text, title: "The talks have ended | The Courier" })[0], [
    "title",
    "The talks have ended.",
  ]);
});

test("hints win over the words, and the text between them is split as usual", () => {
  const text = "Headline here\nA view of the harbour at dawn\nShips left on Sunday.";
  const from = text.indexOf("A view");
  const input = { text, paragraphs: [{ span: [from, from + 29], kind: "caption" }] } as const;
  assert.deepEqual(
    kindsOf(input).map(([kind]) => kind),
    ["title", "caption", "body"],
  );
});

test("hard-wrapped lines are one paragraph up to a blank or a short line", () => {
  const text = [
    "The presidents of the two countries met on Monday in the capital for",
    "the first time since the war, and signed an agreement on the sharing of",
    "the river that both of them depend on for water and for electricity.",
    "",
    "A second agreement, on the release of prisoners, was put off until the",
    "summer because the lists of names had not been exchanged in time, the",
    "spokesman said.",
    "No date was given for a further meeting of the two, who did not speak",
    "to the press afterwards and left the city by separate roads at night.",
  ].join("\n");
  assert.deepEqual(
    blocks(text).map(([from, to]) => text.slice(from, to).split("\n").length),
    [3, 3, 2],
  );
  const address = `https://example.org/${"a-long-name-".repeat(12)}\n\n${text}`;
  assert.equal(blocks(address).length, 4);
});

test("every line break is one, and spans leave white space out", () => {
  const text = " one\r\ntwo\r\rthree \u2028 four\n";
  assert.deepEqual(
    blocks(text).map(([from, to]) => text.slice(from, to)),
    ["one", "two", "three", "four"],
  );
  assert.deepEqual(blocks("  \n "), []);
});
