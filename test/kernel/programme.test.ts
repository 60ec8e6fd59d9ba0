// The linear programme inside the kernel: its value is the optimum that an independent solver found, no schedule is above
// it, and the Wasm and TypeScript builds agree to the last bit.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "../../src/problem/compile.js";
import { Kernel } from "../../src/solver/kernel.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import { readSpec } from "../../src/spec/parse.js";
import { RELEASE } from "../support/kernels.js";

const known = JSON.parse(readFileSync(join(import.meta.dirname, "../../bench/best-known.json"), "utf8")) as Record<
  string,
  { linearProgramme: number }
>;

function problemOf(rules: "pure" | "full") {
  const event = readSpec(generateEvent({ buyers: 40, suppliers: 20, slots: 14, seed: 1, rules }));
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
