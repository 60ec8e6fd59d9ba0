// THE loop: the host owns time, stop and progress; the run only does steps.
// Called by host/service.ts, once per leg. As many steps as take about 8 ms, then a pause in which messages (cancel!)
// are heard, so a cancel takes effect within one frame. It never decides what a step is and never counts one too many.

import { stopReason } from "./stop.js";
import type { Stop, StopReason } from "./stop.js";
import type { Run } from "./variant.js";

/** Milliseconds of work between two pauses: half a frame. */
export const SLICE = 8;

/** Time, and a way to let messages in. */
export interface Clock {
  /** Milliseconds from any origin, never going back. */
  now(): number;
  /** Resolves after waiting messages were delivered, as soon as possible. */
  pause(): Promise<void>;
}

export interface LoopHooks {
  clock: Clock;
  /** After every slice, before the pause. */
  onSlice?: () => void;
}

export interface LoopEnd {
  reason: StopReason;
  /** Steps taken by this call. */
  steps: number;
}

/** Steps the run until one of the criteria holds. */
export async function solve(run: Run, stop: Stop, hooks: LoopHooks): Promise<LoopEnd> {
  const { clock } = hooks;
  let steps = 0;
  let slice = 1;
  for (;;) {
    const started = clock.now();
    const reason = stopReason(stop, { steps, now: started, score: run.score(), done: run.stats().done });
    if (reason !== undefined) return { reason, steps };
    const count = Math.min(slice, (stop.steps ?? Infinity) - steps);
    run.step(count);
    steps += count;
    slice = nextSlice(count, clock.now() - started);
    hooks.onSlice?.();
    await clock.pause();
  }
}

/** Steps for the next slice: at most four times as many, so that one lucky slice does not cost a frame. */
function nextSlice(count: number, took: number): number {
  const ratio = took > 0 ? Math.min(4, SLICE / took) : 4;
  return Math.max(1, Math.min(1 << 30, Math.floor(count * ratio)));
}
