/**
 * A tree from scores of arcs. Each word takes its best head; where that closes a circle, the word of
 * the circle that loses least takes its best head outside (the step that Chu & Liu 1965 and Edmonds
 * 1967 contract by, without the contraction). One word alone hangs on the root. A tree whose arcs
 * cross is given up for the best of those whose arcs do not (`projective.ts`).
 */
import { type Arcs, ROOT } from "./arcs.ts";
import { crosses, longestProjective, projectiveTree } from "./projective.ts";

export interface SpanningTree {
  /** -1 for the root. */
  readonly head: Int32Array;
  /** By how much the head is better than the next best; negative where it is not the best. */
  readonly margin: Float32Array;
}

export function spanningTree(arcs: Arcs): SpanningTree {
  const head = new Int32Array(arcs.size);
  for (let i = 0; i < arcs.size; i++) head[i] = bestHead(arcs, i, () => true);
  const marks = new Int32Array(arcs.size);
  for (let circle = nextCircle(head, marks); circle; circle = nextCircle(head, marks))
    breakCircle(arcs, head, circle);
  keepOneRoot(arcs, head);
  if (arcs.size <= longestProjective && crosses(head)) head.set(projectiveTree(arcs));
  return { head, margin: Float32Array.from(head, (own, i) => marginOf(arcs, i, own)) };
}

const scoreOf = (arcs: Arcs, i: number, head: number): number =>
  head === ROOT ? arcs.rootScore(i) : arcs.score(i, head);

/** The best head of those allowed, the root if none is better; -2 when nothing is allowed. */
function bestHead(arcs: Arcs, i: number, allowed: (head: number) => boolean, root = true): number {
  let best = root ? ROOT : -2;
  let score = root ? arcs.rootScore(i) : Number.NEGATIVE_INFINITY;
  for (let j = arcs.from(i), to = arcs.to(i); j < to; j++) {
    if (j === i) continue;
    const own = arcs.score(i, j);
    if (own > score && allowed(j)) {
      score = own;
      best = j;
    }
  }
  return best;
}

/** The words of a circle, or nothing. `marks` is room to work in. */
function nextCircle(head: Int32Array, marks: Int32Array): number[] | undefined {
  marks.fill(0);
  for (let i = 0; i < head.length; i++) {
    let at = i;
    while (at !== ROOT && marks[at] === 0) {
      marks[at] = i + 1;
      at = head[at]!;
    }
    if (at === ROOT || marks[at] !== i + 1) continue;
    const circle = [at];
    for (let next = head[at]!; next !== at; next = head[next]!) circle.push(next);
    return circle;
  }
  return undefined;
}

/** Whether the way from a word to the root passes a word of the set; circles are in the set. */
function leadsTo(head: Int32Array, from: number, set: ReadonlySet<number>): boolean {
  for (let at = from, steps = 0; at !== ROOT && steps <= head.length; at = head[at]!, steps++)
    if (set.has(at)) return true;
  return false;
}

function breakCircle(arcs: Arcs, head: Int32Array, circle: readonly number[]): void {
  const set = new Set(circle);
  let chosen = circle[0]!;
  let instead = ROOT;
  let least = Number.POSITIVE_INFINITY;
  for (const i of circle) {
    const other = bestHead(arcs, i, (j) => !leadsTo(head, j, set));
    const loss = scoreOf(arcs, i, head[i]!) - scoreOf(arcs, i, other);
    if (loss < least) {
      least = loss;
      chosen = i;
      instead = other;
    }
  }
  head[chosen] = instead;
}

/** Of several words on the root, the one stays whose moving would lose most. */
function keepOneRoot(arcs: Arcs, head: Int32Array): void {
  const roots = [...head.keys()].filter((i) => head[i] === ROOT);
  if (roots.length < 2) return;
  const losses = roots.map((i) => {
    const set = new Set([i]);
    const other = bestHead(arcs, i, (j) => !leadsTo(head, j, set), false);
    return other < 0 ? Number.POSITIVE_INFINITY : arcs.rootScore(i) - arcs.score(i, other);
  });
  const kept = roots[losses.indexOf(Math.max(...losses))]!;
  for (const i of roots) {
    if (i === kept) continue;
    const set = new Set([i]);
    const other = bestHead(arcs, i, (j) => !leadsTo(head, j, set), false);
    // Nothing of the sentence within reach: to the one that stays.
    head[i] = other < 0 ? kept : other;
  }
}

function marginOf(arcs: Arcs, i: number, own: number): number {
  let next = own === ROOT ? Number.NEGATIVE_INFINITY : arcs.rootScore(i);
  for (let j = arcs.from(i), to = arcs.to(i); j < to; j++)
    if (j !== i && j !== own) next = Math.max(next, arcs.score(i, j));
  return next === Number.NEGATIVE_INFINITY ? 1e6 : scoreOf(arcs, i, own) - next;
}
