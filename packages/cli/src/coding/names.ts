/**
 * Tells names apart that come more than once: "a", "a#2", "a#3". It keeps a hash and a count a name,
 * not the name, so a million take 24 MB at most; two names that share a hash of 53 bits get a "#2"
 * too many, and are still told apart.
 */
export class Names {
  #hashes = new Float64Array(1024);
  #counts = new Uint32Array(1024);
  #size = 0;

  unique(name: string): string {
    if (this.#size * 2 >= this.#hashes.length) this.#grow();
    const hash = hashOf(name);
    const slot = this.#slotOf(hash);
    if (this.#counts[slot] === 0) this.#size++;
    this.#hashes[slot] = hash;
    const count = ++this.#counts[slot]!;
    return count === 1 ? name : `${name}#${count}`;
  }

  /** Where a hash is, or may be put. */
  #slotOf(hash: number): number {
    let slot = hash % this.#hashes.length;
    while (this.#counts[slot] !== 0 && this.#hashes[slot] !== hash)
      slot = (slot + 1) % this.#hashes.length;
    return slot;
  }

  #grow(): void {
    const [hashes, counts] = [this.#hashes, this.#counts];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#counts = new Uint32Array(hashes.length * 2);
    for (const [k, count] of counts.entries()) {
      if (count === 0) continue;
      const slot = this.#slotOf(hashes[k]!);
      this.#hashes[slot] = hashes[k]!;
      this.#counts[slot] = count;
    }
  }
}

/** Two passes of FNV-1a, 32 and 21 bits of them. */
function hashOf(name: string): number {
  let low = 0x811c9dc5;
  let high = 0x050c5d1f;
  for (let k = 0; k < name.length; k++) {
    low = Math.imul(low ^ name.charCodeAt(k), 0x01000193);
    high = Math.imul(high ^ name.charCodeAt(k), 0x85ebca6b);
  }
  return (low >>> 0) + (high >>> 11) * 2 ** 32;
}
