// Opens and closes the panel of events. In the bar at the top, or in its menu.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { openPanel, panelOpen } from "../../state/shelf.js";
import { SidePanelButton } from "../SidePanel.js";

export function EventsButton({ onChosen }: { onChosen?: () => void }): JSX.Element {
  return (
    <SidePanelButton
      id="events"
      open={panelOpen.value}
      small
      onPress={() => {
        openPanel(!panelOpen.value);
        onChosen?.();
      }}
    >
      {words.value.keep.events}
    </SidePanelButton>
  );
}
