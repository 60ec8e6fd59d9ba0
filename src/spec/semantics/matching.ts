// Do meetings fit into the slots they may take? Bipartite matching with room per slot (Hopcroft and Karp's problem, by
// Kuhn's augmenting paths). Called by locked-sets.ts for one pair, participant or place at a time.
// A set that does not fit is returned as small as it can be: without any one of its meetings the rest fits (Hall 1935).

export interface Crowd {
  /** Indices of the items that together do not fit; `extra` is the one that was left over. */
  items: number[];
  extra: number;
  /** Slots that they share, and the room of these together. */
  slots: number[];
  room: number;
}

/** Sets that do not fit are looked for until there are this many. */
const MOST_CROWDS = 5;

/** Puts each item into one of its open slots; returns the sets for which there is no way. */
export function crowds(open: readonly ArrayLike<number>[], room: (slot: number) => number): Crowd[] {
  const order = open.map((_, i) => i).sort((a, b) => open[a]!.length - open[b]!.length || a - b);
  const held = new Map<number, number[]>();
  const result: Crowd[] = [];
  for (const item of order) {
    const crowd = insert(item, open, room, held);
    if (crowd) result.push(crowd);
    if (result.length === MOST_CROWDS) break;
  }
  return result;
}

function insert(
  item: number,
  open: readonly ArrayLike<number>[],
  room: (slot: number) => number,
  held: Map<number, number[]>,
): Crowd | undefined {
  const free = firstFree(open[item]!, room, held);
  if (free >= 0) {
    held.get(free)!.push(item);
    return undefined;
  }
  // Breadth first over items that would have to move; `from` is the item that wants each slot.
  const items = [item];
  const from = new Map<number, number>();
  for (let i = 0; i < items.length; i++) {
    const mover = items[i]!;
    const slots = open[mover]!;
    for (let k = 0; k < slots.length; k++) {
      const slot = slots[k]!;
      if (from.has(slot)) continue;
      from.set(slot, mover);
      const inside = insideOf(held, slot);
      if (inside.length < room(slot)) {
        shift(slot, item, from, held);
        return undefined;
      }
      items.push(...inside);
    }
  }
  const slots = [...from.keys()].sort((a, b) => a - b);
  return {
    items: [...new Set(items)].sort((a, b) => a - b),
    extra: item,
    slots,
    room: slots.reduce((sum, slot) => sum + room(slot), 0),
  };
}

function insideOf(held: Map<number, number[]>, slot: number): number[] {
  let inside = held.get(slot);
  if (!inside) held.set(slot, (inside = []));
  return inside;
}

/** The first slot with room, or -1: nearly always enough, and much quicker than a search. */
function firstFree(slots: ArrayLike<number>, room: (slot: number) => number, held: Map<number, number[]>): number {
  for (let k = 0; k < slots.length; k++) if (insideOf(held, slots[k]!).length < room(slots[k]!)) return slots[k]!;
  return -1;
}

/** Moves items along the path that ends in a slot with room, back to the new item. */
function shift(slot: number, item: number, from: ReadonlyMap<number, number>, held: Map<number, number[]>): void {
  for (;;) {
    const mover = from.get(slot)!;
    held.get(slot)!.push(mover);
    if (mover === item) return;
    const [left] = [...held].find(([other, inside]) => other !== slot && inside.includes(mover))!;
    const inside = held.get(left)!;
    inside.splice(inside.indexOf(mover), 1);
    slot = left;
  }
}
