// One entry of the quality bench, for its tests: a run that was looked at after 1 and 10 seconds.

import type { Result, RunEntry } from "../../src/bench/results.js";

export const ok = (budget: number, score: number): Result => ({
  budget,
  used: budget,
  steps: 1000,
  verdict: "ok",
  score,
  unplaced: 0,
  meetings: 9,
  processMB: 100,
});

export const entry = (given: Partial<RunEntry> = {}): RunEntry => ({
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
