// Every id: unique where it is given, known where it is used; and the time tokens of absences. Called by index.ts.
// Wishes, locked meetings and meals look up their own ids.

import type { Report } from "../report.js";
import type { MessageKey } from "../messages.js";
import type { Book } from "./book.js";

type Path = (string | number)[];

export function checkIds(book: Book, report: Report): void {
  const { spec } = book;
  unique(spec.sides, "sides", "duplicate-id/side", report);
  unique(spec.tiers, "tiers", "duplicate-id/tier", report);
  unique(spec.places, "places", "duplicate-id/place", report);
  spec.pairings?.forEach((pairing, i) =>
    pairing.forEach((id, k) => {
      if (!book.sides.has(id))
        report.unknown("unknown-id/side", ["pairings", i, k], id, book.sides.keys(), book.sides.size);
    }),
  );
  spec.places.forEach((place, i) => checkTokens(book, place.closed, ["places", i, "closed"], report));
  checkParticipants(book, report);
  checkWalks(book, report);
  for (const list of ["blocked", "precedences", "met"] as const) {
    spec[list].forEach((item, i) => {
      if (Array.isArray(item)) checkPair(book, item, [list, i], report);
      else if ("first" in item) {
        checkPair(book, item.first, [list, i, "first"], report);
        checkPair(book, item.then, [list, i, "then"], report);
      } else {
        checkPair(book, item.participants, [list, i, "participants"], report);
        checkTokens(book, item.slots ?? [], [list, i, "slots"], report);
      }
    });
  }
}

function unique(list: readonly { id: string }[], key: string, code: MessageKey, report: Report): void {
  const seen = new Set<string>();
  list.forEach(({ id }, i) => {
    if (seen.has(id)) report.error(code, [key, i, "id"], { id });
    seen.add(id);
  });
}

function checkParticipants(book: Book, report: Report): void {
  const { spec, sides, tiers, places } = book;
  unique(spec.participants, "participants", "duplicate-id/participant", report);
  const rows = new Set<string>();
  spec.participants.forEach((participant, i) => {
    const path: Path = ["participants", i];
    const { id, side, tier, place, absent, representatives, needs, offers } = participant;
    if (!sides.has(side)) report.unknown("unknown-id/side", [...path, "side"], side, sides.keys(), sides.size);
    if (tier !== undefined && !tiers.has(tier)) {
      report.unknown("unknown-id/tier", [...path, "tier"], tier, tiers.keys(), tiers.size);
    }
    if (place !== undefined && !places.has(place)) {
      report.unknown("unknown-id/place", [...path, "place"], place, places.keys(), places.size);
    }
    checkTokens(book, absent, [...path, "absent"], report);
    checkTags(needs, [...path, "needs"], report);
    checkTags(offers, [...path, "offers"], report);
    // A participant that stands twice is told once, not again as a row.
    const first = book.participants.get(id) === i;
    if (representatives.length === 0 && first) {
      if (rows.has(id)) report.error("duplicate-id/row", [...path, "id"], { id });
      rows.add(id);
    }
    representatives.forEach((row, r) => {
      if (rows.has(row.id)) report.error("duplicate-id/row", [...path, "representatives", r, "id"], { id: row.id });
      rows.add(row.id);
      checkTokens(book, row.absent, [...path, "representatives", r, "absent"], report);
    });
  });
}

function checkTags(tags: readonly string[], path: Path, report: Report): void {
  if (tags.length < 2) return;
  const seen = new Set<string>();
  tags.forEach((id, i) => {
    if (seen.has(id)) report.error("duplicate-id/tag", [...path, i], { id });
    seen.add(id);
  });
}

function checkWalks(book: Book, report: Report): void {
  const { walks, places } = book.spec;
  if (walks.length === 0) return;
  const zones = new Set<string>();
  for (const { zone } of places) if (zone !== undefined) zones.add(zone);
  const seen = new Set<string>();
  walks.forEach(([a, b], i) => {
    [a, b].forEach((id, k) => {
      if (!zones.has(id)) report.unknown("unknown-id/zone", ["walks", i, k], id, zones, zones.size);
    });
    const key = JSON.stringify(a < b ? [a, b] : [b, a]);
    if (seen.has(key)) report.error("duplicate-id/walk", ["walks", i], { a, b });
    seen.add(key);
  });
}

/** Both ids of a pair are known and differ; true when so. */
export function checkPair(book: Book, pair: readonly [string, string], path: Path, report: Report): boolean {
  const { participants } = book;
  let sound = true;
  pair.forEach((id, k) => {
    if (participants.has(id)) return;
    report.unknown("unknown-id/participant", [...path, k], id, participants.keys(), participants.size);
    sound = false;
  });
  if (sound && pair[0] === pair[1]) {
    report.error("pair-with-self", path, { id: pair[0] });
    return false;
  }
  return sound;
}

const RANGE = /^([01]\d|2[0-4]):([0-5]\d)\/([01]\d|2[0-4]):([0-5]\d)@/;

/** Every token names something of the calendar; a range starts before it ends. True when so. */
export function checkTokens(book: Book, tokens: readonly string[], path: Path, report: Report): boolean {
  if (!book.timed) return true;
  let sound = true;
  tokens.forEach((token, i) => {
    const isRange = token.includes("/") && token.includes("@") && !named(book, token);
    const range = isRange ? RANGE.exec(token) : null;
    if (isRange && !range ? true : !book.covered(token)) {
      const { slotIndex, sessionIndex } = book.calendar;
      const dates = book.spec.calendar.map((day) => day.date);
      const known = [...sessionIndex.keys(), ...dates, ...slotIndex.keys()];
      report.unknown("unknown-time", [...path, i], token, known, known.length);
      sound = false;
    } else if (range && token.slice(0, 5) >= token.slice(6, 11)) {
      report.error("bad-range", [...path, i], { id: token });
      sound = false;
    }
  });
  return sound;
}

function named(book: Book, token: string): boolean {
  return book.calendar.slotIndex.has(token) || book.calendar.sessionIndex.has(token);
}
