// Opens and closes the panel of runs; the number says how many are kept. In the run bar, and on the phone beside Solve.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { openRuns, runs, runsPanel } from "../../state/runs.js";

/** Where the focus returns to when the panel is closed. */
export const RUNS_BUTTON = "runs-button";

export function RunsButton(): JSX.Element {
  const count = runs.value.runs.length;
  return (
    <button
      type="button"
      class="btn"
      id={RUNS_BUTTON}
      aria-expanded={runsPanel.value !== null}
      aria-controls="runs"
      onClick={() => openRuns(runsPanel.value === null ? "runs" : null)}
    >
      {words.value.runs.runs}
      {count > 0 && <span class="q">{count}</span>}
    </button>
  );
}
