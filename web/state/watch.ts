// What to look at in the event: asked of the worker while the overview is on the screen, after each reading of the text.
// Cures are made by the worker; undo takes them back like any other edit.

import { computed, effect, signal } from "@preact/signals";
import type { CureAnswer, WatchView } from "../watch-views.js";
import type { Text } from "../protocol.js";
import { ask } from "./bridge.js";
import { editTold } from "./edits.js";
import { event } from "./event.js";
import { place } from "./route.js";

const answer = signal<WatchView | null>(null);
/** Revision that the worker was asked about last. */
let asked = 0;

/** What to look at; of an earlier reading while a newer one is on its way, null before the first. */
export const watch = computed(() => (event.value ? answer.value : null));

/** Keeps the findings up to date while somebody looks at them; called once. */
export function followWatch(): void {
  effect(() => {
    const revision = event.value?.revision ?? 0;
    if (place.value !== "event/overview" || revision === 0 || revision === asked) return;
    asked = revision;
    void ask((api) => api.watch.view())
      .then((view) => {
        if (asked === revision) answer.value = view;
      })
      // The worker is gone: the page says so elsewhere.
      .catch(() => undefined);
  });
}

/** Cures a finding that is on the screen. */
export async function cure(key: string, index: number, label: Text): Promise<void> {
  const revision = answer.peek()?.revision ?? 0;
  tell(await ask((api) => api.watch.cure(revision, key, index)).catch((): CureAnswer => "gone"), label);
}

/** Cures a problem of the list that is on the screen. */
export async function fix(revision: number, problem: number, index: number, label: Text): Promise<void> {
  tell(await ask((api) => api.watch.fix(revision, problem, index)).catch((): CureAnswer => "gone"), label);
}

function tell(result: CureAnswer, what: Text): void {
  editTold.value = result === "done" ? { kind: "done", what } : { kind: result };
}
