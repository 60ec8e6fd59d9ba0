// The English words of the page, and the type that every other language fills. No HTML in here: all of it is text.

import { formats } from "./formats.js";
import type { UnmetView } from "../protocol.js";
import { exportEn } from "./export-en.js";
import { importEn } from "./import-en.js";
import { handEn } from "./hand-en.js";
import { keepEn } from "./keep-en.js";
import { tableEn } from "./table-en.js";
import { calendarEn } from "./calendar-en.js";
import { lunchEn } from "./lunch-en.js";
import { rulesEn } from "./rules-en.js";
import { runsEn } from "./runs-en.js";
import { placesEn, summaryEn, towardsEn } from "./views-en.js";
import { watchEn } from "./watch-en.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
/** Rules are counted where none is broken, breaches where some are. */
const verdict = (broken: number): string => (broken === 0 ? "0 rules broken" : many(broken, "breach", "breaches"));

export const en = {
  loading: "Reading the event",
  workerLost: (why: string) => `The event's worker stopped: ${why}. Reload the page to go on.`,
  reload: "Reload",
  workspaces: "Workspaces",
  event: "Event",
  schedule: "Schedule",
  lab: "Lab",
  sample: "Sample",
  openFile: "Open a file",
  language: "Language",
  menu: "Menu",
  tour: "Two-minute tour",
  noTour: "Do not offer the tour again",
  theme: { system: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
  density: "Density",
  densities: { tight: "Density: tight", comfortable: "Density: comfortable", projector: "Density: projector" },

  solve: "Solve",
  stop: "Stop and keep",
  duration: "Time",
  seconds: (s: number) => `${n(s)} s`,
  variant: "Variant",
  seed: "Seed",
  seedWrong: (most: number, kept: number) => `The seed is a whole number from 0 to ${n(most)}. The run keeps ${kept}.`,
  workers: "Workers",
  closing: "Run over: reasons and bound are being worked out",
  progress: (at: number, of: number, steps: number, rate: number) =>
    `${n(at)} s of ${n(of)}, ${f.compact(steps)} steps, ${f.compact(rate)} per second`,
  finished: (time: string, s: number, broken: number) =>
    `Solved at ${time} in ${f.decimal(s)} s, checked: ${verdict(broken)}`,
  cancelled: (time: string, s: number, broken: number) =>
    `Stopped at ${time} after ${f.decimal(s)} s, the best so far is kept, checked: ${verdict(broken)}`,
  cancelledEmpty: "Stopped before the first schedule.",
  crashed: (why: string) => `The solver stopped: ${why}. The best schedule so far is kept.`,
  crashedEmpty: (why: string) => `The solver stopped before the first schedule: ${why}.`,
  refused: (why: string) => `This variant refuses the event: ${why}`,
  unplaced: (count: number) => `${many(count, "locked meeting", "locked meetings")} could not be placed.`,
  stale: "The event has changed since: solve again.",
  broken: (errors: number) =>
    `The text of the event has ${many(errors, "error", "errors")}: the page keeps the last good state.`,
  brokenOther: (opened: string, errors: number, shown: string) =>
    `“${opened}” has ${many(errors, "error", "errors")} and cannot be scheduled. The page keeps the last good state: the grid still shows “${shown}”.`,
  solveBlocked: "Solving is possible once the errors of the event are corrected.",
  showProblems: "Show the problems",
  mismatch: (solver: number, judge: number) =>
    `The judge disagrees with the solver: the solver counted ${n(solver)}, the judge finds ${n(judge)}.`,
  infeasible: (count: number) => `The judge finds ${many(count, "breach", "breaches")} of the rules in this schedule.`,

  edits: {
    undo: "Undo",
    redo: "Redo",
    undoWhat: (what: string) => `Undo: ${what}`,
    redoWhat: (what: string) => `Redo: ${what}`,
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Redone: ${what}`,
    nothing: "Nothing to undo or redo.",
    broken:
      "The text of the event has a mistake that must be corrected first: nobody knows where in it the change belongs.",
  },

  tabs: { summary: "Summary", grid: "Grid", places: "Places", lunches: "Lunches", findings: "Findings" },
  lunch: lunchEn,
  imports: importEn,
  table: tableEn,
  keep: keepEn,
  hand: handEn,
  runs: runsEn,
  export: exportEn,
  summary: summaryEn,
  places: placesEn,
  towards: towardsEn,
  calendar: calendarEn,
  rules: rulesEn,
  watch: watchEn,
  legend: { mutual: "mutual", locked: "locked", meal: "lunch", absent: "absent", idle: "idle" },
  curve: "Score over time",
  scoreAt: (value: number) => `score ${n(value)}`,
  boundAt: (value: number) => `bound ${n(value)}`,
  tick: (s: number) => `${f.decimal(s)} s`,
  meetingsHeld: (count: number) => `${many(count, "meeting", "meetings")} held`,
  quality: (met: number, of: number) => `${n(met)} wishes met of ${n(of)}`,
  within: (percent: string, meetings: string | null) =>
    `within ${percent} of the best possible${meetings === null ? "" : `, the meetings alone within ${meetings}`}`,
  meetingsWithin: (percent: string) => `meetings within ${percent} of the best possible`,
  proven: "proven best",
  qualityNote: (missing: number, score: number) =>
    missing === 0
      ? `Every guaranteed meeting is held. Score ${n(score)}.`
      : `${many(missing, "guaranteed meeting is", "guaranteed meetings are")} missing. Score ${n(score)}.`,
  qualityRunning: (missing: number | null) =>
    missing === null
      ? "Solving."
      : missing === 0
        ? "Solving. Every guaranteed meeting is held."
        : `Solving. ${many(missing, "guaranteed meeting is", "guaranteed meetings are")} missing.`,
  qualityPlain: (score: number) => `Score ${n(score)}.`,
  nothing: "Nothing has been computed yet.",
  nothingNote: (wishes: number, people: number) =>
    `${n(wishes)} wishes of ${n(people)} participants are waiting. Solve gives each one an agenda.`,
  searching: "Searching for a first schedule",
  priority: (p: number) => `priority ${p}`,
  shortPriority: (p: number) => `P${p}`,
  guaranteed: "guaranteed",
  least: "least well served",
  idleSlots: "idle slots",
  agendas: (count: number) => many(count, "agenda", "agendas"),
  longestWalk: "longest walk",
  meetings: "meetings",
  seated: "seated at lunch",
  minutes: "min",

  gridLabel: "People and slots",
  nameColumn: "Participant",
  metColumn: "met",
  rowsShown: (from: number, to: number, of: number) => `Rows ${n(from)} to ${n(to)} of ${n(of)}`,
  everybody: "Everybody",
  sort: "Order",
  sorts: { name: "By name", served: "Least served first", event: "As in the event" },
  sideChoice: "Side",
  keys: "Arrows: move · Home, End: ends of the day · Enter: open",
  noRows: "No participants. Add or import some in Event, Participants.",
  cell: {
    free: "free",
    hole: "idle",
    absent: "absent",
    meal: (table: string) => (table ? `lunch, table ${table}` : "lunch, no seat"),
    meeting: (withWhom: string, place: string, priority: number, mutual: boolean, locked: boolean) =>
      `${withWhom}${place ? `, ${place}` : ""}${priority ? `, priority ${priority}` : ""}${mutual ? ", mutual" : ""}${locked ? ", locked" : ""}`,
  },
  tableShort: (table: string) => (/^\d+$/.test(table) ? `T${table}` : table),

  close: "Close",
  choosePerson: "No agenda is open. Choose somebody in the grid to read the agenda and what became of each wish.",
  openAgenda: "Open the agenda:",
  person: {
    meetings: "meetings",
    met: "met",
    share: "of the possible",
    walk: "min walking",
    pause: (minutes: number) => `${n(minutes)} min free`,
    walkTo: (minutes: number) => `${n(minutes)} min on foot`,
    absentUntil: (time: string) => `Absent until ${time}`,
    meal: (table: string) => (table ? `Lunch, table ${table}` : "Lunch, no seat"),
    asked: "asked by the other side",
    nobody: "nobody asked",
    noMeetings: "No meeting yet.",
    unmetTitle: (count: number) => `${many(count, "wish", "wishes")} without a meeting`,
    wishesTitle: (count: number) => many(count, "wish", "wishes"),
    allMet: "Every wish is met.",
    noWishes: "No wishes.",
    more: (count: number) => `and ${n(count)} more`,
    back: "Back to the schedule",
  },
  reasons: {
    vetoed: "vetoed",
    blocked: "blocked by the organiser",
    sides: "sides that do not meet",
    "same-organisation": "same organisation",
    "met-before": "met at an earlier edition",
    "no-common-slot": "no common slot",
    full: "full",
    exclusive: "one per organisation",
    place: "no place",
    displaced: "displaced",
  },
  reasonText(unmet: UnmetView): string {
    const who = unmet.names.length ? f.list(unmet.names) : "";
    switch (unmet.reason) {
      case "vetoed":
        return "One of the two does not want this meeting.";
      case "blocked":
        return "The organiser excluded this meeting.";
      case "sides":
        return "These two sides are not paired in this event.";
      case "same-organisation":
        return "Colleagues never meet each other.";
      case "met-before":
        return "They met already, and the rules exclude a second time.";
      case "no-common-slot":
        return "They are never present at the same time.";
      case "full":
        return `${who === unmet.to.name ? "Their" : "This person’s"} maximum is reached: ${many(unmet.maximum, "meeting", "meetings")}.`;
      case "exclusive":
        return who
          ? `Already meets ${who} of the same organisation.`
          : "Already meets somebody of the same organisation.";
      case "place":
        return "In every common slot all places are closed or full.";
      case "displaced":
        if (unmet.free > 0)
          return `Both are free in ${many(unmet.free, "slot", "slots")}, but the meeting would cost more than it brings.`;
        return `${many(unmet.slots, "common slot", "common slots")}, taken by better meetings${who ? ` with ${who}` : ""}.`;
      default:
        return "";
    }
  },

  findings: {
    empty: "The judge has nothing to check yet: compute a schedule first.",
    none: (rules: number) => `No rule is broken. The judge checked ${n(rules)} rules on the schedule that is shown.`,
    some: (count: number) => `The judge found ${many(count, "breach", "breaches")}.`,
    kept: "kept",
    more: (count: number) => `and ${n(count)} more of this rule`,
    unplaced: "Locked meetings without a slot",
    unplacedNote: "The run found no way to hold these. Loosen one of the locks, or what stands in their way.",
    lockedAt: (day: string, time: string) => `locked on ${day} at ${time}`,
    moreUnplaced: (count: number) => `and ${n(count)} more`,
  },

  eventTabs: {
    overview: "Overview",
    people: "Participants",
    wishes: "Wishes",
    places: "Places",
    packages: "Packages",
    calendar: "Calendar",
    rules: "Rules",
    spec: "Spec",
  },
  overview: {
    honoured: "Every package is within reach of who bought it.",
    short: (count: number) =>
      `The packages that were sold are within reach, except for ${many(count, "person", "people")}.`,
    noPackages: (people: number, wishes: number) =>
      `${n(people)} participants and ${n(wishes)} wishes are ready to be scheduled.`,
    note: "Each one alone, with their partners, slots and maximum. Nothing of this is computed by a solver.",
    slots: (slots: number, days: number) => ({ value: n(slots), label: `slots, ${many(days, "day", "days")}` }),
    wishes: "wishes",
    mutual: "mutual pairs",
    places: (places: number, zones: number) => ({
      value: n(places),
      label: zones > 1 ? `places, ${n(zones)} zones` : "places",
    }),
    locked: "locked",
    meals: "seated lunches",
    demand: (side: string) => `Wanted: ${side}`,
    demandNote: "priorities 1 and 2, most wanted first",
    demandLine: "line: most meetings possible",
    demandText: (over: number, of: number, lost: number) =>
      over === 0
        ? "Nobody is wanted more often than there is room for."
        : `${n(over)} of ${n(of)} are wanted more often than they have room: at least ${many(lost, "wish", "wishes")} cannot be met, whatever the schedule.`,
    wanted: (name: string, count: number) => `${name}, ${n(count)}`,
    tiers: "Packages",
    tiersNote: "guaranteed (mark), possible from the least to the best served (bar)",
    tierHeads: { tier: "Package", people: "People", guaranteed: "Guaranteed", least: "Least served" },
    tiersText: "Least served: the fewest possible meetings of one person of this package.",
    check: "Can they all be honoured together?",
    checking: "Looking for a schedule that honours all packages together …",
    watch: "To look at",
    watchNote: (errors: number, warnings: number) =>
      errors + warnings === 0 ? "" : `${n(errors)} prevent a run, ${n(warnings)} limit it`,
    nothingWrong: "Nothing to correct in the data.",
    solve: "Solve the schedule",
    solveBlocked: "possible once the errors are corrected",
    moreProblems: (count: number) => `and ${n(count)} more`,
  },
  spec: {
    file: "event.json",
    format: "Format the text",
    next: "F8 next problem",
    errors: (count: number) => many(count, "error", "errors"),
    warnings: (count: number) => many(count, "remark", "remarks"),
    position: (line: number, column: number) => `Ln ${n(line)}, Col ${n(column)}`,
    language: "JSON with comments",
    leave: "Ctrl M: Tab leaves the text",
    reading: "Reading",
    editor: "Text of the event",
    problems: "Problems",
    size: (characters: number) => `${f.compact(characters)} characters`,
    failed: "The editor could not be loaded. Reload the page to try again.",
  },
  phone: {
    people: (count: number, side: string) => `${n(count)} ${side}`,
    barNote: "height = priority, a line = free",
    open: "Touch somebody to open the agenda.",
    readOnly: "Reading only on a phone. Corrections are made on a computer.",
  },
};

/** The words of one language. */
export type Messages = typeof en;
