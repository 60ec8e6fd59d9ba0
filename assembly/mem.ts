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

// --- Rows of f32, a multiple of four long; the linear programme runs along them four slots at a time -----------------

export function ld32f(at: i32): f64 {
  return load<f32>(at as usize) as f64;
}
export function st32f(at: i32, value: f64): void {
  store<f32>(at as usize, value as f32);
}

function lanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/**
 * One pair's primal step: x moves along its reduced cost, left - (a + b + c + d), and stays in [0, 1]; its extrapolation
 * 2 x' - x is added to the loads of both people. Adds x' to `sums`. Returns the extrapolation's sum.
 */
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
  const lefts = f32x4.splat(left);
  const taus = f32x4.splat(tau);
  const one = f32x4.splat(1);
  const none = f32x4.splat(0);
  let total = none;
  for (let i = 0; i < bytes; i += 16) {
    const price = f32x4.add(
      f32x4.add(v128.load((a + i) as usize), v128.load((b + i) as usize)),
      f32x4.add(v128.load((c + i) as usize), v128.load((d + i) as usize)),
    );
    const old = v128.load((x + i) as usize);
    const moved = f32x4.add(old, f32x4.mul(taus, f32x4.sub(lefts, price)));
    const next = f32x4.max(f32x4.min(moved, one), none);
    const bar = f32x4.sub(f32x4.add(next, next), old);
    v128.store((x + i) as usize, next);
    v128.store((sums + i) as usize, f32x4.add(v128.load((sums + i) as usize), next));
    v128.store((loadA + i) as usize, f32x4.add(v128.load((loadA + i) as usize), bar));
    v128.store((loadB + i) as usize, f32x4.add(v128.load((loadB + i) as usize), bar));
    total = f32x4.add(total, bar);
  }
  return lanes(total) as f64;
}

/** One person's dual step: prices move by step x inverse x (load - room), not below `least`; adds them to `sums`, clears load. */
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
  const steps = f32x4.splat(step);
  const leasts = f32x4.splat(least);
  const none = f32x4.splat(0);
  for (let i = 0; i < bytes; i += 16) {
    const over = f32x4.sub(v128.load((loads + i) as usize), v128.load((room + i) as usize));
    const move = f32x4.mul(f32x4.mul(steps, v128.load((inverse + i) as usize)), over);
    const next = f32x4.max(f32x4.add(v128.load((price + i) as usize), move), leasts);
    v128.store((price + i) as usize, next);
    v128.store((sums + i) as usize, f32x4.add(v128.load((sums + i) as usize), next));
    v128.store((loads + i) as usize, none);
  }
}

/**
 * A step of one kind of flow: it moves by tau x (plus + the next slot of nextA and nextB - a - b - c), between 0 and 1;
 * `bar` gets twice the new less the old.
 */
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
  const taus = f32x4.splat(tau);
  const one = f32x4.splat(1);
  const none = f32x4.splat(0);
  for (let i = 0; i < bytes; i += 16) {
    const gain = f32x4.add(
      v128.load((plus + i) as usize),
      f32x4.add(v128.load((nextA + 4 + i) as usize), v128.load((nextB + 4 + i) as usize)),
    );
    const cost = f32x4.add(
      v128.load((a + i) as usize),
      f32x4.add(v128.load((b + i) as usize), v128.load((c + i) as usize)),
    );
    const old = v128.load((x + i) as usize);
    const moved = f32x4.add(old, f32x4.mul(taus, f32x4.sub(gain, cost)));
    const next = f32x4.max(f32x4.min(moved, one), none);
    v128.store((x + i) as usize, next);
    v128.store((bar + i) as usize, f32x4.sub(f32x4.add(next, next), old));
  }
}

/** A step of the prices of a limit: by step x inner x (a + b - the slot before of beforeA and beforeB), not below 0. */
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
  const steps = f32x4.splat(step);
  const none = f32x4.splat(0);
  for (let i = 0; i < bytes; i += 16) {
    const over = f32x4.sub(
      f32x4.add(v128.load((a + i) as usize), v128.load((b + i) as usize)),
      f32x4.add(v128.load((beforeA - 4 + i) as usize), v128.load((beforeB - 4 + i) as usize)),
    );
    const move = f32x4.mul(f32x4.mul(steps, v128.load((inner + i) as usize)), over);
    v128.store((price + i) as usize, f32x4.max(f32x4.add(v128.load((price + i) as usize), move), none));
  }
}

/** to = a + b, along a row. */
export function addRow(to: i32, a: i32, b: i32, bytes: i32): void {
  for (let i = 0; i < bytes; i += 16)
    v128.store((to + i) as usize, f32x4.add(v128.load((a + i) as usize), v128.load((b + i) as usize)));
}

/** The cheapest slot: least of a + b + c + d along a row. */
export function cheapestRow(a: i32, b: i32, c: i32, d: i32, bytes: i32): f64 {
  let least = f32x4.splat(f32.MAX_VALUE);
  for (let i = 0; i < bytes; i += 16) {
    const price = f32x4.add(
      f32x4.add(v128.load((a + i) as usize), v128.load((b + i) as usize)),
      f32x4.add(v128.load((c + i) as usize), v128.load((d + i) as usize)),
    );
    least = f32x4.min(least, price);
  }
  const l01 = min(f32x4.extract_lane(least, 0), f32x4.extract_lane(least, 1));
  return min(l01, min(f32x4.extract_lane(least, 2), f32x4.extract_lane(least, 3))) as f64;
}

/** to = from x factor, along a row. */
export function scaleRow(to: i32, from: i32, bytes: i32, factor: f32): void {
  const factors = f32x4.splat(factor);
  for (let i = 0; i < bytes; i += 16) v128.store((to + i) as usize, f32x4.mul(v128.load((from + i) as usize), factors));
}

// --- Rows of f64: seating reads them two tables at a time -------------------------------------------------------------

/** The index of the most of n numbers, the first of them where there are several; -1 when n is 0. */
export function mostAt(at: i32, n: i32): i32 {
  if (n == 0) return -1;
  let two = f64x2.splat(-Infinity);
  const even = n & ~1;
  for (let i = 0; i < even; i += 2) two = f64x2.pmax(two, v128.load((at + (i << 3)) as usize));
  let most = f64x2.extract_lane(two, 0);
  if (f64x2.extract_lane(two, 1) > most) most = f64x2.extract_lane(two, 1);
  if (even < n && ldf(at + (even << 3)) > most) return even;
  let i: i32 = 0;
  while (ldf(at + (i << 3)) != most) i++;
  return i;
}

/** Rounds to f32. */
export function single(x: f64): f32 {
  return x as f32;
}
export function root(x: f64): f64 {
  return Math.sqrt(x);
}
