// Whether the page works without a network, and whether a newer one is ready. The service worker (offline/sw.ts) is only
// registered in the built page, once the event is on the screen; it never reloads the page by itself.

import { signal } from "@preact/signals";
import { flush } from "./keep.js";

/** Milliseconds between two looks for a newer page while this one is open. */
const AGAIN = 60 * 60 * 1000;
/** Milliseconds after the event is shown before anything is fetched for later. */
const PATIENCE = 3000;

/** True once everything the page may need is on this computer. */
export const offlineReady = signal(false);
/** True when a newer page is on this computer and waits to be taken. */
export const updateReady = signal(false);

let waiting: ServiceWorker | null = null;
let asked = false;

/** Registers the service worker and follows it; called once, when the event is on the screen. */
export function followOffline(): void {
  const { serviceWorker } = navigator;
  // Without https (or localhost) the browser has none.
  if (!import.meta.env.PROD || !serviceWorker || !location.protocol.startsWith("http")) return;
  const begin = (): void => {
    void register(serviceWorker).catch(() => undefined);
  };
  setTimeout(() => (typeof requestIdleCallback === "function" ? requestIdleCallback(begin) : begin()), PATIENCE);
}

/** Saves, lets the newer page take over, and loads it. */
export async function applyUpdate(): Promise<void> {
  await flush();
  asked = true;
  // Another tab may have asked for it already.
  if (waiting?.state === "installed") waiting.postMessage("take over");
  else location.reload();
}

async function register(container: ServiceWorkerContainer): Promise<void> {
  container.addEventListener("controllerchange", () => {
    if (asked) location.reload();
  });
  const registration = await container.register("./sw.js");
  const look = (worker: ServiceWorker | null): void => {
    if (!worker) return;
    const state = (): void => {
      if (worker.state === "activated") offlineReady.value = true;
      // The first one takes over at once; a later one waits for somebody to ask.
      if (worker.state === "installed" && registration.active) {
        waiting = worker;
        updateReady.value = true;
      }
    };
    state();
    worker.addEventListener("statechange", state);
  };
  for (const worker of [registration.active, registration.waiting, registration.installing]) look(worker);
  registration.addEventListener("updatefound", () => look(registration.installing));
  setInterval(() => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  }, AGAIN);
}
