import assert from "node:assert/strict";
import { test } from "node:test";
import { createReader } from "@hearsay/reader";
import { loadData } from "@hearsay/reader/node";
import { type GoldSentence, goldSentence, scoreEvents } from "../src/events.ts";

const reader = createReader(await loadData());

const attack: GoldSentence = {
  id: "attack",
  text: "Rebels attacked an army convoy near Goma.",
  events: [
    {
      type: "ASSAULT",
      actors: [{ text: "Rebels", span: [0, 6] }],
      recipients: [{ text: "army convoy" }],
    },
  ],
};
const rain: GoldSentence = { id: "rain", text: "Rain is expected in Lagos.", events: [] };
const meeting: GoldSentence = {
  id: "meeting",
  text: "Kenya's foreign minister met Somali officials in Nairobi.",
  events: [
    {
      type: "COOPERATE",
      actors: [{ text: "Kenya's foreign minister" }],
      recipients: [{ text: "Somali officials" }],
      reciprocal: true,
    },
  ],
};

test("gold that lists all events: precision, recall and F1", () => {
  const { scores, worst } = scoreEvents([attack, rain, meeting], reader);
  assert.deepEqual(scores.detection, { p: 100, r: 100, f1: 100 });
  assert.equal(scores.silent, 100);
  assert.deepEqual(scores.types_and_parties, { p: 50, r: 50, f1: 50 });
  assert.deepEqual(scores.type_scores, { p: 50, r: 50, f1: 50 });
  assert.deepEqual(scores.quad_scores, { p: 50, r: 50, f1: 50 });
  assert.equal(scores.pair_type, 50);
  assert.deepEqual(scores.by_type.ASSAULT, {
    gold: 1,
    found: 1,
    pairs: 1,
    p: 100,
    r: 100,
    f1: 100,
  });
  assert.deepEqual(scores.by_type.CONSULT, {
    gold: 0,
    found: 0,
    pairs: 0,
    p: 0,
    r: null,
    f1: null,
  });
  assert.deepEqual(scores.confusions, [{ gold: "COOPERATE", found: "CONSULT", count: 1 }]);
  assert.deepEqual(
    worst.map(({ gold }) => gold.id),
    ["meeting"],
  );
});

test("where not all events are annotated there is no precision", () => {
  const { scores } = scoreEvents([{ ...attack, partial: true }], reader);
  const found = { p: null, r: 100, f1: null };
  assert.deepEqual(scores.detection, found);
  assert.deepEqual(scores.types_and_parties, found);
  assert.deepEqual(scores.quad_scores, found);
  assert.deepEqual(scores.by_type.ASSAULT, { gold: 1, found: 1, pairs: 1, ...found });
  assert.equal(scores.pair_type, 100);
});

test("a conflict that is missed weighs more than an appeal, and says what was refused", () => {
  const missed = (id: string, type: string): GoldSentence => ({
    id,
    text: "The minister attacked the proposal.",
    partial: true,
    events: [{ type }],
  });
  const { worst } = scoreEvents([missed("a", "REQUEST"), missed("b", "COERCE")], reader);
  assert.deepEqual(
    worst.map(({ gold, cost }) => [gold.id, cost]),
    [
      ["b", 9],
      ["a", 2],
    ],
  );
  assert.ok(worst[0]!.refusals.length > 0);
});

test("gold with roots, classes or nothing but events is scored for what it has", () => {
  const { text } = attack;
  const roots = scoreEvents([{ id: "1", text, events: [{ cameo: "19" }] }, rain], reader);
  assert.deepEqual(roots.scores.cameo_root, { p: 100, r: 100, f1: 100 });
  assert.equal(roots.scores.pair_type, null);
  const quads = scoreEvents([{ id: "1", text, events: [{ quad: "material_conflict" }] }], reader);
  assert.equal(quads.scores.quad, 100);
  assert.deepEqual(quads.scores.quad_scores, { p: 100, r: 100, f1: 100 });
  assert.deepEqual(quads.worst, []);
  const bare = scoreEvents([{ id: "1", text, events: [{}] }], reader);
  assert.deepEqual(bare.scores.detection, { p: 100, r: 100, f1: 100 });
  const none = scoreEvents([rain], reader);
  assert.deepEqual(none.scores.detection, { p: null, r: null, f1: null });
});

test("a line of gold is taken, or told what is wrong with it", () => {
  const line = { text: "Peru met Chile.", events: [{ type: "CONSULT", actors: null }] };
  assert.deepEqual(goldSentence(line, "7"), {
    id: "7",
    text: "Peru met Chile.",
    events: [{ type: "CONSULT" }],
  });
  const wrong = (event: object) => goldSentence({ text: "Peru met.", events: [event] }, "1");
  assert.match(String(wrong({ type: 1 })), /"type" is 1, not a string/);
  assert.match(String(wrong({ actors: "Peru" })), /"actors" is "Peru", not a list/);
  assert.match(
    String(wrong({ actors: [{ text: "Peru", span: [0, 99] }] })),
    /the span \[0,99\] is no range of the 9 characters/,
  );
  assert.match(String(goldSentence({ text: "Peru met." }, "1")), /no gold of this kind/);
});
