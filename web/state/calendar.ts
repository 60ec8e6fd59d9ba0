// The calendar on the screen: days and sessions as they are written, what is chosen, what is moved or drawn at the moment, and
// what the worker answered to the last edit. Asked of the worker whenever the text changed.

import { batch, computed, effect, signal } from "@preact/signals";
import type {
  CalendarAnswer,
  CalendarEdit,
  CalendarView,
  DayView,
  Kind,
  Lost,
  Refusal,
  SessionView,
  Spot,
} from "../calendar-views.js";
import { calendarEn } from "../i18n/calendar-en.js";
import { calendarFr } from "../i18n/calendar-fr.js";
import { ask } from "./bridge.js";
import { change, editTold } from "./edits.js";
import { event, replaced } from "./event.js";
import { place } from "./route.js";

/** The calendar; null before it is known, or when the text never was JSON. */
export const calendar = signal<CalendarView | null>(null);
/** The place that was chosen, and the id that stood there: after an undo it may stand elsewhere. */
const picked = signal<{ spot: Spot; id: string | null } | null>(null);
/** An edit that would take something with it, and what; it waits for a second press. */
export const question = signal<{ edit: CalendarEdit; lost: Lost[] } | null>(null);
/** Why the last edit was not made. */
export const refusal = signal<Refusal | "gone" | null>(null);

/** A session on its way, by pointer or keys, or one that is being drawn (`from` null). */
export interface Ghost {
  from: Spot | null;
  day: number;
  start: number;
  end: number;
  kind: Kind | null;
  by: "pointer" | "keys";
}
export const ghost = signal<Ghost | null>(null);
/** True when the focus should go to the chosen session once it is drawn. */
export const refocus = signal(false);

/** What is chosen now; null: the event itself. */
export const chosen = computed<Spot | null>(() => {
  const now = picked.value;
  const days = calendar.value?.days;
  if (!now || !days) return null;
  const { spot, id } = now;
  if (spot.session === null) return days[spot.day] ? spot : null;
  const at = (day: number, session: number): SessionView | undefined => days[day]?.sessions[session];
  if (at(spot.day, spot.session)?.id === id) return spot;
  for (const [day, { sessions }] of days.entries()) {
    const session = sessions.findIndex((one) => one.id === id);
    if (session >= 0) return { day, session };
  }
  return at(spot.day, spot.session) ? spot : null;
});

/** Days in order of time, by their place in the data. */
export const ordered = computed<number[]>(() => {
  const days = calendar.value?.days ?? [];
  return days.map((_, i) => i).sort((a, b) => order(days[a]!, days[b]!) || a - b);
});

function order(a: DayView, b: DayView): number {
  if (a.dated !== b.dated) return a.dated ? -1 : 1;
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

export function choose(spot: Spot | null): void {
  batch(() => {
    picked.value = spot && { spot, id: idAt(spot) };
    question.value = null;
    refusal.value = null;
  });
}

function idAt({ day, session }: Spot): string | null {
  return session === null ? null : (calendar.peek()?.days[day]?.sessions[session]?.id ?? null);
}

function show(view: CalendarView | null): void {
  if (view?.serial !== calendar.peek()?.serial) question.value = null;
  calendar.value = view;
}

async function refresh(): Promise<void> {
  const view = await ask((api) => api.calendar.view());
  batch(() => show(view));
}

/** Keeps the calendar up to date while it is on the screen; called once. */
export function followCalendar(): void {
  effect(() => {
    if (replaced.value > 0) choose(null);
  });
  effect(() => {
    if (event.value !== null && place.value === "event/calendar") void refresh().catch(() => undefined);
  });
}

/** Makes an edit, or asks first; `sure` for the second press. */
export async function edit(wanted: CalendarEdit, sure = false): Promise<void> {
  const serial = calendar.peek()?.serial ?? -1;
  const sent = ghost.peek();
  const byKeys = sent?.by === "keys";
  const answer = await ask((api) => api.calendar.edit(wanted, serial, sure) as Promise<CalendarAnswer>).catch(
    () => null,
  );
  // The worker is gone: the page says so elsewhere.
  if (!answer) return;
  batch(() => {
    question.value = answer.status === "asks" ? { edit: wanted, lost: answer.lost } : null;
    refusal.value = answer.status === "refused" ? answer.refusal : answer.status === "gone" ? "gone" : null;
    // What was begun meanwhile goes on.
    if (ghost.peek() === sent) ghost.value = null;
    if (answer.status === "broken") editTold.value = { kind: "broken" };
    if (answer.status !== "done") return;
    editTold.value = null;
    show(answer.view);
    const { spot } = answer;
    picked.value = spot && { spot, id: idAt(spot) };
    refocus.value = byKeys;
  });
  if (answer.status === "gone") await refresh();
}

/** Changes one of the event's own texts; an empty one is taken out. */
export async function editEvent(key: "name" | "city" | "timezone" | "locale", text: string): Promise<void> {
  const label = { en: calendarEn.undo[key], fr: calendarFr.undo[key] };
  const path = ["event", key];
  await change([text === "" ? { op: "remove", path } : { op: "set", path, value: text }], label);
  await refresh();
}
