// Loads the editor of own variants when somebody writes one: Monaco as the event's text has it, then its TypeScript, which is
// larger than the rest of the page together. Called by OwnEditor.

import { loadMonaco } from "../../event/load-monaco.js";
import type * as editor from "./monaco-ts.js";

export type OwnEditorHandle = ReturnType<typeof editor.attach>;

let loading: Promise<typeof editor> | null = null;

/** A failure may be tried again. */
export function loadOwnEditor(): Promise<typeof editor> {
  loading ??= loadMonaco()
    .then(() => import("./monaco-ts.js"))
    .catch((error: unknown) => {
      loading = null;
      throw error;
    });
  return loading;
}
