// Loads the editor's code: when the Spec tab asks for it, or a little before, in a pause while the overview is read.
// Called by SpecEditor and EventScreen. Who never opens the Event workspace never loads it.

import { holdText } from "../../state/edits.js";
import { locale } from "../../state/prefs.js";
import type * as monaco from "./monaco.js";

type Monaco = typeof monaco;

/** Where no pause comes, as in a tab without frames. */
const PATIENCE = { timeout: 1000 };

let loading: Promise<Monaco> | null = null;

/** The editor's module, with its own words in the page's language; a failure may be tried again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Loads and prepares it, a piece per pause; gives what calls that off. */
export function preloadMonaco(): () => void {
  if (typeof requestIdleCallback !== "function") return () => undefined;
  let pending = requestIdleCallback(() => {
    void loadMonaco().then(
      ({ recolour }) => {
        if (pending) pending = requestIdleCallback(recolour, PATIENCE);
      },
      () => undefined,
    );
  }, PATIENCE);
  return () => {
    cancelIdleCallback(pending);
    pending = 0;
  };
}

async function load(): Promise<Monaco> {
  if (locale.peek() === "fr") await import("monaco-editor/nls/lang/fr");
  const module = await import("./monaco.js");
  holdText(module.follow);
  return module;
}
