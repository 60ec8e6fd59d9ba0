// `dancecard verify`: what the judge says of a schedule, whoever made it. Reads the event and the schedule, nothing else.

import { RULES } from "../rules/index.js";
import type { Locale, Text } from "../rules/rule.js";
import { SCORE_KEYS } from "../schedule.js";
import type { ScoreKey } from "../schedule.js";
import { describeCertificate } from "../certificate/describe.js";
import { verify as judge } from "../verify.js";
import type { Report } from "../verify.js";
import type { Given } from "./args.js";
import { boundText, dearText } from "./bound.js";
import { LANG, columns, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { grouped, plural } from "./format.js";
import { readEvent, readSchedule } from "./input.js";
import { complain, EXIT, mistake, print, printable, report } from "./terminal.js";
import type { Mistake } from "./terminal.js";

/** Findings printed of one rule. */
const SHOWN = 20;

export const verify: Command = {
  name: "verify",
  words: ["EVENT", "SCHEDULE"],
  about: {
    en: "Judges a schedule: every hard rule, and the score counted anew.",
    fr: "Juge un planning : chaque règle impérative, et le score recompté.",
  },
  options: {
    json: {
      about: { en: "print what the judge says as JSON", fr: "afficher ce que dit le juge en JSON" },
    },
    why: {
      about: {
        en: "also whose time, which slots and which room are dear",
        fr: "dire aussi quelles personnes, quels créneaux et quelle place sont chers",
      },
    },
    ...LANG,
  },
  more: [
    {
      en: "Exit code 3 when a hard rule is broken; 2 when the stated score is not the score, or its bound is not proved.",
      fr: "Code de sortie 3 si une règle impérative est enfreinte ; 2 si le score annoncé n’est pas le score, ou si sa borne n’est pas prouvée.",
    },
  ],
  run: verifyCommand,
};

async function verifyCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const [eventFile, scheduleFile] = given.words as [string, string];
  if (eventFile === "-" && scheduleFile === "-") {
    report("dancecard", undefined, [mistake("bad-option", ONE_STDIN)], locale);
    return EXIT.badInput;
  }
  const spec = await readEvent(eventFile, locale);
  const schedule = await readSchedule(scheduleFile, locale, spec);
  if (!spec || !schedule) return EXIT.badInput;

  const judged = judge(spec, schedule);
  if (given.has("json")) print(JSON.stringify(judged, undefined, 2));
  else printReport(judged, locale);
  const { feasible, differences, bound } = judged;
  if (given.has("why") && !given.has("json") && schedule.bound) {
    const dear = describeCertificate(spec, schedule.bound.certificate);
    const names = new Map(spec.participants.map(({ id, name }) => [id, name ?? id]));
    if (!("ok" in dear)) print(dearText(dear, (id) => names.get(id) ?? id, locale));
  }
  if (bound?.status === "exceeded") {
    complain(boundText(bound, locale));
    return EXIT.bug;
  }
  if (!feasible) return EXIT.ruleBroken;
  const wrong: Mistake[] = [];
  if (differences.length > 0) wrong.push(mistake("wrong-score", WRONG_SCORE, ["score", differences[0]!.key]));
  if (bound?.status === "refused") {
    const said = { en: boundText(bound, "en"), fr: boundText(bound, "fr") };
    wrong.push(mistake("wrong-bound", said, ["bound"]));
  }
  report(scheduleFile, undefined, wrong, locale);
  return wrong.length > 0 ? EXIT.badInput : EXIT.ok;
}

function printReport({ feasible, findings, score, differences, bound }: Report, locale: Locale): void {
  const words = WORDS[locale];
  print(feasible ? words.feasible : brokenText(findings.length, locale));
  for (const rule of RULES) {
    const own = findings.filter((finding) => finding.rule === rule.id);
    own.slice(0, SHOWN).forEach((finding) => print(`  ${rule.id}: ${printable(rule.message(finding, locale))}`));
    if (own.length > SHOWN) print(`  ${rule.id}: … +${own.length - SHOWN}`);
  }
  const rows = [...SCORE_KEYS, "total" as const].map((key): [string, string] => {
    const other = differences.find((difference) => difference.key === key);
    const said = other ? `  (${words.stated} ${grouped(other.stated, locale)})` : "";
    return [words.keys[key], `${grouped(score[key], locale).padStart(12)}${said}`];
  });
  print(`${words.score}\n${columns(rows)}`);
  if (bound && bound.status !== "refused" && bound.status !== "exceeded") print(boundText(bound, locale));
}

function brokenText(count: number, locale: Locale): string {
  return {
    en: `Not feasible: ${plural(count, "breach", "breaches", "en")} of hard rules.`,
    fr: `Non faisable\u202f: ${plural(count, "règle impérative enfreinte", "règles impératives enfreintes", "fr")}.`,
  }[locale];
}

const ONE_STDIN: Text = {
  en: "Only one of the two can be standard input.",
  fr: "Un seul des deux peut être l’entrée standard.",
};
const WRONG_SCORE: Text = {
  en: "The stated score is not the score of this schedule.",
  fr: "Le score annoncé n’est pas celui de ce planning.",
};

interface Words {
  feasible: string;
  score: string;
  stated: string;
  keys: Record<ScoreKey | "total", string>;
}

const WORDS: Record<Locale, Words> = {
  en: {
    feasible: "Feasible: no hard rule is broken.",
    score: "Score",
    stated: "the schedule says",
    keys: {
      wishes: "wishes",
      guarantee: "guarantee",
      fairness: "fairness",
      gap: "gap",
      walk: "walk",
      meals: "meals",
      total: "total",
    },
  },
  fr: {
    feasible: "Faisable\u202f: aucune règle impérative n’est enfreinte.",
    score: "Score",
    stated: "le planning annonce",
    keys: {
      wishes: "souhaits",
      guarantee: "garanties",
      fairness: "équité",
      gap: "creux",
      walk: "marche",
      meals: "repas",
      total: "total",
    },
  },
};
