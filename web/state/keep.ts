// Where the open event stands with its keeping, as the worker tells it: saved when, edited where, what went wrong.

import { computed, effect, signal } from "@preact/signals";
import type { KeepView } from "../protocol.js";
import { ask } from "./bridge.js";
import { rememberTab } from "./wish.js";

/** Set once the browser was asked to keep the storage. */
const ASKED = "dancecard.persist";

export const kept = signal<KeepView>({
  id: null,
  mode: "edit",
  look: null,
  saved: null,
  dirty: false,
  problem: null,
  notice: null,
  shelf: 0,
});

/** True while the event must not be changed here: another tab edits it, or it is a version that is looked at. */
export const readOnly = computed(() => kept.value.mode !== "edit");
/** Why the event on the page is not saved; null while it is, or where there is nothing to save. */
export const unsaved = computed(() => (kept.value.id !== null && kept.value.dirty ? kept.value.problem : null));

/** What the worker tells. */
export function hearKept(view: KeepView): void {
  kept.value = view;
}

/** Follows what is kept: asks for lasting storage once, remembers what the tab shows, saves before it is gone. Called once. */
export function followKeep(): void {
  effect(() => {
    if (kept.value.saved !== null && kept.value.mode === "edit") askToStay();
  });
  effect(() => rememberTab(kept.value.id, kept.value.look));
  addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") void flush();
  });
  addEventListener("beforeunload", (leaving) => {
    // Only where leaving would lose something: the browser then asks.
    if (unsaved.peek() !== null) leaving.preventDefault();
  });
}

/** Writes now what waits to be written. */
export function flush(): Promise<boolean> {
  return ask((api) => api.keep.flush()).catch(() => false);
}

export function editHere(): void {
  void ask((api) => api.keep.editHere()).catch(() => undefined);
}

export function keepLooked(): void {
  void ask((api) => api.keep.keepLooked()).catch(() => undefined);
}

export function dismiss(): void {
  void ask((api) => api.keep.dismiss() as Promise<void>).catch(() => undefined);
}

/** Asks the browser, once, not to throw away what is kept when room gets short. */
function askToStay(): void {
  try {
    if (localStorage.getItem(ASKED) !== null) return;
    localStorage.setItem(ASKED, "1");
    void navigator.storage?.persist?.().catch(() => undefined);
  } catch {
    // Without storage there is nothing to ask for.
  }
}
