// Whether all packages can be honoured together: asked of the worker when the overview is looked at, or by a button where
// the event is so large that the answer takes a while.

import { computed, effect, signal } from "@preact/signals";
import type { PromisesView } from "../protocol.js";
import { ask } from "./bridge.js";
import { event, usable } from "./event.js";
import { place } from "./route.js";
import { running } from "./run.js";

/** Events with more wishes are asked about by the button only. */
const MOST_WISHES = 20_000;

const answer = signal<PromisesView | null>(null);
/** Revision that the worker was asked about and has not answered yet; 0: none. */
const asked = signal(0);

/** The answer about the event that is shown; null before there is one. */
export const promises = computed(() => (answer.value?.revision === event.value?.good ? answer.value : null));
export const asking = computed(() => asked.value !== 0 && asked.value === event.value?.good);

/** Asks, unless it is known or being worked out; a run goes first. */
export async function askPromises(): Promise<void> {
  const revision = event.peek()?.good ?? 0;
  if (!usable.peek() || running.peek() || asked.peek() === revision || promises.peek()) return;
  asked.value = revision;
  try {
    answer.value = (await ask((api) => api.plan.promises())) ?? answer.value;
  } catch {
    // The worker is gone: the page says so elsewhere.
  } finally {
    if (asked.peek() === revision) asked.value = 0;
  }
}

/** Asks by itself about events of a usual size while the overview is on the screen; called once. */
export function followPromises(): void {
  effect(() => {
    const view = event.value?.overview;
    if (!view?.guaranteed || view.wishes > MOST_WISHES || !usable.value) return;
    if (place.value === "event/overview" && !running.value) void askPromises();
  });
}
