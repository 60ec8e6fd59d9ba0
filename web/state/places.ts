// The lines of places x slots, where the keyboard stands among them, and the cell that a meeting in the hand is held over.

import { batch, effect, signal } from "@preact/signals";
import type { HandEdit, OutcomeView } from "../hand-views.js";
import type { PlaceRowView } from "../places-views.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { make, taken } from "./hand.js";
import { place } from "./route.js";
import { createRowWindow } from "./row-window.js";
import { schedule } from "./run.js";

/** A place at a slot, with the words that say it. */
export interface PlaceAim {
  place: string;
  label: string;
  slot: string;
  date: string;
  start: number;
}

/** Letters of the longest label, which a cell must have room for. */
export const letters = signal(0);
export const placeCursor = signal<{ row: number; column: number }>({ row: 0, column: -1 });
/** First and last line on the screen. */
export const shownLines = signal<[number, number]>([0, 0]);
/** The cell that the meeting in the hand is held over. */
export const placeAim = signal<PlaceAim | null>(null);
/** What a drop there would come to; null while the worker weighs it. */
export const placeOutcome = signal<OutcomeView | null>(null);

export const placeRows = createRowWindow<PlaceRowView>(async (from, to) => {
  const view = await ask((api) => api.places.rows(from, to));
  letters.value = view.letters;
  return view;
});

/** The first line in which somebody meets; -1 where there is none. */
export function findLine(participant: string): Promise<number> {
  return ask((api) => api.places.find(participant)).catch(() => -1);
}

/** The change that a drop at a place would be; null for where the meeting is. */
function editAt(aim: PlaceAim): HandEdit | null {
  const { participants, from } = taken.peek()?.subject ?? { from: null };
  if (!participants || from === null) return null;
  return { kind: "move", participants, from, slot: aim.slot, place: aim.place };
}

/** Holds the meeting in the hand over a cell. */
export function aimAtPlace(aim: PlaceAim | null): void {
  const before = placeAim.peek();
  if (aim?.place === before?.place && aim?.slot === before?.slot) return;
  batch(() => {
    placeAim.value = aim;
    placeOutcome.value = null;
  });
  const generation = taken.peek()?.generation;
  const edit = aim && editAt(aim);
  if (!edit || generation === undefined) return;
  void ask((api) => api.hand.weigh(edit, generation))
    .then((outcome) => {
      if (placeAim.peek() === aim) placeOutcome.value = outcome;
    })
    .catch(() => undefined);
}

/** Puts the meeting in the hand at a place. */
export async function dropAtPlace(aim: PlaceAim): Promise<void> {
  const generation = taken.peek()?.generation;
  const edit = editAt(aim);
  if (edit && generation !== undefined) await make(edit, generation);
}

/** Asks again whenever what the lines show has changed while they are looked at; called once. */
export function followPlaces(): void {
  effect(() => {
    if (replaced.value > 0) placeCursor.value = { row: 0, column: -1 };
  });
  effect(() => {
    void schedule.value?.generation;
    void replaced.value;
    if (place.value === "schedule/places" && event.value && event.value.good > 0) placeRows.renew();
  });
  effect(() => {
    if (taken.value === null) aimAtPlace(null);
  });
}
