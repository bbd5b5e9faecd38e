/** A half-open range of UTF-16 units, `[from, to)`, into the canonical text of a report. */
export type Span = readonly [from: number, to: number];

export const covers = (outer: Span, inner: Span): boolean =>
  outer[0] <= inner[0] && inner[1] <= outer[1];

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** How many units two spans share. */
export const shared = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

export const spanText = (text: string, span: Span): string => text.slice(span[0], span[1]);

/** Orders by start, longer first among those that start together. */
export const bySpan = (a: Span, b: Span): number => a[0] - b[0] || b[1] - a[1];

/** The smallest span around all of the given ones; `undefined` for none. */
export function hull(spans: Iterable<Span>): Span | undefined {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    from = Math.min(from, span[0]);
    to = Math.max(to, span[1]);
  }
  return from <= to ? [from, to] : undefined;
}

/** Sorted, with spans that touch or overlap joined into one. */
export function union(spans: Iterable<Span>): Span[] {
  const sorted = [...spans].sort(bySpan);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
