// Random numbers: xorshift128 (Marsaglia 2003), 32-bit words only, so that every host draws the same.
// Also the table of logarithms that turns a draw into a threshold (Metropolis rule), computed with + - * / alone for
// the same reason.

import { allocate, ldf, mul32, shru, stf, toInt } from "./mem";

let x: i32 = 0;
let y: i32 = 0;
let z: i32 = 0;
let w: i32 = 0;

const TABLE: i32 = 4096;
let logs: i32 = 0;

/** Spreads a 32-bit seed over the state (splitmix-like), never all zero. */
export function seed(s: i32): void {
  x = mix(s);
  y = mix(x + 1);
  z = mix(y + 1);
  w = mix(z + 1) | 1;
}

let savedX: i32 = 0;
let savedY: i32 = 0;
let savedZ: i32 = 0;
let savedW: i32 = 0;

/** Keeps the state for restore(); one level deep. */
export function save(): void {
  savedX = x;
  savedY = y;
  savedZ = z;
  savedW = w;
}

export function restore(): void {
  x = savedX;
  y = savedY;
  z = savedZ;
  w = savedW;
}

function mix(v: i32): i32 {
  v = (v + 0x9e3779b) | 0;
  v = mul32(v ^ shru(v, 16), 0x21f0aaad);
  v = mul32(v ^ shru(v, 15), 0x735a2d97);
  return v ^ shru(v, 15);
}

/** 32 random bits. */
export function next(): i32 {
  const t = x ^ (x << 11);
  x = y;
  y = z;
  z = w;
  w = w ^ shru(w, 19) ^ t ^ shru(t, 8);
  return w;
}

/** Uniform in [0, n), n up to 2^24. */
export function below(n: i32): i32 {
  return toInt((shru(next(), 8) as f64) * (n as f64) * (1.0 / 16777216.0));
}

/** ln((i + 0.5) / 4096) for each i, by the series of atanh after halving into [1/2, 1]. */
export function setup(): bool {
  logs = allocate(TABLE * 8);
  if (logs == 0) return false;
  for (let i = 0; i < TABLE; i++) {
    let u: f64 = ((i as f64) + 0.5) / 4096.0;
    let halvings: f64 = 0;
    while (u < 0.5) {
      u = u * 2.0;
      halvings += 1.0;
    }
    const r: f64 = (u - 1.0) / (u + 1.0);
    const r2: f64 = r * r;
    let term: f64 = r;
    let sum: f64 = 0;
    for (let k = 1; k < 40; k += 2) {
      sum += term / (k as f64);
      term = term * r2;
    }
    stf(logs + (i << 3), 2.0 * sum - halvings * 0.6931471805599453);
  }
  return true;
}

/** A negative random number: the logarithm of a uniform draw. */
export function logUniform(): f64 {
  return ldf(logs + (shru(next(), 20) << 3));
}
