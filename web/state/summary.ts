// The numbers of the schedule, and the list behind one of them. Asked of the worker whenever the schedule changes while the
// summary is looked at.

import { batch, effect, signal } from "@preact/signals";
import type { BehindRow, NumberKey, SummaryView } from "../summary-views.js";
import { ask } from "./bridge.js";
import { replaced } from "./event.js";
import { openPerson, panelOpen } from "./person.js";
import { place } from "./route.js";
import { createRowWindow } from "./row-window.js";
import { schedule } from "./run.js";

/** A number whose list is open, with the side or package that it is about as the page calls it. */
export interface Opened {
  key: NumberKey;
  group: string;
}

/** The summary; stays while a newer one is on its way; null before there is a schedule. */
export const summary = signal<SummaryView | null>(null);
export const behind = signal<Opened | null>(null);
/** False while an agenda that was opened from the list stands in its place. */
export const listOpen = signal(false);

export const behindRows = createRowWindow<BehindRow>(async (from, to) => {
  const open = behind.peek();
  return open && (await ask((api) => api.summary.behind(open.key, from, to)));
});

/** The control that opened the list: it has the focus again when the list closes. */
let opener: HTMLElement | null = null;

/** Opens the people, slots or meetings behind a number. */
export function openBehind(key: NumberKey, group = ""): void {
  if (!listOpen.peek() && document.activeElement instanceof HTMLElement) opener = document.activeElement;
  batch(() => {
    behind.value = { key, group };
    listOpen.value = true;
    panelOpen.value = true;
  });
}

export function closeBehind(): void {
  batch(() => {
    behind.value = null;
    listOpen.value = false;
  });
  if (opener?.isConnected) opener.focus();
  opener = null;
}

/** Opens an agenda in the place of the list. */
export function openAgenda(id: string): void {
  batch(() => {
    openPerson(id);
    listOpen.value = false;
  });
}

/** Back from the agenda to the list. */
export function backToList(): void {
  listOpen.value = true;
}

/** Keeps summary and list up to date while they are on the screen; called once. */
export function followSummary(): void {
  effect(() => {
    if (replaced.value === 0) return;
    batch(() => {
      summary.value = null;
      behind.value = null;
      listOpen.value = false;
    });
  });
  effect(() => {
    const generation = schedule.value?.generation;
    if (generation === undefined) summary.value = null;
    if (place.value !== "schedule/summary" || generation === undefined) return;
    void ask((api) => api.summary.view())
      .then((view) => {
        if (view && schedule.peek()) summary.value = view;
      })
      .catch(() => undefined);
  });
  effect(() => {
    void schedule.value?.generation;
    if (behind.value && schedule.value) behindRows.renew();
  });
  effect(() => {
    if (place.value !== "schedule/summary") listOpen.value = false;
  });
}
