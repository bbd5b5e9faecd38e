/** 32-bit hashing of strings and feature parts. Trainer and reader must agree to the bit. */

export const hashStart = 0x811c9dc5 | 0;

/** FNV-1a over UTF-16 units, `from` inclusive to `to` exclusive. */
export function hashString(text: string, from = 0, to: number = text.length): number {
  let hash = hashStart;
  for (let k = from; k < to; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return hash;
}

/** One more part into a running hash. */
export function mix(hash: number, part: number): number {
  const mixed = Math.imul(hash ^ part, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

/** Spreads the last bits, so that any of them can choose a slot. */
export function finish(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return spread ^ (spread >>> 16);
}
