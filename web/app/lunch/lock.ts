// Fixes seats in the event's text, or takes that back. Used by the panel and the L key.

import type { TableView } from "../../lunch-views.js";
import { usable } from "../../state/event.js";
import { lunch } from "../../state/lunches.js";
import { lock } from "../../state/seat-move.js";

/** Locks somebody to the own table, or unlocks. A host needs no lock, and who has no seat has nothing to lock. */
export async function toggleLock(person: string): Promise<void> {
  const table = lunch.peek()?.tables.find(({ people }) => people.some(({ id }) => id === person));
  const seat = table?.people.find(({ id }) => id === person);
  if (!table || !seat || seat.host || !usable.peek()) return;
  await lock([person], seat.locked ? null : table.id);
}

/** Everybody at the table is locked there. */
export function tableLocked(table: TableView): boolean {
  const guests = table.people.filter(({ host }) => !host);
  return guests.length > 0 && guests.every(({ locked }) => locked);
}

/** Locks all who sit at a table, or unlocks them. */
export async function toggleTable(table: TableView): Promise<void> {
  const guests = table.people.filter(({ host }) => !host).map(({ id }) => id);
  if (guests.length > 0 && usable.peek()) await lock(guests, tableLocked(table) ? null : table.id);
}
