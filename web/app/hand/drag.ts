// A drag of a meeting in the grid with mouse, pen or finger: takes the cell under the pointer up once it has moved a little,
// aims at the slot under it, drops there. What a drop does is state/hand.ts.

import { signal } from "@preact/signals";
import type { HandSubject } from "../../hand-views.js";
import { aim, drop, letGo, take, taken } from "../../state/hand.js";

/** Pixels that a press may move before it is a drag. */
const SLACK = 5;

/** Where the pointer is during a drag; null without one. */
export const pointer = signal<{ x: number; y: number } | null>(null);

/** What the grid knows of a press: the meeting under it, its line, and the slot at a point. */
export interface Pressed {
  subject: HandSubject;
  row: number;
  slotAt(x: number, y: number): string | null;
  /** The press was a drag: the click that follows means nothing. */
  dragged(): void;
}

/** Follows a press to its end. */
export function press(down: PointerEvent, { subject, row, slotAt, dragged }: Pressed): void {
  follow(down, {
    subject,
    row,
    dragged,
    aimAt: (x, y) => (aim.value = slotAt(x, y)),
    drop: (x, y) => {
      const slot = slotAt(x, y);
      // Let go where it was, or outside of the slots: it stays in the hand's panel only when it can be put somewhere.
      if (slot === null || slot === subject.from) letGo();
      else void drop(slot);
    },
  });
}

/** The same where a slot alone does not say where a meeting is put. */
export interface Followed extends Omit<Pressed, "slotAt"> {
  aimAt(x: number, y: number): void;
  drop(x: number, y: number): void;
}

export function follow(down: PointerEvent, { subject, row, dragged, aimAt, drop: put }: Followed): void {
  if (down.button !== 0 || down.pointerType === "touch" || taken.peek()) return;
  let dragging = false;
  let ended = false;
  let held: Promise<boolean> | null = null;
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    const { clientX: x, clientY: y } = event;
    if (!dragging) {
      if (Math.hypot(x - down.clientX, y - down.clientY) < SLACK) return;
      dragging = true;
      dragged();
      held = take(subject, row);
      // Taken up while the pointer was on its way: it is aimed where the pointer is by then.
      void held.then((got) => {
        if (got && !ended && pointer.peek()) aimAt(pointer.peek()!.x, pointer.peek()!.y);
      });
    }
    pointer.value = { x, y };
    if (taken.peek()) aimAt(x, y);
  };
  const end = (keep: boolean): void => {
    ended = true;
    pointer.value = null;
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", cancel);
    removeEventListener("keydown", escape, true);
    if (!keep) letGo();
  };
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== down.pointerId) return;
    end(true);
    if (!dragging) return;
    void held?.then((got) => {
      if (got) put(event.clientX, event.clientY);
    });
  };
  const cancel = (): void => end(false);
  const escape = (key: KeyboardEvent): void => {
    if (key.key !== "Escape") return;
    key.preventDefault();
    key.stopPropagation();
    end(false);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", cancel);
  addEventListener("keydown", escape, true);
}
