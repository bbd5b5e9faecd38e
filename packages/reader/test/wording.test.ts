import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openReader, type Reading, type Refusal } from "../src/index.ts";
import { checkWording, readWording } from "../src/knowledge/wording.ts";

const reader = await openReader();
const read = (text: string): Reading => reader.read({ text, published: "2024-05-15" });

/** "judging word: aggression (outlet)", with "~" for paraphrase. */
function told({ wording, statements, report }: Reading): string[] {
  return wording.map(({ kind, span, voice, paraphrased }) => {
    const source = statements.find((each) => each.id === voice)?.source.spans[0];
    const who = voice === "outlet" ? "outlet" : source ? report.text.slice(...source) : "nobody";
    return `${kind}: ${report.text.slice(...span)} (${who}${paraphrased ? "~" : ""})`;
  });
}

test("every row of the wording tables marks what its example says", () => {
  const problems = checkWording(reader.knowledge.wording, read);
  assert.deepEqual(
    problems.map(({ file, line, message }) => `${file}:${line}: ${message}`),
    [],
  );
});

/** Blocks of "# name", the text, "==>", and a line for each item. */
async function cases(path: URL): Promise<{ name: string; text: string; expected: string[] }[]> {
  const content = await readFile(path, "utf8");
  return content
    .split(/^# /m)
    .slice(1)
    .map((block) => {
      const [name = "", ...lines] = block.trim().split("\n");
      const arrow = lines.indexOf("==>");
      assert.notEqual(arrow, -1, `test/cases/wording.txt: "${name}" has no line "==>"; add one`);
      const expected = lines.slice(arrow + 1).filter((line) => line !== "");
      return { name, text: lines.slice(0, arrow).join("\n").trim(), expected };
    });
}

for (const { name, text, expected } of await cases(
  new URL("../../../test/cases/wording.txt", import.meta.url),
))
  test(name, () => assert.deepEqual(told(read(text)), expected));

test("a word whose condition fails is told to whoever asks why not", () => {
  const refused: Refusal[] = [];
  const text = "The security council has tightened the sanctions regime against the country.";
  reader.read({ text }, { refused: (each) => refused.push(each) });
  const found = refused.find((each) => each.stage === "wording");
  assert.equal(found && text.slice(...found.span), "regime");
  assert.match(JSON.stringify(found?.because), /judging\.tsv/);
});

test("what is wrong in a row is named with its line, and the row left out", () => {
  const text = [
    "form\tpos\tjudgement\tneutral\twhen\texample\tnot",
    "grim\tADJ\talarm\t\tmodifys news\tIt is [grim] news.\t",
    "grim\tADJ\talarm\t\tmodifies @nothing\tIt is [grim] news.\t",
    "grim\tADJECTIVE\talarm\t\t\tIt is grim news.\t",
  ].join("\n");
  const problems: { file: string; line: number; message: string }[] = [];
  const { rows } = readWording([{ path: "wording/judging.tsv", text }], problems);
  assert.equal(rows.length, 0);
  assert.deepEqual([...new Set(problems.map(({ line }) => line))], [2, 3, 4]);
  assert.match(problems[0]!.message, /"modifys news" is no condition/);
});

test("the plainer word takes the form of the word it stands for", () => {
  const neutral = (text: string) => read(text).wording.map((each) => each.neutral);
  assert.deepEqual(neutral("The union slammed the decision."), ["criticised"]);
  assert.deepEqual(neutral("The ministry has admitted that the pilot had erred."), ["said"]);
  assert.deepEqual(neutral("Armed thugs broke up the rally."), ["attackers"]);
});
