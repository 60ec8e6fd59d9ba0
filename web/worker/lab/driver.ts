// Has the runs of a bench made by a bencher, one after another. A bencher that dies, or gives no sign of life for too long,
// costs the run it was at, which is written down as wrong with the reason; another one goes on with the next. Called by
// desk.ts, tested with a pretended bencher. It measures and judges nothing.

import type { Bench } from "../../../src/bench/plan.js";
import { countRuns, planOf, runAt } from "../../../src/bench/plan.js";
import type { RunEntry } from "../../../src/bench/results.js";
import { messageOf } from "../../../src/bench/run.js";
import type { Made, Sign } from "./bencher.js";

/** A bencher as its caller sees it. */
export interface BencherHandle {
  /** Ready for its first run. */
  open(): Promise<void>;
  run(number: number): Promise<Made>;
  /** Where its signs go. */
  hear(listener: (sign: Sign) => void): void;
  /** Resolves with the reason when it dies by itself. */
  lost: Promise<string>;
  terminate(): void;
}

export interface DriveHooks {
  spawn(): BencherHandle;
  /** First digits of the kernel's hash. */
  build: string;
  began(number: number): void;
  steps(steps: number): void;
  made(made: Made): void;
}

/** Milliseconds without a sign after which a bencher is given up: longer than a large event takes to be read, or judged. */
export const SILENT = 60_000;

/** Runs all there is; resolves at the end, or when it is stopped. Rejects where no bencher can be started at all. */
export async function drive(bench: Bench, hooks: DriveHooks, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<null>((resolve) => {
    signal.addEventListener("abort", () => resolve(null));
    if (signal.aborted) resolve(null);
  });
  let bencher: Watched | null = null;
  try {
    for (let run = 0; run < countRuns(bench.suite, planOf(bench)); run++) {
      if (!bencher) {
        bencher = new Watched(hooks.spawn(), hooks.steps);
        const opened = await Promise.race([bencher.call((handle) => handle.open()), stopped]);
        if (opened && !opened.ok) throw new Error(opened.why);
      }
      if (signal.aborted) return;
      hooks.began(run);
      const answer = await Promise.race([bencher.call((handle) => handle.run(run)), stopped]);
      if (answer === null) return;
      if (answer.ok) {
        hooks.made(answer.value);
        continue;
      }
      hooks.made(lostRun(bench, run, bencher.begun, answer.why, hooks.build));
      bencher.end();
      bencher = null;
    }
  } finally {
    bencher?.end();
  }
}

type Answer<T> = { ok: true; value: T } | { ok: false; why: string };

/** A bencher whose calls end when it dies or falls silent. */
class Watched {
  /** Of the run it is at. */
  begun: RunEntry | null = null;
  readonly #handle: BencherHandle;
  #heard: () => void = () => {};

  constructor(handle: BencherHandle, steps: (steps: number) => void) {
    this.#handle = handle;
    handle.hear((sign) => {
      this.#heard();
      if ("begun" in sign) this.begun = sign.begun;
      else if (sign.steps > 0) steps(sign.steps);
    });
  }

  async call<T>(ask: (handle: BencherHandle) => Promise<T>): Promise<Answer<T>> {
    this.begun = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silent = new Promise<Answer<T>>((resolve) => {
      const why = `stopped: no sign of life for ${SILENT / 1000} seconds`;
      this.#heard = () => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve({ ok: false, why }), SILENT);
      };
      this.#heard();
    });
    const answered = ask(this.#handle).then(
      (value): Answer<T> => ({ ok: true, value }),
      (error: unknown): Answer<T> => ({ ok: false, why: `crashed: ${messageOf(error)}` }),
    );
    const lost = this.#handle.lost.then((why): Answer<T> => ({ ok: false, why: `crashed: ${why}` }));
    const answer = await Promise.race([answered, lost, silent]);
    this.#heard = () => {};
    clearTimeout(timer);
    return answer;
  }

  end(): void {
    this.#handle.terminate();
  }
}

/** The entries of a run that gave none. */
function lostRun(bench: Bench, run: number, begun: RunEntry | null, why: string, build: string): Made {
  const { suite, budgets, variants } = bench;
  if (suite === "speed") {
    const { id, group, seed } = bench.instances[run]!;
    const at = { run, instance: id, group, seed, event: "", build, verdict: "wrong" as const, why, turns: [] };
    return { runs: [], speeds: variants.map((variant) => ({ ...at, variant: variant.id })) };
  }
  const at = runAt(planOf(bench), run);
  const { id, group, seed, reference } = bench.instances[at.instance]!;
  const variant = variants[at.variant]!.id;
  const plain = { instance: id, group, variant, seed, event: "", build, reference, setup: 0, curve: "" };
  const results = budgets.map((budget) => {
    return { budget, used: 0, steps: 0, verdict: "wrong" as const, why, processMB: 0 };
  });
  return { runs: [{ run, ...plain, ...begun, results }], speeds: [] };
}
