import assert from "node:assert/strict";
import { test } from "node:test";
import { readConllu } from "@hearsay/evaluation/conllu";
import type { AnalysedWord } from "@hearsay/evaluation/language";
import {
  countsBy,
  distanceOf,
  genreOf,
  judgedWords,
  lengthOf,
  relationErrors,
  tagConfusions,
  wrongLines,
} from "../src/error-counts.ts";

const table = `# newdoc id = GUM_news_harbour
# sent_id = GUM_news_harbour-1
1	Pilots	pilot	NOUN	NNS	_	2	nsubj	_	_
2	saw	see	VERB	VBD	_	0	root	_	_
3	ships	ship	NOUN	NNS	_	2	obj	_	_
4	in	in	ADP	IN	_	6	case	_	_
5	the	the	DET	DT	_	6	det	_	_
6	harbour	harbour	NOUN	NN	_	3	nmod:unmarked	_	_
`;
const [gold] = readConllu(table);

/** As in the table, but for some words. */
const found = (changes: Record<number, Partial<AnalysedWord>>): AnalysedWord[] =>
  gold!.words.map((word, k) => ({ ...word, from: 0, to: 0, ...changes[k] }));

const judged = {
  gold: gold!,
  found: found({ 0: { upos: "PROPN" }, 2: { relation: "iobj" }, 5: { head: 1, relation: "obl" } }),
};
const words = judgedWords([judged]);

test("words are counted by traits of theirs", () => {
  assert.equal(genreOf(gold!), "news");
  assert.equal(genreOf({ document: "weblog-somebody.com_2004" }), "weblog");
  const all = { words: 6, upos: 5, head: 5, both: 4 };
  assert.deepEqual([...countsBy(words, lengthOf)], [["1-10", all]]);
  assert.deepEqual([...countsBy(words, distanceOf).keys()], ["1", "root", "2", "3-6"]);
  assert.deepEqual(countsBy(words, distanceOf).get("3-6"), {
    words: 1,
    upos: 1,
    head: 0,
    both: 0,
  });
});

test("sentences of 40 words and of 41 are told apart", () => {
  const sized = (size: number): string =>
    lengthOf({ ...words[0]!, sentence: { ...judged, gold: { ...gold!, words: Array(size) } } });
  assert.deepEqual([10, 11, 40, 41].map(sized), ["1-10", "11-20", "31-40", "41+"]);
});

test("relations count without subtypes; what was found instead is told", () => {
  assert.deepEqual(relationErrors(words), [
    { relation: "nmod", words: 1, right: 0, headOnly: 0, instead: [["obl", 1]] },
    { relation: "obj", words: 1, right: 0, headOnly: 0, instead: [["iobj", 1]] },
  ]);
  const moved = { gold: gold!, found: found({ 5: { head: 1, relation: "nmod" } }) };
  assert.deepEqual(relationErrors(judgedWords([moved])), [
    { relation: "nmod", words: 1, right: 0, headOnly: 1, instead: [] },
  ]);
});

test("wrong tags and wrong words are listed", () => {
  assert.deepEqual(tagConfusions(words), [["PROPN for NOUN", 1]]);
  assert.deepEqual(wrongLines(judged), [
    "3 ships (NOUN): 2 saw/obj, found 2 saw/iobj",
    "6 harbour (NOUN): 3 ships/nmod, found 2 saw/obl",
  ]);
  assert.deepEqual(wrongLines({ gold: gold!, found: found({}) }), []);
});
