// A meeting in somebody's hand: where it may go, at which slot it is aimed, what became of it; and pins, undo and the journal
// of the schedule. app/grid/ and app/hand/ show it; the worker decides.

import { batch, computed, effect, signal } from "@preact/signals";
import type {
  ForbiddenView,
  HandAnswer,
  HandEdit,
  HandSubject,
  HandView,
  JournalView,
  PinAnswer,
  PinWhat,
  StepAnswer,
  TargetView,
} from "../hand-views.js";
import type { Text } from "../protocol.js";
import { ask } from "./bridge.js";
import { replaced } from "./event.js";
import { readOnly } from "./keep.js";
import { place } from "./route.js";
import { running, schedule } from "./run.js";

/** What was done last, or why it was not; for the line that says it. */
export type HandTold =
  | { kind: "done"; gain: number; findings: number }
  | { kind: "pinned" | "unpinned"; meetings: number; findings: number }
  | { kind: "undone" | "redone"; what: Text }
  | { kind: "forbidden"; forbidden: ForbiddenView }
  | { kind: "replayed"; done: number; refused: { names: [string, string]; why: Text | null }[] }
  | { kind: "gone" | "nothing" | "event" | "broken" | "locked" };

/** The meeting that is taken up; null: the hand is empty. */
export const taken = signal<HandView | null>(null);
/** The line of the grid from which it was taken; -1: from elsewhere. */
export const origin = signal(-1);
/** The slot it is aimed at. */
export const aim = signal<string | null>(null);
export const told = signal<HandTold | null>(null);
export const journal = signal<JournalView>({ steps: [], replayable: 0 });

export const aimed = computed<TargetView | null>(
  () => taken.value?.targets.find(({ slot }) => slot === aim.value) ?? null,
);
/** The slots it may go to, the best first. */
export const legal = computed<TargetView[]>(() =>
  (taken.value?.targets ?? []).filter(({ forbidden }) => !forbidden).sort((a, b) => b.gain.total - a.gain.total),
);

/** Lets go of what another schedule holds otherwise, and reads the journal; called once. */
export function followHand(): void {
  effect(() => {
    void schedule.value?.generation;
    letGo();
    if (schedule.value)
      void ask((api) => api.hand.journal())
        .then((view) => (journal.value = view))
        .catch(() => undefined);
    else journal.value = { steps: [], replayable: 0 };
  });
  effect(() => {
    if (replaced.value >= 0) told.value = null;
  });
  effect(() => {
    if (running.value) told.value = null;
  });
  effect(() => {
    if (!place.value.startsWith("schedule/")) letGo();
  });
}

/** Takes a meeting up; `row` is its line in the grid. True when it is in the hand. */
export async function take(subject: HandSubject, row = -1): Promise<boolean> {
  if (running.peek() || !schedule.peek()) return false;
  const view = await ask((api) => api.hand.take(subject)).catch(() => null);
  if (!view || view.generation !== schedule.peek()?.generation) return false;
  batch(() => {
    taken.value = view;
    origin.value = row;
    aim.value = null;
    told.value = null;
  });
  return true;
}

export function letGo(): void {
  batch(() => {
    taken.value = null;
    aim.value = null;
  });
}

/** Puts the meeting where it is aimed, or where it is told. */
export async function drop(slot = aim.peek()): Promise<void> {
  const view = taken.peek();
  if (!view || slot === null) return;
  const { participants, from } = view.subject;
  await make(
    from === null ? { kind: "add", participants, slot } : { kind: "move", participants, from, slot },
    view.generation,
  );
}

export async function toPlace(id: string): Promise<void> {
  const view = taken.peek();
  if (!view || view.subject.from === null) return;
  const { participants, from } = view.subject;
  await make({ kind: "move", participants, from, slot: from, place: id }, view.generation);
}

/** Takes a meeting out of the schedule. */
export async function remove({ participants, from }: HandSubject): Promise<void> {
  const generation = schedule.peek()?.generation;
  if (generation === undefined || from === null) return;
  await make({ kind: "remove", participants, from }, generation);
}

/** Takes it out for good: the event blocks the two. */
export async function block({ participants }: HandSubject): Promise<void> {
  const generation = schedule.peek()?.generation;
  if (generation === undefined || shut()) return;
  hear(
    await ask((api) => api.hand.block(participants, generation) as Promise<HandAnswer>).catch((): HandAnswer => ({
      status: "gone",
    })),
  );
}

/** Pins meetings or lets them go. */
export async function pin(what: PinWhat, on: boolean): Promise<void> {
  if (running.peek() || shut()) return;
  const answer = await ask((api) => api.hand.pin(what, on) as Promise<PinAnswer>).catch((): PinAnswer => ({
    status: "gone",
  }));
  batch(() => {
    if (answer.status === "done") {
      put(answer.schedule);
      const { findings } = answer.schedule;
      told.value = { kind: on ? "pinned" : "unpinned", meetings: answer.meetings, findings };
    } else told.value = { kind: answer.status };
  });
}

export async function undo(): Promise<void> {
  await step("undone", () => ask((api) => api.hand.undo() as Promise<StepAnswer>));
}

export async function redo(): Promise<void> {
  await step("redone", () => ask((api) => api.hand.redo() as Promise<StepAnswer>));
}

/** Makes the changes by hand of the schedule before the last run again. */
export async function replay(): Promise<void> {
  if (running.peek()) return;
  const view = await ask((api) => api.hand.replay()).catch(() => null);
  if (!view) return;
  batch(() => {
    put(view.schedule);
    const refused = view.refused.map(({ names, forbidden }) => ({ names, why: forbidden?.text ?? null }));
    told.value = { kind: "replayed", done: view.done, refused };
  });
}

/** Makes a change of the schedule that is on the screen. */
export async function make(edit: HandEdit, generation: number): Promise<void> {
  if (running.peek()) return;
  hear(
    await ask((api) => api.hand.make(edit, generation) as Promise<HandAnswer>).catch((): HandAnswer => ({
      status: "gone",
    })),
  );
}

function hear(answer: HandAnswer): void {
  batch(() => {
    if (answer.status === "done") {
      put(answer.schedule);
      told.value = { kind: "done", gain: answer.gain, findings: answer.schedule.findings };
    } else if (answer.status === "forbidden") told.value = { kind: "forbidden", forbidden: answer.forbidden };
    else told.value = { kind: "gone" };
  });
}

async function step(kind: "undone" | "redone", asked: () => Promise<StepAnswer>): Promise<void> {
  if (running.peek()) return;
  const answer = await asked().catch((): StepAnswer => ({ status: "gone" }));
  batch(() => {
    if (answer.status === "done") {
      put(answer.schedule);
      told.value = { kind, what: answer.what };
    } else told.value = { kind: answer.status };
  });
}

/** The event cannot be edited in this tab: says so. */
function shut(): boolean {
  if (readOnly.peek()) told.value = { kind: "locked" };
  return readOnly.peek();
}

/** A run that began meanwhile shows its own. */
function put(view: NonNullable<typeof schedule.value>): void {
  if (!running.peek()) schedule.value = view;
}
