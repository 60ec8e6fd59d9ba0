// Under 700 px: one column, for reading. The schedule as one strip of bars per person, an agenda on touch.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { refusedName, shownName } from "../../state/event.js";
import { meals } from "../../state/lunches.js";
import { person, selected } from "../../state/person.js";
import { place, type Place } from "../../state/route.js";
import { Alerts } from "../Alerts.js";
import { LanguageSwitch } from "../LanguageSwitch.js";
import { Menu } from "../Menu.js";
import { behind, closeBehind, listOpen } from "../../state/summary.js";
import { LabHost } from "../lab/LabHost.js";
import { Findings } from "../schedule/Findings.js";
import { Changes } from "../runs/Changes.js";
import { Compare } from "../runs/Compare.js";
import { BehindPanel } from "../summary/BehindPanel.js";
import { Summary } from "../summary/Summary.js";
import { PhoneCalendar } from "./PhoneCalendar.js";
import { PhoneLunches } from "./PhoneLunches.js";
import { PhoneOverview } from "./PhoneOverview.js";
import { PhonePerson } from "./PhonePerson.js";
import { PhoneRules } from "./PhoneRules.js";
import { PhoneSchedule } from "./PhoneSchedule.js";

const EVENT: Partial<Record<Place, () => JSX.Element>> = {
  "event/calendar": () => <PhoneCalendar />,
  "event/rules": () => <PhoneRules />,
};

export function PhoneScreen(): JSX.Element {
  const t = words.value;
  const onEvent = place.value.startsWith("event/");
  const onLab = place.value === "lab";
  const onFindings = place.value === "schedule/findings";
  const onSummary = place.value === "schedule/summary";
  const onLunches = place.value === "schedule/lunches";
  const onRuns = place.value === "schedule/compare" || place.value === "schedule/changes";
  const open = !onEvent && !onLab && selected.value !== null && person.value !== null;
  const tab = (to: Place, label: string, current: boolean): JSX.Element => (
    <button
      type="button"
      aria-current={current ? "page" : undefined}
      onClick={() => {
        selected.value = null;
        if (behind.peek()) closeBehind();
        place.value = to;
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="phone">
      <header class="ph">
        <b class="b">Dancecard</b>
        <span class="m" dir="auto">
          {refusedName.value ?? shownName.value}
        </span>
        <LanguageSwitch />
        <Menu />
      </header>
      <nav class="pn" aria-label={t.workspaces}>
        {tab("event/overview", t.eventTabs.overview, onEvent)}
        {tab("schedule/grid", t.schedule, !onEvent && !onFindings && !onLunches && !onLab)}
        {(meals.value.length > 0 || onLunches) && tab("schedule/lunches", t.tabs.lunches, onLunches)}
        {tab("schedule/findings", t.tabs.findings, onFindings)}
        {tab("lab", t.lab, onLab)}
      </nav>
      {onLab ? (
        <LabHost />
      ) : onEvent ? (
        (EVENT[place.value]?.() ?? <PhoneOverview />)
      ) : onSummary && listOpen.value ? (
        <BehindPanel />
      ) : open ? (
        <PhonePerson person={person.value!} />
      ) : onSummary ? (
        <Summary />
      ) : onLunches ? (
        <PhoneLunches />
      ) : onRuns ? (
        <div class="pb">
          <Alerts />
          {place.value === "schedule/compare" ? <Compare /> : <Changes />}
        </div>
      ) : onFindings ? (
        <div class="pb">
          <Alerts />
          <Findings />
        </div>
      ) : (
        <PhoneSchedule />
      )}
      {onEvent ? (
        <p class="pfoot">{t.phone.readOnly}</p>
      ) : (
        !onLab &&
        !onFindings &&
        !onRuns &&
        !onSummary &&
        !open && <p class="pfoot">{onLunches ? t.lunch.readOnly : t.phone.open}</p>
      )}
    </div>
  );
}
