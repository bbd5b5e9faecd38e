/**
 * Dependency parsing by scoring arcs (Dozat & Manning 2017): how well a word and a head match is one
 * product of two short vectors; of all arcs the tree is made (`spanning.ts`), and for each arc the
 * relation is told from both its ends. Both see what the tagger decided.
 */
import type { Tags, Tree } from "../reading/layers.ts";
import { type Arcs, ROOT } from "./arcs.ts";
import type { Arithmetic } from "./arithmetic.ts";
import type { Model } from "./container.ts";
import type { Encoder } from "./encoder.ts";
import { coarseParts, padded, type Shape, type Weights } from "./network.ts";
import { portionsOf } from "./recurrent.ts";
import { spanningTree } from "./spanning.ts";

export interface Parser {
  readonly arithmetic: Arithmetic;
  readonly shape: Shape;
  readonly weights: Weights;
  /** By class of the tagger: "NOUN NN". */
  readonly tagNames: readonly string[];
  readonly labelNames: readonly string[];
}

/** Facts: `tagNames` and `relationNames` in order. */
export function parserOf(
  { arithmetic, shape, weights }: Pick<Encoder, "arithmetic" | "shape" | "weights">,
  { header }: Model,
): Parser {
  const { tagNames, relationNames } = header.facts as {
    tagNames: string[];
    relationNames: string[];
  };
  return { arithmetic, shape, weights, tagNames, labelNames: relationNames };
}

/** A head is looked for this many words away and no farther: time stays linear in the length. */
export const reach = 150;
/** Tokens to work on at once, if no sentence is longer. */
const portion = 2048;

/** `seen`: what `encode` gave. */
export function parseWords(parser: Parser, seen: Int16Array, tags: Tags, first: Int32Array): Tree {
  const count = tags.upos.length;
  const parts = {
    head: new Int32Array(count),
    label: new Uint8Array(count),
    margin: new Float32Array(count),
  };
  const classes = tagClasses(parser, tags);
  const main = new Set(tags.main);
  for (const [from, to] of portionsOf(first, portion)) {
    const mark = parser.arithmetic.mark();
    parsePortion(parser, seen, classes, first.subarray(from, to + 1), main, parts);
    parser.arithmetic.release(mark);
  }
  return { ...parts, labelNames: parser.labelNames, ...childrenOf(parts.head) };
}

/** More than any arc: what must be on the root is. */
const mainScore = 1000;

type Parts = Pick<Tree, "head" | "label" | "margin">;

/** The tagger's class of each token, -1 where its two tags are none (a tag that was mended). */
function tagClasses({ tagNames }: Parser, tags: Tags): Int32Array {
  const known = new Map<number, number>();
  return Int32Array.from(tags.upos, (upos, i) => {
    const key = 256 * upos + tags.xpos[i]!;
    let found = known.get(key);
    if (found === undefined) {
      found = tagNames.indexOf(`${tags.uposNames[upos]} ${tags.xposNames[tags.xpos[i]!]}`);
      known.set(key, found);
    }
    return found;
  });
}

function parsePortion(
  parser: Parser,
  seen: Int16Array,
  classes: Int32Array,
  first: Int32Array,
  main: ReadonlySet<number>,
  parts: Parts,
): void {
  const { arithmetic, shape } = parser;
  const [from, to] = [first[0]!, first[first.length - 1]!];
  const count = to - from;
  const width = 2 * shape.memory;
  const x = arithmetic.placeWhole(seen.subarray(from * width, to * width));
  const own: Portion = { x, count, classes: classes.subarray(from, to) };
  const { arc } = shape;
  const dependents = projected(parser, own, "dependent", arc);
  const heads = projected(parser, own, "head", arc);
  arithmetic.run.rectify(dependents, count * arc);
  arithmetic.run.rectify(heads, count * arc);
  const matched = multiplied(parser, dependents, count, "match", arc, arc);
  for (let s = 0; s + 1 < first.length; s++)
    attach(parser, matched, heads, first[s]! - from, first[s + 1]! - from, from, main, parts);
  const related = projected(parser, own, "related", shape.relation);
  const governors = projected(parser, own, "governor", shape.relation);
  name(parser, related, governors, from, count, parts);
}

interface Portion {
  /** What the memory gives, in whole numbers. */
  readonly x: number;
  readonly count: number;
  readonly classes: Int32Array;
}

/** x · weight + bias + what the tag adds. */
function projected(
  { arithmetic, shape, weights: { rows, matrices } }: Parser,
  { x, count, classes }: Portion,
  name: string,
  columns: number,
): number {
  const { run } = arithmetic;
  const out = arithmetic.zeros(count * columns);
  const bias = rows.get(`${name}.bias`);
  if (bias !== undefined) run.fillRows(bias, out, columns, count, columns);
  const byTag = rows.get(`tag.${name}`)!;
  for (let i = 0; i < count; i++)
    if (classes[i]! >= 0)
      run.add(byTag + 4 * classes[i]! * columns, out + 4 * i * columns, columns);
  const width = 2 * shape.memory;
  const { at, scales } = matrices.get(name)!;
  run.multiplyWhole(x, width, at, scales, out, columns, count, width, columns);
  return out;
}

/** Rectified numbers · weight + bias. */
function multiplied(
  { arithmetic, weights: { rows, matrices } }: Parser,
  x: number,
  count: number,
  name: string,
  width: number,
  columns: number,
): number {
  const { run } = arithmetic;
  const whole = arithmetic.reserve((count * width) / 2);
  const out = arithmetic.reserve(count * columns);
  const { at, scales } = matrices.get(name)!;
  run.toWhole(x, whole, count * width, coarseParts);
  run.fillRows(rows.get(`${name}.bias`)!, out, columns, count, columns);
  run.multiplyWhole(whole, width, at, scales, out, columns, count, width, columns);
  return out;
}

/** Heads of the tokens `from … to - 1` of a portion that begins at `base`. */
function attach(
  { arithmetic, shape, weights: { rows } }: Parser,
  matched: number,
  heads: number,
  from: number,
  to: number,
  base: number,
  main: ReadonlySet<number>,
  parts: Parts,
): void {
  const { run } = arithmetic;
  const bytes = 4 * shape.arc;
  const size = to - from;
  const stride = Math.min(size, 2 * reach + 1) + 1;
  const mark = arithmetic.mark();
  const scores = arithmetic.reserve(size * stride);
  const start = (i: number): number => Math.max(0, i - reach);
  const end = (i: number): number => Math.min(size, i + reach + 1);
  for (let i = 0; i < size; i++) {
    const own = matched + (from + i) * bytes;
    const out = scores + 4 * i * stride;
    run.dots(own, rows.get("root")!, shape.arc, out, 1, shape.arc);
    const others = heads + (from + start(i)) * bytes;
    run.dots(own, others, shape.arc, out + 4, end(i) - start(i), shape.arc);
  }
  const { numbers } = arithmetic;
  const arcs: Arcs = {
    size,
    from: start,
    to: end,
    score: (i, j) => numbers[(scores >> 2) + i * stride + 1 + j - start(i)]!,
    rootScore: (i) =>
      numbers[(scores >> 2) + i * stride]! + (main.has(base + from + i) ? mainScore : 0),
  };
  const { head, margin } = spanningTree(arcs);
  for (let i = 0; i < size; i++) {
    const token = base + from + i;
    parts.head[token] = head[i] === ROOT ? ROOT : base + from + head[i]!;
    parts.margin[token] = margin[i]!;
  }
  arithmetic.release(mark);
}

/** Relations of the arcs. `related` is used up. */
function name(
  parser: Parser,
  related: number,
  governors: number,
  base: number,
  count: number,
  parts: Parts,
): void {
  const { arithmetic, shape, labelNames } = parser;
  const { run } = arithmetic;
  const bytes = 4 * shape.relation;
  const columns = padded(shape.relations);
  for (let i = 0; i < count; i++) {
    const head = parts.head[base + i]!;
    if (head !== ROOT)
      run.add(governors + (head - base) * bytes, related + i * bytes, shape.relation);
  }
  run.rectify(related, count * shape.relation);
  const scores = multiplied(parser, related, count, "relation", shape.relation, columns);
  const root = labelNames.indexOf("root");
  const numbers = arithmetic.view(scores, count * columns);
  for (let i = 0; i < count; i++) {
    const token = base + i;
    if (parts.head[token] === ROOT) parts.label[token] = root;
    else {
      const [best, lead] = bestOfRow(numbers, i * columns, labelNames.length, root);
      parts.label[token] = best;
      parts.margin[token] = Math.min(parts.margin[token]!, lead);
    }
  }
}

/** The index of the largest of `count` numbers, one left out, and its lead over the next. */
export function bestOfRow(
  numbers: Float32Array,
  from: number,
  count: number,
  without = -1,
): readonly [best: number, lead: number] {
  let best = -1;
  let most = Number.NEGATIVE_INFINITY;
  let next = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < count; k++) {
    const value = numbers[from + k]!;
    if (k === without) continue;
    if (value > most) {
      next = most;
      most = value;
      best = k;
    } else if (value > next) next = value;
  }
  return [best, next === Number.NEGATIVE_INFINITY ? 1e6 : most - next];
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
