import assert from "node:assert/strict";
import { test } from "node:test";
import { rawText, readConllu } from "../src/conllu.ts";
import { type Analysis, scoreLanguage, scoreText, scoreWords } from "../src/language.ts";

const gold = `# newdoc id = d
# newpar id = p1
# sent_id = 1
# text = Rebels didn't leave.
1\tRebels\trebel\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newpar id = p2
# sent_id = 2
# text = Rain fell
1\tRain\train\tNOUN\tNN\t_\t2\tnsubj\t_\t_
1.1\tsomething\t_\t_\t_\t_\t_\t_\t_\t_
2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_
`;

const word = (from: number, to: number, upos: string, head: number, relation: string) => ({
  from,
  to,
  upos,
  xpos: "X",
  lemma: "x",
  head,
  relation,
});

const analysis: Analysis = {
  sentences: [
    [
      word(0, 6, "NOUN", 3, "nsubj:pass"),
      word(7, 10, "AUX", 3, "aux"),
      word(10, 13, "PART", 3, "advmod"),
      word(14, 19, "VERB", -1, "root"),
      word(19, 20, "PUNCT", 3, "punct"),
    ],
    [word(22, 26, "NOUN", 1, "obj"), word(27, 31, "NOUN", -1, "root")],
  ],
};

test("reads words, tokens and paragraphs of CoNLL-U", () => {
  const sentences = readConllu(gold);
  assert.equal(sentences.length, 2);
  assert.deepEqual(
    sentences[0]!.words.map(({ head }) => head),
    [3, 3, 3, -1, 3],
  );
  assert.deepEqual(
    sentences[0]!.tokens.map(({ form }) => form),
    ["Rebels", "didn't", "leave", "."],
  );
  assert.deepEqual(
    sentences.map(({ paragraph }) => paragraph),
    [1, 2],
  );
  assert.equal(rawText(sentences), "Rebels didn't leave.\n\nRain fell");
});

test("says which line is no CoNLL-U", () => {
  assert.throws(() => readConllu("1\tRain\n"), /line 1: .* no CoNLL-U word/);
});

test("scores as the shared task of 2018 defines them", () => {
  let clock = 0;
  const reader = { text: () => analysis, words: () => analysis };
  const scores = scoreLanguage(gold, reader, () => (clock += 1000));
  assert.deepEqual(scores.raw, {
    tokens: 100,
    words: 100,
    sentences: 100,
    upos: 85.71,
    lemma: 0,
    uas: 100,
    las: 85.71,
  });
  assert.deepEqual(scores.gold, { upos: 85.71, xpos: 0, lemma: 0, uas: 100, las: 85.71 });
  assert.equal(scores.tokens_per_second, 7);
});

test("words cut otherwise count against precision and recall", () => {
  const joined: Analysis = {
    sentences: [[word(0, 13, "NOUN", -1, "root")], analysis.sentences[1]!],
  };
  const { raw } = scoreLanguage(gold, { text: () => joined, words: () => analysis });
  assert.equal(raw.words, 40);
  assert.equal(raw.sentences, 50);
});

test("raw text alone, for tools that take no given words", () => {
  const lemmas: Analysis = {
    sentences: analysis.sentences.map((words) =>
      words.map((each, k) => ({ ...each, lemma: k === 0 ? "rain" : each.lemma })),
    ),
  };
  const scores = scoreText(gold, () => lemmas);
  assert.deepEqual(scores, scoreLanguage(gold, { text: () => lemmas, words: () => lemmas }).raw);
  assert.equal(scores.lemma, 14.29);
});

test("given words alone, for a reader that has more to say than its models", () => {
  const reader = { text: () => analysis, words: () => analysis };
  assert.deepEqual(scoreWords(gold, reader.words), scoreLanguage(gold, reader).gold);
});
