/** Numbers from a seed (mulberry32): training gives the same bytes for the same input. */
export function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A new order of the list (Fisher–Yates). */
export function shuffled<Item>(list: readonly Item[], next: () => number): Item[] {
  const order = [...list];
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(next() * (k + 1));
    const held = order[k]!;
    order[k] = order[other]!;
    order[other] = held;
  }
  return order;
}
