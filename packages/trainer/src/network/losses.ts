/** What the network is taught by: the losses of tags, heads and relations, and their gradients. */
import { padded, type Shape } from "@hearsay/reader/model";
import type { Example, Tree } from "./batches.ts";
import { type Encoded, maskOf } from "./forward.ts";
import type { Gradients } from "./gradients.ts";
import { targetLoss } from "./targets.ts";

export interface Losses {
  readonly tag: number;
  readonly head: number;
  readonly relation: number;
}

/** What is decided of each token. */
export type Decision = keyof Losses;

/** Hears the scores of each decision; tokens count through the batch. */
export type Hear = (decision: Decision, token: number, scores: Float32Array) => void;

interface Scene {
  readonly net: Gradients;
  readonly shape: Shape;
  readonly batch: readonly Example[];
  readonly done: Encoded;
  readonly dSeen: number;
  readonly rate: number;
  /** One over the number of tokens. */
  readonly share: number;
  readonly hear: Hear | undefined;
}

/** Losses in nats a token; gradients are added to the weights', and to `dSeen`. */
export function lossesOf(
  net: Gradients,
  shape: Shape,
  batch: readonly Example[],
  done: Encoded,
  dSeen: number,
  rate: number,
  hear?: Hear,
): Losses {
  const scene: Scene = { net, shape, batch, done, dSeen, rate, share: 1 / done.count, hear };
  const { loss: tag, guessed } = tagLoss(scene);
  const head = headLoss(scene, guessed);
  return { tag, head, relation: relationLoss(scene, guessed) };
}

function tagLoss({ net, shape, batch, done, dSeen, share, hear }: Scene): {
  loss: number;
  guessed: Int32Array;
} {
  const both = 2 * shape.memory;
  const columns = padded(shape.tags);
  const scores = net.dense("tag", done.seen, done.count, both, columns);
  const guessed = new Int32Array(done.count);
  let loss = 0;
  let token = 0;
  for (const { size, tree } of batch)
    for (let i = 0; i < size; i++, token++) {
      const row = scores + 4 * token * columns;
      const numbers = net.arithmetic.view(row, shape.tags);
      guessed[token] = largest(numbers);
      hear?.("tag", token, numbers);
      loss += targetLoss(net, row, columns, shape.tags, tree?.tag, i, share);
    }
  net.denseBack("tag", done.seen, scores, done.count, both, columns, dSeen);
  return { loss: loss * share, guessed };
}

function largest(numbers: Float32Array): number {
  let best = 0;
  for (let k = 1; k < numbers.length; k++) if (numbers[k]! > numbers[best]!) best = k;
  return best;
}

/** A view of the seen words for one purpose, with what the tags add. */
class View {
  readonly out: number;
  private readonly scene: Scene;
  private readonly name: string;
  private readonly tagName: string;
  private readonly columns: number;
  private readonly guessed: Int32Array;

  constructor(scene: Scene, name: string, tagName: string, columns: number, guessed: Int32Array) {
    const { net, shape, done } = scene;
    this.scene = scene;
    this.name = name;
    this.tagName = tagName;
    this.columns = columns;
    this.guessed = guessed;
    this.out = net.dense(name, done.seen, done.count, 2 * shape.memory, columns);
    for (let i = 0; i < done.count; i++)
      net.run.add(this.tagRow(i), this.out + 4 * i * columns, columns);
  }

  private tagRow(i: number): number {
    return this.scene.net.at(this.tagName) + 4 * this.guessed[i]! * this.columns;
  }

  back(d: number): void {
    const { net, shape, done, dSeen } = this.scene;
    const { columns } = this;
    for (let i = 0; i < done.count; i++)
      net.run.add(d + 4 * i * columns, net.of(this.tagRow(i)), columns);
    net.denseBack(this.name, done.seen, d, done.count, 2 * shape.memory, columns, dSeen);
  }
}

/** Negative numbers to 0, then a mask; gives the way back. */
function rectified({ net, rate }: Scene, x: number, count: number): (d: number) => void {
  net.run.rectify(x, count);
  const mask = maskOf(net, count, rate);
  net.back.scaleBy(mask, x, count);
  return (d) => {
    net.back.scaleBy(mask, d, count);
    net.back.rectifyBack(x, d, count);
  };
}

const never = -1e4;

function headLoss(scene: Scene, guessed: Int32Array): number {
  const { net, shape, batch, done, share, hear } = scene;
  const { arithmetic, back } = net;
  const { arc } = shape;
  const total = done.count * arc;
  const dependents = new View(scene, "dependent", "tag.dependent", arc, guessed);
  const heads = new View(scene, "head", "tag.head", arc, guessed);
  const dependentsBack = rectified(scene, dependents.out, total);
  const headsBack = rectified(scene, heads.out, total);
  const matched = net.dense("match", dependents.out, done.count, arc, arc);
  const dMatched = arithmetic.zeros(total);
  const dHeads = arithmetic.zeros(total);
  let loss = 0;
  let from = 0;
  for (const { size, tree } of batch) {
    const shift = 4 * from * arc;
    from += size;
    if (!tree && !hear) continue;
    const mark = arithmetic.mark();
    // Rows: the root, the tokens, and as many empty ones as the kernels ask for.
    const columns = padded(size + 1);
    const rows = arithmetic.zeros(columns * arc);
    const dRows = arithmetic.zeros(columns * arc);
    arithmetic.copy(net.at("root"), rows, arc);
    arithmetic.copy(heads.out + shift, rows + 4 * arc, size * arc);
    const scores = arithmetic.reserve(size * columns);
    for (let i = 0; i < size; i++) {
      const row = scores + 4 * i * columns;
      net.run.dots(matched + shift + 4 * i * arc, rows, arc, row, size + 1, arc);
      const numbers = arithmetic.view(row, columns);
      numbers.fill(never, size + 1);
      numbers[i + 1] = never;
      hear?.("head", from - size + i, numbers.subarray(0, size + 1));
      loss += targetLoss(net, row, columns, columns, tree?.head, i, share);
    }
    net.back.multiply(scores, columns, rows, dMatched + shift, arc, size, columns, arc);
    back.multiplyTransposed(scores, columns, matched + shift, arc, dRows, size, columns, arc);
    net.run.add(dRows, net.of(net.at("root")), arc);
    net.run.add(dRows + 4 * arc, dHeads + shift, size * arc);
    arithmetic.release(mark);
  }
  const dDependents = arithmetic.zeros(total);
  net.denseBack("match", dependents.out, dMatched, done.count, arc, arc, dDependents);
  dependentsBack(dDependents);
  headsBack(dHeads);
  dependents.back(dDependents);
  heads.back(dHeads);
  return loss * share;
}

function relationLoss(scene: Scene, guessed: Int32Array): number {
  const { net, shape, batch, done, share } = scene;
  const { arithmetic, run } = net;
  const width = shape.relation;
  const columns = padded(shape.relations);
  const own = new View(scene, "related", "tag.related", width, guessed);
  const governors = new View(scene, "governor", "tag.governor", width, guessed);
  const eachArc = (visit: (token: number, head: number, tree: Tree, i: number) => void): void => {
    let from = 0;
    for (const { size, tree } of batch) {
      for (let i = 0; i < size && tree; i++) {
        const head = tree.governor[i]!;
        visit(from + i, head < 0 ? -1 : from + head, tree, i);
      }
      from += size;
    }
  };
  eachArc((token, head) => {
    if (head >= 0) run.add(governors.out + 4 * head * width, own.out + 4 * token * width, width);
  });
  const ownBack = rectified(scene, own.out, done.count * width);
  const scores = net.dense("relation", own.out, done.count, width, columns);
  let loss = 0;
  // Of the root's arc and of words without a tree nothing is learnt.
  const dScores = arithmetic.zeros(done.count * columns);
  eachArc((token, head, { relation }, i) => {
    if (head < 0) return;
    const row = scores + 4 * token * columns;
    scene.hear?.("relation", token, arithmetic.view(row, shape.relations));
    loss += targetLoss(net, row, columns, shape.relations, relation, i, share);
    arithmetic.copy(row, dScores + 4 * token * columns, columns);
  });
  const dOwn = arithmetic.zeros(done.count * width);
  net.denseBack("relation", own.out, dScores, done.count, width, columns, dOwn);
  ownBack(dOwn);
  const dGovernors = arithmetic.zeros(done.count * width);
  eachArc((token, head) => {
    if (head >= 0) run.add(dOwn + 4 * token * width, dGovernors + 4 * head * width, width);
  });
  own.back(dOwn);
  governors.back(dGovernors);
  return loss * share;
}
