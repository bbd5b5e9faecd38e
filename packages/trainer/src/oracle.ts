/** The dynamic oracle of the arc-hybrid system (Goldberg & Nivre 2013): what a move costs. */
import { type Configuration, LEFT, RIGHT, SHIFT } from "@hearsay/reader/model";

export interface GoldTree {
  /** Head within the sentence; `size` for the root. */
  readonly head: readonly number[];
  /** Dependents in order, by head; slot `size` for the root. */
  readonly dependents: readonly (readonly number[])[];
}

export function goldTree(heads: readonly number[]): GoldTree {
  const head = heads.map((each) => (each < 0 ? heads.length : each));
  const dependents: number[][] = Array.from({ length: heads.length + 1 }, () => []);
  head.forEach((each, i) => {
    dependents[each]!.push(i);
  });
  return { head, dependents };
}

/** Gold arcs that can no longer be reached after the move. */
export function costOf(move: number, at: Configuration, gold: GoldTree): number {
  if (move === SHIFT) return costOfShift(at, gold);
  const s0 = at.peek(0);
  const head = gold.head[s0]!;
  let cost = 0;
  for (const each of gold.dependents[s0]!) if (each >= at.front) cost++;
  if (move === LEFT)
    return cost + (head !== at.front && (head > at.front || head === at.peek(1)) ? 1 : 0);
  return cost + (head >= at.front ? 1 : 0);
}

function costOfShift(at: Configuration, gold: GoldTree): number {
  const b0 = at.front;
  const head = gold.head[b0]!;
  let cost = head < b0 && at.head[head]! < 0 && head !== at.peek(0) ? 1 : 0;
  for (const each of gold.dependents[b0]!) if (each < b0 && at.head[each]! < 0) cost++;
  return cost;
}

export const moves: readonly number[] = [SHIFT, LEFT, RIGHT];
