// The English words of the Lab, loaded with it; the type is what every other language fills.

import type { LabMistake, LabNow, LabSpread, LabSuite, LabUnit, LabVerdicts } from "../lab-views.js";
import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;

/** Seconds as "12 s", "4 min", "2 h 10". */
const lasting = (seconds: number): string => {
  if (seconds < 90) return `${n(Math.ceil(seconds))}\u00a0s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90
    ? `${n(minutes)}\u00a0min`
    : `${n(Math.floor(minutes / 60))}\u00a0h\u00a0${String(minutes % 60).padStart(2, "0")}`;
};

export const labEn = {
  title: "Lab",
  form: "What is measured",
  suites: {
    quality: "Quality: score",
    speed: "Speed: steps per second",
  } satisfies Record<LabSuite, string> as Record<LabSuite, string>,
  suite: "Measure",
  variants: "Variants",
  events: "Events",
  mine: "This event",
  generated: (size: string) => `Generated, ${size}`,
  participants: (count: number) => many(count, "participant", "participants"),
  people: (buyers: number, suppliers: number) => `${n(buyers)} × ${n(suppliers)}`,
  rules: "Rules of generated events",
  rule: { pure: "wishes alone", full: "every rule" } as Record<string, string>,
  seeds: "Seeds",
  unit: "Budgets in",
  units: { seconds: "seconds", steps: "steps" } satisfies Record<LabUnit, string> as Record<LabUnit, string>,
  budgets: { quality: "Budgets", speed: "Length of a turn" } as Record<LabSuite, string>,
  repeat: { quality: "Repetitions", speed: "Turns" } as Record<LabSuite, string>,
  planned: (runs: number, budgets: readonly number[], unit: LabUnit, seconds: number | null) =>
    `${many(runs, "run", "runs")}, one at a time so that they do not disturb each other; ${unit === "steps" ? "measured" : "looked at"} after ${f.list(budgets.map((b) => (unit === "steps" ? many(b, "step", "steps") : `${f.fine(b)}\u00a0s`)))}.${seconds === null ? "" : ` About ${lasting(seconds)}.`}`,
  plannedTurns: (runs: number, budget: number, unit: LabUnit, seconds: number | null) =>
    `${many(runs, "event", "events")}, turn by turn of ${unit === "steps" ? many(budget, "step", "steps") : `${f.fine(budget)}\u00a0s of the slowest`}.${seconds === null ? "" : ` About ${lasting(seconds)}.`}`,
  start: "Measure",
  stop: "Stop and keep",
  made: (made: number, all: number) => `Done: ${n(made)} of ${n(all)}`,
  left: (seconds: number) => `about ${lasting(seconds)} left`,
  now: ({ instance, seed, variant, steps }: LabNow, title: string) =>
    `Now: ${variant === null ? "" : `${title}, `}${instance}, seed ${seed}${steps > 0 ? `, ${f.compact(steps)} steps` : ""}`,
  starting: "The kernel is being loaded.",
  stopped: "Stopped; what is done stays.",
  failed: (why: string) => `It could not be measured: ${why}`,
  machine: "Machine",
  machineNote: (cores: number, runtime: string, kernel: string, version: string) =>
    `${many(cores, "core", "cores")}, ${runtime}, version ${version}, kernel ${kernel}. Times of another machine do not compare.`,
  copy: "Results",
  copyWhat: { json: "Copy JSON", markdown: "Copy Markdown", link: "Copy the link" },
  copied: { json: "The results are copied as JSON.", markdown: "The report is copied.", link: "The link is copied." },
  saved: "The clipboard is not allowed: the results are saved as a file.",
  refused: "The clipboard is not allowed: the link could not be copied.",
  linkNote: "A link holds variants, seeds, budgets and sizes; nothing of the event.",
  linkWrong: (why: string) => `The link was not taken: ${why}`,
  mistake(mistake: LabMistake): string {
    switch (mistake.code) {
      case "no-variants":
        return "Choose a variant.";
      case "no-events":
        return "Choose an event.";
      case "no-rules":
        return "Choose the rules of the generated events.";
      case "no-event":
        return "The event of the page cannot be read: correct it, or choose generated ones.";
      case "seeds":
        return "Seeds are whole numbers such as 1-3 or 1 2 5.";
      case "budgets":
        return "Budgets are numbers above 0 with spaces between them, such as 0.5 10; steps are whole numbers.";
      case "one-budget":
        return "A turn has one length: one number.";
      case "repeat":
        return "How often is a whole number from 1 to 1000.";
      case "unknown-variant":
        return `There is no variant “${mistake.word}” here.`;
      case "unknown-size":
        return `There is no size “${mistake.word}”.`;
      case "unknown-rules":
        return `There are no rules “${mistake.word}”.`;
      case "link-option":
        return `“${mistake.word}” means nothing here.`;
      case "link-twice":
        return `it says “${mistake.word}” twice.`;
      case "link-version":
        return "it is not of this version of the page.";
      case "link-long":
        return "it is too long.";
      case "too-many":
        return `${n(mistake.runs)} runs are too many: at most ${n(mistake.most)}.`;
    }
  },

  none: "Nothing has been measured yet.",
  noneNote: "Choose variants and events, then Measure. Every result is judged as a schedule of the page is.",
  first: (titles: readonly string[], gap: number) =>
    `${f.list(titles)} ${titles.length === 1 ? "is" : "are"} nearest to the best score: median gap ${f.thousandths(gap)}% at most.`,
  firstIn: (titles: readonly string[], count: number, groups: number) =>
    `${f.list(titles)} ${titles.length === 1 ? "is" : "are"} nearest to the best score in ${n(count)} of ${many(groups, "group", "groups")} of events.`,
  fastest: (title: string, other: string, least: number, most: number) =>
    `${title} makes ${least === most ? f.significant(most) : `${f.significant(least)} to ${f.significant(most)}`} times as many steps as ${other}.`,
  speeds: "Steps per second, in turns.",
  some: (made: number, all: number) => `${n(made)} of ${many(all, "run", "runs")} are in the table.`,
  more: (rows: number) => `${many(rows, "more row stands", "more rows stand")} in the report.`,
  legend: {
    quality:
      "Median of the runs (least to most). Gaps in per cent, to the best score here and to the least bound that a run proved; marks: one per run, on a logarithmic scale.",
    speed:
      "Median of the turns (least to most). The ratio to the first variant is counted turn by turn; where two variants do not search alike, a step is not the same work.",
  } satisfies Record<LabSuite, string> as Record<LabSuite, string>,
  clock: "A page has no CPU clock: seconds are those of the clock.",
  heads: {
    group: "Events",
    variant: "Variant",
    budget: "Budget",
    runs: "Runs",
    score: "Score",
    toBest: "To best, %",
    marks: "Runs",
    toBound: "To bound, %",
    rate: "Steps per second",
    turns: "Turns",
    ratio: "Ratio",
    ended: "Judged",
    seed: "Seed",
    why: "Why",
  },
  /** At the end of an axis. */
  axis: { seconds: "s", steps: "steps" } satisfies Record<LabUnit, string> as Record<LabUnit, string>,
  budget: (budget: number, unit: LabUnit) =>
    unit === "steps" ? `${f.compact(budget)} steps` : `${f.fine(budget)}\u00a0s`,
  range: ({ min, max }: LabSpread, text: (value: number) => string) => `${text(min)} to ${text(max)}`,
  verdict: { ok: "ok", unplaced: "unplaced", wrong: "wrong", none: "refused" } satisfies Record<
    keyof LabVerdicts,
    string
  > as Record<keyof LabVerdicts, string>,
  bad: "What is not counted above",
  badNote: "Broken rules, wrong counts, crashes, runs without a result: each with the reason.",

  convergence: "Convergence",
  convergenceNote: (runs: number, unit: LabUnit) =>
    `score over ${unit === "steps" ? "steps" : "seconds"}${runs > 1 ? `, median of ${n(runs)} runs; band: the best one’s from least to most` : ""}`,
  convergenceText: (title: string, score: number) => `${title} ${n(score)}`,
  ofEvent: "Event",
  bound: (value: number) => `bound ${n(value)}`,
  noCurve: "No run has everything placed.",
  profile: "Performance profile",
  profileNote: (percent: string, unit: LabUnit) =>
    `Share of the runs in which a variant came within ${percent} of the best score, needing at most τ times the ${unit === "steps" ? "steps" : "time"} of the fastest there (Dolan and Moré, 2002).`,
  near: "Within",
  noProfile: "Nobody came so near yet.",
  profileText: (title: string, percent: string) => `${title} ${percent}`,
};

export type LabMessages = typeof labEn;
