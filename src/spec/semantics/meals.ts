// Seated meals: sessions, tables, hosts, fixed seats, the mix of sides. Called by index.ts.

import type { Report } from "../report.js";
import type { Meal } from "../schema.js";
import type { Book } from "./book.js";
import { checkNeeds } from "./meal-needs.js";

type Path = (string | number)[];

export function checkMeals(book: Book, report: Report): void {
  const { spec, calendar } = book;
  if (spec.meals.length === 0) return;
  const kinds = new Map(spec.calendar.flatMap((day) => day.sessions.map(({ id, kind }) => [id, kind] as const)));
  const seen = new Set<string>();
  spec.meals.forEach((meal, m) => {
    const path: Path = ["meals", m];
    const { session } = meal;
    if (!kinds.has(session))
      report.unknown("unknown-id/session", [...path, "session"], session, kinds.keys(), kinds.size);
    else if (kinds.get(session) !== "meal") report.error("not-a-meal", [...path, "session"], { id: session });
    if (seen.has(session)) report.error("duplicate-id/meal", [...path, "session"], { id: session });
    seen.add(session);
    checkMeal(book, meal, calendar.sessionIndex.get(session), path, report);
  });
}

function checkMeal(book: Book, meal: Meal, session: number | undefined, path: Path, report: Report): void {
  const { participants } = book.spec;
  const tables = new Map<string, number>();
  meal.tables.forEach(({ id }, t) => {
    if (tables.has(id)) report.error("duplicate-id/table", [...path, "tables", t, "id"], { id });
    else tables.set(id, t);
  });
  // Without a place in time (an unknown session) nobody knows who is there: only the ids are looked at.
  const eats = session === undefined ? undefined : (p: number): boolean => book.eats(p, session);
  const tableOf = new Int32Array(participants.length).fill(-1);
  checkHosts(book, meal, eats, tableOf, path, report);
  checkSeats(book, meal, tables, eats, tableOf, path, report);
  if (!eats) return;
  checkTables(book, meal, tableOf, path, report);
  checkMix(book, meal, eats, tableOf, path, report);
  checkVetoes(book, meal, tableOf, path, report);
  checkNeeds(book, { meal, path, eats, tableOf }, report);

  let people = 0;
  for (let p = 0; p < participants.length; p++) if (eats(p)) people++;
  const seats = meal.tables.reduce((sum, table) => sum + table.seats, 0);
  if (people > seats) report.warning("few-seats", path, { count: people, id: meal.session, seats });
}

type Eats = (participant: number) => boolean;

function checkHosts(
  book: Book,
  meal: Meal,
  eats: Eats | undefined,
  tableOf: Int32Array,
  path: Path,
  report: Report,
): void {
  const { participants } = book;
  const hosted = new Map<number, number>();
  meal.tables.forEach(({ id: table, host }, t) => {
    if (host === undefined) return;
    const at = [...path, "tables", t, "host"];
    const p = participants.get(host);
    if (p === undefined) {
      report.unknown("unknown-id/participant", at, host, participants.keys(), participants.size);
      return;
    }
    // Only who is there must sit somewhere.
    if (!eats) return;
    if (!eats(p)) return report.warning("host-absent", at, { id: host, table });
    const first = hosted.get(p);
    if (first !== undefined) {
      report.error("table-host-twice", at, { id: host, a: meal.tables[first]!.id, b: table });
      return;
    }
    hosted.set(p, t);
    tableOf[p] = t;
  });
}

function checkSeats(
  book: Book,
  meal: Meal,
  tables: ReadonlyMap<string, number>,
  eats: Eats | undefined,
  tableOf: Int32Array,
  path: Path,
  report: Report,
): void {
  const { participants } = book;
  const fixed = new Map<number, string>();
  meal.seats.forEach(({ participant, table }, s) => {
    const at = [...path, "seats", s];
    const p = participants.get(participant);
    const t = tables.get(table);
    if (p === undefined) {
      report.unknown(
        "unknown-id/participant",
        [...at, "participant"],
        participant,
        participants.keys(),
        participants.size,
      );
    }
    if (t === undefined) report.unknown("unknown-id/table", [...at, "table"], table, tables.keys(), tables.size);
    if (p === undefined || t === undefined || !eats) return;
    if (!eats(p)) return report.warning("seat-absent", at, { id: participant, table });
    const first = fixed.get(p);
    if (first !== undefined) return report.error("seat-twice", at, { id: participant, a: first, b: table });
    fixed.set(p, table);
    const hosts = tableOf[p]!;
    if (hosts >= 0 && hosts !== t) {
      return report.error("seat-of-host", at, { id: participant, a: table, b: meal.tables[hosts]!.id });
    }
    tableOf[p] = t;
  });
}

function checkTables(book: Book, meal: Meal, tableOf: Int32Array, path: Path, report: Report): void {
  const sitting = new Int32Array(meal.tables.length);
  for (const t of tableOf) if (t >= 0) sitting[t]!++;
  meal.tables.forEach(({ id: table, seats }, t) => {
    const count = sitting[t]!;
    if (count > seats) report.error("table-over-full", [...path, "tables", t], { count, table, seats });
  });
}

function checkMix(book: Book, meal: Meal, eats: Eats, tableOf: Int32Array, path: Path, report: Report): void {
  if (!meal.mix) return;
  const { sides, spec } = book;
  const eating = new Map<string, number>();
  const sitting = new Map<string, number>();
  const used = new Set<number>();
  spec.participants.forEach(({ side }, p) => {
    if (eats(p)) eating.set(side, (eating.get(side) ?? 0) + 1);
    const t = tableOf[p]!;
    if (t < 0) return;
    used.add(t);
    sitting.set(`${t} ${side}`, (sitting.get(`${t} ${side}`) ?? 0) + 1);
  });
  let least = 0;
  for (const [side, { min = 0, max = Infinity }] of Object.entries(meal.mix)) {
    const at = [...path, "mix", side];
    least += min;
    if (!sides.has(side)) {
      report.unknown("unknown-id/side", at, side, sides.keys(), sides.size);
      continue;
    }
    if (min > max) report.error("mix-order", at, { side, min, max });
    const count = eating.get(side) ?? 0;
    if (min > count) {
      // Somebody who must sit makes it a contradiction; else the tables just stay empty.
      if (used.size > 0) report.error("mix-over-side", at, { side, min, count });
      else report.warning("mix-over-side", at, { side, min, count });
    }
    meal.tables.forEach(({ id: table }, t) => {
      const count = sitting.get(`${t} ${side}`) ?? 0;
      if (count > max) report.error("mix-over-seats", [...path, "tables", t], { count, side, table, max });
    });
  }
  meal.tables.forEach(({ id: table, seats }, t) => {
    if (least <= seats) return;
    const values = { min: least, table, seats };
    if (used.has(t)) report.error("mix-over-table", [...path, "tables", t], values);
    else report.warning("mix-over-table", [...path, "tables", t], values);
  });
}

/** Two people of whom one refuses the other must not both be fixed at one table. */
function checkVetoes(book: Book, meal: Meal, tableOf: Int32Array, path: Path, report: Report): void {
  const { spec, participants, organisationOf } = book;
  const colleagues = new Map<string, number>();
  tableOf.forEach((t, p) => {
    if (t >= 0 && organisationOf[p]! !== p) colleagues.set(`${t} ${organisationOf[p]}`, p);
  });
  const told = new Set<string>();
  const tell = (p: number, q: number, t: number): void => {
    const key = p < q ? `${p} ${q}` : `${q} ${p}`;
    if (told.has(key)) return;
    told.add(key);
    const values = { a: spec.participants[p]!.id, b: spec.participants[q]!.id, table: meal.tables[t]!.id };
    report.error("table-veto", [...path, "tables", t], values);
  };
  for (const { from, to, veto } of spec.wishes) {
    const p = veto ? participants.get(from) : undefined;
    const t = p === undefined ? -1 : tableOf[p]!;
    if (p === undefined || t < 0) continue;
    const target = book.target(to);
    if (target < 0) continue;
    const q = target < tableOf.length ? (tableOf[target] === t ? target : undefined) : colleagues.get(`${t} ${target}`);
    if (q !== undefined && q !== p) tell(p, q, t);
  }
}
