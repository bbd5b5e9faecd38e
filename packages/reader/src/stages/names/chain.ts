/**
 * Decoding of a linear-chain model: the best sequence of labels of a sentence (Viterbi 1967), over
 * whole numbers, so that the same words give the same names on every machine.
 */
import type { Model } from "../../model/container.ts";
import { type LinearModel, readLinear, scoreInto } from "../../model/linear.ts";
import {
  bioFollows,
  type Columns,
  fillTerms,
  orderedColumns,
  sequenceTemplates,
} from "../../model/sequence.ts";
import { fillFeatures, type Templates } from "../../model/templates.ts";

export interface ChainModel {
  readonly linear: LinearModel;
  readonly templates: Templates;
  /** Names of the columns; the first is "label", which no template uses. */
  readonly attributes: readonly string[];
  /** `follow[(before + 1) * classes + label]`, in the units of the scores; row 0 starts a sentence. */
  readonly follow: Int32Array;
}

const never = -0x20000000;

/** Facts: templates, attributes, classes, scale and the weights of label pairs. */
export function readChain(model: Model): ChainModel {
  const { templates, attributes, classes, scale, follow } = model.header.facts as {
    templates: string;
    attributes: string[];
    classes: string[];
    scale: number;
    follow: number[];
  };
  const allowed = bioFollows(classes);
  const width = classes.length;
  return {
    linear: readLinear(model, "linear", classes, scale),
    templates: sequenceTemplates(templates, attributes),
    attributes: ["label", ...attributes],
    follow: Int32Array.from(follow, (weight, at) =>
      allowed[Math.floor(at / width)]![at % width] === 0 ? never : Math.round(weight / scale),
    ),
  };
}

/** For each token a hash per template, in a row. */
export function chainFeatures(
  templates: Templates,
  attributes: readonly string[],
  columns: Columns,
  first: Int32Array,
): Int32Array {
  const count = first[first.length - 1] ?? 0;
  const ordered = orderedColumns(attributes, columns, new Int32Array(count + 1));
  const values = new Int32Array(templates.address.length);
  const features = new Int32Array(count * templates.count);
  for (let s = 0; s + 1 < first.length; s++)
    for (let i = first[s]!; i < first[s + 1]!; i++) {
      fillTerms(templates, ordered, i, first[s]!, first[s + 1]!, values);
      fillFeatures(templates, values, features.subarray(i * templates.count));
    }
  return features;
}

export interface ChainLabels {
  /** Index into the model's classes. */
  readonly label: Int32Array;
  /** By how much the label is better than the next best, its neighbours being what they are. */
  readonly margin: Float32Array;
}

export function labelChain(model: ChainModel, columns: Columns, first: Int32Array): ChainLabels {
  const { linear, templates, attributes } = model;
  const count = first[first.length - 1] ?? 0;
  const width = linear.classes.length;
  const ordered = orderedColumns(attributes, columns, new Int32Array(count + 1));
  const values = new Int32Array(templates.address.length);
  const features = new Int32Array(templates.count);
  const scores = new Int32Array(width);
  const emission = new Int32Array(count * width);
  const outside = linear.classes.indexOf("O");
  const label = new Int32Array(count);
  const margin = new Float32Array(count);
  for (let s = 0; s + 1 < first.length; s++) {
    const [from, to] = [first[s]!, first[s + 1]!];
    for (let i = from; i < to; i++) {
      if (isAmongPlain(columns, i, from, to)) {
        emission[i * width + outside] = certain;
        continue;
      }
      fillTerms(templates, ordered, i, from, to, values);
      fillFeatures(templates, values, features);
      scoreInto(linear, features, templates.count, scores);
      emission.set(scores, i * width);
    }
    bestPath(model, emission, from, to, label);
    for (let i = from; i < to; i++) margin[i] = marginAt(model, emission, label, i, from, to);
  }
  return { label, margin };
}

/** Score of "no name" for words that are not looked at. */
const certain = 0x1000000;

/** A word in small letters (or a mark) on no list, and its neighbours too: no name is near. */
function isAmongPlain(columns: Columns, i: number, from: number, to: number): boolean {
  const { case: cases, list } = columns as { case: Int32Array; list: Int32Array };
  for (let at = Math.max(from, i - 1); at <= Math.min(to - 1, i + 1); at++)
    if ((cases[at]! & 7) > 1 || list[at] !== 0) return false;
  return true;
}

/** Sets the labels of tokens `from … to - 1`; the first of equals. */
function bestPath(
  { follow, linear }: ChainModel,
  emission: Int32Array,
  from: number,
  to: number,
  label: Int32Array,
): void {
  const width = linear.classes.length;
  const length = to - from;
  if (length === 0) return;
  const best = new Int32Array(length * width);
  const back = new Int8Array(length * width);
  for (let k = 0; k < width; k++) best[k] = emission[from * width + k]! + follow[k]!;
  for (let i = 1; i < length; i++)
    for (let k = 0; k < width; k++) {
      let top = 0;
      let score = never * 2;
      for (let j = 0; j < width; j++) {
        const way = Math.max(best[(i - 1) * width + j]! + follow[(j + 1) * width + k]!, never * 2);
        if (way > score) {
          score = way;
          top = j;
        }
      }
      best[i * width + k] = Math.max(score + emission[(from + i) * width + k]!, never);
      back[i * width + k] = top;
    }
  let at = 0;
  for (let k = 1; k < width; k++)
    if (best[(length - 1) * width + k]! > best[(length - 1) * width + at]!) at = k;
  for (let i = length - 1; i >= 0; i--) {
    label[from + i] = at;
    at = back[i * width + at]!;
  }
}

function marginAt(
  { follow, linear }: ChainModel,
  emission: Int32Array,
  label: Int32Array,
  i: number,
  from: number,
  to: number,
): number {
  const width = linear.classes.length;
  const before = i === from ? 0 : label[i - 1]! + 1;
  const score = (k: number): number =>
    emission[i * width + k]! +
    follow[before * width + k]! +
    (i + 1 < to ? follow[(k + 1) * width + label[i + 1]!]! : 0);
  const own = score(label[i]!);
  let next = never;
  for (let k = 0; k < width; k++) if (k !== label[i]) next = Math.max(next, score(k));
  return (own - next) * linear.scale;
}
