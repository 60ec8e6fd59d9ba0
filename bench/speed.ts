// Moves per second of the search in Wasm and of the same source in JavaScript, side by side in one run: the two take
// turns, several times, each turn the same number of moves from the same state. Ratios are pair by pair. Also iterations per
// second of the linear programme: four lanes at a time (SIMD) in Wasm, one by one in its scalar twin.
// Usage: npm run bench -- speed [repetitions]

import { performance } from "node:perf_hooks";
import { compile, kernelModule, machine, spread, version, writeResults } from "./lib-machine.js";
import { ladderEvent } from "../src/bench/instances.js";
import { Kernel } from "../src/solver/kernel.js";

const CASES = [
  ["S", "pure"],
  ["M", "pure"],
  ["M", "full"],
  ["L", "pure"],
] as const;
/** Moves of one turn: about a tenth of a second in JavaScript. */
const TURN = 40_000;
/** Iterations of the linear programme in one turn. */
const ITERATIONS = 50;

/** Iterations per second, from the first one on; the search's share of the steps meanwhile is in it. */
function iterationsPerSecond(kernel: Kernel): number {
  kernel.start("anneal", 1);
  while (kernel.programme().iterations === 0) kernel.step(100);
  const first = kernel.programme().iterations;
  const start = performance.now();
  while (kernel.programme().iterations < first + ITERATIONS) kernel.step(100);
  const seconds = (performance.now() - start) / 1000;
  return (kernel.programme().iterations - first) / seconds;
}

/** Runs the benchmark and writes bench/results/speed-VERSION. */
export function main([repetitions = "9"]: string[]): void {
  const module = kernelModule();
  const rows = CASES.map(([size, rules]) => {
    const { problem } = compile(ladderEvent(size, rules, 1));
    const kernels = [Kernel.create(problem, module), Kernel.create(problem)];
    // Past locks and construction, so that only the search is timed; the same number of steps for both.
    for (const kernel of kernels) {
      kernel.start("anneal", 1);
      kernel.step(4 * TURN);
    }
    const wasm: number[] = [];
    const js: number[] = [];
    for (let i = 0; i < Number(repetitions); i++)
      [wasm, js].forEach((list, k) => {
        const start = performance.now();
        kernels[k]!.step(TURN);
        list.push(TURN / ((performance.now() - start) / 1000));
      });
    const same = kernels[0]!.best().units.every((x, i) => x === kernels[1]!.best().units[i]);
    if (!same) throw new Error("the two kernels differ");
    const simd: number[] = [];
    const scalar: number[] = [];
    for (let i = 0; i < Number(repetitions); i++)
      [simd, scalar].forEach((list, k) => list.push(iterationsPerSecond(kernels[k]!)));
    const programme = {
      simd: spread(simd),
      scalar: spread(scalar),
      ratio: spread(simd.map((s, i) => s / scalar[i]!)),
    };
    return {
      size,
      rules,
      programme,
      wasm: spread(wasm),
      js: spread(js),
      ratio: spread(wasm.map((w, i) => w / js[i]!)),
    };
  });
  const million = (x: number): string => (x / 1e6).toFixed(2);
  const lines = rows.map(
    (r) =>
      `| ${r.size} ${r.rules} | ${million(r.wasm.median)} | ${million(r.js.median)} | ${r.ratio.median.toFixed(2)} (${r.ratio.min.toFixed(2)} to ${r.ratio.max.toFixed(2)}) |`,
  );
  const programmes = rows.map(
    ({ size, rules, programme: { simd, scalar, ratio } }) =>
      `| ${size} ${rules} | ${simd.median.toFixed(0)} | ${scalar.median.toFixed(0)} | ${ratio.median.toFixed(2)} (${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}) |`,
  );
  const { processor, cores, node } = machine();
  writeResults(
    `speed-${version}`,
    { version, machine: machine(), repetitions: Number(repetitions), turn: TURN, rows },
    `# Moves per second, version ${version}\n\n` +
      `Median of ${repetitions} turns of ${TURN} moves each, \`search\` and \`search-js\` in turn, one thread. ${String(processor)}, ${cores} cores, Node ${node}.\n\n` +
      `| instance | search, million/s | search-js, million/s | ratio, pair by pair (min to max) |\n| --- | ---: | ---: | ---: |\n${lines.join("\n")}\n\n` +
      `Iterations of the linear programme, ${ITERATIONS} a turn: SIMD in Wasm, the scalar twin in JavaScript.\n\n` +
      `| instance | SIMD, per second | scalar, per second | ratio, pair by pair (min to max) |\n| --- | ---: | ---: | ---: |\n${programmes.join("\n")}\n`,
  );
}
