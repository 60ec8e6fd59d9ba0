// Signs of life do not change what a variant gives; what is said of a browser; how long a bench takes.

import { expect, it } from "vitest";
import { ladder, prepare } from "../../../../src/bench/instances.js";
import { benchRun } from "../../../../src/bench/run.js";
import { VARIANTS } from "../../../../src/solver/variants.js";
import { runtimeOf } from "../../../../web/worker/lab/host.js";
import type { LabOptions } from "../../../../web/worker/lab/options.js";
import { withPulse } from "../../../../web/worker/lab/pulse.js";
import { leftOf, plannedSeconds } from "../../../../web/worker/lab/time.js";
import { fakeHost } from "../../../support/bench-fakes.js";

const prepared = prepare(ladder(["XS"], ["full"], [3])[0]!);

it.each(VARIANTS.filter(({ id }) => id !== "reference"))("$id gives the same with a pulse", (variant) => {
  const options = { unit: "steps", budgets: [100, 9000, 30_000], prove: true } as const;
  const beats: number[] = [];
  let time = 0;
  const pulsed = withPulse(
    variant,
    (steps) => beats.push(steps),
    () => (time += 60),
  );
  expect(benchRun(prepared, pulsed, fakeHost(), options)).toEqual(benchRun(prepared, variant, fakeHost(), options));
  expect(beats.length).toBeGreaterThan(0);
  expect([...beats].sort((a, b) => a - b)).toEqual(beats);
});

it.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
    "Chromium 141",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/141.0.0.0 Safari/537.36", "Chromium 141"],
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0", "Edge 141"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0", "Firefox 144"],
  ["Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15", "Safari 26"],
  ["Lynx", "browser"],
])("%s is %s", (agent, runtime) => expect(runtimeOf(agent)).toBe(runtime));

it("tells the time from budgets in seconds, and from the runs made where they are steps", () => {
  const options: LabOptions = {
    suite: "quality",
    variants: ["search", "greedy"],
    mine: true,
    sizes: [],
    rules: [],
    seeds: [1],
    unit: "seconds",
    budgets: [1, 10],
    repeat: 9,
  };
  expect(plannedSeconds(options, 18)).toBe(180);
  expect(leftOf(options, 3, 0, 4)).toBe(26);
  expect(leftOf(options, 3, 0, 40)).toBe(20);
  expect(plannedSeconds({ ...options, suite: "speed", budgets: [0.1] }, 2)).toBeCloseTo(2 * 2 * 13 * 0.1, 9);
  const steps: LabOptions = { ...options, unit: "steps" };
  expect(plannedSeconds(steps, 18)).toBeNull();
  expect(leftOf(steps, 18, 0, 5)).toBeNull();
  expect(leftOf(steps, 10, 3, 1)).toBe(29);
});
