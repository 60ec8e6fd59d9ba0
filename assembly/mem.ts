// The only file that touches memory and machine words: loads, stores, the bump allocator, bit counts.
// Everything else of the kernel goes through these functions, so that mem-js.ts can stand in for this file when the
// same source runs as TypeScript. No function returns 64 bits. Binaryen inlines them all.

let top: i32 = 0;

/** Bytes in use; the bump allocator's mark. */
export function mark(): i32 {
  if (top == 0) top = ((__heap_base as i32) + 15) & ~15;
  return top;
}

/** Forgets everything allocated after `to`. */
export function release(to: i32): void {
  top = to;
}

/** Zeroed memory, 16-byte aligned, or 0 when there is none left. The only place where memory grows. */
export function allocate(bytes: i32): i32 {
  const at = mark();
  if (bytes < 0 || bytes > 0x7fff0000 - at) return 0;
  const end = (at + bytes + 15) & ~15;
  const pages = (end + 0xffff) >>> 16;
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return 0;
  memory.fill(at as usize, 0, (end - at) as usize);
  top = end;
  return at;
}

export function ld(at: i32): i32 {
  return load<i32>(at as usize);
}
export function st(at: i32, value: i32): void {
  store<i32>(at as usize, value);
}
export function ld8(at: i32): i32 {
  return load<u8>(at as usize) as i32;
}
export function st8(at: i32, value: i32): void {
  store<u8>(at as usize, value as u8);
}
export function ldf(at: i32): f64 {
  return load<f64>(at as usize);
}
export function stf(at: i32, value: f64): void {
  store<f64>(at as usize, value);
}
export function fill32(at: i32, value: i32, count: i32): void {
  for (let i = 0; i < count; i++) store<i32>((at + (i << 2)) as usize, value);
}
export function zero(at: i32, bytes: i32): void {
  memory.fill(at as usize, 0, bytes as usize);
}
export function copy(to: i32, from: i32, bytes: i32): void {
  memory.copy(to as usize, from as usize, bytes as usize);
}

/** Leading zeros, trailing zeros, ones of a word. */
export function clz32(x: i32): i32 {
  return clz<i32>(x);
}
export function ctz32(x: i32): i32 {
  return ctz<i32>(x);
}
export function ones(x: i32): i32 {
  return popcnt<i32>(x);
}
/** Shift right without sign, the result read as i32. */
export function shru(x: i32, n: i32): i32 {
  return ((x as u32) >> n) as i32;
}
export function mul32(a: i32, b: i32): i32 {
  return a * b;
}
export function idiv(a: i32, b: i32): i32 {
  return a / b;
}
/** Towards zero; `x` fits an i32. */
export function toInt(x: f64): i32 {
  return x as i32;
}
export function floorf(x: f64): f64 {
  return Math.floor(x);
}
