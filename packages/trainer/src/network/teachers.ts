/**
 * What several trained networks together say of sentences, for one to learn from (Hinton, Vinyals &
 * Dean 2015; for parsers Kuncoro et al. 2016): the mean of their distributions, of which the few
 * likeliest classes are kept.
 */
import { type Model, type Shape, unpackWeights, weightsOf } from "@hearsay/reader/model";
import type { Example, Tree } from "./batches.ts";
import { encodeBatch } from "./forward.ts";
import { Gradients } from "./gradients.ts";
import { type Decision, lossesOf } from "./losses.ts";
import type { Targets } from "./targets.ts";

export interface Teacher {
  readonly net: Gradients;
  readonly shape: Shape;
}

/** A network that was trained before, from its file. */
export function teacherOf(model: Model): Teacher {
  const { shape } = model.header.facts as { shape: Shape };
  const net = new Gradients(weightsOf(shape));
  net.learning = false;
  const numbers = unpackWeights(model, net.list);
  let at = 0;
  for (const weight of net.list) {
    const view = net.view(weight);
    view.set(numbers.subarray(at, at + view.length));
    at += view.length;
  }
  return { net, shape };
}

/** Classes kept of a distribution. */
const kept = 5;
/** Tokens asked about at once. */
const portion = 1500;

/**
 * The examples with what the teachers say as their targets: wholly where nothing is known, else by
 * this share, the rest being what is known.
 */
export function taught(
  teachers: readonly Teacher[],
  examples: readonly Example[],
  share: number,
): Example[] {
  const told: Example[] = [];
  for (let from = 0; from < examples.length; ) {
    let to = from;
    for (let tokens = 0; to < examples.length && tokens < portion; to++)
      tokens += examples[to]!.size;
    told.push(...taughtBatch(teachers, examples.slice(from, to), share));
    from = to;
  }
  return told;
}

/** Sums of distributions, by decision and token. */
type Sums = Readonly<Record<Decision, Map<number, Float64Array>>>;

function asked(teachers: readonly Teacher[], batch: readonly Example[]): Sums {
  const sums: Sums = { tag: new Map(), head: new Map(), relation: new Map() };
  for (const { net, shape } of teachers) {
    const mark = net.arithmetic.mark();
    net.forget();
    const nothing = shape.attributes.map(() => 0);
    const done = encodeBatch(net, shape, batch, nothing, { rate: 0, next: () => 1 });
    lossesOf(net, shape, batch, done, 0, 0, (decision, token, scores) => {
      const sum = sums[decision].get(token) ?? new Float64Array(scores.length);
      sums[decision].set(token, sum);
      addSoftmax(scores, sum);
    });
    net.arithmetic.release(mark);
  }
  return sums;
}

function addSoftmax(scores: Float32Array, sum: Float64Array): void {
  const most = scores.reduce((a, b) => Math.max(a, b));
  const powers = Float64Array.from(scores, (each) => Math.exp(each - most));
  const whole = powers.reduce((a, b) => a + b);
  powers.forEach((each, k) => {
    sum[k]! += each / whole;
  });
}

function taughtBatch(
  teachers: readonly Teacher[],
  batch: readonly Example[],
  share: number,
): Example[] {
  const first = asked(teachers, batch);
  const trees: Example[] = [];
  let from = 0;
  for (const example of batch) {
    trees.push({ ...example, tree: treeOf(example, first, from, share) });
    from += example.size;
  }
  const second = batch.every(({ tree }) => tree) ? first : asked(teachers, trees);
  from = 0;
  return trees.map((example, k) => {
    const at = from;
    from += example.size;
    const relation = blended(second.relation, at, example.size, batch[k]!.tree?.relation, share);
    const tree: Tree = { ...example.tree!, relation };
    return { ...example, tree };
  });
}

/** Without relations where none are known yet: they are asked for once the heads are chosen. */
function treeOf({ size, tree }: Example, sums: Sums, from: number, share: number): Tree {
  const head = blended(sums.head, from, size, tree?.head, share);
  const unknown: Targets = {
    width: 1,
    at: new Int16Array(size).fill(-1),
    weight: new Float32Array(size),
  };
  return {
    tag: blended(sums.tag, from, size, tree?.tag, share),
    head,
    governor:
      tree?.governor ?? Int32Array.from({ length: size }, (_, i) => head.at[i * head.width]! - 1),
    relation: tree?.relation ?? unknown,
  };
}

/** The likeliest classes of each token, most likely first, `known` ones with the rest of the weight. */
function blended(
  sums: ReadonlyMap<number, Float64Array>,
  from: number,
  size: number,
  known: Targets | undefined,
  share: number,
): Targets {
  const at = new Int16Array(size * kept).fill(-1);
  const weight = new Float32Array(size * kept);
  for (let i = 0; i < size; i++) {
    const sum = sums.get(from + i);
    if (!sum) continue;
    const own = known ? known.at[i * known.width]! : -1;
    const whole = sum.reduce((a, b) => a + b);
    const chances = Array.from(
      sum,
      (each, k) => ((known ? share : 1) * each) / whole + (k === own ? 1 - share : 0),
    );
    const best = [...chances.keys()].sort((a, b) => chances[b]! - chances[a]! || a - b);
    const top = best.slice(0, kept);
    const total = top.reduce((sumOfTop, k) => sumOfTop + chances[k]!, 0);
    top.forEach((k, place) => {
      at[i * kept + place] = k;
      weight[i * kept + place] = chances[k]! / total;
    });
  }
  return { width: kept, at, weight };
}
