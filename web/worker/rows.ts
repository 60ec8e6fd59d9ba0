// Windows of the grid: the order of the rows, and the cells of those that are asked for.
// Called by owner.ts. The order is kept until side, sort, event or schedule change.

import type { CellView, MeetingCell, RowsRequest, RowsView, RowView } from "../protocol.js";
import { tableName, type Known } from "./known.js";
import { wishFor, type Placed } from "./placed.js";

/** Rows in the order asked for, as indices. */
export function orderOf(
  known: Known,
  placed: Placed | null,
  { side, sort }: Pick<RowsRequest, "side" | "sort">,
): Int32Array {
  const { facts } = known;
  const wanted = side === null ? -1 : (facts.sideIndex.get(side) ?? -1);
  const list = facts.rows
    .filter((row) => wanted < 0 || facts.people[row.person]!.side === wanted)
    .map((row) => row.index);
  if (sort === "name") {
    const compare = new Intl.Collator(known.spec.event.locale ?? "en").compare;
    list.sort((a, b) => compare(known.rowNames[a]!, known.rowNames[b]!) || a - b);
  } else if (sort === "served") {
    const share = Float64Array.from(facts.people, (person) => shareOf(known, placed, person.index) ?? 2);
    list.sort((a, b) => share[facts.rows[a]!.person]! - share[facts.rows[b]!.person]! || a - b);
  }
  return Int32Array.from(list);
}

/** Points of the wishes met over those of the best wishes one can have; null where there is nothing to have. */
export function shareOf(known: Known, placed: Placed | null, person: number): number | null {
  const best = known.facts.best(person);
  return best === 0 ? null : Math.min(1, (placed?.points[person] ?? 0) / best);
}

/** The rows from..to of an order, with their cells. */
export function rowsOf(known: Known, placed: Placed | null, order: Int32Array, from: number, to: number): RowsView {
  const rows: RowView[] = [];
  for (let i = Math.max(0, from); i < Math.min(order.length, to); i++) rows.push(rowOf(known, placed, order[i]!));
  return { total: order.length, from, rows };
}

function rowOf(known: Known, placed: Placed | null, index: number): RowView {
  const { facts } = known;
  const row = facts.rows[index]!;
  const p = row.person;
  return {
    row: row.id,
    participant: facts.people[p]!.id,
    name: known.rowNames[index]!,
    organisation: known.organisations[p]!,
    met: placed?.metCount[p] ?? 0,
    wishes: facts.wishes.start[p + 1]! - facts.wishes.start[p]!,
    cells: cellsOf(known, placed, index),
  };
}

function cellsOf(known: Known, placed: Placed | null, index: number): CellView[] {
  const { facts, columns } = known;
  const row = facts.rows[index]!;
  const slots = facts.calendar.slots.length;
  const base = index * slots;
  const cells: CellView[] = [];
  for (const column of columns) {
    if (column.kind === "gap") {
      cells.push({ kind: "free" });
    } else if (column.kind === "meal") {
      cells.push(mealOf(known, placed, row.person, column.id));
    } else {
      const slot = facts.calendar.slotIndex.get(column.id)!;
      const meeting = placed ? placed.at[base + slot]! : -1;
      if (meeting >= 0) cells.push({ kind: "meeting", ...meetingCell(placed!, row.person, meeting) });
      else if (!row.present[slot]) cells.push({ kind: "absent" });
      else
        cells.push({ kind: placed && idle(placed, base, facts.calendar.slots[slot]!.session, slot) ? "hole" : "free" });
    }
  }
  return cells;
}

/** True when the row has meetings before and after this slot in the same session. */
function idle(placed: Placed, base: number, session: number, slot: number): boolean {
  const { first, last } = placed.known.facts.calendar.sessions[session]!;
  let before = false;
  let after = false;
  for (let s = first; s < slot && !before; s++) before = placed.at[base + s]! >= 0;
  for (let s = slot + 1; s <= last && !after; s++) after = placed.at[base + s]! >= 0;
  return before && after;
}

function mealOf(known: Known, placed: Placed | null, person: number, session: string): CellView {
  const { facts } = known;
  const meal = facts.mealIndex.get(session)!;
  const table = placed?.tables[meal]![person] ?? -1;
  return {
    kind: "meal",
    table: table < 0 ? "" : tableName(facts.meals[meal]!.tables[table]!.id),
    absent: facts.meals[meal]!.eats[person] === 0,
  };
}

/** What a meeting shows in the line of one of its two people. */
export function meetingCell(placed: Placed, p: number, index: number): MeetingCell {
  const { known } = placed;
  const { facts } = known;
  const meeting = placed.schedule.meetings[index]!;
  const a = facts.personIndex.get(meeting.participants[0])!;
  const q = a === p ? facts.personIndex.get(meeting.participants[1])! : a;
  const own = wishFor(facts, p, q);
  const other = wishFor(facts, q, p);
  return {
    label: known.labels[q]!,
    with: known.names[q]!,
    partner: facts.people[q]!.id,
    priority: priorityOf(known, own >= 0 ? own : other),
    mutual: own >= 0 && other >= 0,
    locked: facts.locks.has(facts.pairKey(p, q)),
  };
}

/** 1 to 4, where 4 stands for 4 and lower; 0 without a wish. */
export function priorityOf(known: Known, wish: number): number {
  return wish < 0 ? 0 : Math.min(4, known.spec.wishes[wish]!.priority ?? 0);
}
