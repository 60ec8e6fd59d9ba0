// One line about the last change of the event: what was undone or redone, or why nothing was changed.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { editTold } from "../../state/edits.js";
import { locale } from "../../state/prefs.js";

export function EditNews(): JSX.Element {
  const t = words.value.edits;
  const w = words.value.watch;
  const told = editTold.value;
  let text = "";
  if (told?.kind === "undone") text = t.undone(told.what[locale.value]);
  else if (told?.kind === "redone") text = t.redone(told.what[locale.value]);
  else if (told?.kind === "done") text = w.done(told.what[locale.value]);
  else if (told?.kind === "imported") text = words.value.imports.done(told.rows);
  else if (told?.kind === "gone") text = w.gone;
  else if (told)
    text = told.kind === "broken" ? t.broken : told.kind === "locked" ? words.value.keep.locked : t.nothing;
  return (
    <span class="r" role="status">
      {text}
    </span>
  );
}
