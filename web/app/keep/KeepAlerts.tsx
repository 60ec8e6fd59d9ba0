// What must not be overlooked about keeping: nothing is saved, another tab edits, a version is looked at, a file or a link
// could not be opened, a newer page is ready. Lines of the bars under the top.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { unopened } from "../../state/event.js";
import { dismiss, editHere, keepLooked, kept, unsaved } from "../../state/keep.js";
import { applyUpdate, updateReady } from "../../state/offline.js";
import { narrow } from "../../state/screen.js";
import { openPanel } from "../../state/shelf.js";

export function KeepAlerts(): JSX.Element {
  const t = words.value.keep;
  const { mode, look, saved, notice } = kept.value;
  const refused = unopened.value;
  const when = (at: number): string => t.when(at, Date.now());
  const button = (label: string, press: () => void): JSX.Element => (
    <button type="button" class="btn sm" onClick={press}>
      {label}
    </button>
  );
  return (
    <>
      {unsaved.value !== null && (
        <p class="alert bad">
          <span class="grow">{t.problem[unsaved.value]}</span>
          {button(t.showEvents, () => openPanel(true))}
        </p>
      )}
      {refused !== null && (
        <p class="alert bad any" dir="auto">
          <span class="grow">{t.unopened(refused.why, refused.file.slice(0, 120))}</span>
          {button(t.close, () => (unopened.value = null))}
        </p>
      )}
      {mode === "follow" && (
        <p class="alert">
          <span class="grow">{t.follow}</span>
          {!narrow.value && button(t.editHere, editHere)}
        </p>
      )}
      {mode === "look" && look !== null && (
        <p class="alert">
          <span class="grow">{t.look1(when(saved ?? 0))}</span>
          {button(t.keepLooked, keepLooked)}
        </p>
      )}
      {notice !== null && (
        <p class="alert">
          <span class="grow">
            {notice.kind === "conflict"
              ? t.conflict(when(notice.at))
              : notice.kind === "refused"
                ? t.refused
                : t.versionsLost}
          </span>
          {notice.kind === "conflict" && button(t.showEvents, () => openPanel(true))}
          {button(t.close, dismiss)}
        </p>
      )}
      {updateReady.value && (
        <p class="alert">
          <span class="grow">{t.update}</span>
          {button(t.reload, () => void applyUpdate())}
        </p>
      )}
    </>
  );
}
