// A variant in Wasm, made into one like any other. Its module exports, as src/solver/variants/README.md says:
//   memory
//   alloc(bytes) -> where the problem is written
//   ignores(at, bytes) -> a mask of the rules it would break, bit RULE_* of layout.ts; may be left out
//   start(at, bytes, seed)
//   step(n), done() -> 1 when more steps change nothing
//   unplaced(), total(), best() -> where the best solution is: four i32 per unit, then an i32 per meal and participant
// It may import env.abort, as AssemblyScript does, and nothing else.

import * as L from "../../../assembly/layout.js";
import type { Problem } from "../../../src/problem/problem.js";
import { RULE_IDS } from "../../../src/rules/rule.js";
import type { Run, Variant } from "../../../src/solver/variant.js";

interface Exports {
  memory: WebAssembly.Memory;
  alloc(bytes: number): number;
  ignores?(at: number, bytes: number): number;
  start(at: number, bytes: number, seed: number): void;
  step(n: number): void;
  done(): number;
  unplaced(): number;
  total(): number;
  best(): number;
}

const FUNCTIONS = ["alloc", "start", "step", "done", "unplaced", "total", "best"] as const;

/** Rejects when the bytes are no module, or one that lacks something. */
export async function wasmVariant(bytes: ArrayBuffer, most: number): Promise<Variant> {
  const module = await WebAssembly.compile(bytes);
  const load = (problem: Problem): { x: Exports; at: number; size: number } => {
    const abort = (): never => {
      throw new Error("it aborted");
    };
    const x = new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as Exports;
    if (!(x.memory instanceof Object && "buffer" in x.memory)) throw new Error("it exports no memory");
    for (const name of FUNCTIONS) if (typeof x[name] !== "function") throw new Error(`it exports no ${name}()`);
    const size = problem.buffer.byteLength;
    const at = x.alloc(size) >>> 0;
    new Uint8Array(x.memory.buffer, at, size).set(new Uint8Array(problem.buffer));
    return { x, at, size };
  };
  return {
    id: "wasm",
    title: { en: "Wasm", fr: "Wasm" },
    about: { en: "", fr: "" },
    wasm: false,
    ignores(problem) {
      const { x, at, size } = load(problem);
      const mask = x.ignores?.(at, size) ?? 0;
      return RULE_IDS.filter((_, i) => (mask >>> (i + 1)) & 1);
    },
    start(problem, { seed }): Run {
      const { x, at, size } = load(problem);
      x.start(at, size, seed | 0);
      const units = problem.word(L.N_UNITS) * L.UNIT_RECORD;
      const seats = problem.word(L.N_MEALS) * problem.word(L.N_PARTICIPANTS);
      let steps = 0;
      return {
        step(n) {
          x.step(n);
          steps += n;
          if (x.memory.buffer.byteLength > most) throw new RangeError("its memory grew beyond the limit");
        },
        score: () => ({ unplaced: x.unplaced(), total: x.total() }),
        best() {
          const from = x.best() >>> 0;
          return {
            units: new Int32Array(x.memory.buffer, from, units).slice(),
            seats: new Int32Array(x.memory.buffer, from + units * 4, seats).slice(),
          };
        },
        stats: () => ({ steps, tried: steps, kept: 0, done: x.done() !== 0 }),
        adopt: () => undefined,
        dispose: () => undefined,
      };
    },
  };
}
