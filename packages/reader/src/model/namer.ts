/**
 * Names, by a small network of its own over units: words, and known names as one unit each, however
 * long (`stages/names/units.ts`). Vectors of a unit's form and of the word lists it is on, two layers of
 * memory, then for each unit the score of each label ("B-PER", "I-PER", … "O"), and of these the
 * best sequence (Viterbi 1967) in which no name goes on that has not begun.
 */
import type { Arithmetic } from "./arithmetic.ts";
import type { Model } from "./container.ts";
import type { Encoder } from "./encoder.ts";
import {
  coarseParts,
  dense,
  layerWeights,
  padded,
  readWeights,
  table,
  type Weight,
  type Weights,
} from "./network.ts";
import { gatesOf, layerOf, packingOf, runRecurrent } from "./recurrent.ts";
import {
  type Attribute,
  KnownWords,
  readVocabulary,
  settingsOf,
  sumVectors,
} from "./vocabulary.ts";
import { mayBeCapital } from "./words.ts";

export interface NameShape {
  readonly attributes: readonly Attribute[];
  /** Numbers of a unit's vector. */
  readonly width: number;
  /** Numbers that are remembered in each direction. */
  readonly memory: number;
  readonly layers: number;
  readonly labels: number;
  /** Word lists; for each there is a bit. */
  readonly lists: number;
  /** Corpora that were learnt from; names are told as the first of them has them. */
  readonly sources: number;
}

/** Name of a layer's weights. */
export const nameLayer = (layer: number): string => `names${layer}`;

/** All weights in order. */
export const nameWeightsOf = (shape: NameShape): Weight[] => [
  ...shape.attributes.map(({ name, values }) => table(`word.${name}`, values, shape.width)),
  table("list.words", shape.lists, shape.width),
  table("list.source", shape.sources, shape.width),
  { name: "unit.bias", rows: 1, columns: shape.width },
  ...Array.from({ length: shape.layers }, (_, layer) =>
    layerWeights(nameLayer(layer), layer === 0 ? shape.width : 2 * shape.memory, shape.memory),
  ).flat(),
  ...dense("named", 2 * shape.memory, shape.labels),
];

export interface Namer {
  readonly arithmetic: Arithmetic;
  readonly shape: NameShape;
  readonly weights: Weights;
  readonly labels: readonly string[];
  readonly known: KnownWords;
}

/** Sections as in `readEncoder`. Facts: `shape` and `labels`. */
export function readNamer(
  model: Model,
  { arithmetic, vocabulary: { sources } }: Pick<Encoder, "arithmetic" | "vocabulary">,
): Namer {
  const { shape, labels } = model.header.facts as unknown as {
    shape: NameShape;
    labels: string[];
  };
  const weights = readWeights(model, nameWeightsOf(shape), arithmetic);
  const vocabulary = readVocabulary(model, shape.attributes, sources);
  const { width } = shape;
  const constant = ["unit.bias", "list.source"].map((name) => weights.rows.get(name)!);
  const known = new KnownWords(16_384, width, (words) => {
    const vectors = new Float32Array(words.length * width);
    words.forEach(({ form, setting }, k) => {
      const own = vectors.subarray(k * width, (k + 1) * width);
      sumVectors(vocabulary, weights, form, setting, own);
      for (const row of constant)
        arithmetic.view(row, width).forEach((value, d) => {
          own[d]! += value;
        });
    });
    return vectors;
  });
  return { arithmetic, shape, weights, labels, known };
}

export interface Named {
  /** Index into the labels. */
  readonly label: Int32Array;
  /** By how much the label's score is above the next best; 0 in sentences without a name. */
  readonly margin: Float32Array;
}

/** Units to work on at once, if no sentence is longer. */
const portion = 2048;

export interface NameUnits {
  readonly form: readonly string[];
  /** As in `Tokens`, counted in units. */
  readonly first: Int32Array;
  /** For each unit the lists it is on, as bits. */
  readonly list: Int32Array;
}

export function labelNames(namer: Namer, units: NameUnits): Named {
  const { arithmetic, labels } = namer;
  const { list, first } = units;
  const setting = settingsOf(units.form, first);
  const columns = padded(labels.length);
  const scores = new Float32Array(list.length * columns);
  const asked = namedSentences(units);
  for (let from = 0; from < asked.length; ) {
    let to = from + 1;
    for (let count = lengthOf(first, asked[from]!); to < asked.length; to++) {
      count += lengthOf(first, asked[to]!);
      if (count > portion) break;
    }
    const mark = arithmetic.mark();
    scorePortion(namer, partOf(units, setting, asked.slice(from, to)), columns, scores);
    arithmetic.release(mark);
    from = to;
  }
  const outside = labels.indexOf("O");
  const starts = labels.map((each) => !each.startsWith("I-"));
  const follows = labels.map((before) =>
    labels.map((each) => !each.startsWith("I-") || before.slice(1) === each.slice(1)),
  );
  const lattice: Lattice = { scores, columns, starts, follows, outside };
  const label = new Int32Array(list.length);
  const margin = new Float32Array(list.length);
  label.fill(outside);
  for (const s of asked) bestPath(lattice, first[s]!, first[s + 1]!, label, margin);
  return { label, margin };
}

const lengthOf = (first: Int32Array, s: number): number => first[s + 1]! - first[s]!;

/** Sentences that may hold a name: with a capital behind the first word, or a word on a list. */
function namedSentences({ form, first, list }: NameUnits): number[] {
  const mayHold = (s: number): boolean => {
    for (let u = first[s]!; u < first[s + 1]!; u++)
      if (list[u] !== 0 || (u > first[s]! && mayBeCapital(form[u]!))) return true;
    return lengthOf(first, s) < 4;
  };
  return Array.from({ length: first.length - 1 }, (_, s) => s).filter(mayHold);
}

interface Part extends NameUnits {
  readonly setting: Uint8Array;
  /** Where each unit stands among all. */
  readonly place: Int32Array;
}

/** Some of the sentences by themselves. */
function partOf({ form, first, list }: NameUnits, setting: Uint8Array, some: number[]): Part {
  const place = Int32Array.from(
    some.flatMap((s) => Array.from({ length: lengthOf(first, s) }, (_, k) => first[s]! + k)),
  );
  const own = new Int32Array(some.length + 1);
  some.forEach((s, k) => {
    own[k + 1] = own[k]! + lengthOf(first, s);
  });
  return {
    form: Array.from(place, (u) => form[u]!),
    list: place.map((u) => list[u]!),
    setting: Uint8Array.from(place, (u) => setting[u]!),
    first: own,
    place,
  };
}

function scorePortion(
  { arithmetic, shape, weights, known }: Namer,
  { form, list, first, setting, place }: Part,
  columns: number,
  scores: Float32Array,
): void {
  const { run } = arithmetic;
  const { rows, matrices } = weights;
  const { width, memory } = shape;
  const packing = packingOf(first);
  const { count } = packing;
  const places = known.placesOf(form, setting, 0, count);
  const units = arithmetic.reserve(count * width);
  const numbers = arithmetic.view(units, count * width);
  for (let k = 0; k < count; k++) {
    const row = packing.row[k]! * width;
    numbers.set(known.numbers.subarray(places[k]!, places[k]! + width), row);
    let listed = rows.get("list.words")!;
    for (let bits = list[k]!; bits !== 0; bits >>>= 1, listed += 4 * width)
      if (bits & 1) run.add(listed, units + 4 * row, width);
  }
  run.rectify(units, count * width);
  let x = arithmetic.reserve((count * width) / 2);
  run.toWhole(units, x, count * width, coarseParts);
  for (let layer = 0; layer < shape.layers; layer++) {
    const own = layerOf(weights, nameLayer(layer));
    const inputs = layer === 0 ? width : 2 * memory;
    const gates = gatesOf(arithmetic, own, x, count, inputs, memory);
    x = runRecurrent(arithmetic, own, packing, gates, memory);
  }
  const result = arithmetic.reserve(count * columns);
  run.fillRows(rows.get("named.bias")!, result, columns, count, columns);
  const { at, scales } = matrices.get("named")!;
  run.multiplyWhole(x, 2 * memory, at, scales, result, columns, count, 2 * memory, columns);
  const told = arithmetic.view(result, count * columns);
  for (let k = 0; k < count; k++) {
    const row = packing.row[k]! * columns;
    for (let c = 0; c < columns; c++) scores[place[k]! * columns + c] = told[row + c]!;
  }
}

interface Lattice {
  readonly scores: Float32Array;
  readonly columns: number;
  readonly starts: readonly boolean[];
  readonly follows: readonly (readonly boolean[])[];
  readonly outside: number;
}

/** Whether no token of a sentence looks like part of a name: most sentences need no search. */
function isPlain({ scores, columns, starts, outside }: Lattice, from: number, to: number): boolean {
  for (let i = from * columns; i < to * columns; i += columns)
    for (let k = 0; k < starts.length; k++)
      if (k !== outside && scores[i + k]! >= scores[i + outside]!) return false;
  return true;
}

/** Sets the labels of tokens `from … to - 1`; the first of equals. */
function bestPath(
  lattice: Lattice,
  from: number,
  to: number,
  label: Int32Array,
  margin: Float32Array,
): void {
  const { scores, columns, starts, follows, outside } = lattice;
  if (isPlain(lattice, from, to)) {
    label.fill(outside, from, to);
    return;
  }
  const width = starts.length;
  const length = to - from;
  if (length === 0) return;
  const best = new Float64Array(length * width).fill(Number.NEGATIVE_INFINITY);
  const back = new Int8Array(length * width);
  const own = (i: number, k: number): number => scores[(from + i) * columns + k]!;
  for (let k = 0; k < width; k++) if (starts[k]) best[k] = own(0, k);
  for (let i = 1; i < length; i++)
    for (let k = 0; k < width; k++)
      for (let j = 0; j < width; j++) {
        const way = best[(i - 1) * width + j]! + own(i, k);
        if (!follows[j]![k] || way <= best[i * width + k]!) continue;
        best[i * width + k] = way;
        back[i * width + k] = j;
      }
  let at = 0;
  for (let k = 1; k < width; k++)
    if (best[(length - 1) * width + k]! > best[(length - 1) * width + at]!) at = k;
  for (let i = length - 1; i >= 0; i--) {
    label[from + i] = at;
    let next = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < width; k++) if (k !== at) next = Math.max(next, own(i, k));
    margin[from + i] = own(i, at) - next;
    at = back[i * width + at]!;
  }
}
