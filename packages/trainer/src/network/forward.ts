/**
 * The network as it learns: the same sums as in the reader, with parts left out at random (dropout,
 * Srivastava et al. 2014), kept for the way back.
 */
import { type Packing, packingOf, type Shape } from "@hearsay/reader/model";
import type { Example } from "./batches.ts";
import type { Gradients } from "./gradients.ts";
import { type RecurrentWork, recurrentBack, runRecurrent } from "./recurrent.ts";

/** The words of a batch and what the memory makes of them. Tokens in packed order but for `seen`. */
export interface Encoded {
  readonly count: number;
  readonly packing: Packing;
  /** Embedding rows of each token as addresses, `attributes` a token. */
  readonly rows: Int32Array;
  readonly summed: number;
  readonly spread: number;
  readonly mixed: number;
  readonly mixedIn: number;
  readonly mixedSpread: number;
  readonly normal: number;
  readonly layers: readonly { x: number; width: number; mask: number; work: RecurrentWork }[];
  /** [count × 2 · memory], tokens sentence by sentence. */
  readonly seen: number;
  readonly masks: { readonly word: number; readonly seen: number };
}

export interface Dropping {
  readonly rate: number;
  readonly next: () => number;
}

/** A mask of a share of numbers; its address. */
export function maskOf(net: Gradients, count: number, rate: number): number {
  const mask = net.arithmetic.reserve(count);
  net.back.drawMask(mask, count, rate);
  return mask;
}

export function copyOf(net: Gradients, x: number, count: number): number {
  const copy = net.arithmetic.reserve(count);
  net.arithmetic.copy(x, copy, count);
  return copy;
}

/** A copy of numbers with a mask on it. */
export function masked(net: Gradients, x: number, mask: number, count: number): number {
  const copy = copyOf(net, x, count);
  net.back.scaleBy(mask, copy, count);
  return copy;
}

/** The rows of a batch as addresses; some words go unseen (`forget`: by attribute, how often). */
function addressesOf(
  net: Gradients,
  shape: Shape,
  batch: readonly Example[],
  packing: Packing,
  forget: readonly number[],
  next: () => number,
): Int32Array {
  const { attributes, width } = shape;
  const base = attributes.map(({ name }) => net.at(`word.${name}`));
  const rows = new Int32Array(packing.count * attributes.length);
  let token = 0;
  for (const { size, rows: own } of batch)
    for (let i = 0; i < size; i++, token++) {
      const draw = next();
      const to = packing.row[token]! * attributes.length;
      for (let k = 0; k < attributes.length; k++) {
        const row = draw < forget[k]! ? 0 : own[i * attributes.length + k]!;
        rows[to + k] = base[k]! + 4 * row * width;
      }
    }
  return rows;
}

export function encodeBatch(
  net: Gradients,
  shape: Shape,
  batch: readonly Example[],
  forget: readonly number[],
  { rate, next }: Dropping,
): Encoded {
  const { arithmetic, run } = net;
  const { width, memory } = shape;
  const first = Int32Array.from([0, ...batch.map(({ size }) => size)]);
  for (let k = 1; k < first.length; k++) first[k]! += first[k - 1]!;
  const packing = packingOf(first);
  const { count } = packing;
  const rows = addressesOf(net, shape, batch, packing, forget, next);
  const summed = arithmetic.zeros(count * width);
  const perToken = shape.attributes.length;
  for (let k = 0; k < rows.length; k++)
    run.add(rows[k]!, summed + 4 * Math.floor(k / perToken) * width, width);
  const spread = arithmetic.reserve(count);
  run.normalise(summed, net.at("summed.gain"), net.at("summed.bias"), spread, count, width);
  const word = maskOf(net, count * width, rate);
  const mixedIn = masked(net, summed, word, count * width);
  const mixed = net.dense("mix", mixedIn, count, width, width);
  run.rectify(mixed, count * width);
  const normal = copyOf(net, mixed, count * width);
  run.add(summed, normal, count * width);
  const mixedSpread = arithmetic.reserve(count);
  run.normalise(normal, net.at("mixed.gain"), net.at("mixed.bias"), mixedSpread, count, width);
  const layers: Encoded["layers"][number][] = [];
  let out = normal;
  let inputs = width;
  for (let layer = 0; layer < shape.layers; layer++) {
    const mask = maskOf(net, count * inputs, rate);
    const x = masked(net, out, mask, count * inputs);
    const work = runRecurrent(net, `layer${layer}`, packing, x, inputs, memory);
    layers.push({ x, width: inputs, mask, work });
    out = work.out;
    inputs = 2 * memory;
  }
  const seen = arithmetic.reserve(count * inputs);
  for (let k = 0; k < count; k++)
    arithmetic.copy(out + 4 * packing.row[k]! * inputs, seen + 4 * k * inputs, inputs);
  const seenMask = maskOf(net, count * inputs, rate);
  net.back.scaleBy(seenMask, seen, count * inputs);
  const masks = { word, seen: seenMask };
  return {
    count,
    packing,
    rows,
    summed,
    spread,
    mixed,
    mixedIn,
    mixedSpread,
    normal,
    layers,
    seen,
    masks,
  };
}

/** Gradients of all that `encodeBatch` used, from that of `seen`. */
export function encodeBack(net: Gradients, shape: Shape, done: Encoded, dSeen: number): void {
  const { arithmetic, run, back } = net;
  const { width, memory } = shape;
  const { count, packing } = done;
  const both = 2 * memory;
  back.scaleBy(done.masks.seen, dSeen, count * both);
  let d = arithmetic.reserve(count * both);
  for (let k = 0; k < count; k++)
    arithmetic.copy(dSeen + 4 * k * both, d + 4 * packing.row[k]! * both, both);
  for (let layer = shape.layers - 1; layer >= 0; layer--) {
    const { x, width: inputs, mask, work } = done.layers[layer]!;
    const dx = arithmetic.zeros(count * inputs);
    recurrentBack(net, `layer${layer}`, packing, work, x, inputs, memory, d, dx);
    back.scaleBy(mask, dx, count * inputs);
    d = dx;
  }
  const normaliseBack = (y: number, name: string, spread: number): void => {
    const [gain, bias] = [net.at(`${name}.gain`), net.at(`${name}.bias`)];
    back.normaliseBack(y, d, gain, bias, spread, net.of(gain), net.of(bias), count, width);
  };
  normaliseBack(done.normal, "mixed", done.mixedSpread);
  const dMixed = copyOf(net, d, count * width);
  back.rectifyBack(done.mixed, dMixed, count * width);
  const dIn = arithmetic.zeros(count * width);
  net.denseBack("mix", done.mixedIn, dMixed, count, width, width, dIn);
  back.scaleBy(done.masks.word, dIn, count * width);
  run.add(dIn, d, count * width);
  normaliseBack(done.summed, "summed", done.spread);
  const perToken = shape.attributes.length;
  for (let k = 0; k < done.rows.length; k++)
    run.add(d + 4 * Math.floor(k / perToken) * width, net.of(done.rows[k]!), width);
}
