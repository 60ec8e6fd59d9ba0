// `dancecard verify`: what the judge says of a schedule, whoever made it. Reads the event and the schedule, nothing else.

import { checkSchedule } from "../read-schedule.js";
import { RULES } from "../rules/index.js";
import { SCORE_KEYS } from "../schedule.js";
import { verify as judge } from "../verify.js";
import type { Given } from "./args.js";
import { LANG, columns, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { grouped } from "./format.js";
import { readEvent, readSchedule } from "./input.js";
import { EXIT, mistake, print, printable, report } from "./terminal.js";

/** Findings printed of one rule. */
const SHOWN = 20;

export const verify: Command = {
  name: "verify",
  words: ["EVENT", "SCHEDULE"],
  about: "Judges a schedule: every hard rule, and the score counted anew.",
  options: LANG,
  more: ["Exit code 3 when a hard rule is broken; 2 when the stated score is not the score."],
  run: verifyCommand,
};

async function verifyCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const [eventFile, scheduleFile] = given.words as [string, string];
  if (eventFile === "-" && scheduleFile === "-") {
    report("dancecard", undefined, [mistake("bad-option", "Only one of the two can be standard input.")], locale);
    return EXIT.badInput;
  }
  const spec = await readEvent(eventFile, locale);
  const schedule = await readSchedule(scheduleFile, locale);
  if (!spec || !schedule) return EXIT.badInput;
  const diagnostics = checkSchedule(spec, schedule);
  report(scheduleFile, undefined, diagnostics, locale);
  if (diagnostics.some((d) => d.severity === "error")) return EXIT.badInput;

  const { feasible, findings, score, differences } = judge(spec, schedule);
  const words = WORDS[locale];
  print(feasible ? words.feasible : `${words.broken}: ${findings.length}`);
  for (const rule of RULES) {
    const own = findings.filter((finding) => finding.rule === rule.id);
    own.slice(0, SHOWN).forEach((finding) => print(`  ${rule.id}: ${printable(rule.message(finding, locale))}`));
    if (own.length > SHOWN) print(`  ${rule.id}: … +${own.length - SHOWN}`);
  }
  const rows = [...SCORE_KEYS, "total" as const].map((key): [string, string] => {
    const other = differences.find((difference) => difference.key === key);
    const said = other ? `  (${words.stated} ${grouped(other.stated, locale)})` : "";
    return [key, `${grouped(score[key], locale).padStart(12)}${said}`];
  });
  print(`${words.score}\n${columns(rows)}`);
  if (!feasible) return EXIT.ruleBroken;
  if (differences.length === 0) return EXIT.ok;
  report(scheduleFile, undefined, [mistake("wrong-score", words.wrong, ["score", differences[0]!.key])], locale);
  return EXIT.badInput;
}

const WORDS = {
  en: {
    feasible: "Feasible: no hard rule is broken.",
    broken: "Not feasible, breaches of hard rules",
    score: "Score",
    stated: "the schedule says",
    wrong: "The stated score is not the score of this schedule.",
  },
  fr: {
    feasible: "Faisable : aucune règle impérative n'est enfreinte.",
    broken: "Non faisable, règles impératives enfreintes",
    score: "Score",
    stated: "le planning annonce",
    wrong: "Le score annoncé n'est pas celui de ce planning.",
  },
};
