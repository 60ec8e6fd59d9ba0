// The calendar on a phone: days and sessions as a list, for reading.

import type { JSX } from "preact";
import { slotsIn } from "../../../src/spec/clock.js";
import { format, words } from "../../i18n/index.js";
import { calendar, ordered } from "../../state/calendar.js";
import { event } from "../../state/event.js";
import { Alerts } from "../Alerts.js";

export function PhoneCalendar(): JSX.Element {
  const t = words.value.calendar;
  const f = format.value;
  const view = calendar.value;
  return (
    // A stop for the keyboard, or it could not be scrolled by keys.
    <div class="pb" role="region" aria-label={words.value.eventTabs.calendar} tabIndex={0}>
      <Alerts />
      {!view && <p class="m">{event.value ? t.unread : t.loading}</p>}
      {ordered.value.map((d) => {
        const { date, dated, sessions } = view!.days[d]!;
        return (
          <section key={d}>
            <h3>{dated ? f.longDay(date) : t.wrongDate(date)}</h3>
            {sessions.length === 0 && <p class="m">{t.noSessions}</p>}
            <ul class="daylist">
              {sessions.map(({ id, label, kind, start, end, meeting, changeover }, s) => (
                <li key={s}>
                  <b dir="auto">{label || id}</b>
                  <span class="m">
                    {kind === "meetings" && start !== null && end !== null && meeting !== null
                      ? t.slotsOf(slotsIn(end - start, meeting, changeover), meeting)
                      : kind
                        ? t.kinds[kind]
                        : t.unknownKind}
                  </span>
                  <span class="n">
                    {start !== null && end !== null ? t.times(f.clock(start), f.clock(end)) : t.noTimes}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
