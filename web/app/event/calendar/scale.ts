// Minutes and pixels of the timeline, and what a session on its way would overlap. Pure.

import type { DayView, SessionView } from "../../../calendar-views.js";
import type { Ghost } from "../../../state/calendar.js";

export interface Scale {
  /** Minutes from midnight at the top and at the bottom: whole hours. */
  from: number;
  to: number;
  /** Pixels of a minute. */
  unit: number;
}

/** What is drawn where no session says otherwise, and the room before and after the sessions. */
const USUAL = [8 * 60, 19 * 60] as const;
const ROOM = 60;
/** Fewest pixels of a minute: half an hour is a line of text. */
const LEAST = 0.9;
export const SNAP = 5;

/** The scale for days in a height. */
export function scaleOf(days: readonly DayView[], height: number): Scale {
  let [from, to]: [number, number] = [...USUAL];
  for (const { sessions } of days) {
    for (const { start, end } of sessions) {
      if (start !== null) from = Math.min(from, start - ROOM);
      if (end !== null) to = Math.max(to, end + ROOM);
    }
  }
  from = Math.max(0, Math.floor(from / 60) * 60);
  to = Math.min(24 * 60, Math.ceil(to / 60) * 60);
  return { from, to, unit: Math.max(LEAST, height / (to - from)) };
}

/** Minutes snapped to a step. */
export function snapped(minutes: number, step: number): number {
  return Math.round(minutes / step) * step;
}

/** The first session of the day that shares a minute with the ghost. */
export function clashOf(ghost: Ghost, days: readonly DayView[]): SessionView | null {
  const { from, day, start, end } = ghost;
  const others = days[day]?.sessions ?? [];
  return (
    others.find(
      (one, i) =>
        !(from?.day === day && from.session === i) &&
        one.start !== null &&
        one.end !== null &&
        one.start < end &&
        start < one.end,
    ) ?? null
  );
}
