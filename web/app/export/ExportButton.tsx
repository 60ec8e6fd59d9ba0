// Opens and closes the panel of exports. In the run bar, and on the phone beside Solve.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { exportOpen, openExports } from "../../state/exporting.js";
import { SidePanelButton } from "../SidePanel.js";

export function ExportButton(): JSX.Element {
  return (
    <SidePanelButton id="exports" open={exportOpen.value} onPress={() => openExports(!exportOpen.value)}>
      {words.value.export.title}
    </SidePanelButton>
  );
}
