/**
 * Bidirectional long short-term memory (Graves & Schmidhuber 2005) over many sentences at once, in
 * whole numbers where it multiplies: sums are exact.
 *
 * Sentences lie packed: the longest first, and of all of them the first words in a row, then the
 * second words, and so on. The sentences that still go on at a step are then always the first rows
 * of it, and one multiplication serves them all.
 */
import type { Arithmetic } from "./arithmetic.ts";
import type { Weights, WholeMatrix } from "./network.ts";

export interface Packing {
  readonly count: number;
  /** By step: how many sentences reach it; rows of step t begin at `start[t]`. */
  readonly active: Int32Array;
  readonly start: Int32Array;
  /** The packed row of each token, tokens counted sentence by sentence. */
  readonly row: Int32Array;
}

/** `first` as in `Tokens`, for the sentences `from … to - 1`; tokens count from `first[from]`. */
export function packingOf(first: Int32Array, from = 0, to = first.length - 1): Packing {
  const base = first[from]!;
  const order = Array.from({ length: to - from }, (_, k) => from + k);
  const lengthOf = (s: number): number => first[s + 1]! - first[s]!;
  order.sort((a, b) => lengthOf(b) - lengthOf(a) || a - b);
  const steps = order.length === 0 ? 0 : lengthOf(order[0]!);
  const active = new Int32Array(steps);
  const start = new Int32Array(steps);
  for (let t = 0, k = order.length; t < steps; t++) {
    while (k > 0 && lengthOf(order[k - 1]!) <= t) k--;
    active[t] = k;
    start[t] = t === 0 ? 0 : start[t - 1]! + active[t - 1]!;
  }
  const count = first[to]! - base;
  const row = new Int32Array(count);
  order.forEach((s, rank) => {
    for (let t = 0; t < lengthOf(s); t++) row[first[s]! - base + t] = start[t]! + rank;
  });
  return { count, active, start, row };
}

/** Sentences `from … to - 1` to work on at once: as many as have `most` tokens, at least one. */
export function* portionsOf(
  first: Int32Array,
  most: number,
): Generator<readonly [from: number, to: number]> {
  for (let from = 0, to = 1; from + 1 < first.length; from = to++) {
    while (to + 1 < first.length && first[to + 1]! - first[from]! <= most) to++;
    yield [from, to];
  }
}

/** One step of a direction: rows of the packed order, and of the step before those that go on. */
export interface Step {
  readonly row: number;
  readonly count: number;
  /** Row at which the step before begins; its first `known` rows are the first of this step. */
  readonly from: number;
  readonly known: number;
}

/** The steps forwards (0) or backwards (1), in the order in which they are taken. */
export function stepsOf({ active, start }: Packing, direction: 0 | 1): Step[] {
  const last = active.length - 1;
  return Array.from(active, (_, k) => {
    const t = direction === 0 ? k : last - k;
    const before = direction === 0 ? t - 1 : t + 1;
    const count = active[t]!;
    const known = Math.min(count, active[before] ?? 0);
    return { row: start[t]!, count, from: start[before] ?? 0, known };
  });
}

/** One layer's weights; `memory` numbers a direction. */
export interface RecurrentWeights {
  /** [inputs × 6 · memory]: the three gates forwards, the three backwards. */
  readonly input: WholeMatrix;
  readonly bias: number;
  /** Forwards and backwards, [memory × 3 · memory] each. */
  readonly again: readonly [WholeMatrix, WholeMatrix];
}

export const layerOf = ({ rows, matrices }: Weights, layer: string): RecurrentWeights => ({
  input: matrices.get(`${layer}.input`)!,
  bias: rows.get(`${layer}.bias`)!,
  again: [matrices.get(`${layer}.forwards`)!, matrices.get(`${layer}.backwards`)!],
});

/** What `count` rows of `width` whole numbers at `x` say to the gates: [count × 6 · memory]. */
export function gatesOf(
  arithmetic: Arithmetic,
  { input, bias }: RecurrentWeights,
  x: number,
  count: number,
  width: number,
  memory: number,
): number {
  const all = 6 * memory;
  const gates = arithmetic.reserve(count * all);
  arithmetic.run.fillRows(bias, gates, all, count, all);
  const { at, scales } = input;
  arithmetic.run.multiplyWhole(x, width, at, scales, gates, all, count, width, all);
  return gates;
}

/**
 * Runs one layer over packed rows of `gates`, which are used up. Gives the address of what was
 * remembered, in whole numbers: `memory` forwards, then `memory` backwards, a row.
 */
export function runRecurrent(
  arithmetic: Arithmetic,
  { again }: Pick<RecurrentWeights, "again">,
  packing: Packing,
  gates: number,
  memory: number,
): number {
  const { run } = arithmetic;
  const { count } = packing;
  const [all, both] = [6 * memory, 2 * memory];
  const out = arithmetic.reserve(count * memory);
  const mark = arithmetic.mark();
  const cells = arithmetic.reserve(count * both);
  for (const direction of [0, 1] as const) {
    const shift = direction * memory;
    const { at, scales } = again[direction];
    const three = 3 * memory;
    for (const { row, count: rows, from, known } of stepsOf(packing, direction)) {
      const own = gates + 4 * (row * all + 3 * shift);
      const cell = cells + 4 * (row * both + shift);
      const whole = out + 2 * (row * both + shift);
      if (known > 0) {
        const old = from * both + shift;
        run.multiplyWhole(out + 2 * old, both, at, scales, own, all, known, memory, three);
        run.remember(own, all, cells + 4 * old, cell, both, whole, both, known, memory);
      }
      if (rows === known) continue;
      const [nextCell, nextWhole] = [cell + 4 * known * both, whole + 2 * known * both];
      const fresh = own + 4 * known * all;
      run.remember(fresh, all, 0, nextCell, both, nextWhole, both, rows - known, memory);
    }
  }
  arithmetic.release(mark);
  return out;
}
