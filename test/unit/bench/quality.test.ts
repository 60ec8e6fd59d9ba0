// The developer's quality bench: its tables, its history, its options.

import { describe, expect, it } from "vitest";
import type { ResultsFile } from "../../../bench/lib-report.js";
import { history, report } from "../../../bench/lib-report.js";
import { readOptions } from "../../../bench/quality.js";
import type { KnownTable } from "../../../src/bench/known.js";
import type { Result, RunEntry } from "../../../src/bench/results.js";
import { entry, ok } from "../../support/bench-entry.js";

const file = (...entries: RunEntry[]): ResultsFile => ({
  version: "9.9.9",
  machine: { processor: "abacus", cores: 1, node: "v20" },
  entries,
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
