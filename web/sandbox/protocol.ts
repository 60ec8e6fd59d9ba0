// What is said between the page and a sandbox. Types only. Call path: web/worker/lab/own/bench-own.ts -> a port -> through
// the frames (frame/*.ts) -> inside/worker.ts. What comes back was sent by code of somebody else: read.ts believes nothing.

import type { Point } from "../../src/bench/figures.js";
import type { Checkpoint, Unit } from "../../src/bench/measure.js";
import type { Prices } from "../../src/solver/variant.js";

/** A variant that somebody brings, as it is run: a module of JavaScript, or Wasm. */
export type OwnCode = { kind: "js"; text: string } | { kind: "wasm"; bytes: ArrayBuffer };

/** The two lines into a sandbox. */
export interface SandboxPorts {
  /** To the worker in which the variant runs. */
  work: MessagePort;
  /** To the frame that started it: as long as that one answers, its process lives. */
  pulse: MessagePort;
}

/** The one thing a worker is asked for. */
export interface Job {
  code: OwnCode;
  /** The problem's buffer. */
  problem: ArrayBuffer;
  seed: number;
  unit: Unit;
  budgets: readonly number[];
  /** A total that no schedule passes: reached, the run ends. */
  known?: number;
}

/** What a worker says, if it is honest. */
export type Said =
  /** It is loaded; with rules in `ignores` it refuses the event, and that is all. */
  | { type: "loaded"; ignores: string[] }
  /** Some steps are made. */
  | { type: "alive" }
  /** A budget is used up; they come in order. */
  | { type: "noted"; checkpoint: Checkpoint }
  | { type: "ended"; setup: number; curve: Point[]; prices?: Prices }
  | { type: "failed"; why: string };
