/**
 * Feature templates as text, read by trainer and reader alike. A line is one template, a term is
 * `address.attribute`; the terms of a line are joined into one feature:
 *
 *     0.lower             # the word itself (for sequences: addresses count from the token)
 *     -1.label 0.suffix3  # the label before, with the last three letters
 *     s0.tag b0.tag       # for trees: top of the stack, front of the buffer
 *
 * What addresses and attributes there are, the task says (`sequence.ts`, `parser.ts`).
 */
import { finish, hashStart, mix } from "./hash.ts";

export interface Templates {
  /** The different terms: index of the address, index of the attribute. */
  readonly address: Int32Array;
  readonly attribute: Int32Array;
  /** Each template as indices into the terms, all in a row; `first` has one slot more. */
  readonly part: Int32Array;
  readonly first: Int32Array;
  readonly seed: Int32Array;
  readonly count: number;
}

/** Compiles templates. Throws on a term that names no known address or attribute. */
export function readTemplates(
  text: string,
  addresses: readonly string[],
  attributes: readonly string[],
): Templates {
  const terms: [number, number][] = [];
  const known = new Map<string, number>();
  const part: number[] = [];
  const first = [0];
  const seed: number[] = [];
  text.split("\n").forEach((line, at) => {
    const names = (line.split("#")[0] ?? "").trim().split(/\s+/).filter(Boolean);
    if (names.length === 0) return;
    for (const name of names) {
      const dot = name.lastIndexOf(".");
      const term = [addresses.indexOf(name.slice(0, dot)), attributes.indexOf(name.slice(dot + 1))];
      if (term[0]! < 0 || term[1]! < 0)
        throw new Error(
          `templates:${at + 1}: "${name}" is no term; write ADDRESS.ATTRIBUTE with one of ${addresses.join(" ")} and one of ${attributes.join(" ")}`,
        );
      if (!known.has(name)) {
        known.set(name, terms.length);
        terms.push([term[0]!, term[1]!]);
      }
      part.push(known.get(name)!);
    }
    seed.push(mix(hashStart, seed.length + 1));
    first.push(part.length);
  });
  return {
    address: Int32Array.from(terms, ([each]) => each),
    attribute: Int32Array.from(terms, ([, each]) => each),
    part: Int32Array.from(part),
    first: Int32Array.from(first),
    seed: Int32Array.from(seed),
    count: seed.length,
  };
}

/** Features from the values of the terms, one hash a template, into `into`. */
export function fillFeatures(
  { part, first, seed, count }: Templates,
  values: Int32Array,
  into: Int32Array,
): void {
  for (let t = 0; t < count; t++) {
    let hash = seed[t]!;
    const end = first[t + 1]!;
    for (let k = first[t]!; k < end; k++) {
      const mixed = Math.imul(hash ^ values[part[k]!]!, 0x9e3779b1);
      hash = mixed ^ (mixed >>> 15);
    }
    into[t] = finish(hash);
  }
}
