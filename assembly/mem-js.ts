// mem.ts for the kernel that runs as TypeScript: the same functions over typed arrays. Keep the two files side by side;
// the conformance tests run both kernels and compare bytes.

type i32 = number;
type f64 = number;
type f32 = number;

const BASE = 1024;
let top: i32 = BASE;
let buffer = new ArrayBuffer(1 << 17);
let i32s = new Int32Array(buffer);
let f32s = new Float32Array(buffer);
let f64s = new Float64Array(buffer);
let bytes8 = new Uint8Array(buffer);

/** The whole memory, for the host; replaced when it grows. */
export function memoryBuffer(): ArrayBuffer {
  return buffer;
}

export function mark(): i32 {
  return top;
}

export function release(to: i32): void {
  top = to;
}

export function allocate(bytes: i32): i32 {
  const at = top;
  if (bytes < 0 || bytes > 0x7fff0000 - at) return 0;
  const end = (at + bytes + 15) & ~15;
  if (end > buffer.byteLength) {
    let size = buffer.byteLength;
    while (size < end) size *= 2;
    const next = new ArrayBuffer(size);
    new Uint8Array(next).set(bytes8);
    buffer = next;
    i32s = new Int32Array(buffer);
    f32s = new Float32Array(buffer);
    f64s = new Float64Array(buffer);
    bytes8 = new Uint8Array(buffer);
  }
  bytes8.fill(0, at, end);
  top = end;
  return at;
}

export function ld(at: i32): i32 {
  return i32s[at >> 2]!;
}
export function st(at: i32, value: i32): void {
  i32s[at >> 2] = value;
}
export function ld8(at: i32): i32 {
  return bytes8[at]!;
}
export function st8(at: i32, value: i32): void {
  bytes8[at] = value;
}
export function ldf(at: i32): f64 {
  return f64s[at >> 3]!;
}
export function stf(at: i32, value: f64): void {
  f64s[at >> 3] = value;
}
export function fill32(at: i32, value: i32, count: i32): void {
  i32s.fill(value, at >> 2, (at >> 2) + count);
}
export function zero(at: i32, count: i32): void {
  bytes8.fill(0, at, at + count);
}
export function copy(to: i32, from: i32, count: i32): void {
  bytes8.copyWithin(to, from, from + count);
}
export function clz32(x: i32): i32 {
  return Math.clz32(x);
}
export function ctz32(x: i32): i32 {
  return x === 0 ? 32 : 31 - Math.clz32(x & -x);
}
export function ones(x: i32): i32 {
  x = x - ((x >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
export function shru(x: i32, n: i32): i32 {
  return (x >>> n) | 0;
}
export function mul32(a: i32, b: i32): i32 {
  return Math.imul(a, b);
}
export function idiv(a: i32, b: i32): i32 {
  return (a / b) | 0;
}
export function toInt(x: f64): i32 {
  return x | 0;
}
export function floorf(x: f64): f64 {
  return Math.floor(x);
}

// --- Rows of f32: every operation rounded as Wasm rounds it, four partial sums as its four lanes -----------------------

const round = Math.fround;

export function ld32f(at: i32): f64 {
  return f32s[at >> 2]!;
}
export function st32f(at: i32, value: f64): void {
  f32s[at >> 2] = value;
}

export function primalRow(
  x: i32,
  sums: i32,
  a: i32,
  b: i32,
  c: i32,
  d: i32,
  loadA: i32,
  loadB: i32,
  bytes: i32,
  left: f32,
  tau: f32,
): f64 {
  const f = f32s;
  const total = [0, 0, 0, 0];
  for (let i = 0; i < bytes >> 2; i++) {
    const price = round(round(f[(a >> 2) + i]! + f[(b >> 2) + i]!) + round(f[(c >> 2) + i]! + f[(d >> 2) + i]!));
    const old = f[(x >> 2) + i]!;
    const moved = round(old + round(tau * round(left - price)));
    const next = Math.max(Math.min(moved, 1), 0);
    const bar = round(round(next + next) - old);
    f[(x >> 2) + i] = next;
    f[(sums >> 2) + i] = f[(sums >> 2) + i]! + next;
    f[(loadA >> 2) + i] = f[(loadA >> 2) + i]! + bar;
    f[(loadB >> 2) + i] = f[(loadB >> 2) + i]! + bar;
    total[i & 3] = round(total[i & 3]! + bar);
  }
  return round(round(total[0]! + total[1]!) + round(total[2]! + total[3]!));
}

export function dualRow(
  price: i32,
  sums: i32,
  loads: i32,
  inverse: i32,
  room: i32,
  bytes: i32,
  step: f32,
  least: f32,
): void {
  const f = f32s;
  for (let i = 0; i < bytes >> 2; i++) {
    const over = round(f[(loads >> 2) + i]! - f[(room >> 2) + i]!);
    const move = round(round(step * f[(inverse >> 2) + i]!) * over);
    const next = Math.max(round(f[(price >> 2) + i]! + move), least);
    f[(price >> 2) + i] = next;
    f[(sums >> 2) + i] = f[(sums >> 2) + i]! + next;
    f[(loads >> 2) + i] = 0;
  }
}

export function flowRow(
  x: i32,
  bar: i32,
  plus: i32,
  nextA: i32,
  nextB: i32,
  a: i32,
  b: i32,
  c: i32,
  bytes: i32,
  tau: f32,
): void {
  const f = f32s;
  for (let i = 0; i < bytes >> 2; i++) {
    const gain = round(f[(plus >> 2) + i]! + round(f[(nextA >> 2) + 1 + i]! + f[(nextB >> 2) + 1 + i]!));
    const cost = round(f[(a >> 2) + i]! + round(f[(b >> 2) + i]! + f[(c >> 2) + i]!));
    const old = f[(x >> 2) + i]!;
    const moved = round(old + round(tau * round(gain - cost)));
    const next = Math.max(Math.min(moved, 1), 0);
    f[(x >> 2) + i] = next;
    f[(bar >> 2) + i] = round(round(next + next) - old);
  }
}

export function flowDual(
  price: i32,
  a: i32,
  b: i32,
  beforeA: i32,
  beforeB: i32,
  inner: i32,
  bytes: i32,
  step: f32,
): void {
  const f = f32s;
  for (let i = 0; i < bytes >> 2; i++) {
    const over = round(
      round(f[(a >> 2) + i]! + f[(b >> 2) + i]!) - round(f[(beforeA >> 2) - 1 + i]! + f[(beforeB >> 2) - 1 + i]!),
    );
    const move = round(round(step * f[(inner >> 2) + i]!) * over);
    f[(price >> 2) + i] = Math.max(round(f[(price >> 2) + i]! + move), 0);
  }
}

export function addRow(to: i32, a: i32, b: i32, bytes: i32): void {
  const f = f32s;
  for (let i = 0; i < bytes >> 2; i++) f[(to >> 2) + i] = f[(a >> 2) + i]! + f[(b >> 2) + i]!;
}

export function cheapestRow(a: i32, b: i32, c: i32, d: i32, bytes: i32): f64 {
  const f = f32s;
  let least = Infinity;
  for (let i = 0; i < bytes >> 2; i++) {
    const price = round(round(f[(a >> 2) + i]! + f[(b >> 2) + i]!) + round(f[(c >> 2) + i]! + f[(d >> 2) + i]!));
    if (price < least) least = price;
  }
  return least;
}

export function scaleRow(to: i32, from: i32, bytes: i32, factor: f32): void {
  const f = f32s;
  for (let i = 0; i < bytes >> 2; i++) f[(to >> 2) + i] = f[(from >> 2) + i]! * factor;
}

/** The index of the most of n numbers, the first of them where there are several; -1 when n is 0. */
export function mostAt(at: number, n: number): number {
  let best = -1;
  for (let i = 0; i < n; i++) if (best < 0 || ldf(at + (i << 3)) > ldf(at + (best << 3))) best = i;
  return best;
}

export function single(x: f64): f32 {
  return round(x);
}
export function root(x: f64): f64 {
  return Math.sqrt(x);
}
