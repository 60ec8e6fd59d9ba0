// What the calendar leaves to a locked meeting, and how much room a slot has. Called by certificate.ts, narrow.ts.

import type { Facts } from "../rules/facts.js";
import type { Lock } from "../rules/facts/locks.js";

/** Slots in which two people can meet: both present, not blocked, a place they may use open; a mask into `mask`. */
export function pairSlots(facts: Facts, p: number, q: number, mask: Uint32Array): Uint32Array {
  facts.commonSlots(p, q, mask);
  facts.keepOpen(facts.allowedPlaces(p, q), mask);
  return mask;
}

/** Two people can meet at all: they may, and there is a slot for it, or they are locked to. */
export function canMeet(facts: Facts, p: number, q: number): boolean {
  if (facts.eligible(p, q) !== undefined) return false;
  if (facts.locks.has(facts.pairKey(p, q))) return true;
  return pairSlots(facts, p, q, new Uint32Array(facts.words)).some((word) => word !== 0);
}

/** Slots in which a locked meeting may be held, in order of time: its own of those in which the two can meet, at its place. */
export function lockSlots(facts: Facts, { p, q, slots, place }: Lock): number[] {
  const mask = pairSlots(facts, p, q, new Uint32Array(facts.words));
  const at = place === undefined ? undefined : facts.placeIndex.get(place);
  if (at !== undefined) facts.keepOpen({ listed: [at], common: false }, mask);
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
