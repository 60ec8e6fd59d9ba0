// The one line to the event worker. Call path: a component -> state/*.ts -> worker (Comlink) -> worker/owner.ts.
// A call to a dead worker would stay pending for ever, so every call is raced with the worker's end.

import { signal } from "@preact/signals";
import { proxy, wrap, type Remote } from "comlink";
import type { EventApi, Listener } from "../worker/api.js";

/** Why the worker is gone; null while it lives. */
export const workerLost = signal<string | null>(null);

const worker = new Worker(new URL("../worker/event-worker.ts", import.meta.url), { type: "module", name: "event" });
const remote: Remote<EventApi> = wrap<EventApi>(worker);

const lost = new Promise<never>((_, reject) => {
  const end = (why: string): void => {
    workerLost.value = why;
    reject(new Error(why));
  };
  worker.addEventListener("error", (event) => end(event.message || "it could not be started"));
  worker.addEventListener("messageerror", () => end("a message could not be read"));
});
lost.catch(() => undefined);

/** Calls the worker; the promise is rejected when the worker is gone. */
export function ask<T>(call: (api: Remote<EventApi>) => Promise<T>): Promise<T> {
  return Promise.race([call(remote), lost]);
}

/** Registers who hears of new readings of the text and of a run's progress. */
export function listen(listener: Listener): void {
  void ask((api) => api.listen(proxy(listener)) as Promise<void>).catch(() => undefined);
}
