// Opens and closes the panel of exports. In the run bar, and on the phone beside Solve.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { exportOpen, openExports } from "../../state/exporting.js";

/** Where the focus returns to when the panel is closed. */
export const EXPORT_BUTTON = "export-button";

export function ExportButton(): JSX.Element {
  return (
    <button
      type="button"
      class="btn"
      id={EXPORT_BUTTON}
      aria-expanded={exportOpen.value}
      aria-controls="exports"
      onClick={() => openExports(!exportOpen.value)}
    >
      {words.value.export.title}
    </button>
  );
}
