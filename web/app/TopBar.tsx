// The bar at the top: name of the event, workspaces, what to open, language and theme.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { refusedName, shownName } from "../state/event.js";
import { place, type Place } from "../state/route.js";
import { compact } from "../state/screen.js";
import { EventsButton } from "./keep/EventsButton.js";
import { KeptStatus } from "./keep/KeptStatus.js";
import { LanguageSwitch } from "./LanguageSwitch.js";
import { Menu } from "./Menu.js";
import { ThemeButton } from "./ThemeButton.js";
import { TourOffer } from "./TourButton.js";
import { UndoButton } from "./UndoButton.js";

export function TopBar(): JSX.Element {
  const t = words.value;
  const tab = (to: Place, label: string, current: boolean): JSX.Element => (
    <button type="button" class="tab" aria-current={current ? "page" : undefined} onClick={() => (place.value = to)}>
      {label}
    </button>
  );
  const onEvent = place.value.startsWith("event/");
  const title = refusedName.value ?? shownName.value;
  return (
    <header class="top">
      <span class="mark">Dancecard</span>
      <span class="ev" dir="auto" title={title}>
        {title}
      </span>
      <nav aria-label={t.workspaces}>
        {tab("event/overview", t.event, onEvent)}
        {tab("schedule/grid", t.schedule, place.value.startsWith("schedule/"))}
        {tab("lab", t.lab, place.value === "lab")}
      </nav>
      <span class="grow" />
      <div class="right">
        <TourOffer />
        {!compact.value && <KeptStatus />}
        {place.value !== "lab" && <UndoButton />}
        {compact.value ? (
          <>
            <LanguageSwitch />
            <Menu />
          </>
        ) : (
          <>
            <EventsButton />
            <LanguageSwitch />
            <ThemeButton />
          </>
        )}
      </div>
    </header>
  );
}
