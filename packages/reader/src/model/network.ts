/**
 * The weights of the network that tags and parses, and how they lie in memory and in the model
 * file. Trainer and reader go by the same list (`weightsOf`), so the two cannot disagree.
 *
 * A word is the sum of the vectors of its attributes, normalised (Ba, Kiros & Hinton 2016) and once
 * mixed; that depends on the word alone and is computed once a word. Two layers of bidirectional
 * memory (`recurrent.ts`) see the sentence. Tags, heads and relations are read off what they give.
 */
import type { Arithmetic } from "./arithmetic.ts";
import type { Model } from "./container.ts";

export interface Shape {
  /** Attributes of words that have vectors (`vocabulary.ts`). */
  readonly attributes: readonly { readonly name: string; readonly values: number }[];
  /** Numbers of a word's vector. */
  readonly width: number;
  /** Numbers that a layer remembers in each direction. */
  readonly memory: number;
  readonly layers: number;
  readonly tags: number;
  /** Numbers by which a word and its head are matched. */
  readonly arc: number;
  /** Numbers by which the relation between them is told. */
  readonly relation: number;
  readonly relations: number;
}

export interface Weight {
  readonly name: string;
  readonly rows: number;
  /** Padded to a multiple of 8. */
  readonly columns: number;
}

export const padded = (count: number, to = 8): number => Math.ceil(count / to) * to;

/** A matrix of rows by columns (padded), and its bias. */
export const dense = (name: string, rows: number, columns: number): Weight[] => [
  { name, rows, columns: padded(columns) },
  { name: `${name}.bias`, rows: 1, columns: padded(columns) },
];

/** Vectors by number. */
export const table = (name: string, rows: number, columns: number): Weight => ({
  name,
  // A table of one row would be taken for a bias.
  rows: Math.max(2, rows),
  columns,
});

/** One layer of memory (`recurrent.ts`). */
export const layerWeights = (layer: string, inputs: number, memory: number): Weight[] => [
  { name: `${layer}.input`, rows: inputs, columns: 6 * memory },
  { name: `${layer}.bias`, rows: 1, columns: 6 * memory },
  { name: `${layer}.forwards`, rows: memory, columns: 3 * memory },
  { name: `${layer}.backwards`, rows: memory, columns: 3 * memory },
];

/** All weights in order. A bias is one row. */
export function weightsOf(shape: Shape): Weight[] {
  const { attributes, width, memory, arc, relation, tags } = shape;
  const seen = 2 * memory;
  const layers = Array.from({ length: shape.layers }, (_, layer) =>
    layerWeights(`layer${layer}`, layer === 0 ? width : seen, memory),
  );
  return [
    ...attributes.map(({ name, values }) => table(`word.${name}`, values, width)),
    { name: "summed.gain", rows: 1, columns: width },
    { name: "summed.bias", rows: 1, columns: width },
    ...dense("mix", width, width),
    { name: "mixed.gain", rows: 1, columns: width },
    { name: "mixed.bias", rows: 1, columns: width },
    ...layers.flat(),
    ...dense("tag", seen, tags),
    ...dense("dependent", seen, arc),
    ...dense("head", seen, arc),
    { name: "root", rows: 1, columns: arc },
    ...dense("match", arc, arc),
    table("tag.dependent", tags, arc),
    table("tag.head", tags, arc),
    ...dense("related", seen, relation),
    { name: "governor", rows: seen, columns: relation },
    table("tag.related", tags, relation),
    table("tag.governor", tags, relation),
    ...dense("relation", relation, shape.relations),
  ];
}

/** How a weight is kept: as it is, by rows (tables of vectors) or by columns (matrices) as bytes. */
type Kept = "exact" | "rows" | "columns";

const keptAs = ({ name, rows }: Weight): Kept => {
  if (rows === 1) return "exact";
  return /^(word|tag|list)\./.test(name) ? "rows" : "columns";
};

/** Vectors as signed bytes, each times its own scale. */
export interface ByteVectors {
  readonly bytes: Int8Array;
  readonly scales: Float32Array;
  readonly length: number;
}

/** Bytes of `count` vectors; the numbers of one are `step` apart, its first at `start(v)`. */
function squeezed(
  numbers: Float32Array,
  count: number,
  length: number,
  start: (v: number) => number,
  step: number,
): ByteVectors {
  const bytes = new Int8Array(count * length);
  const scales = new Float32Array(count);
  for (let v = 0; v < count; v++) {
    let largest = 0;
    for (let k = 0; k < length; k++)
      largest = Math.max(largest, Math.abs(numbers[start(v) + k * step]!));
    const scale = Math.fround(largest / 127) || 1;
    scales[v] = scale;
    for (let k = 0; k < length; k++)
      bytes[v * length + k] = Math.round(numbers[start(v) + k * step]! / scale);
  }
  return { bytes, scales, length };
}

const asBytes = (numbers: Int8Array | Float32Array): Uint8Array =>
  new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** Sections "bytes", "scales" and "exact" of a model file, from the numbers of all weights in order. */
export function packWeights(
  list: readonly Weight[],
  numbers: Float32Array,
): Record<string, Uint8Array> {
  const bytes: number[][] = [];
  const scales: number[] = [];
  const exact: number[] = [];
  let at = 0;
  for (const weight of list) {
    const { rows, columns } = weight;
    const own = numbers.subarray(at, at + rows * columns);
    at += own.length;
    const kept = keptAs(weight);
    if (kept === "exact") exact.push(...own);
    else {
      const byRow = kept === "rows";
      const made = byRow
        ? squeezed(own, rows, columns, (r) => r * columns, 1)
        : squeezed(own, columns, rows, (c) => c, columns);
      bytes.push(Array.from(made.bytes));
      scales.push(...made.scales);
    }
  }
  return {
    bytes: asBytes(Int8Array.from(bytes.flat())),
    scales: asBytes(Float32Array.from(scales)),
    exact: asBytes(Float32Array.from(exact)),
  };
}

/** The numbers of all weights in order, from the sections that `packWeights` wrote. */
export function unpackWeights(model: Model, list: readonly Weight[]): Float32Array {
  const numbers = new Float32Array(list.reduce((sum, each) => sum + each.rows * each.columns, 0));
  let at = 0;
  for (const { weight, exact, vectors } of keptWeights(model, list)) {
    const { rows, columns } = weight;
    if (exact) numbers.set(exact, at);
    else if (vectors) {
      const [vector, number] = keptAs(weight) === "rows" ? [columns, 1] : [1, columns];
      widened(vectors).forEach((value, k) => {
        const v = Math.floor(k / vectors.length);
        numbers[at + v * vector + (k % vectors.length) * number] = value;
      });
    }
    at += rows * columns;
  }
  return numbers;
}

interface KeptWeight {
  readonly weight: Weight;
  /** One of the two. */
  readonly exact?: Float32Array;
  readonly vectors?: ByteVectors;
}

/** What the sections hold of each weight. */
function* keptWeights(model: Model, list: readonly Weight[]): Generator<KeptWeight> {
  const floats = (name: string): Float32Array => {
    const section = model.section(name);
    return new Float32Array(section.buffer, section.byteOffset, section.length / 4);
  };
  const section = model.section("bytes");
  const bytes = new Int8Array(section.buffer, section.byteOffset, section.length);
  const [scales, exact] = [floats("scales"), floats("exact")];
  let [byte, scale, number] = [0, 0, 0];
  for (const weight of list) {
    const { rows, columns } = weight;
    const kept = keptAs(weight);
    if (kept === "exact") {
      yield { weight, exact: exact.subarray(number, number + columns) };
      number += columns;
      continue;
    }
    const [count, length] = kept === "rows" ? [rows, columns] : [columns, rows];
    const vectors: ByteVectors = {
      bytes: bytes.subarray(byte, byte + count * length),
      scales: scales.subarray(scale, scale + count),
      length,
    };
    yield { weight, vectors };
    byte += count * length;
    scale += count;
  }
}

/** A matrix in whole numbers for `multiplyWhole`: its columns as rows, and their scales. */
export interface WholeMatrix {
  readonly at: number;
  readonly scales: number;
}

export interface Weights {
  /** Vectors of words, by name; bytes, to be widened when a word is met for the first time. */
  readonly tables: ReadonlyMap<string, ByteVectors>;
  /** Addresses of biases, gains, the root, and of the tables of tags and lists. */
  readonly rows: ReadonlyMap<string, number>;
  readonly matrices: ReadonlyMap<string, WholeMatrix>;
}

const widened = ({ bytes, scales, length }: ByteVectors): Float32Array =>
  Float32Array.from(bytes, (each, k) => each * scales[Math.floor(k / length)]!);

/** Reads the sections that `packWeights` wrote; rows and matrices go into the memory. */
export function readWeights(
  model: Model,
  list: readonly Weight[],
  arithmetic: Arithmetic,
): Weights {
  const tables = new Map<string, ByteVectors>();
  const rows = new Map<string, number>();
  const matrices = new Map<string, WholeMatrix>();
  for (const { weight, exact, vectors } of keptWeights(model, list)) {
    const { name } = weight;
    if (exact) rows.set(name, arithmetic.place(exact));
    else if (!vectors) continue;
    else if (name.startsWith("word.")) tables.set(name, vectors);
    else if (keptAs(weight) === "rows") rows.set(name, arithmetic.place(widened(vectors)));
    else matrices.set(name, wholeMatrix(name, vectors, arithmetic));
  }
  return { tables, rows, matrices };
}

/**
 * Numbers become whole ones as so many parts: the memory's outputs lie within ±1 and normalised words
 * within ±8, but what is only rectified may be larger.
 */
export const parts = 4096;
export const coarseParts = 512;

const partsOf = (name: string): number =>
  ["match", "relation", "names0.input"].includes(name) ? coarseParts : parts;

function wholeMatrix(
  name: string,
  { bytes, scales }: ByteVectors,
  arithmetic: Arithmetic,
): WholeMatrix {
  const at = arithmetic.placeWhole(Int16Array.from(bytes));
  return { at, scales: arithmetic.place(scales.map((each) => each / partsOf(name))) };
}
