// Seats of the schedule on the page: shows them, changes them, undoes that. Every change gives a schedule that the judge
// has checked anew. Called by owner.ts, which keeps the schedule; kept here is only what can be undone.

import { verifyWith } from "../../../src/index.js";
import type { Judged, Schedule } from "../../../src/index.js";
import type { BarView, LunchView, PrintedView, SeatMove, TargetsView, TiesView } from "../../lunch-views.js";
import type { Known } from "../known.js";
import type { Placed } from "../placed.js";
import { reseated } from "./edit.js";
import { printedView } from "./printed.js";
import { seatsOf, swap, type Change } from "./seats.js";
import { lunchView, type Laid } from "./tables.js";
import { targetsView, verdictOf } from "./targets.js";
import { tiesView } from "./ties.js";

/** Most changes that can be undone. */
const MOST = 200;

export class SeatDesk {
  #past: Schedule[] = [];

  /** Another schedule is on the page: nothing can be undone any more. */
  forget(): void {
    this.#past = [];
  }

  lunch(placed: Placed, now: Known | null, session: string, generation: number): LunchView | null {
    const laid = laidOf(placed, now, session);
    return laid && lunchView(laid, generation, this.#past.length);
  }

  targets(placed: Placed, now: Known | null, session: string, id: string, generation: number): TargetsView | null {
    const laid = laidOf(placed, now, session);
    const person = placed.known.facts.personIndex.get(id);
    return laid && person !== undefined ? targetsView(laid, person, generation) : null;
  }

  ties(placed: Placed, session: string, id: string, generation: number): TiesView | null {
    const laid = laidOf(placed, null, session);
    const person = placed.known.facts.personIndex.get(id);
    return laid && person !== undefined ? tiesView(laid, person, generation) : null;
  }

  printed(placed: Placed): PrintedView {
    return printedView(placed);
  }

  /** The schedule with the change, judged; or the rule that forbids it; null when there is nothing of the kind. */
  move(placed: Placed, now: Known | null, { session, id, to }: SeatMove): { judged: Judged } | { bar: BarView } | null {
    const laid = laidOf(placed, now, session);
    const change = laid && changeOf(laid, id, to);
    if (!laid || !change) return null;
    const { bar } = verdictOf(laid, change);
    if (bar) return { bar };
    this.#past = [...this.#past.slice(1 - MOST), placed.schedule];
    return { judged: judgedAgain(placed, reseated(placed.schedule, laid.seats, laid.meal, change)) };
  }

  /** The schedule before the last change, judged; null when there is none. */
  undo(placed: Placed): Judged | null {
    const before = this.#past.pop();
    return before ? judgedAgain(placed, before) : null;
  }
}

/** A meal of the schedule; the seats that are fixed count as the event has them now and as it had them for the run. */
function laidOf(placed: Placed, now: Known | null, session: string): Laid | null {
  const { facts } = placed.known;
  const meal = facts.mealIndex.get(session);
  if (meal === undefined) return null;
  const seats = (now ?? placed.known).spec.meals.find((entry) => entry.session === session)?.seats ?? [];
  const locked = new Map<number, number>();
  for (const seat of seats) {
    const person = facts.personIndex.get(seat.participant);
    const table = facts.meals[meal]!.tableIndex.get(seat.table);
    if (person !== undefined && table !== undefined) locked.set(person, table);
  }
  const fixed = facts.meals.map((entry, m) =>
    m === meal ? [...entry.fixed, ...Array.from(locked, ([person, table]) => ({ person, table }))] : entry.fixed,
  );
  return { placed, seats: seatsOf(facts, placed.tables, placed.pairs, fixed), meal, locked };
}

function changeOf({ seats, meal }: Laid, id: string, to: SeatMove["to"]): Change | null {
  const { facts } = seats;
  const person = facts.personIndex.get(id);
  if (person === undefined) return null;
  if ("person" in to) {
    const other = facts.personIndex.get(to.person);
    if (other === undefined || seats.tables[meal]![other] === seats.tables[meal]![person]) return null;
    return swap(seats, meal, person, other);
  }
  const table = facts.meals[meal]!.tableIndex.get(to.table);
  return table === undefined || table === seats.tables[meal]![person] ? null : [[person, table]];
}

/** What else a schedule says stays: its bound is about the event, its reasons are about meetings. */
function judgedAgain({ known, unplaced, mismatch }: Placed, schedule: Schedule): Judged {
  const { score: _, ...rest } = schedule;
  const report = verifyWith(known.facts, rest);
  return { schedule: { ...rest, score: report.score }, report, unplaced, ...(mismatch && { mismatch }) };
}
