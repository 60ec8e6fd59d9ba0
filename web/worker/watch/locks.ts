// Where a locked meeting could be held instead: slots in which both are there, are not blocked, have no other meeting
// locked, and find a place open. Called by cures.ts, which tries what comes of it.

import type { Scene } from "./scene.js";

export interface OtherSlot {
  id: string;
  date: string;
  /** Minutes from midnight. */
  start: number;
  /** True on the day on which the meeting is locked now, or where there is one day only. */
  sameDay: boolean;
}

/** The next such slots after the one that is locked, then those before it; `position` counts in the data's list. */
export function slotsFor(scene: Scene, position: number, most: number): OtherSlot[] {
  const { facts, spec } = scene.known;
  const index = spec.locked.findIndex((_, i) => scene.at("locked", i) === position);
  const locked = spec.locked[index];
  if (!locked) return [];
  const [p, q] = locked.participants.map((id) => facts.personIndex.get(id));
  if (p === undefined || q === undefined || p === q) return [];
  const { slots, sessions, slotIndex } = facts.calendar;
  const now = slotIndex.get(locked.slot ?? "") ?? -1;
  const taken = new Map<number, number>();
  for (const lock of [...facts.locks.values()].flat()) {
    const at = spec.locked[lock.index]!.slot;
    const slot = at === undefined ? undefined : slotIndex.get(at);
    if (lock.index === index || slot === undefined) continue;
    for (const person of [p, q]) {
      if (lock.p !== person && lock.q !== person) continue;
      taken.set(person * slots.length + slot, (taken.get(person * slots.length + slot) ?? 0) + 1);
    }
  }
  const mask = facts.commonSlots(p, q, new Uint32Array(facts.words));
  const free = (person: number, slot: number): boolean =>
    facts.people[person]!.rows.filter((row) => facts.rows[row]!.present[slot]).length >
    (taken.get(person * slots.length + slot) ?? 0);
  const own = locked.place === undefined ? undefined : facts.placeIndex.get(locked.place);
  const { listed, common } = own === undefined ? facts.allowedPlaces(p, q) : { listed: [own], common: false };
  const open = (slot: number): boolean =>
    facts.places.length === 0 ||
    facts.places.some(
      (place) =>
        !place.closed[slot] && place.capacity > 0 && (listed.includes(place.index) || (common && !place.owned)),
    );
  const days = new Set(slots.map(({ day }) => day)).size;
  const day = now < 0 ? -1 : slots[now]!.day;
  return [...slots.slice(now + 1), ...slots.slice(0, Math.max(0, now))]
    .filter(({ index: t }) => (mask[t >> 5]! >>> (t & 31)) & 1 && free(p, t) && free(q, t) && open(t))
    .slice(0, most)
    .map((slot) => ({
      id: slot.id,
      date: sessions[slot.session]!.date,
      start: slot.start,
      sameDay: days === 1 || slot.day === day,
    }));
}
