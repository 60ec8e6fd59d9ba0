// The meetings of an event as a mixed-integer programme, for HiGHS and CP-SAT (exact.ts). Its columns for ways to hold a
// meeting also stand in the constraint model (constraints.ts).
//
// One 0-1 column for each way to hold a meeting: unit x slot x row of either participant x place. Complete and exact:
// clash, availability, eligible (with pairs locked several times), maximum, place (own places, pools, capacity, closing),
// walkable, holes, rest, exclusive, locked, precedence; wishes of people and organisations, mutual, match, guarantee, gap,
// hole, walk. A row's day is a flow through a small automaton (before, in a run, in a hole), so gaps and holes are exact
// and as tight as one person's can be; walking follows where a row was last.
// Fairness is exact, too: a whole cost above a tangent at every number of points that somebody can have.
// Left out: meals (seats are given by another solver before the judge looks) and `change` (no repair is measured).
// Symmetry: places that nothing tells apart (in the pool, nobody's own, in one zone, open at the same times) are one place
// with their capacity together; solutionOf hands the real ones out.

import * as L from "../../../assembly/layout.js";
import { hasBit, NO_LIMIT } from "../../problem/entities.js";
import type { Problem } from "../../problem/problem.js";
import type { Solution } from "../../solver/variant.js";
import { addDays } from "./mip-days.js";

/** A maximisation in rows: the matrix is kept row by row. */
export class Mip {
  readonly cost: number[] = [];
  readonly upper: number[] = [];
  readonly integer: number[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly rowStart: number[] = [0];
  readonly index: number[] = [];
  readonly value: number[] = [];

  /** A column from 0 to `upper`; gives its number. */
  column(cost: number, upper = Infinity, integer = false): number {
    this.upper.push(upper);
    this.integer.push(integer ? 1 : 0);
    return this.cost.push(cost) - 1;
  }

  /** lower <= sum of the parts <= upper; a part is columns that share a coefficient. */
  row(lower: number, upper: number, ...parts: readonly (readonly [number, readonly number[]])[]): void {
    for (const [factor, columns] of parts)
      for (const column of columns) {
        this.index.push(column);
        this.value.push(factor);
      }
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.rowStart.push(this.index.length);
  }

  /** At most `most` of these; no row where that says nothing. */
  atMost(most: number, columns: readonly number[]): void {
    if (columns.length > most) this.row(-Infinity, most, [1, columns]);
  }
}

/** What each of the first columns means: four numbers for a way to hold unit `unit`. */
export interface Ways {
  unit: number[];
  slot: number[];
  rowP: number[];
  rowQ: number[];
  place: number[];
}

/** Columns or rows more than this are not even tried: HiGHS in Wasm has 4 GB. */
export const MOST_COLUMNS = 2_000_000;

export interface MeetingsModel {
  mip: Mip;
  ways: Ways;
  places: PlaceClasses;
}

/** The model of a problem; undefined when it would be too large. */
export function meetingsModel(problem: Problem): MeetingsModel | undefined {
  const s = problem.sections;
  const mip = new Mip();
  const places = placeClasses(problem);
  const ways = waysOf(problem, places);
  if (!ways) return undefined;
  const people = problem.word(L.N_PARTICIPANTS);
  for (const u of ways.unit) mip.column(s.unitValue[u]!, 1, true);

  const usesOf = usesIn(ways);
  for (let u = 0; u < problem.word(L.N_UNITS); u++)
    if (s.unitLocked[u]) mip.row(1, 1, [1, usesOf(u)]);
    else mip.atMost(1, usesOf(u));
  const ofRow = waysOfRows(problem, ways);
  for (const list of ofRow.values()) mip.atMost(1, list);
  addPairsAndPlaces(problem, mip, ways, places);

  const ofPerson: number[][] = Array.from({ length: people }, () => []);
  ways.unit.forEach((u, c) => endsOf(problem, u).forEach((p) => ofPerson[p]!.push(c)));
  for (let p = 0; p < people; p++) {
    const missing = problem.word(L.R_GUARANTEE) === 0 ? 0 : s.guaranteed[p]!;
    if (s.maximum[p]! < NO_LIMIT) mip.atMost(s.maximum[p]!, ofPerson[p]!);
    if (missing > 0) {
      const short = mip.column(-problem.word(L.R_GUARANTEE), missing);
      mip.row(missing, Infinity, [1, [short, ...ofPerson[p]!]]);
    }
  }
  addExclusive(problem, mip, usesOf);
  addPrecedences(problem, mip, ways, usesOf);
  addWishes(problem, mip, ways, ofPerson);
  addDays(problem, mip, ways, ofRow);
  return mip.rowLower.length > MOST_COLUMNS ? undefined : { mip, ways, places };
}

/** Columns of each unit. */
export function usesIn(ways: Ways): (u: number) => number[] {
  const ofUnit = groupBy([...ways.unit.keys()], (c) => ways.unit[c]!);
  return (u) => ofUnit.get(u) ?? [];
}

/** Columns of each row x slots + slot. */
export function waysOfRows(problem: Problem, ways: Ways): Map<number, number[]> {
  const slots = problem.word(L.N_SLOTS);
  const ofRow = new Map<number, number[]>();
  ways.slot.forEach((t, c) => {
    for (const r of [ways.rowP[c]!, ways.rowQ[c]!]) push(ofRow, r * slots + t, c);
  });
  return ofRow;
}

/** A pair that is locked several times is in one slot once; a place holds what it can. */
export function addPairsAndPlaces(problem: Problem, mip: Mip, ways: Ways, places: PlaceClasses): void {
  const s = problem.sections;
  const slots = problem.word(L.N_SLOTS);
  const columns = [...ways.unit.keys()];
  const onlyUnit = (u: number): boolean => s.pairUnit[s.unitPair[u]! + 1]! - s.pairUnit[s.unitPair[u]!]! === 1;
  const repeated = columns.filter((c) => !onlyUnit(ways.unit[c]!));
  for (const list of groupBy(repeated, (c) => s.unitPair[ways.unit[c]!]! * slots + ways.slot[c]!).values())
    mip.atMost(1, list);
  if (problem.word(L.N_PLACES) === 0) return;
  for (const [key, list] of groupBy(columns, (c) => ways.place[c]! * slots + ways.slot[c]!))
    mip.atMost(places.capacity(Math.floor(key / slots)), list);
}

/** The solution that these ways stand for, with the seats of another. */
export function solutionOf(
  problem: Problem,
  { ways, places }: Pick<MeetingsModel, "ways" | "places">,
  held: Iterable<number>,
  seats: Int32Array,
): Solution {
  const units = new Int32Array(problem.word(L.N_UNITS) * L.UNIT_RECORD).fill(-1);
  const hand = places.hand();
  for (const c of held) {
    const slot = ways.slot[c]!;
    units.set([slot, ways.rowP[c]!, ways.rowQ[c]!, hand(ways.place[c]!, slot)], ways.unit[c]! * L.UNIT_RECORD);
  }
  return { units, seats: seats.slice() };
}

/** The ways that a solution holds. */
export function heldIn(
  problem: Problem,
  { ways, places }: Pick<MeetingsModel, "ways" | "places">,
  { units }: Solution,
): number[] {
  const is = (u: number, part: number, value: number): boolean => units[u * L.UNIT_RECORD + part] === value;
  return [...ways.unit.keys()].filter((c) => {
    const u = ways.unit[c]!;
    const place = units[u * L.UNIT_RECORD + L.UNIT_PLACE]!;
    return (
      is(u, L.UNIT_SLOT, ways.slot[c]!) &&
      is(u, L.UNIT_ROW_P, ways.rowP[c]!) &&
      is(u, L.UNIT_ROW_Q, ways.rowQ[c]!) &&
      (place < 0 ? -1 : places.of(place)) === ways.place[c]
    );
  });
}

/** Places that nothing tells apart are one: it is called as the first of them. */
export interface PlaceClasses {
  of(place: number): number;
  capacity(place: number): number;
  /** Hands out real places, meeting by meeting. */
  hand(): (place: number, slot: number) => number;
}

/** The classes of a problem's places. */
export function placeClasses(problem: Problem): PlaceClasses {
  const s = problem.sections;
  const count = problem.word(L.N_PLACES);
  const [words, units, zones] = [problem.word(L.N_WORDS), problem.word(L.N_UNITS), problem.word(L.N_ZONES)];
  const pool = new Set(s.pool.subarray(0, problem.word(L.N_POOL)));
  const own = new Set([...s.unitPlaceA.subarray(0, units), ...s.unitPlaceB.subarray(0, units)]);
  const apart = (zone: number): boolean => zones > 0 && s.zoneMinutes[zone * zones + zone]! > 0;
  const first = new Map<string, number>();
  const members = new Map<number, number[]>();
  const classOf = Array.from({ length: count }, (_, z) => {
    const zone = s.placeZone[z]!;
    const alike = pool.has(z) && !own.has(z) && !apart(zone);
    const open = Array.from(s.placeOpen.subarray(z * words, (z + 1) * words));
    const key = alike ? JSON.stringify([zone, open]) : String(z);
    if (!first.has(key)) first.set(key, z);
    push(members, first.get(key)!, z);
    return first.get(key)!;
  });
  return {
    of: (place) => classOf[place]!,
    capacity: (place) => members.get(place)!.reduce((sum, z) => sum + s.placeCapacity[z]!, 0),
    hand: () => {
      const used = new Map<string, number>();
      return (place, slot) => {
        if (place < 0) return place;
        const key = `${place} ${slot}`;
        let left = used.get(key) ?? 0;
        used.set(key, left + 1);
        for (const z of members.get(place)!) {
          if (left < s.placeCapacity[z]!) return z;
          left -= s.placeCapacity[z]!;
        }
        return place;
      };
    },
  };
}

/** All ways; undefined when there are too many. */
export function waysOf(problem: Problem, classes: PlaceClasses): Ways | undefined {
  const s = problem.sections;
  const words = problem.word(L.N_WORDS);
  const slots = problem.word(L.N_SLOTS);
  const ways: Ways = { unit: [], slot: [], rowP: [], rowQ: [], place: [] };
  const pool = Array.from(s.pool.subarray(0, problem.word(L.N_POOL)));
  const rowsIn = (p: number, t: number): number[] => {
    const out: number[] = [];
    for (let r = s.rowStart[p]!; r < s.rowStart[p + 1]!; r++) if (hasBit(s.rowPresent, r * words, t)) out.push(r);
    return out;
  };
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    const own = [s.unitPlaceA[u]!, s.unitPlaceB[u]!].filter((z) => z >= 0);
    const all = [...own, ...(s.unitPool[u] ? pool : [])].map((z) => classes.of(z));
    const places = problem.word(L.N_PLACES) === 0 ? undefined : [...new Set(all)];
    for (let t = 0; t < slots; t++) {
      if (!hasBit(s.unitSlots, u * words, t)) continue;
      const open = places ? places.filter((z) => hasBit(s.placeOpen, z * words, t)) : [-1];
      for (const place of open)
        for (const rowP of rowsIn(s.unitP[u]!, t))
          for (const rowQ of rowsIn(s.unitQ[u]!, t)) {
            ways.unit.push(u);
            ways.slot.push(t);
            ways.rowP.push(rowP);
            ways.rowQ.push(rowQ);
            ways.place.push(place);
          }
    }
    if (ways.unit.length > MOST_COLUMNS) return undefined;
  }
  return ways;
}

// A pair that is locked several times meets at least once for certain: its first unit speaks for it.
export function firstUnit(problem: Problem, u: number): boolean {
  const s = problem.sections;
  return s.pairUnit[s.unitPair[u]!] === u;
}

export function addExclusive(problem: Problem, mip: Mip, usesOf: (u: number) => number[]): void {
  if (problem.word(L.R_EXCLUSIVE) !== 1) return;
  const s = problem.sections;
  const met = new Map<string, number[][]>();
  for (let u = 0; u < problem.word(L.N_UNITS); u++) {
    if (!firstUnit(problem, u)) continue;
    const [p, q] = endsOf(problem, u);
    push(met, `${p} ${s.organisation[q]}`, usesOf(u));
    push(met, `${q} ${s.organisation[p]}`, usesOf(u));
  }
  for (const partners of met.values()) if (partners.length > 1) mip.atMost(1, partners.flat());
}

// For each slot t: not the first in t or later and the second in t or earlier.
export function addPrecedences(problem: Problem, mip: Mip, ways: Ways, usesOf: (u: number) => number[]): void {
  const s = problem.sections;
  const unitsOf = (pair: number): number[] => {
    const out: number[] = [];
    for (let u = s.pairUnit[pair]!; u < s.pairUnit[pair + 1]!; u++) out.push(u);
    return out;
  };
  for (let i = 0; i < problem.word(L.N_PRECEDENCES); i++)
    for (const first of unitsOf(s.precedenceFirst[i]!))
      for (const then of unitsOf(s.precedenceThen[i]!))
        for (let t = 0; t < problem.word(L.N_SLOTS); t++) {
          const late = usesOf(first).filter((c) => ways.slot[c]! >= t);
          const early = usesOf(then).filter((c) => ways.slot[c]! <= t);
          if (late.length > 0 && early.length > 0) mip.atMost(1, [...late, ...early]);
        }
}

/** Wishes for an organisation, and fairness: ceil(f(S)) with f(S) = fairness (B - S)^2 / (100 B), S whole. */
function addWishes(problem: Problem, mip: Mip, ways: Ways, ofPerson: readonly number[][]): void {
  const s = problem.sections;
  const meets = new Map<number, number[]>();
  ways.unit.forEach((u, c) => {
    for (const g of [s.unitGroupP[u]!, s.unitGroupQ[u]!]) if (g >= 0) push(meets, g, c);
  });
  const answered = new Map<number, { column: number; points: number }[]>();
  for (const [g, columns] of meets) {
    const column = mip.column(s.groupWeight[g]!, 1);
    mip.row(-Infinity, 0, [1, [column]], [-1, columns]);
    push(answered, s.groupOwner[g]!, { column, points: s.groupPoints[g]! });
  }
  const fairness = problem.word(L.R_FAIRNESS);
  if (fairness === 0) return;
  ofPerson.forEach((columns, p) => {
    const best = s.best[p]!;
    if (best === 0) return;
    const points = new Map<number, number[]>();
    for (const c of columns) {
      const u = ways.unit[c]!;
      const worth = p === s.unitP[u] ? s.unitPointsP[u]! : s.unitPointsQ[u]!;
      if (worth > 0 && firstUnit(problem, u)) push(points, worth, c);
    }
    for (const { column, points: worth } of answered.get(p) ?? []) push(points, worth, column);
    const most = [...points].reduce((sum, [worth, list]) => sum + worth * list.length, 0);
    const served = mip.column(0, most);
    mip.row(0, 0, [-1, [served]], ...points);
    const cost = mip.column(-1, Math.ceil((fairness * best) / 100), true);
    // Points come in multiples of this. A tangent at each of them and a whole cost are the ceiling itself.
    const unit = [...points.keys()].reduce(greatestDivisor, 0);
    for (let at = 0; unit > 0 && at < best; at += unit) {
      const short = best - at;
      mip.row(fairness * short * (short + 2 * at), Infinity, [100 * best, [cost]], [2 * fairness * short, [served]]);
    }
    if (unit === 0) mip.row(Math.ceil((fairness * best) / 100), Infinity, [1, [cost]]);
  });
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

export function endsOf(problem: Problem, u: number): [number, number] {
  return [problem.sections.unitP[u]!, problem.sections.unitQ[u]!];
}

function groupBy(items: readonly number[], key: (item: number) => number): Map<number, number[]> {
  const out = new Map<number, number[]>();
  for (const item of items) push(out, key(item), item);
  return out;
}

/** Adds to the list of a key. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
