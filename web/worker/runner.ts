// One run of the solver in the event worker: asks planEvent, tells progress, hands over every judged schedule.
// Called by owner.ts. It keeps no event and shows nothing itself.

import { hashOf, planEvent, verifyWith } from "../../src/index.js";
import type { Engine, Facts, Judged, Schedule } from "../../src/index.js";
import type { RunEvent, RunSettings } from "../protocol.js";
import type { Known } from "./known.js";

export interface RunHooks {
  /** The schedule to begin with. */
  from?: Schedule;
  /** The schedule to go around: what differs from it costs points. */
  around?: Schedule;
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

/** Points that each agenda costs which differs from the schedule that a run goes around, where the event sets no price. */
const CHANGE = 100;

/** Runs to the end of the budget, or until the signal. A thrown error of ours is told as a crash. */
export async function run(
  { spec, facts, compiled }: Known,
  engine: Engine,
  settings: RunSettings,
  hooks: RunHooks,
): Promise<RunOutcome> {
  const begun = performance.now();
  let steps = 0;
  const { around } = hooks;
  // What differs costs points in the run; the schedule that comes of it is judged by the event as it is.
  const priced = around && spec.rules.change === 0 ? { ...spec, rules: { ...spec.rules, change: CHANGE } } : spec;
  const plain = <T extends Judged>(found: T): T =>
    around ? { ...found, ...judgedPlainly(facts, found.schedule) } : found;
  try {
    const result = await planEvent(priced, engine, {
      variant: settings.variant,
      seed: settings.seed,
      workers: settings.workers,
      budget: { seconds: settings.seconds },
      ...(around ? { base: around } : { facts, compiled: compiled() }),
      ...(hooks.from && { from: hooks.from }),
      signal: hooks.signal,
      onEvent(event) {
        if (event.type === "progress") {
          steps = event.stats.steps;
          const { elapsed, score, bound = null } = event;
          // With the price of changes in it, neither is the event's own.
          const told = score.unplaced || around ? null : score.total;
          hooks.progress({ type: "progress", elapsed, steps, score: told, bound: around ? null : bound });
        } else {
          hooks.judged(plain(event), event.elapsed);
        }
      },
    });
    const { schedule, report, unplaced, mismatch } = result;
    return {
      status: result.status,
      reason: result.reason ?? "",
      elapsed: result.elapsed ?? performance.now() - begun,
      steps: schedule?.run?.steps ?? steps,
      judged: schedule && report ? plain({ schedule, report, unplaced, ...(mismatch && { mismatch }) }) : null,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: "crashed", reason, elapsed: performance.now() - begun, steps, judged: null };
  }
}

/** A schedule without the price of its changes, under the event itself. */
function judgedPlainly(facts: Facts, priced: Schedule): Pick<Judged, "schedule" | "report"> {
  const { score: _, base: __, bound: ___, ...rest } = priced;
  const schedule: Schedule = { ...rest, event: hashOf(facts) };
  const report = verifyWith(facts, schedule);
  return { schedule: { ...schedule, score: report.score }, report };
}
