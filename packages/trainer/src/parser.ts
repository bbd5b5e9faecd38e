/** Trains the two models of the parser: moves with a dynamic oracle, relations on gold arcs. */
import {
  fillFeatures,
  packLinear,
  parserTemplates,
  SHIFT,
  type Surroundings,
} from "@hearsay/reader/model";
import { chance, shuffled } from "./chance.ts";
import { costOf, type GoldTree, goldTree, moves } from "./oracle.ts";
import { Perceptron } from "./perceptron.ts";
import type { TrainedSequence } from "./sequence.ts";

export interface ParserTask {
  readonly moveTemplates: string;
  readonly labelTemplates: string;
  readonly around: Surroundings;
  readonly first: Int32Array;
  /** By sentence: heads within the sentence, -1 for the root. */
  readonly heads: readonly (readonly number[])[];
  readonly relations: readonly (readonly string[])[];
  readonly epochs: number;
  /** A choice is learned from until it leads by this much, in perceptron units. */
  readonly margin: number;
  readonly seed: number;
  readonly least?: number;
  readonly progress?: (line: string) => void;
}

/** How often training follows the parser into its own mistakes, from the second epoch on. */
const exploring = 0.9;

class ParserTraining {
  readonly labelNames: string[];
  readonly moves = new Perceptron(3);
  readonly labels: Perceptron;
  wrong = 0;
  decisions = 0;
  private readonly task: ParserTask;
  private readonly moveTemplates;
  private readonly labelTemplates;
  private readonly moveValues;
  private readonly labelValues;
  private readonly moveFeatures;
  private readonly labelFeatures;
  private readonly moveScores = new Float64Array(3);
  private readonly labelScores;
  private readonly root: number;

  constructor(task: ParserTask) {
    this.task = task;
    this.labelNames = [...new Set(task.relations.flat())].sort();
    this.root = this.labelNames.indexOf("root");
    this.labels = new Perceptron(this.labelNames.length);
    this.moveTemplates = parserTemplates(task.moveTemplates);
    this.labelTemplates = parserTemplates(task.labelTemplates);
    this.moveValues = new Int32Array(this.moveTemplates.address.length);
    this.labelValues = new Int32Array(this.labelTemplates.address.length);
    this.moveFeatures = new Int32Array(this.moveTemplates.count);
    this.labelFeatures = new Int32Array(this.labelTemplates.count);
    this.labelScores = new Float64Array(this.labelNames.length);
  }

  sentence(s: number, explore: boolean, next: () => number): void {
    const { around, first } = this.task;
    const gold = goldTree(this.task.heads[s]!);
    const labels = this.task.relations[s]!.map((name) => this.labelNames.indexOf(name));
    around.start(first[s]!, first[s + 1]! - first[s]!);
    while (!around.at.done) {
      around.lookAround();
      const move = this.move(gold, explore && next() < exploring);
      if (move === SHIFT) around.at.shift();
      else around.at.attach(move, this.label(move, gold, labels));
    }
  }

  /** Chooses, learns from a choice that costs more than it must, and says where to go on. */
  private move(gold: GoldTree, follow: boolean): number {
    const { around } = this.task;
    const { moveTemplates: templates, moveFeatures: features, moveScores: scores } = this;
    around.fill(templates, this.moveValues);
    fillFeatures(templates, this.moveValues, features);
    this.moves.score(features, templates.count, scores);
    const allowed = moves.filter((move) => around.at.allowed(move));
    const costs = allowed.map((move) => costOf(move, around.at, gold));
    const least = Math.min(...costs);
    let right = -1;
    let wrong = -1;
    allowed.forEach((move, k) => {
      if (costs[k]! > least) {
        if (wrong < 0 || scores[move]! > scores[wrong]!) wrong = move;
      } else if (right < 0 || scores[move]! > scores[right]!) right = move;
    });
    this.decisions++;
    const lead = wrong < 0 ? Number.POSITIVE_INFINITY : scores[right]! - scores[wrong]!;
    if (lead < 0) this.wrong++;
    if (lead < this.task.margin) this.moves.update(features, templates.count, right, wrong);
    this.moves.tick();
    return lead < 0 && follow ? wrong : right;
  }

  private label(move: number, gold: GoldTree, labels: readonly number[]): number {
    const { around } = this.task;
    const { labelTemplates: templates, labelFeatures: features, labelScores: scores } = this;
    const dependent = around.at.peek(0);
    const head = around.at.headBy(move);
    if (head === around.at.size) return this.root;
    around.lookAtArc(move);
    around.fill(templates, this.labelValues);
    fillFeatures(templates, this.labelValues, features);
    this.labels.score(features, templates.count, scores);
    scores[this.root] = Number.NEGATIVE_INFINITY;
    let guess = 0;
    for (let k = 1; k < scores.length; k++) if (scores[k]! > scores[guess]!) guess = k;
    if (gold.head[dependent] !== head) return guess;
    const right = labels[dependent]!;
    let wrong = guess;
    if (guess === right) {
      wrong = right === 0 ? 1 : 0;
      for (let k = 0; k < scores.length; k++)
        if (k !== right && scores[k]! > scores[wrong]!) wrong = k;
    }
    if (scores[right]! - scores[wrong]! < this.task.margin)
      this.labels.update(features, templates.count, right, wrong);
    this.labels.tick();
    return guess;
  }
}

export function trainParser(task: ParserTask): TrainedSequence {
  const training = new ParserTraining(task);
  const next = chance(task.seed);
  const sentences = task.heads.map((_, s) => s);
  for (let epoch = 1; epoch <= task.epochs; epoch++) {
    training.wrong = 0;
    training.decisions = 0;
    for (const s of shuffled(sentences, next)) training.sentence(s, epoch > 1, next);
    const share = ((100 * training.wrong) / training.decisions).toFixed(2);
    task.progress?.(`epoch ${epoch}: ${share} % of moves wrong`);
  }
  const moveModel = packLinear(training.moves.averaged(task.least ?? 1), "moves");
  const labelModel = packLinear(training.labels.averaged(task.least ?? 1), "labels");
  return {
    sections: { ...moveModel.sections, ...labelModel.sections },
    facts: {
      moveTemplates: task.moveTemplates,
      labelTemplates: task.labelTemplates,
      labelNames: training.labelNames,
      moveScale: moveModel.scale,
      labelScale: labelModel.scale,
    },
  };
}
