// Two runs side by side: which two, what the worker says of them, and the rows that are on the screen.

import { batch, effect, signal } from "@preact/signals";
import type { CompareView, MeetingChange, MeetingSet, PersonChange, PersonSort } from "../runs-views.js";
import { ask } from "./bridge.js";
import { event, replaced } from "./event.js";
import { place } from "./route.js";
import { createRowWindow } from "./row-window.js";
import { running } from "./run.js";
import { runs } from "./runs.js";
import { sidePanel } from "./side.js";

/** The two runs; null: nobody has chosen, the two newest are taken. */
export const pair = signal<{ a: string; b: string } | null>(null);
export const compared = signal<CompareView | null>(null);
export const personSort = signal<PersonSort>("points");
/** Which rows stand below: people, or meetings of one kind. */
export const below = signal<"people" | MeetingSet>("people");

const people = (who: "gain" | "lose"): ReturnType<typeof createRowWindow<PersonChange>> =>
  createRowWindow<PersonChange>((from, to) => {
    const version = compared.peek()?.version ?? -1;
    return ask((api) => api.runs.comparePeople(version, who, personSort.peek(), from, to));
  });
export const gainers = people("gain");
export const losers = people("lose");
export const meetings = createRowWindow<MeetingChange>((from, to) => {
  const set = below.peek();
  if (set === "people") return Promise.resolve(null);
  const version = compared.peek()?.version ?? -1;
  return ask((api) => api.runs.compareMeetings(version, set, from, to));
});

/** Opens the comparison of two runs. */
export function compare(a: string, b: string): void {
  batch(() => {
    pair.value = { a, b };
    place.value = "schedule/compare";
    sidePanel.value = null;
  });
}

/** The pair that is compared: the one that was chosen, else the page's run against the newest other one. */
export function pairNow(): { a: string; b: string } | null {
  const { runs: list, shown } = runs.value;
  const has = (id: string): boolean => list.some((run) => run.id === id);
  const chosen = pair.value;
  if (chosen && has(chosen.a) && has(chosen.b)) return chosen;
  const b = list.find(({ id }) => id === shown) ?? list[0];
  const a = list.find(({ id }) => id !== b?.id);
  return a && b ? { a: a.id, b: b.id } : null;
}

/** Compares anew whenever the two, or the event, change while the comparison is on the screen; called once. */
export function followCompare(): void {
  let asked = 0;
  let shown = "";
  effect(() => {
    if (replaced.value === 0) return;
    shown = "";
    batch(() => {
      pair.value = null;
      compared.value = null;
    });
  });
  effect(() => {
    const now = pairNow();
    const good = event.value?.good ?? 0;
    // What a run goes on with changes all the time: it is compared when it has ended.
    if (place.value !== "schedule/compare" || running.value) return;
    if (!now) return void (compared.value = null);
    const scores = runs.value.runs.filter(({ id }) => id === now.a || id === now.b).map(({ score }) => score);
    const key = JSON.stringify([now, good, scores]);
    if (key === shown) return;
    shown = key;
    const mine = ++asked;
    void ask((api) => api.runs.compare(now.a, now.b))
      .then((view) => {
        if (mine === asked) compared.value = view;
      })
      .catch(() => undefined);
  });
  effect(() => {
    void [compared.value?.version, personSort.value, below.value];
    if (!compared.value) return;
    if (below.value === "people") for (const rows of [gainers, losers]) rows.renew();
    else meetings.renew();
  });
}
