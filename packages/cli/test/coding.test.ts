/** The parts of `hearsay code`: names, batches, order, threads that break, progress. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Job } from "../src/coding/jobs.ts";
import { Names } from "../src/coding/names.ts";
import { batched, inOrder } from "../src/coding/order.ts";
import { Pool } from "../src/coding/pool.ts";
import { durationText, progressText } from "../src/coding/progress.ts";

test("a name that comes again is told apart, also among many", () => {
  const names = new Names();
  assert.deepEqual(
    ["a", "b", "a", "a", ""].map((each) => names.unique(each)),
    [...["a", "b", "a#2", "a#3", ""]],
  );
  const many = new Names();
  const given = Array.from({ length: 50_000 }, (_, k) => many.unique(`report ${k}`));
  assert.equal(new Set(given).size, 50_000);
  assert.ok(given.every((each) => !each.includes("#")));
  assert.equal(many.unique("report 7"), "report 7#2");
});

async function* numbers(count: number, pause = 0): AsyncGenerator<number> {
  for (let k = 0; k < count; k++) {
    if (pause > 0) await setTimeout(pause);
    yield k;
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const limits = { count: 3, size: 100, sizeOf: () => 10, patience: 10_000 };

test("batches: by count, by size, and what is there when more is slow to come", async () => {
  assert.deepEqual(await all(batched(numbers(7), limits)), [[0, 1, 2], [3, 4, 5], [6]]);
  const heavy = { ...limits, sizeOf: (k: number) => (k === 1 ? 100 : 10) };
  assert.deepEqual(await all(batched(numbers(4), heavy)), [
    [0, 1],
    [2, 3],
  ]);
  const slow = await all(batched(numbers(3, 60), { ...limits, patience: 1 }));
  assert.deepEqual(slow, [[0], [1], [2]]);
});

test("results come in order, with no more under way than allowed", async () => {
  let under = 0;
  let most = 0;
  const work = async (k: number) => {
    most = Math.max(most, ++under);
    await setTimeout((k * 7) % 5);
    under--;
    return k * 2;
  };
  const results = all(inOrder(numbers(40), work, { most: 4, stop: new AbortController().signal }));
  assert.deepEqual(
    await results,
    Array.from({ length: 40 }, (_, k) => k * 2),
  );
  assert.equal(most, 4);
});

test("a result is given out before the next item has come; stopping ends it", async () => {
  const stopped = new AbortController();
  async function* one() {
    yield 1;
    await new Promise(() => {});
  }
  const results = inOrder(one(), async (k) => k, { most: 4, stop: stopped.signal });
  assert.deepEqual(await results.next(), { done: false, value: 1 });
  stopped.abort();
  assert.deepEqual(await results.next(), { done: true, value: undefined });
});

test("a failure of the work is the failure of its result", async () => {
  const work = async (k: number) => {
    if (k === 2) throw new Error("two");
    return k;
  };
  const stop = new AbortController().signal;
  await assert.rejects(all(inOrder(numbers(9), work, { most: 4, stop })), /^Error: two$/);
});

const job = (id: string): Job => ({ id, name: id, at: id, bytes: 1, input: { text: id } });
const pool = (limit = 60_000) =>
  new Pool({
    ...{ threads: 2, limit, settings: { format: "ndjson", once: false } },
    program: new URL("./programs/breaking.ts", import.meta.url),
  });

test("a thread that breaks: an error for that report, and the rest is read", async () => {
  const threads = pool();
  const batches = await Promise.all([
    threads.run(["a", "throw", "b", "exit", "c"].map(job)),
    threads.run(["d", "memory", "e"].map(job)),
    threads.run(["f", "exit"].map(job)),
  ]);
  await threads.close();
  const told = batches.map((answers) =>
    answers.map(({ text, failure }) => (failure ? `${failure.code}: ${failure.message}` : text)),
  );
  assert.deepEqual(told, [
    [
      ...["read a", "internal: internal error: thrown in the thread", "read b"],
      ...["internal: internal error: exit code 3", "read c"],
    ],
    [
      "read d",
      "internal: internal error: the memory of one thread was not enough for this report",
      "read e",
    ],
    ["read f", "internal: internal error: exit code 3"],
  ]);
  const [first = []] = batches;
  assert.deepEqual(JSON.parse(first[1]!.text), {
    id: "throw",
    error: { code: "internal", message: "internal error: thrown in the thread" },
  });
});

test("a report that takes too long is given up, and the rest is read", async () => {
  const threads = pool(300);
  const answers = await threads.run(["a", "for ever", "b"].map(job));
  await threads.close();
  assert.deepEqual(
    answers.map(({ failure }) => failure?.code),
    [undefined, "timed-out", undefined],
  );
  assert.match(answers[1]!.failure!.message, /longer than 0\.3 seconds to read; .*--time-limit/);
});

test("threads that cannot start are told, not tried for ever", async () => {
  const threads = new Pool({
    ...{ threads: 2, limit: 1000, settings: { format: "csv", once: false } },
    program: new URL("./programs/none.ts", import.meta.url),
  });
  await assert.rejects(threads.run([job("a")]), /^Error: no reader could be started: /);
});

test("progress: how many of how many, how fast, how long yet", () => {
  const text = (reports: number, bytes: number, all?: { bytes: number; reports?: number }) =>
    progressText({ reports, bytes, seconds: 10 }, all && { reports: undefined, ...all });
  assert.equal(
    text(12_340, 247, { bytes: 1000 }),
    "12,340 of about 50,000 reports  1,234/s  30 s left",
  );
  assert.equal(text(30, 300, { bytes: 1000, reports: 90 }), "30 of 90 reports  3/s  23 s left");
  assert.equal(text(1234, 99), "1,234 reports  123/s");
  assert.equal(text(0, 0, { bytes: 1000 }), "0 reports  0/s");
  assert.equal(text(50, 1000, { bytes: 1000 }), "50 of 50 reports  5/s  0 s left");
  assert.deepEqual([59.6, 250, 11_100].map(durationText), ["1 min 0 s", "4 min 10 s", "3 h 5 min"]);
});
