// What the page may ask about places and their meetings. Implemented by desk.ts; called through state/bridge.ts only.

import type { PlaceRowsView } from "../../places-views.js";

export interface PlacesApi {
  /** Lines of places x slots from one index to another (excluded). */
  rows(from: number, to: number): PlaceRowsView;
  /** The first line in which somebody meets; -1 where there is none. */
  find(participant: string): number;
}
