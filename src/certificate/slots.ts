// What the calendar leaves to a locked meeting, and how much room a slot has. Called by certificate.ts, narrow.ts.

import type { Facts } from "../rules/facts.js";
import type { Lock } from "../rules/facts/locks.js";

/** Slots in which a locked meeting may be held, in order of time: its own, both present, not blocked. */
export function lockSlots(facts: Facts, { p, q, slots }: Lock): number[] {
  const mask = facts.commonSlots(p, q, new Uint32Array(facts.words));
  return facts.calendar.slots.flatMap(({ index }) => {
    const open = (mask[index >> 5]! >>> (index & 31)) & 1;
    return open && (slots === undefined || slots[index]) ? [index] : [];
  });
}

/** Meetings that all places together can hold in slot t; meaningless where an event has no places. */
export function openRoom(facts: Facts, t: number): number {
  return facts.places.reduce((sum, place) => sum + (place.closed[t] ? 0 : place.capacity), 0);
}

/** The slots of a mask, in place of what `into` holds. */
export function slotsIn(mask: Uint32Array, into: number[]): void {
  into.length = 0;
  for (let w = 0; w < mask.length; w++) {
    for (let bits = mask[w]!; bits !== 0; bits &= bits - 1) into.push(w * 32 + 31 - Math.clz32(bits & -bits));
  }
}
