// Clock times for meeting instances whose slots are only numbered. Used by b2bsp.ts.

import type { EventInput } from "../spec/schema.js";

/** The day on which all slots stand. */
export const DATE = "2027-01-15";
/** Id of the session that holds them all. */
export const SESSION = "slots";
const START = 8 * 60;

/** Clock times for slots that have none: as long as fit between eight and midnight, at most half an hour. */
export class Clock {
  readonly #step: number;
  readonly #pause: number;
  constructor(readonly slots: number) {
    this.#step = Math.min(30, Math.floor((24 * 60 - START) / slots));
    this.#pause = this.#step >= 10 ? 5 : 0;
  }

  /** The one session: a hole may span the midday break, so the day is not cut. */
  session(): EventInput["calendar"][number]["sessions"][number] {
    return {
      id: SESSION,
      kind: "meetings",
      start: text(START),
      end: text(START + this.slots * this.#step - this.#pause),
      meeting: this.#step - this.#pause,
      changeover: this.#pause,
    };
  }

  /** A token that covers exactly the slots from `first` to `last` (1-based). */
  range(first: number, last: number): string {
    const start = START + (first - 1) * this.#step;
    return `${text(start)}/${text(START + last * this.#step - this.#pause)}@${DATE}`;
  }
}

function text(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
