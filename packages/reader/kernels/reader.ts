/**
 * The arithmetic of the reader's network, for WebAssembly with 128-bit SIMD. AssemblyScript: to be
 * compiled by `tools/kernels.ts`, not by tsc.
 *
 * Numbers are 32-bit floats; `x`, `w`, `out` … are addresses in bytes; a step is the distance of
 * rows in floats. Every sum is taken in the same order whatever stands around it, and there is no
 * fused multiplication: the same words give the same numbers on every machine.
 */

/** out[j] = x · y[j] for `count` rows of y, `k` numbers long; k is a multiple of 4. */
export function dots(x: usize, y: usize, yStep: i32, out: usize, count: i32, k: i32): void {
  const end = <usize>k << 2;
  for (let j = 0; j < count; j++) {
    let sum = f32x4.splat(0);
    for (let q: usize = 0; q < end; q += 4 << 2)
      sum = f32x4.add(sum, f32x4.mul(v128.load(x + q), v128.load(y + q)));
    f32.store(out + (<usize>j << 2), total(sum));
    y += <usize>yStep << 2;
  }
}

@inline
function total(v: v128): f32 {
  const half = f32x4.add(v, v128.shuffle<f32>(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(half, 0) + f32x4.extract_lane(half, 1);
}

/** Sets each of n rows of `out` to the m numbers at `row`; m is a multiple of 4. */
export function fillRows(row: usize, out: usize, outStep: i32, n: i32, m: i32): void {
  for (let i = 0; i < n; i++) {
    memory.copy(out, row, <usize>m << 2);
    out += <usize>outStep << 2;
  }
}

/** out += x over m numbers; m is a multiple of 4. */
export function add(x: usize, out: usize, m: i32): void {
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
    v128.store(out + q, f32x4.add(v128.load(out + q), v128.load(x + q)));
}

/** Negative numbers become 0. */
export function rectify(x: usize, m: i32): void {
  const zero = f32x4.splat(0);
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
    v128.store(x + q, f32x4.pmax(v128.load(x + q), zero));
}

/**
 * Layer normalisation (Ba, Kiros & Hinton 2016) of n rows of k numbers, in place. `spread` gets one
 * over the standard deviation of each row.
 */
export function normalise(x: usize, gain: usize, bias: usize, spread: usize, n: i32, k: i32): void {
  const end = <usize>k << 2;
  for (let i = 0; i < n; i++) {
    let sum = f32x4.splat(0);
    for (let q: usize = 0; q < end; q += 16) sum = f32x4.add(sum, v128.load(x + q));
    const mean = f32x4.splat(total(sum) / <f32>k);
    let squares = f32x4.splat(0);
    for (let q: usize = 0; q < end; q += 16) {
      const d = f32x4.sub(v128.load(x + q), mean);
      squares = f32x4.add(squares, f32x4.mul(d, d));
    }
    const over = <f32>1 / <f32>Math.sqrt(total(squares) / <f32>k + <f32>1e-5);
    const factor = f32x4.splat(over);
    for (let q: usize = 0; q < end; q += 16) {
      const d = f32x4.mul(f32x4.sub(v128.load(x + q), mean), factor);
      v128.store(x + q, f32x4.add(f32x4.mul(d, v128.load(gain + q)), v128.load(bias + q)));
    }
    f32.store(spread, over);
    spread += 4;
    x += end;
  }
}

/** Where the fraction below meets ±1. */
const farthest: f32 = 4.97;

@inline
function within(x: v128): v128 {
  return f32x4.pmin(f32x4.pmax(x, f32x4.splat(-farthest)), f32x4.splat(farthest));
}

/**
 * The hyperbolic tangent is `over` / `under` by Lambert's continued fraction, cut off after four
 * steps: within 0.0001, finer than the whole numbers that come of it. `q` is x squared.
 */
@inline
function over(x: v128, q: v128): v128 {
  let sum = f32x4.add(q, f32x4.splat(378));
  sum = f32x4.add(f32x4.mul(sum, q), f32x4.splat(17325));
  sum = f32x4.add(f32x4.mul(sum, q), f32x4.splat(135135));
  return f32x4.mul(sum, x);
}

@inline
function under(q: v128): v128 {
  let sum = f32x4.add(f32x4.mul(f32x4.splat(28), q), f32x4.splat(3150));
  sum = f32x4.add(f32x4.mul(sum, q), f32x4.splat(62370));
  return f32x4.add(f32x4.mul(sum, q), f32x4.splat(135135));
}

/**
 * One step of long short-term memory (Hochreiter & Schmidhuber 1997) for n sequences, what is
 * forgotten being what is not taken in (Greff et al. 2017). A row of `gates` holds the sums for
 * input gate, candidate and output gate, h each; `before` are the cells of the step before, 0 for
 * none. The output is in whole numbers, 4096 to 1.
 *
 * A gate is (1 + tanh(x / 2)) / 2. Fractions are added before they are divided, since division is
 * what takes the time: once for the cell, once for the output.
 */
export function remember(
  gates: usize, gateStep: i32, before: usize, cell: usize, cellStep: i32, out: usize, outStep: i32,
  n: i32, h: i32,
): void {
  const width = <usize>h << 2;
  const half = f32x4.splat(0.5);
  for (let i = 0; i < n; i++) {
    for (let q: usize = 0; q < width; q += 16) {
      const at = gates + q;
      const input = within(f32x4.mul(v128.load(at), half));
      const inputs = f32x4.mul(input, input);
      const candidate = within(v128.load(at + width));
      const candidates = f32x4.mul(candidate, candidate);
      const p1 = over(input, inputs), q1 = under(inputs);
      const p2 = over(candidate, candidates), q2 = under(candidates);
      let c = f32x4.mul(f32x4.add(q1, p1), p2);
      if (before) {
        const kept = f32x4.mul(f32x4.sub(q1, p1), q2);
        c = f32x4.add(c, f32x4.mul(kept, v128.load(before + q)));
      }
      c = f32x4.div(f32x4.mul(c, half), f32x4.mul(q1, q2));
      v128.store(cell + q, c);
      const output = within(f32x4.mul(v128.load(at + 2 * width), half));
      const outputs = f32x4.mul(output, output);
      const p3 = over(output, outputs), q3 = under(outputs);
      c = within(c);
      const cells = f32x4.mul(c, c);
      const p4 = over(c, cells), q4 = under(cells);
      const y = f32x4.mul(f32x4.mul(f32x4.add(q3, p3), p4), half);
      v128.store64_lane(out + (q >> 1), wholeOf(f32x4.div(y, f32x4.mul(q3, q4)), 4096), 0);
    }
    gates += <usize>gateStep << 2;
    cell += <usize>cellStep << 2;
    if (before) before += <usize>cellStep << 2;
    out += <usize>outStep << 1;
  }
}

/** Four numbers times a scale as 16-bit whole numbers, twice. */
@inline
function wholeOf(x: v128, scale: f32): v128 {
  const rounded = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(x, f32x4.splat(scale))));
  return i16x8.narrow_i32x4_s(rounded, rounded);
}

/** m numbers times a scale as 16-bit whole numbers; m is a multiple of 4. */
export function toWhole(x: usize, out: usize, m: i32, scale: f32): void {
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
    v128.store64_lane(out + (q >> 1), wholeOf(v128.load(x + q), scale), 0);
}

/**
 * out[n × m] += scale[m] · (x[n × k] · w[m × k]ᵀ): x and w are 16-bit whole numbers, whose products
 * are summed exactly. k is a multiple of 8, m of 4. Two rows of x and four of w at a time.
 */
export function multiplyWhole(
  x: usize, xStep: i32, w: usize, scale: usize, out: usize, outStep: i32, n: i32, k: i32, m: i32,
): void {
  const nextX = <usize>xStep << 1, nextOut = <usize>outStep << 2;
  let i = 0;
  for (; i + 2 <= n; i += 2) {
    twoRows(x, x + nextX, w, scale, out, out + nextOut, k, m);
    x += nextX << 1;
    out += nextOut << 1;
  }
  if (i < n) twoRows(x, x, w, scale, out, out, k, m, false);
}

function twoRows(
  x0: usize, x1: usize, w: usize, scale: usize, o0: usize, o1: usize, k: i32, m: i32,
  both: bool = true,
): void {
  const end = <usize>k << 1;
  for (let j = 0; j < m; j += 4) {
    const w1 = w + end, w2 = w1 + end, w3 = w2 + end;
    let a0 = i32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
    for (let q: usize = 0; q < end; q += 16) {
      const u = v128.load(x0 + q), v = v128.load(x1 + q);
      let s = v128.load(w + q);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, s));
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, s));
      s = v128.load(w1 + q);
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, s));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, s));
      s = v128.load(w2 + q);
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, s));
      b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v, s));
      s = v128.load(w3 + q);
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, s));
      b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v, s));
    }
    const factors = v128.load(scale);
    addScaled(fourTotals(a0, a1, a2, a3), factors, o0);
    if (both) addScaled(fourTotals(b0, b1, b2, b3), factors, o1);
    w += end << 2;
    scale += 16;
    o0 += 16;
    o1 += 16;
  }
}

@inline
function addScaled(totals: v128, factors: v128, out: usize): void {
  const more = f32x4.mul(f32x4.convert_i32x4_s(totals), factors);
  v128.store(out, f32x4.add(v128.load(out), more));
}

/** The sums over the lanes of four vectors, as one. */
@inline
function fourTotals(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}
