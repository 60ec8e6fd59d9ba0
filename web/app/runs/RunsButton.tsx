// Opens and closes the panel of runs; the number says how many are kept. In the run bar, and on the phone beside Solve.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { openRuns, runs, runsPanel } from "../../state/runs.js";
import { SidePanelButton } from "../SidePanel.js";

export function RunsButton(): JSX.Element {
  const count = runs.value.runs.length;
  const open = runsPanel.value !== null;
  return (
    <SidePanelButton id="runs" open={open} onPress={() => openRuns(open ? null : "runs")}>
      {words.value.runs.runs}
      {count > 0 && <span class="q">{count}</span>}
    </SidePanelButton>
  );
}
