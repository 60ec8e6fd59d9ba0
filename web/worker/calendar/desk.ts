// Makes an edit of the calendar in the event, or says why not, or what it would take with it. Called by owner.ts.

import type { CalendarAnswer, CalendarEdit, CalendarView } from "../../calendar-views.js";
import type { Draft } from "../draft.js";
import { planCalendar } from "./plan.js";
import { calendarView } from "./view.js";

/** The calendar as it is written, or as it was before the text became unreadable; null when nothing is known. */
export function calendarOfDraft({ data, written: shown, text }: Draft): CalendarView | null {
  return shown === undefined ? null : calendarView(shown, text.serial, data === undefined);
}

/** Makes the edit, once somebody is sure about what it takes with it; `serial` is that of the text it speaks of. */
export function editCalendar(draft: Draft, edit: CalendarEdit, serial: number, sure: boolean): CalendarAnswer {
  draft.readNow();
  if (draft.data === undefined) return { status: "broken" };
  const plan = serial === draft.text.serial ? planCalendar(draft.data, edit) : null;
  if (!plan) return { status: "gone" };
  if (plan.refusal) return { status: "refused", refusal: plan.refusal };
  if (plan.lost.length > 0 && !sure) return { status: "asks", lost: plan.lost };
  if (draft.change(plan.edits, plan.label) === "broken") return { status: "broken" };
  return { status: "done", view: calendarOfDraft(draft)!, spot: plan.spot };
}
