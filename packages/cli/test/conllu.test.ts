/** CoNLL-U out of any text is valid, and CoNLL-U in keeps what somebody else has parted. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { file, hearsay } from "./run.ts";

const relations = new Set(
  `acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse
  dislocated expl fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct
  reparandum root vocative xcomp`.split(/\s+/),
);
const tags = new Set(
  "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "),
);

/** Throws at the first line that the format does not allow. */
function validate(conllu: string): void {
  assert.match(conllu, /\n\n$/);
  const ids = new Set<string>();
  for (const sentence of conllu.trimEnd().split("\n\n")) {
    const lines = sentence.split("\n");
    const comment = (key: string): string =>
      lines.find((line) => line.startsWith(`# ${key} = `))?.slice(key.length + 5) ?? "";
    assert.notEqual(comment("sent_id"), "", sentence);
    assert.ok(!ids.has(comment("sent_id")), `sent_id ${comment("sent_id")} is there twice`);
    ids.add(comment("sent_id"));
    const rows = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("\t"));
    for (const row of rows) assert.equal(row.length, 10, row.join("|"));
    for (const cell of rows.flat()) assert.match(cell, /^\S(?:.*\S)?$/su);
    assert.equal(printed(rows), comment("text"));
    validateTree(rows.filter(([id]) => !id!.includes("-")));
  }
}

/** The text that the surface tokens add up to. */
function printed(rows: readonly string[][]): string {
  let text = "";
  let covered = 0;
  for (const [id = "", form = "", ...rest] of rows) {
    const [first = 0, last = first] = id.split("-").map(Number);
    if (first <= covered) continue;
    if (id.includes("-")) covered = last;
    text += form + (rest.at(-1)!.split("|").includes("SpaceAfter=No") ? "" : " ");
  }
  return text.trimEnd();
}

function validateTree(words: readonly string[][]): void {
  const heads = words.map((row) => Number(row[6]));
  words.forEach(([id, , , upos, , , head, relation], k) => {
    assert.equal(id, String(k + 1));
    assert.ok(tags.has(upos!), upos);
    assert.ok(relations.has(relation!.split(":")[0]!), relation);
    assert.equal(head === "0", relation === "root");
    let up = k + 1;
    for (let steps = 0; up !== 0; steps++) {
      assert.ok(steps <= words.length, "the tree has a cycle");
      assert.ok(up >= 1 && up <= words.length, `there is no word ${up}`);
      up = heads[up - 1]!;
    }
  });
  assert.equal(heads.filter((head) => head === 0).length, 1, "not exactly one root");
}

const odd = [
  "ARMY DOESN'T ATTACK VILLAGE; 3,5% OF $12bn GONE",
  'The U.N.\'s envoy (who "can\'t" go) said\u00a0on Mon., 3 May: "It\u2019s over\u2026" https://t.co/x_y?z=1#a',
  "\u200bFire \u202ereversed\u202c \ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67 \ud83d and e\u0301 | tab\tand more - _ # = 1-2 3.1",
  "Name Age Town Ann Smith 12 Lima John Doe 44 Quito",
  "* rain\n* snow\n\u2022 wind and so on",
  "gonna wanna cannot d'you y'all rock'n'roll O'Neill's and/or",
].join("\n\n");

test("what comes out of odd text is valid", async () => {
  const { out, err, code } = await hearsay(["parse", file("odd.txt", odd)]);
  assert.deepEqual([err, code], ["", 0]);
  validate(out);
});

const given = `# newdoc id = a
# newpar
# sent_id = a-1
# text = John didn't go.
# note = ours
1\tJohn\tx\tX\t_\tF=1\t_\t_\t_\tEntity=(1)|NER=B-ORG
2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\tA=b
2\tdid\t_\t_\t_\t_\t_\t_\t_\t_
3\tn't\t_\t_\t_\t_\t_\t_\t_\t_
3.1\tgone\t_\t_\t_\t_\t_\t_\t3:x\t_
4\tgo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
5\t.\t_\t_\t_\t_\t_\t_\t_\t_

# newdoc id = b
# sent_id = b-1
# text = Rebels attacked Goma ; he fled .
1\tRebels\t_\t_\t_\t_\t_\t_\t_\t_
2\tattacked\t_\t_\t_\t_\t_\t_\t_\t_
3\tGoma\t_\t_\t_\t_\t_\t_\t_\t_
4\t;\t_\t_\t_\t_\t_\t_\t_\t_
5\the\t_\t_\t_\t_\t_\t_\t_\t_
6\tfled\t_\t_\t_\t_\t_\t_\t_\t_
7\t.\t_\t_\t_\t_\t_\t_\t_\t_
`;

test("CoNLL-U in: sentences, words, comments and the last column stay", async () => {
  const { out, err, code } = await hearsay(["parse", file("given.conllu", given)]);
  assert.deepEqual([err, code], ["", 0]);
  validate(out);
  const column = (text: string, ...which: number[]): string[] =>
    text
      .split("\n")
      .filter((line) => /^\d+(?:-\d+)?\t/.test(line))
      .map((line) => which.map((k) => line.split("\t")[k]).join(" "));
  assert.deepEqual(column(out, 0, 1), column(given, 0, 1));
  const comments = (text: string) => text.split("\n").filter((line) => line.startsWith("#"));
  assert.deepEqual(comments(out), comments(given));
  assert.match(out, /^1\tJohn\tJohn\tPROPN\tNNP\t_\t4\tnsubj\t_\tNER=B-PER\|Entity=\(1\)$/m);
  assert.match(out, /^2-3\tdidn't(?:\t_){7}\tA=b$/m);
  assert.match(out, /^2\tattacked\tattack\tVERB\tVBD\t_\t0\troot\t_\t_$/m);
});

test("what came out goes in again, and comes out the same", async () => {
  const text = "John Smith didn't leave Goma on Monday, he said.\n\nPolice arrested two men.";
  const once = await hearsay(["parse", "-"], text);
  const twice = await hearsay(["parse", "-", "--from", "conllu"], once.out);
  assert.deepEqual(twice, once);
});

test("a file that is no CoNLL-U: which line, and what to do", async () => {
  const fails = async (content: string, message: RegExp) => {
    const { out, err, code } = await hearsay(["parse", file("bad.conllu", content)]);
    assert.deepEqual([out, code], ["", 2]);
    assert.match(err, message);
    assert.match(err, /^[^\n]+\n$/);
  };
  const cells = "\t_".repeat(8);
  await fails("It rained.\n", /bad\.conllu:1: "It rained\." is no CoNLL-U word; write ten columns/);
  await fails(`1\tIt${cells}\n3\train${cells}\n`, /bad\.conllu:2: the word is numbered 3, after 1/);
  await fails(`# x\n1-2\tIt's${cells}\n1\tIt${cells}\n`, /bad\.conllu:3: the sentence ends before/);
  await fails(`1\t${cells}\n`, /bad\.conllu:1: /);
  await fails("# nothing\n", /bad\.conllu: this has no words/);
});

test("--from says what a file is", async () => {
  const { err, code } = await hearsay(["parse", "x", "--from", "html"]);
  assert.equal(code, 2);
  assert.match(err, /--from is "html", not one of report, conllu/);
  const text = file("text.conllu", "Police arrested two men.");
  const { out } = await hearsay(["parse", text, "--from", "report"]);
  assert.match(out, /\tarrest\tVERB/);
});
