import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sentences, Tags, Tokens } from "../src/reading/layers.ts";
import { withVerbs } from "../src/reading/verbs.ts";

const xposNames = "NNS VBN VBD VBZ VBP IN NNP . JJ NN TO VB MD DT CD".split(" ");
const verbs = new Set(["arrest", "deport"]);

/** The tags of one sentence, written as word/TAG, after the repair. */
function repaired(tagged: string): string {
  const words = tagged.split(" ").map((each) => each.split("/"));
  const count = words.length;
  const tokens = {
    count,
    form: words.map(([form]) => form!),
    first: Int32Array.from([0, count]),
  } as unknown as Tokens;
  const tags: Tags = {
    upos: new Uint8Array(count),
    xpos: Uint8Array.from(words.map(([, tag]) => xposNames.indexOf(tag!))),
    uposNames: ["X", "VERB"],
    xposNames,
    margin: new Float32Array(count),
  };
  const { xpos } = withVerbs(tokens, { count: 1 } as Sentences, tags, verbs);
  return [...xpos].map((tag) => xposNames[tag]).join(" ");
}

const cases: readonly [name: string, before: string, after: string][] = [
  ["a participle becomes the past", "Soldiers/NNS evicted/JJ villagers/NNS ./.", "NNS VBD NNS ."],
  ["one verb is enough", "Men/NNS held/VBN there/NN left/VBD ./.", "NNS VBN NN VBD ."],
  [
    "an infinitive is no finite verb",
    "Chad/NNP asked/VBN Mali/NNP to/TO help/VB ./.",
    "NNP VBD NNP TO VB .",
  ],
  [
    "a headline's noun becomes the present",
    "Police/NNS arrest/NN 12/CD in/IN Lima/NNP",
    "NNS VBP CD IN NNP",
  ],
  ["third person", "Kenya/NNP deports/NNS envoys/NNS", "NNP VBZ NNS"],
  ["a noun phrase stays one", "Police/NNS arrest/NN in/IN Lima/NNP", "NNS NN IN NNP"],
  ["an infinitive is no noun", "Mali/NNP agreed/VBD to/TO arrest/NN men/NNS", "NNP VBD TO VB NNS"],
  ["unknown nouns stay nouns", "Police/NNS dogs/NNS 12/CD", "NNS NNS CD"],
];

for (const [name, before, after] of cases)
  test(`finite verbs: ${name}`, () => assert.equal(repaired(before), after));
