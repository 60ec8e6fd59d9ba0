// The published schedule that a repair starts from, in indices: what of it units and tables can express. What they cannot
// (people who may not meet any more, a slot that is gone) makes an agenda differ, whatever is held. Last part of compile.ts.

import type { Schedule } from "../schedule.js";
import type { Entities } from "./entities.js";
import type { mealsOf } from "./tables.js";
import type { Units } from "./units.js";

/** What a published schedule is compared by. */
export type Base = Pick<Schedule, "meetings" | "meals">;

/** Sections O_BASE_* of assembly/layout.ts; empty ones without a published schedule. */
export function baseOf(e: Entities, base: Base | undefined, units: Units, meals: ReturnType<typeof mealsOf>) {
  const n = e.spec.participants.length;
  const size = base ? 1 : 0;
  const out = {
    baseSlot: new Int32Array(size * units.p.length).fill(-1),
    basePlace: new Int32Array(size * units.p.length).fill(-1),
    baseCount: new Int32Array(size * n),
    baseSeat: new Int32Array(size * meals.sessions.length * n).fill(-1),
  };
  if (!base) return out;
  const lost = new Set<number>();
  const lose = (ids: readonly string[]): void => {
    for (const id of ids) if (e.participant.has(id)) lost.add(e.participant.get(id)!);
  };

  // Each published meeting takes the next unit of its pair.
  const next = new Map<number, number>();
  for (let u = units.p.length - 1; u >= 0; u--) next.set(units.p[u]! * n + units.q[u]!, u);
  for (const { participants, slot, place } of base.meetings) {
    const [a, b] = participants.map((id) => e.participant.get(id) ?? -1) as [number, number];
    const [p, q] = [Math.min(a, b), Math.max(a, b)];
    const u = p < 0 ? undefined : next.get(p * n + q);
    const at = e.calendar.slotIndex.get(slot);
    const where = place === undefined ? -1 : e.place.get(place);
    if (u === undefined || at === undefined || where === undefined || units.p[u] !== p || units.q[u] !== q) {
      lose(participants);
      continue;
    }
    out.baseSlot[u] = at;
    out.basePlace[u] = where;
    out.baseCount[p]!++;
    out.baseCount[q]!++;
    next.set(p * n + q, u + 1);
  }

  const mealIndex = new Map(meals.sessions.map((session, m) => [session, m]));
  const tables = meals.sessions.map((_, m) => {
    const [first, end] = [meals.tableStart[m]!, meals.tableStart[m + 1]!];
    return new Map(meals.tables.slice(first, end).map((id, t) => [id, first + t]));
  });
  for (const { session, table, participants } of base.meals) {
    const m = mealIndex.get(session) ?? -1;
    const t = tables[m]?.get(table);
    for (const id of participants) {
      const at = m * n + (e.participant.get(id) ?? -1);
      if (t === undefined || !e.participant.has(id) || out.baseSeat[at]! >= 0) lose([id]);
      else out.baseSeat[at] = t;
    }
  }
  for (const p of lost) out.baseCount[p] = -1;
  return out;
}
