// The bar at the top: name of the event, workspaces, what to open, language and theme.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { event } from "../state/event.js";
import { nextTheme, theme } from "../state/prefs.js";
import { place, type Place } from "../state/route.js";
import { LanguageSwitch } from "./LanguageSwitch.js";
import { Opener } from "./Opener.js";

/** Name of the event as the bar shows it. */
export function eventTitle(): string {
  const shown = event.value;
  return shown
    ? [shown.name, shown.city].filter((part) => part && !(part === shown.city && shown.name.includes(part))).join(", ")
    : "";
}

export function TopBar(): JSX.Element {
  const t = words.value;
  const tab = (to: Place, label: string, current: boolean): JSX.Element => (
    <button type="button" class="tab" aria-current={current ? "page" : undefined} onClick={() => (place.value = to)}>
      {label}
    </button>
  );
  const onEvent = place.value.startsWith("event/");
  return (
    <header class="top">
      <span class="mark">Dancecard</span>
      <span class="ev" dir="auto">
        {eventTitle()}
      </span>
      <nav aria-label={t.workspaces}>
        {tab("event/overview", t.event, onEvent)}
        {tab("schedule/grid", t.schedule, !onEvent)}
      </nav>
      <span class="grow" />
      <div class="right">
        <Opener />
        <LanguageSwitch />
        <button type="button" class="btn sm" onClick={nextTheme}>
          {t.theme[theme.value]}
        </button>
      </div>
    </header>
  );
}
