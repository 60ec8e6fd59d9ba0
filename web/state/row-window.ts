// A window on many rows that the worker holds: asks for what is on the screen, in blocks, and forgets the rest. Used for
// the schedule's grid and for the tables of the event.

import { batch, signal, type ReadonlySignal } from "@preact/signals";

export const BLOCK = 20;
/** Blocks kept besides those on the screen, so that scrolling back is immediate. */
const KEPT = 24;

export interface RowWindow<Row> {
  /** Rows there are in this order. */
  count: ReadonlySignal<number>;
  /** Rows known, in blocks; changes whenever some arrive. */
  blocks: ReadonlySignal<ReadonlyMap<number, readonly Row[]>>;
  /** True while what is on the screen is about an older state of things. */
  busy: ReadonlySignal<boolean>;
  /** The row at an index, or undefined while it is on its way. */
  rowAt(index: number): Row | undefined;
  /** Says which rows are on the screen. */
  need(from: number, to: number): void;
  /** What the rows show has changed: asks again; the old ones stay until the new ones are there. */
  renew(): void;
}

/** `fetch` gives the rows from one index to another (excluded) and how many there are; null: none can be had now. */
export function createRowWindow<Row>(
  fetch: (from: number, to: number) => Promise<{ total: number; rows: readonly Row[] } | null>,
): RowWindow<Row> {
  const count = signal(0);
  const blocks = signal<ReadonlyMap<number, readonly Row[]>>(new Map());
  const busy = signal(true);
  let wanted: [number, number] = [0, BLOCK - 1];
  /** Counts up when what the rows show has changed; answers to older questions are dropped. */
  let version = 0;
  const asked = new Set<number>();

  const fetchBlock = async (block: number): Promise<void> => {
    const mine = version;
    asked.add(block);
    const answer = await fetch(block * BLOCK, (block + 1) * BLOCK).catch(() => null);
    if (!answer || mine !== version) return;
    batch(() => {
      count.value = answer.total;
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
  };
  const fetchWanted = (): void => {
    for (let block = wanted[0]; block <= wanted[1]; block++) if (!asked.has(block)) void fetchBlock(block);
  };

  return {
    count,
    blocks,
    busy,
    rowAt: (index) => blocks.value.get(Math.floor(index / BLOCK))?.[index % BLOCK],
    need(from, to) {
      wanted = [Math.floor(from / BLOCK), Math.floor(Math.max(from, to) / BLOCK)];
      fetchWanted();
    },
    renew() {
      version++;
      busy.value = true;
      asked.clear();
      fetchWanted();
    },
  };
}
