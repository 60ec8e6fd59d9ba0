// Numbers of people against what they are promised and can have, and events in which nobody can meet. Called by index.ts.

import type { Report } from "../report.js";
import { LIMITS } from "../schema.js";
import type { Book } from "./book.js";

/** More representatives than this are surely a mistake. */
const MOST_REPRESENTATIVES = 100;

export function checkCounts(book: Book, report: Report): void {
  const { spec } = book;
  let rows = 0;
  spec.participants.forEach(({ id, representatives }, i) => {
    rows += book.rows(i);
    if (representatives.length > MOST_REPRESENTATIVES) {
      const values = { id, count: representatives.length, limit: MOST_REPRESENTATIVES };
      report.error("too-many-representatives", ["participants", i, "representatives"], values);
    }
  });
  if (rows > LIMITS.rows) report.error("too-many-rows", ["participants"], { count: rows, limit: LIMITS.rows });
  if (spec.participants.length === 0) report.warning("no-participants", ["participants"]);

  spec.tiers.forEach(({ id, guaranteed, maximum }, i) => {
    if (maximum !== undefined && guaranteed > maximum) {
      report.warning("guaranteed-over-maximum/tier", ["tiers", i], { id, guaranteed, maximum });
    }
  });
  spec.participants.forEach((participant, i) => checkPromise(book, i, report));
  checkHosts(book, report);
  if (book.timed && book.calendar.slots.length > 0 && spec.participants.length > 0 && !somebodyMeets(book)) {
    report.warning("no-pairs", ["wishes"]);
  }
}

function checkPromise(book: Book, i: number, report: Report): void {
  const participant = book.spec.participants[i]!;
  const { id } = participant;
  const guaranteed = book.guaranteed(i);
  if (guaranteed === 0) return;
  const maximum = book.maximum(i);
  const own = participant.guaranteed !== undefined || participant.maximum !== undefined;
  if (guaranteed > maximum) {
    if (own) report.warning("guaranteed-over-maximum/participant", ["participants", i], { id, guaranteed, maximum });
    return;
  }
  if (!book.timed || book.calendar.slots.length === 0) return;
  let count = 0;
  for (const n of book.present(i)) count += n;
  if (guaranteed > count) report.warning("guaranteed-over-slots", ["participants", i], { id, guaranteed, count });
}

/** Who hosts without a place of its own needs a place that is nobody's. */
function checkHosts(book: Book, report: Report): void {
  const { spec, places, sides } = book;
  if (spec.places.length === 0) return;
  const owned = new Set<string>();
  for (const { place } of spec.participants) if (place !== undefined && places.has(place)) owned.add(place);
  if (spec.places.some(({ id, capacity }) => !owned.has(id) && capacity !== 0)) return;
  spec.participants.forEach(({ id, side, place }, i) => {
    const index = sides.get(side);
    if (index !== undefined && spec.sides[index]!.hosts && place === undefined) {
      report.warning("nowhere-to-meet", ["participants", i], { id });
    }
  });
}

/** True as soon as one wished (or locked, or filled) meeting looks possible; stops at the first. */
function somebodyMeets(book: Book): boolean {
  const { spec, participants, members, organisationOf } = book;
  if (spec.rules.fill !== undefined || spec.locked.length > 0) return true;
  const count = spec.participants.length;
  const blocked = new Set<number>();
  for (const { participants: pair, slots } of spec.blocked) {
    const [a, b] = [participants.get(pair[0]), participants.get(pair[1])];
    if (slots === undefined && a !== undefined && b !== undefined) blocked.add(Math.min(a, b) * count + Math.max(a, b));
  }
  const meets = (p: number, q: number): boolean => {
    if (organisationOf[p] === organisationOf[q] || !book.paired(p, q) || book.vetoBetween(p, q) >= 0) return false;
    if (blocked.has(Math.min(p, q) * count + Math.max(p, q))) return false;
    const [one, other] = [book.present(p), book.present(q)];
    return one.some((n, slot) => n > 0 && other[slot]! > 0);
  };
  return spec.wishes.some(({ from, to, veto }) => {
    const who = participants.get(from);
    const whom = book.target(to);
    if (veto || who === undefined || whom < 0) return false;
    return whom < count ? meets(who, whom) : members[whom - count]!.some((member) => meets(who, member));
  });
}
