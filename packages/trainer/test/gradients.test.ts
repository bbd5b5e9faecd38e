/** Gradients against differences: each weight moved a little, the losses compared. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Shape, weightsOf } from "@hearsay/reader/model";
import { chance } from "../src/chance.ts";
import type { Example } from "../src/network/batches.ts";
import { encodeBack, encodeBatch } from "../src/network/forward.ts";
import { Gradients } from "../src/network/gradients.ts";
import { lossesOf } from "../src/network/losses.ts";
import { surely, type Targets } from "../src/network/targets.ts";

const shape: Shape = {
  attributes: [
    { name: "lower", values: 6 },
    { name: "case", values: 4 },
  ],
  width: 16,
  memory: 8,
  layers: 2,
  tags: 5,
  arc: 8,
  relation: 8,
  relations: 6,
};

function example(size: number, next: () => number): Example {
  const heads = Array.from({ length: size }, (_, i) =>
    i === size >> 1 ? -1 : i === 0 ? size - 1 : i - 1,
  );
  /** Two classes a token, as teachers say it. */
  const perhaps = (below: number): Targets => ({
    width: 2,
    at: Int16Array.from({ length: 2 * size }, (_, k) => (k % 2) + Math.floor(next() * (below - 1))),
    weight: Float32Array.from({ length: 2 * size }, (_, k) => (k % 2 ? 0.3 : 0.7)),
  });
  return {
    size,
    rows: Int32Array.from({ length: 2 * size }, (_, k) => Math.floor(next() * (k % 2 ? 4 : 6))),
    tree: {
      tag: perhaps(5),
      head: surely(heads.map((head) => head + 1)),
      governor: Int32Array.from(heads),
      relation: perhaps(6),
    },
  };
}

test("gradients are the slopes of the losses", () => {
  const next = chance(5);
  const net = new Gradients(weightsOf(shape));
  for (const weight of net.list) {
    const numbers = net.view(weight);
    const around = weight.name.endsWith(".gain") ? 1 : 0;
    for (let k = 0; k < numbers.length; k++) numbers[k] = around + 0.6 * (next() - 0.5);
  }
  const { tree: _, ...bare } = example(4, next);
  const batch = [example(5, next), example(3, next), example(1, next), example(9, next), bare];
  const loss = (): number => {
    const mark = net.arithmetic.mark();
    net.forget();
    const done = encodeBatch(net, shape, batch, [0, 0], { rate: 0, next: () => 0.5 });
    const dSeen = net.arithmetic.zeros(done.count * 2 * shape.memory);
    const { tag, head, relation } = lossesOf(net, shape, batch, done, dSeen, 0);
    encodeBack(net, shape, done, dSeen);
    net.arithmetic.release(mark);
    return tag + head + relation;
  };
  loss();
  const slopes = new Map(
    net.list.map((weight) => {
      const at = net.of(net.at(weight.name));
      return [weight.name, net.arithmetic.view(at, weight.rows * weight.columns).slice()];
    }),
  );
  const step = 1e-3;
  const off = new Map<string, string>();
  for (const weight of net.list) {
    for (let tries = 0; tries < 6; tries++) {
      const k = Math.floor(next() * weight.rows * weight.columns);
      const before = net.view(weight)[k]!;
      net.view(weight)[k] = before + step;
      const more = loss();
      net.view(weight)[k] = before - step;
      const less = loss();
      net.view(weight)[k] = before;
      const slope = (more - less) / (2 * step);
      const own = slopes.get(weight.name)![k]!;
      if (Math.abs(slope - own) > 1e-3 + 0.03 * Math.abs(own))
        off.set(`${weight.name}[${k}]`, `${own}, by differences ${slope}`);
    }
  }
  // A step may cross the bend of a rectified sum or change a guessed tag; a wrong gradient is off everywhere.
  assert.ok(off.size <= 3, [...off].join("\n"));
});
