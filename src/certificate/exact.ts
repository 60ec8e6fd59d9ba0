// Sums of integers without rounding: numbers as long as they are exact, BigInt beyond. Used by the check of certificates.

/** An integer, as a number where that is exact. */
export type Integer = number | bigint;

const EXACT = 2 ** 53;
const HALF = 2 ** 52;

/** value x scale + offset; `offset` must be an integer below 2^52. */
export function scaled(value: number, scale: number, offset: number): Integer {
  const product = value * scale;
  // Rounding never brings a product below a power of two that it has reached: what looks small is exact.
  if (Math.abs(product) < HALF) return product + offset;
  return BigInt(value) * BigInt(scale) + BigInt(offset);
}

/** A sum to which integers are added. */
export class Sum {
  #small = 0;
  #large = 0n;

  add(x: Integer): void {
    if (typeof x === "bigint") {
      this.#large += x;
      return;
    }
    if (Math.abs(this.#small) + Math.abs(x) >= EXACT) {
      this.#large += BigInt(this.#small);
      this.#small = 0;
    }
    this.#small += x;
  }

  addProduct(a: number, b: number): void {
    this.add(Math.abs(a * b) < EXACT ? a * b : BigInt(a) * BigInt(b));
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small);
  }
}

/** The largest integer not above a / b, for b > 0. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

/** The smallest integer not below a / b, for b > 0. */
export function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

export function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
