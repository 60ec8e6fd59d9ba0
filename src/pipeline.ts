// READ THIS FIRST: from an event to a judged schedule, on one screen.
// compile (names become indices) -> solve (an engine: in process, Web Workers, threads) -> decode -> verify, measure ->
// reasons -> bound. Called by the CLI, the page's worker and whoever uses the library. It never trusts the solver: the judge
// recomputes every rule and every term from the event and the schedule alone, and a difference is told, not hidden.

import { version } from "../package.json";
import type { Engine, EngineEvent, Ended, Improved } from "./host/engine.js";
import type { Judged, PlanOptions, PlanResult } from "./plan.js";
import { compile } from "./problem/compile.js";
import { decode, encode } from "./problem/decode.js";
import { provenBound, withBound } from "./proof.js";
import { scheduleHash } from "./read-schedule.js";
import { withReasons } from "./reasons.js";
import { factsOf } from "./rules/facts.js";
import type { Facts } from "./rules/facts.js";
import type { Schedule } from "./schedule.js";
import { fewestChanges } from "./solver/places.js";
import type { Prices, RunScore, Solution } from "./solver/variant.js";
import type { EventSpec } from "./spec/schema.js";
import { hashOf, prepareJudge, verifyWith } from "./verify.js";

export { compile };

/** Pairs of an event whose bound is worked out while it runs; more take longer than they save. */
const LIVE_PAIRS = 20_000;
/** Milliseconds of a long run after which a better schedule is judged at the latest: whoever keeps them loses no more. */
const MOST_UNJUDGED = 10_000;

/** Pairs that are looked at for the bound of meals: the longer the run was, the more; about a third of its time. */
const EFFORT_OF_MILLISECOND = 28_000;
const EFFORT_OF_STEP = 14;
const LEAST_EFFORT = 20_000_000;

/** Plans a valid event. Rejects for our own bugs only; how the run ended is in the result. */
export async function planEvent(spec: EventSpec, engine: Engine, options: PlanOptions): Promise<PlanResult> {
  const { variant, seed, budget, workers = 1, base, from = base, signal, onEvent } = options;
  const { problem, names } = (!base && options.compiled) || compile(spec, base);
  const repairs = base && { base: scheduleHash(base) };
  // The judge's own view of the event shares nothing with the problem; it is made ready once the workers are at work.
  let { facts } = options;
  const known = (): Facts => (facts ??= factsOf(spec));
  /** What the solver found, in names, with what the judge says of it. */
  const judge = (solution: Solution): Judged => {
    const { meetings, meals, unplaced } = decode(names, problem, solution);
    const event = hashOf(known());
    const of = { format: "dancecard/schedule", version: 1, event, ...repairs } as const;
    const schedule: Schedule = { ...of, meetings, meals, unmet: [] };
    const report = verifyWith(known(), schedule, base);
    schedule.score = report.score;
    return { schedule, report, unplaced };
  };
  /** The solver's total must be the judge's. */
  const compared = (judged: Judged, { total: solver }: RunScore): Judged => {
    const { total } = judged.report.score;
    return total === solver ? judged : { ...judged, mismatch: { solver, judge: total } };
  };

  // Judging takes time of its own: ever more seldom as the run goes on, and not what is far behind the best already (a
  // construction under way), unless that lasts a second. An improvement that comes too early waits for its time.
  let judgeAt = 0;
  let waiting: Improved | undefined;
  const hear = (heard: EngineEvent): void => {
    if (heard.type === "improved") return void (waiting = heard);
    onEvent?.(heard);
    if (!onEvent || !waiting || heard.elapsed < judgeAt) return;
    if (heard.elapsed < judgeAt + 1000 && isBehind(waiting.score, heard.score)) return;
    const { elapsed, score } = waiting;
    const judged = compared(judge(waiting.solution), score);
    waiting = undefined;
    onEvent({ type: "improved", elapsed, score, ...judged });
    // What is told while the judge is at work is heard only afterwards, and then whoever shows the schedule has its turn.
    judgeAt = heard.elapsed + Math.min(MOST_UNJUDGED, heard.elapsed * 0.25 + 600);
  };
  const start = from && encode(names, problem, from);
  const request = { problem: problem.buffer.slice(0), variant, seed, budget, workers, ...(start && { from: start }) };
  const onStart = (): void => prepareJudge(known());
  // A run of so many steps makes them all.
  const live = "seconds" in budget && problem.pairs <= LIVE_PAIRS;
  const onPrices = (prices: Prices): number | undefined => provenBound(prices, known(), names);
  const hooks = { ...(signal && { signal }), onStart, onEvent: hear, ...(live && { onPrices }) };
  const outcome = await engine.solve(request, hooks);

  const { status } = outcome;
  if (status === "refused") return { unplaced: [], ...outcome };
  const { solution: ran, score, stats, elapsed = 0, prices }: Partial<Ended> = outcome;
  const reason = status === "crashed" ? { reason: outcome.reason } : {};
  if (!ran || !score || !stats) return { status, unplaced: [], elapsed, ...reason };
  // Which place of the pool is worth nothing where walking costs nothing: then people stay where they are.
  // A given schedule keeps its places.
  const solution = from ? ran : fewestChanges(problem, ran);
  const found = { solution, judged: compared(judge(solution), score) };
  // A construction that came to its end is what it is: a baseline that took better answers would be none.
  const planned = {
    engine,
    problem,
    names,
    facts: known(),
    get hurry() {
      return status !== "finished" || signal?.aborted === true;
    },
    keep: stats.done,
    ...(base && { base }),
  };
  const explained = await withReasons(planned, found, judge);
  // The time is told only where it was the budget: with a budget in steps the same run gives the same bytes.
  const seconds = "seconds" in budget ? { seconds: Math.round(elapsed) / 1000 } : {};
  const length = "seconds" in budget ? elapsed * EFFORT_OF_MILLISECOND : stats.steps * EFFORT_OF_STEP;
  const effort = planned.hurry ? 0 : Math.max(LEAST_EFFORT, length);
  const judged = await withBound(explained, prices, known(), names, base, { effort, ...(signal && { signal }) });
  judged.schedule.run = { variant, seed, workers, budget, steps: stats.steps, version, ...seconds };
  return { status, elapsed, ...reason, ...judged };
}

/** True when the best so far is better by more than a fiftieth. */
function isBehind(old: RunScore, best: RunScore): boolean {
  return old.unplaced > best.unplaced || best.total - old.total > Math.abs(best.total) / 50;
}
