// The rows of the schedule's grid: which side, in which order, and the window of them that is on the screen.

import { computed, effect, signal } from "@preact/signals";
import type { RowView, SortKey } from "../protocol.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { createRowWindow } from "./row-window.js";
import { schedule } from "./run.js";

/** Side shown; null: everybody. */
export const side = signal<string | null>(null);
export const sort = signal<SortKey>("name");

const rows = createRowWindow<RowView>((from, to) =>
  ask((api) => api.plan.rows({ side: side.peek(), sort: sort.peek(), from, to })),
);
export const { count: rowCount, blocks, busy, rowAt, need } = rows;

/** The row of a participant in the order that is shown; -1 where it is not among them. */
export function findRow(participant: string): Promise<number> {
  const order = { side: side.peek(), sort: sort.peek() };
  return ask((api) => api.plan.find(participant, order)).catch(() => -1);
}

/** What the rows depend on: event, schedule, side and order. */
const basis = computed(
  () => `${replaced.value}/${event.value?.good ?? 0}/${schedule.value?.generation ?? 0}/${side.value}/${sort.value}`,
);

/** Asks again whenever what rows show has changed; called once. */
export function followRows(): void {
  effect(() => {
    if (replaced.value > 0) side.value = event.peek()?.sides[0]?.id ?? null;
  });
  effect(() => {
    if (basis.value !== "" && event.value && event.value.good > 0) rows.renew();
  });
}
