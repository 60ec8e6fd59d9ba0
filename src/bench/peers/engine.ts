// What crosses between the bench and the thread in which an exact solver runs: the task, and what is found. Imported by
// exact.ts and by the thread (solver-thread.ts with its engines).

/** A programme in rows, as plain arrays; infinite bounds are infinities. */
export interface Programme {
  cost: Float64Array;
  upper: Float64Array;
  /** 1: a whole number. */
  integer: Int32Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  rowStart: Int32Array;
  index: Int32Array;
  value: Float64Array;
}

interface Common {
  /** CPU seconds of the process. */
  limit: number;
  seed: number;
  /** Ways that a schedule to start from holds. */
  warm?: Int32Array;
}

export type Task =
  /** `relaxed`: whole numbers may be broken. The first `ways` columns are ways. */
  | (Common & { engine: "highs"; programme: Programme; ways: number; relaxed: boolean })
  | (Common & { engine: "cp-sat"; programme: Programme; ways: number })
  /** `firstWay`: of each unit, and one more: a unit's `way` counts from 1, 0 is none. */
  | (Common & {
      engine: "minizinc";
      solver: string;
      args: string[];
      model: string;
      data: string;
      firstWay: Int32Array;
    });

export type Message =
  /** The solver's code is there; the clock starts. */
  | { type: "ready" }
  | { type: "better"; at: number; held: Int32Array; objective?: number }
  | { type: "end"; status: string; at: number; setup: number; bound?: number; nodes?: number; why?: string }
  /** `missing`: its package is not installed. */
  | { type: "crash"; why: string; missing?: boolean; at: number };

/** What an engine is handed beside its task. */
export interface Desk {
  /** CPU seconds of the process since `ready`. */
  cpu(): number;
  post(message: Message): void;
  /** Loads a package that may not be installed. */
  load(name: string): Promise<unknown>;
  /** The file of a package. */
  file(name: string): string;
}
