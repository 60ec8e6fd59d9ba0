// Where the bar has no room: my events, the tour and the theme, behind one button.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { EventsButton } from "./keep/EventsButton.js";
import { PopupMenu } from "./PopupMenu.js";
import { ThemeButton } from "./ThemeButton.js";
import { TourButton } from "./TourButton.js";

export function Menu(): JSX.Element {
  const t = words.value;
  return (
    <PopupMenu
      id="menu"
      label={t.menu}
      items={({ open }) => (
        <>
          <EventsButton onChosen={() => (open.value = false)} />
          <TourButton onChosen={() => (open.value = false)} />
          <ThemeButton />
        </>
      )}
    />
  );
}
