// What exports say besides names: titles, units, days and months in French and English. Used by every file of this folder.
// Days and months are listed here and not asked of Intl, so that the same schedule gives the same bytes whatever ICU there is.

import type { Locale } from "../../rules/rule.js";
import type { Reason } from "../../schedule.js";

export interface Words {
  agenda: string;
  stand: string;
  cards: string;
  runner: string;
  /** Heads the column of places; tables, where a meal has them. */
  place: string;
  table: string;
  meal: string;
  programme: string;
  absent: string;
  noTable: string;
  noMeeting: string;
  continued: string;
  meetings: (count: number) => string;
  seats: (count: number) => string;
  /** Of 25 minutes each. */
  ofMinutes: (minutes: number) => string;
  visitor: string;
  host: string;
  and: string;
  version: (date: string, time: string) => string;
  reasons: Record<Reason, string>;
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

export const WORDS: Record<Locale, Words> = {
  en: {
    agenda: "Personal agenda",
    stand: "Stand sheet",
    cards: "Table cards",
    runner: "Runner list",
    place: "place",
    table: "table",
    meal: "Meal",
    programme: "Programme",
    absent: "Absent",
    noTable: "no table",
    noMeeting: "No meeting.",
    continued: "continued",
    meetings: (count) => many(count, "meeting", "meetings"),
    seats: (count) => many(count, "seated meal", "seated meals"),
    ofMinutes: (minutes) => ` of ${minutes} minutes`,
    visitor: "visitor",
    host: "host",
    and: "and",
    version: (date, time) => `Version of ${date}, ${time}. Replaces earlier ones.`,
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
  },
  fr: {
    agenda: "Agenda personnel",
    stand: "Feuille de stand",
    cards: "Cartes de table",
    runner: "Liste du créneau",
    place: "lieu",
    table: "table",
    meal: "Repas",
    programme: "Programme",
    absent: "Absent",
    noTable: "sans table",
    noMeeting: "Aucun rendez-vous.",
    continued: "suite",
    meetings: (count) => `${count} rendez-vous`,
    seats: (count) => `${count} ${count < 2 ? "repas placé" : "repas placés"}`,
    ofMinutes: (minutes) => ` de ${minutes} minutes`,
    visitor: "visiteur",
    host: "hôte",
    and: "et",
    version: (date, time) => `Version du ${date}, ${time}. Remplace les précédentes.`,
    reasons: {
      vetoed: "refusé",
      blocked: "exclu par l’organisateur",
      sides: "côtés qui ne se rencontrent pas",
      "same-organisation": "même organisation",
      "met-before": "déjà rencontré",
      "no-common-slot": "pas de créneau commun",
      full: "complet",
      exclusive: "un seul par organisation",
      place: "pas de lieu",
      displaced: "déplacé",
    },
  },
};

const DAYS: Record<Locale, readonly string[]> = {
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  fr: ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
};
const MONTHS: Record<Locale, readonly string[]> = {
  en: "January February March April May June July August September October November December".split(" "),
  fr: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
};

interface Parts {
  year: number;
  month: number;
  day: number;
  weekday: number;
}

function partsOf(date: string): Parts {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return { year, month: month - 1, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

/** The day of a month: « 1er » in French. */
function dayNumber(day: number, locale: Locale): string {
  return locale === "fr" && day === 1 ? "1er" : String(day);
}

/** Wednesday 17 March, mercredi 17 mars. */
export function dayText(date: string, locale: Locale): string {
  const { month, day, weekday } = partsOf(date);
  return `${DAYS[locale][weekday]} ${dayNumber(day, locale)} ${MONTHS[locale][month]}`;
}

/** 17 March 2027. */
export function dateText(date: string, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  return `${dayNumber(day, locale)} ${MONTHS[locale][month]} ${year}`;
}

/** The days of an event: 17 and 18 March 2027, 30 March – 2 April 2027; nothing without days. */
export function datesText(dates: readonly string[], locale: Locale): string {
  const first = dates[0];
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return "";
  if (first === last) return dateText(first, locale);
  const [a, b] = [partsOf(first), partsOf(last)];
  const sameYear = a.year === b.year;
  const sameMonth = sameYear && a.month === b.month;
  const from = `${dayNumber(a.day, locale)}${sameMonth ? "" : ` ${MONTHS[locale][a.month]}`}${sameYear ? "" : ` ${a.year}`}`;
  const to = dateText(last, locale);
  if (dates.length === 2 && sameMonth) return `${from} ${WORDS[locale].and} ${to}`;
  return locale === "fr" ? `du ${from} au ${to}` : `${from} – ${to}`;
}

/** Minutes of a day as 09:05. */
export function clockText(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** 10:30–10:55. */
export function spanText(start: number, end: number): string {
  return `${clockText(start)}–${clockText(end)}`;
}

/** With a capital: headings begin with a day, which French writes small. */
export function capital(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}
