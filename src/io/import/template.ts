// An event to import into when there are only spreadsheets: days of meetings with a lunch. Called through ../import.ts.
// What it assumes is said, for nobody asked for it.

import type { Locale, Text } from "../../rules/rule.js";
import type { EventInput } from "../../spec/schema.js";
import { fillIn } from "../../spec/text.js";
import type { Sheet } from "../files/sheet.js";
import { daysNamed } from "./days.js";

export interface NewEvent {
  event: EventInput;
  /** What was assumed, a sentence each. */
  assumed: Text[];
}

const WORDS = {
  en: { morning: "Morning", lunch: "Lunch", afternoon: "Afternoon" },
  fr: { morning: "Matin", lunch: "Déjeuner", afternoon: "Après-midi" },
} as const;
const HOURS: Text = {
  en: "meetings of 25 minutes with 5 minutes between them, 9:00 to 12:30 and 14:00 to 17:30, lunch in between. Change the calendar to suit.",
  fr: "rendez-vous de 25 minutes avec 5 minutes entre deux, de 9h à 12h30 et de 14h à 17h30, déjeuner entre les deux. Adaptez le calendrier.",
};
const ASSUMED: Record<"one" | "named" | "several", Text> = {
  one: { en: "One day is assumed, {first!}", fr: "Une journée est supposée, le {first!}" },
  named: {
    en: "One day is assumed, {first!}, for the tables name it",
    fr: "Une journée est supposée, le {first!}, que les tables nomment",
  },
  several: {
    en: "{count#} days are assumed, {first!} to {last!}, for the tables name them",
    fr: "{count#} journées sont supposées, du {first!} au {last!}, que les tables nomment",
  },
};

/** An event without anybody, on the days that the tables name; where they name none, `date` (ISO) is its only day. */
export function newEvent(
  name: string,
  date: string,
  locale: Locale,
  tables?: { sheets: readonly Sheet[]; today: string },
): NewEvent {
  const words = WORDS[locale];
  const named = tables ? daysNamed(tables.sheets, tables.today) : [];
  const dates = named.length > 0 ? named : [date];
  const meetings = { kind: "meetings", meeting: 25, changeover: 5 } as const;
  const event: EventInput = {
    format: "dancecard/event",
    version: 1,
    event: { name, locale },
    calendar: dates.map((date, i) => {
      const id = (part: string): string => (dates.length === 1 ? part : `${part}-${i + 1}`);
      return {
        date,
        sessions: [
          { id: id("am"), ...meetings, start: "09:00", end: "12:30", label: words.morning },
          { id: id("lunch"), kind: "meal", start: "12:30", end: "14:00", label: words.lunch },
          { id: id("pm"), ...meetings, start: "14:00", end: "17:30", label: words.afternoon },
        ],
      };
    }),
    sides: [],
    participants: [],
  };
  const said = ASSUMED[dates.length > 1 ? "several" : named.length > 0 ? "named" : "one"];
  const assumed = (locale: Locale): string => {
    const values = { count: dates.length, first: longDate(dates[0]!, locale), last: longDate(dates.at(-1)!, locale) };
    return fillIn(`${said[locale]}${locale === "fr" ? " : " : ": "}${HOURS[locale]}`, values, locale);
  };
  return { event, assumed: [{ en: assumed("en"), fr: assumed("fr") }] };
}

/** "17 March 2027". */
function longDate(date: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return format.format(Date.parse(date));
}
