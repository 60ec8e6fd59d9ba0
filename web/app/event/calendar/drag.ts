// A press on the timeline to its end: moves a session, pulls one of its ends, or draws a new one. Pointer events only; what
// comes of it is an edit like any other. Column elements carry data-day, sessions data-spot, their ends data-edge.

import type { DayView } from "../../../calendar-views.js";
import { calendar, choose, edit, ghost, refusal, type Ghost } from "../../../state/calendar.js";
import { words } from "../../../i18n/index.js";
import { clashOf, SNAP, snapped, type Scale } from "./scale.js";

/** Pixels that a press may move before it is a drag. */
const SLACK = 4;
/** Least minutes of a session that is drawn or pulled. */
const LEAST = 5;

type Edge = "start" | "end" | null;

/** Follows a press inside `board`, the element that holds the columns. */
export function press(down: PointerEvent, board: HTMLElement, scale: Scale): void {
  const view = calendar.peek();
  const target = down.target as Element;
  const column = target.closest<HTMLElement>("[data-day]");
  if (!view || view.broken || down.button !== 0 || !column) return;
  const day = Number(column.dataset["day"]);
  const block = target.closest<HTMLElement>("[data-spot]");
  const index = block ? Number(block.dataset["spot"]) : null;
  const session = index === null ? null : view.days[day]?.sessions[index];
  if (block && (!session || session.start === null || session.end === null)) return;
  const edge = (target.closest<HTMLElement>("[data-edge]")?.dataset["edge"] ?? null) as Edge;
  const grip = minuteAt(down, column, scale);
  let dragging = false;

  const ghostAt = (event: PointerEvent): Ghost => {
    const step = event.altKey ? 1 : SNAP;
    const under = columnAt(event, board) ?? column;
    const at = minuteAt(event, under, scale);
    if (!session) {
      const [a, b] = [snapped(grip, step), snapped(at, step)];
      const start = Math.max(0, Math.min(a, b));
      const end = Math.min(24 * 60, Math.max(a, b, start + LEAST));
      return { from: null, day, start, end, kind: "meetings", by: "pointer" };
    }
    const from = { day, session: index };
    const { kind } = session;
    const [start, end] = [session.start!, session.end!];
    if (edge === "start") {
      return { from, day, start: clamp(snapped(start + at - grip, step), 0, end - LEAST), end, kind, by: "pointer" };
    }
    if (edge === "end") {
      return {
        from,
        day,
        start,
        end: clamp(snapped(end + at - grip, step), start + LEAST, 24 * 60),
        kind,
        by: "pointer",
      };
    }
    const to = clamp(snapped(start + at - grip, step), 0, 24 * 60 - (end - start));
    return { from, day: Number(under.dataset["day"]), start: to, end: to + end - start, kind, by: "pointer" };
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    if (!dragging) {
      if (Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < SLACK) return;
      dragging = true;
      refusal.value = null;
    }
    ghost.value = ghostAt(event);
  };
  const end = (): void => {
    for (const [name, listener] of listeners) removeEventListener(name, listener, true);
    // The press that ends a drag is no click.
    if (dragging) addEventListener("click", swallow, { capture: true, once: true });
    if (dragging) setTimeout(() => removeEventListener("click", swallow, true), 0);
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    end();
    if (dragging) void settle();
    else if (!block) choose(null);
  };
  const cancel = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    end();
    ghost.value = null;
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !dragging) return;
    event.stopPropagation();
    end();
    ghost.value = null;
  };
  const listeners = [
    ["pointermove", move as EventListener],
    ["pointerup", up as EventListener],
    ["pointercancel", cancel as EventListener],
    ["keydown", key as EventListener],
  ] as const;
  for (const [name, listener] of listeners) addEventListener(name, listener, true);
}

/** The ghost whose edit is under way: a second Enter is not a second edit. */
let settling: Ghost | null = null;

/** Makes what the ghost shows an edit; one that would overlap is let go, with the reason. */
export async function settle(): Promise<void> {
  const now = ghost.peek();
  const days = calendar.peek()?.days;
  if (!now || !days || now === settling) return;
  settling = now;
  await editOf(now, days).finally(() => (settling = null));
}

async function editOf(now: Ghost, days: readonly DayView[]): Promise<void> {
  const clash = clashOf(now, days);
  if (clash) {
    ghost.value = null;
    refusal.value = { why: "overlap", other: clash.label || clash.id, start: clash.start!, end: clash.end! };
    return;
  }
  const { from, day, start, end, kind } = now;
  if (!from || from.session === null) {
    const label = words.peek().calendar.newLabel[kind ?? "meetings"];
    await edit({ kind: "add", day, sort: kind ?? "meetings", start, end, label });
    return;
  }
  const old = days[from.day]?.sessions[from.session];
  const change = {
    ...(old?.start !== start && { start }),
    ...(old?.end !== end && { end }),
  };
  if (day === from.day && Object.keys(change).length === 0) {
    ghost.value = null;
    return;
  }
  await edit({
    kind: "session",
    day: from.day,
    session: from.session,
    change,
    ...(day !== from.day && { toDay: day }),
  });
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

function minuteAt(event: PointerEvent, column: HTMLElement, { from, unit }: Scale): number {
  return from + (event.clientY - column.getBoundingClientRect().top) / unit;
}

/** The column over or under the pointer, however high or low it is. */
function columnAt(event: PointerEvent, board: HTMLElement): HTMLElement | null {
  for (const column of board.querySelectorAll<HTMLElement>("[data-day]")) {
    const { left, right } = column.getBoundingClientRect();
    if (event.clientX >= left && event.clientX < right) return column;
  }
  return null;
}

function swallow(click: Event): void {
  click.stopPropagation();
  click.preventDefault();
}
