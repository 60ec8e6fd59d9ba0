// What a run gave, in words: for people at a terminal. Used by solve and start. The numbers come from summary.ts and the
// judge; nothing is counted here.

import { LOOSE } from "../bound.js";
import type { PlanResult } from "../plan.js";
import { factsOf } from "../rules/facts.js";
import { RULES } from "../rules/index.js";
import type { Locale } from "../rules/rule.js";
import type { EventSpec } from "../spec/schema.js";
import { summarise } from "../summary.js";
import type { Share } from "../summary.js";
import type { Report } from "../verify.js";
import { boundText } from "./bound.js";
import { columns } from "./command.js";
import { grouped, percent, plural, seconds } from "./format.js";
import { clipped, printable } from "./terminal.js";

/** Names listed before "and N more". */
const SHOWN = 20;
/** Breaches named; all of them are what verify is for. */
const FINDINGS = 5;
/** Characters of an event's name or a meal's label. */
const TITLE = 60;
/** Characters of a person's name. */
const NAME = 40;

/** The summary of a schedule, ten to twenty lines. */
export function summaryText(spec: EventSpec, result: PlanResult, locale: Locale): string {
  const { schedule, report, elapsed = 0 } = result;
  if (!schedule || !report) return "";
  const facts = factsOf(spec);
  const s = summarise(facts, schedule);
  const w = WORDS[locale];
  const n = (value: number): string => grouped(value, locale);
  const share = ({ met, total }: Share): string =>
    `${n(met)} / ${n(total)}  (${percent(total === 0 ? 100 : Math.floor((100 * met) / total), locale)})`;
  const name = nameOf(spec);
  const labels = new Map(
    spec.calendar.flatMap(({ date, sessions }) =>
      sessions.map(({ id, label }) => [id, label && `${clipped(label, TITLE - 11)} ${date}`]),
    ),
  );
  const rows: [string, string][] = [[w.meetings, n(s.meetings)]];
  if (s.wishes.total > 0) rows.push([w.wishes, share(s.wishes)]);
  for (const priority of s.wishes.byPriority) {
    if (priority.total > 0) rows.push([`  ${w.priority} ${priority.priority}`, share(priority)]);
  }
  const { promised, kept } = s.guarantees;
  if (promised > 0) rows.push([w.guarantees, share({ met: kept, total: promised })]);
  if (s.worst) {
    rows.push([w.worst, `${name(s.worst.participant)}${w.colon} ${percent(Math.floor(s.worst.value / 10), locale)}`]);
  }
  rows.push([w.idle, `${n(s.idle.slots)} (${plural(s.idle.participants, w.person, w.people, locale)})`]);
  if (spec.rules.hole > 0 || spec.rules.maxHoles !== undefined) rows.push([w.holes, n(s.holes)]);
  if (spec.places.length > 0) {
    const { minutes, worst } = s.walking;
    rows.push([
      w.walking,
      `${n(minutes)} min${worst ? ` (${w.most} ${n(worst.minutes)}${w.colon} ${name(worst.participant)})` : ""}`,
    ]);
  }
  for (const meal of s.meals) {
    rows.push([
      `${w.meal} ${clipped(labels.get(meal.session) ?? meal.session, TITLE)}`,
      share({ met: meal.seated, total: meal.eaters }),
    ]);
  }
  if (s.atTable.total > 0) rows.push([w.atTable, share(s.atTable)]);
  const run = schedule.run;
  const how = run ? ` · ${run.variant}, ${w.seed} ${run.seed}, ${plural(run.steps, w.step, w.steps, locale)}` : "";
  const breaches = report.findings.length;
  const verdict = report.feasible ? w.feasible : plural(breaches, w.breach, w.breaches, locale);
  const found = findingsText(result, locale);
  return `${clipped(spec.event.name, TITLE)}\n${columns(rows)}\n${w.score} ${n(report.score.total)} · ${verdict} · ${seconds(elapsed / 1000, locale)}${how}\n${boundLine(report, locale)}${found && `${found}\n`}`;
}

/** How far from the best possible, where that says more of the schedule than of the bound. */
function boundLine({ bound }: Report, locale: Locale): string {
  const near = bound?.status === "within" && Math.min(bound.gap, bound.meetings?.gap ?? Infinity) <= LOOSE;
  const said = bound?.status === "proven" || near;
  return said ? `${boundText(bound, locale)}\n` : "";
}

/** The first breaches of hard rules, in words; without those that `unplacedText` tells by name. Empty when there are none. */
export function findingsText({ report, unplaced }: PlanResult, locale: Locale): string {
  const findings = (report?.findings ?? []).filter(({ rule }) => rule !== "locked" || unplaced.length === 0);
  const rules = new Map(RULES.map((rule) => [rule.id, rule]));
  const lines = findings
    .slice(0, FINDINGS)
    .map((finding) => `  ${finding.rule}: ${printable(rules.get(finding.rule)!.message(finding, locale))}`);
  if (findings.length > FINDINGS) lines.push(`  … +${findings.length - FINDINGS}`);
  return lines.join("\n");
}

/** The locked meetings that are not held, by name. */
export function unplacedText(spec: EventSpec, unplaced: PlanResult["unplaced"], locale: Locale): string {
  const name = nameOf(spec);
  const w = WORDS[locale];
  const lines = unplaced
    .slice(0, SHOWN)
    .map(({ lock, participants: [p, q] }) => `  locked[${lock}]: ${name(p)} – ${name(q)}`);
  if (unplaced.length > SHOWN) lines.push(`  … +${unplaced.length - SHOWN}`);
  return `${plural(unplaced.length, w.lock, w.locks, locale)}${w.colon}\n${lines.join("\n")}`;
}

/** Names for ids, cut to what fits a line. */
function nameOf(spec: EventSpec): (id: string) => string {
  const names = new Map(spec.participants.map(({ id, name }) => [id, name ?? id]));
  return (id) => clipped(names.get(id) ?? id, NAME);
}

const WORDS = {
  en: {
    meetings: "Meetings",
    wishes: "Wishes met",
    priority: "priority",
    guarantees: "Guarantees kept",
    worst: "Worst served",
    idle: "Idle slots",
    holes: "Holes",
    person: "person",
    people: "people",
    walking: "Walking",
    most: "most",
    meal: "Seated at",
    atTable: "Wishes at a table instead",
    seed: "seed",
    step: "step",
    steps: "steps",
    score: "Score",
    feasible: "every hard rule holds",
    breach: "breach of a hard rule",
    breaches: "breaches of hard rules",
    lock: "locked meeting could not be placed",
    locks: "locked meetings could not be placed",
    colon: ":",
  },
  fr: {
    meetings: "Rendez-vous",
    wishes: "Souhaits satisfaits",
    priority: "priorité",
    guarantees: "Garanties tenues",
    worst: "Le moins bien servi",
    idle: "Créneaux creux",
    holes: "Trous",
    person: "personne",
    people: "personnes",
    walking: "Marche",
    most: "au plus",
    meal: "Assis à",
    atTable: "Souhaits honorés à table",
    seed: "graine",
    step: "pas",
    steps: "pas",
    score: "Score",
    feasible: "toutes les règles impératives sont respectées",
    breach: "règle impérative enfreinte",
    breaches: "règles impératives enfreintes",
    lock: "rendez-vous imposé n’a pas pu être placé",
    locks: "rendez-vous imposés n’ont pas pu être placés",
    colon: "\u202f:",
  },
};
