/**
 * A label for each token, left to right, greedily: the tagger, and name models with BIO labels.
 *
 * Terms of its templates are `OFFSET.ATTRIBUTE`, offsets -3 … 3; attributes are the columns the
 * caller passes (`words.ts` makes the usual ones; add your own, such as tags or a word list) and
 * `label`, the labels given to tokens before, for negative offsets only.
 *
 *     const columns = { ...wordColumns(forms, first, clusters), tag: tags.upos };
 *     const { label, margin } = labelSequence(model, columns, forms, first);
 *
 * A column has `count + 1` slots; the last stands for "no token there".
 */
import { type Model, sectionText } from "./container.ts";
import { bestOf, type LinearModel, marginOf, readLinear, scoreInto } from "./linear.ts";
import { fillFeatures, readTemplates, type Templates } from "./templates.ts";

export const offsets = ["-3", "-2", "-1", "0", "1", "2", "3"] as const;

export interface SequenceModel {
  readonly linear: LinearModel;
  readonly templates: Templates;
  /** Names of the columns it reads, in the order its templates number them; the first is "label". */
  readonly attributes: readonly string[];
  /** Labels that may follow a label, as a table [before + 1][label]; absent: any. */
  readonly follows?: readonly Uint8Array[];
  /** Words that had one label throughout in training, and often; they are not scored. */
  readonly sure: ReadonlyMap<string, number>;
}

export type Columns = Readonly<Record<string, Int32Array>>;

/** `attributes`: the columns' names without "label". */
export const sequenceTemplates = (text: string, attributes: readonly string[]): Templates =>
  readTemplates(text, offsets, ["label", ...attributes]);

/** Reads a model of kind "sequence" or any whose facts have templates, attributes, classes, scale. */
export function readSequence(model: Model): SequenceModel {
  const { templates, attributes, classes, scale, bio } = model.header.facts as {
    templates: string;
    attributes: string[];
    classes: string[];
    scale: number;
    bio?: boolean;
  };
  return {
    linear: readLinear(model, "linear", classes, scale),
    templates: sequenceTemplates(templates, attributes),
    attributes: ["label", ...attributes],
    ...(bio ? { follows: bioFollows(classes) } : {}),
    sure: sureWords(sectionText(model.section("sure"))),
  };
}

/** Lines `word TAB class`; the trainer writes them. */
const sureWords = (text: string): Map<string, number> =>
  new Map(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const tab = line.lastIndexOf("\t");
        return [line.slice(0, tab), Number(line.slice(tab + 1))];
      }),
  );

/** The margin of a word that is sure, in perceptron units. */
const sureMargin = 1000;

/** I-X only after B-X or I-X. Row 0 is the start of a sentence. */
export function bioFollows(classes: readonly string[]): Uint8Array[] {
  const row = (before: string): Uint8Array =>
    Uint8Array.from(
      classes.map((label) =>
        !label.startsWith("I-") || before.slice(1) === label.slice(1) ? 1 : 0,
      ),
    );
  return [row("O"), ...classes.map(row)];
}

/** Sets the values of the terms for token `i` of a sentence `from … to - 1`. */
export function fillTerms(
  { address, attribute }: Templates,
  columns: readonly Int32Array[],
  i: number,
  from: number,
  to: number,
  values: Int32Array,
): void {
  for (let k = 0; k < address.length; k++) {
    const at = i + address[k]! - 3;
    const column = columns[attribute[k]!]!;
    values[k] = at < from || at >= to ? column[column.length - 1]! : column[at]!;
  }
}

/** Columns in the order the templates number them; `label` first. Throws when one is missing. */
export const orderedColumns = (
  attributes: readonly string[],
  columns: Columns,
  label: Int32Array,
): Int32Array[] =>
  attributes.map((name, k) => {
    const column = k === 0 ? label : columns[name];
    if (!column)
      throw new Error(`the sequence model reads a column "${name}", which was not given`);
    return column;
  });

export interface Labelled {
  /** Index into the model's classes. */
  readonly label: Int32Array;
  readonly margin: Float32Array;
}

/** `words`: what `sure` knows tokens by. */
export function labelSequence(
  { linear, templates, attributes, follows, sure }: SequenceModel,
  columns: Columns,
  words: readonly string[],
  first: Int32Array,
): Labelled {
  const count = first[first.length - 1] ?? 0;
  const label = new Int32Array(count + 1).fill(-1);
  const margin = new Float32Array(count);
  const ordered = orderedColumns(attributes, columns, label);
  const values = new Int32Array(templates.address.length);
  const features = new Int32Array(templates.count);
  const scores = new Int32Array(linear.classes.length);
  for (let s = 0; s + 1 < first.length; s++) {
    const from = first[s]!;
    const to = first[s + 1]!;
    for (let i = from; i < to; i++) {
      const known = sure.get(words[i]!);
      if (known !== undefined) {
        label[i] = known;
        margin[i] = sureMargin;
        continue;
      }
      fillTerms(templates, ordered, i, from, to, values);
      fillFeatures(templates, values, features);
      scoreInto(linear, features, templates.count, scores);
      if (follows) forbid(scores, follows[i === from ? 0 : label[i - 1]! + 1]!);
      const best = bestOf(scores);
      label[i] = best;
      margin[i] = marginOf(scores, best) * linear.scale;
    }
  }
  return { label, margin };
}

function forbid(scores: Int32Array, allowed: Uint8Array): void {
  for (let k = 0; k < scores.length; k++) if (allowed[k] === 0) scores[k] = -0x40000000;
}
