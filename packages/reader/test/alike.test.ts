/** What a state is called by makes no difference to how a sentence is read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openReader } from "../src/index.ts";

const reader = await openReader();

/** "PROPN/nsubj", for each word. */
function read(text: string): string[] {
  const { tokens, tags, tree } = reader.parse(text);
  return tokens.form.map(
    (_, i) => `${tags.uposNames[tags.upos[i]!]}/${tree.labelNames[tree.label[i]!]}`,
  );
}

const sentences: readonly string[] = [
  "The X wants a deal with its neighbours.",
  "Talks between the X and the rebels failed on Monday.",
  "The army of the X said X troops had left the village.",
];

for (const sentence of sentences)
  test(`a name that stands before nouns too is a noun: ${sentence}`, () => {
    const wanted = read(sentence.replaceAll("X", "Yemen"));
    assert.ok(wanted.some((each) => each.startsWith("PROPN/")));
    // Set in capitals throughout, "US" and "UK" are words of other looks; their tags are the same.
    const tagsOf = (words: readonly string[]): string[] => words.map((each) => each.split("/")[0]!);
    for (const name of ["US", "UK", "Myanmar", "Liechtenstein"])
      assert.deepEqual(tagsOf(read(sentence.replaceAll("X", name))), tagsOf(wanted), name);
    assert.deepEqual(read(sentence.replaceAll("X", "US")), read(sentence.replaceAll("X", "UK")));
  });
