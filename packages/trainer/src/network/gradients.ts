/** Weights with their gradients and moments in the memory of the kernels, and steps of descent. */
import { Arithmetic, type Kernels, type Weight } from "@hearsay/reader/model";
import { kernels } from "../kernels.ts";

/** What `kernels/trainer.ts` exports; its comments say what each does. */
interface GradientKernels extends Pick<Kernels, "remember"> {
  multiply(
    x: number,
    xStep: number,
    w: number,
    out: number,
    outStep: number,
    n: number,
    k: number,
    m: number,
  ): void;
  multiplyTransposed(
    x: number,
    xStep: number,
    dy: number,
    dyStep: number,
    dw: number,
    n: number,
    k: number,
    m: number,
  ): void;
  transpose(w: number, out: number, k: number, m: number): void;
  sumRows(dy: number, dyStep: number, db: number, n: number, m: number): void;
  addScaled(x: number, factor: number, out: number, m: number): void;
  rectifyBack(y: number, dx: number, m: number): void;
  seed(value: number): void;
  drawMask(mask: number, m: number, rate: number): void;
  scaleBy(y: number, x: number, m: number): void;
  normaliseBack(
    y: number,
    dy: number,
    gain: number,
    bias: number,
    spread: number,
    dGain: number,
    dBias: number,
    n: number,
    k: number,
  ): void;
  rememberBack(
    gates: number,
    gateStep: number,
    before: number,
    cell: number,
    cellStep: number,
    dOut: number,
    dOutStep: number,
    dCell: number,
    n: number,
    h: number,
  ): void;
  softmax(scores: number, m: number, factor: number): number;
  squares(x: number, m: number): number;
  adam(
    weight: number,
    gradient: number,
    first: number,
    second: number,
    m: number,
    rate: number,
    beta1: number,
    beta2: number,
    correction: number,
    factor: number,
  ): void;
}

const [beta1, beta2] = [0.9, 0.98];
/** Gradients longer than this are shortened to it. */
const longest = 5;

export class Gradients {
  readonly arithmetic = new Arithmetic();
  readonly back = this.arithmetic.instance<GradientKernels>(kernels);
  readonly run: Kernels = this.arithmetic.run;
  readonly list: readonly Weight[];
  private readonly addresses = new Map<string, number>();
  private readonly weights: number;
  private readonly count: number;
  private readonly shift: number;
  private steps = 0;
  /** Whether there is a way back: a teacher only says what it thinks. */
  learning = true;
  private readonly turned = new Map<string, number>();

  constructor(list: readonly Weight[]) {
    this.list = list;
    this.count = this.list.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
    this.weights = this.arithmetic.zeros(4 * this.count);
    this.shift = 4 * this.count;
    let at = this.weights;
    for (const { name, rows, columns } of this.list) {
      this.addresses.set(name, at);
      at += 4 * rows * columns;
    }
  }

  /** Address of a weight. */
  at(name: string): number {
    const found = this.addresses.get(name);
    if (found === undefined) throw new Error(`the network has no weight "${name}"`);
    return found;
  }

  /** Where the gradient of the number at an address stands. */
  of(address: number): number {
    return address + this.shift;
  }

  /** The numbers of one weight, as a view. */
  view({ name, rows, columns }: Weight): Float32Array {
    return this.arithmetic.view(this.at(name), rows * columns);
  }

  /** All numbers in order, as a copy. */
  all(): Float32Array {
    return this.arithmetic.view(this.weights, this.count).slice();
  }

  /** A weight with rows and columns exchanged; one copy a batch (`forget` drops them). */
  private transposed(name: string, k: number, m: number): number {
    let found = this.turned.get(name);
    if (found === undefined) {
      found = this.arithmetic.reserve(k * m);
      this.back.transpose(this.at(name), found, k, m);
      this.turned.set(name, found);
    }
    return found;
  }

  forget(): void {
    this.turned.clear();
  }

  /** out = x · weight + bias, if the weight has one. */
  dense(
    name: string,
    x: number,
    rows: number,
    k: number,
    m: number,
    biasName = `${name}.bias`,
  ): number {
    const out = this.arithmetic.zeros(rows * m);
    const bias = this.addresses.get(biasName);
    if (bias !== undefined) this.run.fillRows(bias, out, m, rows, m);
    this.back.multiply(x, k, this.at(name), out, m, rows, k, m);
    return out;
  }

  /** The gradients of `dense`; what it says of x is added at `dx`. */
  denseBack(
    name: string,
    x: number,
    dy: number,
    rows: number,
    k: number,
    m: number,
    dx?: number,
  ): void {
    if (!this.learning) return;
    this.back.multiplyTransposed(x, k, dy, m, this.of(this.at(name)), rows, k, m);
    const bias = this.addresses.get(`${name}.bias`);
    if (bias !== undefined) this.back.sumRows(dy, m, this.of(bias), rows, m);
    if (dx !== undefined) this.times(dy, m, name, dx, k, rows, k, m);
  }

  /** dx += dy · weightᵀ. */
  times(
    dy: number,
    dyStep: number,
    name: string,
    dx: number,
    dxStep: number,
    rows: number,
    k: number,
    m: number,
  ): void {
    this.back.multiply(dy, dyStep, this.transposed(name, k, m), dx, dxStep, rows, m, k);
  }

  /** A step of Adam at a rate; gradients are 0 afterwards. */
  step(rate: number): void {
    this.steps++;
    const { weights, count, shift } = this;
    const length = Math.sqrt(this.back.squares(weights + shift, count));
    const factor = length > longest ? longest / length : 1;
    this.back.adam(
      weights,
      weights + shift,
      weights + 2 * shift,
      weights + 3 * shift,
      count,
      rate / (1 - beta1 ** this.steps),
      beta1,
      beta2,
      1 / (1 - beta2 ** this.steps),
      factor,
    );
  }
}
