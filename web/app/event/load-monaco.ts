// Loads the editor's code: when the Spec tab asks for it, or a little before, when the pointer or the focus comes to the tab.
// Called by SpecEditor and EventScreen. It keeps the page busy for a quarter of a second: nobody who works elsewhere pays that.

import { holdText } from "../../state/edits.js";
import { locale } from "../../state/prefs.js";
import type * as monaco from "./monaco.js";

type Monaco = typeof monaco;

let loading: Promise<Monaco> | null = null;

/** The editor's module, with its own words in the page's language; a failure may be tried again. */
export function loadMonaco(): Promise<Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** Loads it before it is asked for. */
export function preloadMonaco(): void {
  loadMonaco().catch(() => undefined);
}

async function load(): Promise<Monaco> {
  if (locale.peek() === "fr") await import("monaco-editor/nls/lang/fr");
  const module = await import("./monaco.js");
  holdText(module.follow);
  return module;
}
