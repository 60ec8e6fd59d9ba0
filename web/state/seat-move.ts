// Somebody taken up to change seats: the targets with what each brings, the one aimed at, the drop.
// The worker decides and judges; this file only keeps what the screen shows meanwhile.

import { batch, computed, effect, signal } from "@preact/signals";
import type { BarView, SeatAnswer, TargetsView, Verdict } from "../lunch-views.js";
import type { ScheduleView } from "../protocol.js";
import { ask } from "./bridge.js";
import { replaced, usable } from "./event.js";
import { told as handTold } from "./hand.js";
import { choose, chosen, editable, lunch } from "./lunches.js";
import { running, schedule } from "./run.js";

/** Where somebody would go: in another's place, or to a free seat. */
export type Aim = { person: string } | { table: string };

/** What was last done, for the line that tells it. */
export type Told =
  { kind: "moved"; gain: number; findings: number } | { kind: "forbidden"; bar: BarView } | { kind: "gone" };

/** Who is taken up, and how; null: nobody. */
export const taken = signal<{ id: string; by: "pointer" | "keys" } | null>(null);
/** What the one taken up could do; null until the worker has answered. */
export const targets = signal<TargetsView | null>(null);
export const aim = signal<Aim | null>(null);
export const told = signal<Told | null>(null);
/** What the aim would bring; null without one. */
export const verdict = computed<Verdict | null>(() => {
  const at = aim.value;
  if (!at || !targets.value) return null;
  return ("person" in at ? targets.value.people.get(at.person) : targets.value.tables.get(at.table)) ?? null;
});

/** A run or another event ends what was begun, and what was told of the seats before; called once. */
export function followSeatMoves(): void {
  effect(() => {
    if (!running.value && replaced.value === 0) return;
    batch(() => {
      letGo();
      told.value = null;
    });
  });
  // What is undone or done elsewhere is told in the run bar.
  effect(() => {
    if (handTold.value) told.value = null;
  });
}

/** Takes somebody up: asks where that person could go. */
export function take(id: string, by: "pointer" | "keys"): void {
  const view = lunch.peek();
  if (!view || !editable.peek()) return;
  batch(() => {
    taken.value = { id, by };
    targets.value = null;
    aim.value = null;
    told.value = handTold.value = null;
  });
  void ask((api) => api.lunch.targets(view.session, id))
    .then((answer) => {
      if (taken.peek()?.id === id) targets.value = answer;
    })
    .catch(() => undefined);
}

/** Nobody moves. */
export function letGo(): void {
  batch(() => {
    taken.value = null;
    targets.value = null;
    aim.value = null;
  });
}

/** Puts the one taken up where the aim is; what is forbidden stays undone, and the line says why. */
export async function drop(to: Aim): Promise<void> {
  const who = taken.peek();
  const view = lunch.peek();
  letGo();
  if (!who || !view || ("person" in to && to.person === who.id)) return;
  const move = { session: view.session, id: who.id, to, generation: view.generation };
  const answer = await ask((api) => api.lunch.move(move) as Promise<SeatAnswer>).catch((): SeatAnswer => ({
    status: "gone",
  }));
  batch(() => {
    if (answer.status === "moved") {
      told.value = { kind: "moved", gain: answer.gain, findings: answer.schedule.findings };
      // Who was moved is looked at next; the table follows with the new seats.
      choose(chosen.peek().table, who.id);
      put(answer.schedule);
    } else if (answer.status === "forbidden") told.value = { kind: "forbidden", bar: answer.bar };
    else told.value = { kind: "gone" };
  });
}

/** A run that began meanwhile shows its own. */
function put(view: ScheduleView): void {
  if (!running.peek()) schedule.value = view;
}

/** Fixes people to a table in the event's text, or (null) no more. */
export async function lock(people: readonly string[], table: string | null): Promise<void> {
  const view = lunch.peek();
  if (view && usable.peek()) await ask((api) => api.lunch.lock(view.session, people, table)).catch(() => undefined);
}
