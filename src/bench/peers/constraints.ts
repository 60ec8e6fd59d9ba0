// The meetings of an event as a constraint model in MiniZinc: its text (constraints-text.ts) and its data. Called by exact.ts.
//
// One variable per meeting: which of its ways (slot, rows, place) it is held in, 0 for none. Clash is one all-different over
// the slots of each person; fairness a table per person, exact; a row's day (gaps, holes, walking) follows from who is busy
// when. What is linear already (places, exclusivity, order, rest, distances) has the same rows as the programme of mip.ts.
// Complete and exact but for meals and `change`, which are left out as there.
// Symmetry: alike places are one (mip.ts); meetings of a pair that is locked several times stand in ascending slots where
// they may swap.

import * as L from "../../../assembly/layout.js";
import { hasBit, NO_LIMIT } from "../../problem/entities.js";
import type { Problem } from "../../problem/problem.js";
import type { Solution } from "../../solver/variant.js";
import { modelText } from "./constraints-text.js";
import type { MeetingsModel, Ways } from "./mip.js";
import {
  addExclusive,
  addPairsAndPlaces,
  addPrecedences,
  endsOf,
  firstUnit,
  heldIn,
  Mip,
  placeClasses,
  usesIn,
  waysOf,
  waysOfRows,
} from "./mip.js";
import type { Walks } from "./mip-days.js";
import { addRest, addWalkable, walkTable } from "./mip-days.js";

/** More ways than this are not even tried: MiniZinc's translation takes minutes and gigabytes. */
const MOST_WAYS = 200_000;

export interface ConstraintModel {
  text: string;
  /** JSON. */
  data: string;
  /** Of each unit, and one more. */
  firstWay: Int32Array;
  /** What decodes it. */
  ways: Ways;
  places: MeetingsModel["places"];
}

/** The model of a problem for one of MiniZinc's solvers, started from a solution where one is given. */
export function constraintModel(problem: Problem, solver: string, start?: Solution): ConstraintModel | undefined {
  const s = problem.sections;
  const places = placeClasses(problem);
  const ways = waysOf(problem, places);
  if (!ways || ways.unit.length > MOST_WAYS) return undefined;
  const units = problem.word(L.N_UNITS);
  const people = problem.word(L.N_PARTICIPANTS);
  const slots = problem.word(L.N_SLOTS);
  const firstWay = new Int32Array(units + 1);
  for (const u of ways.unit) firstWay[u + 1]!++;
  for (let u = 0; u < units; u++) firstWay[u + 1]! += firstWay[u]!;

  const list = <T>(n: number, of: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(i));
  const unitsOf = list(people, (): number[] => []);
  const firstOf = list(people, (): number[] => []);
  const secondOf = list(people, (): number[] => []);
  for (let u = 0; u < units; u++) {
    firstOf[s.unitP[u]!]!.push(u + 1);
    secondOf[s.unitQ[u]!]!.push(u + 1);
    for (const p of endsOf(problem, u)) unitsOf[p]!.push(u + 1);
  }
  // A slot of one of a person's rows as one number, from 1.
  const key = (rows: readonly number[], of: Int32Array): number[] =>
    rows.map((row, c) => (row - s.rowStart[of[ways.unit[c]!]!]!) * slots + ways.slot[c]! + 1);
  const rows = sideRows(problem, ways, places);
  const wishes = wishesOf(problem, ways);
  const days = daysOf(problem, ways);
  const guarantee = problem.word(L.R_GUARANTEE);
  const warm = start && heldIn(problem, { ways, places }, start);
  const data = {
    nUnits: units,
    nWays: ways.unit.length,
    nPeople: people,
    firstWay: list(units, (u) => firstWay[u]! + 1),
    lastWay: list(units, (u) => firstWay[u + 1]!),
    locked: list(units, (u) => s.unitLocked[u] === 1),
    value: list(units, (u) => s.unitValue[u]!),
    keyP: key(ways.rowP, s.unitP),
    keyQ: key(ways.rowQ, s.unitQ),
    firstOf: sets(firstOf),
    secondOf: sets(secondOf),
    unitsOf: sets(unitsOf),
    maximum: list(people, (p) => (s.maximum[p]! < NO_LIMIT ? Math.min(s.maximum[p]!, units) : units)),
    guarantee,
    guaranteed: list(people, (p) => (guarantee === 0 ? 0 : s.guaranteed[p]!)),
    ...rows,
    ...wishes,
    ...days,
    order: list(units, (u) => u + 1).sort((a, b) => s.unitValue[b - 1]! - s.unitValue[a - 1]! || a - b),
    ...(warm && { warm: warm.map((c) => c + 1) }),
  };
  return { text: modelText(solver, warm !== undefined), data: JSON.stringify(data), firstWay, ways, places };
}

/** The rows that say "at most so many of these ways". */
function sideRows(problem: Problem, ways: Ways, places: MeetingsModel["places"]): object {
  const mip = new Mip();
  const usesOf = usesIn(ways);
  const slots = problem.word(L.N_SLOTS);
  const ofRow = waysOfRows(problem, ways);
  const walks = walkTable(problem);
  addPairsAndPlaces(problem, mip, ways, places);
  addExclusive(problem, mip, usesOf);
  addPrecedences(problem, mip, ways, usesOf);
  for (let r = 0; r < problem.word(L.N_ROWS); r++) {
    const busy = Array.from({ length: slots }, (_, t) => ofRow.get(r * slots + t) ?? []);
    for (const uses of sessionsOf(problem, busy)) addRest(problem, mip, uses);
    if (walks && problem.word(L.R_WALK_HARD) === 1) addWalkable(problem, mip, ways, busy, walks);
  }
  const rows = mip.rowUpper.map((_, i) => mip.index.slice(mip.rowStart[i]!, mip.rowStart[i + 1]!));
  return {
    nRows: rows.length,
    rowWays: sets(rows.map((columns) => [...new Set(columns)].map((c) => c + 1))),
    rowMost: mip.rowUpper,
    ascending: ascendingPairs(problem),
  };
}

/** Neighbours of a pair's units that may swap: the same locks, the same slots. */
function ascendingPairs(problem: Problem): number[][] {
  const s = problem.sections;
  const words = problem.word(L.N_WORDS);
  const sign = (u: number): string =>
    JSON.stringify([s.unitLocked[u], s.unitLockPlace[u], Array.from(s.unitSlots.subarray(u * words, (u + 1) * words))]);
  const found: number[][] = [];
  for (let u = 1; u < problem.word(L.N_UNITS); u++)
    if (s.unitPair[u] === s.unitPair[u - 1] && sign(u) === sign(u - 1)) found.push([u, u + 1]);
  return found;
}

/** Wishes for organisations, and what fairness costs each person after how many points. */
function wishesOf(problem: Problem, ways: Ways): object {
  const s = problem.sections;
  const people = problem.word(L.N_PARTICIPANTS);
  const fairness = problem.word(L.R_FAIRNESS);
  const groups = problem.word(L.N_GROUPS);
  const groupWays = Array.from({ length: groups }, (): number[] => []);
  ways.unit.forEach((u, c) => {
    for (const g of [s.unitGroupP[u]!, s.unitGroupQ[u]!]) if (g >= 0) groupWays[g]!.push(c + 1);
  });
  const points = { person: [] as number[], unit: [] as number[], worth: [] as number[] };
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    if (!firstUnit(problem, u)) continue;
    const worths = [s.unitPointsP[u]!, s.unitPointsQ[u]!];
    endsOf(problem, u).forEach((p, i) => {
      if (worths[i]! <= 0) return;
      points.person.push(p + 1);
      points.unit.push(u + 1);
      points.worth.push(worths[i]!);
    });
  }
  const costs: number[] = [];
  const costStart: number[] = [];
  for (let p = 0; p < people; p++) {
    costStart.push(costs.length + 1);
    const best = fairness === 0 ? 0 : s.best[p]!;
    for (let served = 0; served <= best; served++)
      costs.push(best === 0 ? 0 : Math.ceil((fairness * (best - served) ** 2) / (100 * best)));
  }
  return {
    nGroups: groups,
    groupWays: sets(groupWays),
    groupWeight: Array.from({ length: groups }, (_, g) => s.groupWeight[g]!),
    groupOwner: Array.from({ length: groups }, (_, g) => s.groupOwner[g]! + 1),
    groupPoints: Array.from({ length: groups }, (_, g) => s.groupPoints[g]!),
    fair: fairness > 0,
    nPoints: points.person.length,
    pointPerson: points.person,
    pointUnit: points.unit,
    pointWorth: points.worth,
    best: Array.from({ length: people }, (_, p) => (fairness === 0 ? 0 : s.best[p]!)),
    costs,
    costStart,
  };
}

/** The sessions of every row in which an idle slot or a walk may cost something, slot by slot. */
function daysOf(problem: Problem, ways: Ways): object {
  const s = problem.sections;
  const slots = problem.word(L.N_SLOTS);
  const words = problem.word(L.N_WORDS);
  const walks = problem.word(L.R_WALK) > 0 ? walkTable(problem) : undefined;
  const [gap, hole, most] = [problem.word(L.R_GAP), problem.word(L.R_HOLE), problem.word(L.R_MAX_HOLES)];
  const ofRow = waysOfRows(problem, ways);
  const cells: number[][] = [];
  const present: boolean[] = [];
  const dayFirst: number[] = [];
  const dayLast: number[] = [];
  if (gap > 0 || hole > 0 || most >= 0 || walks)
    for (let r = 0; r < problem.word(L.N_ROWS); r++) {
      const busy = Array.from({ length: slots }, (_, t) => ofRow.get(r * slots + t) ?? []);
      sessionsOf(problem, busy).forEach((uses, session) => {
        if (uses.length < 2 || uses.every((columns) => columns.length === 0)) return;
        dayFirst.push(cells.length + 1);
        uses.forEach((columns, k) => {
          cells.push(columns.map((c) => c + 1));
          present.push(hasBit(s.rowPresent, r * words, s.sessionFirst[session]! + k));
        });
        dayLast.push(cells.length);
      });
    }
  return {
    nCells: cells.length,
    cellWays: sets(cells),
    present,
    nDays: dayFirst.length,
    dayFirst,
    dayLast,
    gap,
    hole,
    mostHoles: most < 0 ? slots : most,
    ...walksOf(problem, ways, walks),
  };
}

function walksOf(problem: Problem, ways: Ways, walks: Walks | undefined): object {
  if (!walks) return { walk: 0, nSpots: 0, spot: ways.unit.map(() => 0), minutes: [[0]] };
  const spots = [...new Set(ways.place.map((z) => walks.spot(z)))];
  const minutes = [-1, ...spots].map((a) => [-1, ...spots].map((b) => (a < 0 || b < 0 ? 0 : walks.minutes(a, b))));
  const spot = ways.place.map((z) => spots.indexOf(walks.spot(z)) + 1);
  return { walk: problem.word(L.R_WALK), nSpots: spots.length, spot, minutes };
}

/** A row's slots, cut into sessions. */
function sessionsOf(problem: Problem, busy: readonly number[][]): number[][][] {
  const s = problem.sections;
  return Array.from({ length: problem.word(L.N_SESSIONS) }, (_, session) =>
    busy.slice(s.sessionFirst[session]!, s.sessionLast[session]! + 1),
  );
}

function sets(lists: readonly (readonly number[])[]): object[] {
  return lists.map((list) => ({ set: list }));
}
