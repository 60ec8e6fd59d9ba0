// Small events in which nobody may meet, so that tables are all there is, and their best seating by trying all of them.
// Used by test/property/seats.test.ts and bench/seating.ts.

import * as L from "../../assembly/layout.js";
import type { Problem } from "../../src/problem/problem.js";
import type { EventInput, EventSpec } from "../../src/spec/schema.js";
import { eventOf } from "./event-builder.js";
import { Random } from "./random.js";

/** One meal of up to 16 people at up to 4 tables, or two of up to 6 at up to 3. */
export function tableEvent(seed: number, meals: 1 | 2): EventSpec {
  const random = new Random(seed);
  const n = meals === 2 ? random.int(4, 6) : random.int(8, random.chance(0.3) ? 16 : 13);
  const participants = Array.from({ length: n }, (_, i) => ({
    id: `p${i}`,
    side: random.chance(0.5) ? "buyer" : "seller",
    ...(random.chance(0.3) && { organisation: random.pick(["acme", "blue"]) }),
    ...(random.chance(0.05) && { meals: false }),
  }));
  const wishes: NonNullable<EventInput["wishes"]> = [];
  for (const { id: from } of participants)
    for (const { id: to } of participants) {
      if (from === to || !random.chance(0.3)) continue;
      wishes.push(random.chance(0.08) ? { from, to, veto: true } : { from, to, priority: random.int(1, 4) });
    }
  const count = random.int(2, meals === 1 ? 4 : 3);
  const meal = (session: string): NonNullable<EventInput["meals"]>[number] => {
    const ids = participants.map(({ id }) => id);
    const host = (): string | undefined =>
      random.chance(0.15) ? ids.splice(random.int(0, ids.length - 1), 1)[0] : undefined;
    const tables = Array.from({ length: count }, (_, t) => {
      const at = host();
      return { id: `t${t}`, seats: random.int(2, Math.ceil(n / count) + 2), ...(at !== undefined && { host: at }) };
    });
    const mix = { min: random.int(0, 1), max: random.int(2, 5) };
    return { session, tables, ...(random.chance(0.4) && { mix: { buyer: mix } }) };
  };
  return eventOf({
    participants,
    wishes,
    pairings: [],
    meals: meals === 1 ? [meal("lunch")] : [meal("lunch"), meal("supper")],
    rules: {
      mealSeat: random.pick([0, 10, 1000]),
      mealShare: random.pick([40, 100]),
      mealColleagues: random.pick([0, 20, 200]),
      mealRepeat: random.pick([0, 20, 100]),
      mutual: random.pick([0, 50]),
    },
  });
}

/** The points of a meal at best (-Infinity: no seating is legal), for pairs worth `between`: every set of people at the first table, the best of the rest. */
function best(problem: Problem, m: number, between: (p: number, q: number) => number): number {
  const s = problem.sections;
  const n = problem.word(L.N_PARTICIPANTS);
  const sides = problem.word(L.N_SIDES);
  const eaters = Array.from({ length: n }, (_, p) => p).filter((p) => s.eats[m * n + p] === 1);
  const k = eaters.length;
  const tables = Array.from({ length: s.tableStart[m + 1]! - s.tableStart[m]! }, (_, t) => s.tableStart[m]! + t);
  // What a set brings at a table; that some are at none costs a seat each in the end.
  const worth = new Float64Array(1 << k);
  for (let set = 1; set < 1 << k; set++) {
    const last = 31 - Math.clz32(set);
    let sum = worth[set & ~(1 << last)]!;
    for (let i = 0; i < last; i++) if ((set >> i) & 1) sum += between(eaters[i]!, eaters[last]!);
    worth[set] = sum;
  }
  const may = (set: number, t: number): boolean => {
    if (set === 0) return !eaters.some((p) => s.fixedTable[m * n + p] === t);
    const count = new Int32Array(sides);
    let people = 0;
    for (let i = 0; i < k; i++) {
      const fixed = s.fixedTable[m * n + eaters[i]!]!;
      const sits = ((set >> i) & 1) === 1;
      if (fixed >= 0 && (fixed === t) !== sits) return false;
      if (!sits) continue;
      count[s.side[eaters[i]!]!]!++;
      people++;
    }
    if (people > s.tableSeats[t]!) return false;
    return count.every((c, side) => c >= s.mixMin[m * sides + side]! && c <= s.mixMax[m * sides + side]!);
  };
  let reached = new Float64Array(1 << k).fill(-Infinity);
  reached[0] = 0;
  for (const t of tables) {
    const allowed = Array.from({ length: 1 << k }, (_, set) => set).filter((set) => worth[set]! > -1e9 && may(set, t));
    const next = new Float64Array(1 << k).fill(-Infinity);
    for (const set of allowed) {
      const rest = ((1 << k) - 1) ^ set;
      for (let before = rest; ; before = (before - 1) & rest) {
        const sum = reached[before]! + worth[set]!;
        if (sum > next[before | set]!) next[before | set] = sum;
        if (before === 0) break;
      }
    }
    reached = next;
  }
  let most = -Infinity;
  reached.forEach((sum, set) => {
    let missing = k;
    for (let bits = set; bits !== 0; bits &= bits - 1) missing--;
    most = Math.max(most, sum - problem.word(L.R_MEAL_SEAT) * missing);
  });
  return most;
}

type Between = (p: number, q: number) => number;

/** What two people bring at their first table, and what they cost there as colleagues; a veto is beyond all points. */
function pairs(problem: Problem): { first: Between; colleagues: Between } {
  const s = problem.sections;
  const n = problem.word(L.N_PARTICIPANTS);
  const first = new Float64Array(n * n);
  for (let p = 0; p < n; p++)
    for (let k = s.knowsStart[p]!; k < s.knowsStart[p + 1]!; k++)
      first[p * n + s.knows[k]!] = s.knowsVeto[k] === 1 ? -1e12 : s.knowsValue[k]!;
  const cost = problem.word(L.R_MEAL_COLLEAGUES);
  return {
    first: (p, q) => first[p * n + q]!,
    colleagues: (p, q) => (s.organisation[p] === s.organisation[q] ? cost : 0),
  };
}

/** The best of the meals term. */
export function optimum(problem: Problem): number {
  const { first, colleagues } = pairs(problem);
  const alone: Between = (p, q) => first(p, q) - colleagues(p, q);
  if (problem.word(L.N_MEALS) === 1) return best(problem, 0, alone);
  // Every seating of the first meal, and the best of the second after it.
  const s = problem.sections;
  const n = problem.word(L.N_PARTICIPANTS);
  const repeat = problem.word(L.R_MEAL_REPEAT);
  const at = new Int32Array(n).fill(-1);
  let most = -Infinity;
  const legal = (): boolean => {
    for (let t = s.tableStart[0]!; t < s.tableStart[1]!; t++) {
      const there = Array.from({ length: n }, (_, p) => p).filter((p) => at[p] === t);
      if (there.length > s.tableSeats[t]!) return false;
      for (let side = 0; there.length > 0 && side < problem.word(L.N_SIDES); side++) {
        const count = there.filter((p) => s.side[p] === side).length;
        if (count < s.mixMin[side]! || count > s.mixMax[side]!) return false;
      }
    }
    return true;
  };
  const visit = (p: number, sum: number): void => {
    if (p === n) {
      if (!legal()) return;
      const later: Between = (a, b) =>
        at[a]! >= 0 && at[a] === at[b] ? Math.min(first(a, b), 0) - repeat - colleagues(a, b) : alone(a, b);
      most = Math.max(most, sum + best(problem, 1, later));
      return;
    }
    const fixed = s.fixedTable[p]!;
    if (fixed < 0) visit(p + 1, sum - (s.eats[p] === 1 ? problem.word(L.R_MEAL_SEAT) : 0));
    if (s.eats[p] === 0) return;
    for (let t = s.tableStart[0]!; t < s.tableStart[1]!; t++) {
      if (fixed >= 0 && fixed !== t) continue;
      let more = 0;
      for (let q = 0; q < p; q++) if (at[q] === t) more += alone(p, q);
      if (more < -1e9) continue;
      at[p] = t;
      visit(p + 1, sum + more);
      at[p] = -1;
    }
  };
  visit(0, 0);
  return most;
}
