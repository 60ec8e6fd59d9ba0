// What cannot stand in a calendar: sessions that overlap, names that mean two things, dates that stand twice. Called by
// plan.ts with the calendar before and after an edit: what was wrong before is no reason against the edit.

import { isDate, LIMITS } from "../../../src/index.js";
import type { Refusal } from "../../calendar-views.js";
import { countOf, slotName, type LaidSession, type Layout } from "./read.js";

/** Days with more sessions are not compared; the reading of the event says what is wrong there. */
const MOST = 500;

/** The first conflict that the calendar has now and had not before; null: none. `mine` are the keys of what is edited. */
export function newConflict(before: Layout, after: Layout, mine: ReadonlySet<number>): Refusal | null {
  const known = conflictsOf(before, mine);
  for (const [key, refusal] of conflictsOf(after, mine)) if (!known.has(key)) return refusal;
  const [old, count] = [slotsOf(before), slotsOf(after)];
  return count > LIMITS.slots && count > old ? { why: "slots", count, limit: LIMITS.slots } : null;
}

function slotsOf(layout: Layout): number {
  return layout.reduce((sum, { sessions }) => sum + sessions.reduce((part, session) => part + countOf(session), 0), 0);
}

function conflictsOf(layout: Layout, mine: ReadonlySet<number>): Map<string, Refusal> {
  const found = new Map<string, Refusal>();
  const byId = new Map<string, LaidSession>();
  const byDate = new Map<string, number>();
  for (const { key, date, sessions } of layout) {
    if (!isDate(date)) found.set(`date ${key}`, { why: "date-wrong", date });
    if (byDate.has(date)) found.set(`dates ${pair(byDate.get(date)!, key)}`, { why: "date-taken", date });
    else byDate.set(date, key);
    for (const session of sessions) {
      const { key, id, kind, start, end } = session;
      if (id === "") found.set(`empty ${key}`, { why: "id-empty" });
      const other = byId.get(id);
      if (other) found.set(`ids ${pair(other.key, key)}`, { why: "id-taken", id });
      else byId.set(id, session);
      if (start !== null && end !== null && start >= end) found.set(`order ${key}`, { why: "order" });
      if (kind === "meetings" && session.meeting === null) found.set(`length ${key}`, { why: "no-length" });
    }
    if (sessions.length <= MOST) overlaps(sessions, mine, found);
  }
  for (const session of byId.values()) {
    const { key, id } = session;
    if (byDate.has(id)) found.set(`date-name ${key} ${byDate.get(id)}`, { why: "id-date", id });
    const slot = slotName(id);
    const owner = slot ? byId.get(slot.owner) : undefined;
    if (owner && slot!.number <= countOf(owner)) found.set(`slot ${owner.key} ${key}`, { why: "id-slot", id });
  }
  return found;
}

function overlaps(sessions: readonly LaidSession[], mine: ReadonlySet<number>, found: Map<string, Refusal>): void {
  const order = sessions
    .flatMap(({ key, label, id, start, end }) =>
      start === null || end === null || start >= end ? [] : [{ key, name: label || id, start, end }],
    )
    .sort((a, b) => a.start - b.start || a.key - b.key);
  order.forEach((one, i) => {
    for (let k = i + 1; k < order.length && order[k]!.start < one.end; k++) {
      const next = order[k]!;
      const { name: other, start, end } = mine.has(next.key) ? one : next;
      found.set(`overlap ${pair(one.key, next.key)}`, { why: "overlap", other, start, end });
    }
  });
}

function pair(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
