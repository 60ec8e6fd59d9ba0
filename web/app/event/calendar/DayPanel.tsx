// Beside the timeline when a day is chosen: its date, its sessions, and what can be done with it.

import type { JSX } from "preact";
import { isDate, laterDate } from "../../../../src/spec/clock.js";
import { format, words } from "../../../i18n/index.js";
import type { CalendarView, DayView, Kind } from "../../../calendar-views.js";
import { choose, edit } from "../../../state/calendar.js";
import { TextField } from "../TextField.js";
import { Field } from "./Field.js";
import { nextDate } from "./EventPanel.js";
import { readDate } from "./typed.js";

/** Lengths of new sessions, in minutes, and when the first of a day begins. */
const LENGTH: Record<Kind, number> = { meetings: 180, meal: 90, programme: 60 };
const FIRST = 9 * 60;

export function DayPanel({ view, day }: { view: CalendarView; day: number }): JSX.Element {
  const t = words.value.calendar;
  const f = format.value;
  const { date, dated, sessions } = view.days[day]!;
  const kinds: readonly Kind[] = ["meetings", "meal", "programme"];
  const next = nextDate(view);
  return (
    <>
      <h2>{dated ? f.longDay(date) : t.wrongDate(date)}</h2>
      <Field id="day-date" label={t.date} wrong={dated ? null : t.wrongTyped}>
        {(id, error) => (
          <TextField
            key={`${day}`}
            id={id}
            class="fld short"
            label={t.date}
            value={dated ? f.date(date) : date}
            bad={!dated}
            disabled={view.broken}
            error={error}
            check={(text) => (readDate(text) === null ? t.wrongTyped : null)}
            step={(text, by) => {
              const now = readDate(text);
              return now === null ? null : f.date(laterDate(now, Math.sign(by)));
            }}
            onCommit={(text) => edit({ kind: "redate", day, date: readDate(text)! })}
          />
        )}
      </Field>
      <h3>{t.sessionsOf}</h3>
      {sessions.length === 0 && <p class="m t1">{t.noSessions}</p>}
      <ul class="daylist">
        {sessions.map(({ id, label, kind, start, end }, s) => (
          <li key={s}>
            <button type="button" class="link" dir="auto" onClick={() => choose({ day, session: s })}>
              {label || id}
            </button>
            <span class="m">{kind ? t.kinds[kind] : t.unknownKind}</span>
            <span class="n">{start !== null && end !== null ? t.times(f.clock(start), f.clock(end)) : t.noTimes}</span>
          </li>
        ))}
      </ul>
      {!view.broken && (
        <div class="acts column">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              class="btn"
              onClick={() => {
                const { start, end } = freeStretch(view.days[day]!, LENGTH[kind]);
                void edit({ kind: "add", day, sort: kind, start, end, label: t.newLabel[kind] });
              }}
            >
              {t.add[kind]}
            </button>
          ))}
          {isDate(date) && (
            <button type="button" class="btn" onClick={() => void edit({ kind: "copy-day", day, date: next })}>
              {t.copyDay(f.day(next))}
            </button>
          )}
          <button type="button" class="btn" onClick={() => void edit({ kind: "remove-day", day })}>
            {t.removeDay(sessions.length)}
          </button>
        </div>
      )}
    </>
  );
}

/** Where a new session of a length goes: after the last one, else into the longest gap, shortened where it must be. */
export function freeStretch({ sessions }: DayView, length: number): { start: number; end: number } {
  const busy = sessions
    .flatMap(({ start, end }) => (start === null || end === null || start >= end ? [] : [[start, end] as const]))
    .sort((a, b) => a[0] - b[0]);
  const last = Math.max(FIRST, ...busy.map(([, end]) => end));
  if (last + length <= 24 * 60 || busy.length === 0) return { start: last, end: last + length };
  let at = 0;
  let best = { start: last, end: 24 * 60 };
  for (const [start, end] of [...busy, [24 * 60, 24 * 60] as const]) {
    if (start - at > best.end - best.start) best = { start: at, end: Math.min(start, at + length) };
    at = Math.max(at, end);
  }
  return best;
}
