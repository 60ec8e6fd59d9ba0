// The Event workspace: overview, calendar, rules and text of the one event that is open.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { place, type Place } from "../../state/route.js";
import { Calendar } from "./Calendar.js";
import { EditNews } from "./EditNews.js";
import { preloadMonaco } from "./load-monaco.js";
import { Overview } from "./Overview.js";
import { Rules } from "./Rules.js";
import { SpecEditor } from "./SpecEditor.js";

const SCREENS: Partial<Record<Place, () => JSX.Element>> = {
  "event/calendar": () => <Calendar />,
  "event/rules": () => <Rules />,
  "event/spec": () => <SpecEditor />,
};

export function EventScreen(): JSX.Element {
  const t = words.value.eventTabs;
  useEffect(preloadMonaco, []);
  const tab = (to: Place, label: string): JSX.Element => (
    <button type="button" aria-current={place.value === to ? "page" : undefined} onClick={() => (place.value = to)}>
      {label}
    </button>
  );
  return (
    <>
      <nav class="sub" aria-label={words.value.event}>
        {tab("event/overview", t.overview)}
        {tab("event/calendar", t.calendar)}
        {tab("event/rules", t.rules)}
        {tab("event/spec", t.spec)}
        <span class="grow" />
        <EditNews />
      </nav>
      {SCREENS[place.value]?.() ?? <Overview />}
    </>
  );
}
