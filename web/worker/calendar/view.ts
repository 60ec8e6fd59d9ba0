// The calendar as the page shows it. Called by owner.ts whenever the page asks, whatever the text says.

import { isDate, limitsAt } from "../../../src/index.js";
import type { CalendarView } from "../../calendar-views.js";
import { rawOf, textAt } from "../data.js";
import { cut } from "../known.js";
import { layoutOf } from "./read.js";
import { referencesOf } from "./tokens.js";

/** Longest texts that cross to the page. */
const LABEL = 200;

/** The calendar of the data; `broken` when the text has become unreadable since. */
export function calendarView(data: unknown, serial: number, broken: boolean): CalendarView {
  const layout = layoutOf(data);
  const references = referencesOf(data, layout);
  const event = rawOf(data)["event"];
  const { min, max } = limitsAt("calendar", "sessions", "meeting");
  const pause = limitsAt("calendar", "sessions", "changeover");
  return {
    serial,
    broken,
    event: {
      name: cut(textAt(event, "name"), LABEL),
      city: cut(textAt(event, "city"), LABEL),
      timezone: cut(textAt(event, "timezone"), LABEL),
      locale: cut(textAt(event, "locale"), LABEL),
    },
    days: layout.map(({ date, sessions }) => ({
      date: cut(date, LABEL),
      dated: isDate(date),
      sessions: sessions.map(({ key, ...session }) => ({
        ...session,
        id: cut(session.id, LABEL),
        label: cut(session.label, LABEL),
        references: references.get(key) ?? 0,
      })),
    })),
    limits: { meeting: { min, max }, changeover: { min: pause.min, max: pause.max } },
  };
}
