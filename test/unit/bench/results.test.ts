// What a bench writes down: entries of several sessions in one file, and the file of `dancecard bench` as text and back.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { benchText, entrySchema, mergeEntries, parseBench, resultsAt } from "../../../src/bench/results.js";
import type { BenchFile } from "../../../src/bench/results.js";
import { entry } from "../../support/bench-entry.js";

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

describe("the file", () => {
  const { reference: _, ...ran } = entry();
  const file: BenchFile = {
    format: "dancecard/bench",
    version: 1,
    suite: "quality",
    hosts: [
      { version: "9.9.9", kernel: "11111111", processor: "abacus", cores: 1, system: "wood", runtime: "Node v20" },
    ],
    plan: {
      instances: [{ id: "M:pure:1", seed: 1 }],
      variants: ["search"],
      repeat: 1,
      unit: "seconds",
      budgets: [1, 10],
    },
    runs: [{ run: 0, ...ran, reference: "bound" }],
    speeds: [],
  };

  it("is the same after it was written and read", () => {
    expect(parseBench(benchText(file))).toEqual({ ok: true, value: file, diagnostics: [] });
  });

  it("that is none is told with a place", () => {
    const told = (text: string): unknown => {
      const read = parseBench(text);
      return read.ok
        ? "ok"
        : read.diagnostics.map(({ code, path, range }) => [code, path.join("."), range !== undefined]);
    };
    expect(told("{")).toEqual([[expect.any(String), "", true]]);
    expect(told('{ "format": "dancecard/event", "version": 1 }')).toEqual([["wrong-format", "format", true]]);
    const text = benchText(file);
    expect(told(text.replace('"verdict": "ok"', '"verdict": "fine"'))).toEqual([
      ["not-allowed", "runs.0.results.0.verdict", true],
    ]);
    expect(told(text.replace('"steps": 1000', '"steps": "many"'))).toEqual([
      ["wrong-type", "runs.0.results.0.steps", true],
    ]);
  });

  it("has the entries that the developer's bench keeps", () => {
    const kept = readFileSync(join(import.meta.dirname, "../../../bench/results/quality-0.1.0.json"), "utf8");
    const { entries } = JSON.parse(kept) as { entries: unknown[] };
    expect(entries.length).toBeGreaterThan(100);
    for (const one of entries) expect(entrySchema.safeParse(one).success).toBe(true);
  });
});
