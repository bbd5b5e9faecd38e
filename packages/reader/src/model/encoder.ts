/**
 * From words to numbers that know their sentence: each word's vector (`vocabulary.ts`), then layers of
 * memory in both directions. Tagger and parser read what this gives, so it is computed once a report.
 */
import { Arithmetic } from "./arithmetic.ts";
import type { Model } from "./container.ts";
import { parts, readWeights, type Shape, type Weights, weightsOf } from "./network.ts";
import { gatesOf, layerOf, packingOf, portionsOf, runRecurrent } from "./recurrent.ts";
import {
  KnownWords,
  type NewWord,
  readVocabulary,
  settingsOf,
  sumVectors,
  type Vocabulary,
  type WordSources,
} from "./vocabulary.ts";

export interface Encoder {
  readonly arithmetic: Arithmetic;
  readonly shape: Shape;
  readonly weights: Weights;
  readonly vocabulary: Vocabulary;
  /** What each word says to the gates of the first layer. */
  readonly known: KnownWords;
}

/** Tokens to work on at once, if no sentence is longer. */
const portion = 4096;

/** Sections: those of `packWeights` and `readVocabulary`. Facts: the shape. */
export function readEncoder(model: Model, sources: WordSources): Encoder {
  const { shape } = model.header.facts as unknown as { shape: Shape };
  const arithmetic = new Arithmetic();
  const weights = readWeights(model, weightsOf(shape), arithmetic);
  const vocabulary = readVocabulary(model, shape.attributes, sources);
  const known = new KnownWords(8192, 6 * shape.memory, (words) =>
    firstGates(arithmetic, shape, weights, vocabulary, words),
  );
  return { arithmetic, shape, weights, vocabulary, known };
}

/** What was remembered at each token: `2 · memory` whole numbers in a row. */
export function encode(encoder: Encoder, forms: readonly string[], first: Int32Array): Int16Array {
  const { arithmetic, shape } = encoder;
  const seen = 2 * shape.memory;
  const result = new Int16Array(forms.length * seen);
  const setting = settingsOf(forms, first);
  for (const [from, to] of portionsOf(first, portion)) {
    const mark = arithmetic.mark();
    encodePortion(encoder, forms, setting, first, from, to, result);
    arithmetic.release(mark);
  }
  return result;
}

function encodePortion(
  encoder: Encoder,
  forms: readonly string[],
  setting: Uint8Array,
  first: Int32Array,
  from: number,
  to: number,
  result: Int16Array,
): void {
  const { arithmetic, shape, weights, known } = encoder;
  const { memory, layers } = shape;
  const packing = packingOf(first, from, to);
  const base = first[from]!;
  const places = known.placesOf(forms, setting, base, base + packing.count);
  const all = 6 * memory;
  const seen = 2 * memory;
  let gates = arithmetic.reserve(packing.count * all);
  const rows = arithmetic.view(gates, packing.count * all);
  for (let k = 0; k < packing.count; k++)
    rows.set(known.numbers.subarray(places[k]!, places[k]! + all), packing.row[k]! * all);
  let x = runRecurrent(arithmetic, layerOf(weights, "layer0"), packing, gates, memory);
  for (let layer = 1; layer < layers; layer++) {
    const own = layerOf(weights, `layer${layer}`);
    gates = gatesOf(arithmetic, own, x, packing.count, seen, memory);
    x = runRecurrent(arithmetic, own, packing, gates, memory);
  }
  const out = arithmetic.viewWhole(x, packing.count * seen);
  for (let k = 0; k < packing.count; k++) {
    const row = packing.row[k]! * seen;
    result.set(out.subarray(row, row + seen), (base + k) * seen);
  }
}

/** Words' vectors are summed, normalised, mixed and normalised again; then the first layer hears them. */
function firstGates(
  arithmetic: Arithmetic,
  { width, memory }: Shape,
  weights: Weights,
  vocabulary: Vocabulary,
  words: readonly NewWord[],
): Float32Array {
  const { run } = arithmetic;
  const { rows, matrices } = weights;
  const count = words.length;
  const mark = arithmetic.mark();
  const x = arithmetic.zeros(count * width);
  const numbers = arithmetic.view(x, count * width);
  words.forEach(({ form, setting }, k) => {
    const own = numbers.subarray(k * width, (k + 1) * width);
    sumVectors(vocabulary, weights, form, setting, own);
  });
  const mix = matrices.get("mix")!;
  const spread = arithmetic.reserve(count);
  const mixed = arithmetic.reserve(count * width);
  const whole = arithmetic.reserve((count * width) / 2);
  const normalise = (name: string): void => {
    run.normalise(x, rows.get(`${name}.gain`)!, rows.get(`${name}.bias`)!, spread, count, width);
    run.toWhole(x, whole, count * width, parts);
  };
  normalise("summed");
  run.fillRows(rows.get("mix.bias")!, mixed, width, count, width);
  run.multiplyWhole(whole, width, mix.at, mix.scales, mixed, width, count, width, width);
  run.rectify(mixed, count * width);
  run.add(mixed, x, count * width);
  normalise("mixed");
  const gates = gatesOf(arithmetic, layerOf(weights, "layer0"), whole, count, width, memory);
  const numbersOfGates = arithmetic.view(gates, count * 6 * memory).slice();
  arithmetic.release(mark);
  return numbersOfGates;
}
