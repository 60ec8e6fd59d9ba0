// The steps of the tour: the screen of each, and what it points at there. On a phone there are other screens. The words are
// in i18n/tour-*.ts, in the same order.

import type { StepId } from "../../i18n/tour-en.js";
import type { Place } from "../../state/route.js";

/** Where a step is: the first of the selectors that is on the screen counts. */
export interface Stop {
  place: Place;
  targets: readonly string[];
}

export interface Step {
  id: StepId;
  desk: Stop;
  phone: Stop;
}

const MENU = "[aria-controls=menu]";

export const STEPS: readonly Step[] = [
  {
    id: "import",
    desk: { place: "event/people", targets: [".flt .filebtn", ".imp"] },
    phone: { place: "event/overview", targets: [MENU] },
  },
  {
    id: "tables",
    desk: { place: "event/wishes", targets: [".flt .switch"] },
    phone: { place: "event/overview", targets: [".pf"] },
  },
  {
    id: "calendar",
    desk: { place: "event/calendar", targets: [".daycol", ".calmain"] },
    phone: { place: "event/calendar", targets: [".daylist"] },
  },
  {
    id: "overview",
    desk: { place: "event/overview", targets: [".wl li:has(.fx)", ".ov > aside"] },
    phone: { place: "event/overview", targets: [".wl li", ".wl"] },
  },
  {
    id: "solve",
    desk: { place: "schedule/grid", targets: [".run > .btn"] },
    phone: { place: "schedule/grid", targets: [".prun > .btn"] },
  },
  {
    id: "answers",
    desk: { place: "schedule/grid", targets: ['.gridbox .rows [aria-rowindex="3"]', ".gridbox"] },
    phone: { place: "schedule/grid", targets: [".sl li"] },
  },
  {
    id: "keeping",
    desk: { place: "schedule/grid", targets: ["#events-button", MENU] },
    phone: { place: "schedule/grid", targets: [MENU] },
  },
];
