/**
 * What is right, for each token of a sentence: one class, or several with their weights where
 * teachers were asked (Hinton, Vinyals & Dean 2015). Class -1 says that nothing is known.
 */
import type { Gradients } from "./gradients.ts";

export interface Targets {
  /** Entries a token. */
  readonly width: number;
  readonly at: Int16Array;
  /** Sums to 1 over the entries of a token. */
  readonly weight: Float32Array;
}

/** One class a token. */
export const surely = (classes: readonly number[]): Targets => ({
  width: 1,
  at: Int16Array.from(classes),
  weight: new Float32Array(classes.length).fill(1),
});

/**
 * The loss of a row of scores, in nats; the scores become its gradient, times `share`. Scores from
 * `classes` to `columns` are padding.
 */
export function targetLoss(
  { arithmetic, back }: Gradients,
  row: number,
  columns: number,
  classes: number,
  targets: Targets | undefined,
  token: number,
  share: number,
): number {
  const numbers = arithmetic.view(row, columns);
  const from = token * (targets?.width ?? 0);
  if (!targets || targets.at[from]! < 0) {
    numbers.fill(0);
    return 0;
  }
  const to = from + targets.width;
  let reached = 0;
  for (let k = from; k < to; k++)
    if (targets.weight[k]! > 0) reached += targets.weight[k]! * numbers[targets.at[k]!]!;
  const whole = back.softmax(row, classes, share);
  for (let k = from; k < to; k++)
    if (targets.weight[k]! > 0) numbers[targets.at[k]!]! -= targets.weight[k]! * share;
  numbers.fill(0, classes);
  return whole - reached;
}
