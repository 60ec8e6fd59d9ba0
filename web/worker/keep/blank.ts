// The event that "new event" makes: one day, two sides, nobody yet. Sound, so that it can be filled from the first edit.
// Called by the keeper; the words are those of who asked.

import { specText } from "../../../src/index.js";

const WORDS = {
  en: { name: "New event", morning: "Morning", buyers: "Decision makers", suppliers: "Suppliers" },
  fr: { name: "Nouvel événement", morning: "Matinée", buyers: "Décideurs", suppliers: "Fournisseurs" },
};
const AHEAD = 30 * 24 * 60 * 60 * 1000;

/** Its text; the day is a month after `now`. */
export function blankEvent(locale: "en" | "fr", now: number): string {
  const words = WORDS[locale];
  return specText({
    format: "dancecard/event",
    version: 1,
    event: { name: words.name, locale },
    calendar: [
      {
        date: new Date(now + AHEAD).toISOString().slice(0, 10),
        sessions: [
          {
            id: "morning",
            kind: "meetings",
            label: words.morning,
            start: "09:00",
            end: "12:00",
            meeting: 20,
            changeover: 5,
          },
        ],
      },
    ],
    sides: [
      { id: "buyers", label: words.buyers },
      { id: "suppliers", label: words.suppliers },
    ],
    participants: [],
  });
}
