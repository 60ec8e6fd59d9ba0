// Beside the timeline when nothing is chosen: the event's own name, city, time zone and language, and days to add.

import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { isDate, laterDate, slotsIn } from "../../../../src/spec/clock.js";
import { format, words } from "../../../i18n/index.js";
import type { CalendarView } from "../../../calendar-views.js";
import { edit, editEvent } from "../../../state/calendar.js";
import { TextField } from "../TextField.js";
import { Field } from "./Field.js";

/** What a first day is called in the data until somebody says otherwise: about two months from now. */
const AHEAD = 60;

export function EventPanel({ view }: { view: CalendarView }): JSX.Element {
  const t = words.value.calendar;
  const { name, city, timezone, locale } = view.event;
  const zones = useMemo(zoneNames, []);
  const checkZone = (text: string): string | null => (text === "" || isZone(text) ? null : t.unknownZone(text));
  const languages = Object.entries(t.languages);
  return (
    <>
      <h2>{t.event}</h2>
      <p class="m t1">{t.summary(view.days.length, slotsOf(view))}</p>
      <Field id="event-name" label={t.name}>
        {(id, error) => (
          <TextField
            id={id}
            label={t.name}
            value={name}
            disabled={view.broken}
            error={error}
            check={(text) => (text === "" ? t.nameEmpty : null)}
            onCommit={(text) => editEvent("name", text)}
          />
        )}
      </Field>
      <Field id="event-city" label={t.city}>
        {(id) => (
          <TextField
            id={id}
            label={t.city}
            value={city}
            disabled={view.broken}
            onCommit={(text) => editEvent("city", text)}
          />
        )}
      </Field>
      <Field id="event-zone" label={t.timezone} wrong={checkZone(timezone)}>
        {(id, error) => (
          <>
            <TextField
              id={id}
              label={t.timezone}
              value={timezone}
              list="zones"
              disabled={view.broken}
              error={error}
              bad={checkZone(timezone) !== null}
              check={checkZone}
              onCommit={(text) => editEvent("timezone", text)}
            />
            <datalist id="zones">
              {zones.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field id="event-language" label={t.language}>
        {(id) => (
          <select
            id={id}
            class="fld"
            value={locale || "none"}
            disabled={view.broken}
            onChange={(event) => {
              const { value } = event.currentTarget;
              void editEvent("locale", value === "none" ? "" : value);
            }}
          >
            {languages.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
            {!languages.some(([value]) => value === (locale || "none")) && <option value={locale}>{locale}</option>}
          </select>
        )}
      </Field>
      <div class="acts">
        <AddDay view={view} />
      </div>
      <p class="m t1">{t.choose}</p>
      <p class="m t1">{t.draw}</p>
    </>
  );
}

/** The button that adds the day after the last one, by its name. */
export function AddDay({ view }: { view: CalendarView }): JSX.Element {
  const t = words.value.calendar;
  const next = nextDate(view);
  return (
    <button
      type="button"
      class="btn"
      aria-disabled={view.broken}
      onClick={() => !view.broken && void edit({ kind: "add-day", date: next })}
    >
      {view.days.length === 0 ? t.addFirst : t.addDay(format.value.day(next))}
    </button>
  );
}

/** The day after the last one of the calendar. */
export function nextDate({ days }: CalendarView): string {
  const last = days
    .map(({ date }) => date)
    .filter(isDate)
    .sort()
    .at(-1);
  return last === undefined ? laterDate(new Date().toISOString().slice(0, 10), AHEAD) : laterDate(last, 1);
}

function slotsOf({ days }: CalendarView): number {
  let slots = 0;
  for (const { sessions } of days) {
    for (const { kind, start, end, meeting, changeover } of sessions) {
      if (kind === "meetings" && start !== null && end !== null && meeting !== null)
        slots += slotsIn(end - start, meeting, changeover);
    }
  }
  return slots;
}

function zoneNames(): string[] {
  return typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
