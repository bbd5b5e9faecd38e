import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSentences } from "../src/text/sentences.ts";

/** "|" marks where sentences are to be parted. */
const cases = `
The talks ended late. | Both sides left the city.
Dr. Amina Bello met Gen. J. K. Otieno in Lagos. | They spoke for an hour.
The U.S. Embassy in Quito was closed. | It will open on Monday.
He flew to the U.S. | The visit lasts two days.
She works for Acme Inc. and lives in St. Louis.
"We will not leave," he said. | "We have no other home."
"Who ordered this?" he asked. | Nobody answered.
"Never!" Maria Lopez said. | The hall fell silent.
He left at 5 p.m. on Sept. 3. | She stayed.
The bill passed 52 to 48... | Few had expected it.
KYIV, Aug. 5 (Example News) - Trains stopped on Monday. | Roads were open.
The strike killed No. 2 in the group. | It was his fifth year.
“The road is open.” | Traffic moved again.
Prices rose 3.5 percent. | Wages did not.
John F. Kennedy Airport was shut. | Flights resumed at noon.
They came from Washington, D.C. and from Paris.
1. The first point is peace.
The army said so.The rebels denied it.
Did it rain? | Yes! | It poured.
What did Mr. Ito say? | “No.”
`
  .trim()
  .split("\n");

for (const line of cases) {
  if (line.includes("so.The")) continue;
  test(line, () => {
    const wanted = line.split(" | ");
    const text = wanted.join(" ");
    assert.deepEqual(
      splitSentences(text, 0, text.length).map(([from, to]) => text.slice(from, to)),
      wanted,
    );
  });
}

test("a missing space after the stop", () => {
  const text = "The army said so.The rebels denied it.";
  assert.deepEqual(splitSentences(text, 0, text.length), [
    [0, 17],
    [17, 38],
  ]);
});

test("only the part asked for, and nothing for empty space", () => {
  assert.deepEqual(splitSentences("One. Two. Three.", 5, 9), [[5, 9]]);
  assert.deepEqual(splitSentences("  \n ", 0, 4), []);
});
