// The English words of runs: the list, comparing, publishing, checking a schedule from outside. en.ts takes them in; the type
// is what every other language fills.

import type { KeepProblem } from "../protocol.js";
import type { MeetingSet, RunAnswer, RunStatus, RunView, TellKind } from "../runs-views.js";
import { formats } from "./formats.js";
import { keepEn } from "./keep-en.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
const signed = (points: number): string => (points > 0 ? `+${n(points)}` : n(points));

export const runsEn = {
  runs: "Runs",
  close: "Close",
  none: "No run yet. Each run is kept here with the settings that made it.",
  compare: "Compare two runs",
  check: "Check a schedule…",
  list: "Kept for this event",
  versions: "Published schedule",
  noVersion:
    "Nothing is published yet. Publishing freezes a run as a version; the next version lists the people to tell.",
  onPage: "on the page",
  notStored: "only in this tab",
  eventChanged: "the event has changed since",
  settings: (variant: string, seed: number, workers: number, seconds: number) =>
    `${variant}, seed ${seed}, ${many(workers, "worker", "workers")}, ${n(seconds)} s`,
  edited: (from: string) => (from === "" ? "changed by hand" : `changed by hand, from ${from}`),
  continued: (from: string) => `continued from ${from}`,
  outside: (source: string) => (source === "" ? "from outside, pasted" : `from outside, ${source}`),
  score: (score: number) => n(score),
  breaches: (count: number) => many(count, "breach", "breaches"),
  near: (gap: string) => `within ${gap} of the best possible`,
  nearMeetings: (gap: string) => `meetings within ${gap} of the best possible`,
  proven: "proven best",
  meetings: (count: number) => many(count, "meeting", "meetings"),
  status: {
    running: "running",
    cancelled: "stopped",
    crashed: "the solver stopped",
    interrupted: "interrupted",
  } satisfies Record<Exclude<RunStatus, "finished">, string>,
  after: (seconds: number) => `after ${f.decimal(seconds)} s`,
  more: "More",
  actions: (name: string) => `More: name, continue, compare, publish or delete the run ${name}`,
  show: (name: string) => `Show the run ${name}`,
  rename: "Name",
  renamed: "Keep",
  newName: "Name of the run",
  resume: "Continue from it",
  compareThis: "Compare with the page’s",
  publish: "Publish…",
  publishNow: (version: number) => `Publish version ${version}`,
  note: "Note, for those who publish",
  cancel: "Cancel",
  remove: "Delete",
  deleted: (name: string) => `The run ${name} is deleted.`,
  undo: "Undo",
  published: (version: number) => `Version ${version} is published.`,
  withdraw: "Take it back",
  version: (version: number) => `Version ${version}`,
  toTell: "People to tell",
  /** Of a kept schedule that is shown again. */
  origin(run: RunView, when: string): string {
    if (run.kind === "outside") return `From outside, read at ${when}`;
    if (run.kind === "edited") return `Changed by hand at ${when}`;
    const time = `${f.decimal(run.elapsed / 1000)} s`;
    if (run.status === "interrupted") return `Interrupted after ${time}, begun at ${when}: the best so far is kept`;
    if (run.status === "running") return `Running in another tab, begun at ${when}`;
    return `Solved at ${when} in ${time}`;
  },
  checked: (broken: number) =>
    broken === 0 ? "checked anew: 0 rules broken" : `checked anew: ${many(broken, "breach", "breaches")}`,
  left: (count: number) =>
    `The event has changed: ${many(count, "meeting or seat names", "meetings or seats name")} what is gone, and ${count === 1 ? "is" : "are"} left out.`,
  answer(answer: Exclude<RunAnswer, "done">): string {
    switch (answer) {
      case "elsewhere":
        return "Not possible here: the event is edited in another tab, or is only looked at.";
      case "gone":
        return "It is not there any more, or its schedule cannot be read.";
      case "busy":
        return "Not while a run goes on.";
      case "changed":
        return "Not possible: the event has changed, and the schedule names what is gone. Solve again.";
      case "published":
        return "A published version stays as it is; only the last one can be taken back.";
      case "full":
        return "No room: the storage is full, or there are as many named runs as are kept. Delete some.";
      default:
        return runsEn.problem[answer];
    }
  },
  problem: {
    full: "Runs are not saved: the storage of this browser is full. They stay in this tab; delete runs, versions or events.",
    forbidden: "Runs are not saved: this browser forbids storage here. They last as long as this tab.",
    blocked: keepEn.problem.blocked,
    newer: "Runs are not saved: a newer version of this page runs in another tab. Reload this page.",
    failed: "Runs are not saved: the storage of this browser does not answer as it should. They stay in this tab.",
  } satisfies Record<KeepProblem, string> as Record<KeepProblem, string>,
  readOnly: "Runs are looked at here. Naming, publishing and deleting are on a computer.",

  compareTitle: "Compare",
  compareEmpty: "Two runs are needed to compare. Solve once more, with another seed or more time.",
  comparing: "Comparing",
  a: "A",
  b: "B",
  /** The sentence that stands first. */
  verdict(points: number, gain: number, lose: number): string {
    const score =
      points === 0
        ? "A and B have the same score."
        : points > 0
          ? `B gains ${many(points, "point", "points")}.`
          : `B loses ${many(-points, "point", "points")}.`;
    const people =
      gain + lose === 0
        ? "Nobody gains or loses."
        : `${many(gain, "person gains", "people gain")}, ${n(lose)} ${lose === 1 ? "loses" : "lose"}.`;
    return `${score} ${people}`;
  },
  least: (a: string, b: string) =>
    a === b ? `The least well served stays at ${a}.` : `The least well served goes from ${a} to ${b}.`,
  sameMeetings: (same: number, moved: number, a: number, b: number) =>
    `${many(same, "meeting is", "meetings are")} the same; ${n(moved)} at another time, ${n(a)} only in A, ${n(b)} only in B.`,
  broken: (which: string, count: number) => `${which} breaks rules: ${many(count, "breach", "breaches")}.`,
  leftOut: (count: number) => `${many(count, "meeting or seat", "meetings or seats")} left out: the event has changed.`,
  keep: (which: string) => `Show ${which}`,
  term: "Term of the score",
  difference: "B − A",
  priority: (priority: number) => `Priority ${n(priority)}`,
  metOf: "Wishes met",
  of: "of",
  perPerson: "Difference per person",
  perPersonNote: "one bar per person, from who gains most to who loses most, in points of their own wishes",
  unchanged: (count: number) => `${n(count)} unchanged`,
  points: (points: number) => signed(points),
  gainers: "Who gains",
  losers: "Who loses",
  count: (count: number) => n(count),
  person: "Person",
  organisation: "Organisation",
  share: "0 to 100 % of the possible",
  pointsHead: "Points",
  gets: "Gets",
  loses: "Loses",
  wish: (name: string, priority: number) => (priority === 1 ? `${name}, priority 1` : name),
  andMore: (count: number) => `+${n(count)}`,
  people: "People",
  sets: {
    a: (count: number) => `Only in A (${n(count)})`,
    b: (count: number) => `Only in B (${n(count)})`,
    moved: (count: number) => `At another time (${n(count)})`,
  } satisfies Record<MeetingSet, (count: number) => string> as Record<MeetingSet, (count: number) => string>,
  noMeetings: "No such meeting.",
  noPeople: "Nobody.",
  sort: "Sort by",

  tellTitle: "People to tell",
  tellEmpty: "Nothing is published yet.",
  tellFirst: (version: number) => `Version ${version} is the first one: everybody gets an agenda.`,
  tellNobody: (version: number, before: number) =>
    `Nobody’s agenda differs between version ${before} and version ${version}.`,
  tellSay: (people: number, version: number, before: number) =>
    `${many(people, "agenda differs", "agendas differ")} in version ${version}: ${people === 1 ? "this person has" : "these people have"} version ${before}.`,
  tellNote: (changes: number) => `${many(changes, "change", "changes")}, in order of people and time.`,
  copy: "Copy the list",
  csv: "Save as CSV",
  copied: (length: number) => `${n(length)} characters are copied.`,
  kinds: {
    added: "new meeting",
    removed: "cancelled",
    moved: "other time",
    place: "other place",
    who: "other representative",
    table: "table",
  } satisfies Record<TellKind, string> as Record<TellKind, string>,
  change: "Change",
  what: "With",
  before: "Before",
  now: "Now",

  auditTitle: "Check a schedule",
  auditIntro:
    "A schedule from any tool: two participants, a time and a place in each row. Names or ids, CSV, a workbook, JSON or pasted cells. The judge says which rules it breaks and what it scores.",
  choose: "Choose files",
  paste: "Paste cells",
  read: "Check",
  reading: "Reading",
  back: "All runs",
  failed: (why: string) => `It cannot be read: ${why}`,
  auditNothing: "No meeting could be read.",
  auditSay: (findings: number) =>
    findings === 0 ? "It keeps all rules." : `It breaks rules: ${many(findings, "breach", "breaches")}.`,
  auditRead: (meetings: number, rows: number, bad: number, seats: number) =>
    [
      `${many(meetings, "meeting", "meetings")} read from ${many(rows, "row", "rows")}`,
      ...(seats > 0 ? [many(seats, "seat at a meal", "seats at meals")] : []),
      ...(bad > 0 ? [`${many(bad, "row", "rows")} not read`] : []),
    ].join(", ") + ".",
  auditScore: (score: number) => `Score ${n(score)}.`,
  auditBound: (bound: number) => `No schedule that keeps the rules scores more than ${n(bound)}.`,
  auditFar: (points: number) => `It lacks at most ${many(points, "point", "points")} of the best possible.`,
  auditBroken: "What breaks rules cannot be compared with it.",
  auditLooking: "How good the best possible is, is being worked out.",
  auditNoBound: "How far from the best possible it is, nobody knows: no run has given a bound.",
  auditProblems: "Rows that were not read",
  auditMore: (count: number) => `and ${n(count)} more`,
  auditFindings: "Show the findings",
  at: (file: string, line: number, letter: string) =>
    [file, ...(line > 0 ? [`line ${n(line)}`] : []), ...(letter === "" ? [] : [`column ${letter}`])]
      .filter((part) => part !== "")
      .join(", "),
};

/** What a language says of runs. */
export type RunsMessages = typeof runsEn;
