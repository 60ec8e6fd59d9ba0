// Versions side by side, several benches in one file, and the README's measured tables: all from the results alone.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filled } from "../../../bench/lib-readme.js";
import { historyReport } from "../../../src/bench/history.js";
import type { BenchFile, BenchRun } from "../../../src/bench/results.js";
import { benchesText, benchText, parseBenches } from "../../../src/bench/results.js";
import { HOST } from "../../support/bench-fakes.js";

const run = (score: number, more: Partial<BenchRun> = {}): BenchRun => ({
  run: 0,
  instance: "M:pure:1",
  group: "M pure",
  variant: "search",
  seed: 1,
  event: "abc",
  build: "k",
  reference: "bound",
  setup: 0,
  results: [{ budget: 1, used: 1, steps: 10, verdict: "ok", score, unplaced: 0, meetings: 3, processMB: 1 }],
  curve: "",
  ...more,
});

const bench = (version: string, ...runs: BenchRun[]): BenchFile => ({
  format: "dancecard/bench",
  version: 1,
  suite: "quality",
  hosts: [{ ...HOST, version }],
  plan: { instances: [{ id: "M:pure:1", seed: 1 }], variants: ["search"], repeat: 1, unit: "seconds", budgets: [1] },
  runs,
  speeds: [],
});

describe("versions side by side", () => {
  it("count gaps from the least bound of any of them", () => {
    const text = historyReport([bench("1.0.0", run(950)), bench("2.0.0", run(990, { bound: 1000 }))], "en");
    expect(text).toContain("| events | who | budget | 1.0.0 | 2.0.0 |");
    expect(text).toContain("| M pure | search | 1 s | 5.000 | 1.000 |");
  });

  it("leave out what one of them did not measure, or got wrong", () => {
    const wrong = run(10, { results: [{ ...run(10).results[0]!, verdict: "wrong", why: "broken" }] });
    const text = historyReport([bench("1.0.0", wrong), bench("2.0.0", run(1000))], "fr");
    expect(text).toContain("| M pure | search | 1 s | - | 0,000 |");
  });
});

describe("several benches in one file", () => {
  const benches = [bench("1.0.0", run(950)), bench("1.0.0", run(990))];

  it("are read again as they were written, and one alone as well", () => {
    expect(parseBenches(benchesText(benches))).toMatchObject({ ok: true, value: benches });
    expect(parseBenches(benchText(benches[0]!))).toMatchObject({ ok: true, value: [benches[0]] });
  });

  it("say what is wrong, with its place", () => {
    const torn = benchesText(benches).replace('"suite": "quality"', '"suite": "quantity"');
    expect(parseBenches(torn)).toMatchObject({ ok: false, diagnostics: [{ code: expect.any(String) }] });
    expect(parseBenches("{").ok).toBe(false);
  });
});

describe("the kept results", () => {
  const folder = join(import.meta.dirname, "../../../bench/results");
  const versions = readdirSync(folder).filter((name) => /^\d+\.\d+\.\d+\.json$/.test(name));
  const kept = versions.map((name) => parseBenches(readFileSync(join(folder, name), "utf8")));

  it("can be read, every version, and none is wrong", () => {
    expect(kept.length).toBeGreaterThan(0);
    const verdicts = kept
      .flatMap((read) => (read.ok ? read.value : [undefined]))
      .flatMap((file) =>
        file ? file.runs.flatMap(({ results }) => results.map(({ verdict }) => verdict)) : ["unreadable"],
      );
    expect(new Set(verdicts)).not.toContain("wrong");
    expect(new Set(verdicts)).not.toContain("unreadable");
  });

  it("are the README's tables", async () => {
    const text = readFileSync(join(folder, "../../README.md"), "utf8");
    const last = kept.at(-1)!;
    expect(last.ok && (await filled(text, last.value))).toBe(text);
  });
});
