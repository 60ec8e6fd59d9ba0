// The meal on the screen: its tables, who is chosen there, and why that person sits there. Asked of the worker whenever
// schedule or event change while the lunches are looked at.

import { batch, computed, effect, signal } from "@preact/signals";
import type { LunchView, TableView, TiesView } from "../lunch-views.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { place } from "./route.js";
import { running, schedule } from "./run.js";

/** What is chosen: a table, and perhaps somebody at it. */
export interface Chosen {
  table: string | null;
  person: string | null;
}

/** The meals of the event with tables, in order of time. */
export const meals = computed(() => event.value?.columns.filter(({ kind }) => kind === "meal") ?? []);
const wanted = signal("");
/** Session of the meal that is shown; empty when there is none. */
export const session = computed(
  () => meals.value.find(({ id }) => id === wanted.value)?.id ?? meals.value[0]?.id ?? "",
);
/** The meal; stays while a newer one is on its way; null before there is a schedule. */
export const lunch = signal<LunchView | null>(null);
export const chosen = signal<Chosen>({ table: null, person: null });
export const ties = signal<TiesView | null>(null);
/** True while the panel shows the agenda of somebody instead of the table. */
export const agendaOpen = signal(false);
/** The seat that the keyboard is on: table, and place at it. */
export const seatCursor = signal({ table: 0, seat: 0 });
/** The table that is chosen. */
export const chosenTable = computed<TableView | null>(
  () => lunch.value?.tables.find(({ id }) => id === chosen.value.table) ?? null,
);
/** False while a run goes on: it shows schedules of its own. */
export const editable = computed(() => !running.value && lunch.value !== null);

export function showMeal(id: string): void {
  batch(() => {
    wanted.value = id;
    chosen.value = { table: null, person: null };
    seatCursor.value = { table: 0, seat: 0 };
  });
}

export function choose(table: string | null, person: string | null): void {
  batch(() => {
    chosen.value = { table, person };
    agendaOpen.value = false;
  });
}

/** Keeps the meal and the reasons up to date while they are on the screen; called once. */
export function followLunches(): void {
  effect(() => {
    if (replaced.value === 0) return;
    batch(() => {
      wanted.value = "";
      lunch.value = null;
      chosen.value = { table: null, person: null };
      seatCursor.value = { table: 0, seat: 0 };
    });
  });
  effect(() => {
    const id = session.value;
    const generation = schedule.value?.generation;
    void event.value?.good;
    if (generation === undefined) lunch.value = null;
    if (place.value !== "schedule/lunches" || generation === undefined || id === "") return;
    void ask((api) => api.lunch.view(id))
      .then((view) => view && id === session.peek() && show(view))
      .catch(() => undefined);
  });
  effect(() => {
    const { person } = chosen.value;
    const view = lunch.value;
    if (person === null || !view) {
      ties.value = null;
      return;
    }
    void ask((api) => api.lunch.ties(view.session, person))
      .then((answer) => {
        if (chosen.peek().person === person && session.peek() === view.session) ties.value = answer;
      })
      .catch(() => undefined);
  });
}

/** Shows a meal. Who is chosen stays chosen, at whatever table. */
function show(view: LunchView): void {
  batch(() => {
    lunch.value = view;
    const { person, table } = chosen.peek();
    if (person === null) return;
    const now = view.tables.find(({ people }) => people.some(({ id }) => id === person))?.id ?? null;
    if (now !== table) chosen.value = { table: now, person };
  });
}
