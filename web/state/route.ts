// Where the page is: workspace and tab, kept in the address so that Back works. Names of tabs, nothing of the event.

import { effect, signal } from "@preact/signals";

export const PLACES = [
  "schedule/grid",
  "schedule/summary",
  "schedule/places",
  "schedule/lunches",
  "schedule/findings",
  "schedule/compare",
  "schedule/changes",
  "event/overview",
  "event/people",
  "event/wishes",
  "event/places",
  "event/packages",
  "event/calendar",
  "event/rules",
  "event/spec",
  "lab",
] as const;
export type Place = (typeof PLACES)[number];

const START: Place = "schedule/grid";

/** The screen that is shown. */
export const place = signal<Place>(fromHash());

function fromHash(): Place {
  const name = location.hash.slice(1);
  return PLACES.find((p) => p === name) ?? START;
}

/** Keeps address and screen in step; called once. */
export function followAddress(): void {
  addEventListener("hashchange", () => (place.value = fromHash()));
  effect(() => {
    const hash = `#${place.value}`;
    if (location.hash !== hash && !(place.value === START && location.hash === "")) location.hash = hash;
  });
}
