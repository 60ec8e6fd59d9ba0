// Which rows a grid or a table draws, a few at a time. A long jump or a new schedule changes every row at once; drawn in one go
// that would block the page, so each frame takes some, those on the screen first. Elements are used again: the row of
// index i is drawn by element i modulo the number of elements.

import { signal, type ReadonlySignal } from "@preact/signals";

/** A drawn row: what it is, and what it shows. */
export interface Line<Row> {
  index: number;
  row: Row | undefined;
}

/** Rows that change in one frame; more while a new set is filled, which nobody scrolls yet. */
const AT_ONCE = 4;
const AT_FIRST = 8;

/** Rows wanted: those on the screen, within those around them, of `count` in all. */
export interface Wanted {
  from: number;
  to: number;
  first: number;
  last: number;
  count: number;
}

export interface Lines<Row> {
  drawn: ReadonlySignal<readonly Line<Row>[]>;
  /** Brings what is drawn in step with what is wanted, over as many frames as it takes. */
  want(wanted: Wanted): void;
  stop(): void;
}

/** Keeps a set of drawn rows in step with what `rowAt` knows. */
export function createLines<Row>(rowAt: (index: number) => Row | undefined): Lines<Row> {
  const nothing: Line<Row> = { index: -1, row: undefined };
  const drawn = signal<readonly Line<Row>[]>([]);
  let wanted: Wanted = { from: 0, to: 0, first: 0, last: 0, count: 0 };
  let frame = 0;
  let filling = false;

  const settle = (): void => {
    frame = 0;
    const { from, to, first, last, count } = wanted;
    const before = drawn.peek();
    const size = Math.max(to - from, before.length);
    // A larger set gives every row another element: start again.
    const next = size > before.length ? new Array<Line<Row>>(size).fill(nothing) : before.slice();
    if (before.length === 0) filling = true;
    const most = filling ? AT_FIRST : AT_ONCE;
    let changes = size > before.length ? 1 : 0;
    const take = (index: number): void => {
      const line = next[index % size]!;
      const row = rowAt(index);
      if (line.index === index && line.row === row) return;
      if (++changes <= most) next[index % size] = { index, row };
    };
    next.forEach((line, slot) => {
      if (line.index < count) return;
      next[slot] = nothing;
      changes++;
    });
    for (let i = first; i <= last && i < to; i++) take(i);
    for (let i = from; i < to; i++) if (i < first || i > last) take(i);
    if (changes > 0) drawn.value = next;
    if (changes > most) frame = requestAnimationFrame(settle);
    else if (count > 0) filling = false;
  };

  return {
    drawn,
    want(now) {
      wanted = now;
      if (frame === 0) settle();
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
