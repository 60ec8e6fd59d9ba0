// Random events for a given time: whether the kernel ever traps, grows its memory while it steps, returns something that
// breaks a rule, or counts otherwise than the judge. Ends at the first event that does, and names it.
// Usage: npm run bench -- soak [minutes] [first event]. While a line does not move, the event after its number hangs.

import * as L from "../assembly/layout.js";
import { decode } from "../src/problem/decode.js";
import { factsOf } from "../src/rules/facts.js";
import { RULE_IDS } from "../src/rules/rule.js";
import { SCORE_KEYS } from "../src/schedule.js";
import { Kernel, SEARCHES } from "../src/solver/kernel.js";
import type { Search } from "../src/solver/kernel.js";
import { verifyWith } from "../src/verify.js";
import { RELEASE, DEBUG } from "../test/support/kernels.js";
import { randomRepair, randomSolution, scheduleOf } from "../test/support/random-event.js";

const STEPS = [1, 100, 3000];
/** Every so many events the build that checks itself takes its turn, and a long run is made. */
const OFTEN = 20;
const LONG = 200_000;

/** Runs until the time is over; throws at the first event that goes wrong. */
export function main([minutes = "1", first = "0"]: string[]): void {
  const end = Date.now() + Number(minutes) * 60_000;
  const tally = { events: 0, runs: 0, steps: 0, forced: 0 };
  let told = Date.now();
  for (let seed = Number(first); Date.now() < end; seed++) {
    tally.events++;
    for (const module of seed % OFTEN === 0 ? [RELEASE, DEBUG] : [RELEASE])
      for (const search of Object.keys(SEARCHES) as Search[]) {
        try {
          const { steps, forced } = soak(seed, search, module);
          tally.runs++;
          tally.steps += steps;
          tally.forced += forced;
        } catch (error) {
          throw new Error(`event ${seed}, ${search}, ${module === DEBUG ? "debug" : "release"}`, { cause: error });
        }
      }
    if (Date.now() - told < 10_000) continue;
    told = Date.now();
    console.log(`events 0 to ${seed}`, JSON.stringify(tally));
  }
  console.log(`nothing went wrong: ${JSON.stringify(tally)}`);
}

function soak(seed: number, search: Search, module: WebAssembly.Module): { steps: number; forced: number } {
  const { spec, base, problem, names } = randomRepair(seed);
  const facts = factsOf(spec);
  const kernel = Kernel.create(problem, module);
  const given = randomSolution(problem, seed);
  agree(
    "a random solution",
    kernel.evaluate(given),
    verifyWith(facts, scheduleOf(decode(names, problem, given)), base),
  );
  kernel.start(search, seed, seed % 3 === 0 ? given : undefined);
  const bytes = kernel.memoryBytes();
  const check = (): void => {
    const best = kernel.best();
    const decoded = decode(names, problem, best);
    const report = verifyWith(facts, scheduleOf(decoded), base);
    for (const rule of RULE_IDS) {
      const named = rule === "locked" ? decoded.unplaced.length : rule === "seating" ? report.counts.seating : 0;
      if (report.counts[rule] !== named) throw new Error(`${report.counts[rule]} breaches of ${rule}`);
    }
    const { total } = report.score;
    if (kernel.score().total !== total) throw new Error(`counts ${kernel.score().total}, not ${total}`);
    if (kernel.memoryBytes() !== bytes) throw new Error("the memory grew while stepping");
  };
  const plan = seed % OFTEN === 1 && search === "anneal" ? [...STEPS, LONG] : STEPS;
  for (const n of plan) {
    kernel.step(n);
    check();
  }
  let forced = 0;
  for (let pair = 0; pair < Math.min(40, problem.word(L.N_PAIRS)); pair++) {
    const { forbidden } = kernel.force(pair);
    forced++;
    if (forbidden === undefined) kernel.undoMove();
  }
  kernel.adopt(randomSolution(problem, seed + 1));
  kernel.step(100);
  check();
  return { steps: plan.reduce((sum, n) => sum + n, 100), forced };
}

type Evaluation = ReturnType<Kernel["evaluate"]>;

function agree(what: string, { terms, breaches }: Evaluation, report: ReturnType<typeof verifyWith>): void {
  SCORE_KEYS.forEach((key, i) => {
    if (terms[i] !== report.score[key])
      throw new Error(`${what}: ${key} ${terms[i]}, by the judge ${report.score[key]}`);
  });
  RULE_IDS.forEach((rule, i) => {
    if (breaches[i] !== report.counts[rule])
      throw new Error(`${what}: ${rule} ${breaches[i]}, by the judge ${report.counts[rule]}`);
  });
}
