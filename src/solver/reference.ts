// The slow and obvious variant: puts meetings in one after the other, then tries random small changes, and after every
// one counts everything from scratch. An oracle for the tests and a baseline for the benchmarks; it knows no deltas.
// Its parts stand in reference/: look.ts reads a solution, score.ts and breaches.ts count, seats.ts seats.

import * as L from "../../assembly/layout.js";
import type { Problem } from "../problem/problem.js";
import { RULE_IDS } from "../rules/rule.js";
import { randomOf } from "./random.js";
import { breachesOf } from "./reference/breaches.js";
import { isIn, lookAt } from "./reference/look.js";
import { termsOf } from "./reference/score.js";
import { seatsOf } from "./reference/seats.js";
import type { Evaluation, Run, RunScore, Solution, StartOptions, Variant } from "./variant.js";

/** Counts any solution from scratch: terms in the order of SCORE_KEYS (then change), breaches in that of RULE_IDS. */
export function evaluate(problem: Problem, solution: Solution): Evaluation {
  const look = lookAt(problem, solution);
  return { terms: termsOf(problem, look), breaches: breachesOf(problem, look) };
}

export const reference: Variant = {
  id: "reference",
  title: { en: "Reference", fr: "Référence" },
  about: {
    en: "Tries one small change after the other and recounts everything: slow, obvious, for comparison.",
    fr: "Essaie un petit changement après l’autre et recompte tout : lent, évident, pour comparer.",
  },
  wasm: false,
  ignores: () => [],
  start: (problem, options) => new ReferenceRun(problem, options),
};

/** Where a unit can be held. */
type Spot = [slot: number, rowP: number, rowQ: number, place: number];

const LOCKED = RULE_IDS.indexOf("locked");
const SEATING = RULE_IDS.indexOf("seating");

class ReferenceRun implements Run {
  readonly #problem: Problem;
  readonly #random: () => number;
  /** Units still to be put in, locked ones first. */
  readonly #queue: number[];
  #solution: Solution;
  #score: RunScore;
  readonly #stats = { steps: 0, tried: 0, kept: 0 };

  constructor(problem: Problem, { seed, from }: StartOptions) {
    this.#problem = problem;
    this.#random = randomOf(seed);
    const { unitLocked } = problem.sections;
    const units = Array.from({ length: problem.word(L.N_UNITS) }, (_, u) => u);
    this.#queue = [...units.filter((u) => unitLocked[u] === 1), ...units.filter((u) => unitLocked[u] === 0)];
    this.#solution = { units: new Int32Array(units.length * L.UNIT_RECORD).fill(-1), seats: seatsOf(problem) };
    this.#score = this.#scoreOf(this.#solution)!;
    if (from) this.#startFrom(from);
  }

  step(n: number): void {
    for (let i = 0; i < n; i++) {
      this.#stats.steps++;
      const unit = this.#queue.shift();
      if (unit !== undefined) this.#build(unit);
      else if (this.#problem.word(L.N_UNITS) > 0) this.#improve();
    }
  }

  score(): RunScore {
    return { ...this.#score };
  }

  best(): Solution {
    return copyOf(this.#solution);
  }

  stats() {
    return { ...this.#stats, done: this.#problem.word(L.N_UNITS) === 0 };
  }

  adopt(solution: Solution): void {
    this.#keepIfBetter(copyOf(solution), true);
  }

  dispose(): void {}

  /** Takes what a given solution holds, as far as the rules allow: at once, else unit by unit. */
  #startFrom(from: Solution): void {
    if (this.#keepIfBetter(copyOf(from), true)) return;
    for (const unit of this.#queue) {
      const record = from.units.subarray(unit * L.UNIT_RECORD, (unit + 1) * L.UNIT_RECORD);
      if (record[L.UNIT_SLOT]! >= 0) this.#put(unit, [...record] as Spot);
    }
  }

  /** Holds a unit at the first spot that is allowed and costs nothing. */
  #build(unit: number): void {
    if (this.#isHeld(unit)) return;
    for (let slot = 0; slot < this.#problem.word(L.N_SLOTS); slot++)
      for (const spot of this.#spots(unit, slot)) if (this.#put(unit, spot)) return;
  }

  /** One random change: a unit goes in (who stands there goes), out, or elsewhere; kept when nothing is worse. */
  #improve(): void {
    const unit = this.#below(this.#problem.word(L.N_UNITS));
    const slot = this.#below(this.#problem.word(L.N_SLOTS));
    if (this.#isHeld(unit) && this.#below(4) === 0) {
      const without = copyOf(this.#solution);
      letGo(without, unit);
      this.#keepIfBetter(without, true);
      return;
    }
    const cleared = this.#cleared(unit, slot);
    const spots = this.#spots(unit, slot, cleared);
    if (spots.length > 0) this.#put(unit, spots[this.#below(spots.length)]!, cleared);
  }

  /** The working solution without the unit and without one meeting of each of the two that stands in its way. */
  #cleared(unit: number, slot: number): Solution {
    const s = this.#problem.sections;
    const cleared = copyOf(this.#solution);
    letGo(cleared, unit);
    for (const p of [s.unitP[unit]!, s.unitQ[unit]!]) {
      if (this.#idleRows(p, slot, cleared).length > 0) continue;
      for (let i = s.adjacentStart[p]!; i < s.adjacentStart[p + 1]!; i++) {
        const other = s.adjacent[i]!;
        if (cleared.units[other * L.UNIT_RECORD + L.UNIT_SLOT] !== slot) continue;
        letGo(cleared, other);
        break;
      }
    }
    return cleared;
  }

  /** Rows of participant p that are present and idle. */
  #idleRows(p: number, slot: number, solution: Solution): number[] {
    const s = this.#problem.sections;
    const busy = new Set<number>();
    for (let i = s.adjacentStart[p]!; i < s.adjacentStart[p + 1]!; i++) {
      const at = s.adjacent[i]! * L.UNIT_RECORD;
      if (solution.units[at + L.UNIT_SLOT] !== slot) continue;
      busy.add(solution.units[at + L.UNIT_ROW_P]!).add(solution.units[at + L.UNIT_ROW_Q]!);
    }
    const rows: number[] = [];
    for (let row = s.rowStart[p]!; row < s.rowStart[p + 1]!; row++)
      if (!busy.has(row) && isIn(this.#problem, s.rowPresent, row, slot)) rows.push(row);
    return rows;
  }

  /** Every way to hold a unit in a slot with idle rows; the count of everything then says whether it is allowed. */
  #spots(unit: number, slot: number, solution = this.#solution): Spot[] {
    const problem = this.#problem;
    const s = problem.sections;
    if (!isIn(problem, s.unitSlots, unit, slot)) return [];
    const rowsQ = this.#idleRows(s.unitQ[unit]!, slot, solution);
    return this.#idleRows(s.unitP[unit]!, slot, solution).flatMap((rowP) =>
      rowsQ.flatMap((rowQ) => this.#places(unit, slot).map((place): Spot => [slot, rowP, rowQ, place])),
    );
  }

  /** Places that a unit may use and that are open. */
  #places(unit: number, slot: number): number[] {
    const problem = this.#problem;
    const s = problem.sections;
    if (problem.word(L.N_PLACES) === 0) return [-1];
    const pool = s.unitPool[unit] === 1 ? [...s.pool.subarray(0, problem.word(L.N_POOL))] : [];
    return [s.unitPlaceA[unit]!, s.unitPlaceB[unit]!, ...pool].filter(
      (place) => place >= 0 && isIn(problem, s.placeOpen, place, slot),
    );
  }

  #put(unit: number, spot: Spot, base = this.#solution): boolean {
    const solution = copyOf(base);
    solution.units.set(spot, unit * L.UNIT_RECORD);
    return this.#keepIfBetter(solution, false);
  }

  /** Keeps a solution that breaks no rule and is not worse (or, if `strictly`, better) than the present one. */
  #keepIfBetter(solution: Solution, strictly: boolean): boolean {
    this.#stats.tried++;
    const score = this.#scoreOf(solution);
    if (!score) return false;
    const gain = this.#score.unplaced - score.unplaced || score.total - this.#score.total;
    if (strictly ? gain <= 0 : gain < 0) return false;
    this.#stats.kept++;
    this.#solution = solution;
    this.#score = score;
    return true;
  }

  /** undefined: it breaks a rule. Locks and seats that are not taken are no breach here: they count as unplaced. */
  #scoreOf(solution: Solution): RunScore | undefined {
    const problem = this.#problem;
    const { unitLocked, fixedTable } = problem.sections;
    const { terms, breaches } = evaluate(problem, solution);
    let locks = 0;
    for (let u = 0; u < problem.word(L.N_UNITS); u++)
      if (unitLocked[u] === 1 && solution.units[u * L.UNIT_RECORD + L.UNIT_SLOT]! < 0) locks++;
    const seats = solution.seats.filter((table, i) => table < 0 && fixedTable[i]! >= 0).length;
    const others = breaches.some((n, rule) => n > (rule === LOCKED ? locks : rule === SEATING ? seats : 0));
    return others ? undefined : { unplaced: locks + seats, total: terms.reduce((a, b) => a + b, 0) };
  }

  #isHeld(unit: number): boolean {
    return this.#solution.units[unit * L.UNIT_RECORD + L.UNIT_SLOT]! >= 0;
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n);
  }
}

function copyOf(solution: Solution): Solution {
  return { units: solution.units.slice(), seats: solution.seats.slice() };
}

function letGo(solution: Solution, unit: number): void {
  solution.units.fill(-1, unit * L.UNIT_RECORD, (unit + 1) * L.UNIT_RECORD);
}
