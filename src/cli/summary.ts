// What a run gave, in words: for people at a terminal. Used by solve and start. The numbers come from summary.ts and the
// judge; nothing is counted here.

import type { PlanResult } from "../plan.js";
import { factsOf } from "../rules/facts.js";
import type { Locale } from "../rules/rule.js";
import type { EventSpec } from "../spec/schema.js";
import { summarise } from "../summary.js";
import type { Share } from "../summary.js";
import { columns } from "./command.js";
import { grouped, plural, seconds } from "./format.js";
import { printable } from "./terminal.js";

/** Names listed before "and N more". */
const SHOWN = 20;

/** The summary of a schedule, ten to twenty lines. */
export function summaryText(spec: EventSpec, result: PlanResult, locale: Locale): string {
  const { schedule, report, elapsed = 0 } = result;
  if (!schedule || !report) return "";
  const facts = factsOf(spec);
  const s = summarise(facts, schedule);
  const w = WORDS[locale];
  const n = (value: number): string => grouped(value, locale);
  const share = ({ met, total }: Share): string => {
    const percent = total === 0 ? 100 : Math.floor((100 * met) / total);
    return `${n(met)} / ${n(total)}  (${percent}${locale === "fr" ? " " : ""}%)`;
  };
  const name = nameOf(spec);
  const labels = new Map(
    spec.calendar.flatMap(({ date, sessions }) => sessions.map(({ id, label }) => [id, label && `${label} ${date}`])),
  );
  const rows: [string, string][] = [[w.meetings, n(s.meetings)]];
  if (s.wishes.total > 0) rows.push([w.wishes, share(s.wishes)]);
  for (const priority of s.wishes.byPriority) {
    if (priority.total > 0) rows.push([`  ${w.priority} ${priority.priority}`, share(priority)]);
  }
  const { promised, kept } = s.guarantees;
  if (promised > 0) rows.push([w.guarantees, share({ met: kept, total: promised })]);
  if (s.worst)
    rows.push([
      w.worst,
      `${name(s.worst.participant)}: ${Math.floor(s.worst.value / 10)}${locale === "fr" ? " " : ""}%`,
    ]);
  rows.push([w.idle, `${n(s.idle.slots)} (${plural(s.idle.participants, w.person, w.people, locale)})`]);
  if (spec.rules.hole > 0 || spec.rules.maxHoles !== undefined) rows.push([w.holes, n(s.holes)]);
  if (spec.places.length > 0) {
    const { minutes, worst } = s.walking;
    rows.push([
      w.walking,
      `${n(minutes)} min${worst ? ` (${w.most} ${n(worst.minutes)}: ${name(worst.participant)})` : ""}`,
    ]);
  }
  for (const meal of s.meals) {
    rows.push([
      `${w.meal} ${printable(labels.get(meal.session) ?? meal.session)}`,
      share({ met: meal.seated, total: meal.eaters }),
    ]);
  }
  const run = schedule.run;
  const how = run ? ` · ${run.variant}, ${w.seed} ${run.seed}, ${plural(run.steps, w.step, w.steps, locale)}` : "";
  const verdict = report.feasible ? w.feasible : `${w.broken}: ${report.findings.length}`;
  return `${printable(spec.event.name)}\n${columns(rows)}\n${w.score} ${n(report.score.total)} · ${verdict} · ${seconds(elapsed / 1000, locale)}${how}\n`;
}

/** The locked meetings that are not held, by name. */
export function unplacedText(spec: EventSpec, unplaced: PlanResult["unplaced"], locale: Locale): string {
  const name = nameOf(spec);
  const lines = unplaced
    .slice(0, SHOWN)
    .map(({ lock, participants: [p, q] }) => `  locked[${lock}]: ${name(p)} – ${name(q)}`);
  if (unplaced.length > SHOWN) lines.push(`  … +${unplaced.length - SHOWN}`);
  return `${WORDS[locale].unplaced}: ${unplaced.length}\n${lines.join("\n")}`;
}

/** Names for ids, cut to what fits a line. */
function nameOf(spec: EventSpec): (id: string) => string {
  const names = new Map(spec.participants.map(({ id, name }) => [id, name ?? id]));
  return (id) => {
    const letters = [...printable(names.get(id) ?? id).slice(0, 200)];
    return letters.length > 40 ? `${letters.slice(0, 39).join("")}…` : letters.join("");
  };
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
    seed: "seed",
    step: "step",
    steps: "steps",
    score: "Score",
    feasible: "every hard rule holds",
    broken: "breaches of hard rules",
    unplaced: "Locked meetings that could not be placed",
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
    seed: "graine",
    step: "pas",
    steps: "pas",
    score: "Score",
    feasible: "toutes les règles impératives sont respectées",
    broken: "règles impératives enfreintes",
    unplaced: "Rendez-vous imposés qui n'ont pas pu être placés",
  },
};
