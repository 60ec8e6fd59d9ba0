// Windows of the grid's rows. The page asks for what is on the screen, in blocks, and forgets the rest.

import { batch, computed, effect, signal } from "@preact/signals";
import type { RowView, SortKey } from "../protocol.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { schedule } from "./run.js";

const BLOCK = 20;
/** Blocks kept besides those on the screen, so that scrolling back is immediate. */
const KEPT = 24;

/** Side shown; null: everybody. */
export const side = signal<string | null>(null);
export const sort = signal<SortKey>("name");
/** Rows there are in this order. */
export const rowCount = signal(0);
/** Rows known, in blocks; changes whenever some arrive. */
export const blocks = signal<ReadonlyMap<number, readonly RowView[]>>(new Map());

/** True while what is on the screen is about an older event, schedule or order. */
export const busy = signal(true);

let wanted: [number, number] = [0, BLOCK - 1];
/** Counts up when what the rows show has changed; answers to older questions are dropped. */
let version = 0;
const asked = new Set<number>();

/** What the rows depend on: event, schedule, side and order. */
const basis = computed(
  () => `${replaced.value}/${event.value?.good ?? 0}/${schedule.value?.generation ?? 0}/${side.value}/${sort.value}`,
);

/** The row at an index, or undefined while it is on its way. */
export function rowAt(index: number): RowView | undefined {
  return blocks.value.get(Math.floor(index / BLOCK))?.[index % BLOCK];
}

/** Says which rows are on the screen. */
export function need(from: number, to: number): void {
  wanted = [Math.floor(from / BLOCK), Math.floor(Math.max(from, to) / BLOCK)];
  fetchWanted();
}

/** Asks again whenever what rows show has changed; called once. */
export function followRows(): void {
  effect(() => {
    if (replaced.value > 0) side.value = event.peek()?.sides[0]?.id ?? null;
  });
  effect(() => {
    if (basis.value === "" || !event.value || event.value.good === 0) return;
    version++;
    busy.value = true;
    asked.clear();
    fetchWanted();
  });
}

function fetchWanted(): void {
  for (let block = wanted[0]; block <= wanted[1]; block++) if (!asked.has(block)) void fetchBlock(block);
}

async function fetchBlock(block: number): Promise<void> {
  const mine = version;
  asked.add(block);
  const request = { side: side.peek(), sort: sort.peek(), from: block * BLOCK, to: (block + 1) * BLOCK };
  const answer = await ask((api) => api.rows(request)).catch(() => null);
  if (!answer || mine !== version) return;
  batch(() => {
    rowCount.value = answer.total;
    busy.value = false;
    const next = new Map(blocks.peek());
    for (const old of next.keys()) if (!asked.has(old) && (old < wanted[0] || old > wanted[1])) next.delete(old);
    next.set(block, answer.rows);
    for (const old of next.keys()) {
      if (next.size <= KEPT) break;
      if (old >= wanted[0] && old <= wanted[1]) continue;
      next.delete(old);
      asked.delete(old);
    }
    blocks.value = next;
  });
}
