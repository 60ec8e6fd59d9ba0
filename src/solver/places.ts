// Where walking costs nothing, places of the pool are interchangeable: for a fixed timetable, the meetings of each slot
// are given the places that let most people stay where they were in the slot before. Called by pipeline.ts once a run has
// ended; it changes no slot, no row and no own or locked place, so neither score nor feasibility.
// Between two consecutive slots of a session a meeting has at most two neighbours (its two rows were each in at most one),
// so "who may stay at whose place" is a graph of maximum degree two: paths and circles, in which a maximum matching is
// found by walking along them. Where all places of the pool are open, hold one meeting and none is locked, every slot's
// matching can be attained whatever came before, so the sum is the least there is; elsewhere it is the best slot by slot.

import * as L from "../../assembly/layout.js";
import type { Problem } from "../problem/problem.js";
import type { Solution } from "./variant.js";

interface Slot {
  /** Held units that may use any place of the pool, in order. */
  units: number[];
  /** Unit that each row is in. */
  unitOf: Map<number, number>;
}

/** True when nothing but the rule `place` depends on which place of the pool a meeting has. */
export function placesAreFree(problem: Problem): boolean {
  if (problem.word(L.N_POOL) < 2 || problem.word(L.R_CHANGE) !== 0) return false;
  if (problem.word(L.R_WALK) === 0 && problem.word(L.R_WALK_HARD) === 0) return true;
  const zones = problem.word(L.N_ZONES);
  return problem.sections.zoneMinutes.subarray(0, zones * zones).every((minutes) => minutes === 0);
}

/** How often a row goes from one place to another between two consecutive slots of a session. */
export function changesOfPlace(problem: Problem, solution: Solution): number {
  const { slotSession } = problem.sections;
  const rows = new Map<number, number>(); // row * slots + slot, to place
  const slots = problem.word(L.N_SLOTS);
  eachHeld(problem, solution, (_, slot, a, b, place) => {
    rows.set(a * slots + slot, place).set(b * slots + slot, place);
  });
  let changes = 0;
  for (const [key, place] of rows) {
    const slot = key % slots;
    if (slot + 1 >= slots || slotSession[slot] !== slotSession[slot + 1]) continue;
    const next = rows.get(key + 1);
    if (next !== undefined && next !== place) changes++;
  }
  return changes;
}

/** The same timetable with fewer changes of place; the very same solution where there is nothing to gain. */
export function fewestChanges(problem: Problem, solution: Solution): Solution {
  if (!placesAreFree(problem)) return solution;
  const next = { units: solution.units.slice(), seats: solution.seats };
  const slots = slotsOf(problem, solution);
  const { slotSession } = problem.sections;
  slots.forEach((slot, t) => {
    const before = t > 0 && slotSession[t] === slotSession[t - 1] ? slots[t - 1] : undefined;
    if (before && slot.units.length > 0) assign(problem, next, t, before, slot);
  });
  // Own and locked places, and places that close, may make the slots of a session depend on each other further on.
  return changesOfPlace(problem, next) < changesOfPlace(problem, solution) ? next : solution;
}

function eachHeld(
  problem: Problem,
  { units }: Solution,
  visit: (unit: number, slot: number, a: number, b: number, place: number) => void,
): void {
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    const at = u * L.UNIT_RECORD;
    const slot = units[at + L.UNIT_SLOT]!;
    if (slot >= 0) visit(u, slot, units[at + L.UNIT_ROW_P]!, units[at + L.UNIT_ROW_Q]!, units[at + L.UNIT_PLACE]!);
  }
}

function slotsOf(problem: Problem, solution: Solution): Slot[] {
  const slots = Array.from({ length: problem.word(L.N_SLOTS) }, (): Slot => ({ units: [], unitOf: new Map() }));
  const { unitPool } = problem.sections;
  eachHeld(problem, solution, (u, t, a, b, place) => {
    if (unitPool[u] === 1 && place >= 0) slots[t]!.units.push(u);
    slots[t]!.unitOf.set(a, u).set(b, u);
  });
  return slots;
}

/** Gives the meetings of slot t their places, after those of the slot before have theirs. */
function assign(problem: Problem, { units }: Solution, t: number, before: Slot, slot: Slot): void {
  const { pool, placeOpen, placeCapacity } = problem.sections;
  const words = problem.word(L.N_WORDS);
  const placeOf = (u: number): number => units[u * L.UNIT_RECORD + L.UNIT_PLACE]!;
  // Seats that are left at each place of the pool, beside meetings that must be there.
  const room = new Map<number, number>();
  for (const z of pool.subarray(0, problem.word(L.N_POOL)))
    if ((placeOpen[z * words + (t >> 5)]! >>> (t & 31)) & 1) room.set(z, placeCapacity[z]!);
  const moving = new Set(slot.units);
  for (const u of new Set(slot.unitOf.values()))
    if (!moving.has(u) && room.has(placeOf(u))) room.set(placeOf(u), room.get(placeOf(u))! - 1);

  // From where the rows of each meeting come: what it wants, at most two places.
  const options = new Map<number, number[]>();
  for (const u of slot.units) {
    const at = u * L.UNIT_RECORD;
    const came = [units[at + L.UNIT_ROW_P]!, units[at + L.UNIT_ROW_Q]!].map((row) => before.unitOf.get(row) ?? -1);
    const wanted = came.flatMap((x) => (x >= 0 ? [placeOf(x)] : []));
    options.set(
      u,
      wanted.filter((z) => room.has(z)),
    );
  }
  const given = matched(options, room);
  const left = slot.units.filter((u) => !given.has(u));
  for (const u of given.keys()) units[u * L.UNIT_RECORD + L.UNIT_PLACE] = given.get(u)!;
  // The others: where they were, if there is room still, else the first place with room.
  const others = left.filter((u) => {
    const n = room.get(placeOf(u)) ?? 0;
    if (n > 0) room.set(placeOf(u), n - 1);
    return n <= 0;
  });
  const free = [...room].filter(([, n]) => n > 0);
  for (const u of others) {
    while (free[0]![1] === 0) free.shift();
    free[0]![1]--;
    units[u * L.UNIT_RECORD + L.UNIT_PLACE] = free[0]![0];
  }
}

/**
 * Places for as many meetings as can stay at one from which a row comes, those with two rows from one place first.
 * Augmenting paths: as no place is wanted by more meetings than have left it, each is a walk along a path of the graph.
 */
function matched(options: ReadonlyMap<number, number[]>, room: Map<number, number>): Map<number, number> {
  const given = new Map<number, number>();
  const inside = new Map<number, number[]>();
  const insert = (u: number, seen: Set<number>): boolean => {
    for (const z of options.get(u)!) {
      if (seen.has(z)) continue;
      seen.add(z);
      let held = inside.get(z);
      if (!held) inside.set(z, (held = []));
      const full = held.length >= room.get(z)!;
      const goes = full ? held.findIndex((other) => insert(other, seen)) : held.length;
      if (goes < 0) continue;
      held[goes] = u;
      given.set(u, z);
      return true;
    }
    return false;
  };
  const twice = (u: number): number => (options.get(u)!.length === 2 && new Set(options.get(u)!).size === 1 ? 0 : 1);
  for (const u of [...options.keys()].sort((x, y) => twice(x) - twice(y) || x - y)) insert(u, new Set());
  for (const z of given.values()) room.set(z, room.get(z)! - 1);
  return given;
}
