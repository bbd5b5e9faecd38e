/** The memory's layers as they learn, in floating point, and back through time (Werbos 1990). */
import { type Packing, stepsOf } from "@hearsay/reader/model";
import type { Gradients } from "./gradients.ts";

export interface RecurrentWork {
  /** [count × 6 · memory]: the activated gates. */
  readonly gates: number;
  /** [count × 2 · memory]. */
  readonly cells: number;
  /** [count × 2 · memory]: what was remembered forwards, then backwards. */
  readonly out: number;
}

const again = (layer: string, direction: 0 | 1): string =>
  `${layer}.${direction === 0 ? "forwards" : "backwards"}`;

/** As the reader's `runRecurrent`, over packed rows of `width` numbers at `x`. */
export function runRecurrent(
  net: Gradients,
  layer: string,
  packing: Packing,
  x: number,
  width: number,
  memory: number,
): RecurrentWork {
  const { arithmetic, back } = net;
  const { count } = packing;
  const [three, all, both] = [3 * memory, 6 * memory, 2 * memory];
  const gates = net.dense(`${layer}.input`, x, count, width, all, `${layer}.bias`);
  const cells = arithmetic.reserve(count * both);
  const out = arithmetic.reserve(count * both);
  for (const direction of [0, 1] as const)
    for (const { row, count: rows, from, known } of stepsOf(packing, direction)) {
      const at = 4 * (row * both + direction * memory);
      const old = 4 * (from * both + direction * memory);
      const own = gates + 4 * (row * all + direction * three);
      if (known > 0) {
        const weight = net.at(again(layer, direction));
        back.multiply(out + old, both, weight, own, all, known, memory, three);
        back.remember(own, all, cells + old, cells + at, both, out + at, both, known, memory);
      }
      if (rows === known) continue;
      const [fresh, next] = [own + 4 * known * all, at + 4 * known * both];
      back.remember(fresh, all, 0, cells + next, both, out + next, both, rows - known, memory);
    }
  return { gates, cells, out };
}

/**
 * The gradient of `runRecurrent`. `dOut` is used up; what the layer says of its inputs `x` is added
 * at `dx`. `work.gates` holds the gradients of the gates' sums afterwards.
 */
export function recurrentBack(
  net: Gradients,
  layer: string,
  packing: Packing,
  { gates, cells, out }: RecurrentWork,
  x: number,
  width: number,
  memory: number,
  dOut: number,
  dx: number,
): void {
  const { arithmetic, back } = net;
  const { count, active } = packing;
  const [three, all, both] = [3 * memory, 6 * memory, 2 * memory];
  const stepBack = (own: number, before: number, at: number, dCell: number, rows: number) =>
    back.rememberBack(own, all, before, cells + at, both, dOut + at, both, dCell, rows, memory);
  for (const direction of [0, 1] as const) {
    const dCell = arithmetic.zeros((active[0] ?? 0) * memory);
    const name = again(layer, direction);
    const gradient = net.of(net.at(name));
    for (const { row, count: rows, from, known } of stepsOf(packing, direction).reverse()) {
      const at = 4 * (row * both + direction * memory);
      const old = 4 * (from * both + direction * memory);
      const own = gates + 4 * (row * all + direction * three);
      if (known > 0) {
        stepBack(own, cells + old, at, dCell, known);
        back.multiplyTransposed(out + old, both, own, all, gradient, known, memory, three);
        // What the step before hears of this one.
        net.times(own, all, name, dOut + old, both, known, memory, three);
      }
      if (rows === known) continue;
      const [fresh, next] = [own + 4 * known * all, at + 4 * known * both];
      const dFresh = dCell + 4 * known * memory;
      stepBack(fresh, 0, next, dFresh, rows - known);
    }
  }
  const input = `${layer}.input`;
  back.multiplyTransposed(x, width, gates, all, net.of(net.at(input)), count, width, all);
  back.sumRows(gates, all, net.of(net.at(`${layer}.bias`)), count, all);
  net.times(gates, all, input, dx, width, count, width, all);
}
