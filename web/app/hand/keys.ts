// What keys do while a meeting is in the hand, in the grid and among the places.

import { aim, drop, letGo, remove, taken } from "../../state/hand.js";

/** A key while a meeting is in the hand; true when it meant something. */
export function movingKey({ key }: KeyboardEvent): boolean {
  const list = (taken.peek()?.targets ?? []).filter(({ forbidden }) => !forbidden);
  const at = list.findIndex(({ slot }) => slot === aim.peek());
  const from = taken.peek()?.subject.from;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      if (list.length === 0) return true;
      const step = key === "ArrowRight" ? 1 : -1;
      aim.value = list[(at < 0 ? (step > 0 ? 0 : list.length - 1) : at + step + list.length) % list.length]!.slot;
      return true;
    }
    case "Enter":
      void drop();
      return true;
    case "Escape":
      letGo();
      return true;
    case "Delete":
      if (from) void remove(taken.peek()!.subject);
      return true;
    default:
      return false;
  }
}
