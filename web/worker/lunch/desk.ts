// Seats of the schedule on the page: shows them, changes them. Every change gives a schedule that the judge
// has checked anew. Owned by owner.ts.

import { proxyMarker } from "comlink";
import { verifyWith } from "../../../src/index.js";
import type { Judged, Schedule, Text } from "../../../src/index.js";
import type { LunchView, PrintedView, SeatAnswer, SeatMove, TargetsView, TiesView } from "../../lunch-views.js";
import type { EditAnswer } from "../../protocol.js";
import type { Draft } from "../draft.js";
import type { Known } from "../known.js";
import type { Placed } from "../placed.js";
import type { Stage } from "../plan/stage.js";
import type { LunchApi } from "./api.js";
import { reseated } from "./edit.js";
import { seatEdits } from "./lock.js";
import { printedView } from "./printed.js";
import { seatsOf, swap, type Change } from "./seats.js";
import { lunchView, type Laid } from "./tables.js";
import { targetsView, verdictOf } from "./targets.js";
import { tiesView } from "./ties.js";

const SWAP: Text = { en: "Changing seats", fr: "Changement de places" };

export interface LunchHooks {
  /** True while a run goes on: it alone changes the schedule then. */
  busy(): boolean;
}

export class LunchDesk implements LunchApi {
  readonly [proxyMarker] = true as const;

  constructor(
    readonly draft: Draft,
    readonly stage: Stage,
    readonly hooks: LunchHooks,
  ) {}

  view(session: string): LunchView | null {
    const laid = this.#laid(session, this.draft.known);
    return laid && lunchView(laid, this.stage.generation);
  }

  targets(session: string, id: string): TargetsView | null {
    const laid = this.#laid(session, this.draft.known);
    const person = laid?.placed.known.facts.personIndex.get(id);
    return laid && person !== undefined ? targetsView(laid, person, this.stage.generation) : null;
  }

  ties(session: string, id: string): TiesView | null {
    const laid = this.#laid(session, null);
    const person = laid?.placed.known.facts.personIndex.get(id);
    return laid && person !== undefined ? tiesView(laid, person, this.stage.generation) : null;
  }

  printed(): PrintedView | null {
    return this.stage.placed && printedView(this.stage.placed);
  }

  move({ session, id, to, generation }: SeatMove): SeatAnswer {
    const laid = this.#laid(session, this.draft.known);
    const change = laid && changeOf(laid, id, to);
    if (!laid || !change || this.hooks.busy() || generation !== this.stage.generation) return { status: "gone" };
    const { bar } = verdictOf(laid, change);
    if (bar) return { status: "forbidden", bar };
    const { placed } = laid;
    const judged = judgedAgain(placed, reseated(placed.schedule, laid.seats, laid.meal, change));
    const gain = judged.report.score.total - placed.report.score.total;
    return { status: "moved", schedule: this.stage.step(placed.known, judged, { kind: "seat", label: SWAP }), gain };
  }

  lock(session: string, people: readonly string[], table: string | null): EditAnswer {
    return this.draft.change(...seatEdits(this.draft.data, session, people, table));
  }

  #laid(session: string, now: Known | null): Laid | null {
    return this.stage.placed && laidOf(this.stage.placed, now, session);
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
