/** Universal and Penn tags in one decision, read off the encoder: a class is "NOUN NN". */
import type { Tags } from "../reading/layers.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Model } from "./container.ts";
import type { Encoder } from "./encoder.ts";
import { padded, type Shape, type Weights } from "./network.ts";
import { bestOfRow } from "./parser.ts";

export interface Tagger {
  readonly arithmetic: Arithmetic;
  readonly shape: Shape;
  readonly weights: Weights;
  readonly uposNames: readonly string[];
  readonly xposNames: readonly string[];
  /** By class. */
  readonly uposOf: Uint8Array;
  readonly xposOf: Uint8Array;
}

/** Facts: `tagNames`, the classes in order. */
export function taggerOf(
  { arithmetic, shape, weights }: Pick<Encoder, "arithmetic" | "shape" | "weights">,
  { header }: Model,
): Tagger {
  const { tagNames } = header.facts as { tagNames: string[] };
  const pairs = tagNames.map((each) => each.split(" "));
  const uposNames = [...new Set(pairs.map(([upos]) => upos!))].sort();
  const xposNames = [...new Set(pairs.map(([, xpos]) => xpos!))].sort();
  return {
    arithmetic,
    shape,
    weights,
    uposNames,
    xposNames,
    uposOf: Uint8Array.from(pairs, ([upos]) => uposNames.indexOf(upos!)),
    xposOf: Uint8Array.from(pairs, ([, xpos]) => xposNames.indexOf(xpos!)),
  };
}

/** Words to work on at once. */
const portion = 2048;

/** `seen`: what `encode` gave. */
export function tagWords(tagger: Tagger, seen: Int16Array): Tags {
  const { arithmetic, shape, weights, uposNames, xposNames } = tagger;
  const width = 2 * shape.memory;
  const columns = padded(shape.tags);
  const count = seen.length / width;
  const upos = new Uint8Array(count);
  const xpos = new Uint8Array(count);
  const margin = new Float32Array(count);
  const { at, scales: factors } = weights.matrices.get("tag")!;
  const bias = weights.rows.get("tag.bias")!;
  for (let from = 0; from < count; from += portion) {
    const mark = arithmetic.mark();
    const rows = Math.min(portion, count - from);
    const x = arithmetic.placeWhole(seen.subarray(from * width, (from + rows) * width));
    const scores = arithmetic.reserve(rows * columns);
    arithmetic.run.fillRows(bias, scores, columns, rows, columns);
    arithmetic.run.multiplyWhole(x, width, at, factors, scores, columns, rows, width, columns);
    const numbers = arithmetic.view(scores, rows * columns);
    for (let i = 0; i < rows; i++) {
      const [best, lead] = bestOfRow(numbers, i * columns, shape.tags);
      upos[from + i] = tagger.uposOf[best]!;
      xpos[from + i] = tagger.xposOf[best]!;
      margin[from + i] = lead;
    }
    arithmetic.release(mark);
  }
  return { upos, xpos, uposNames, xposNames, margin };
}
