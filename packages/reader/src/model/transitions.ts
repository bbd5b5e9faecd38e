/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011), with the root at the
 * end of the buffer:
 *
 *     stack … s1 s0 | b0 b1 … root
 *     SHIFT   b0 goes onto the stack
 *     LEFT    s0 becomes a dependent of b0 and leaves
 *     RIGHT   s0 becomes a dependent of s1 and leaves
 *
 * Tokens are 0 … n-1 within the sentence, n is the root, n + 1 stands for "no token there".
 */
import { hashStart, mix } from "./hash.ts";

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;

export class Configuration {
  size = 0;
  /** The front of the buffer. */
  front = 0;
  depth = 0;
  stack = new Int32Array(0);
  /** -1 while there is none. */
  head = new Int32Array(0);
  /** Label index + 1; 0 while there is none. */
  label = new Int32Array(0);
  /** Outermost and next-outermost dependents on either side, n + 1 for none. */
  left = new Int32Array(0);
  left2 = new Int32Array(0);
  right = new Int32Array(0);
  right2 = new Int32Array(0);
  leftCount = new Int32Array(0);
  rightCount = new Int32Array(0);
  /** Hashes over the labels of the dependents so far. */
  leftLabels = new Int32Array(0);
  rightLabels = new Int32Array(0);

  start(size: number): void {
    if (this.head.length < size + 2) this.grow(Math.max(64, 2 * size));
    this.size = size;
    this.front = 0;
    this.depth = 0;
    this.head.fill(-1, 0, size + 2);
    for (const each of [this.label, this.leftCount, this.rightCount]) each.fill(0, 0, size + 2);
    for (const each of [this.left, this.left2, this.right, this.right2])
      each.fill(size + 1, 0, size + 2);
    this.leftLabels.fill(hashStart, 0, size + 2);
    this.rightLabels.fill(hashStart, 0, size + 2);
  }

  private grow(size: number): void {
    const column = () => new Int32Array(size + 2);
    this.stack = column();
    this.head = column();
    this.label = column();
    this.left = column();
    this.left2 = column();
    this.right = column();
    this.right2 = column();
    this.leftCount = column();
    this.rightCount = column();
    this.leftLabels = column();
    this.rightLabels = column();
  }

  get done(): boolean {
    return this.front === this.size && this.depth === 0;
  }

  /** Stack item from the top, n + 1 when there is none. */
  peek(back: number): number {
    return back < this.depth ? this.stack[this.depth - 1 - back]! : this.size + 1;
  }

  /** The only move allowed here, or -1 where there is a choice. */
  forced(): number {
    if (this.front < this.size) return this.depth === 0 ? SHIFT : -1;
    return this.depth >= 2 ? RIGHT : LEFT;
  }

  /** The root takes one dependent, the last on the stack. */
  allowed(move: number): boolean {
    if (move === SHIFT) return this.front < this.size;
    if (move === RIGHT) return this.depth >= 2;
    return this.front < this.size ? this.depth >= 1 : this.depth === 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.front++;
  }

  /** The head that LEFT or RIGHT would give to the top of the stack. */
  headBy(move: number): number {
    return move === LEFT ? this.front : this.peek(1);
  }

  attach(move: number, label: number): void {
    const dependent = this.peek(0);
    const head = this.headBy(move);
    this.depth--;
    this.head[dependent] = head;
    this.label[dependent] = label + 1;
    if (move === LEFT) {
      this.left2[head] = this.left[head]!;
      this.left[head] = dependent;
      this.leftCount[head]!++;
      this.leftLabels[head] = mix(this.leftLabels[head]!, label);
    } else {
      this.right2[head] = this.right[head]!;
      this.right[head] = dependent;
      this.rightCount[head]!++;
      this.rightLabels[head] = mix(this.rightLabels[head]!, label);
    }
  }
}
