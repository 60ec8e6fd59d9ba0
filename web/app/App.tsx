// The frame of the playground: bars above, the workspace below; one column on a phone.

import type { JSX } from "preact";
import "../styles/schedule.css";
import "../styles/grid.css";
import "../styles/person.css";
import "../styles/event.css";
import "../styles/phone.css";
import "../styles/lunch.css";
import "../styles/hand.css";
import "../styles/summary.css";
import "../styles/table.css";
import "../styles/import.css";
import "../styles/side.css";
import "../styles/keep.css";
import "../styles/calendar.css";
import "../styles/rules.css";
import "../styles/runs.css";
import "../styles/export.css";
import "../styles/print.css";
import { place } from "../state/route.js";
import { narrow } from "../state/screen.js";
import { Alerts } from "./Alerts.js";
import { EventScreen } from "./event/EventScreen.js";
import { EventsPanel } from "./keep/EventsPanel.js";
import { ExportPanel } from "./export/ExportPanel.js";
import { ImportPanel } from "./import/ImportPanel.js";
import { LabHost } from "./lab/LabHost.js";
import { PhoneScreen } from "./phone/PhoneScreen.js";
import { Sheets } from "./print/Sheets.js";
import { RunsPanel } from "./runs/RunsPanel.js";
import { ScheduleScreen } from "./schedule/ScheduleScreen.js";
import { TopBar } from "./TopBar.js";
import { TourHost } from "./tour/TourHost.js";

/** Everything on the page. */
export function App(): JSX.Element {
  return (
    <>
      {narrow.value ? (
        <>
          <PhoneScreen />
          <ImportPanel />
        </>
      ) : (
        <div class="page">
          <TopBar />
          <Alerts />
          {place.value === "lab" ? (
            <LabHost />
          ) : place.value.startsWith("event/") ? (
            <EventScreen />
          ) : (
            <ScheduleScreen />
          )}
        </div>
      )}
      <EventsPanel />
      <TourHost />
      <RunsPanel />
      <ExportPanel />
      <Sheets />
    </>
  );
}
