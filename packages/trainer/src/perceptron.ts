/**
 * An averaged perceptron over hashed features. Weights exist only where an update has touched them,
 * as a linked list of (class, weight) per feature, so that training is small and quick.
 *
 *     const perceptron = new Perceptron(classes.length);
 *     perceptron.score(features, count, scores);          // features from fillFeatures
 *     perceptron.update(features, count, right, wrong);   // after a mistake
 *     perceptron.tick();                                  // after every decision
 *     packLinear(perceptron.averaged(2), "linear")        // sections for writeModel
 */
import type { FeatureWeights } from "@hearsay/reader/model";

export class Perceptron {
  private mask = (1 << 16) - 1;
  private slotFeature = new Int32Array(1 << 16);
  /** Index of the feature + 1 by slot, 0 for an empty slot. */
  private slotIndex = new Int32Array(1 << 16);
  private used = 0;
  private featureOf = new Int32Array(1 << 16);
  private head = new Int32Array(1 << 16);
  private updates = new Int32Array(1 << 16);
  private entries = 0;
  private next = new Int32Array(1 << 18);
  private classOf = new Int32Array(1 << 18);
  private weight = new Float32Array(1 << 18);
  private total = new Float64Array(1 << 18);
  private stamp = new Int32Array(1 << 18);
  private time = 1;
  readonly classes: number;

  constructor(classes: number) {
    this.classes = classes;
  }

  tick(): void {
    this.time++;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    const { mask, slotIndex, slotFeature, head, next, classOf, weight } = this;
    for (let f = 0; f < count; f++) {
      const feature = features[f]!;
      let slot = feature & mask;
      let index = slotIndex[slot]!;
      while (index !== 0 && slotFeature[slot] !== feature) {
        slot = (slot + 1) & mask;
        index = slotIndex[slot]!;
      }
      if (index === 0) continue;
      for (let e = head[index - 1]!; e >= 0; e = next[e]!) scores[classOf[e]!]! += weight[e]!;
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
    let slot = feature & this.mask;
    while (this.slotIndex[slot] !== 0) {
      if (this.slotFeature[slot] === feature) return this.slotIndex[slot]! - 1;
      slot = (slot + 1) & this.mask;
    }
    if (this.used === this.featureOf.length) {
      this.featureOf = grown(this.featureOf);
      this.head = grown(this.head);
      this.updates = grown(this.updates);
    }
    const index = this.used++;
    this.featureOf[index] = feature;
    this.head[index] = -1;
    this.slotFeature[slot] = feature;
    this.slotIndex[slot] = index + 1;
    if (this.used > this.mask * 0.6) this.widen();
    return index;
  }

  private widen(): void {
    const size = 2 * (this.mask + 1);
    this.mask = size - 1;
    this.slotFeature = new Int32Array(size);
    this.slotIndex = new Int32Array(size);
    for (let index = 0; index < this.used; index++) {
      let slot = this.featureOf[index]! & this.mask;
      while (this.slotIndex[slot] !== 0) slot = (slot + 1) & this.mask;
      this.slotFeature[slot] = this.featureOf[index]!;
      this.slotIndex[slot] = index + 1;
    }
  }

  private add(index: number, label: number, amount: number): void {
    let entry = this.head[index]!;
    while (entry >= 0 && this.classOf[entry] !== label) entry = this.next[entry]!;
    if (entry < 0) entry = this.newEntry(index, label);
    this.total[entry]! += (this.time - this.stamp[entry]!) * this.weight[entry]!;
    this.stamp[entry] = this.time;
    this.weight[entry]! += amount;
  }

  private newEntry(index: number, label: number): number {
    if (this.entries === this.next.length) {
      this.next = grown(this.next);
      this.classOf = grown(this.classOf);
      this.stamp = grown(this.stamp);
      const weight = new Float32Array(2 * this.weight.length);
      weight.set(this.weight);
      this.weight = weight;
      const total = new Float64Array(2 * this.total.length);
      total.set(this.total);
      this.total = total;
    }
    const entry = this.entries++;
    this.classOf[entry] = label;
    this.next[entry] = this.head[index]!;
    this.head[index] = entry;
    this.stamp[entry] = this.time;
    return entry;
  }

  /** Averages over all decisions, of features updated at least `least` times. */
  averaged(least = 1): FeatureWeights[] {
    const features: FeatureWeights[] = [];
    for (let index = 0; index < this.used; index++) {
      if (this.updates[index]! < least) continue;
      const classes: number[] = [];
      const weights: number[] = [];
      for (let e = this.head[index]!; e >= 0; e = this.next[e]!) {
        const total = this.total[e]! + (this.time - this.stamp[e]!) * this.weight[e]!;
        if (total === 0) continue;
        classes.push(this.classOf[e]!);
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
