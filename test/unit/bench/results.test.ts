// What the quality bench keeps: entries of several sessions in one file, figures counted from what is known, tables.

import { describe, expect, it } from "vitest";
import { boundOf, ofEvent, withBest, withBound } from "../../../bench/lib-known.js";
import type { KnownTable } from "../../../bench/lib-known.js";
import { history, report } from "../../../bench/lib-report.js";
import type { Result, ResultsFile, RunEntry } from "../../../bench/lib-results.js";
import { figuresOf, mergeEntries, referenceFor, resultsAt } from "../../../bench/lib-results.js";
import { readOptions } from "../../../bench/quality.js";

const ok = (budget: number, score: number): Result => ({
  budget,
  used: budget,
  steps: 1000,
  verdict: "ok",
  score,
  unplaced: 0,
  meetings: 9,
  processMB: 100,
});

const entry = (given: Partial<RunEntry> = {}): RunEntry => ({
  instance: "M:pure:1",
  group: "M pure",
  variant: "search",
  seed: 1,
  event: "aaaaaaaaaaaa",
  build: "11111111",
  reference: "bound",
  setup: 0.01,
  results: [ok(1, 999), ok(10, 1000)],
  curve: "0.1 0 900, 0.5 0 999, 5 0 1000",
  ...given,
});

const file = (...entries: RunEntry[]): ResultsFile => ({
  version: "9.9.9",
  machine: { processor: "abacus", cores: 1, node: "v20" },
  entries,
});

describe("best known", () => {
  it("keeps the lower bound and the better score, with where they come from", () => {
    let known = withBound({}, "linearProgramme", 1000.4, "lp");
    known = withBound(known, "bound", 1200, "first order");
    known = withBound(known, "bound", 1100, "longer run");
    known = withBound(known, "bound", 1150, "shorter run");
    known = withBest(known, { score: 950, unplaced: 1 }, "a");
    known = withBest(known, { score: 900, unplaced: 0 }, "b");
    known = withBest(known, { score: 990, unplaced: 2 }, "c");
    known = withBest(known, { score: 900, unplaced: 0 }, "d");
    expect(known).toEqual({
      linearProgramme: 1000.4,
      bound: 1100,
      best: 900,
      by: { linearProgramme: "lp", bound: "longer run", best: "b" },
    });
    expect(boundOf(known)).toBe(1000);
    expect(boundOf({ linearProgramme: 999.998 })).toBe(1000);
    expect(boundOf({})).toBeUndefined();
    expect(boundOf(undefined)).toBeUndefined();
  });

  it("drops what was known of another event of the same name", () => {
    expect(ofEvent({ event: "aaaaaaaaaaaa", best: 5 }, "a".repeat(64))).toEqual({ event: "aaaaaaaaaaaa", best: 5 });
    expect(ofEvent({ event: "bbbbbbbbbbbb", best: 5 }, "a".repeat(64))).toEqual({ event: "aaaaaaaaaaaa" });
    expect(ofEvent({ bound: 7 }, "a".repeat(64))).toEqual({ event: "aaaaaaaaaaaa", bound: 7 });
  });
});

describe("merging", () => {
  it("replaces the run of the same instance and variant, and keeps all others where they stood", () => {
    const old = [entry(), entry({ variant: "greedy" }), entry({ instance: "M:pure:2" })];
    const fresh = [entry({ variant: "greedy", build: "22222222" }), entry({ instance: "S:full:1" })];
    const merged = mergeEntries(old, fresh);
    expect(merged.map((e) => [e.instance, e.variant, e.build])).toEqual([
      ["M:pure:1", "search", "11111111"],
      ["M:pure:1", "greedy", "22222222"],
      ["M:pure:2", "search", "11111111"],
      ["S:full:1", "search", "11111111"],
    ]);
    expect(mergeEntries(merged, fresh)).toEqual(merged);
  });
});

describe("figures", () => {
  const known: KnownTable = { "M:pure:1": { event: "aaaaaaaaaaaa", linearProgramme: 1000, best: 999 } };

  it("count from the bound, up to each budget", () => {
    const [first, second] = entry().results.map((result) => figuresOf(entry(), result, known));
    expect(first).toMatchObject({ reference: 1000, kind: "bound", proved: false, to01: 0.5, toBest: Infinity });
    expect(first!.gap).toBeCloseTo(0.001, 12);
    expect(second).toMatchObject({ gap: 0, proved: true, to01: 0.5, to003: 5, toBest: 5 });
    expect(second!.integral).toBeLessThan(first!.integral!);
  });

  it("count from the best score seen where that is the measure, or where no bound is known", () => {
    expect(referenceFor(entry({ reference: "best" }), known)).toEqual({ value: 999, kind: "best" });
    const unbounded: KnownTable = { "M:pure:1": { best: 998 } };
    expect(referenceFor(entry(), unbounded)).toEqual({ value: 998, kind: "best" });
    expect(referenceFor(entry(), {})).toBeUndefined();
  });

  it("take nothing that is known of another event", () => {
    expect(referenceFor(entry({ event: "cccccccccccc" }), known)).toBeUndefined();
  });

  it("take the published bound, also below 0", () => {
    const one = entry({ published: -20, results: [ok(1, -20)], curve: "0.2 3 0, 0.3 0 -22, 0.4 0 -20" });
    expect(figuresOf(one, one.results[0]!, {})).toMatchObject({ gap: 0, proved: true, toBest: 0.4 });
  });

  it("give nothing to a wrong result, however high", () => {
    const wrong: Result = { ...ok(10, 1000), verdict: "wrong", why: "1 findings: clash" };
    const figures = figuresOf(entry({ results: [wrong] }), wrong, known);
    expect(figures).toMatchObject({ proved: false, to01: Infinity, toBest: Infinity });
    expect(figures.gap).toBeUndefined();
  });
});

describe("results of a peer at given moments", () => {
  it("are the best until then", () => {
    const curve = [
      { at: 1, unplaced: 0, score: 10 },
      { at: 2, unplaced: 0, score: 8 },
      { at: 3, unplaced: 0, score: 12 },
    ];
    expect(resultsAt(curve, [0.5, 2.5, 60]).map((p) => p?.score)).toEqual([undefined, 10, 12]);
  });
});

describe("tables", () => {
  const known: KnownTable = { "M:pure:1": { bound: 1000 }, "M:pure:2": { bound: 1000 } };
  const second = entry({ instance: "M:pure:2", results: [ok(1, 990), ok(10, 995)], curve: "0.1 0 990, 9 0 995" });

  it("have one row for each group, variant and budget, with median and range", () => {
    const text = report(file(entry(), second), known);
    const rows = text.split("\n").filter((line) => line.startsWith("| M pure"));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain("| M pure | search | 1 | 2 | 0.550 (0.100 to 1.000) | 0 | - (1 of 2) |");
    expect(rows[1]).toContain("| M pure | search | 10 | 2 | 0.250 (0.000 to 0.500) | 1 |");
    expect(text).toContain("None: every result is feasible");
  });

  it("never hide what is wrong", () => {
    const wrong: Result = { ...ok(10, 1200), verdict: "wrong", why: "above the bound 1000: one of them is wrong" };
    const text = report(file(entry(), entry({ instance: "M:pure:2", results: [wrong] })), known);
    expect(text).toContain("| M:pure:2 | search | 10 | **wrong** | above the bound 1000: one of them is wrong |");
    expect(text).toContain("1 ok; 1 **wrong**");
    expect(text).not.toContain("None: every result is feasible");
  });

  it("say so when entries come from different kernels", () => {
    expect(report(file(entry(), second), known)).not.toContain("different kernels");
    expect(report(file(entry(), { ...second, build: "22222222" }), known)).toContain("2 different kernels");
  });

  it("keep one row for each version in the history", () => {
    const once = history("", file(entry(), second), known);
    expect(once).toContain("| 9.9.9 | 0.550 |");
    expect(history(once, file(entry(), second), known)).toBe(once);
    const later = history(once, { ...file(entry()), version: "10.0.0" }, known);
    expect(later.split("\n").filter((line) => /^\| \d/.test(line))).toEqual([
      once.split("\n").find((line) => line.startsWith("| 9.9.9")),
      expect.stringContaining("| 10.0.0 | 0.100 |"),
    ]);
  });
});

describe("options", () => {
  it("are read, with their defaults", () => {
    expect(readOptions([])).toMatchObject({
      sizes: ["XS", "S", "M"],
      rules: ["pure", "full"],
      budgets: [1, 10, 30, 60],
    });
    expect(readOptions(["--b2bsp", "folder"])).toMatchObject({ sizes: [], b2bsp: "folder" });
    const given = readOptions("--sizes L --seeds 1-3,7 --variants search,greedy --budgets 10,1 --highs 60".split(" "));
    expect(given).toMatchObject({ sizes: ["L"], seeds: [1, 2, 3, 7], budgets: [1, 10], highs: 60 });
    expect(given).toHaveProperty("variants.length", 2);
  });

  it.each([
    "--size M",
    "--sizes",
    "--sizes M,HUGE",
    "--rules pure,some",
    "--variants nobody",
    "--budgets 0",
    "--budgets x",
    "--seeds 1.5",
    "--highs -1",
    "--out ../x",
  ])("that are wrong are told: %s", (text) => {
    expect(readOptions(text.split(" "))).toEqual(expect.any(String));
  });
});
