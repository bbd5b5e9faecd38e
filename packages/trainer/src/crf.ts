/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over hashed features,
 * trained by stochastic gradient with AdaGrad steps (Duchi, Hazan and Singer 2011). Features that are
 * rarer than `least` in the data are left out from the start, so that common ones have to learn.
 */
import type { FeatureWeights } from "@hearsay/reader/model";
import { chance, shuffled } from "./chance.ts";

export interface CrfTask {
  /** Features of all tokens, `width` a token; their hashes. */
  readonly features: Int32Array;
  readonly width: number;
  /** Sentence s is tokens `first[s] … first[s + 1] - 1`. */
  readonly first: Int32Array;
  /** Index into the labels, one a token. */
  readonly gold: Int32Array;
  readonly labels: number;
  /** `allowed[before + 1][label]`; row 0 is the start of a sentence. */
  readonly allowed: readonly Uint8Array[];
  readonly epochs: number;
  readonly least: number;
  readonly rate: number;
  /** Pull of the weights towards zero. */
  readonly decay: number;
  readonly seed: number;
  readonly progress?: (line: string) => void;
}

export interface CrfWeights {
  readonly features: FeatureWeights[];
  /** `follow[(before + 1) * labels + label]`. */
  readonly follow: Float64Array;
}

export function trainCrf(task: CrfTask): CrfWeights {
  const { ids, hashes } = numbered(task);
  const state = startState(task, ids, hashes.length);
  const next = chance(task.seed);
  const sentences = Array.from({ length: task.first.length - 1 }, (_, s) => s);
  for (let epoch = 1; epoch <= task.epochs; epoch++) {
    let loss = 0;
    for (const s of shuffled(sentences, next))
      loss += learn(state, task.first[s]!, task.first[s + 1]!);
    task.progress?.(`epoch ${epoch}: ${(loss / task.gold.length).toFixed(4)} nats a word`);
  }
  return { features: weightsOf(state, hashes), follow: state.follow };
}

/** Feature ids by place, -1 for those too rare; the hash of each id. */
function numbered({ features, least }: CrfTask): { ids: Int32Array; hashes: Int32Array } {
  const count = new Map<number, number>();
  for (const hash of features) count.set(hash, (count.get(hash) ?? 0) + 1);
  const idOf = new Map<number, number>();
  for (const [hash, times] of count) if (times >= least) idOf.set(hash, idOf.size);
  return {
    ids: Int32Array.from(features, (hash) => idOf.get(hash) ?? -1),
    hashes: Int32Array.from(idOf.keys()),
  };
}

interface State extends CrfTask {
  readonly ids: Int32Array;
  readonly weight: Float32Array;
  readonly squares: Float32Array;
  readonly follow: Float64Array;
  readonly followSquares: Float64Array;
}

function startState(task: CrfTask, ids: Int32Array, features: number): State {
  const { labels } = task;
  return {
    ...task,
    ids,
    weight: new Float32Array(features * labels),
    squares: new Float32Array(features * labels).fill(1e-2),
    follow: new Float64Array((labels + 1) * labels),
    followSquares: new Float64Array((labels + 1) * labels).fill(1e-2),
  };
}

/** One step on one sentence; returns its loss. */
function learn(state: State, from: number, to: number): number {
  const { labels } = state;
  const length = to - from;
  if (length === 0) return 0;
  const emission = emissionsOf(state, from, to);
  const { alpha, total } = forward(state, emission, length);
  const beta = backward(state, emission, length);
  let loss = total;
  for (let i = 0; i < length; i++) {
    const right = state.gold[from + i]!;
    const before = i === 0 ? -1 : state.gold[from + i - 1]!;
    loss -= emission[i * labels + right]! + state.follow[(before + 1) * labels + right]!;
  }
  const grown = followGradient(state, emission, alpha, beta, total, from, length);
  const expected = new Float64Array(labels);
  for (let i = 0; i < length; i++) {
    for (let k = 0; k < labels; k++)
      expected[k] = Math.exp(alpha[i * labels + k]! + beta[i * labels + k]! - total);
    expected[state.gold[from + i]!]! -= 1;
    stepFeatures(state, from + i, expected);
  }
  for (let k = 0; k < grown.length; k++)
    stepOne(state.follow, state.followSquares, k, grown[k]!, state);
  return loss;
}

function emissionsOf(
  { ids, width, labels, weight }: State,
  from: number,
  to: number,
): Float64Array {
  const emission = new Float64Array((to - from) * labels);
  for (let i = from; i < to; i++) {
    const at = (i - from) * labels;
    for (let f = i * width; f < (i + 1) * width; f++) {
      const id = ids[f]!;
      if (id < 0) continue;
      for (let k = 0; k < labels; k++) emission[at + k]! += weight[id * labels + k]!;
    }
  }
  return emission;
}

const never = -1e30;

function logSum(values: Float64Array): number {
  let largest = never;
  for (const value of values) if (value > largest) largest = value;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}

/** The score of a label after another, never for what the scheme forbids. */
const step = ({ follow, labels, allowed }: State, before: number, label: number): number =>
  allowed[before + 1]![label] === 0 ? never : follow[(before + 1) * labels + label]!;

function forward(
  state: State,
  emission: Float64Array,
  length: number,
): { alpha: Float64Array; total: number } {
  const { labels } = state;
  const alpha = new Float64Array(length * labels);
  const ways = new Float64Array(labels);
  for (let k = 0; k < labels; k++) alpha[k] = emission[k]! + step(state, -1, k);
  for (let i = 1; i < length; i++)
    for (let k = 0; k < labels; k++) {
      for (let j = 0; j < labels; j++) ways[j] = alpha[(i - 1) * labels + j]! + step(state, j, k);
      alpha[i * labels + k] = logSum(ways) + emission[i * labels + k]!;
    }
  return { alpha, total: logSum(alpha.slice((length - 1) * labels)) };
}

function backward(state: State, emission: Float64Array, length: number): Float64Array {
  const { labels } = state;
  const beta = new Float64Array(length * labels);
  const ways = new Float64Array(labels);
  for (let i = length - 2; i >= 0; i--)
    for (let j = 0; j < labels; j++) {
      for (let k = 0; k < labels; k++) {
        const at = (i + 1) * labels + k;
        ways[k] = step(state, j, k) + emission[at]! + beta[at]!;
      }
      beta[i * labels + j] = logSum(ways);
    }
  return beta;
}

/** Expected less observed label pairs. */
function followGradient(
  state: State,
  emission: Float64Array,
  alpha: Float64Array,
  beta: Float64Array,
  total: number,
  from: number,
  length: number,
): Float64Array {
  const { labels, gold } = state;
  const gradient = new Float64Array((labels + 1) * labels);
  for (let k = 0; k < labels; k++) gradient[k] = Math.exp(alpha[k]! + beta[k]! - total);
  gradient[gold[from]!]! -= 1;
  for (let i = 1; i < length; i++) {
    for (let j = 0; j < labels; j++)
      for (let k = 0; k < labels; k++) {
        const at = i * labels + k;
        const score = alpha[(i - 1) * labels + j]! + step(state, j, k) + emission[at]! + beta[at]!;
        gradient[(j + 1) * labels + k]! += Math.exp(score - total);
      }
    gradient[(gold[from + i - 1]! + 1) * labels + gold[from + i]!]! -= 1;
  }
  return gradient;
}

function stepFeatures(state: State, token: number, gradient: Float64Array): void {
  const { ids, width, labels, weight, squares } = state;
  for (let k = 0; k < labels; k++) {
    const slope = gradient[k]!;
    if (slope < 1e-4 && slope > -1e-4) continue;
    for (let f = token * width; f < (token + 1) * width; f++) {
      const id = ids[f]!;
      if (id >= 0) stepOne(weight, squares, id * labels + k, slope, state);
    }
  }
}

function stepOne(
  weight: Float32Array | Float64Array,
  squares: Float32Array | Float64Array,
  at: number,
  slope: number,
  { rate, decay }: CrfTask,
): void {
  const full = slope + decay * weight[at]!;
  squares[at]! += full * full;
  weight[at]! -= (rate * full) / Math.sqrt(squares[at]!);
}

/** Weights too small to matter are left out. */
function weightsOf({ weight, labels }: State, hashes: Int32Array): FeatureWeights[] {
  const features: FeatureWeights[] = [];
  for (let id = 0; id < hashes.length; id++) {
    const classes: number[] = [];
    const weights: number[] = [];
    for (let k = 0; k < labels; k++) {
      const value = weight[id * labels + k]!;
      if (Math.abs(value) < 0.02) continue;
      classes.push(k);
      weights.push(value);
    }
    if (classes.length > 0) features.push({ feature: hashes[id]!, classes, weights });
  }
  return features;
}
