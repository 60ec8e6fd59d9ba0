// What the page may ask of the calendar. Implemented by desk.ts; called through state/bridge.ts only.

import type { CalendarAnswer, CalendarEdit, CalendarView } from "../../calendar-views.js";

export interface CalendarApi {
  /** The calendar as it is written; null while nothing is known of the text. */
  view(): CalendarView | null;
  /** Edits the calendar of the text of the given serial; `sure` once somebody has read what that takes out. */
  edit(edit: CalendarEdit, serial: number, sure: boolean): CalendarAnswer;
}
