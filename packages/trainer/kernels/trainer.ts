/**
 * The arithmetic of training that the reader has no use for: gradients and steps of descent.
 * AssemblyScript, compiled by `tools/kernels.ts`; conventions as in the reader's kernels. Fused
 * multiplication is allowed here: the same machine gives the same bytes, another may not.
 */

/** out[n × m] += x[n × k] · w[k × m]; m is a multiple of 8. Four rows and eight columns at a time. */
export function multiply(
  x: usize, xStep: i32, w: usize, out: usize, outStep: i32, n: i32, k: i32, m: i32,
): void {
  const nextX = <usize>xStep << 2;
  const nextOut = <usize>outStep << 2;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    fourRows(x, nextX, w, out, nextOut, k, m);
    x += nextX << 2;
    out += nextOut << 2;
  }
  for (; i < n; i++) {
    oneRow(x, w, out, k, m);
    x += nextX;
    out += nextOut;
  }
}

function fourRows(
  x: usize, nextX: usize, w: usize, out: usize, nextOut: usize, k: i32, m: i32,
): void {
  const x1 = x + nextX, x2 = x1 + nextX, x3 = x2 + nextX;
  const o1 = out + nextOut, o2 = o1 + nextOut, o3 = o2 + nextOut;
  const nextW = <usize>m << 2;
  for (let c: usize = 0; c < nextW; c += 32) {
    let a0 = v128.load(out + c), b0 = v128.load(out + c, 16);
    let a1 = v128.load(o1 + c), b1 = v128.load(o1 + c, 16);
    let a2 = v128.load(o2 + c), b2 = v128.load(o2 + c, 16);
    let a3 = v128.load(o3 + c), b3 = v128.load(o3 + c, 16);
    let at = w + c;
    for (let q: usize = 0, end = <usize>k << 2; q < end; q += 4) {
      const u = v128.load(at), v = v128.load(at, 16);
      let s = v128.load32_splat(x + q);
      a0 = f32x4.relaxed_madd(s, u, a0);
      b0 = f32x4.relaxed_madd(s, v, b0);
      s = v128.load32_splat(x1 + q);
      a1 = f32x4.relaxed_madd(s, u, a1);
      b1 = f32x4.relaxed_madd(s, v, b1);
      s = v128.load32_splat(x2 + q);
      a2 = f32x4.relaxed_madd(s, u, a2);
      b2 = f32x4.relaxed_madd(s, v, b2);
      s = v128.load32_splat(x3 + q);
      a3 = f32x4.relaxed_madd(s, u, a3);
      b3 = f32x4.relaxed_madd(s, v, b3);
      at += nextW;
    }
    v128.store(out + c, a0);
    v128.store(out + c, b0, 16);
    v128.store(o1 + c, a1);
    v128.store(o1 + c, b1, 16);
    v128.store(o2 + c, a2);
    v128.store(o2 + c, b2, 16);
    v128.store(o3 + c, a3);
    v128.store(o3 + c, b3, 16);
  }
}

function oneRow(x: usize, w: usize, out: usize, k: i32, m: i32): void {
  const nextW = <usize>m << 2;
  for (let c: usize = 0; c < nextW; c += 32) {
    let a = v128.load(out + c), b = v128.load(out + c, 16);
    let at = w + c;
    for (let q: usize = 0, end = <usize>k << 2; q < end; q += 4) {
      const s = v128.load32_splat(x + q);
      a = f32x4.relaxed_madd(s, v128.load(at), a);
      b = f32x4.relaxed_madd(s, v128.load(at, 16), b);
      at += nextW;
    }
    v128.store(out + c, a);
    v128.store(out + c, b, 16);
  }
}

/** dw[k × m] += xᵀ · dy over n rows; k is a multiple of 4, m of 8. */
export function multiplyTransposed(
  x: usize, xStep: i32, dy: usize, dyStep: i32, dw: usize, n: i32, k: i32, m: i32,
): void {
  const nextX = <usize>xStep << 2, nextY = <usize>dyStep << 2, nextW = <usize>m << 2;
  for (let r: usize = 0, rows = <usize>k << 2; r < rows; r += 16) {
    const w0 = dw + (r >> 2) * nextW, w1 = w0 + nextW, w2 = w1 + nextW, w3 = w2 + nextW;
    for (let c: usize = 0; c < nextW; c += 32) {
      let a0 = v128.load(w0 + c), b0 = v128.load(w0 + c, 16);
      let a1 = v128.load(w1 + c), b1 = v128.load(w1 + c, 16);
      let a2 = v128.load(w2 + c), b2 = v128.load(w2 + c, 16);
      let a3 = v128.load(w3 + c), b3 = v128.load(w3 + c, 16);
      let atX = x + r, atY = dy + c;
      for (let i = 0; i < n; i++) {
        const u = v128.load(atY), v = v128.load(atY, 16);
        let s = v128.load32_splat(atX);
        a0 = f32x4.relaxed_madd(s, u, a0);
        b0 = f32x4.relaxed_madd(s, v, b0);
        s = v128.load32_splat(atX, 4);
        a1 = f32x4.relaxed_madd(s, u, a1);
        b1 = f32x4.relaxed_madd(s, v, b1);
        s = v128.load32_splat(atX, 8);
        a2 = f32x4.relaxed_madd(s, u, a2);
        b2 = f32x4.relaxed_madd(s, v, b2);
        s = v128.load32_splat(atX, 12);
        a3 = f32x4.relaxed_madd(s, u, a3);
        b3 = f32x4.relaxed_madd(s, v, b3);
        atX += nextX;
        atY += nextY;
      }
      v128.store(w0 + c, a0);
      v128.store(w0 + c, b0, 16);
      v128.store(w1 + c, a1);
      v128.store(w1 + c, b1, 16);
      v128.store(w2 + c, a2);
      v128.store(w2 + c, b2, 16);
      v128.store(w3 + c, a3);
      v128.store(w3 + c, b3, 16);
    }
  }
}

/** out[m × k] = wᵀ of w[k × m]. */
export function transpose(w: usize, out: usize, k: i32, m: i32): void {
  for (let i = 0; i < k; i++)
    for (let j = 0; j < m; j++)
      f32.store(out + (<usize>(j * k + i) << 2), f32.load(w + (<usize>(i * m + j) << 2)));
}

/** db += the sum of n rows of dy; m is a multiple of 4. */
export function sumRows(dy: usize, dyStep: i32, db: usize, n: i32, m: i32): void {
  for (let i = 0; i < n; i++) {
    for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
      v128.store(db + q, f32x4.add(v128.load(db + q), v128.load(dy + q)));
    dy += <usize>dyStep << 2;
  }
}

/** out += factor · x over m numbers; m is a multiple of 4. */
export function addScaled(x: usize, factor: f32, out: usize, m: i32): void {
  const s = f32x4.splat(factor);
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
    v128.store(out + q, f32x4.add(v128.load(out + q), f32x4.mul(s, v128.load(x + q))));
}

/** dx = 0 where y = 0: the gradient of `rectify`. */
export function rectifyBack(y: usize, dx: usize, m: i32): void {
  const zero = f32x4.splat(0);
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
    v128.store(dx + q, v128.and(v128.load(dx + q), f32x4.gt(v128.load(y + q), zero)));
}

let state: u32 = 1;

export function seed(value: u32): void {
  state = value | 1;
}

/** Xorshift (Marsaglia 2003). */
@inline
function random(): u32 {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return state;
}

/** A mask over m numbers: 0 for a share of `rate` of them, 1 / (1 - rate) for the others. */
export function drawMask(mask: usize, m: i32, rate: f32): void {
  const limit = <u32>(<f64>rate * 4294967295.0);
  const kept: f32 = 1 / (1 - rate);
  for (let k = 0; k < m; k++) f32.store(mask + (<usize>k << 2), random() < limit ? 0 : kept);
}

/** x *= y over m numbers; m is a multiple of 4. */
export function scaleBy(y: usize, x: usize, m: i32): void {
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16)
    v128.store(x + q, f32x4.mul(v128.load(x + q), v128.load(y + q)));
}

/**
 * The gradient of `normalise`, in place in dy. `y` is what it gave; where a gain is 0 the number
 * that was normalised can't be had back from it and passes nothing.
 */
export function normaliseBack(
  y: usize, dy: usize, gain: usize, bias: usize, spread: usize, dGain: usize, dBias: usize,
  n: i32, k: i32,
): void {
  for (let i = 0; i < n; i++) {
    let sum: f32 = 0, product: f32 = 0;
    for (let j: usize = 0, end = <usize>k << 2; j < end; j += 4) {
      const g = f32.load(gain + j), d = f32.load(dy + j);
      const plain: f32 = g == 0 ? 0 : (f32.load(y + j) - f32.load(bias + j)) / g;
      f32.store(dGain + j, f32.load(dGain + j) + d * plain);
      f32.store(dBias + j, f32.load(dBias + j) + d);
      sum += d * g;
      product += d * g * plain;
      f32.store(y + j, plain);
    }
    sum /= <f32>k;
    product /= <f32>k;
    const over = f32.load(spread);
    for (let j: usize = 0, end = <usize>k << 2; j < end; j += 4) {
      const own = f32.load(dy + j) * f32.load(gain + j);
      f32.store(dy + j, over * (own - sum - f32.load(y + j) * product));
    }
    spread += 4;
    y += <usize>k << 2;
    dy += <usize>k << 2;
  }
}

/**
 * The hyperbolic tangent by Lambert's continued fraction, cut off after four steps: within 0.0001,
 * finer than the whole numbers that come of it.
 */
@inline
function hyperbolic(x: v128): v128 {
  x = f32x4.pmin(f32x4.pmax(x, f32x4.splat(-4.97)), f32x4.splat(4.97));
  const q = f32x4.mul(x, x);
  let over = f32x4.add(q, f32x4.splat(378));
  over = f32x4.add(f32x4.mul(over, q), f32x4.splat(17325));
  over = f32x4.add(f32x4.mul(over, q), f32x4.splat(135135));
  let under = f32x4.add(f32x4.mul(f32x4.splat(28), q), f32x4.splat(3150));
  under = f32x4.add(f32x4.mul(under, q), f32x4.splat(62370));
  under = f32x4.add(f32x4.mul(under, q), f32x4.splat(135135));
  return f32x4.div(f32x4.mul(over, x), under);
}

/** 1 / (1 + e to the -x). */
@inline
function logistic(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(hyperbolic(f32x4.mul(x, half)), half), half);
}

/**
 * One step of long short-term memory (Hochreiter & Schmidhuber 1997) for n sequences, what is
 * forgotten being what is not taken in (Greff et al. 2017). A row of `gates` holds the sums for
 * input gate, candidate and output gate, h each; the activated gates take their place. `before` are
 * the cells of the step before, 0 for none. The reader's `remember` gives the same.
 */
export function remember(
  gates: usize, gateStep: i32, before: usize, cell: usize, cellStep: i32, out: usize, outStep: i32,
  n: i32, h: i32,
): void {
  const width = <usize>h << 2;
  const one = f32x4.splat(1);
  for (let i = 0; i < n; i++) {
    for (let q: usize = 0; q < width; q += 16) {
      const at = gates + q;
      const input = logistic(v128.load(at));
      const candidate = hyperbolic(v128.load(at + width));
      const output = logistic(v128.load(at + 2 * width));
      let c = f32x4.mul(input, candidate);
      if (before) c = f32x4.add(c, f32x4.mul(f32x4.sub(one, input), v128.load(before + q)));
      v128.store(at, input);
      v128.store(at + width, candidate);
      v128.store(at + 2 * width, output);
      v128.store(cell + q, c);
      v128.store(out + q, f32x4.mul(output, hyperbolic(c)));
    }
    gates += <usize>gateStep << 2;
    cell += <usize>cellStep << 2;
    if (before) before += <usize>cellStep << 2;
    out += <usize>outStep << 2;
  }
}

@inline
function exactHyperbolic(x: f32): f32 {
  return <f32>(1 - 2 / (1 + Math.exp(2 * <f64>x)));
}

/**
 * The gradient of `remember`: `gates` as activated there becomes the gradient of the sums. `dCell`
 * holds what the step after says of the cells, and gets what this says of the step before.
 */
export function rememberBack(
  gates: usize, gateStep: i32, before: usize, cell: usize, cellStep: i32, dOut: usize,
  dOutStep: i32, dCell: usize, n: i32, h: i32,
): void {
  const width = <usize>h << 2;
  for (let i = 0; i < n; i++) {
    for (let q: usize = 0; q < width; q += 4) {
      const at = gates + q;
      const input = f32.load(at), candidate = f32.load(at + width);
      const output = f32.load(at + 2 * width);
      const squashed = exactHyperbolic(f32.load(cell + q));
      const d = f32.load(dOut + q);
      const dc = f32.load(dCell + q) + d * output * (1 - squashed * squashed);
      const old: f32 = before ? f32.load(before + q) : 0;
      f32.store(at, dc * (candidate - old) * input * (1 - input));
      f32.store(at + width, dc * input * (1 - candidate * candidate));
      f32.store(at + 2 * width, d * squashed * output * (1 - output));
      f32.store(dCell + q, dc * (1 - input));
    }
    gates += <usize>gateStep << 2;
    cell += <usize>cellStep << 2;
    if (before) before += <usize>cellStep << 2;
    dOut += <usize>dOutStep << 2;
    dCell += width;
  }
}

/**
 * m scores become their softmax times `factor`; gives the logarithm of the sum of their exponentials,
 * in nats.
 */
export function softmax(scores: usize, m: i32, factor: f32): f32 {
  const end = scores + (<usize>m << 2);
  let most: f32 = -1e30;
  for (let at = scores; at < end; at += 4) most = max(most, f32.load(at));
  let sum: f32 = 0;
  for (let at = scores; at < end; at += 4) {
    const e = <f32>Math.exp(<f64>(f32.load(at) - most));
    f32.store(at, e);
    sum += e;
  }
  const over = factor / sum;
  for (let at = scores; at < end; at += 4) f32.store(at, f32.load(at) * over);
  return <f32>(Math.log(<f64>sum)) + most;
}

/** The sum of squares of m numbers. */
export function squares(x: usize, m: i32): f64 {
  let sum: f64 = 0;
  for (let at = x, end = x + (<usize>m << 2); at < end; at += 4) {
    const v = <f64>f32.load(at);
    sum += v * v;
  }
  return sum;
}

/**
 * One step of Adam (Kingma & Ba 2015) over m numbers, a multiple of 4; `rate` has the bias
 * correction of the first moment in it, `correction` is that of the second. Gradients are taken
 * times `factor` and set to 0.
 */
export function adam(
  weight: usize, gradient: usize, first: usize, second: usize, m: i32, rate: f32, beta1: f32,
  beta2: f32, correction: f32, factor: f32,
): void {
  const b1 = f32x4.splat(beta1), r1 = f32x4.splat(1 - beta1), b2 = f32x4.splat(beta2);
  const r2 = f32x4.splat(1 - beta2), step = f32x4.splat(rate), scale = f32x4.splat(factor);
  const corrected = f32x4.splat(correction), least = f32x4.splat(1e-8), zero = f32x4.splat(0);
  for (let q: usize = 0, end = <usize>m << 2; q < end; q += 16) {
    const g = f32x4.mul(v128.load(gradient + q), scale);
    const u = f32x4.add(f32x4.mul(v128.load(first + q), b1), f32x4.mul(g, r1));
    const v = f32x4.add(f32x4.mul(v128.load(second + q), b2), f32x4.mul(f32x4.mul(g, g), r2));
    v128.store(first + q, u);
    v128.store(second + q, v);
    const down = f32x4.add(f32x4.sqrt(f32x4.mul(v, corrected)), least);
    const moved = f32x4.div(f32x4.mul(step, u), down);
    v128.store(weight + q, f32x4.sub(v128.load(weight + q), moved));
    v128.store(gradient + q, zero);
  }
}
