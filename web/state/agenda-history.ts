// On a phone an agenda takes the screen: it is an entry of the browser's history, so that Back returns to the list.
// The address stays as it is: it tells nothing of the event.

import { effect } from "@preact/signals";
import { selected } from "./person.js";
import { place } from "./route.js";
import { narrow } from "./screen.js";

/** Whose agenda the entry of the history is; null for every other entry. */
function agendaOf(state: unknown): string | null {
  const { agenda } = (state ?? {}) as { agenda?: unknown };
  return typeof agenda === "string" ? agenda : null;
}

/** Keeps the history and the agenda in step; called once. */
export function followAgenda(): void {
  // A page that is loaded anew begins without an agenda.
  if (agendaOf(history.state) !== null) history.replaceState(null, "");
  effect(() => {
    const id = selected.value;
    if (!narrow.value || !place.value.startsWith("schedule/")) return;
    if (id === null) return;
    // From one agenda to another is still one step from the list.
    if (agendaOf(history.state) === null) history.pushState({ agenda: id }, "");
    else history.replaceState({ agenda: id }, "");
  });
  addEventListener("popstate", ({ state }: PopStateEvent) => {
    if (narrow.peek()) selected.value = agendaOf(state);
  });
}

/** Back to the list. */
export function closeAgenda(): void {
  if (agendaOf(history.state) !== null) history.back();
  else selected.value = null;
}
