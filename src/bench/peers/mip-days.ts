// What the programme of mip.ts says about one row's day: gaps, holes, rest, and walking as a rule and as a cost.
// Called by mip.ts with the columns of each row and slot.

import * as L from "../../../assembly/layout.js";
import { hasBit } from "../../problem/entities.js";
import type { Problem } from "../../problem/problem.js";
import type { Mip, Ways } from "./mip.js";

/** Adds the rows of all days. `ofRow` lists columns by row x slots + slot. */
export function addDays(problem: Problem, mip: Mip, ways: Ways, ofRow: ReadonlyMap<number, number[]>): void {
  const s = problem.sections;
  const slots = problem.word(L.N_SLOTS);
  const walks = walkTable(problem);
  for (let r = 0; r < problem.word(L.N_ROWS); r++) {
    const busy = Array.from({ length: slots }, (_, t) => ofRow.get(r * slots + t) ?? []);
    for (let session = 0; session < problem.word(L.N_SESSIONS); session++) {
      const first = s.sessionFirst[session]!;
      const last = s.sessionLast[session]!;
      const uses = busy.slice(first, last + 1);
      if (uses.every((list) => list.length === 0)) continue;
      addRest(problem, mip, uses);
      addFlow(problem, mip, uses, (k) => hasBit(s.rowPresent, r * problem.word(L.N_WORDS), first + k));
      if (walks) addWalk(problem, mip, ways, uses, walks);
    }
    if (walks && problem.word(L.R_WALK_HARD) === 1) addWalkable(problem, mip, ways, busy, walks);
  }
}

export function addRest(problem: Problem, mip: Mip, uses: readonly number[][]): void {
  const most = problem.word(L.R_REST);
  if (most < 0) return;
  for (let k = 0; k + most < uses.length; k++) {
    const span = uses.slice(k, k + most + 1);
    if (span.every((list) => list.length > 0)) mip.row(-Infinity, most, [1, span.flat()]);
  }
}

/**
 * One unit of flow through before -> run -> hole -> run -> ...; it may end at any time but in a hole. A meeting in slot k
 * is flow into a run there; slots of a hole in which the row is present are gaps.
 */
function addFlow(problem: Problem, mip: Mip, uses: readonly number[][], present: (k: number) => boolean): void {
  const gap = problem.word(L.R_GAP);
  const hole = problem.word(L.R_HOLE);
  const most = problem.word(L.R_MAX_HOLES);
  const n = uses.length;
  if ((gap === 0 && hole === 0 && most < 0) || n < 3) return;
  const wait = uses.map(() => mip.column(0, 1));
  const begin = uses.map(() => mip.column(0, 1));
  const stay = uses.map((_, k) => mip.column(0, k > 0 ? 1 : 0));
  const idle = (k: number): number => (present(k) ? gap : 0);
  const leave = uses.map((_, k) => mip.column(-hole - idle(k), k > 0 && k < n - 1 ? 1 : 0));
  const pause = uses.map((_, k) => mip.column(-idle(k), k > 1 && k < n - 1 ? 1 : 0));
  const back = uses.map((_, k) => mip.column(0, k > 1 ? 1 : 0));
  mip.row(-Infinity, 1, [1, [wait[0]!, begin[0]!]]);
  for (let k = 0; k < n; k++) {
    mip.row(0, 0, [1, uses[k]!], [-1, [begin[k]!, stay[k]!, back[k]!]]);
    if (k === n - 1) break;
    mip.row(0, Infinity, [1, [wait[k]!]], [-1, [wait[k + 1]!, begin[k + 1]!]]);
    mip.row(0, Infinity, [1, [begin[k]!, stay[k]!, back[k]!]], [-1, [stay[k + 1]!, leave[k + 1]!]]);
    mip.row(0, 0, [1, [leave[k]!, pause[k]!]], [-1, [pause[k + 1]!, back[k + 1]!]]);
  }
  if (most >= 0) mip.atMost(most, leave);
}

export interface Walks {
  /** What a place counts as: its zone, or itself where two places of one zone are apart. */
  spot: (place: number) => number;
  minutes: (a: number, b: number) => number;
  longest: number;
}

/** Undefined where nobody ever walks. */
export function walkTable(problem: Problem): Walks | undefined {
  const s = problem.sections;
  const zones = problem.word(L.N_ZONES);
  const table = s.zoneMinutes.subarray(0, zones * zones);
  const longest = table.reduce((a, b) => Math.max(a, b), 0);
  const counts = problem.word(L.R_WALK) > 0 || problem.word(L.R_WALK_HARD) === 1;
  if (problem.word(L.N_PLACES) === 0 || longest === 0 || !counts) return undefined;
  const between = (a: number, b: number): number => table[a * zones + b]!;
  for (let z = 0; z < zones; z++) {
    if (between(z, z) === 0) continue;
    const minutes = (a: number, b: number): number => (a === b ? 0 : between(s.placeZone[a]!, s.placeZone[b]!));
    return { spot: (place) => place, minutes, longest };
  }
  return { spot: (place) => s.placeZone[place]!, minutes: between, longest };
}

function bySpot(ways: Ways, columns: readonly number[], walks: Walks): Map<number, number[]> {
  const out = new Map<number, number[]>();
  for (const c of columns) {
    const spot = walks.spot(ways.place[c]!);
    out.set(spot, [...(out.get(spot) ?? []), c]);
  }
  return out;
}

/** Not here now and too far away so soon after. */
export function addWalkable(problem: Problem, mip: Mip, ways: Ways, busy: readonly number[][], walks: Walks): void {
  const s = problem.sections;
  const spots = busy.map((columns) => bySpot(ways, columns, walks));
  for (let t = 0; t < busy.length; t++)
    for (let next = t + 1; next < busy.length && s.slotDay[next] === s.slotDay[t]; next++) {
      const time = s.slotStart[next]! - s.slotEnd[t]!;
      if (time >= walks.longest) break;
      for (const [a, here] of spots[t]!) {
        const far = [...spots[next]!].flatMap(([b, there]) => (walks.minutes(a, b) > time ? there : []));
        if (far.length > 0) mip.row(-Infinity, 1, [1, here], [1, far]);
      }
    }
}

/** Where the row was last, slot by slot, and the minutes from there to a meeting. */
function addWalk(problem: Problem, mip: Mip, ways: Ways, uses: readonly number[][], walks: Walks): void {
  const cost = problem.word(L.R_WALK);
  const spots = uses.map((columns) => bySpot(ways, columns, walks));
  const all = [...new Set(spots.flatMap((spot) => [...spot.keys()]))];
  const farthest = (b: number): number => Math.max(...all.map((a) => walks.minutes(a, b)));
  if (cost === 0 || all.every((b) => farthest(b) === 0)) return;
  let last: Map<number, number> | undefined;
  uses.forEach((columns, k) => {
    const walked = mip.column(-cost, walks.longest);
    for (const [b, here] of spots[k]!) {
      if (!last || farthest(b) === 0) continue;
      const from = all.flatMap((a) =>
        walks.minutes(a, b) > 0 ? [[-walks.minutes(a, b), [last!.get(a)!]] as const] : [],
      );
      mip.row(-farthest(b), Infinity, [1, [walked]], ...from, [-farthest(b), here]);
    }
    const now = new Map(all.map((a) => [a, mip.column(0, 1)]));
    for (const a of all) {
      const here = spots[k]!.get(a) ?? [];
      mip.row(0, Infinity, [1, [now.get(a)!]], [-1, here]);
      if (!last) continue;
      const elsewhere = columns.filter((c) => !here.includes(c));
      mip.row(0, Infinity, [1, [now.get(a)!, ...elsewhere]], [-1, [last.get(a)!]]);
    }
    last = now;
  });
}
