// The runs of the event as the page sees them: the list, what was last done with one, which panel is open.

import { batch, computed, effect, signal } from "@preact/signals";
import type { RunAnswer, RunsTold, RunsView, RunView } from "../runs-views.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { ending, openRun, running, schedule, settings } from "./run.js";
import { sidePanel } from "./side.js";

export const runs = signal<RunsView>({ runs: [], shown: null, writable: true, problem: null, left: 0 });
/** The part of their panel that is shown; null: it is closed. */
export const runsPanel = computed(() =>
  sidePanel.value === "runs" || sidePanel.value === "audit" ? sidePanel.value : null,
);
/** The run on the page. */
export const shownRun = computed(() => runs.value.runs.find(({ id }) => id === runs.value.shown) ?? null);
/** Published ones, the last version first. */
export const published = computed(() =>
  runs.value.runs.filter((run) => run.published !== null).sort((a, b) => b.published!.version - a.published!.version),
);

export type RunTold =
  | { kind: "deleted"; id: string; name: string; at: number }
  | { kind: "published"; id: string; version: number }
  | { kind: "not"; answer: Exclude<RunAnswer, "done"> };

/** The last thing that was done, or was not possible. */
export const runTold = signal<RunTold | null>(null);

/** What the worker tells. */
export function hearRuns({ view, schedule: put }: RunsTold): void {
  batch(() => {
    runs.value = view;
    if (!put || running.peek() || put.generation <= (schedule.peek()?.generation ?? -1)) return;
    schedule.value = put;
    ending.value = null;
  });
}

/** Asks for the runs of every event that is opened, and again when it was edited while they are on the screen; called once. */
export function followRuns(): void {
  effect(() => {
    if (replaced.value === 0) return;
    runTold.value = null;
    void look();
  });
  effect(() => {
    void event.value?.good;
    if (runsPanel.value !== null) void look();
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void ask((api) => api.runs.flush()).catch(() => false);
  });
}

async function look(): Promise<void> {
  const of = replaced.peek();
  const told = await ask((api) => api.runs.view() as Promise<RunsTold>).catch(() => null);
  if (told && of === replaced.peek()) hearRuns(told);
}

export function openRuns(panel: "runs" | "audit" | null): void {
  batch(() => {
    sidePanel.value = panel;
    runTold.value = null;
  });
}

/** Puts a run on the page. */
export async function show(id: string): Promise<void> {
  if (running.peek()) return void (runTold.value = { kind: "not", answer: "busy" });
  const { answer, schedule: put } = await ask((api) => api.runs.show(id) as Promise<ShowAnswer>).catch(
    (): ShowAnswer => ({ answer: "failed", schedule: null }),
  );
  batch(() => {
    runTold.value = answer === "done" ? null : { kind: "not", answer };
    if (!put || running.peek()) return;
    schedule.value = put;
    ending.value = null;
  });
}
type ShowAnswer = { answer: RunAnswer; schedule: RunsTold["schedule"] };

/** A run that begins where another one ended. */
export async function resume(id: string): Promise<void> {
  runTold.value = null;
  await openRun(settings.peek(), () => ask((api) => api.runs.resume(id, settings.peek())));
}

export async function rename(id: string, name: string): Promise<void> {
  await tell(ask((api) => api.runs.rename(id, name)));
}

export async function remove({ id, name, at }: RunView): Promise<void> {
  if (await tell(ask((api) => api.runs.remove(id)))) runTold.value = { kind: "deleted", id, name, at };
}

export async function restore(id: string): Promise<void> {
  await tell(ask((api) => api.runs.restore(id)));
}

export async function publish(id: string, note: string): Promise<void> {
  if (!(await tell(ask((api) => api.runs.publish(id, note))))) return;
  await look();
  const version = runs.peek().runs.find((run) => run.id === id)?.published?.version;
  if (version !== undefined) runTold.value = { kind: "published", id, version };
}

export async function withdraw(id: string): Promise<void> {
  await tell(ask((api) => api.runs.withdraw(id)));
}

/** True when it is done; else the line says why not. */
async function tell(asked: Promise<RunAnswer>): Promise<boolean> {
  const answer = await asked.catch((): RunAnswer => "failed");
  runTold.value = answer === "done" ? null : { kind: "not", answer };
  return answer === "done";
}
