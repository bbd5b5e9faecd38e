/**
 * Greedy dependency parsing: two linear models choose the move (arc-hybrid, `transitions.ts`) and,
 * where a move attaches, the relation. Linear in the length of the sentence. Trained with the
 * dynamic oracle of Goldberg & Nivre (2013), see the trainer.
 *
 * Terms of the templates are `ADDRESS.ATTRIBUTE`:
 * - s0 s1 s2 b0 b1 b2 b3: stack and buffer; `s0l` its leftmost dependent, `s0l2` the next, `s0r`,
 *   `s0r2` likewise; h, d: head and dependent of the arc to be labelled, with hl hr dl dr;
 *   d-1 d+1 h-1 h+1: their neighbours in the text;
 * - the columns of `words.ts` and tag, upos, lemma; label, lefts, rights (how many dependents),
 *   leftlabels, rightlabels;
 * - pair.distance (s0 to b0), pair.distance10 (s1 to s0), pair.verbs, pair.commas (between s0 and
 *   b0), pair.between (head to dependent, signed).
 */
import type { Tree } from "../reading/layers.ts";
import type { Model } from "./container.ts";
import { bestOf, type LinearModel, marginOf, readLinear, scoreInto } from "./linear.ts";
import { fillFeatures, readTemplates, type Templates } from "./templates.ts";
import { Configuration, LEFT, RIGHT, SHIFT } from "./transitions.ts";
import { wordAttributes } from "./words.ts";

export const parserAddresses = [
  ..."s0 s1 s2 b0 b1 b2 b3 s0l s0l2 s0r s0r2 s1l s1l2 s1r s1r2 b0l b0l2".split(" "),
  ..."h d hl hr dl dr hl2 hr2 h-1 h+1 d-1 d+1 s0-1 s0+1 b0-1 pair".split(" "),
];

const staticAttributes = [...wordAttributes, "tag", "upos", "lemma"];
const growingAttributes = ["label", "lefts", "rights", "leftlabels", "rightlabels"];
const pairAttributes = ["distance", "distance10", "verbs", "commas", "between"];
export const parserAttributes = [...staticAttributes, ...growingAttributes, ...pairAttributes];

const firstGrowing = staticAttributes.length;
const firstPair = firstGrowing + growingAttributes.length;
const pairAddress = parserAddresses.indexOf("pair");
const addressAt = Object.fromEntries(parserAddresses.map((name, k) => [name, k]));

export interface Parser {
  readonly moves: LinearModel;
  readonly labels: LinearModel;
  readonly moveTemplates: Templates;
  readonly labelTemplates: Templates;
  readonly labelNames: readonly string[];
}

export const parserTemplates = (text: string): Templates =>
  readTemplates(text, parserAddresses, parserAttributes);

export function readParser(model: Model): Parser {
  const facts = model.header.facts as {
    moveTemplates: string;
    labelTemplates: string;
    labelNames: string[];
    moveScale: number;
    labelScale: number;
  };
  return {
    moves: readLinear(model, "moves", ["shift", "left", "right"], facts.moveScale),
    labels: readLinear(model, "labels", facts.labelNames, facts.labelScale),
    moveTemplates: parserTemplates(facts.moveTemplates),
    labelTemplates: parserTemplates(facts.labelTemplates),
    labelNames: facts.labelNames,
  };
}

/** What the parser sees of the words: columns of `count + 1` slots, the last for "none". */
export type ParserColumns = Readonly<Record<string, Int32Array>>;

/**
 * The values of terms in a configuration of one sentence. Trainer and reader both walk through
 * this, so that a feature means the same to both.
 */
export class Surroundings {
  readonly at = new Configuration();
  private readonly nodes = new Int32Array(parserAddresses.length);
  private readonly pair = new Int32Array(pairAttributes.length);
  private readonly columns: Int32Array[];
  private readonly outside: number;
  private verbs = new Int32Array(0);
  private commas = new Int32Array(0);
  private readonly verbish: Int32Array;
  private readonly commaish: Int32Array;
  private from = 0;

  /** `verbish`, `commaish`: 1 for tokens that count as such. */
  constructor(columns: ParserColumns, verbish: Int32Array, commaish: Int32Array) {
    this.columns = staticAttributes.map((name) => {
      const column = columns[name];
      if (!column) throw new Error(`the parser reads a column "${name}", which was not given`);
      return column;
    });
    this.outside = this.columns[0]!.length - 1;
    this.verbish = verbish;
    this.commaish = commaish;
  }

  start(from: number, size: number): void {
    this.from = from;
    this.at.start(size);
    if (this.verbs.length < size + 2) {
      this.verbs = new Int32Array(2 * size + 2);
      this.commas = new Int32Array(2 * size + 2);
    }
    for (let i = 0; i < size; i++) {
      this.verbs[i + 1] = this.verbs[i]! + this.verbish[from + i]!;
      this.commas[i + 1] = this.commas[i]! + this.commaish[from + i]!;
    }
  }

  private static distance(from: number, to: number): number {
    const far = to - from;
    return far < 5 ? far : far < 10 ? 5 : far < 20 ? 6 : 7;
  }

  /** Looks around before a move is chosen. */
  lookAround(): void {
    const { at, nodes, pair } = this;
    const none = at.size + 1;
    const s0 = at.peek(0);
    const s1 = at.peek(1);
    const b0 = at.front;
    nodes[0] = s0;
    nodes[1] = s1;
    nodes[2] = at.peek(2);
    nodes[3] = b0;
    nodes[4] = b0 + 1 <= at.size ? b0 + 1 : none;
    nodes[5] = b0 + 2 <= at.size ? b0 + 2 : none;
    nodes[6] = b0 + 3 <= at.size ? b0 + 3 : none;
    nodes[7] = at.left[s0]!;
    nodes[8] = at.left2[s0]!;
    nodes[9] = at.right[s0]!;
    nodes[10] = at.right2[s0]!;
    nodes[11] = at.left[s1]!;
    nodes[12] = at.left2[s1]!;
    nodes[13] = at.right[s1]!;
    nodes[14] = at.right2[s1]!;
    nodes[15] = at.left[b0]!;
    nodes[16] = at.left2[b0]!;
    this.neighbours(addressAt["s0-1"]!, addressAt["s0+1"]!, s0);
    nodes[addressAt["b0-1"]!] = b0 > 0 ? b0 - 1 : none;
    pair[0] = s0 === none ? 9 : Surroundings.distance(s0, b0);
    pair[1] = s1 === none ? 9 : Surroundings.distance(s1, s0);
    pair[2] = s0 === none ? 9 : Math.min(3, this.verbs[b0]! - this.verbs[s0 + 1]!);
    pair[3] = s0 === none ? 9 : Math.min(3, this.commas[b0]! - this.commas[s0 + 1]!);
  }

  private neighbours(before: number, after: number, node: number): void {
    const none = this.at.size + 1;
    this.nodes[before] = node > 0 && node < none ? node - 1 : none;
    this.nodes[after] = node < this.at.size ? node + 1 : none;
  }

  /** Looks around before the arc of `move` is labelled; `lookAround` has been called. */
  lookAtArc(move: number): void {
    const { at, nodes } = this;
    const dependent = at.peek(0);
    const head = at.headBy(move);
    const base = addressAt.h!;
    nodes[base] = head;
    nodes[base + 1] = dependent;
    nodes[base + 2] = at.left[head]!;
    nodes[base + 3] = at.right[head]!;
    nodes[base + 4] = at.left[dependent]!;
    nodes[base + 5] = at.right[dependent]!;
    nodes[base + 6] = at.left2[head]!;
    nodes[base + 7] = at.right2[head]!;
    this.neighbours(base + 8, base + 9, head);
    this.neighbours(base + 10, base + 11, dependent);
    const far = Surroundings.distance(Math.min(head, dependent), Math.max(head, dependent));
    this.pair[4] = (move === LEFT ? 16 : 0) + (head === at.size ? 32 : far);
  }

  fill({ address, attribute }: Templates, values: Int32Array): void {
    const { at, nodes, from, columns, outside } = this;
    const { size } = at;
    for (let k = 0; k < address.length; k++) {
      const place = address[k]!;
      const kind = attribute[k]!;
      if (place === pairAddress) {
        values[k] = this.pair[kind - firstPair]!;
        continue;
      }
      const node = nodes[place]!;
      if (kind >= firstGrowing) values[k] = this.growing(kind - firstGrowing, node);
      else if (node < size) values[k] = columns[kind]![from + node]!;
      else values[k] = node === size ? -99 : columns[kind]![outside]!;
    }
  }

  private growing(attribute: number, node: number): number {
    const { at } = this;
    if (node > at.size) return -1;
    if (attribute === 0) return at.label[node]!;
    if (attribute === 1) return Math.min(4, at.leftCount[node]!);
    if (attribute === 2) return Math.min(4, at.rightCount[node]!);
    return attribute === 3 ? at.leftLabels[node]! : at.rightLabels[node]!;
  }
}

/** Trees for whole sentences; `first` as in `Tokens`. */
export function parseWords(parser: Parser, around: Surroundings, first: Int32Array): Tree {
  const count = first[first.length - 1] ?? 0;
  const head = new Int32Array(count);
  const label = new Uint8Array(count);
  const margin = new Float32Array(count);
  const { at } = around;
  const { moves, labels, moveTemplates, labelTemplates } = parser;
  const moveValues = new Int32Array(moveTemplates.address.length);
  const labelValues = new Int32Array(labelTemplates.address.length);
  const features = new Int32Array(Math.max(moveTemplates.count, labelTemplates.count));
  const moveScores = new Int32Array(3);
  const root = parser.labelNames.indexOf("root");
  const labelScores = new Int32Array(labels.classes.length);
  for (let s = 0; s + 1 < first.length; s++) {
    const from = first[s]!;
    around.start(from, first[s + 1]! - from);
    while (!at.done) {
      around.lookAround();
      const forced = at.forced();
      if (forced < 0) {
        around.fill(moveTemplates, moveValues);
        fillFeatures(moveTemplates, moveValues, features);
        scoreInto(moves, features, moveTemplates.count, moveScores);
        for (const move of [SHIFT, LEFT, RIGHT])
          if (!at.allowed(move)) moveScores[move] = -0x40000000;
      }
      const move = forced < 0 ? bestOf(moveScores) : forced;
      if (move === SHIFT) {
        at.shift();
        continue;
      }
      around.lookAtArc(move);
      around.fill(labelTemplates, labelValues);
      fillFeatures(labelTemplates, labelValues, features);
      scoreInto(labels, features, labelTemplates.count, labelScores);
      const dependent = at.peek(0);
      const governor = at.headBy(move);
      labelScores[root] = governor === at.size ? 0x40000000 : -0x40000000;
      const chosen = bestOf(labelScores);
      head[from + dependent] = governor === at.size ? -1 : from + governor;
      label[from + dependent] = chosen;
      const sure = Math.min(
        forced < 0 ? marginOf(moveScores, move) * moves.scale : 1e6,
        marginOf(labelScores, chosen) * labels.scale,
      );
      margin[from + dependent] = Math.min(sure, 1e6);
      at.attach(move, chosen);
    }
  }
  return { head, label, margin, labelNames: parser.labelNames, ...childrenOf(head) };
}

/** Dependents as columns, from the heads. */
export function childrenOf(head: Int32Array): Pick<Tree, "firstChild" | "child"> {
  const count = head.length;
  const firstChild = new Int32Array(count + 1);
  for (let i = 0; i < count; i++) if (head[i]! >= 0) firstChild[head[i]! + 1]!++;
  for (let i = 0; i < count; i++) firstChild[i + 1]! += firstChild[i]!;
  const next = firstChild.slice();
  const child = new Int32Array(firstChild[count]!);
  for (let i = 0; i < count; i++) if (head[i]! >= 0) child[next[head[i]!]!++] = i;
  return { firstChild, child };
}
