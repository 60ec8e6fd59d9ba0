// The kernel's flat interface: what it answers when it is called out of order or with nonsense, and that memory grows only
// where it may. The class Kernel hides all of this from everybody else.

import { describe, expect, test } from "vitest";
import { instantiate } from "../../assembly/js.js";
import * as L from "../../assembly/layout.js";
import { Problem } from "../../src/problem/problem.js";
import { compile } from "../../src/problem/compile.js";
import type { KernelExports } from "../../src/solver/kernel.js";
import { Kernel } from "../../src/solver/kernel.js";
import { BUILDS } from "../support/kernels.js";
import { randomSolution, randomSpec } from "../support/random-event.js";
import { smallProblem } from "../support/small-problem.js";

interface Raw {
  x: KernelExports;
  memory(): ArrayBuffer;
}

function rawOf(module: WebAssembly.Module | undefined): Raw {
  if (!module) {
    const x = instantiate() as KernelExports & { memoryBuffer(): ArrayBuffer };
    return { x, memory: () => x.memoryBuffer() };
  }
  const abort = (): never => {
    throw new Error("abort");
  };
  const x = new WebAssembly.Instance(module, { env: { abort } }).exports as unknown as KernelExports & {
    memory: WebAssembly.Memory;
  };
  return { x, memory: () => x.memory.buffer };
}

/** Writes bytes into the kernel; where they are. */
function write({ x, memory }: Raw, bytes: ArrayBuffer): number {
  const at = x.alloc(bytes.byteLength);
  new Uint8Array(memory(), at, bytes.byteLength).set(new Uint8Array(bytes));
  return at;
}

const EXPORTS = [
  "abi alloc reset load beside without start startFrom adopt step bestPtr currentPtr statsPtr pricesPtr",
  "exclusivePricesPtr guidancePtr guidanceBytes guide tryMove applyMove undoMove lastGain force evaluate movedCount movedUnit",
]
  .join(" ")
  .split(" ");

describe.each(BUILDS)("%s build", (_, module) => {
  test("exports what it should and tells its version", () => {
    const { x } = rawOf(module);
    expect(Object.keys(x)).toEqual(expect.arrayContaining(EXPORTS));
    expect(x.abi()).toBe(L.ABI_VERSION);
  });

  test("refuses everything before a problem is loaded, and a run before it is started", () => {
    const raw = rawOf(module);
    const { x } = raw;
    x.reset();
    const calls = [
      () => x.start(0, 1),
      () => x.startFrom(0, 1, 0),
      () => x.adopt(0),
      () => x.guide(0),
      () => x.step(1),
      () => x.evaluate(0),
      () => x.tryMove(L.MOVE_INSERT, 0, 0),
      () => x.applyMove(L.MOVE_INSERT, 0, 0),
      () => x.force(0),
    ];
    expect(calls.map((call) => call())).toEqual(calls.map(() => L.STATUS_NO_PROBLEM));
    const problem = smallProblem();
    expect(x.load(write(raw, problem), problem.byteLength)).toBe(L.STATUS_OK);
    expect(x.step(1)).toBe(L.STATUS_NO_PROBLEM);
    expect(x.force(0)).toBe(L.STATUS_NO_PROBLEM);
    expect(x.start(L.SEARCH_ANNEAL, 1)).toBe(L.STATUS_OK);
    expect(x.step(1)).toBe(L.STATUS_OK);
    x.reset();
    expect(x.step(1)).toBe(L.STATUS_NO_PROBLEM);
  });

  test("refuses a problem of another kind, another version, or cut short", () => {
    const raw = rawOf(module);
    const status = (change: (header: Int32Array) => void, bytes = 0): number => {
      raw.x.reset();
      const problem = smallProblem();
      change(new Int32Array(problem, 0, L.HEADER_WORDS));
      return raw.x.load(write(raw, problem), bytes || problem.byteLength);
    };
    expect(status(() => {})).toBe(L.STATUS_OK);
    expect(status((header) => (header[L.H_MAGIC] = 1))).toBe(L.STATUS_BAD_PROBLEM);
    expect(status((header) => header[L.H_VERSION]!++)).toBe(L.STATUS_BAD_PROBLEM);
    expect(status((header) => (header[L.H_BYTES]! -= 8))).toBe(L.STATUS_BAD_PROBLEM);
    expect(status(() => {}, 8)).toBe(L.STATUS_BAD_PROBLEM);
    expect(status(() => {}, L.HEADER_WORDS * 4)).toBe(L.STATUS_BAD_PROBLEM);
  });

  test("refuses searches, moves, units, slots and pairs that do not exist", () => {
    const raw = rawOf(module);
    const { x } = raw;
    x.reset();
    const problem = smallProblem();
    x.load(write(raw, problem), problem.byteLength);
    expect(x.start(-1, 1)).toBe(L.STATUS_BAD_ARGUMENT);
    expect(x.start(99, 1)).toBe(L.STATUS_BAD_ARGUMENT);
    expect(x.start(L.SEARCH_GREEDY, 1)).toBe(L.STATUS_OK);
    const { word } = { word: (i: number) => new Int32Array(problem, 0, L.HEADER_WORDS)[i]! };
    const calls: [kind: number, unit: number, slot: number][] = [
      [L.MOVE_INSERT, -1, 0],
      [L.MOVE_INSERT, word(L.N_UNITS), 0],
      [L.MOVE_INSERT, 0, -1],
      [L.MOVE_INSERT, 0, word(L.N_SLOTS)],
      [L.MOVE_REMOVE, 0, 0], // not held
      [L.MOVE_RELOCATE, 0, 0],
      [L.MOVE_KEMPE, 0, 0],
      [99, 0, 0],
    ];
    for (const call of calls) {
      expect(x.tryMove(...call), call.join(" ")).toBe(L.STATUS_BAD_ARGUMENT);
      expect(x.applyMove(...call), call.join(" ")).toBe(L.STATUS_BAD_ARGUMENT);
    }
    expect(x.force(-1)).toBe(L.STATUS_BAD_ARGUMENT);
    expect(x.force(word(L.N_PAIRS))).toBe(L.STATUS_BAD_ARGUMENT);
    expect(x.tryMove(L.MOVE_INSERT, 0, 0)).toBe(L.STATUS_OK);
  });

  test("gives no memory that there is not, and goes on without", () => {
    const raw = rawOf(module);
    raw.x.reset();
    expect(raw.x.alloc(0x7fffffff)).toBe(0);
    expect(raw.x.alloc(-1)).toBe(0);
    const problem = smallProblem();
    expect(raw.x.load(write(raw, problem), problem.byteLength)).toBe(L.STATUS_OK);
  });

  test("takes no memory while it searches, and none again after reset", () => {
    const raw = rawOf(module);
    const { x } = raw;
    const sizes: number[] = [];
    const tops: number[] = [];
    for (let round = 0; round < 3; round++) {
      x.reset();
      const { buffer } = compile(randomSpec(7)).problem;
      const at = write(raw, buffer);
      expect(x.load(at, buffer.byteLength)).toBe(L.STATUS_OK);
      tops.push(at, x.statsPtr(), x.bestPtr());
      x.start(L.SEARCH_ANNEAL, round);
      sizes.push(raw.memory().byteLength);
      x.step(2000);
      sizes.push(raw.memory().byteLength);
    }
    expect(new Set(sizes).size).toBe(1);
    expect(tops.slice(3, 6)).toEqual(tops.slice(0, 3));
    expect(tops.slice(6)).toEqual(tops.slice(0, 3));
  });

  test("an instance takes one problem after the other as if it were new", () => {
    for (let seed = 0; seed < 10; seed++) {
      const raw = rawOf(module);
      const results = [seed + 100, seed].map((event) => {
        raw.x.reset();
        const { buffer } = compile(randomSpec(event)).problem;
        raw.x.load(write(raw, buffer), buffer.byteLength);
        raw.x.start(L.SEARCH_ANNEAL, 5);
        raw.x.step(400);
        const units = new Int32Array(buffer, 0, L.HEADER_WORDS)[L.N_UNITS]! * L.UNIT_RECORD;
        return new Int32Array(raw.memory(), raw.x.bestPtr(), units).slice();
      });
      const fresh = Kernel.create(compile(randomSpec(seed)).problem, module);
      fresh.start("anneal", 5);
      fresh.step(400);
      expect(results[1], `event ${seed}`).toEqual(fresh.best().units);
    }
  });

  test("counting a solution leaves the run alone, and needs none", () => {
    for (let seed = 0; seed < 30; seed++) {
      const { problem } = compile(randomSpec(seed));
      const kernel = Kernel.create(problem, module);
      const solution = randomSolution(problem, seed);
      const first = kernel.evaluate(solution);
      kernel.start("anneal", 1);
      kernel.step(100);
      const before = { best: kernel.best(), current: kernel.current(), score: kernel.score() };
      expect(kernel.evaluate(solution), `event ${seed}`).toEqual(first);
      expect({ best: kernel.best(), current: kernel.current(), score: kernel.score() }).toEqual(before);
    }
  });
});

test("a problem's buffer is checked by its views too", () => {
  const broken = (change: (header: Int32Array) => void): ArrayBuffer => {
    const buffer = smallProblem();
    change(new Int32Array(buffer, 0, L.HEADER_WORDS));
    return buffer;
  };
  expect(Problem.from(smallProblem()).word(L.N_PARTICIPANTS)).toBe(3);
  expect(() => Problem.from(new ArrayBuffer(8))).toThrow("too short");
  expect(() => Problem.from(broken((header) => (header[L.H_MAGIC] = 0)))).toThrow("not a problem");
  expect(() => Problem.from(broken((header) => header[L.H_VERSION]!++))).toThrow("ABI");
  expect(() => Problem.from(smallProblem().slice(0, -8))).toThrow("truncated");
});
