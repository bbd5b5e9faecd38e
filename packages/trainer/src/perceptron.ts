/**
 * An averaged perceptron over hashed features. Weights exist only where an update has touched them,
 * as a short row of (class, weight) per feature, so that training is small and quick.
 *
 *     const perceptron = new Perceptron(classes.length);
 *     perceptron.score(features, count, scores);          // features from fillFeatures
 *     perceptron.update(features, count, right, wrong);   // after a mistake
 *     perceptron.tick();                                  // after every decision
 *     packLinear(perceptron.averaged(2), "linear")        // sections for writeModel
 */
import type { FeatureWeights } from "@hearsay/reader/model";

export class Perceptron {
  readonly classes: number;
  private mask = (1 << 16) - 1;
  /** Two words a slot: the feature, and its index + 1 (0 for an empty slot). */
  private slots = new Int32Array(1 << 17);
  private used = 0;
  private featureOf = new Int32Array(1 << 16);
  /** A feature's entries lie in a row: where, how many, how many there is room for. */
  private start = new Int32Array(1 << 16);
  private count = new Int32Array(1 << 16);
  private room = new Int32Array(1 << 16);
  private updates = new Int32Array(1 << 16);
  private end = 0;
  /** Two words an entry: the class, the weight (a whole number). */
  private pairs = new Int32Array(1 << 19);
  private total = new Float64Array(1 << 18);
  private stamp = new Int32Array(1 << 18);
  private time = 1;

  constructor(classes: number) {
    this.classes = classes;
  }

  tick(): void {
    this.time++;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { mask, slots, start, count: length, pairs } = this;
    scores.fill(0);
    // all slots are asked of memory at once, before any is looked at
    let touched = 0;
    for (let f = 0; f < count; f++) touched ^= slots[2 * (features[f]! & mask)]!;
    scores[0] = touched & 0;
    for (let f = 0; f < count; f++) {
      const feature = features[f]!;
      let slot = 2 * (feature & mask);
      let index = slots[slot + 1]!;
      while (index !== 0 && slots[slot] !== feature) {
        slot = (slot + 2) & (2 * mask + 1);
        index = slots[slot + 1]!;
      }
      if (index === 0) continue;
      const first = 2 * start[index - 1]!;
      const last = first + 2 * length[index - 1]!;
      for (let e = first; e < last; e += 2) scores[pairs[e]!]! += pairs[e + 1]!;
    }
  }

  update(features: Int32Array, count: number, right: number, wrong: number): void {
    for (let f = 0; f < count; f++) {
      const index = this.indexOf(features[f]!);
      this.updates[index]!++;
      this.add(index, right, 1);
      this.add(index, wrong, -1);
    }
  }

  private indexOf(feature: number): number {
    let slot = 2 * (feature & this.mask);
    while (this.slots[slot + 1] !== 0) {
      if (this.slots[slot] === feature) return this.slots[slot + 1]! - 1;
      slot = (slot + 2) & (2 * this.mask + 1);
    }
    if (this.used === this.featureOf.length) {
      this.featureOf = grown(this.featureOf);
      this.start = grown(this.start);
      this.count = grown(this.count);
      this.room = grown(this.room);
      this.updates = grown(this.updates);
    }
    const index = this.used++;
    this.featureOf[index] = feature;
    this.slots[slot] = feature;
    this.slots[slot + 1] = index + 1;
    if (this.used > this.mask * 0.5) this.widen();
    return index;
  }

  private widen(): void {
    this.mask = 2 * this.mask + 1;
    this.slots = new Int32Array(2 * this.mask + 2);
    for (let index = 0; index < this.used; index++) {
      let slot = 2 * (this.featureOf[index]! & this.mask);
      while (this.slots[slot + 1] !== 0) slot = (slot + 2) & (2 * this.mask + 1);
      this.slots[slot] = this.featureOf[index]!;
      this.slots[slot + 1] = index + 1;
    }
  }

  private add(index: number, label: number, amount: number): void {
    let entry = this.start[index]!;
    const end = entry + this.count[index]!;
    while (entry < end && this.pairs[2 * entry] !== label) entry++;
    if (entry === end) entry = this.newEntry(index, label);
    this.total[entry]! += (this.time - this.stamp[entry]!) * this.pairs[2 * entry + 1]!;
    this.stamp[entry] = this.time;
    this.pairs[2 * entry + 1]! += amount;
  }

  private newEntry(index: number, label: number): number {
    if (this.count[index] === this.room[index]) this.move(index);
    const entry = this.start[index]! + this.count[index]!++;
    this.pairs[2 * entry] = label;
    this.stamp[entry] = this.time;
    return entry;
  }

  /** Moves a feature's entries to where there is room for twice as many. */
  private move(index: number): void {
    const length = this.count[index]!;
    const room = Math.max(2, 2 * length);
    while (this.end + room > this.stamp.length) {
      this.pairs = grown(this.pairs);
      this.stamp = grown(this.stamp);
      const total = new Float64Array(2 * this.total.length);
      total.set(this.total);
      this.total = total;
    }
    const from = this.start[index]!;
    const to = this.end;
    this.pairs.copyWithin(2 * to, 2 * from, 2 * (from + length));
    this.total.copyWithin(to, from, from + length);
    this.stamp.copyWithin(to, from, from + length);
    this.start[index] = to;
    this.room[index] = room;
    this.end += room;
  }

  /** Averages over all decisions, of features updated at least `least` times. */
  averaged(least = 1): FeatureWeights[] {
    const features: FeatureWeights[] = [];
    for (let index = 0; index < this.used; index++) {
      if (this.updates[index]! < least) continue;
      const classes: number[] = [];
      const weights: number[] = [];
      const end = this.start[index]! + this.count[index]!;
      for (let e = this.start[index]!; e < end; e++) {
        const total = this.total[e]! + (this.time - this.stamp[e]!) * this.pairs[2 * e + 1]!;
        if (total === 0) continue;
        classes.push(this.pairs[2 * e]!);
        weights.push(total / this.time);
      }
      if (classes.length > 0) features.push({ feature: this.featureOf[index]!, classes, weights });
    }
    return features;
  }
}

function grown(column: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(2 * column.length);
  twice.set(column);
  return twice;
}
