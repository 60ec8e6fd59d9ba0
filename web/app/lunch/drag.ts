// A drag with mouse, pen or finger: takes the name under the pointer up once it has moved a little, aims at what is under
// it, drops there. Pointer events only; Lunches.tsx gives the element that scrolls. What a drop does is state/seat-move.ts.

import { signal } from "@preact/signals";
import { aim, drop, letGo, take, taken, type Aim } from "../../state/seat-move.js";

/** Pixels that a press may move before it is a drag. */
const SLACK = 5;
/** How near to an edge the pointer makes the tables scroll, and how fast at most, in pixels. */
const EDGE = 48;
const FASTEST = 18;

/** Where the pointer is during a drag; null without one. */
export const pointer = signal<{ x: number; y: number } | null>(null);

/** The target at a point of the screen. */
function aimAt(x: number, y: number): Aim | null {
  const under = document.elementFromPoint(x, y);
  const person = under?.closest<HTMLElement>("[data-person]")?.dataset["person"];
  if (person !== undefined) return person === taken.peek()?.id ? null : { person };
  const table = under?.closest<HTMLElement>("[data-table]")?.dataset["table"];
  return table === undefined ? null : { table };
}

function same(a: Aim | null, b: Aim | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Follows a press on a name to its end. `scroller` gives what scrolls near its edges. */
export function press(down: PointerEvent, scroller: HTMLElement): void {
  const start = (down.target as Element).closest<HTMLElement>("[data-person]");
  const id = start?.dataset["person"];
  if (id === undefined || down.button !== 0 || taken.peek()?.by === "keys") return;
  let dragging = false;
  let frame = 0;
  const look = (): void => {
    const at = pointer.peek();
    if (!at) return;
    const next = aimAt(at.x, at.y);
    if (!same(next, aim.peek())) aim.value = next;
  };
  const scroll = (): void => {
    const at = pointer.peek();
    if (!at) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const above = Math.max(0, top + EDGE - at.y);
    const below = Math.max(0, at.y - bottom + EDGE);
    const by = (Math.min(EDGE, below) - Math.min(EDGE, above)) / EDGE;
    if (by !== 0) {
      scroller.scrollTop += by * FASTEST;
      look();
    }
    frame = requestAnimationFrame(scroll);
  };
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    const { clientX: x, clientY: y } = event;
    if (!dragging) {
      if (Math.hypot(x - down.clientX, y - down.clientY) < SLACK) return;
      dragging = true;
      take(id, "pointer");
      frame = requestAnimationFrame(scroll);
    }
    pointer.value = { x, y };
    look();
  };
  const end = (): void => {
    cancelAnimationFrame(frame);
    pointer.value = null;
    for (const [name, listener] of listeners) removeEventListener(name, listener, true);
    // The press that ends a drag is no click.
    if (dragging) addEventListener("click", swallow, { capture: true, once: true });
    if (dragging) setTimeout(() => removeEventListener("click", swallow, true), 0);
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    const to = aim.peek();
    end();
    if (!dragging) return;
    if (to) void drop(to);
    else letGo();
  };
  const cancel = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    end();
    if (dragging) letGo();
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !dragging) return;
    event.stopPropagation();
    end();
    letGo();
  };
  const listeners = [
    ["pointermove", move as EventListener],
    ["pointerup", up as EventListener],
    ["pointercancel", cancel as EventListener],
    ["keydown", key as EventListener],
  ] as const;
  for (const [name, listener] of listeners) addEventListener(name, listener, true);
}

function swallow(click: Event): void {
  click.stopPropagation();
  click.preventDefault();
}
