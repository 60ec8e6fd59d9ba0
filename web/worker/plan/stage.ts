// The schedule on the page: the one that every view of it is made from, with the event it was made for and what the judge
// says of it. Others put schedules on it; here they are only shown. Owned by owner.ts.

import type { Judged } from "../../../src/index.js";
import type { RowsRequest, RowsView, ScheduleView } from "../../protocol.js";
import type { Draft } from "../draft.js";
import { scheduleView } from "../judged.js";
import type { Known } from "../known.js";
import { reasonsOf, type Reasons } from "../person.js";
import { placedOf, type Placed } from "../placed.js";
import { orderOf, rowsOf } from "../rows.js";

export class Stage {
  placed: Placed | null = null;
  reasons: Reasons = new Map();
  /** Counts the schedules that were put on the page: what speaks of an older one is too late. */
  generation = 0;
  /** Hears of every schedule that is put on the page: runs/desk.ts keeps them. */
  onPut: ((known: Known, found: Judged) => void) | null = null;
  #order: { key: string; rows: Int32Array } | null = null;

  constructor(readonly draft: Draft) {}

  /** The event that rows and agendas are about: that of the schedule, else the last good one. */
  get known(): Known | null {
    return this.placed?.known ?? this.draft.known;
  }

  get view(): ScheduleView | null {
    return this.placed && scheduleView(this.placed, this.generation);
  }

  /** Puts a judged schedule on the page. */
  put(known: Known, found: Judged): ScheduleView {
    this.placed = placedOf(known, found);
    this.reasons = reasonsOf(found.schedule.unmet);
    this.generation++;
    this.onPut?.(known, found);
    return this.view!;
  }

  /** Another event is on the page: there is no schedule of it yet. */
  clear(): void {
    this.placed = null;
    this.reasons = new Map();
    this.#order = null;
    this.generation++;
  }

  rows(request: RowsRequest): RowsView {
    const { known } = this;
    if (!known) return { total: 0, from: request.from, rows: [] };
    const { side, sort } = request;
    const key = JSON.stringify([known.revision, side, sort, sort === "served" ? this.generation : 0]);
    if (this.#order?.key !== key) this.#order = { key, rows: orderOf(known, this.placed, request) };
    return rowsOf(known, this.placed, this.#order.rows, request.from, request.to);
  }
}
