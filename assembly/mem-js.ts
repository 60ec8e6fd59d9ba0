// mem.ts for the kernel that runs as TypeScript: the same functions over typed arrays. Keep the two files side by side;
// the conformance tests run both kernels and compare bytes.

type i32 = number;
type f64 = number;

const BASE = 1024;
let top: i32 = BASE;
let buffer = new ArrayBuffer(1 << 17);
let i32s = new Int32Array(buffer);
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
