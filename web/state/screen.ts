// What the screen can hold: narrow or not, and when the sizes of tokens.css were last changed.

import { signal } from "@preact/signals";

const narrowQuery = matchMedia("(max-width: 699px)");
const compactQuery = matchMedia("(max-width: 1279px)");

/** True under 700 px: one column, reading only. */
export const narrow = signal(narrowQuery.matches);

/** True under 1280 px: no room for what can wait, such as a panel with nobody in it. schedule.css says the same. */
export const compact = signal(compactQuery.matches);

narrowQuery.addEventListener("change", (event) => (narrow.value = event.matches));
compactQuery.addEventListener("change", (event) => (compact.value = event.matches));
