// The schedule on the page: the one that every view of it is made from, with the event it was made for and what the judge
// says of it, and the steps by which it came to be: undo goes back through runs, seats and changes by hand alike. Others put
// schedules on it; here they are only shown. Owned by owner.ts.

import { hashOf } from "../../../src/index.js";
import type { HandEdit, Judged, Text } from "../../../src/index.js";
import type { RowsRequest, RowsView, ScheduleView } from "../../protocol.js";
import type { Draft } from "../draft.js";
import { scheduleView } from "../judged.js";
import type { Known } from "../known.js";
import { reasonsOf, type Reasons } from "../person.js";
import { placedOf, type Placed } from "../placed.js";
import { orderOf, rowsOf } from "../rows.js";

/** A judged schedule with the event it is a schedule of. */
export interface Shown {
  known: Known;
  judged: Judged;
}

/** What undo takes back at once. */
export interface Step {
  kind: "run" | "seat" | "hand" | "pin";
  label: Text;
  before: Shown;
  after: Shown;
  /** What was done by hand, to be done again on another schedule. */
  edit?: HandEdit;
  /** The step of the event's text that was made with it, where it is an edit of the event too. */
  event?: object;
}

/** Most steps that can be taken back. */
const MOST = 200;

export class Stage {
  placed: Placed | null = null;
  reasons: Reasons = new Map();
  /** Counts the schedules that were put on the page: what speaks of an older one is too late. */
  generation = 0;
  /** Hear of every schedule that is put on the page: runs/desk.ts keeps them, owner.ts makes views of them ready. */
  readonly hearers: ((known: Known, found: Judged) => void)[] = [];
  #shown: Shown | null = null;
  #past: Step[] = [];
  #future: Step[] = [];
  #begun: Shown | null = null;
  #order: { key: string; rows: Int32Array } | null = null;

  constructor(readonly draft: Draft) {}

  /** The event that rows and agendas are about: that of the schedule, else the last good one. */
  get known(): Known | null {
    return this.placed?.known ?? this.draft.known;
  }

  get shown(): Shown | null {
    return this.#shown;
  }

  /** Steps that can be taken back, the oldest first. */
  get past(): readonly Step[] {
    return this.#past;
  }

  get view(): ScheduleView | null {
    if (!this.placed) return null;
    const steps = { undo: this.#past.at(-1)?.label ?? null, redo: this.#future.at(-1)?.label ?? null };
    return { ...scheduleView(this.placed, this.generation), ...steps, byHand: this.byHand.length };
  }

  /** What was changed by hand since the last run, the oldest first. */
  get byHand(): readonly Step[] {
    const run = this.#past.findLastIndex(({ kind }) => kind === "run");
    return this.#past.slice(run + 1);
  }

  /** Puts a judged schedule on the page. */
  put(known: Known, judged: Judged): ScheduleView {
    this.#shown = { known, judged };
    this.placed = placedOf(known, judged);
    this.reasons = reasonsOf(judged.schedule.unmet);
    this.generation++;
    for (const hear of this.hearers) hear(known, judged);
    return this.view!;
  }

  /** The same as a step that can be taken back. */
  step(known: Known, judged: Judged, step: Omit<Step, "before" | "after">): ScheduleView {
    const before = this.#shown;
    const view = this.put(known, judged);
    if (before) this.#add({ ...step, before, after: this.#shown! });
    return before ? this.view! : view;
  }

  /** What is put from now on is one step, until it ends. */
  begin(): void {
    this.#begun = this.#shown;
  }

  end(label: Text): void {
    const before = this.#begun;
    this.#begun = null;
    if (before && this.#shown && before !== this.#shown) this.#add({ kind: "run", label, before, after: this.#shown });
  }

  /** Takes the last step back; what it was. "event": the event was changed since, and is to be undone first. */
  undo(): Text | "event" | null {
    const step = this.#past.at(-1);
    if (!step) return null;
    if (step.event) {
      if (this.draft.text.history.undo.at(-1) !== step.event) return "event";
      if (this.draft.undo() === null) return "event";
    }
    this.#past.pop();
    this.#future.push(step);
    this.#back(step.before);
    return step.label;
  }

  /** Makes the step again that undo took back last. */
  redo(): Text | "event" | null {
    const step = this.#future.at(-1);
    if (!step) return null;
    if (step.event) {
      if (this.draft.text.history.redo.at(-1) !== step.event) return "event";
      if (this.draft.redo() === null) return "event";
    }
    this.#future.pop();
    this.#past.push(step);
    this.#back(step.after);
    return step.label;
  }

  /** Another event is on the page: there is no schedule of it yet. */
  clear(): void {
    this.placed = this.#shown = this.#begun = null;
    this.#past = [];
    this.#future = [];
    this.reasons = new Map();
    this.#order = null;
    this.generation++;
  }

  rows(request: RowsRequest): RowsView {
    const { known } = this;
    if (!known) return { total: 0, from: request.from, rows: [] };
    return rowsOf(known, this.placed, this.#orderOf(known, request), request.from, request.to);
  }

  /** At which index of an order of rows somebody's first one stands; -1 where they are not in it. */
  find(participant: string, order: Pick<RowsRequest, "side" | "sort">): number {
    const { known } = this;
    const person = known?.facts.personIndex.get(participant);
    if (!known || person === undefined) return -1;
    return this.#orderOf(known, order).findIndex((row) => known.facts.rows[row]!.person === person);
  }

  #orderOf(known: Known, order: Pick<RowsRequest, "side" | "sort">): Int32Array {
    const { side, sort } = order;
    const key = JSON.stringify([known.revision, side, sort, sort === "served" ? this.generation : 0]);
    if (this.#order?.key !== key) this.#order = { key, rows: orderOf(known, this.placed, order) };
    return this.#order.rows;
  }

  #add(step: Step): void {
    this.#past = [...this.#past.slice(1 - MOST), step];
    this.#future = [];
  }

  #back({ known, judged }: Shown): void {
    // Undone edits of the event leave the same event, read anew: its schedule is not out of date.
    const now = this.draft.good ? this.draft.known : null;
    this.put(now && hashOf(now.facts) === hashOf(known.facts) ? now : known, judged);
  }
}
