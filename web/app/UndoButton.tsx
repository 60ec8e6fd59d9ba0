// Takes back the last change of the event, wherever on the page it was made; says which one.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { undo } from "../state/edits.js";
import { event } from "../state/event.js";
import { readOnly } from "../state/keep.js";
import { locale } from "../state/prefs.js";

export function UndoButton(): JSX.Element {
  const t = words.value.edits;
  // What another tab edits is undone there.
  const what = readOnly.value ? undefined : event.value?.undo?.[locale.value];
  return (
    <button
      type="button"
      class="btn sm"
      aria-disabled={what === undefined}
      title={what === undefined ? t.nothing : t.undoWhat(what)}
      aria-keyshortcuts="Control+Z"
      onClick={() => what !== undefined && void undo()}
    >
      {t.undo} <kbd class="key">Ctrl Z</kbd>
    </button>
  );
}
