// A variant to start from: small, complete and compiled with everything else. README.md beside it walks through it, the page
// opens a copy of it, and a test holds it to what every variant promises. It is not in the menu.
//
// It puts meetings in one after the other, each at the first place and time where it fits, the most urgent first. That is
// one step. Whoever found no room is more urgent in the next step, and the best of all steps is kept ("squeaky wheel",
// Joslin and Clements 1999).

import type { Problem } from "../../problem/problem.js";
import type { Run, RunScore, Solution, StartOptions, Variant, VariantKit } from "../variant.js";

/** A variant, or a function that makes one of what it is handed, is all that the file must export. */
export default function skeleton(kit: VariantKit): Variant {
  const { R_MAX_HOLES, N_PRECEDENCES } = kit.layout;
  return {
    id: "skeleton",
    title: { en: "Skeleton", fr: "Squelette" },
    about: {
      en: "Each meeting where it first fits; whoever found no room comes earlier the next time.",
      fr: "Chaque rendez-vous là où il tient d’abord ; qui n’a pas trouvé de place passe plus tôt la fois suivante.",
    },
    wasm: false,
    // What it cannot do, it says: an event with one of these rules is refused, not solved wrongly.
    ignores: (problem) => [
      ...(problem.word(R_MAX_HOLES) >= 0 ? (["holes"] as const) : []),
      ...(problem.word(N_PRECEDENCES) > 0 ? (["precedence"] as const) : []),
    ],
    start: (problem, options) => new SkeletonRun(kit, problem, options),
  };
}

class SkeletonRun implements Run {
  readonly #kit: VariantKit;
  readonly #problem: Problem;
  readonly #random: () => number;
  /** By unit: the larger, the earlier its turn. A unit is a meeting that can be held. */
  readonly #urgency: Float64Array;
  readonly #stats = { steps: 0, tried: 0, kept: 0, done: false };
  #best: Solution;
  #score: RunScore;

  constructor(kit: VariantKit, problem: Problem, { seed, from }: StartOptions) {
    this.#kit = kit;
    this.#problem = problem;
    this.#random = kit.random(seed);
    this.#urgency = problem.sections.unitValue.slice(0, problem.word(kit.layout.N_UNITS));
    this.#best = new Agenda(kit, problem).solution;
    this.#score = this.#count(this.#best)!;
    if (from && !this.#keep(from)) this.#keep(this.#build([...this.#urgency.keys()], from));
  }

  step(n: number): void {
    for (let i = 0; i < n; i++) {
      const solution = this.#build(this.#order());
      this.#stats.steps++;
      this.#keep(solution);
      this.#urgency.forEach((urgency, unit) => {
        const held = solution.units[unit * this.#kit.layout.UNIT_RECORD]! >= 0;
        if (!held) this.#urgency[unit] = (urgency + 1) * (1 + this.#random() / 4);
      });
    }
  }

  score(): RunScore {
    return { ...this.#score };
  }

  best(): Solution {
    return { units: this.#best.units.slice(), seats: this.#best.seats.slice() };
  }

  stats() {
    return { ...this.#stats };
  }

  adopt(solution: Solution): void {
    this.#keep(solution);
  }

  dispose(): void {}

  /** Units that must be held, then the most urgent ones, ties by chance. */
  #order(): number[] {
    const { unitLocked } = this.#problem.sections;
    const chance = this.#urgency.map(() => this.#random());
    return [...this.#urgency.keys()].sort(
      (a, b) =>
        unitLocked[b]! - unitLocked[a]! || this.#urgency[b]! - this.#urgency[a]! || chance[a]! - chance[b]! || a - b,
    );
  }

  /** A solution with the units in this order, or first where another solution has them. */
  #build(order: readonly number[], like?: Solution): Solution {
    const agenda = new Agenda(this.#kit, this.#problem);
    for (const unit of order) if (like) agenda.putLike(unit, like);
    for (const unit of order) agenda.putFirst(unit);
    return agenda.solution;
  }

  /** Keeps a copy of a solution that breaks no rule and is better than the best so far. */
  #keep(solution: Solution): boolean {
    this.#stats.tried++;
    const score = this.#count(solution);
    if (!score) return false;
    const better = this.#score.unplaced - score.unplaced || score.total - this.#score.total;
    if (better <= 0) return false;
    this.#stats.kept++;
    this.#best = { units: solution.units.slice(), seats: solution.seats.slice() };
    this.#score = score;
    return true;
  }

  /** Counts a solution as the judge will; undefined where it breaks a rule. What must be held and is not is no breach. */
  #count(solution: Solution): RunScore | undefined {
    const { layout: L, evaluate } = this.#kit;
    const { unitLocked, fixedTable } = this.#problem.sections;
    const { terms, breaches } = evaluate(this.#problem, solution);
    const locks = this.#urgency.filter((_, u) => unitLocked[u] === 1 && solution.units[u * L.UNIT_RECORD]! < 0).length;
    const seats = solution.seats.filter((table, i) => table < 0 && fixedTable[i]! >= 0).length;
    const allowed = (rule: number): number => (rule === L.RULE_LOCKED ? locks : rule === L.RULE_SEATING ? seats : 0);
    if (breaches.some((n, i) => n > allowed(i + 1))) return undefined;
    return { unplaced: locks + seats, total: terms.reduce((a, b) => a + b, 0) };
  }
}

/** A solution on its way, and what each rule needs to know of it. */
class Agenda {
  readonly solution: Solution;
  readonly #kit: VariantKit;
  readonly #problem: Problem;
  readonly #slots: number;
  /** Of each row and slot: the unit that is held then, or -1. A participant has one row, or one per representative. */
  readonly #held: Int32Array;
  /** Of each participant: the slots of its meetings, by partner. */
  readonly #partners: Map<number, number[]>[];
  /** Of each place and slot: how many meet there. */
  readonly #crowd: Int32Array;

  constructor(kit: VariantKit, problem: Problem) {
    const { N_UNITS, N_ROWS, N_SLOTS, N_PLACES, N_PARTICIPANTS, UNIT_RECORD } = kit.layout;
    this.#kit = kit;
    this.#problem = problem;
    this.#slots = problem.word(N_SLOTS);
    this.#held = new Int32Array(problem.word(N_ROWS) * this.#slots).fill(-1);
    this.#partners = Array.from({ length: problem.word(N_PARTICIPANTS) }, () => new Map());
    this.#crowd = new Int32Array(problem.word(N_PLACES) * this.#slots);
    this.solution = {
      units: new Int32Array(problem.word(N_UNITS) * UNIT_RECORD).fill(-1),
      seats: kit.seats(problem),
    };
  }

  /** Holds a unit at the first time, rows and place where no rule is broken. */
  putFirst(unit: number): void {
    const s = this.#problem.sections;
    for (let slot = 0; slot < this.#slots; slot++) {
      if (!this.#mayMeet(unit, slot)) continue;
      for (let p = s.rowStart[s.unitP[unit]!]!; p < s.rowStart[s.unitP[unit]! + 1]!; p++)
        for (let q = s.rowStart[s.unitQ[unit]!]!; q < s.rowStart[s.unitQ[unit]! + 1]!; q++)
          for (const place of this.#places(unit)) if (this.#put(unit, slot, p, q, place)) return;
    }
  }

  /** Holds a unit where another solution has it, unless that breaks a rule. */
  putLike(unit: number, { units }: Solution): void {
    const at = unit * this.#kit.layout.UNIT_RECORD;
    const [slot, p, q, place] = units.subarray(at, at + 4) as unknown as [number, number, number, number];
    const { rowOwner, unitP, unitQ } = this.#problem.sections;
    const known = slot >= 0 && slot < this.#slots && rowOwner[p] === unitP[unit] && rowOwner[q] === unitQ[unit];
    if (known && this.#places(unit).includes(place) && this.#mayMeet(unit, slot)) this.#put(unit, slot, p, q, place);
  }

  #places(unit: number): number[] {
    const { N_PLACES, N_POOL } = this.#kit.layout;
    const { unitPlaceA, unitPlaceB, unitPool, pool } = this.#problem.sections;
    if (this.#problem.word(N_PLACES) === 0) return [-1];
    const anybodys = unitPool[unit] === 1 ? pool.subarray(0, this.#problem.word(N_POOL)) : [];
    return [unitPlaceA[unit]!, unitPlaceB[unit]!, ...anybodys].filter((place) => place >= 0);
  }

  /** The two may meet in this slot, whoever of them comes. Rules: eligible, maximum, exclusive. */
  #mayMeet(unit: number, slot: number): boolean {
    const { unitP, unitQ, unitSlots, maximum, organisation } = this.#problem.sections;
    const [p, q] = [unitP[unit]!, unitQ[unit]!];
    if (this.solution.units[unit * this.#kit.layout.UNIT_RECORD]! >= 0) return false;
    if (!this.#kit.isIn(this.#problem, unitSlots, unit, slot)) return false;
    if (this.#partners[p]!.get(q)?.includes(slot)) return false;
    const exclusive = this.#problem.word(this.#kit.layout.R_EXCLUSIVE) !== 0;
    const isFree = (one: number, other: number): boolean =>
      [...this.#partners[one]!.values()].flat().length < maximum[one]! &&
      !(
        exclusive &&
        [...this.#partners[one]!.keys()].some((x) => x !== other && organisation[x] === organisation[other])
      );
    return isFree(p, q) && isFree(q, p);
  }

  /** Holds a unit, unless a rule about these two rows and this place forbids it. */
  #put(unit: number, slot: number, rowP: number, rowQ: number, place: number): boolean {
    if (
      ![rowP, rowQ].every((row) => this.#isIdle(row, slot) && this.#rests(row, slot) && this.#walks(row, slot, place))
    )
      return false;
    const { unitP, unitQ, placeOpen, placeCapacity } = this.#problem.sections;
    if (place >= 0) {
      if (!this.#kit.isIn(this.#problem, placeOpen, place, slot)) return false;
      if (this.#crowd[place * this.#slots + slot]! >= placeCapacity[place]!) return false;
      this.#crowd[place * this.#slots + slot]!++;
    }
    for (const row of [rowP, rowQ]) this.#held[row * this.#slots + slot] = unit;
    const [p, q] = [unitP[unit]!, unitQ[unit]!];
    this.#partners[p]!.set(q, [...(this.#partners[p]!.get(q) ?? []), slot]);
    this.#partners[q]!.set(p, [...(this.#partners[q]!.get(p) ?? []), slot]);
    this.solution.units.set([slot, rowP, rowQ, place], unit * this.#kit.layout.UNIT_RECORD);
    return true;
  }

  /** Rules: clash, availability. */
  #isIdle(row: number, slot: number): boolean {
    if (this.#held[row * this.#slots + slot]! >= 0) return false;
    return this.#kit.isIn(this.#problem, this.#problem.sections.rowPresent, row, slot);
  }

  /** Not too many meetings one right after the other. Rule: rest. */
  #rests(row: number, slot: number): boolean {
    const most = this.#problem.word(this.#kit.layout.R_REST);
    const session = this.#problem.sections.slotSession;
    const isBusy = (t: number): boolean => session[t] === session[slot] && this.#held[row * this.#slots + t]! >= 0;
    let [first, last] = [slot, slot];
    while (first > 0 && isBusy(first - 1)) first--;
    while (last < this.#slots - 1 && isBusy(last + 1)) last++;
    return most < 0 || last - first < most;
  }

  /** There is time to walk from and to what else the row has that day. Rule: walkable. */
  #walks(row: number, slot: number, place: number): boolean {
    const { R_WALK_HARD, N_ZONES, UNIT_RECORD, UNIT_PLACE } = this.#kit.layout;
    if (this.#problem.word(R_WALK_HARD) === 0 || place < 0) return true;
    const { slotDay, slotStart, slotEnd, placeZone, zoneMinutes } = this.#problem.sections;
    for (let t = 0; t < this.#slots; t++) {
      const unit = this.#held[row * this.#slots + t]!;
      if (unit < 0 || slotDay[t] !== slotDay[slot]) continue;
      const there = this.solution.units[unit * UNIT_RECORD + UNIT_PLACE]!;
      const [from, to] = t < slot ? [there, place] : [place, there];
      const minutes = from === to ? 0 : zoneMinutes[placeZone[from]! * this.#problem.word(N_ZONES) + placeZone[to]!]!;
      if (slotStart[Math.max(t, slot)]! - slotEnd[Math.min(t, slot)]! < minutes) return false;
    }
    return true;
  }
}
