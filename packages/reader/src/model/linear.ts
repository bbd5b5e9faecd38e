/**
 * A linear model over hashed features: for each feature a short list of (class, weight). A feature
 * is found by open addressing: the low bits of its hash choose a slot, the 16 high bits are kept
 * there to tell it from others, so what was never seen in training adds nothing.
 *
 * Weights are stored as int8 companded: the value is sign(q)·q², which keeps small weights apart
 * and large ones in range; sums are whole numbers, the same on every machine.
 *
 * To use it for a task of your own: templates (`templates.ts`) give features, `scoreInto` sums,
 * `bestOf` chooses. Training: `@hearsay/trainer`'s `Perceptron`. For a label per token there is
 * `sequence.ts` on top.
 */
import type { Model } from "./container.ts";

export interface LinearModel {
  readonly classes: readonly string[];
  readonly mask: number;
  /**
   * Two words a slot, so that looking one up touches memory once. Up to three classes: the key and
   * the third weight, the first and second weight. More: the key and how many entries, the first
   * entry's place.
   */
  readonly table: Int32Array;
  /** Class in the high 16 bits, weight in the low 16. */
  readonly entry: Int32Array;
  /** Multiplies sums into perceptron units, for margins. */
  readonly scale: number;
}

export const keyOf = (feature: number): number => feature >>> 16 || 1;

/** One feature's weights, as the trainer hands them over. */
export interface FeatureWeights {
  readonly feature: number;
  readonly classes: readonly number[];
  readonly weights: readonly number[];
}

/** The sections of a model file that hold a linear model, `prefix` before their names. */
export function packLinear(
  features: readonly FeatureWeights[],
  prefix: string,
): { sections: Record<string, Uint8Array>; scale: number; slots: number } {
  let largest = 0;
  for (const { weights } of features)
    for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const scale = largest / (127 * 127) || 1;
  const squeeze = (weight: number): number =>
    Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / scale));
  const kept = features.filter(({ weights }) => weights.some((each) => squeeze(each) !== 0));
  // Roomy, since most lookups are for features that are not there, and end at an empty slot.
  let slots = 16;
  while (slots * 0.4 < kept.length) slots *= 2;
  const keys = new Uint16Array(slots);
  const at = new Int32Array(slots).fill(-1);
  kept.forEach(({ feature }, index) => {
    let slot = feature & (slots - 1);
    while (keys[slot] !== 0 && keys[slot] !== keyOf(feature)) slot = (slot + 1) & (slots - 1);
    if (keys[slot] !== 0) return;
    keys[slot] = keyOf(feature);
    at[slot] = index;
  });
  const used = new Uint8Array(slots / 8);
  const usedKeys: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const weights: number[] = [];
  for (const [slot, index] of at.entries()) {
    if (index < 0) continue;
    used[slot >> 3]! |= 1 << (slot & 7);
    usedKeys.push(keys[slot]!);
    const before = classes.length;
    kept[index]!.weights.forEach((weight, k) => {
      if (squeeze(weight) === 0) return;
      classes.push(kept[index]!.classes[k]!);
      weights.push(squeeze(weight));
    });
    counts.push(classes.length - before);
  }
  const sections = {
    [`${prefix}.used`]: used,
    [`${prefix}.keys`]: new Uint8Array(Uint16Array.from(usedKeys).buffer),
    [`${prefix}.counts`]: Uint8Array.from(counts),
    [`${prefix}.classes`]: Uint8Array.from(classes),
    [`${prefix}.weights`]: new Uint8Array(Int8Array.from(weights).buffer),
  };
  return { sections, scale, slots };
}

const inSlot = (classes: readonly string[]): boolean => classes.length <= 3;

/** Reads what `packLinear` wrote. */
export function readLinear(
  model: Model,
  prefix: string,
  classes: readonly string[],
  scale: number,
): LinearModel {
  const occupied = model.section(`${prefix}.used`);
  const keyBytes = model.section(`${prefix}.keys`);
  const keys = new Uint16Array(keyBytes.buffer, keyBytes.byteOffset, keyBytes.length / 2);
  const slots = 8 * occupied.length;
  const counts = model.section(`${prefix}.counts`);
  const classOf = model.section(`${prefix}.classes`);
  const weightOf = model.section(`${prefix}.weights`);
  const table = new Int32Array(2 * slots);
  const entry = new Int32Array(inSlot(classes) ? 0 : weightOf.length);
  const small = inSlot(classes);
  let used = 0;
  let at = 0;
  for (let slot = 0; slot < slots; slot++) {
    if ((occupied[slot >> 3]! & (1 << (slot & 7))) === 0) continue;
    const key = keys[used]!;
    const count = counts[used++]!;
    const end = at + count;
    table[2 * slot] = key;
    if (small) {
      for (; at < end; at++) putInSlot(table, slot, classOf[at]!, widened(weightOf[at]!));
      continue;
    }
    table[2 * slot]! |= count << 16;
    table[2 * slot + 1] = at;
    for (; at < end; at++) entry[at] = (classOf[at]! << 16) | (widened(weightOf[at]!) & 0xffff);
  }
  return { classes, mask: slots - 1, table, entry, scale };
}

/** Undoes the companding of one stored byte. */
function widened(byte: number): number {
  const squeezed = (byte << 24) >> 24;
  return squeezed * Math.abs(squeezed);
}

function putInSlot(table: Int32Array, slot: number, label: number, weight: number): void {
  if (label === 0) table[2 * slot + 1]! |= weight & 0xffff;
  else table[2 * slot + 2 - label]! |= weight << 16;
}

/** Sets `scores` (one slot a class) to the sums of the weights of `count` features. */
export function scoreInto(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  scores.fill(0);
  if (inSlot(model.classes)) scoreSlots(model, features, count, scores);
  else scoreEntries(model, features, count, scores);
}

/** Twice the slot of a feature, or -1 for one that the model does not know. */
function find(table: Int32Array, mask: number, feature: number): number {
  const key = feature >>> 16 || 1;
  let slot = feature & mask;
  let found = table[2 * slot]! & 0xffff;
  while (found !== key) {
    if (found === 0) return -1;
    slot = (slot + 1) & mask;
    found = table[2 * slot]! & 0xffff;
  }
  return 2 * slot;
}

/**
 * Loads all slots at once, one not waiting for the other, before they are looked at one by one:
 * the table is larger than the caches, and this is where the time goes.
 */
function touch({ table, mask }: LinearModel, features: Int32Array, count: number): number {
  let sum = 0;
  for (let f = 0; f < count; f++) sum ^= table[2 * (features[f]! & mask)]!;
  return sum;
}

function scoreSlots(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const { table, mask } = model;
  let first = touch(model, features, count) & 0;
  let second = 0;
  let third = 0;
  for (let f = 0; f < count; f++) {
    const at = find(table, mask, features[f]!);
    if (at < 0) continue;
    const low = table[at + 1]!;
    first += (low << 16) >> 16;
    second += low >> 16;
    third += table[at]! >> 16;
  }
  scores[0] = first;
  if (scores.length > 1) scores[1] = second;
  if (scores.length > 2) scores[2] = third;
}

function scoreEntries(
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void {
  const { table, mask, entry } = model;
  scores[0] = touch(model, features, count) & 0;
  for (let f = 0; f < count; f++) {
    const at = find(table, mask, features[f]!);
    if (at < 0) continue;
    const start = table[at + 1]!;
    const end = start + (table[at]! >>> 16);
    for (let k = start; k < end; k++) {
      const packed = entry[k]!;
      scores[packed >> 16]! += (packed << 16) >> 16;
    }
  }
}

/** The class of the highest score, the first of equals. */
export function bestOf(scores: Int32Array): number {
  let best = 0;
  for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[best]!) best = k;
  return best;
}

/** By how much the best score exceeds the next, in the scores' units. */
export function marginOf(scores: Int32Array, best: number): number {
  let next = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) if (k !== best && scores[k]! > next) next = scores[k]!;
  return scores.length > 1 ? scores[best]! - next : 0;
}
