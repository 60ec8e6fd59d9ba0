// `dancecard verify`: what the judge says of a schedule, whoever made it. Reads the event and the schedule, nothing else.

import { RULES } from "../rules/index.js";
import type { Locale, Text } from "../rules/rule.js";
import { SCORE_KEYS } from "../schedule.js";
import type { ScoreKey } from "../schedule.js";
import { describeCertificate } from "../certificate/describe.js";
import { factsOf } from "../rules/facts.js";
import type { Schedule } from "../schedule.js";
import { scheduleHash } from "../read-schedule.js";
import { VARIANTS } from "../solver/variants.js";
import { untrueOf, verifyWith } from "../verify.js";
import type { Report, Untrue } from "../verify.js";
import type { Given } from "./args.js";
import { boundText, dearText, termsText } from "./bound.js";
import { LANG, columns, localeOf } from "./command.js";
import type { Command } from "./command.js";
import { grouped, plural } from "./format.js";
import { readEvent, readSchedule, readStart } from "./input.js";
import { complain, EXIT, mistake, print, printable, report } from "./terminal.js";

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
    base: {
      value: "SCHEDULE",
      about: {
        en: "the published schedule that this one repairs: what changed is counted anew too",
        fr: "le planning publié que celui-ci répare : ce qui a changé est aussi recompté",
      },
    },
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
      en: "SCHEDULE may also be a list of meetings of any tool: a CSV or a workbook with two participants, a time and perhaps a\nplace in each row. Rows that cannot be read are named and left out; the rest is judged, and the exit code is at least 2.",
      fr: "SCHEDULE peut aussi être une liste de rendez-vous de n’importe quel outil : un CSV ou un classeur avec deux\nparticipants, un horaire et au besoin un lieu par ligne. Les lignes illisibles sont nommées et laissées de côté ; le reste\nest jugé, et le code de sortie vaut au moins 2.",
    },
    {
      en: "Exit code 3 when a hard rule is broken, or when the list of unmet wishes (an empty one is not judged) or the variant\nis not true; 2 when the stated score is not the score, its bound is not proved, or --base is not what was repaired.",
      fr: "Code de sortie 3 si une règle impérative est enfreinte, ou si la liste des souhaits non satisfaits (vide, elle n’est\npas jugée) ou la variante est fausse ; 2 si le score annoncé n’est pas le score, si sa borne n’est pas prouvée, ou si\n--base n’est pas ce qui a été réparé.",
    },
  ],
  run: verifyCommand,
};

async function verifyCommand(given: Given): Promise<number> {
  const locale = localeOf(given);
  const [eventFile, scheduleFile] = given.words as [string, string];
  const baseFile = given.text("base");
  if ([eventFile, scheduleFile, baseFile].filter((file) => file === "-").length > 1) {
    report("dancecard", undefined, [mistake("bad-option", ONE_STDIN)], locale);
    return EXIT.badInput;
  }
  const spec = await readEvent(eventFile, locale);
  const read = await readSchedule(scheduleFile, locale, spec);
  if (!spec || !read) return EXIT.badInput;
  const { schedule, unread } = read;

  let base: Schedule | undefined;
  if (baseFile !== undefined) {
    base = await readStart(baseFile, locale, spec);
    if (!base) return EXIT.badInput;
    if (schedule.base !== scheduleHash(base)) {
      report(baseFile, undefined, [mistake("other-base", OTHER_BASE)], locale);
      return EXIT.badInput;
    }
  }

  const facts = factsOf(spec);
  const judged = verifyWith(facts, schedule, base);
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
  const variants = VARIANTS.map(({ id }) => id);
  const untrue = untrueOf(facts, schedule, variants);
  const told = untrue.map((one) => mistake(one.kind, sentenceOf(one), one.path));
  if (differences.length > 0) told.push(mistake("wrong-score", WRONG_SCORE, ["score", differences[0]!.key]));
  if (bound?.status === "refused") {
    const said = { en: boundText(bound, "en"), fr: boundText(bound, "fr") };
    told.push(mistake("wrong-bound", said, ["bound"]));
  }
  report(scheduleFile, undefined, told, locale);
  if (!feasible) return EXIT.ruleBroken;
  if (unread > 0 || differences.length > 0 || bound?.status === "refused") return EXIT.badInput;
  return untrue.length > 0 ? EXIT.ruleBroken : EXIT.ok;
}

function printReport({ feasible, findings, score, differences, bound }: Report, locale: Locale): void {
  const words = WORDS[locale];
  print(feasible ? words.feasible : brokenText(findings.length, locale));
  for (const rule of RULES) {
    const own = findings.filter((finding) => finding.rule === rule.id);
    own.slice(0, SHOWN).forEach((finding) => print(`  ${rule.id}: ${printable(rule.message(finding, locale))}`));
    if (own.length > SHOWN) print(`  ${rule.id}: … +${own.length - SHOWN}`);
  }
  const changes = score.change === undefined ? [] : (["change"] as const);
  const rows = [...SCORE_KEYS, ...changes, "total" as const].map((key): [string, string] => {
    const other = differences.find((difference) => difference.key === key);
    const said = other ? `  (${words.stated} ${grouped(other.stated, locale)})` : "";
    return [words.keys[key], `${grouped(score[key] ?? 0, locale).padStart(12)}${said}`];
  });
  print(`${words.score}\n${columns(rows)}`);
  if (!bound || bound.status === "refused" || bound.status === "exceeded") return;
  print(boundText(bound, locale));
  if (bound.status === "within" && bound.meetings) print(termsText(bound.gap, bound.meetings.share, locale));
}

function sentenceOf({ kind, from, to, stated, truth }: Untrue): Text {
  switch (kind) {
    case "unmet-missing":
      return {
        en: `The wish of “${from}” for “${to}” is not met, and the list gives no reason for it.`,
        fr: `Le souhait de « ${from} » pour « ${to} » n’est pas satisfait, et la liste n’en donne pas la raison.`,
      };
    case "unmet-false":
      return {
        en: `“${from}” has no unmet wish for “${to}”.`,
        fr: `« ${from} » n’a pas de souhait non satisfait pour « ${to} ».`,
      };
    case "unmet-twice":
      return {
        en: `The wish of “${from}” for “${to}” stands twice.`,
        fr: `Le souhait de « ${from} » pour « ${to} » figure deux fois.`,
      };
    case "unmet-reason":
      return {
        en: `The reason for the wish of “${from}” for “${to}” is ${truth}, not ${stated}.`,
        fr: `La raison pour le souhait de « ${from} » pour « ${to} » est ${truth}, et non ${stated}.`,
      };
    case "run":
      return {
        en: `There is no variant “${stated}” that could have made it.`,
        fr: `Il n’y a pas de variante « ${stated} » qui ait pu le faire.`,
      };
  }
}

const OTHER_BASE: Text = {
  en: "This is not the schedule that was repaired: its hash is not the one that the repair names as its base.",
  fr: "Ce n’est pas le planning qui a été réparé : son empreinte n’est pas celle que la réparation nomme comme base.",
};

function brokenText(count: number, locale: Locale): string {
  return {
    en: `Not feasible: ${plural(count, "breach", "breaches", "en")} of hard rules.`,
    fr: `Non faisable\u202f: ${plural(count, "règle impérative enfreinte", "règles impératives enfreintes", "fr")}.`,
  }[locale];
}

const ONE_STDIN: Text = {
  en: "Only one file can be standard input.",
  fr: "Un seul fichier peut être l’entrée standard.",
};
const WRONG_SCORE: Text = {
  en: "The stated score is not the score of this schedule.",
  fr: "Le score annoncé n’est pas celui de ce planning.",
};

interface Words {
  feasible: string;
  score: string;
  stated: string;
  keys: Record<ScoreKey | "change" | "total", string>;
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
      change: "change",
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
      change: "changements",
      total: "total",
    },
  },
};
