// Seats at meals: the whole search beside what simple rules give, on the ladder with two meals and on 2,000 people at 200
// tables. The simple rules seat people for the same meetings, those of a search that leaves the construction's seats as
// they are. Every result is judged. Budgets are CPU seconds of one thread.
// Usage: npm run bench -- seating [SIZES] [SECONDS,...] [SEEDS]   (default S,M,L,2000 1,10,60 1)

import { compile, kernelModule, machine, spread, version, writeResults } from "./lib-machine.js";
import { ABLATIONS } from "./lib-ablations.js";
import { judge, type Judgement } from "../src/bench/judged.js";
import { dealt, lunchEvent, SIZES } from "./lib-lunches.js";
import { measureRun } from "../src/bench/measure.js";
import { factsOf } from "../src/rules/facts.js";
import { decode } from "../src/problem/decode.js";
import { measure } from "../src/measure.js";
import { eventHash } from "../src/spec/hash.js";
import type { Schedule } from "../src/schedule.js";
import type { Solution, Variant } from "../src/solver/variant.js";
import { variantById } from "../src/solver/variants.js";
import { Random } from "../test/support/random.js";
import { optimum, tableEvent } from "../test/support/small-tables.js";

interface Row {
  size: string;
  seed: number;
  how: string;
  seconds: number;
  meals: number;
  total: number;
  verdict: Judgement["verdict"];
}

export function main([sizes = "S,M,L,2000", seconds = "1,10,60", seeds = "1"]: string[]): void {
  const budgets = seconds.split(",").map(Number);
  const rows: Row[] = [];
  for (const id of sizes.split(",")) {
    const size = SIZES.find((one) => one.id === id);
    if (!size) throw new Error(`no size ${id}: one of ${SIZES.map((one) => one.id).join(", ")}`);
    for (const seed of seeds.split(",").map(Number)) {
      for (const row of compared(lunchEvent(size, seed), seed, budgets)) {
        rows.push({ size: id, seed, ...row });
        console.log(id, seed, row.how.padEnd(28), `${row.seconds} s`, row.meals, row.total, row.verdict);
      }
    }
  }
  const small = smallTables();
  const about = { version, machine: machine(), budgets };
  writeResults(`seating-${version}`, { ...about, rows, small }, report(rows, small));
}

function* compared(
  spec: ReturnType<typeof lunchEvent>,
  seed: number,
  budgets: readonly number[],
): Generator<Omit<Row, "size" | "seed">> {
  const { problem, names } = compile(spec);
  const facts = factsOf(spec);
  const event = eventHash(spec);
  const instance = { id: "lunches", group: "lunches", seed, reference: "best", load: () => spec } as const;
  const prepared = { instance, problem, names, facts, event };
  const word = (how: string, at: number, solution: Solution): Omit<Row, "size" | "seed"> => {
    const { meetings, meals } = decode(names, problem, solution);
    const schedule: Schedule = { format: "dancecard/schedule", version: 1, event, meetings, meals, unmet: [] };
    const score = measure(facts, schedule);
    const { verdict, why } = judge(prepared, solution);
    if (verdict === "wrong") throw new Error(`${how}: ${why}`);
    return { how, seconds: at, meals: score.meals, total: score.total, verdict };
  };
  const runs = (variant: Variant) =>
    measureRun(() => variant.start(problem, { seed, module: kernelModule() }), { budgets, cpu }).checkpoints;
  const fixed = runs(ABLATIONS.find(({ id }) => id === "search-without-seats")!);
  const whole = runs(variantById("search")!);
  const people = spec.participants.map((_, p) => p);
  const shuffled = new Random(seed).shuffled(people);
  const byName = people.toSorted((a, b) => compareText(companyOf(spec, a), companyOf(spec, b)));
  for (const [i, { budget, solution }] of fixed.entries()) {
    yield word("random", budget, { units: solution.units, seats: dealt(problem, shuffled) });
    yield word("by company name", budget, { units: solution.units, seats: dealt(problem, byName) });
    yield word("greedy by table", budget, solution);
    yield word("search", budget, whole[i]!.solution);
  }
}

function companyOf(spec: ReturnType<typeof lunchEvent>, p: number): string {
  const { organisation, id } = spec.participants[p]!;
  return organisation ?? id;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** CPU seconds of this process. */
function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

interface Small {
  meals: number;
  events: number;
  /** CPU milliseconds until the optimum was found, loading included; those that needed more than a second are missing. */
  times: number[];
}

/** Fifty small events of either kind: how long the search takes to what trying everything finds. */
function smallTables(): Small[] {
  return ([1, 2] as const).map((meals) => {
    const times: number[] = [];
    let events = 0;
    for (let seed = 0; events < 50; seed++) {
      const { problem } = compile(tableEvent(seed, meals));
      const best = optimum(problem);
      if (best === -Infinity) continue;
      events++;
      const begun = cpu();
      const run = variantById("search")!.start(problem, { seed, module: kernelModule() });
      while (run.score().total < best && cpu() - begun < 1) run.step(500);
      if (run.score().total === best) times.push(1000 * (cpu() - begun));
      run.dispose();
    }
    return { meals, events, times };
  });
}

function report(rows: readonly Row[], small: readonly Small[]): string {
  const lines = [
    `# Seats at meals, version ${version}`,
    "",
    "Points of the meals term, and of the whole schedule, after so many CPU seconds; medians over seeds. The simple rules seat",
    "people for the meetings of a search that leaves seats alone. How: `npm run bench -- seating`, [README](../README.md).",
    "",
    "| size | s | random | by company name | greedy by table | search | total without | total with |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
  ];
  const number = (n: number): string => Math.round(n).toLocaleString("en");
  for (const size of new Set(rows.map((row) => row.size)))
    for (const seconds of new Set(rows.map((row) => row.seconds))) {
      const median = (how: string, key: "meals" | "total"): string => {
        const values = rows.filter((r) => r.size === size && r.seconds === seconds && r.how === how).map((r) => r[key]);
        return number(spread(values).median);
      };
      const hows = ["random", "by company name", "greedy by table", "search"].map((how) => median(how, "meals"));
      const totals = [median("greedy by table", "total"), median("search", "total")];
      lines.push(`| ${[size, seconds, ...hows, ...totals].join(" | ")} |`);
    }
  lines.push(
    "",
    "Small events whose best seating is known by trying everything, CPU milliseconds until it was found:",
    "",
  );
  lines.push("| meals | events | found within 100 ms | median | longest |", "| ---: | ---: | ---: | ---: | ---: |");
  for (const { meals, events, times } of small) {
    const { median, max } = spread(times);
    const soon = times.filter((time) => time <= 100).length;
    lines.push(`| ${[meals, events, soon, median.toFixed(1), max.toFixed(1)].join(" | ")} |`);
  }
  return lines.join("\n") + "\n";
}
