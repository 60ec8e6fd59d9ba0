// The linear programme inside the kernel: its value is the optimum that an independent solver found, no schedule is above
// it, and the Wasm and TypeScript builds agree to the last bit.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as L from "../../assembly/layout.js";
import { compile } from "../../src/problem/compile.js";
import { Kernel } from "../../src/solver/kernel.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { readSpec } from "../../src/spec/parse.js";
import { RELEASE } from "../support/kernels.js";

const known = JSON.parse(readFileSync(join(import.meta.dirname, "../../bench/best-known.json"), "utf8")) as Record<
  string,
  { linearProgramme: number }
>;

function problemOf(rules: "pure" | "full", size = { buyers: 40, suppliers: 20, slots: 14 }) {
  const event = readSpec(generateEvent({ ...size, seed: 1, rules }));
  if (!event.ok) throw new Error("the generated event is not valid");
  return compile(event.value).problem;
}

test("S:pure:1: the value is the optimum, and the search reaches it", () => {
  const kernel = Kernel.create(problemOf("pure"), RELEASE);
  kernel.start("anneal", 1);
  kernel.step(300_000);
  const { value } = kernel.programme();
  const optimum = known["S:pure:1"]!.linearProgramme;
  expect(value).toBeGreaterThan(optimum - 1e-3 * optimum * 0.01);
  expect(value).toBeLessThan(optimum * 1.0001);
  expect(kernel.score()).toEqual({ unplaced: 0, total: optimum });
});

test.each(["pure", "full"] as const)("S, %s: both builds give the same bits", (rules) => {
  const [wasm, js] = [RELEASE, undefined].map((module) => {
    const kernel = Kernel.create(problemOf(rules), module);
    kernel.start("anneal", 7);
    kernel.step(40_000);
    return { programme: kernel.programme(), score: kernel.score(), units: kernel.current() };
  });
  expect(js).toEqual(wasm);
  expect(wasm!.programme.iterations).toBeGreaterThan(100);
});

test("slots for whom the programme would have meet: within a thousandth at once, three times as near as a search without", () => {
  const problem = problemOf("pure", { buyers: 200, suppliers: 120, slots: 24 });
  const [coloured, plain] = [0, L.PART_COLOURING].map((without) => {
    const kernel = Kernel.create(problem, RELEASE);
    kernel.without(without);
    kernel.start("anneal", 1);
    kernel.step(200_000);
    return (kernel.programme().value - kernel.score().total) / kernel.programme().value;
  });
  expect(coloured).toBeLessThan(1e-3);
  expect(plain).toBeGreaterThan(3 * coloured!);
});

describe("guidance", () => {
  test("leads a run that solves no programme itself to the optimum", () => {
    const problem = problemOf("pure");
    const [first, second] = [0, 1].map((member) => {
      const kernel = Kernel.create(problem, RELEASE);
      kernel.start("anneal", 1 + member, undefined, member);
      kernel.step(30_000);
      return kernel;
    });
    expect(second!.guidance()).toBeUndefined();
    expect(second!.programme().iterations).toBe(0);
    second!.guide(first!.guidance()!);
    second!.step(30_000);
    expect(second!.score().total).toBe(known["S:pure:1"]!.linearProgramme);
  });

  test("is none before the programme is solved", () => {
    const kernel = Kernel.create(problemOf("pure"), RELEASE);
    kernel.start("anneal", 1);
    kernel.step(10);
    expect(kernel.guidance()).toBeUndefined();
  });

  test("of another problem is refused", () => {
    const [small, large] = [problemOf("pure"), problemOf("pure", { buyers: 60, suppliers: 20, slots: 14 })].map(
      (problem) => {
        const kernel = Kernel.create(problem, RELEASE);
        kernel.start("anneal", 1);
        kernel.step(30_000);
        return kernel;
      },
    );
    expect(() => small!.guide(large!.guidance()!)).toThrow("of another problem");
  });

  test.each([NaN, Infinity, -1])("that is nonsense (%d) breaks nothing", (value) => {
    const problem = problemOf("pure");
    const kernel = Kernel.create(problem, RELEASE);
    kernel.start("anneal", 1);
    kernel.step(30_000);
    const guidance = kernel.guidance()!;
    const before = kernel.score();
    new Float32Array(guidance.data.buffer).fill(value);
    kernel.guide(guidance);
    kernel.step(100_000);
    expect(kernel.score().unplaced).toBe(0);
    expect(kernel.score().total).toBeGreaterThanOrEqual(before.total);
    const working = kernel.evaluate({ ...kernel.best(), units: kernel.current() });
    expect(working.breaches.every((count) => count === 0)).toBe(true);
    expect(working.terms.reduce((sum, term) => sum + term, 0)).toBe(kernel.currentScore().total);
  });
});
