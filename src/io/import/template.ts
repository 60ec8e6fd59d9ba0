// An event to import into when there are only spreadsheets: one day of meetings with a lunch. Called through ../import.ts.
// What it assumes is said, for nobody asked for it.

import type { Locale, Text } from "../../rules/rule.js";
import type { EventInput } from "../../spec/schema.js";
import { fillIn } from "../../spec/text.js";

export interface NewEvent {
  event: EventInput;
  /** What was assumed, a sentence each. */
  assumed: Text[];
}

const WORDS = {
  en: { morning: "Morning", lunch: "Lunch", afternoon: "Afternoon" },
  fr: { morning: "Matin", lunch: "Déjeuner", afternoon: "Après-midi" },
} as const;
const ASSUMED: Text = {
  en: "One day is assumed, {date!}: meetings of 25 minutes with 5 minutes between them, 9:00 to 12:30 and 14:00 to 17:30, lunch in between. Change the calendar to suit.",
  fr: "Une journée est supposée, le {date!} : rendez-vous de 25 minutes avec 5 minutes entre deux, de 9h à 12h30 et de 14h à 17h30, déjeuner entre les deux. Adaptez le calendrier.",
};

/** An event without anybody: `date` (ISO) is its only day. */
export function newEvent(name: string, date: string, locale: Locale): NewEvent {
  const words = WORDS[locale];
  const event: EventInput = {
    format: "dancecard/event",
    version: 1,
    event: { name, locale },
    calendar: [
      {
        date,
        sessions: [
          {
            id: "am",
            kind: "meetings",
            start: "09:00",
            end: "12:30",
            label: words.morning,
            meeting: 25,
            changeover: 5,
          },
          { id: "lunch", kind: "meal", start: "12:30", end: "14:00", label: words.lunch },
          {
            id: "pm",
            kind: "meetings",
            start: "14:00",
            end: "17:30",
            label: words.afternoon,
            meeting: 25,
            changeover: 5,
          },
        ],
      },
    ],
    sides: [],
    participants: [],
  };
  return { event, assumed: [{ en: fillIn(ASSUMED.en, { date }, "en"), fr: fillIn(ASSUMED.fr, { date }, "fr") }] };
}
