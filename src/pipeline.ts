// READ THIS FIRST: from an event to a judged schedule, on one screen.
// compile (names become indices) -> solve (an engine: in process, Web Workers, threads) -> decode -> verify, measure ->
// explain. Called by the CLI, the page's worker and whoever uses the library. It never trusts the solver: the judge
// recomputes every rule and every term from the event and the schedule alone, and a difference is told, not hidden.

import { version } from "../package.json";
import { explain } from "./explain.js";
import type { Engine, EngineEvent, Ended } from "./host/engine.js";
import type { Judged, PlanOptions, PlanResult } from "./plan.js";
import { compile } from "./problem/compile.js";
import { decode, encode } from "./problem/decode.js";
import { factsOf } from "./rules/facts.js";
import type { Schedule } from "./schedule.js";
import type { RunScore, Solution } from "./solver/variant.js";
import { variantById } from "./solver/variants.js";
import { eventHash } from "./spec/hash.js";
import type { EventSpec } from "./spec/schema.js";
import { verifyWith } from "./verify.js";

/** Plans a valid event. Rejects for our own bugs only; how the run ended is in the result. */
export async function planEvent(spec: EventSpec, engine: Engine, options: PlanOptions): Promise<PlanResult> {
  const { variant, seed, budget, workers = 1, from, signal, onEvent } = options;
  const { problem, names } = compile(spec);
  let judgeAt = 0;
  const hear = (heard: EngineEvent): void => {
    if (heard.type === "progress") return onEvent?.(heard);
    // Judging takes time of its own: ever more seldom as the run goes on and improvements become small.
    if (!onEvent || heard.elapsed < judgeAt) return;
    judgeAt = heard.elapsed * 1.25 + 250;
    onEvent({ type: "improved", elapsed: heard.elapsed, score: heard.score, ...judge(heard) });
  };
  const start = from && encode(names, problem, from);
  const request = { problem: problem.buffer.slice(0), variant, seed, budget, workers, ...(start && { from: start }) };
  const running = engine.solve(request, { ...(signal && { signal }), onEvent: hear });

  // While the workers start: the judge's own view of the event, which shares nothing with the problem.
  const facts = factsOf(spec);
  const event = eventHash(spec);
  /** What the solver found, in names, with what the judge says of it. */
  const judge = (found: { solution: Solution; score: RunScore }): Judged => {
    const { meetings, meals, unplaced } = decode(names, problem, found.solution);
    const schedule: Schedule = { format: "dancecard/schedule", version: 1, event, meetings, meals, unmet: [] };
    const report = verifyWith(facts, schedule);
    schedule.score = report.score;
    // The solver's total must be the judge's over the terms it works on.
    const left = variantById(variant)?.unoptimised ?? [];
    const same = report.score.total - left.reduce((sum, key) => sum + report.score[key], 0);
    const mismatch = same === found.score.total ? {} : { mismatch: { solver: found.score.total, judge: same } };
    return { schedule, report, unplaced, ...mismatch };
  };

  const outcome = await running;
  const { status } = outcome;
  if (status === "refused") return { unplaced: [], ...outcome };
  const { solution, score, stats, elapsed = 0 }: Partial<Ended> = outcome;
  const reason = status === "crashed" ? { reason: outcome.reason } : {};
  if (!solution || !score || !stats) return { status, unplaced: [], elapsed, ...reason };
  const judged = judge({ solution, score });
  judged.schedule.unmet = explain(facts, judged.schedule);
  // The time is told only where it was the budget: with a budget in steps the same run gives the same bytes.
  const seconds = "seconds" in budget ? { seconds: Math.round(elapsed) / 1000 } : {};
  judged.schedule.run = { variant, seed, workers, budget, steps: stats.steps, version, ...seconds };
  return { status, elapsed, ...reason, ...judged };
}
