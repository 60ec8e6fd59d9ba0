// Names for new sessions: free ones, that look like those that are there. Called by plan.ts.

import { slotName, type Layout } from "./read.js";

/** Most tries before a name gets another form. */
const TRIES = 1000;
const NUMBER = /\d{1,9}/;

/** Tells which names no session, slot or date bears. */
export function freeNames(layout: Layout): (id: string) => boolean {
  const ids = new Set<string>();
  const owners = new Set<string>();
  const dates = new Set(layout.map((day) => day.date));
  for (const { sessions } of layout) {
    for (const { id } of sessions) {
      ids.add(id);
      const slot = slotName(id);
      if (slot) owners.add(slot.owner);
    }
  }
  // Neither may be a slot of the other, however many slots there will be one day.
  return (id) => !ids.has(id) && !dates.has(id) && !owners.has(id) && !ids.has(slotName(id)?.owner ?? id);
}

/** A name for a new session: the base, else with a number. */
export function newId(layout: Layout, base: string): string {
  const free = freeNames(layout);
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (free(id)) return id;
  }
}

/** Names for the copies of sessions, all counted on alike: d1-am and d1-pm become d2-am and d2-pm where these are free. */
export function copiedIds(layout: Layout, ids: readonly string[]): string[] {
  const free = freeNames(layout);
  const fits = (names: readonly string[]): boolean => names.every(free) && new Set(names).size === names.length;
  for (let by = 1; by <= TRIES; by++) {
    const names = ids.map((id) => counted(id, by));
    if (fits(names)) return names;
  }
  for (let by = 1; ; by++) {
    const names = ids.map((_, i) => `session-${by}-${i + 1}`);
    if (fits(names)) return names;
  }
}

function counted(id: string, by: number): string {
  if (!NUMBER.test(id)) return `${id}-${by + 1}`;
  return id.replace(NUMBER, (digits) => String(Number(digits) + by).padStart(digits.length, "0"));
}
