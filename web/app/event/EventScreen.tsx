// The Event workspace: overview, calendar, rules and text of the one event that is open.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { place, type Place } from "../../state/route.js";
import { Calendar } from "./Calendar.js";
import { EditNews } from "./EditNews.js";
import { preloadMonaco } from "./load-monaco.js";
import { Overview } from "./Overview.js";
import { DropZone } from "../import/DropZone.js";
import { ImportPanel } from "../import/ImportPanel.js";
import { TableScreen } from "../table/TableScreen.js";
import { Rules } from "./Rules.js";
import { SpecEditor } from "./SpecEditor.js";

const SCREENS: Partial<Record<Place, () => JSX.Element>> = {
  "event/people": () => <TableScreen key="people" id="people" />,
  "event/wishes": () => <TableScreen key="wishes" id="wishes" />,
  "event/places": () => <TableScreen key="places" id="places" />,
  "event/packages": () => <TableScreen key="packages" id="packages" />,
  "event/calendar": () => <Calendar />,
  "event/rules": () => <Rules />,
  "event/spec": () => <SpecEditor />,
};

export function EventScreen(): JSX.Element {
  const t = words.value.eventTabs;
  const view = event.value?.overview;
  const tab = (to: Place, label: string, count?: number): JSX.Element => (
    <button
      type="button"
      aria-current={place.value === to ? "page" : undefined}
      onPointerEnter={to === "event/spec" ? preloadMonaco : undefined}
      onFocus={to === "event/spec" ? preloadMonaco : undefined}
      onClick={() => (place.value = to)}
    >
      {label}
      {count !== undefined && <span class="q">{format.value.number(count)}</span>}
    </button>
  );
  return (
    <>
      <nav class="sub" aria-label={words.value.event}>
        {tab("event/overview", t.overview)}
        {tab("event/people", t.people, view?.participants)}
        {tab("event/wishes", t.wishes, view ? view.wishes + view.vetoes : undefined)}
        {tab("event/places", t.places, view?.places)}
        {tab("event/packages", t.packages, view?.packages)}
        {tab("event/calendar", t.calendar)}
        {tab("event/rules", t.rules)}
        {tab("event/spec", t.spec)}
        <span class="grow" />
        <EditNews />
      </nav>
      <DropZone>
        {SCREENS[place.value]?.() ?? <Overview />}
        <ImportPanel />
      </DropZone>
    </>
  );
}
