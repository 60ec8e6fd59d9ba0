// What comes out of a sandbox may be anything: it is read without harm, and never as more than it is.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ladder, prepare } from "../../../src/bench/instances.js";
import { judgeSafely } from "../../../src/bench/run.js";
import { variantById } from "../../../src/solver/variants.js";
import { readSaid } from "../../../web/worker/lab/own/read.js";

const prepared = prepare(ladder(["XS"], ["full"], [1])[0]!);
const { problem } = prepared;
const BUDGETS = [10, 100];
const read = (data: unknown): unknown => readSaid(data, problem, BUDGETS);

const run = variantById("reference")!.start(problem, { seed: 1 });
run.step(30);
const checkpoint = { budget: 10, used: 10, wall: 1, steps: 10, score: run.score(), solution: run.best(), memory: 0 };
const curve = [
  { at: 1, unplaced: 1, score: 5 },
  { at: 2, unplaced: 0, score: -5 },
];

/** Values that a hostile sender would try in place of any other. */
const odd = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true, withSparseArray: true }),
  fc.constantFrom(
    NaN,
    Infinity,
    -1,
    0.5,
    2 ** 60,
    "10",
    null,
    undefined,
    [],
    {},
    new Int32Array(3),
    new Float64Array(3),
  ),
  fc.constantFrom(new Int32Array(checkpoint.solution.units.length).fill(99_999), new Uint8Array(8)),
);

/** An honest message with one of its values, at any depth, replaced. */
function spoilt(message: object, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path as [string, ...string[]];
  const inner = (message as Record<string, unknown>)[key];
  return { ...message, [key]: rest.length === 0 ? value : spoilt(inner as object, rest, value) };
}

describe("what an honest worker says", () => {
  it.each([
    { type: "loaded", ignores: ["holes", "rest"] },
    { type: "alive" },
    { type: "noted", checkpoint },
    { type: "ended", setup: 0.1, curve },
    { type: "failed", why: "tired" },
  ])("is read as it is: $type", (message) => {
    expect(read(structuredClone(message))).toEqual(message);
  });
});

describe("what any other says", () => {
  it("does no harm, whatever it is", () => {
    fc.assert(
      fc.property(odd, (data) => {
        const said = read(data);
        expect(said === undefined || typeof (said as { type: unknown }).type === "string").toBe(true);
      }),
    );
  });

  it("is no checkpoint unless all of it has the right form; what has is judged without harm", () => {
    const paths = [
      ["checkpoint"],
      ...["budget", "used", "wall", "steps", "score", "solution"].map((key) => ["checkpoint", key]),
      ...["unplaced", "total"].map((key) => ["checkpoint", "score", key]),
      ...["units", "seats"].map((key) => ["checkpoint", "solution", key]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...paths), odd, (path, value) => {
        const said = readSaid(spoilt({ type: "noted", checkpoint }, path, value), problem, BUDGETS);
        if (said?.type !== "noted") return;
        const { budget, steps, score, solution } = said.checkpoint;
        expect(BUDGETS).toContain(budget);
        expect([steps, score.unplaced, score.total].every(Number.isSafeInteger)).toBe(true);
        expect(solution.units).toHaveLength(checkpoint.solution.units.length);
        expect(["ok", "unplaced", "wrong"]).toContain(judgeSafely(prepared, said.checkpoint).verdict);
      }),
    );
  });

  it("is no curve unless it gets better and better", () => {
    const ended = (points: unknown): unknown => read({ type: "ended", setup: 0, curve: points });
    expect(ended(curve)).toBeDefined();
    expect(ended([...curve].reverse())).toBeUndefined();
    expect(ended([...curve, curve[1]])).toBeUndefined();
    expect(ended([{ at: 0, unplaced: 0, score: NaN }])).toBeUndefined();
    expect(ended(new Array(200_000).fill(curve[0]))).toBeUndefined();
  });

  it("proves nothing with prices of another form", () => {
    fc.assert(
      fc.property(odd, (prices) => {
        expect(read({ type: "ended", setup: 0, curve, prices })).toEqual({ type: "ended", setup: 0, curve });
      }),
    );
  });

  it("is a refusal also for a rule that does not exist", () => {
    expect(read({ type: "loaded", ignores: ["gravity"] })).toEqual({ type: "loaded", ignores: ["?"] });
  });
});
