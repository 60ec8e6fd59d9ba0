// The line under the tabs of the schedule: what was done by hand last, undo and redo, the journal, and what to do about it.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { journal, redo, replay, told, undo } from "../../state/hand.js";
import { locale } from "../../state/prefs.js";
import { running, schedule, solve } from "../../state/run.js";
import { PopupMenu } from "../PopupMenu.js";
import { PinMenu } from "./PinMenu.js";

export function HandLine(): JSX.Element | null {
  const view = schedule.value;
  const { hand: t } = words.value;
  if (!view || running.value) return null;
  const { steps, replayable } = journal.value;
  return (
    <div class="handline">
      <button
        type="button"
        class="btn sm"
        aria-disabled={!view.undo}
        title={view.undo ? t.undoWhat(view.undo[locale.value]) : t.nothingToUndo}
        aria-keyshortcuts="Control+Z"
        onClick={() => view.undo && void undo()}
      >
        {t.undo}
      </button>
      <button
        type="button"
        class="btn sm"
        aria-disabled={!view.redo}
        title={view.redo ? t.redoWhat(view.redo[locale.value]) : t.nothingToRedo}
        aria-keyshortcuts="Control+Y"
        onClick={() => view.redo && void redo()}
      >
        {t.redo}
      </button>
      <PinMenu />
      {steps.length > 0 && (
        <>
          <PopupMenu
            id="journal"
            label={t.journal(steps.length)}
            items={() => (
              <ol class="journal">
                {steps.map((step, i) => (
                  <li key={i} class="any">
                    {step[locale.value]}
                  </li>
                ))}
              </ol>
            )}
          />
          <button type="button" class="btn sm" title={t.aroundAbout} onClick={() => void solve("around")}>
            {t.around}
          </button>
        </>
      )}
      {steps.length === 0 && replayable > 0 && (
        <button type="button" class="btn sm" onClick={() => void replay()}>
          {t.replay(replayable)}
        </button>
      )}
      <p class="grow any" role="status">
        {told.value && <Told />}
      </p>
    </div>
  );
}

function Told(): JSX.Element | null {
  const { hand: t } = words.value;
  const said = told.value!;
  switch (said.kind) {
    case "done":
      return <>{t.done(said.gain, said.findings)}</>;
    case "pinned":
      return <>{t.pinned(said.meetings, said.findings)}</>;
    case "unpinned":
      return <>{t.unpinned(said.meetings)}</>;
    case "undone":
      return <>{t.undone(said.what[locale.value])}</>;
    case "redone":
      return <>{t.redone(said.what[locale.value])}</>;
    case "forbidden":
      return (
        <span class="no">
          <b>{said.forbidden.title[locale.value]}</b> {said.forbidden.text[locale.value]}
        </span>
      );
    case "replayed":
      return (
        <>
          {t.replayed(said.done, said.refused.length)}{" "}
          {said.refused
            .slice(0, 3)
            .map(({ names, why }) => `${names.join(", ")}${why ? ` (${why[locale.value]})` : ""}`)
            .join(" · ")}
        </>
      );
    default:
      return <>{t[said.kind]}</>;
  }
}
