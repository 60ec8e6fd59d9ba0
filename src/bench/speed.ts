// The suite "speed": how many steps a second each variant makes. All variants of an instance take turns in one run, so that
// what slows the machine slows them all, and all turns have the same number of steps, so that the same parts of two runs
// are compared; ratios are counted turn by turn (report.ts). Called by the command line.
// Only steps are timed: not the start of a run, nor the start of the next where a construction has ended.

import type { Run, Variant } from "../solver/variant.js";
import type { Prepared } from "./instances.js";
import { prepare } from "./instances.js";
import type { Bench, Shard } from "./plan.js";
import { countRuns, planOf, runsOf } from "./plan.js";
import type { BenchSpeed } from "./results.js";
import { rounded } from "./results.js";
import type { BenchHost } from "./run.js";
import { judgeSafely, messageOf } from "./run.js";

/** Turns that each variant takes before they are timed: past locks and constructions. */
const WARM_TURNS = 2;

type Turn = BenchSpeed["turns"][number];

/** The instances of a bench, or of one of its shards, one after another: an entry for each variant. */
export function* benchSpeeds(bench: Bench, host: BenchHost, shard?: Shard): Generator<BenchSpeed[]> {
  for (const run of runsOf(countRuns("speed", planOf(bench)), shard)) {
    const prepared = prepare(bench.instances[run]!);
    yield speedsOf(prepared, bench, host).map((speed) => ({ run, ...speed }));
  }
}

function speedsOf(prepared: Prepared, bench: Bench, host: BenchHost): Omit<BenchSpeed, "run">[] {
  const { unit, repeat } = bench;
  const [length] = bench.budgets as [number];
  const all = bench.variants.map((variant) => new Turns(prepared, variant, host));
  // The slowest says how long a turn is, or it would hold up all the others.
  const counts = unit === "steps" ? [length] : all.flatMap((turns) => turns.stepsWithin(length) ?? []);
  const steps = Math.min(...counts);
  for (const turns of all) turns.begin(steps);
  for (let i = 0; i < repeat; i++) for (const turns of all) turns.take();
  return all.map((turns) => turns.end());
}

/** The turns of one variant. What goes wrong is kept, and then no more turns are taken. */
class Turns {
  readonly #prepared: Prepared;
  readonly #variant: Variant;
  readonly #host: BenchHost;
  readonly #turns: Turn[] = [];
  #run: Run | undefined;
  #steps = 1;
  #wrong: { verdict: "none" | "wrong"; why: string } | undefined;

  constructor(prepared: Prepared, variant: Variant, host: BenchHost) {
    this.#prepared = prepared;
    this.#variant = variant;
    this.#host = host;
  }

  /** How many steps take so many CPU seconds; undefined where none do. */
  stepsWithin(seconds: number): number | undefined {
    this.#try(() => {
      for (let turn = this.#advance(); turn.used < seconds; turn = this.#advance()) {
        const growth = turn.used > seconds / 8 ? (1.05 * seconds) / turn.used : 4;
        this.#steps = Math.ceil(Math.max(this.#steps + 1, this.#steps * growth));
      }
    });
    return this.#wrong ? undefined : this.#steps;
  }

  /** Starts anew, with turns of so many steps, and takes the first ones. */
  begin(steps: number): void {
    this.#try(() => {
      this.#steps = steps;
      this.#run?.dispose();
      this.#run = undefined;
      for (let i = 0; i < WARM_TURNS; i++) this.#advance();
    });
  }

  take(): void {
    this.#try(() => void this.#turns.push(this.#advance()));
  }

  end(): Omit<BenchSpeed, "run"> {
    const { instance, event } = this.#prepared;
    const { id, group, seed } = instance;
    const run = this.#run;
    let verdict: BenchSpeed["verdict"] = "ok";
    let why: string | undefined;
    this.#try(() => {
      ({ verdict, why } = judgeSafely(this.#prepared, { solution: run!.best(), score: run!.score() }));
      run!.dispose();
    });
    if (this.#wrong) ({ verdict, why } = this.#wrong);
    return {
      instance: id,
      group,
      variant: this.#variant.id,
      seed,
      event: event.slice(0, 12),
      build: this.#host.build,
      verdict,
      ...(why !== undefined && { why }),
      turns: this.#turns,
    };
  }

  /** Makes the steps of one turn; a construction that has ended begins anew. */
  #advance(): Turn {
    const { cpu, wall } = this.#host;
    const turn = { steps: 0, used: 0, wall: 0 };
    while (turn.steps < this.#steps) {
      const run = (this.#run ??= this.#start());
      const before = run.stats().steps;
      const from = { cpu: cpu(), wall: wall() };
      run.step(this.#steps - turn.steps);
      turn.used += cpu() - from.cpu;
      turn.wall += wall() - from.wall;
      const { done, steps } = run.stats();
      if (!(steps > before)) throw new Error("it makes no steps");
      turn.steps += steps - before;
      if (!done || turn.steps >= this.#steps) continue;
      run.dispose();
      this.#run = undefined;
    }
    return { steps: turn.steps, used: rounded(turn.used), wall: rounded(turn.wall) };
  }

  #start(): Run {
    const { module } = this.#host;
    const { seed } = this.#prepared.instance;
    const ignored = this.#variant.ignores(this.#prepared.problem);
    if (ignored.length > 0) throw new Refused(`refuses the event: it ignores ${ignored.join(", ")}`);
    return this.#variant.start(this.#prepared.problem, { seed, ...(this.#variant.wasm && module && { module }) });
  }

  #try(work: () => void): void {
    if (this.#wrong) return;
    try {
      work();
    } catch (error) {
      if (error instanceof Refused) this.#wrong = { verdict: "none", why: error.message };
      else this.#wrong = { verdict: "wrong", why: `crashed: ${messageOf(error)}` };
    }
  }
}

/** A variant that is not run, because it would break a rule of the event. */
class Refused extends Error {}
