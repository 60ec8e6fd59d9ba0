// What the organiser has fixed for single pairs: locked meetings, blocked pairs, pairs that met before, precedences.
// Called by facts.ts. Pairs are unordered here: one key for both orders.

import type { Calendar } from "../../spec/calendar.js";
import { coverageFlags } from "../../spec/calendar.js";
import type { EventSpec } from "../../spec/schema.js";
import type { People } from "./people.js";

/** One entry of `locked`. */
export interface Lock {
  /** Index in spec.locked. */
  index: number;
  p: number;
  q: number;
  /** 1 for each slot in which it may be held; undefined: in any. */
  slots: Uint8Array | undefined;
  /** Id of the place it must have. */
  place: string | undefined;
}

/** One entry of `precedences`, as keys of pairs. */
export interface Precedence {
  index: number;
  first: number;
  then: number;
}

export interface Locks {
  /** The same number for (p, q) and (q, p), unique for the pair. */
  pairKey(p: number, q: number): number;
  /** Locks of each locked pair, by pair key, in the order of the spec. */
  locks: Map<number, Lock[]>;
  /** Pairs blocked in every slot. */
  blocked: Set<number>;
  /** Pairs blocked in some slots: one flag per slot. */
  blockedSlots: Map<number, Uint8Array>;
  /** True when the pair is blocked altogether or in this slot. */
  blockedIn(p: number, q: number, slot: number): boolean;
  metBefore: Set<number>;
  precedences: Precedence[];
}

/** Reads the lists of pairs; entries with unknown participants are left out. */
export function locksOf(spec: EventSpec, calendar: Calendar, { people, personIndex }: People): Locks {
  const n = people.length + 1;
  const pairKey = (p: number, q: number): number => (p < q ? p * n + q : q * n + p);
  const pairOf = ([a, b]: readonly [string, string]): [number, number] | undefined => {
    const p = personIndex.get(a);
    const q = personIndex.get(b);
    return p === undefined || q === undefined ? undefined : [p, q];
  };
  const locks = new Map<number, Lock[]>();
  spec.locked.forEach((entry, index) => {
    const pair = pairOf(entry.participants);
    if (!pair) return;
    const key = pairKey(...pair);
    const list = locks.get(key) ?? [];
    if (list.length === 0) locks.set(key, list);
    let slots = entry.slots && coverageFlags(calendar, entry.slots, true).slots;
    if (entry.slot !== undefined) {
      const only = calendar.slotIndex.get(entry.slot);
      // With both keys given a meeting has to satisfy both.
      const open = slots;
      slots = new Uint8Array(calendar.slots.length);
      if (only !== undefined && (open === undefined || open[only])) slots[only] = 1;
    }
    list.push({ index, p: pair[0], q: pair[1], slots, place: entry.place });
  });
  const blocked = new Set<number>();
  const blockedSlots = new Map<number, Uint8Array>();
  for (const entry of spec.blocked) {
    const pair = pairOf(entry.participants);
    if (!pair) continue;
    const key = pairKey(...pair);
    if (entry.slots === undefined) {
      blocked.add(key);
      continue;
    }
    const { slots } = coverageFlags(calendar, entry.slots);
    const before = blockedSlots.get(key);
    if (before) slots.forEach((flag, s) => (before[s]! |= flag));
    else blockedSlots.set(key, slots);
  }
  const metBefore = new Set<number>();
  for (const entry of spec.met) {
    const pair = pairOf(entry);
    if (pair) metBefore.add(pairKey(...pair));
  }
  const precedences: Precedence[] = [];
  spec.precedences.forEach((entry, index) => {
    const first = pairOf(entry.first);
    const then = pairOf(entry.then);
    if (first && then) precedences.push({ index, first: pairKey(...first), then: pairKey(...then) });
  });
  return {
    pairKey,
    locks,
    blocked,
    blockedSlots,
    blockedIn: (p, q, slot) => {
      const key = pairKey(p, q);
      return blocked.has(key) || blockedSlots.get(key)?.[slot] === 1;
    },
    metBefore,
    precedences,
  };
}
