// One run of the solver in the event worker: asks planEvent, tells progress, hands over every judged schedule.
// Called by owner.ts. It keeps no event and shows nothing itself.

import { planEvent } from "../../src/index.js";
import type { Engine, Judged, Schedule } from "../../src/index.js";
import type { RunEvent, RunSettings } from "../protocol.js";
import type { Known } from "./known.js";

export interface RunHooks {
  /** The schedule to begin with. */
  from?: Schedule;
  signal: AbortSignal;
  progress(event: Extract<RunEvent, { type: "progress" }>): void;
  /** A schedule with the judge's report; `claimed` is what the solver said where that differs. */
  judged(found: Judged, elapsed: number): void;
}

export interface RunOutcome {
  status: "finished" | "cancelled" | "refused" | "crashed";
  reason: string;
  elapsed: number;
  steps: number;
  judged: Judged | null;
}

/** Runs to the end of the budget, or until the signal. A thrown error of ours is told as a crash. */
export async function run(
  { spec, facts, compiled }: Known,
  engine: Engine,
  settings: RunSettings,
  hooks: RunHooks,
): Promise<RunOutcome> {
  const begun = performance.now();
  let steps = 0;
  try {
    const result = await planEvent(spec, engine, {
      variant: settings.variant,
      seed: settings.seed,
      workers: settings.workers,
      budget: { seconds: settings.seconds },
      facts,
      compiled: compiled(),
      ...(hooks.from && { from: hooks.from }),
      signal: hooks.signal,
      onEvent(event) {
        if (event.type === "progress") {
          steps = event.stats.steps;
          const { elapsed, score, bound = null } = event;
          hooks.progress({ type: "progress", elapsed, steps, score: score.unplaced ? null : score.total, bound });
        } else {
          hooks.judged(event, event.elapsed);
        }
      },
    });
    const { schedule, report, unplaced, mismatch } = result;
    return {
      status: result.status,
      reason: result.reason ?? "",
      elapsed: result.elapsed ?? performance.now() - begun,
      steps: schedule?.run?.steps ?? steps,
      judged: schedule && report ? { schedule, report, unplaced, ...(mismatch && { mismatch }) } : null,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: "crashed", reason, elapsed: performance.now() - begun, steps, judged: null };
  }
}
