// The calendar as it is written; makes edits of it in the event, or says why not, or what they would take with them. Owned by owner.ts.

import { proxyMarker } from "comlink";
import type { CalendarAnswer, CalendarEdit, CalendarView } from "../../calendar-views.js";
import type { Draft } from "../draft.js";
import type { CalendarApi } from "./api.js";
import { planCalendar } from "./plan.js";
import { calendarView } from "./view.js";

export class CalendarDesk implements CalendarApi {
  readonly [proxyMarker] = true as const;

  constructor(readonly draft: Draft) {}

  /** The calendar as it is written, or as it was before the text became unreadable; null when nothing is known. */
  view(): CalendarView | null {
    const { data, written, text } = this.draft;
    return written === undefined ? null : calendarView(written, text.serial, data === undefined);
  }

  /** Makes the edit, once somebody is sure about what it takes with it; `serial` is that of the text it speaks of. */
  edit(edit: CalendarEdit, serial: number, sure: boolean): CalendarAnswer {
    const { draft } = this;
    draft.readNow();
    if (draft.data === undefined) return { status: "broken" };
    const plan = serial === draft.text.serial ? planCalendar(draft.data, edit) : null;
    if (!plan) return { status: "gone" };
    if (plan.refusal) return { status: "refused", refusal: plan.refusal };
    if (plan.lost.length > 0 && !sure) return { status: "asks", lost: plan.lost };
    if (draft.change(plan.edits, plan.label) === "broken") return { status: "broken" };
    return { status: "done", view: this.view()!, spot: plan.spot };
  }
}
