// Slots in which locked meetings can still be held when all of them must be: what one person's other meetings, full rooms
// and precedences close to a meeting is closed to both its people, until nothing more closes (arc consistency of the
// matching of each person, after Régin 1994, and of the ends of each precedence). A schedule that holds all locked
// meetings holds them in slots that are left. Called by holes.ts.

import type { Facts } from "../rules/facts.js";
import type { Lock } from "../rules/facts/locks.js";
import { lockSlots, openRoom } from "./slots.js";

export interface Narrowed {
  /** Slots that are left to each locked meeting, in order of time. */
  open: ReadonlyMap<Lock, number[]>;
  /** People of a meeting to which nothing is left, or who have more meetings than slots; narrowing stops there. */
  stuck: readonly number[];
}

/** Nothing narrowed: the slots in which each meeting could be held if it were the only one. */
export function everySlot(facts: Facts): { open: Map<Lock, number[]>; stuck: number[] } {
  const open = new Map<Lock, number[]>();
  for (const list of facts.locks.values()) for (const lock of list) open.set(lock, lockSlots(facts, lock));
  return { open, stuck: [] };
}

/** Narrows until nothing changes, or until it is plain that not all locked meetings can be held. */
export function narrow(facts: Facts): Narrowed {
  const { open } = everySlot(facts);
  const own = facts.people.map((): Lock[] => []);
  for (const lock of open.keys()) {
    own[lock.p]!.push(lock);
    own[lock.q]!.push(lock);
  }
  for (const [{ p, q }, slots] of open) if (slots.length === 0) return { open, stuck: [p, q] };
  const changed = new Set(own.keys());
  /** Closes slots to a meeting; false when none is left, and then it keeps what it had. */
  const keep: Keep = (lock, holds) => {
    const before = open.get(lock)!;
    const after = before.filter(holds);
    if (after.length === 0) return false;
    if (after.length < before.length) {
      open.set(lock, after);
      changed.add(lock.p).add(lock.q);
    }
    return true;
  };
  while (changed.size > 0) {
    const people = [...changed];
    changed.clear();
    const nowhere = keepOrder(facts, open, keep) ?? keepRoom(facts, open, keep);
    if (nowhere) return { open, stuck: [nowhere.p, nowhere.q] };
    for (const p of people) {
      // Several representatives meet at once: their meetings do not push each other out.
      if (facts.people[p]!.rows.length !== 1) continue;
      const possible = matchable(own[p]!.map((lock) => open.get(lock)!));
      if (!possible) return { open, stuck: [p] };
      own[p]!.forEach((lock, m) => keep(lock, (slot) => possible[m]!.has(slot)));
    }
  }
  return { open, stuck: [] };
}

type Keep = (lock: Lock, holds: (slot: number) => boolean) => boolean;

/** Each meeting of the second pair is later than one of the first can be, and the reverse; gives one that has no slot. */
function keepOrder(facts: Facts, open: Narrowed["open"], keep: Keep): Lock | undefined {
  for (const { first, then } of facts.precedences)
    for (const a of facts.locks.get(first) ?? [])
      for (const b of facts.locks.get(then) ?? []) {
        const soonest = open.get(a)![0]!;
        if (!keep(b, (slot) => slot > soonest)) return b;
        const last = open.get(b)!.at(-1)!;
        if (!keep(a, (slot) => slot < last)) return a;
      }
  return undefined;
}

/** Meetings with one slot left take its room first; a meeting that has none there is given back. */
function keepRoom(facts: Facts, open: Narrowed["open"], keep: Keep): Lock | undefined {
  if (facts.places.length === 0) return undefined;
  const room = facts.calendar.slots.map(({ index }) => openRoom(facts, index));
  for (const [lock, [slot, ...others]] of open) if (others.length === 0 && --room[slot!]! < 0) return lock;
  for (const [lock, slots] of open) {
    if (slots.length > 1 && !keep(lock, (slot) => room[slot]! > 0)) return lock;
  }
  return undefined;
}

/** For each meeting the slots it has in some assignment of all to open slots, one each; undefined when there is none. */
function matchable(open: readonly (readonly number[])[]): Set<number>[] | undefined {
  const slotOf = new Map<number, number>();
  const meetingAt = new Map<number, number>();
  const put = (m: number, slot: number): void => {
    slotOf.set(m, slot);
    meetingAt.set(slot, m);
  };
  /** Finds a slot for meeting m, moving others but not `fixed`. */
  const place = (m: number, fixed: number, seen: Set<number>): boolean => {
    for (const slot of open[m]!) {
      const other = meetingAt.get(slot);
      if (seen.has(slot) || (other !== undefined && other === fixed)) continue;
      seen.add(slot);
      if (other !== undefined && !place(other, fixed, seen)) continue;
      put(m, slot);
      return true;
    }
    return false;
  };
  for (let m = 0; m < open.length; m++) if (!place(m, -1, new Set())) return undefined;
  return open.map((slots, m) => {
    const possible = new Set([slotOf.get(m)!]);
    for (const slot of slots) {
      if (possible.has(slot)) continue;
      const from = slotOf.get(m)!;
      const other = meetingAt.get(slot);
      meetingAt.delete(from);
      put(m, slot);
      if (other === undefined || place(other, m, new Set())) {
        possible.add(slot);
        continue;
      }
      put(other, slot);
      put(m, from);
    }
    return possible;
  });
}
