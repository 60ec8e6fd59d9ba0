// Beside the timeline when a session is chosen: everything of it, and what its times give.

import type { JSX } from "preact";
import { clockOf, slotTimes } from "../../../../src/spec/clock.js";
import { format, words } from "../../../i18n/index.js";
import type { CalendarView, Kind, SessionChange, SessionView, Spot } from "../../../calendar-views.js";
import { choose, edit, ordered } from "../../../state/calendar.js";
import { NumberField } from "../NumberField.js";
import { TextField } from "../TextField.js";
import { Field } from "./Field.js";
import { readTime, stepTime } from "./typed.js";

export function SessionPanel({ view, spot }: { view: CalendarView; spot: Spot }): JSX.Element {
  const t = words.value.calendar;
  const f = format.value;
  const { day } = spot;
  const session = spot.session!;
  const of = view.days[day]!.sessions[session]!;
  const { id, kind, label, start, end, meeting, changeover, references } = of;
  const change = (next: SessionChange, toDay?: number): Promise<void> =>
    edit({ kind: "session", day, session, change: next, ...(toDay !== undefined && { toDay }) });
  // Another session is another set of fields: what is typed in one never ends up in the other.
  const key = `${day} ${session}`;
  const kinds: readonly Kind[] = ["meetings", "meal", "programme"];
  const { limits } = view;
  const limitsText = words.value.rules.limits;
  const time = (which: "start" | "end", value: number | null): JSX.Element => (
    <Field id={`session-${which}`} label={t[which]} wrong={value === null ? t.wrongTime : null}>
      {(field, error) => (
        <TextField
          key={`${key} ${which}`}
          id={field}
          class="fld short"
          label={t[which]}
          value={value === null ? "" : f.clock(value)}
          bad={value === null}
          disabled={view.broken}
          error={error}
          check={(text) => (readTime(text) === null ? t.wrongTime : null)}
          step={stepTime}
          onCommit={(text) => change({ [which]: readTime(text)! })}
        />
      )}
    </Field>
  );
  const number = (
    which: "meeting" | "changeover",
    value: number | null,
    { min, max }: { min: number; max: number },
  ): JSX.Element => (
    <Field id={`session-${which}`} label={t[which]} wrong={value === null ? limitsText(min, max) : null}>
      {(_, error, described) => (
        <NumberField
          key={`${key} ${which}`}
          value={value}
          bad={value === null ? "" : undefined}
          min={min}
          max={max}
          label={t[which]}
          described={described}
          disabled={view.broken}
          wide
          error={error}
          limits={limitsText(min, max)}
          onCommit={(next) => next !== null && change({ [which]: next })}
        />
      )}
    </Field>
  );
  return (
    <>
      <h2 dir="auto">{label || id}</h2>
      <p class="m t1">{givesText(of)}</p>
      <Field id="session-label" label={t.label}>
        {(field) => (
          <TextField
            key={`${key} label`}
            id={field}
            label={t.label}
            value={label}
            disabled={view.broken}
            onCommit={(text) => change({ label: text })}
          />
        )}
      </Field>
      <div class="pair2">
        <Field id="session-kind" label={t.kind} wide>
          {(field) => (
            <select
              id={field}
              class="fld"
              value={kind ?? ""}
              disabled={view.broken}
              onChange={(event) => void change({ kind: event.currentTarget.value as Kind })}
            >
              {kind === null && <option value="">{t.unknownKind}</option>}
              {kinds.map((one) => (
                <option key={one} value={one}>
                  {t.kinds[one]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="session-day" label={t.day} wide>
          {(field) => (
            <select
              id={field}
              class="fld"
              value={day}
              disabled={view.broken}
              onChange={(event) => void change({}, Number(event.currentTarget.value))}
            >
              {ordered.value.map((d) => (
                <option key={d} value={d}>
                  {view.days[d]!.dated ? f.day(view.days[d]!.date) : view.days[d]!.date}
                </option>
              ))}
            </select>
          )}
        </Field>
        {time("start", start)}
        {time("end", end)}
        {kind === "meetings" && number("meeting", meeting, limits.meeting)}
        {kind === "meetings" && number("changeover", changeover, limits.changeover)}
      </div>
      <Field id="session-id" label={t.id} note={t.idNote}>
        {(field, error, described) => (
          <TextField
            key={`${key} id`}
            id={field}
            label={t.id}
            value={id}
            described={described}
            disabled={view.broken}
            error={error}
            check={(text) => (text === "" ? t.refused({ why: "id-empty" }) : null)}
            onCommit={(text) => change({ id: text })}
          />
        )}
      </Field>
      {references > 0 && <p class="m t1">{t.references(references)}</p>}
      <div class="acts">
        {!view.broken && (
          <button type="button" class="btn" onClick={() => void edit({ kind: "remove", day, session })}>
            {t.remove}
          </button>
        )}
        <button type="button" class="btn txt" onClick={() => choose(null)}>
          {t.close}
        </button>
      </div>
    </>
  );
}

/** "Gives 6 slots, 09:00-12:00, 5 minutes left over." */
function givesText({ kind, start, end, meeting, changeover }: SessionView): string {
  const t = words.value.calendar;
  if (start === null || end === null || start >= end) return t.noTimes;
  if (kind !== "meetings") return t.takes(end - start);
  if (meeting === null) return t.refused({ why: "no-length" });
  const slots = slotTimes(start, end, meeting, changeover);
  const last = slots.at(-1)?.[1] ?? start;
  return t.gives(slots.length, clockOf(start), clockOf(last), end - last);
}
