// What the screen can hold: narrow or not, and when the sizes of tokens.css were last changed.

import { signal } from "@preact/signals";

const narrowQuery = matchMedia("(max-width: 699px)");

/** True under 700 px: one column, reading only. */
export const narrow = signal(narrowQuery.matches);

narrowQuery.addEventListener("change", (event) => (narrow.value = event.matches));
