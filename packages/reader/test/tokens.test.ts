import assert from "node:assert/strict";
import { test } from "node:test";
import { layersFromTokens } from "../src/reading/tokens.ts";
import { splitWords } from "../src/text/tokens.ts";
import { casesOf } from "./cases.ts";

const wordsOf = (text: string): string[] =>
  splitWords(text, 0, text.length).map(([from, to]) => text.slice(from, to));

/** Text, then its words as the treebanks part them. */
const cases: [string, string][] = [
  ["Iran's envoy didn't sign.", "Iran 's envoy did n't sign ."],
  ["They can’t; we’ll see", "They ca n’t ; we ’ll see"],
  ["We cannot wait.", "We can not wait ."],
  ["the students' union", "the students ' union"],
  ["a 15-year-old well-known plan", "a 15 - year - old well - known plan"],
  ["non-violent re-election e-mail", "non-violent re-election e-mail"],
  ["$5bn, €3.2m and 1,200 men", "$ 5 bn , € 3.2 m and 1,200 men"],
  ["US$20 or 7%", "US$ 20 or 7 %"],
  ["at 7:30pm on 9/11", "at 7:30 pm on 9/11"],
  ["in the 1990s, the 21st", "in the 1990s , the 21st"],
  ["The U.S. and the U.N.", "The U.S. and the U.N."],
  ["Gen. J. Otieno of Acme Inc. left.", "Gen. J. Otieno of Acme Inc. left ."],
  ["He said no.", "He said no ."],
  ["No. 5 is out", "No. 5 is out"],
  ['"Never," (he) said...', '" Never , " ( he ) said ...'],
  ["see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."],
  ["mail press@example.org now", "mail press@example.org now"],
  ["talks—tense ones – failed", "talks — tense ones – failed"],
  ["O'Brien and Sha'lan", "O'Brien and Sha'lan"],
  ["AT&T and/or others", "AT&T and / or others"],
  ["What?! Really!!", "What ?! Really !!"],
  ["Zürich, Łódź, São Paulo", "Zürich , Łódź , São Paulo"],
];

for (const [text, wanted] of cases)
  test(text, () => {
    assert.equal(wordsOf(text).join(" "), wanted);
  });

/** Signs nobody sees are written `\\u{200b}` in the cases. */
const unescaped = (text: string): string =>
  text.replace(/\\u\{([0-9a-f]+)\}/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));

for (const { name, text, expected } of casesOf("tokens.txt"))
  test(name, () => {
    assert.equal(wordsOf(unescaped(text)).join(" "), unescaped(expected[0]!));
  });

test("a text of one long piece takes no more than linear time", () => {
  for (const piece of ["a-", "a.", "1,", "aa.", "x@", "x.Yz", "'a", "—", "_"]) {
    const text = piece.repeat(50_000);
    assert.ok(splitWords(text, 0, text.length).length > 0, piece);
  }
});

test("words cover all but space, in order", () => {
  const text = "“Odd”—text… with\tmany 'marks' & 😀 signs; e.g., U.S.-led!";
  let last = 0;
  for (const [from, to] of splitWords(text, 0, text.length)) {
    assert.match(text.slice(last, from), /^\s*$/);
    assert.ok(to > from);
    last = to;
  }
  assert.equal(last, text.length);
});

test("given tokens make layers whose spans hold their forms", () => {
  const { text, sentences, tokens } = layersFromTokens([
    ["Rain", "fell", "."],
    ["Snow", "too"],
  ]);
  assert.equal(sentences.count, 2);
  assert.deepEqual([...tokens.first], [0, 3, 5]);
  tokens.form.forEach((form, i) => {
    assert.equal(text.slice(tokens.from[i], tokens.to[i]), form);
  });
});
