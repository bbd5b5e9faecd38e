/**
 * Trains a sequence model (`@hearsay/reader`, model/sequence.ts): tags, or names with BIO labels.
 *
 *     const trained = trainSequence({ templates, attributes, columns, first, labels, epochs: 6, seed: 1 });
 *     writeModel({ kind: "sequence", name, version: 1, facts: { ...card, ...trained.facts } }, trained.sections)
 *
 * `columns` hold all sentences in a row, as the reader will give them for one report; `labels` name
 * one label a token; `bio` forbids an I-X that continues nothing.
 */
import {
  bioFollows,
  fillFeatures,
  fillTerms,
  orderedColumns,
  packLinear,
  sequenceTemplates,
} from "@hearsay/reader/model";
import { chance, shuffled } from "./chance.ts";
import { Perceptron } from "./perceptron.ts";

export interface SequenceTask {
  /** Text of the templates, kept with the model. */
  readonly templates: string;
  /** Names of the columns the templates may use. */
  readonly attributes: readonly string[];
  readonly columns: Readonly<Record<string, Int32Array>>;
  /** Sentence s is tokens `first[s] … first[s + 1] - 1`. */
  readonly first: Int32Array;
  readonly labels: readonly string[];
  readonly epochs: number;
  /** A label is learned from until it leads by this much, in perceptron units; 0 when absent. */
  readonly margin?: number;
  readonly seed: number;
  readonly bio?: boolean;
  /** Features updated less often are left out of the model. */
  readonly least?: number;
  readonly progress?: (line: string) => void;
}

export interface TrainedSequence {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sections: Readonly<Record<string, Uint8Array>>;
}

export function trainSequence(task: SequenceTask): TrainedSequence {
  const classes = [...new Set(task.labels)].sort();
  const classAt = new Map(classes.map((name, k) => [name, k]));
  const gold = Int32Array.from(task.labels, (name) => classAt.get(name)!);
  const templates = sequenceTemplates(task.templates, task.attributes);
  const label = new Int32Array(gold.length + 1).fill(-1);
  const columns = orderedColumns(["label", ...task.attributes], task.columns, label);
  const follows = task.bio ? bioFollows(classes) : undefined;
  const perceptron = new Perceptron(classes.length);
  const values = new Int32Array(templates.address.length);
  const features = new Int32Array(templates.count);
  const scores = new Float64Array(classes.length);
  const margin = task.margin ?? 0;
  const next = chance(task.seed);
  const sentences = Array.from({ length: task.first.length - 1 }, (_, s) => s);
  for (let epoch = 1; epoch <= task.epochs; epoch++) {
    let wrong = 0;
    for (const s of shuffled(sentences, next)) {
      const from = task.first[s]!;
      const to = task.first[s + 1]!;
      for (let i = from; i < to; i++) {
        fillTerms(templates, columns, i, from, to, values);
        fillFeatures(templates, values, features);
        perceptron.score(features, templates.count, scores);
        const guess = best(scores, follows?.[i === from ? 0 : label[i - 1]! + 1]);
        label[i] = guess;
        if (guess !== gold[i]) wrong++;
        const other = guess === gold[i] ? best(scores, undefined, guess) : guess;
        if (guess !== gold[i] || scores[guess]! - scores[other]! < margin)
          perceptron.update(features, templates.count, gold[i]!, other);
        perceptron.tick();
      }
    }
    task.progress?.(`epoch ${epoch}: ${((100 * wrong) / gold.length).toFixed(2)} % wrong`);
  }
  const { sections, scale } = packLinear(perceptron.averaged(task.least ?? 1), "linear");
  return {
    sections,
    facts: {
      templates: task.templates,
      attributes: task.attributes,
      classes,
      scale,
      bio: task.bio === true,
    },
  };
}

function best(scores: Float64Array, allowed?: Uint8Array, but = -1): number {
  let at = -1;
  for (let k = 0; k < scores.length; k++) {
    if (k === but || (allowed && allowed[k] === 0)) continue;
    if (at < 0 || scores[k]! > scores[at]!) at = k;
  }
  return at;
}
