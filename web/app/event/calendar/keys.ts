// The keyboard on a session of the timeline: arrows move it or change its length, and what they did becomes an edit after a
// moment of quiet, with Enter, or when the focus goes elsewhere.

import type { Spot } from "../../../calendar-views.js";
import { calendar, choose, edit, ghost, ordered, refusal, type Ghost } from "../../../state/calendar.js";
import { settle } from "./drag.js";
import { SNAP } from "./scale.js";

/** Milliseconds of quiet after which what the arrows did is an edit. */
const QUIET = 900;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Makes what the arrows did an edit now. */
export function settleKeys(): void {
  clearTimeout(waiting);
  if (ghost.peek()?.by === "keys") void settle();
}

/** A key on the session at a place; `open` leads into the panel. */
export function sessionKey(event: KeyboardEvent, spot: Spot, open: () => void): void {
  const view = calendar.peek();
  const session = spot.session === null ? undefined : view?.days[spot.day]?.sessions[spot.session];
  if (!view || !session) return;
  const { key } = event;
  if (key === "Escape" && ghost.peek()) {
    clearTimeout(waiting);
    ghost.value = null;
    event.preventDefault();
    return;
  }
  if (key === "Enter") {
    event.preventDefault();
    if (ghost.peek()?.by === "keys") {
      settleKeys();
    } else {
      choose(spot);
      open();
    }
    return;
  }
  if (view.broken) return;
  if (key === "Delete" || key === "Backspace") {
    event.preventDefault();
    settleKeys();
    choose(spot);
    void edit({ kind: "remove", day: spot.day, session: spot.session! });
    return;
  }
  const next = nudged(event, spot, session.start, session.end, session.kind);
  if (!next) {
    if (!["Shift", "Alt", "Control", "Meta"].includes(key)) settleKeys();
    return;
  }
  event.preventDefault();
  refusal.value = null;
  ghost.value = next;
  clearTimeout(waiting);
  waiting = setTimeout(settleKeys, QUIET);
}

/** The ghost one step further; null where the key is none of the arrows, or leads nowhere. */
function nudged(
  event: KeyboardEvent,
  spot: Spot,
  startNow: number | null,
  endNow: number | null,
  kind: Ghost["kind"],
): Ghost | null {
  if (startNow === null || endNow === null || event.ctrlKey || event.metaKey) return null;
  const before = ghost.peek();
  const mine = before?.from?.day === spot.day && before.from.session === spot.session ? before : null;
  const { day, start, end } = mine ?? { day: spot.day, start: startNow, end: endNow };
  const base = { from: spot, day, start, end, kind, by: "keys" as const };
  const step = event.altKey ? 1 : SNAP;
  const by = event.key === "ArrowDown" ? step : event.key === "ArrowUp" ? -step : 0;
  if (by !== 0 && event.shiftKey) {
    return { ...base, end: Math.max(start + step, Math.min(24 * 60, end + by)) };
  }
  if (by !== 0) {
    const to = Math.max(0, Math.min(24 * 60 - (end - start), start + by));
    return { ...base, start: to, end: to + end - start };
  }
  if ((event.key !== "ArrowLeft" && event.key !== "ArrowRight") || event.shiftKey || event.altKey) return null;
  const at = ordered.peek().indexOf(day) + (event.key === "ArrowRight" ? 1 : -1);
  const next = ordered.peek()[at];
  return next === undefined ? base : { ...base, day: next };
}
