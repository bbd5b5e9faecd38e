/**
 * The kernels (`packages/reader/kernels/reader.ts`) over one memory: weights at its bottom, the
 * numbers of the sentences in work above them. Addresses are bytes, numbers 32-bit floats.
 */
import { kernels } from "./kernels.ts";

/** What `kernels/reader.ts` exports; its comments say what each does. */
export interface Kernels {
  dots(x: number, y: number, yStep: number, out: number, count: number, k: number): void;
  fillRows(row: number, out: number, outStep: number, n: number, m: number): void;
  add(x: number, out: number, m: number): void;
  rectify(x: number, m: number): void;
  normalise(x: number, gain: number, bias: number, spread: number, n: number, k: number): void;
  remember(
    gates: number,
    gateStep: number,
    before: number,
    cell: number,
    cellStep: number,
    out: number,
    outStep: number,
    n: number,
    h: number,
  ): void;
  toWhole(x: number, out: number, m: number, scale: number): void;
  multiplyWhole(
    x: number,
    xStep: number,
    w: number,
    scale: number,
    out: number,
    outStep: number,
    n: number,
    k: number,
    m: number,
  ): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

declare const WebAssembly: {
  Memory: new (limits: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: object };
};

const page = 65_536;
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes from base64; neither Node's way nor the browsers' is everywhere. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const digit of base64) {
    const value = digits.indexOf(digit);
    if (value < 0) continue;
    bits = (bits << 6) | value;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push((bits >> held) & 255);
  }
  return Uint8Array.from(bytes);
}

export class Arithmetic {
  readonly run: Kernels;
  private readonly memory = new WebAssembly.Memory({ initial: 16 });
  /** Where free memory begins: the first page is the kernels' own, for tables of exponentials. */
  private free = page;
  private whole: Float32Array<ArrayBuffer>;

  constructor() {
    this.whole = new Float32Array(this.memory.buffer);
    this.run = this.instance<Kernels>(kernels);
  }

  /** More kernels (the trainer's) over the same memory. */
  instance<T>(base64: string): T {
    const abort = (): never => {
      throw new Error("a kernel stopped; this is a fault of Hearsay, please report it");
    };
    const module = new WebAssembly.Module(bytesOf(base64));
    return new WebAssembly.Instance(module, { env: { memory: this.memory, abort } }).exports as T;
  }

  /** All of the memory as numbers; to be asked for again after every `reserve`. */
  get numbers(): Float32Array<ArrayBuffer> {
    return this.whole;
  }

  /** The address of `count` numbers, at a multiple of 16 bytes. Their values are whatever was there. */
  reserve(count: number): number {
    const at = this.free;
    this.free = at + ((4 * count + 15) & ~15);
    if (this.free > this.memory.buffer.byteLength) {
      const missing = this.free - this.memory.buffer.byteLength;
      this.memory.grow(Math.max(Math.ceil(missing / page), 64));
      this.whole = new Float32Array(this.memory.buffer);
    }
    return at;
  }

  /** The same with all numbers 0. */
  zeros(count: number): number {
    const at = this.reserve(count);
    this.whole.fill(0, at >> 2, (at >> 2) + count);
    return at;
  }

  /** Numbers put into memory; their address. */
  place(numbers: Float32Array): number {
    const at = this.reserve(numbers.length);
    this.whole.set(numbers, at >> 2);
    return at;
  }

  /** 16-bit whole numbers put into memory; their address. */
  placeWhole(numbers: Int16Array): number {
    const at = this.reserve(Math.ceil(numbers.length / 2));
    new Int16Array(this.memory.buffer).set(numbers, at >> 1);
    return at;
  }

  /** 16-bit whole numbers at an address, as a view that lasts until the next `reserve`. */
  viewWhole(at: number, count: number): Int16Array<ArrayBuffer> {
    return new Int16Array(this.memory.buffer, at, count);
  }

  /** Where free memory begins now; `release` gives back all that was reserved since. */
  mark(): number {
    return this.free;
  }

  release(mark: number): void {
    this.free = mark;
  }

  /** Numbers at an address, as a view that lasts until the next `reserve`. */
  view(at: number, count: number): Float32Array<ArrayBuffer> {
    return this.whole.subarray(at >> 2, (at >> 2) + count);
  }

  copy(from: number, to: number, count: number): void {
    this.whole.copyWithin(to >> 2, from >> 2, (from >> 2) + count);
  }
}
