// The Event workspace: overview and text of the one event that is open.

import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { place, type Place } from "../../state/route.js";
import { EditNews } from "./EditNews.js";
import { preloadMonaco } from "./load-monaco.js";
import { Overview } from "./Overview.js";
import { DropZone } from "../import/DropZone.js";
import { ImportPanel } from "../import/ImportPanel.js";
import { ImportTold } from "../import/ImportTold.js";
import { TableScreen } from "../table/TableScreen.js";
import { SpecEditor } from "./SpecEditor.js";

export function EventScreen(): JSX.Element {
  const t = words.value.eventTabs;
  useEffect(preloadMonaco, []);
  const view = event.value?.overview;
  const tab = (to: Place, label: string, count?: number): JSX.Element => (
    <button type="button" aria-current={place.value === to ? "page" : undefined} onClick={() => (place.value = to)}>
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
        {tab("event/spec", t.spec)}
        <span class="grow" />
        <EditNews />
        <ImportTold />
      </nav>
      <DropZone>
        <Screen at={place.value} />
        <ImportPanel />
      </DropZone>
    </>
  );
}

function Screen({ at }: { at: Place }): JSX.Element {
  switch (at) {
    case "event/spec":
      return <SpecEditor />;
    case "event/people":
      return <TableScreen key={at} id="people" />;
    case "event/wishes":
      return <TableScreen key={at} id="wishes" />;
    case "event/places":
      return <TableScreen key={at} id="places" />;
    case "event/packages":
      return <TableScreen key={at} id="packages" />;
    default:
      return <Overview />;
  }
}
