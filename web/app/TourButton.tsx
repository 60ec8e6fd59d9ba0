// Starts the tour: always in the menu and beside the samples; on a first visit also in the bar at the top, until it was
// taken or dismissed.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { tourSeen } from "../state/prefs.js";
import { dismissTour, startTour } from "../state/tour.js";

export function TourButton({ quiet = false, onChosen }: { quiet?: boolean; onChosen?: () => void }): JSX.Element {
  return (
    <button
      type="button"
      class={quiet ? "btn txt sm" : "btn sm"}
      onClick={() => {
        startTour();
        onChosen?.();
      }}
    >
      {words.value.tour}
    </button>
  );
}

/** The offer of a first visit. */
export function TourOffer(): JSX.Element | null {
  const t = words.value;
  if (tourSeen.value) return null;
  return (
    <span class="offer">
      <TourButton quiet />
      <button type="button" class="btn txt sm" aria-label={t.noTour} title={t.noTour} onClick={dismissTour}>
        ×
      </button>
    </span>
  );
}
