// The samples' and the generator's dice: 32-bit integer arithmetic only, so that every host draws the same events.
// Used by the files of this folder. It never touches Math.random, logarithms or powers (these differ between hosts).

/** A seeded sequence of draws. */
export interface Random {
  /** An integer from 0 to n - 1; n from 1 to 2^21. */
  below(n: number): number;
  /** An integer from low to high, both included. */
  between(low: number, high: number): number;
  /** True in `percent` of 100 cases. */
  chance(percent: number): boolean;
  /** One element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A new list in random order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** Starts a sequence; the same 32-bit seed gives the same draws everywhere (the generator is mulberry32). */
export function random(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  // A 32-bit draw times n < 2^21 stays below 2^53: the division by a power of two is exact.
  const below = (n: number): number => Math.floor((next() * n) / 0x1_0000_0000);
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (percent) => below(100) < percent,
    pick: (list) => list[below(list.length)]!,
    shuffle: (list) => {
      const out = [...list];
      for (let i = out.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [out[i], out[j]] = [out[j]!, out[i]!];
      }
      return out;
    },
  };
}

/** An urn from which the k-th of n balls is drawn in proportion to 1 / (k + 1 + n / 10): the first are the popular ones. */
export class Urn<T> {
  // Running sums; they end below 2^19 whatever n is, well within what `below` takes.
  readonly #ends: number[] = [];
  constructor(readonly balls: readonly T[]) {
    const spread = 1 + Math.ceil(balls.length / 10);
    let end = 0;
    balls.forEach((_, k) => this.#ends.push((end += Math.floor(100_000 / (k + spread)))));
  }

  /** One ball; it stays in the urn. The urn is not empty. */
  draw(dice: Random): T {
    const at = dice.below(this.#ends[this.#ends.length - 1]!);
    let low = 0;
    let high = this.#ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#ends[middle]! > at) high = middle;
      else low = middle + 1;
    }
    return this.balls[low]!;
  }
}
