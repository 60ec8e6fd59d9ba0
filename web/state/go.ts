// Ways from one screen of the event to another: to certain rows of a table, and to a place in the text.
// A table reads `wanted` when it opens; the Spec tab reads `specWanted`. Whoever has shown it sets it to null.

import { batch, signal } from "@preact/signals";
import type { EditPath } from "../protocol.js";
import type { Wanted } from "../watch-views.js";
import { PLACES, place, type Place } from "./route.js";

/** The rows that the table of this place shows alone, with the words for why; null: all. */
export const wanted = signal<Wanted | null>(null);

/** Where in the text the Spec tab puts the caret next: an offset, or what stands at a path of the data. */
export const specWanted = signal<number | EditPath | null>(null);

/** Goes to rows of a table; to the first of them in the text where there is no such table. */
export function goTo(to: Wanted): void {
  const table = PLACES.find((known: Place): boolean => known === (to.place as string));
  if (table === undefined) return openSpecAt(to.path ?? 0);
  batch(() => {
    wanted.value = to;
    place.value = table;
  });
}

/** Opens the text of the event at an offset, or at what stands at a path of its data. */
export function openSpecAt(at: number | EditPath): void {
  batch(() => {
    specWanted.value = at;
    place.value = "event/spec";
  });
}
