// Takes back the last change of the event, wherever on the page it was made, or the last step of the schedule where that is
// what one looks at; says which one.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { undo } from "../state/edits.js";
import { event } from "../state/event.js";
import { undo as undoStep } from "../state/hand.js";
import { readOnly } from "../state/keep.js";
import { locale } from "../state/prefs.js";
import { place } from "../state/route.js";
import { running, schedule } from "../state/run.js";

export function UndoButton(): JSX.Element {
  const t = words.value.edits;
  const onEvent = place.value.startsWith("event/");
  // What another tab edits is undone there.
  const step = onEvent ? (readOnly.value ? null : event.value?.undo) : running.value ? null : schedule.value?.undo;
  const what = step?.[locale.value];
  return (
    <button
      type="button"
      class="btn sm"
      aria-disabled={what === undefined}
      title={what === undefined ? t.nothing : t.undoWhat(what)}
      aria-keyshortcuts="Control+Z"
      onClick={() => what !== undefined && void (onEvent ? undo() : undoStep())}
    >
      {t.undo} <kbd class="key">Ctrl Z</kbd>
    </button>
  );
}
