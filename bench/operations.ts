// Memory operations of the kernel per search move, beside the nanoseconds of the same move in Wasm. Counted on the
// TypeScript twin, whose loads and stores are functions of their own: the bundle's source gets a counter in each.
// Warm annealing: the greedy construction is over, the linear programme has not begun (it begins after 2 moves per unit).
// The claim under test: operations per move do not grow with the number of wishes.
// Usage: npm run bench -- operations [SIZE,SIZE,...]

import { performance } from "node:perf_hooks";
import { instantiate } from "../assembly/js.js";
import * as L from "../assembly/layout.js";
import type { Problem } from "../src/problem/problem.js";
import { Kernel, SEARCHES, type KernelExports } from "../src/solver/kernel.js";
import { parseSpec } from "../src/spec/parse.js";
import { generateEvent } from "../src/spec/samples/generate.js";
import type { EventSpec } from "../src/spec/schema.js";
import { compile, kernelModule, machine, version, writeResults } from "./lib-machine.js";
import { ladderEvent } from "../src/bench/instances.js";

/** Functions of mem-js.ts that touch memory; a bulk one counts its words. */
const COUNTED = /function (ld|st|ld8|st8|ldf|stf|fill32|zero|copy|ld32f|st32f)(\$\d+)?\(([^)]*)\) \{/g;
const WORDS: Partial<Record<string, string>> = { fill32: "count", zero: "count + 3 >> 2", copy: "count + 3 >> 2" };
/** Moves that are counted and timed. */
const MOVES = 20_000;

type Counting = KernelExports & { memoryBuffer(): ArrayBuffer; operations(): number };

/** The twin with a counter: its own source, changed where a function touches memory. */
function counting(): () => Counting {
  let functions = 0;
  const source = String(instantiate).replace(COUNTED, (head: string, name: string) => {
    functions++;
    return `${head} __operations += ${WORDS[name] ?? "1"};`;
  });
  if (functions !== 11) throw new Error(`${functions} functions of mem-js.ts were found, not 11`);
  const body = source.slice(source.indexOf("{") + 1, source.lastIndexOf("}"));
  const whole = `let __operations = 0;\n${body.replace(/return kernel;\s*$/, "return { ...kernel, operations: () => __operations };")}`;

  return new Function(whole) as () => Counting;
}

/** Steps until the construction is over: no step of it tries more than one unit, so a few more than there are units. */
function ready(problem: Problem): number {
  const kernel = Kernel.create(problem, kernelModule());
  kernel.start("greedy", 1);
  while (!kernel.step(1000));
  return kernel.stats().steps;
}

/** An event of 24 slots with so many times 75 people on each side. */
function grown(times: number): EventSpec {
  const input = generateEvent({ buyers: 75 * times, suppliers: 75 * times, slots: 24, seed: 1, rules: "pure" });
  const result = parseSpec(JSON.stringify(input));
  if (!result.ok) throw new Error("the generated event is refused");
  return result.value;
}

/** Runs the benchmark and writes bench/results/operations-VERSION. */
export function main([sizes = "S,M,L,XL"]: string[]): void {
  const make = counting();
  const module = kernelModule();
  // The ladder, then events that grow in people and wishes only: M's slots, 1 to 16 times M's people.
  const events: [string, EventSpec][] = sizes.split(",").map((size) => [size, ladderEvent(size, "pure", 1)]);
  for (const times of [1, 2, 4, 8, 16]) events.push([`24 slots x ${times}`, grown(times)]);
  const rows = events.map(([size, spec]) => {
    const { problem } = compile(spec);
    const units = problem.word(L.N_UNITS);
    const built = ready(problem) + 500;
    const x = make();
    x.reset();
    const bytes = problem.buffer.byteLength;
    const at = x.alloc(bytes);
    new Uint8Array(x.memoryBuffer(), at, bytes).set(new Uint8Array(problem.buffer));
    if (x.load(at, bytes) !== L.STATUS_OK) throw new Error("the kernel refused the problem");
    x.start(SEARCHES.anneal, 1);
    x.step(built);
    const moves = Math.min(MOVES, 2 * units);
    const before = x.operations();
    x.step(moves);
    const operations = (x.operations() - before) / moves;
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const wasm = Kernel.create(problem, module);
      wasm.start("anneal", 1);
      wasm.step(built);
      const start = performance.now();
      wasm.step(moves);
      times.push(((performance.now() - start) * 1e6) / moves);
      const programme = wasm.programme().iterations;
      if (programme > 0) throw new Error(`${size}: the programme had begun`);
    }
    const nanoseconds = times.sort((a, b) => a - b)[1]!;
    const people = spec.participants.length;
    return {
      size,
      people,
      wishes: spec.wishes.length,
      units,
      slots: problem.word(L.N_SLOTS),
      moves,
      operations,
      nanoseconds,
    };
  });
  const { processor, cores, node } = machine();
  const lines = rows.map(
    (r) =>
      `| ${r.size} | ${r.people} | ${r.wishes} | ${r.units} | ${r.slots} | ${r.moves} | ${r.operations.toFixed(0)} | ${(r.operations / r.slots).toFixed(1)} | ${r.nanoseconds.toFixed(0)} | ${(r.nanoseconds / r.operations).toFixed(2)} |`,
  );
  writeResults(
    `operations-${version}`,
    { version, machine: machine(), rows },
    `# Memory operations per move, version ${version}\n\n` +
      `Words loaded and stored per move of the warm annealing phase (after the greedy construction, before the linear programme), rules \`pure\`, seed 1; nanoseconds of Wasm on the same moves, median of 3. ${String(processor)}, ${cores} cores, Node ${node}.\n\n` +
      `| size | people | wishes | units | slots | moves | operations per move | per slot | ns per move | ns per operation |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n${lines.join("\n")}\n`,
  );
}
