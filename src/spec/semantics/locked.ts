// Locked meetings: each by itself (can this pair meet at all, in one of these slots, at this place?).
// Called by index.ts, which then has locked-sets.ts look at those that are sound by themselves, together.

import { coverageFlags } from "../calendar.js";
import type { MessageKey } from "../messages.js";
import type { Report } from "../report.js";
import type { Locked } from "../schema.js";
import { capacities, pairNumber, type Book } from "./book.js";
import { checkPair, checkTokens } from "./ids.js";

/** A locked meeting that is possible by itself. */
export interface Lock {
  /** Index in the event's list. */
  index: number;
  a: number;
  b: number;
  /** Slots that it may take, in calendar order. */
  open: number[];
  /** Index of the place it must be held at, where that is certain; else -1. */
  place: number;
  /** Indices of the places that it may be held at; undefined: any place that is nobody's own. Empty without places. */
  places: number[] | undefined;
}

/** Reports what makes a locked meeting impossible by itself; returns those that are sound. */
export function checkLocked(book: Book, report: Report): Lock[] {
  if (book.spec.locked.length === 0) return [];
  const bans = bansOf(book);
  const locks: Lock[] = [];
  book.spec.locked.forEach((locked, index) => {
    const lock = checkOne(book, bans, locked, index, report);
    if (lock) locks.push(lock);
  });
  return locks;
}

interface Bans {
  key(a: number, b: number): number;
  /** Blocked slots of a pair; undefined where it is not blocked. */
  blocked: Map<number, Uint8Array>;
  always: Set<number>;
  met: Set<number>;
  /** Room of each place, and the flags of its closed slots. */
  capacity: number[];
  closed: Uint8Array[];
  /** Meetings that the places that are nobody's own have room for, by slot. */
  pool: Float64Array;
}

function bansOf(book: Book): Bans {
  const { spec, participants, calendar } = book;
  const key = (a: number, b: number): number => pairNumber(book, a, b);
  const pairOf = ([a, b]: readonly [string, string]): number | undefined => {
    const [p, q] = [participants.get(a), participants.get(b)];
    return p === undefined || q === undefined ? undefined : key(p, q);
  };
  const bans: Bans = {
    key,
    blocked: new Map(),
    always: new Set(),
    met: new Set(),
    capacity: capacities(book),
    closed: [],
    pool: new Float64Array(calendar.slots.length),
  };
  for (const { participants: pair, slots } of spec.blocked) {
    const number = pairOf(pair);
    if (number === undefined) continue;
    if (!slots) {
      bans.always.add(number);
      continue;
    }
    const { slots: flags } = coverageFlags(calendar, slots);
    const known = bans.blocked.get(number);
    known?.forEach((flag, s) => (flags[s] = flags[s]! | flag));
    bans.blocked.set(number, flags);
  }
  if (spec.rules.met === "exclude") {
    for (const pair of spec.met) {
      const number = pairOf(pair);
      if (number !== undefined) bans.met.add(number);
    }
  }
  bans.closed = spec.places.map((place) => coverageFlags(calendar, place.closed).slots);
  const owned = ownedPlaces(book);
  spec.places.forEach((_, z) => {
    if (owned[z]) return;
    for (let s = 0; s < bans.pool.length; s++) if (!bans.closed[z]![s]) bans.pool[s]! += bans.capacity[z]!;
  });
  return bans;
}

function checkOne(book: Book, bans: Bans, locked: Locked, index: number, report: Report): Lock | undefined {
  const { calendar, participants, places } = book;
  const path = ["locked", index];
  let sound = checkPair(book, locked.participants, [...path, "participants"], report);
  const { slot, slots, place } = locked;
  if (slot !== undefined && slots !== undefined) report.error("locked-slot-and-slots", path, names(locked));
  if (slot !== undefined && book.timed && !calendar.slotIndex.has(slot)) {
    report.unknown("unknown-id/slot", [...path, "slot"], slot, calendar.slotIndex.keys(), calendar.slots.length);
    sound = false;
  }
  if (slots && !checkTokens(book, slots, [...path, "slots"], report)) sound = false;
  if (place !== undefined && !places.has(place)) {
    report.unknown("unknown-id/place", [...path, "place"], place, places.keys(), places.size);
    sound = false;
  }
  if (!sound) return undefined;
  const a = participants.get(locked.participants[0])!;
  const b = participants.get(locked.participants[1])!;
  const key = bans.key(a, b);
  const ban = banOf(book, bans, a, b, key);
  if (ban) {
    report.error(ban[0], path, { ...names(locked), ...ban[1] });
    return undefined;
  }
  if (!book.timed) return undefined;
  const allowed = allowedSlots(book, locked);
  const [one, other] = [book.present(a), book.present(b)];
  const there = allowed.filter((s) => one[s]! > 0 && other[s]! > 0);
  if (there.length === 0) {
    tellAbsence(book, index, a, b, allowed, report);
    return undefined;
  }
  const blocked = bans.blocked.get(key);
  const free = blocked ? there.filter((s) => !blocked[s]) : there;
  if (free.length === 0) {
    const at: Record<string, string> = there.length === 1 ? { slot: calendar.slots[there[0]!]!.id } : {};
    report.error("locked-blocked", path, { ...names(locked), ...at });
    return undefined;
  }
  const at = placesOf(book, locked, a, b);
  const isOpen = (s: number): boolean =>
    at ? at.some((z) => !bans.closed[z]![s] && bans.capacity[z]! > 0) : bans.pool[s]! > 0;
  const open = at?.length === 0 ? free : free.filter(isOpen);
  const certain = at?.length === 1 ? at[0]! : -1;
  if (open.length === 0) {
    if (certain < 0) report.error("locked-no-place", path, names(locked));
    else report.error("locked-place-closed", path, { ...names(locked), place: book.spec.places[certain]!.id });
    return undefined;
  }
  return { index, a, b, open, place: certain, places: at };
}

function names(locked: Locked): { a: string; b: string } {
  return { a: locked.participants[0], b: locked.participants[1] };
}

function banOf(
  book: Book,
  bans: Bans,
  a: number,
  b: number,
  key: number,
): [MessageKey, Record<string, number>] | undefined {
  if (!book.paired(a, b)) return ["locked-sides", {}];
  if (book.organisationOf[a] === book.organisationOf[b]) return ["locked-same-organisation", {}];
  const wish = book.vetoBetween(a, b);
  if (wish >= 0) return ["locked-vetoed", { wish: wish + 1 }];
  if (bans.always.has(key)) return ["locked-blocked", {}];
  if (bans.met.has(key)) return ["locked-met", {}];
  return undefined;
}

function allowedSlots(book: Book, { slot, slots }: Locked): number[] {
  const { calendar } = book;
  if (slot !== undefined) return [calendar.slotIndex.get(slot)!];
  if (!slots) return calendar.slots.map((s) => s.index);
  const covered = new Set(slots.flatMap((token) => book.covered(token, true)?.slots ?? []));
  return [...covered].sort((x, y) => x - y);
}

function tellAbsence(
  book: Book,
  index: number,
  a: number,
  b: number,
  allowed: readonly number[],
  report: Report,
): void {
  const path = ["locked", index];
  const locked = book.spec.locked[index]!;
  if (allowed.length !== 1) return report.error("locked-no-slot", path, names(locked));
  const slot = allowed[0]!;
  const away = [a, b].filter((p) => book.present(p)[slot] === 0).map((p) => book.spec.participants[p]!.id);
  const values = { ...names(locked), slot: book.calendar.slots[slot]!.id, absent: away.join(" + ") };
  report.error("locked-absent", path, values);
}

/** 1 for each place that is somebody's own. */
export function ownedPlaces(book: Book): Uint8Array {
  const owned = new Uint8Array(book.spec.places.length);
  for (const { place } of book.spec.participants) {
    const z = place === undefined ? undefined : book.places.get(place);
    if (z !== undefined) owned[z] = 1;
  }
  return owned;
}

/** The places a meeting may use: the locked one, else the host's own (of both, where none or both host), else the pool. */
function placesOf(book: Book, { place }: Locked, a: number, b: number): number[] | undefined {
  if (book.spec.places.length === 0) return [];
  if (place !== undefined) return [book.places.get(place)!];
  const people = book.spec.participants;
  const hosts = [a, b].filter((p) => book.spec.sides[book.sides.get(people[p]!.side) ?? -1]?.hosts);
  const own = new Set<number>();
  for (const p of hosts.length === 1 ? hosts : [a, b]) {
    const id = people[p]!.place;
    const z = id === undefined ? undefined : book.places.get(id);
    if (z !== undefined) own.add(z);
  }
  return own.size > 0 ? [...own] : undefined;
}
