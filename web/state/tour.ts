// The tour of the page: whether it goes on, and the way back from it. It shows screens; it changes nothing of the event.

import { batch, signal } from "@preact/signals";
import { selected } from "./person.js";
import { tourSeen } from "./prefs.js";
import { place, type Place } from "./route.js";
import { narrow } from "./screen.js";
import { openPanel } from "./shelf.js";

/** True while the tour goes on. */
export const touring = signal(false);

/** Where the tour was started, and the screen it showed last. */
let from: { place: Place; focus: Element | null } | null = null;
let last: Place | null = null;

export function startTour(): void {
  from = { place: place.peek(), focus: document.activeElement };
  last = null;
  batch(() => {
    // It would stand before what the steps point at.
    openPanel(false);
    touring.value = true;
  });
}

/** Shows the screen of a step; Back leads past the whole tour, so the address is replaced. */
export function showPlace(to: Place): void {
  last = to;
  history.replaceState(null, "", `#${to}`);
  batch(() => {
    // On a phone an agenda takes the screen.
    if (narrow.peek()) selected.value = null;
    place.value = to;
  });
}

/** Ends it: back to the screen and the element it was started from, unless somebody went elsewhere meanwhile. */
export function endTour(): void {
  const back = from;
  touring.value = false;
  if (back === null) return;
  from = null;
  if (place.peek() === last) showPlace(back.place);
  // Behind the button the tour came from there may be a menu that is closed, or an offer that is gone.
  const focus = back.focus?.isConnected && back.focus !== document.body ? back.focus : fallback();
  if (focus instanceof HTMLElement) focus.focus();
}

/** Offers it no more; it stays in the menu. */
export function dismissTour(): void {
  tourSeen.value = true;
  fallback()?.focus();
}

/** The button behind which the tour can always be found: my events, or the menu that holds them. */
function fallback(): HTMLElement | null {
  return document.querySelector("#events-button, [aria-controls=menu]");
}
