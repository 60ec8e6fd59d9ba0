// The Schedule workspace: run bar, curve and numbers, tabs, and one person at the side.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { taken } from "../../state/hand.js";
import { meals } from "../../state/lunches.js";
import { backToList, behind, listOpen } from "../../state/summary.js";
import { panelOpen, selected } from "../../state/person.js";
import { place, type Place } from "../../state/route.js";
import { schedule } from "../../state/run.js";
import { published, runs } from "../../state/runs.js";
import { compact } from "../../state/screen.js";
import { Grid } from "../grid/Grid.js";
import { GridFoot } from "../grid/GridFoot.js";
import { Legend } from "../grid/Legend.js";
import { HandLegend } from "../hand/HandLegend.js";
import { HandPanel } from "../hand/HandPanel.js";
import { Lunches } from "../lunch/Lunches.js";
import { LunchLegend } from "../lunch/LunchLegend.js";
import { LunchPanel } from "../lunch/LunchPanel.js";
import { Changes } from "../runs/Changes.js";
import { Compare } from "../runs/Compare.js";
import { PlacesFoot } from "../places/PlacesFoot.js";
import { PlacesGrid } from "../places/PlacesGrid.js";
import { PlacesLegend } from "../places/PlacesLegend.js";
import { Band } from "./Band.js";
import { Findings } from "./Findings.js";
import { PersonPanel } from "./PersonPanel.js";
import { RunBar } from "./RunBar.js";
import { BehindPanel } from "../summary/BehindPanel.js";
import { Summary } from "../summary/Summary.js";

export function ScheduleScreen(): JSX.Element {
  const t = words.value;
  const lunches = place.value === "schedule/lunches";
  const places = place.value === "schedule/places";
  const summary = place.value === "schedule/summary";
  const list = summary && listOpen.value;
  const moving = taken.value !== null;
  const comparing = place.value === "schedule/compare";
  const telling = place.value === "schedule/changes";
  const panel = moving
    ? true
    : lunches
      ? schedule.value !== null
      : panelOpen.value && (list || !((compact.value || comparing || telling) && selected.value === null));
  const tab = (to: Place, label: string, count?: number): JSX.Element => (
    <button type="button" aria-current={place.value === to ? "page" : undefined} onClick={() => (place.value = to)}>
      {label}
      {count !== undefined && <span class="q">{count}</span>}
    </button>
  );
  return (
    <>
      <RunBar />
      <div class={`work sch${panel ? "" : " alone"}`}>
        <div class="l">
          {!lunches && !summary && !comparing && !telling && <Band />}
          <nav class="tabs2" aria-label={t.schedule}>
            {tab("schedule/summary", t.tabs.summary)}
            {tab("schedule/grid", t.tabs.grid)}
            {((event.value?.overview?.places ?? 0) > 0 || places) && tab("schedule/places", t.tabs.places)}
            {(meals.value.length > 0 || lunches) && tab("schedule/lunches", t.tabs.lunches)}
            {tab("schedule/findings", t.tabs.findings, schedule.value?.findings)}
            {(comparing || runs.value.runs.length > 1) && tab("schedule/compare", t.runs.compareTitle)}
            {(telling || published.value.length > 0) && tab("schedule/changes", t.runs.tellTitle)}
            <span class="grow" />
            {place.value === "schedule/grid" && (moving ? <HandLegend /> : <Legend />)}
            {places && <PlacesLegend />}
            {lunches && <LunchLegend />}
          </nav>
          {summary ? (
            <Summary />
          ) : places ? (
            <>
              <PlacesGrid />
              <PlacesFoot />
            </>
          ) : lunches ? (
            <Lunches />
          ) : place.value === "schedule/findings" ? (
            <Findings />
          ) : comparing ? (
            <Compare />
          ) : telling ? (
            <Changes />
          ) : (
            <>
              <Grid />
              <GridFoot />
            </>
          )}
        </div>
        {panel &&
          (moving ? (
            <HandPanel />
          ) : lunches ? (
            <LunchPanel />
          ) : list ? (
            <BehindPanel />
          ) : summary && behind.value && selected.value !== null ? (
            <PersonPanel onClose={backToList} back={words.value.summary.back} />
          ) : (
            <PersonPanel />
          ))}
      </div>
    </>
  );
}
