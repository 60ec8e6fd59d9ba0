// Locked meetings that are possible each by itself but not together. Called by index.ts.
// A set that does not fit is told once, as small as it can be; its surplus meeting is then left out of what follows.

import { clip, listed } from "../messages.js";
import type { Report } from "../report.js";
import { capacities, pairNumber, type Book } from "./book.js";
import type { Lock } from "./locked.js";
import { crowds, type Crowd } from "./matching.js";

/** Checks pairs, participants and places in this order, so that each contradiction is named where it is smallest. Returns the rest. */
export function checkLockedSets(book: Book, locks: readonly Lock[], report: Report): Lock[] {
  const surplus = new Set<Lock>();
  checkMaxima(book, locks, report);
  if (book.spec.rules.onePerOrganisation) checkExclusive(book, locks, report);

  for (const group of groups(locks, (lock) => [pairNumber(book, lock.a, lock.b)]).values()) {
    if (group.length < 2) continue;
    tell(
      group,
      () => 1,
      surplus,
      (crowd, at) => {
        const [a, b] = [group[0]!.a, group[0]!.b].map((p) => book.spec.participants[p]!.id) as [string, string];
        report.error("locked-twice", at, { a, b, count: crowd.items.length, slots: crowd.slots.length });
      },
    );
  }
  for (const [p, all] of groups(locks, (lock) => [lock.a, lock.b])) {
    const group = all.filter((lock) => !surplus.has(lock));
    const present = book.present(p);
    tell(
      group,
      (slot) => present[slot]!,
      surplus,
      (crowd, at) => {
        const id = book.spec.participants[p]!.id;
        const values = { id, ...numbers(book, group, crowd) };
        // A crowd over several slots is no slip of the pen: the event is run, and what stays out is named.
        if (crowd.slots.length > 1) report.warning("locked-too-many", at, values);
        else report.error("locked-clash", at, { ...values, slot: book.calendar.slots[crowd.slots[0]!]!.id });
      },
    );
  }
  const capacity = capacities(book);
  for (const [place, all] of groups(locks, (lock) => (lock.place < 0 ? [] : [lock.place]))) {
    const group = all.filter((lock) => !surplus.has(lock));
    tell(
      group,
      () => capacity[place]!,
      surplus,
      (crowd, at) => {
        const values = { place: book.spec.places[place]!.id, ...numbers(book, group, crowd) };
        report.error("locked-over-capacity", at, values);
      },
    );
  }
  return locks.filter((lock) => !surplus.has(lock));
}

/** Locks by each of their keys. */
export function groups(locks: readonly Lock[], keys: (lock: Lock) => number[]): Map<number, Lock[]> {
  const result = new Map<number, Lock[]>();
  for (const lock of locks) {
    for (const key of keys(lock)) {
      const group = result.get(key);
      if (group) group.push(lock);
      else result.set(key, [lock]);
    }
  }
  return result;
}

function tell(
  group: readonly Lock[],
  room: (slot: number) => number,
  surplus: Set<Lock>,
  report: (crowd: Crowd, path: (string | number)[]) => void,
): void {
  const found = crowds(
    group.map((lock) => lock.open),
    room,
  );
  for (const crowd of found) {
    surplus.add(group[crowd.extra]!);
    report(crowd, ["locked", Math.max(...crowd.items.map((i) => group[i]!.index))]);
  }
}

/** "a – b" for sentences. */
export function pairName(book: Book, a: number, b: number): string {
  return `${clip(book.spec.participants[a]!.id, 22)} – ${clip(book.spec.participants[b]!.id, 22)}`;
}

function numbers(book: Book, group: readonly Lock[], crowd: Crowd): Record<string, string | number> {
  const locks = crowd.items.map((i) => group[i]!);
  return {
    count: locks.length,
    slots: crowd.slots.length,
    room: crowd.room,
    meetings: listed(locks.map(({ a, b }) => pairName(book, a, b))),
    locked: locks.map((lock) => lock.index).join(" "),
  };
}

function checkMaxima(book: Book, locks: readonly Lock[], report: Report): void {
  for (const [p, group] of groups(locks, (lock) => [lock.a, lock.b])) {
    const maximum = book.maximum(p);
    if (group.length <= maximum) continue;
    const values = { id: book.spec.participants[p]!.id, count: group.length, maximum };
    report.error("locked-over-maximum", ["locked", group[maximum]!.index], values);
  }
}

/** With one meeting per organisation: nobody has locked meetings with two participants of one. */
function checkExclusive(book: Book, locks: readonly Lock[], report: Report): void {
  const { participants } = book.spec;
  const first = new Map<number, number>();
  for (const { a, b, index } of locks) {
    for (const [p, q] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = p * book.span + book.organisationOf[q]!;
      const known = first.get(key);
      if (known === undefined) first.set(key, q);
      else if (known !== q) {
        const values = {
          a: participants[known]!.id,
          b: participants[q]!.id,
          organisation: participants[q]!.organisation!,
        };
        report.error("locked-exclusive", ["locked", index], { id: participants[p]!.id, ...values });
      }
    }
  }
}
