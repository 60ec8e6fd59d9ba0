// The report of `dancecard bench`: one row for each group, variant and budget, and nothing wrong goes unseen.

import { describe, expect, it } from "vitest";
import { benchReport } from "../../../src/bench/report.js";
import { hasWrong } from "../../../src/bench/rows.js";
import type { BenchFile, BenchRun, Result } from "../../../src/bench/results.js";
import { HOST } from "../../support/bench-fakes.js";

const result = (budget: number, score: number, more: Partial<Result> = {}): Result => ({
  budget,
  used: budget,
  steps: budget,
  verdict: "ok",
  score,
  unplaced: 0,
  meetings: 9,
  processMB: 0,
  ...more,
});

const VARIANTS = ["search", "greedy"];
const run = (number: number, results: Result[], more: Partial<BenchRun> = {}): BenchRun => ({
  run: number,
  instance: `M:pure:${Math.floor(number / 2) + 1}`,
  group: "M pure",
  variant: VARIANTS[number % 2]!,
  seed: Math.floor(number / 2) + 1,
  event: `event${Math.floor(number / 2)}`,
  build: "11111111",
  reference: "bound",
  setup: 0,
  results,
  curve: "",
  ...more,
});

const file = (runs: BenchRun[], plan: Partial<BenchFile["plan"]> = {}): BenchFile => ({
  format: "dancecard/bench",
  version: 1,
  suite: "quality",
  hosts: [HOST],
  plan: {
    instances: [1, 2].map((seed) => ({ id: `M:pure:${seed}`, seed })),
    variants: VARIANTS,
    repeat: 1,
    unit: "steps",
    budgets: [1000],
    ...plan,
  },
  runs,
  speeds: [],
});

const GOOD = [
  run(0, [result(1000, 990)], { bound: 1000 }),
  run(1, [result(1000, 900)]),
  run(2, [result(1000, 500)]),
  run(3, [result(1000, 400)], { bound: 500 }),
];

const rowsOf = (text: string): string[] => text.split("\n").filter((line) => line.startsWith("| M"));

describe("quality", () => {
  it("has medians with their range, gaps to the best seen and to the bound", () => {
    const text = benchReport(file(GOOD), "en");
    expect(rowsOf(text)).toEqual([
      "| M pure | search | 1000 | 2 | 745 (500 to 990) | 0.000 (0.000 to 0.000) | 0.500 (0.000 to 1.000) | 1000 | 2 ok |",
      "| M pure | greedy | 1000 | 2 | 650 (400 to 900) | 14.545 (9.091 to 20.000) | 15.000 (10.000 to 20.000) | 1000 | 2 ok |",
    ]);
    expect(text).toContain("abacus, 1 cores, wood, Node v20, kernel 11111111.");
    expect(text).toContain("No result is wrong");
    expect(text).not.toContain("missing");
    expect(hasWrong(file(GOOD))).toBe(false);
  });

  it("is French too, with commas", () => {
    const text = benchReport(file(GOOD), "fr");
    expect(rowsOf(text)[1]).toContain("| 14,545 (9,091 à 20,000) |");
    expect(text).toContain("Aucun résultat n’est faux");
  });

  it("has both clocks where budgets are seconds", () => {
    const timed = GOOD.map((one) => ({ ...one, results: [{ ...one.results[0]!, used: 1.002, wall: 1.5 }] }));
    expect(rowsOf(benchReport(file(timed, { unit: "seconds" }), "en"))[0]).toContain(
      "| 1 (1 to 1) | 1.5 (1.5 to 1.5) |",
    );
  });

  it("says loudly what is wrong, and counts it for nothing", () => {
    const wrong = result(1000, 5000, { verdict: "wrong", why: "1 findings: clash" });
    const bad = file([...GOOD.slice(0, 3), run(3, [wrong])]);
    const text = benchReport(bad, "en");
    expect(text).toContain("| M:pure:2 | greedy | 2 | 1000 | **WRONG** | 1 findings: clash |");
    expect(text).toContain("1 ok; 1 **WRONG**");
    expect(text).toContain("**WRONG RESULTS");
    expect(rowsOf(text)[0]).toContain("| 745 (500 to 990) | 0.000 (0.000 to 0.000) |");
    expect(hasWrong(bad)).toBe(true);
    expect(benchReport(bad, "fr")).toContain("**FAUX**");
  });

  it("finds a score above the bound that another run proved", () => {
    const bad = file([GOOD[0]!, run(1, [result(1000, 1001)]), ...GOOD.slice(2)]);
    expect(benchReport(bad, "en")).toContain("above the bound 1000");
    expect(hasWrong(bad)).toBe(true);
  });

  it("finds a variant whose same steps do not give the same", () => {
    const again = { instances: [{ id: "M:pure:1", seed: 1 }], repeat: 2 };
    const at = { instance: "M:pure:1", seed: 1, event: "event0" };
    const runs = (score: number): BenchRun[] => [
      GOOD[0]!,
      GOOD[1]!,
      run(2, [result(1000, score)], at),
      run(3, [result(1000, 900)], at),
    ];
    expect(hasWrong(file(runs(990), again))).toBe(false);
    expect(benchReport(file(runs(991), again), "en")).toContain("the same steps gave 990 before");
    expect(hasWrong(file(runs(991), { ...again, unit: "seconds" }))).toBe(false);
  });

  it("names what is refused or not placed, which is not wrong", () => {
    const some = [
      run(0, [result(1000, 0, { verdict: "none", why: "refuses the event: it ignores rest" })]),
      run(1, [result(1000, 10, { verdict: "unplaced", unplaced: 2, why: "2 unplaced" })]),
    ];
    const text = benchReport(file(some), "en");
    expect(text).toContain("| M:pure:1 | search | 1 | 1000 | none | refuses the event: it ignores rest |");
    expect(text).toContain("| unplaced | 2 unplaced |");
    expect(text).toContain("No result is wrong");
  });

  it("says which runs are missing, and that kernels differ", () => {
    const text = benchReport(file([GOOD[0]!, { ...GOOD[3]!, build: "22222222" }]), "en");
    expect(text).toContain("**2 of 4 runs are missing here: 1, 2.**");
    expect(text).toContain("different kernels");
  });

  it("lets no name break a table", () => {
    const text = benchReport(file([run(0, [result(1000, 1)], { group: "M a|b\n<c>" })]), "en");
    expect(rowsOf(text)[0]).toContain("| M a\\|b \\<c> | search |");
  });
});

describe("speed", () => {
  const speed = (variant: string, used: number[], more = {}): BenchFile["speeds"][number] => ({
    run: 0,
    instance: "M:pure:1",
    group: "M pure",
    variant,
    seed: 1,
    event: "event0",
    build: "11111111",
    verdict: "ok",
    turns: used.map((seconds) => ({ steps: 1000, used: seconds, wall: seconds })),
    ...more,
  });
  const of = (...speeds: BenchFile["speeds"]): BenchFile => ({
    ...file([], { instances: [{ id: "M:pure:1", seed: 1 }], repeat: 3, unit: "seconds", budgets: [0.1] }),
    suite: "speed",
    speeds,
  });

  it("counts ratios turn by turn", () => {
    // The second turn was slow for both.
    const text = benchReport(of(speed("search", [1, 4, 1]), speed("greedy", [2, 8, 4])), "en");
    expect(rowsOf(text)).toEqual([
      "| M:pure:1 | search | 3 | 1000 (250 to 1000) | 1 | ok |",
      "| M:pure:1 | greedy | 3 | 250 (125 to 500) | 0.500 (0.250 to 0.500) | ok |",
    ]);
  });

  it("survives a first variant without turns, and says what is wrong", () => {
    const bad = of(speed("search", [], { verdict: "wrong", why: "crashed: x" }), speed("greedy", [2]));
    expect(rowsOf(benchReport(bad, "en")).slice(0, 2)).toEqual([
      "| M:pure:1 | search | 0 | - | 1 | **WRONG** |",
      "| M:pure:1 | greedy | 1 | 500 | - | ok |",
    ]);
    expect(hasWrong(bad)).toBe(true);
  });
});
