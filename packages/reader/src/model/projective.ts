/**
 * The best tree without crossing arcs (Eisner 1996), one word on the root. English sentences seldom
 * have crossing arcs; where the best heads of words cross, one of them is mostly wrong.
 */
import type { Arcs } from "./arcs.ts";

/** Time grows with the third power of the length: longer sentences keep what they have. */
export const longestProjective = 100;

/** Whether an arc crosses another; -1 is the root. */
export function crosses(head: Int32Array): boolean {
  for (let i = 0; i < head.length; i++) {
    const own = head[i]!;
    if (own < 0) continue;
    const [from, to] = own < i ? [own, i] : [i, own];
    for (let k = from + 1; k < to; k++) if (head[k]! < from || head[k]! > to) return true;
  }
  return false;
}

const never = -1e9;

/**
 * Spans of words by first and last: `open` ones still want what lies beyond, `shut` ones are done;
 * their head is the first word ("right") or the last ("left").
 */
interface Chart {
  readonly size: number;
  readonly score: Readonly<Record<Kind, Float64Array>>;
  /** Where a span is best parted. */
  readonly split: Readonly<Record<Kind, Int16Array>>;
}
type Kind = "openLeft" | "openRight" | "shutLeft" | "shutRight";
const kinds: readonly Kind[] = ["openLeft", "openRight", "shutLeft", "shutRight"];

export function projectiveTree(arcs: Arcs): Int32Array {
  const { size } = arcs;
  const chart = filled(arcs);
  const { shutLeft, shutRight } = chart.score;
  let root = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < size; r++) {
    const whole = shutLeft[r]! + shutRight[r * size + size - 1]! + arcs.rootScore(r);
    if (whole > best) {
      best = whole;
      root = r;
    }
  }
  const head = new Int32Array(size).fill(-1);
  follow(chart, "shutLeft", 0, root, head);
  follow(chart, "shutRight", root, size - 1, head);
  return head;
}

function filled(arcs: Arcs): Chart {
  const { size } = arcs;
  const each = <T>(make: () => T): Record<Kind, T> =>
    Object.fromEntries(kinds.map((kind) => [kind, make()])) as Record<Kind, T>;
  const score = each(() => new Float64Array(size * size));
  const split = each(() => new Int16Array(size * size));
  const chart: Chart = { size, score, split };
  const arc = (i: number, head: number): number =>
    head >= arcs.from(i) && head < arcs.to(i) ? arcs.score(i, head) : never;
  for (let width = 1; width < size; width++)
    for (let i = 0; i + width < size; i++) {
      const j = i + width;
      const at = i * size + j;
      const met = bestSplit(chart, "shutRight", "shutLeft", i, j, i, j - 1, 1);
      split.openLeft[at] = met;
      split.openRight[at] = met;
      const both = score.shutRight[i * size + met]! + score.shutLeft[(met + 1) * size + j]!;
      score.openLeft[at] = both + arc(i, j);
      score.openRight[at] = both + arc(j, i);
      const left = bestSplit(chart, "shutLeft", "openLeft", i, j, i, j - 1, 0);
      split.shutLeft[at] = left;
      score.shutLeft[at] = score.shutLeft[i * size + left]! + score.openLeft[left * size + j]!;
      const right = bestSplit(chart, "openRight", "shutRight", i, j, i + 1, j, 0);
      split.shutRight[at] = right;
      score.shutRight[at] = score.openRight[i * size + right]! + score.shutRight[right * size + j]!;
    }
  return chart;
}

/** Where two spans that make up `i … j` meet best; the second begins `gap` words after the first's end. */
function bestSplit(
  { size, score }: Chart,
  first: Kind,
  second: Kind,
  i: number,
  j: number,
  from: number,
  to: number,
  gap: number,
): number {
  const [one, two] = [score[first], score[second]];
  let best = from;
  let most = Number.NEGATIVE_INFINITY;
  for (let k = from; k <= to; k++) {
    const sum = one[i * size + k]! + two[(k + gap) * size + j]!;
    if (sum > most) {
      most = sum;
      best = k;
    }
  }
  return best;
}

/** Reads the heads of a span off the chart. */
function follow(chart: Chart, kind: Kind, i: number, j: number, head: Int32Array): void {
  if (i === j) return;
  const k = chart.split[kind][i * chart.size + j]!;
  if (kind === "shutLeft") {
    follow(chart, "shutLeft", i, k, head);
    follow(chart, "openLeft", k, j, head);
  } else if (kind === "shutRight") {
    follow(chart, "openRight", i, k, head);
    follow(chart, "shutRight", k, j, head);
  } else {
    if (kind === "openLeft") head[i] = j;
    else head[j] = i;
    follow(chart, "shutRight", i, k, head);
    follow(chart, "shutLeft", k + 1, j, head);
  }
}
