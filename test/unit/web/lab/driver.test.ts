// Benchers that die, fall silent or are stopped: their run is written down, the rest goes on.

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ladder } from "../../../../src/bench/instances.js";
import { emptyFile } from "../../../../src/bench/plan.js";
import type { Bench } from "../../../../src/bench/plan.js";
import { mergeBenches } from "../../../../src/bench/merge.js";
import { benchText, parseBench } from "../../../../src/bench/results.js";
import { benchRuns } from "../../../../src/bench/run.js";
import { variantById } from "../../../../src/solver/variants.js";
import type { Made } from "../../../../web/worker/lab/bencher.js";
import { drive, SILENT } from "../../../../web/worker/lab/driver.js";
import type { BencherHandle, DriveHooks } from "../../../../web/worker/lab/driver.js";
import { fakeHost, HOST } from "../../../support/bench-fakes.js";

const BENCH: Bench = {
  suite: "quality",
  instances: ladder(["XS"], ["pure"], [1, 2]),
  variants: [variantById("greedy")!, variantById("round-robin")!],
  repeat: 1,
  unit: "steps",
  budgets: [50, 200],
};
const GOOD = [...benchRuns(BENCH, fakeHost())];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A bencher that gives what a real one gives, but for the runs that `odd` knows better. */
function bencher(
  odd: Record<number, (die: (why: string) => void) => Promise<Made>>,
): BencherHandle & { ended: boolean } {
  let die: (why: string) => void = () => {};
  const lost = new Promise<string>((resolve) => (die = resolve));
  let listener: Parameters<BencherHandle["hear"]>[0] = () => {};
  return {
    ended: false,
    lost,
    open: () => Promise.resolve(),
    hear: (heard) => void (listener = heard),
    run(number) {
      const { results: _, curve: __, run: ___, ...entry } = GOOD[number]!;
      listener({ begun: { ...entry, results: [], curve: "" } });
      return odd[number]?.(die) ?? Promise.resolve({ runs: [GOOD[number]!], speeds: [] });
    },
    terminate() {
      this.ended = true;
    },
  };
}

/** Drives it to its end; all that was made, and the benchers it took. */
async function driven(
  odd: Parameters<typeof bencher>[0],
  change: Partial<DriveHooks> = {},
  signal = new AbortController().signal,
) {
  const file = emptyFile(BENCH, HOST);
  const benchers: ReturnType<typeof bencher>[] = [];
  const spawn = (): BencherHandle => (benchers.push(bencher(odd)), benchers.at(-1)!);
  const made = ({ runs }: Made): void => void file.runs.push(...runs);
  const end = drive(BENCH, { spawn, build: "11111111", began: () => {}, steps: () => {}, made, ...change }, signal);
  const settled = end.then(
    () => "done",
    (error: Error) => error.message,
  );
  await vi.advanceTimersByTimeAsync(SILENT * BENCH.variants.length * 2 + 1000);
  return { file, benchers, end: await settled };
}

const never = (): Promise<Made> => new Promise(() => {});

it("makes what one process makes, with one bencher, which is ended", async () => {
  const { file, benchers, end } = await driven({});
  expect(end).toBe("done");
  expect(file.runs).toEqual(GOOD);
  expect(benchers.map(({ ended }) => ended)).toEqual([true]);
});

it.each([
  ["falls silent", never, "stopped: no sign of life for 60 seconds"],
  ["dies", (die: (why: string) => void) => (die("out of memory"), never()), "crashed: out of memory"],
  ["throws", () => Promise.reject(new Error("two\nlines")), "crashed: two lines"],
])("writes down the run in which a bencher %s, and goes on with another one", async (_how, odd, why) => {
  const { file, benchers, end } = await driven({ 1: odd });
  expect(end).toBe("done");
  expect(benchers.map(({ ended }) => ended)).toEqual([true, true]);
  expect(file.runs.filter(({ run }) => run !== 1)).toEqual(GOOD.filter(({ run }) => run !== 1));
  const lost = file.runs.find(({ run }) => run === 1)!;
  expect(lost).toMatchObject({ instance: "XS:pure:1", variant: "round-robin", event: GOOD[1]!.event, curve: "" });
  expect(lost.results).toEqual(
    BENCH.budgets.map((budget) => ({ budget, used: 0, steps: 0, verdict: "wrong", why, processMB: 0 })),
  );
  // It is a file like any other.
  const read = parseBench(benchText(file));
  expect(read.ok && mergeBenches([{ name: "a", file: read.value }]).ok).toBe(true);
});

it("keeps what was done when it is stopped in the middle of a run", async () => {
  const stop = new AbortController();
  const began = (run: number): void => void (run === 2 && stop.abort());
  const { file, benchers, end } = await driven({ 2: never }, { began }, stop.signal);
  expect(end).toBe("done");
  expect(file.runs).toEqual(GOOD.slice(0, 2));
  expect(benchers.map(({ ended }) => ended)).toEqual([true]);
});

it("fails where no bencher can be started", async () => {
  const spawn = (): BencherHandle => ({ ...bencher({}), open: () => Promise.reject(new Error("no worker")) });
  expect((await driven({}, { spawn })).end).toBe("crashed: no worker");
});
