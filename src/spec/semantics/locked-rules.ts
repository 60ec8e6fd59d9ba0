// Locked meetings that fit their pairs, participants and places, but break a rule together: room in a slot, time to walk,
// pauses, and three people who must all meet each other. Called by index.ts with what locked-sets.ts left.
// Only what is certain is told: slots and places without a choice, people with one row (for walking and triangles). Each
// set is as small as it can be: without any one of its meetings, the rest keeps this rule.

import { listed } from "../messages.js";
import type { Report } from "../report.js";
import { capacities, type Book } from "./book.js";
import { coverageFlags } from "../calendar.js";
import { ownedPlaces, type Lock } from "./locked.js";
import { groups, pairName } from "./locked-sets.js";
import { crowds } from "./matching.js";

/** Reports locked meetings that contradict each other through a rule. */
export function checkLockedRules(book: Book, locks: readonly Lock[], report: Report): void {
  const fixed = locks.filter(({ open }) => open.length === 1);
  if (book.spec.places.length > 0) checkRoom(book, fixed, report);
  for (const [p, own] of groups(fixed, ({ a, b }) => [a, b])) {
    own.sort((x, y) => x.open[0]! - y.open[0]! || x.index - y.index);
    if (book.rows(p) === 1) checkWalks(book, own, report);
    checkRest(book, p, own, report);
  }
  checkTriangles(book, locks, report);
}

function tell(
  book: Book,
  code: Parameters<Report["error"]>[0],
  set: readonly Lock[],
  values: Record<string, string | number>,
  report: Report,
): void {
  const sorted = [...set].sort((x, y) => x.index - y.index);
  const names = {
    count: set.length,
    meetings: listed(sorted.map(({ a, b }) => pairName(book, a, b))),
    locked: sorted.map(({ index }) => index).join(" "),
  };
  const path = ["locked", sorted.at(-1)!.index];
  // As with crowds: over several slots it is no slip of the pen; the event is run, and what stays out is named.
  if (code === "locked-triangle") report.warning(code, path, { ...names, ...values });
  else report.error(code, path, { ...names, ...values });
}

/** In one slot: no more meetings than the places that are nobody's own hold, and a place for each that has a choice of two. */
function checkRoom(book: Book, fixed: readonly Lock[], report: Report): void {
  const owned = ownedPlaces(book);
  const capacity = capacities(book);
  const closed = book.spec.places.map((place) => coverageFlags(book.calendar, place.closed).slots);
  for (const [slot, all] of groups(fixed, ({ open }) => open)) {
    const id = book.calendar.slots[slot]!.id;
    const open = (z: number): boolean => !closed[z]![slot];
    const inPool = all.filter(({ places }) => !places || (places.length === 1 && !owned[places[0]!]));
    if (inPool.some(({ places }) => !places)) {
      const room = capacity.reduce((sum, n, z) => sum + (!owned[z] && open(z) ? n : 0), 0);
      const set = inPool.slice(0, room + 1);
      if (set.length > room) tell(book, "locked-no-room", set, { slot: id, room }, report);
    }
    const choosy = all.filter(({ places }) => places?.some((z) => owned[z]));
    if (!choosy.some(({ places }) => places!.length > 1)) continue;
    const options = choosy.map(({ places }) => places!.filter(open));
    for (const crowd of crowds(options, (z) => capacity[z]!)) {
      const set = crowd.items.map((i) => choosy[i]!);
      tell(book, "locked-no-room", set, { slot: id, room: crowd.room }, report);
    }
  }
}

/** Time to walk between two fixed places, for a participant with one row. */
function checkWalks(book: Book, own: readonly Lock[], report: Report): void {
  const { rules, places } = book.spec;
  if (!rules.walkHard || places.length === 0) return;
  const { slots } = book.calendar;
  const minutes = walkMinutes(book);
  const placed = own.filter(({ place }) => place >= 0);
  placed.forEach((lock, i) => {
    const slot = slots[lock.open[0]!]!;
    for (const later of placed.slice(i + 1)) {
      const next = slots[later.open[0]!]!;
      if (next.day !== slot.day) break;
      const walk = minutes(lock.place, later.place);
      const time = next.start - slot.end;
      if (next === slot || time >= walk) continue;
      const [from, to] = [places[lock.place]!.id, places[later.place]!.id];
      const values = { slot: slot.id, next: next.id, from, to, time, minutes: walk };
      tell(book, "locked-walk", [lock, later], values, report);
      break;
    }
  });
}

const walks = new WeakMap<Book, (place: number, other: number) => number>();

/** Minutes between two places, by their zones. */
function walkMinutes(book: Book): (place: number, other: number) => number {
  const known = walks.get(book);
  if (known) return known;
  const { spec } = book;
  const listedMinutes = new Map<string, number>();
  const key = (a: string, b: string): string => JSON.stringify([a, b]);
  for (const [a, b, n] of spec.walks) listedMinutes.set(key(a, b), n).set(key(b, a), n);
  const minutes = (x: number, y: number): number => {
    if (x === y) return 0;
    const [a, b] = [spec.places[x]!.zone, spec.places[y]!.zone];
    const given = a === undefined || b === undefined ? undefined : listedMinutes.get(key(a, b));
    return given ?? (a === b ? 0 : spec.rules.walkDefault);
  };
  walks.set(book, minutes);
  return minutes;
}

/** In k + 1 consecutive slots of a session, n rows hold at most n x k meetings. */
function checkRest(book: Book, p: number, own: readonly Lock[], report: Report): void {
  const most = book.spec.rules.maxConsecutive;
  if (most === undefined) return;
  const { slots } = book.calendar;
  const room = most * book.rows(p);
  for (let i = 0; i + room < own.length; i++) {
    const set = own.slice(i, i + room + 1);
    const [first, last] = [set[0]!.open[0]!, set.at(-1)!.open[0]!];
    if (last - first > most || slots[first]!.session !== slots[last]!.session) continue;
    const values = { id: book.spec.participants[p]!.id, slot: slots[first]!.id, next: slots[last]!.id, room };
    tell(book, "locked-rest", set, values, report);
    i += room; // one per run of meetings
  }
}

/** Three people of one row each hold one meeting among themselves in a slot: three such meetings take three slots. */
function checkTriangles(book: Book, locks: readonly Lock[], report: Report): void {
  const partners = new Map<number, Map<number, Lock>>();
  const add = (p: number, q: number, lock: Lock): void => {
    let known = partners.get(p);
    if (!known) partners.set(p, (known = new Map<number, Lock>()));
    known.set(q, lock);
  };
  const narrow = locks.filter(({ a, b, open }) => open.length <= 2 && book.rows(a) === 1 && book.rows(b) === 1);
  for (const lock of narrow) {
    const { a, b } = lock;
    for (const [c, one] of partners.get(a) ?? []) {
      const other = partners.get(b)?.get(c);
      if (!other) continue;
      const slots = new Set([...lock.open, ...one.open, ...other.open]).size;
      if (slots > 2) continue;
      const [x, y, z] = [a, b, c].sort((m, n) => m - n).map((m) => book.spec.participants[m]!.id);
      tell(book, "locked-triangle", [lock, one, other], { a: x!, b: y!, c: z!, slots }, report);
    }
    add(a, b, lock);
    add(b, a, lock);
  }
}
