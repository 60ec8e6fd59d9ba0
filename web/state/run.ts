// A run as the page sees it: settings, progress, the curve, the numbers of the schedule shown, how it ended.

import { batch, computed, effect, signal } from "@preact/signals";
import type { RunEnd, RunEvent, RunSettings, ScheduleView } from "../protocol.js";
import { ask } from "./bridge.js";
import { event, replaced, usable } from "./event.js";

/** A point of the curve: seconds since the start, score, bound where there is one. */
export interface CurvePoint {
  at: number;
  score: number;
  bound: number | null;
}

export interface Progress {
  elapsed: number;
  steps: number;
}

/** How the last run ended, with the time of day. */
export interface Ending extends RunEnd {
  time: Date;
  settings: RunSettings;
}

export const settings = signal<RunSettings>({ variant: "search", seed: 2027, seconds: 10, workers: 1 });
export const running = signal(false);
export const progress = signal<Progress>({ elapsed: 0, steps: 0 });
/** The curve: the score over time; it ends in the judge's. */
export const points = signal<readonly CurvePoint[]>([]);
/** Seconds the time axis ends at: the budget of the run that is shown. */
export const horizon = signal(10);
/** Numbers of the schedule on the page, judged; null before the first one. */
export const schedule = signal<ScheduleView | null>(null);
export const ending = signal<Ending | null>(null);

/** True when the event was edited after the schedule was made. */
export const stale = computed(
  () => schedule.value !== null && event.value !== null && schedule.value.revision !== event.value.good,
);

/** Forgets the last event's run when another event is opened; called once. */
export function followEvents(): void {
  effect(() => {
    if (replaced.value === 0) return;
    batch(() => {
      schedule.value = null;
      ending.value = null;
      points.value = [];
      progress.value = { elapsed: 0, steps: 0 };
    });
  });
}

/** What the worker tells while a run goes on. */
export function hear(told: RunEvent): void {
  if (!running.value) return;
  batch(() => {
    if (told.type === "schedule") schedule.value = told.schedule;
    else {
      progress.value = { elapsed: told.elapsed, steps: told.steps };
      if (told.score !== null) plot(told.elapsed / 1000, told.score, told.bound);
    }
  });
}

/** Runs; `around` the schedule on the page, this time only. */
export async function solve(around = false): Promise<void> {
  const chosen = around ? { ...settings.value, around } : settings.value;
  await openRun(chosen, () => ask((api) => api.plan.solve(chosen)));
}

/** Begins a run, and shows it to its end. */
export async function openRun(chosen: RunSettings, begin: () => Promise<RunEnd>): Promise<void> {
  if (running.value || !usable.value) return;
  const of = replaced.value;
  batch(() => {
    running.value = true;
    points.value = [];
    progress.value = { elapsed: 0, steps: 0 };
    horizon.value = chosen.seconds;
    ending.value = null;
  });
  let end: RunEnd;
  try {
    end = await begin();
  } catch (error) {
    end = {
      status: "crashed",
      reason: String(error),
      elapsed: 0,
      steps: 0,
      schedule: schedule.value,
    };
  }
  batch(() => {
    running.value = false;
    if (of !== replaced.value) return;
    ending.value = { ...end, time: new Date(), settings: chosen };
    progress.value = { elapsed: end.elapsed, steps: end.steps };
    if (end.schedule) {
      schedule.value = end.schedule;
      plot(end.elapsed / 1000, end.schedule.score.total, end.schedule.bound);
    }
  });
}

/** Ends the run; what it found stays. */
export function stop(): void {
  void ask((api) => api.plan.stop()).catch(() => undefined);
}

/** Keeps the curve short: a point that repeats the last score moves it instead. */
function plot(at: number, score: number, bound: number | null): void {
  const list = points.value;
  const last = list[list.length - 1];
  const before = list[list.length - 2];
  if (last && before && last.score === score && before.score === score && last.bound === bound)
    points.value = [...list.slice(0, -1), { at, score, bound }];
  else points.value = [...list, { at, score, bound }];
}
