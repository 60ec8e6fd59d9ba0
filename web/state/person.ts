// The one person whose agenda is open.

import { batch, effect, signal } from "@preact/signals";
import type { PersonView } from "../protocol.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { schedule } from "./run.js";

/** Participant whose agenda is open, or null. */
export const selected = signal<string | null>(null);
/** The agenda; stays while a newer one is on its way. */
export const person = signal<PersonView | null>(null);
/** False when the panel was closed on purpose. */
export const panelOpen = signal(true);

export function openPerson(id: string): void {
  batch(() => {
    selected.value = id;
    panelOpen.value = true;
  });
}

/** Reads the agenda again when the choice, the schedule or the event changes; called once. */
export function followPerson(): void {
  effect(() => {
    if (replaced.value > 0) selected.value = null;
  });
  effect(() => {
    const id = selected.value;
    void schedule.value?.generation;
    void event.value?.good;
    if (id === null) {
      person.value = null;
      return;
    }
    void ask((api) => api.plan.person(id))
      .then((view) => {
        if (selected.peek() === id) person.value = view;
      })
      .catch(() => undefined);
  });
}
