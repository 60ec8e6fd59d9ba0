// Opens and closes the panel of events. In the bar at the top, or in its menu.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { openPanel, panelOpen } from "../../state/shelf.js";

/** Where the focus returns to when the panel is closed. */
export const EVENTS_BUTTON = "events-button";

export function EventsButton({ onChosen }: { onChosen?: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class="btn sm"
      id={EVENTS_BUTTON}
      aria-expanded={panelOpen.value}
      aria-controls="events"
      onClick={() => {
        openPanel(!panelOpen.value);
        onChosen?.();
      }}
    >
      {words.value.keep.events}
    </button>
  );
}
