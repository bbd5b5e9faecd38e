/** Precision, recall and F1 in percent, to two decimals. */
export interface PrecisionRecall {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;

export function precisionRecall(both: number, found: number, gold: number): PrecisionRecall {
  const p = percent(both, found);
  const r = percent(both, gold);
  return { p, r, f1: percent(2 * both, found + gold) };
}
