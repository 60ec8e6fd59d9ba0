// The samples' dice: the same in every host, even, and within bounds.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random, Urn } from "../../../src/spec/samples/random.js";

describe("random", () => {
  test("a seed gives these draws for ever: the benchmarks' events depend on them", () => {
    const dice = random(1);
    expect(Array.from({ length: 8 }, () => dice.below(1000))).toEqual([627, 2, 527, 981, 968, 281, 612, 720]);
    expect(random(1).shuffle(["a", "b", "c", "d", "e"])).toEqual(random(1).shuffle(["a", "b", "c", "d", "e"]));
  });

  test("stays within its bounds, and shuffling loses nothing", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 2 ** 21 }), fc.array(fc.integer()), (seed, n, list) => {
        const dice = random(seed);
        const drawn = dice.below(n);
        expect(drawn >= 0 && drawn < n && Number.isInteger(drawn)).toBe(true);
        const order = (a: number, b: number): number => a - b;
        expect(dice.shuffle(list).sort(order)).toEqual([...list].sort(order));
      }),
    );
  });

  test("is even enough", () => {
    const dice = random(7);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) counts[dice.below(10)]!++;
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });
});

describe("Urn", () => {
  test("the first of a hundred is drawn about ten times as often as the last", () => {
    const dice = random(3);
    const urn = new Urn(Array.from({ length: 100 }, (_, i) => i));
    const counts = new Array<number>(100).fill(0);
    for (let i = 0; i < 200_000; i++) counts[urn.draw(dice)]!++;
    const first = counts.slice(0, 5).reduce((a, b) => a + b);
    const last = counts.slice(95).reduce((a, b) => a + b);
    expect(first / last).toBeGreaterThan(7);
    expect(first / last).toBeLessThan(10);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });
});
