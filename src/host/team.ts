// Several runs side by side that share their best. Used by every host, so that the same request gives the same bytes in
// process, in threads and in the browser. Called by in-process.ts and client.ts; it never looks at a clock and never
// knows where its peers live.
//
//   seed        seed + 1    seed + 2      all run one leg: a sixteenth of the budget, or less at first
//    |            |            |
//    +-- best so far (ties: the lower index) --> handed to the worse half, where it is better than their own
//    +-- guidance of the first --> handed to all others
//    |            |            |
//   next leg ...

import { compareScores, isProven } from "../solver/stop.js";
import type { Guidance, RunScore, RunStats } from "../solver/variant.js";
import type { Ended, EngineEvent, Outcome, SolveHooks, SolveRequest } from "./engine.js";
import type { Counterfactuals } from "../solver/counterfactuals.js";
import type { Job, Leg, LegEnd, Opened, Question } from "./service.js";

/** A service as its caller sees it, near or far. A call that fails or loses its worker rejects. */
export interface Peer {
  /** Where the events of this peer go from now on. */
  hear(listener: (event: EngineEvent) => void): void;
  open(job: Job): Promise<Opened>;
  leg(leg: Leg): Promise<LegEnd>;
  prices(): Promise<Ended["prices"]>;
  guidance(after: number): Promise<Guidance | undefined>;
  guide(guidance: Guidance): Promise<void>;
  adopt(solution: Ended["solution"]): Promise<void>;
  counterfactuals(question: Question): Promise<Counterfactuals>;
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** Exchanges happen at these fractions of the budget: a fixed number, so that steps alone decide when. */
const LEGS = 16;
const EVENLY: readonly number[] = Array.from({ length: LEGS }, (_, i) => (i + 1) / LEGS);
/** A run with a time budget also ends a leg early on: then it may know already that there is nothing better. */
const EARLY: readonly number[] = [1 / 128, 1 / 64, 1 / 32];
/** Seconds that such a leg takes at least; where the problem is large, whoever gives the next one may have the judge to make ready. */
const SHORTEST = 0.1;
const SHORTEST_LARGE = 0.5;
/** Bytes of a large problem. */
const LARGE = 1 << 20;
/** So far into a time budget it is asked what the prices prove by now. */
const PRICED: ReadonlySet<number> = new Set([...EARLY, 1 / 16, 1 / 8, 1 / 4, 1 / 2]);

/** Runs the request on these peers and resolves with how it ended; never rejects for what a peer does. */
export async function solveTogether(
  peers: readonly Peer[],
  request: SolveRequest,
  module: WebAssembly.Module | undefined,
  hooks: SolveHooks = {},
): Promise<Outcome> {
  const { signal } = hooks;
  const team = new Team(peers, hooks, request.bound);
  const cancel = (): void => peers.forEach((peer) => void peer.cancel().catch(() => {}));
  if (signal?.aborted) return { status: "cancelled" };
  const legs = legsOf(request); // before the problem is given away
  try {
    const opened = await Promise.all(
      peers.map((peer, index) => peer.open(jobOf(request, module, index, peers.length))),
    );
    const refusal = opened.find((o) => o.status === "refused");
    if (refusal) return refusal as Extract<Outcome, { status: "refused" }>;
    // Only now: opening starts a peer afresh, so a cancel sent before it would be forgotten.
    signal?.addEventListener("abort", cancel, { once: true });
    let begin = 0;
    for (const end of legs) {
      if (signal?.aborted) break;
      const prices = hooks.onPrices && PRICED.has(begin) ? await peers[0]!.prices() : undefined;
      const leg = legOf(request, begin, end, team.bound);
      const calls = peers.map(async (peer) => {
        const ended = await peer.leg(leg);
        // One of them has the best there is: the others need not look for it.
        if (ended.reason === "proven") cancel();
        return ended;
      });
      const ends = await allOrCancel(calls, cancel, () => {
        if (begin === 0) hooks.onStart?.();
        if (!prices) return;
        team.proves(hooks.onPrices!(prices));
        // What the last leg found may be the best there is: then this one is in vain.
        if (team.isProven()) cancel();
      });
      team.ended(ends);
      if (ends.every((end) => end.reason === "done")) break;
      if (team.isProven()) break;
      if (end < 1 && !signal?.aborted) await team.share(ends);
      begin = end;
    }
    // Of the first one, whoever found the best: prices say nothing of a solution.
    const prices = await peers[0]!.prices();
    const ended = { ...(team.result() as Ended), ...(prices && { prices }) };
    return { status: signal?.aborted ? "cancelled" : "finished", ...ended };
  } catch (error) {
    return { status: "crashed", reason: error instanceof Error ? error.message : String(error), ...team.result() };
  } finally {
    team.close();
    signal?.removeEventListener("abort", cancel);
    await Promise.all(peers.map((peer) => peer.close().catch(() => {})));
  }
}

/**
 * All of them, with something to do meanwhile; when one fails, or that, the others are cancelled and waited for, so that
 * nothing is closed under way.
 */
async function allOrCancel<T>(calls: Promise<T>[], cancel: () => void, meanwhile: () => void): Promise<T[]> {
  try {
    meanwhile();
    return await Promise.all(calls);
  } catch (error) {
    cancel();
    await Promise.allSettled(calls);
    throw error;
  }
}

function jobOf(request: SolveRequest, module: WebAssembly.Module | undefined, index: number, peers: number): Job {
  return {
    // Each peer owns a buffer; the last one gets the caller's, which was given away anyway.
    problem: index === peers - 1 ? request.problem : request.problem.slice(0),
    variant: request.variant,
    seed: (request.seed + index) >>> 0,
    member: index,
    ...(request.from && { from: request.from }),
    ...(module && { module }),
  };
}

/** Where legs end, as fractions of the budget. */
function legsOf({ budget, problem }: SolveRequest): readonly number[] {
  if ("steps" in budget) return EVENLY;
  const shortest = problem.byteLength > LARGE ? SHORTEST_LARGE : SHORTEST;
  return [...EARLY.filter((end) => end * budget.seconds >= shortest), ...EVENLY];
}

/** The leg between two fractions of the budget. A bound ends legs of steps only at their end, lest the machine's speed decide. */
function legOf({ budget }: SolveRequest, begin: number, end: number, bound: number | undefined): Leg {
  if ("steps" in budget) return { steps: Math.floor(budget.steps * end) - Math.floor(budget.steps * begin) };
  return { until: Math.floor(budget.seconds * 1000 * end), ...(bound !== undefined && { bound }) };
}

/** What is known of the peers while they run, and the one stream of events made of theirs. */
class Team {
  readonly #peers: readonly Peer[];
  readonly #hooks: SolveHooks;
  #bound: number | undefined;
  readonly #latest: (Progressed | undefined)[];
  #kept: Ended | undefined;
  #open = true;
  #toldAt = -Infinity;
  /** Iterations of the newest guidance that was handed on. */
  #guided = 0;

  constructor(peers: readonly Peer[], hooks: SolveHooks, bound: number | undefined) {
    this.#peers = peers;
    this.#bound = bound;
    this.#hooks = hooks;
    this.#latest = peers.map(() => undefined);
    peers.forEach((peer, index) => peer.hear((event) => this.#heard(index, event)));
  }

  /** The least upper bound of the total that is known. */
  get bound(): number | undefined {
    return this.#bound;
  }

  /** A bound that was proved meanwhile. */
  proves(bound: number | undefined): void {
    if (bound !== undefined) this.#bound = Math.min(bound, this.#bound ?? Infinity);
  }

  /** Nothing better than the best can exist. */
  isProven(): boolean {
    return this.#kept !== undefined && isProven(this.#kept.score, this.#bound);
  }

  /** The best end; of equals the one of the lowest index. */
  best(ends: readonly LegEnd[]): LegEnd {
    return ends.reduce((best, end) => (compareScores(end.score, best.score) > 0 ? end : best));
  }

  /** All peers ended a leg. */
  ended(ends: readonly LegEnd[]): void {
    ends.forEach((end, index) => (this.#latest[index] = end));
    const { solution, score } = this.best(ends);
    const better = !this.#kept || compareScores(score, this.#kept.score) > 0;
    const elapsed = Math.max(...ends.map((end) => end.elapsed));
    this.#kept = { solution, score, stats: this.#stats(), elapsed };
    // From now on a peer that tells of the same solution is not heard: so it is told here.
    if (better) this.#hooks.onEvent?.({ type: "improved", elapsed, score, solution });
  }

  /**
   * Hands the best to the worse half of the peers, those of higher index first among equals; and what leads the first one
   * to all others.
   */
  async share(ends: readonly LegEnd[]): Promise<void> {
    const best = this.best(ends);
    const ranked = ends.map((end, index) => ({ end, index }));
    ranked.sort((a, b) => compareScores(b.end.score, a.end.score) || a.index - b.index);
    const worse = ranked
      .slice(Math.ceil(ranked.length / 2))
      .filter(({ end }) => compareScores(best.score, end.score) > 0);
    await Promise.all(worse.map(({ index }) => this.#peers[index]!.adopt(best.solution)));
    const [first, ...others] = this.#peers;
    if (others.length === 0) return;
    const guidance = await first!.guidance(this.#guided);
    if (!guidance) return;
    this.#guided = guidance.iterations;
    await Promise.all(others.map((peer) => peer.guide(guidance)));
  }

  /** The best that is known, whatever happened since. */
  result(): Partial<Ended> {
    return this.#kept ?? {};
  }

  /** Later events are not told. */
  close(): void {
    this.#open = false;
  }

  #heard(index: number, event: EngineEvent): void {
    if (!this.#open) return;
    if (event.type === "improved") {
      if (this.#kept && compareScores(event.score, this.#kept.score) <= 0) return;
      this.#kept = { solution: event.solution, score: event.score, stats: this.#stats(), elapsed: event.elapsed };
      this.#hooks.onEvent?.(event);
      return;
    }
    this.#latest[index] = event;
    if (event.elapsed - this.#toldAt < 45) return;
    this.#toldAt = event.elapsed;
    const score = this.#latest.reduce<RunScore>(
      (best, l) => (l && compareScores(l.score, best) > 0 ? l.score : best),
      event.score,
    );
    this.#hooks.onEvent?.({
      ...event,
      score,
      stats: this.#stats(),
      ...(this.#bound !== undefined && { bound: this.#bound }),
    });
  }

  #stats(): RunStats {
    const stats: RunStats = { steps: 0, tried: 0, kept: 0, done: this.#latest.every((l) => l?.stats.done) };
    for (const latest of this.#latest) {
      stats.steps += latest?.stats.steps ?? 0;
      stats.tried += latest?.stats.tried ?? 0;
      stats.kept += latest?.stats.kept ?? 0;
    }
    return stats;
  }
}

interface Progressed {
  score: RunScore;
  stats: RunStats;
}
