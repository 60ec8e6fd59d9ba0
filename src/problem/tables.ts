// Seated meals in indices: who eats, who must sit where, the mix of sides, and what two people bring at one table.
// Third part of compile.ts.

import type { Entities } from "./entities.js";
import { NO_LIMIT } from "./entities.js";
import type { Relation } from "./pairs.js";

/** Meals in order of time; tables of all meals one after the other. */
export function mealsOf(e: Entities, related: readonly Relation[]) {
  const { spec, calendar } = e;
  const n = spec.participants.length;
  const sides = spec.sides.length;
  const sessions = calendar.sessions.length;
  const meals = spec.meals
    .map((meal) => ({ meal, session: calendar.sessionIndex.get(meal.session)! }))
    .sort((a, b) => a.session - b.session);
  const out = {
    sessions: meals.map(({ meal }) => meal.session),
    tables: [] as string[],
    tableStart: [0],
    seats: [] as number[],
    eats: new Uint8Array(meals.length * n),
    fixedTable: new Int32Array(meals.length * n).fill(-1),
    mixMin: new Int32Array(meals.length * sides),
    mixMax: new Int32Array(meals.length * sides).fill(NO_LIMIT),
    ...knowsOf(e, related, meals.length > 0),
  };
  meals.forEach(({ meal, session }, m) => {
    const first = out.tables.length;
    const index = new Map<string, number>();
    spec.participants.forEach((p, i) => {
      if (p.meals && !e.awayFromSession[i * sessions + session]) out.eats[m * n + i] = 1;
    });
    meal.tables.forEach((table, i) => {
      index.set(table.id, first + i);
      out.tables.push(table.id);
      out.seats.push(table.seats);
    });
    const fix = (id: string, table: number): void => {
      const p = e.participant.get(id)!;
      if (out.eats[m * n + p]) out.fixedTable[m * n + p] = table;
    };
    for (const seat of meal.seats) fix(seat.participant, index.get(seat.table)!);
    meal.tables.forEach((table, i) => table.host !== undefined && fix(table.host, first + i));
    for (const [side, { min, max }] of Object.entries(meal.mix ?? {})) {
      const s = e.side.get(side)!;
      out.mixMin[m * sides + s] = min ?? 0;
      out.mixMax[m * sides + s] = Math.min(NO_LIMIT, max ?? NO_LIMIT);
    }
    out.tableStart.push(out.tables.length);
  });
  return out;
}

/** People who bring something at one table (wishes between them) or must not share one, by participant, ascending. */
function knowsOf(e: Entities, related: readonly Relation[], needed: boolean) {
  const n = e.spec.participants.length;
  const { mutual, mealShare } = e.spec.rules;
  const values = new Float64Array(related.length);
  const knowsStart = new Int32Array(n + 1);
  const counts = (r: Relation, i: number): boolean => needed && (values[i]! > 0 || r.veto);
  related.forEach((r, i) => {
    let u = 0;
    if (r.pointsP >= 0) u += r.pointsP * e.wishWeight[r.p]!;
    if (r.pointsQ >= 0) u += r.pointsQ * e.wishWeight[r.q]!;
    u += (r.groupP?.weight ?? 0) + (r.groupQ?.weight ?? 0);
    if ((r.pointsP >= 0 || r.groupP) && (r.pointsQ >= 0 || r.groupQ)) u += mutual;
    values[i] = Math.floor((u * mealShare) / 100);
    if (!counts(r, i)) return;
    knowsStart[r.p + 1]!++;
    knowsStart[r.q + 1]!++;
  });
  for (let p = 0; p < n; p++) knowsStart[p + 1]! += knowsStart[p]!;
  const knows = new Int32Array(knowsStart[n]!);
  const knowsValue = new Float64Array(knowsStart[n]!);
  const knowsVeto = new Int32Array(knowsStart[n]!);
  // In order of p, then of q, everybody's list fills in order.
  const next = knowsStart.slice();
  related.forEach((r, i) => {
    if (!counts(r, i)) return;
    for (const [p, other] of [
      [r.p, r.q],
      [r.q, r.p],
    ] as const) {
      const at = next[p]!++;
      knows[at] = other;
      knowsValue[at] = values[i]!;
      knowsVeto[at] = r.veto ? 1 : 0;
    }
  });
  return { knowsStart, knows, knowsValue, knowsVeto };
}
