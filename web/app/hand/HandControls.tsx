// What is done about a schedule by hand, in the run bar: locks, the journal of changes, a run around them; and what was done
// last, in the place of how the run went.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { journal, redo, replay, told } from "../../state/hand.js";
import { locale } from "../../state/prefs.js";
import { running, schedule, solve } from "../../state/run.js";
import { PopupMenu } from "../PopupMenu.js";
import { PinMenu } from "./PinMenu.js";

export function HandControls(): JSX.Element | null {
  const view = schedule.value;
  const { hand: t } = words.value;
  if (!view || running.value) return null;
  const { steps, replayable } = journal.value;
  return (
    <div class="handacts">
      {(steps.length > 0 || view.redo !== null) && (
        <PopupMenu
          id="journal"
          label={t.journal(steps.length)}
          items={() => (
            <>
              <ol class="journal">
                {steps.map((step, i) => (
                  <li key={i} class="any">
                    {step[locale.value]}
                  </li>
                ))}
              </ol>
              {view.redo && (
                <button type="button" class="btn" aria-keyshortcuts="Control+Y" onClick={() => void redo()}>
                  {t.redoWhat(view.redo[locale.value])}
                </button>
              )}
            </>
          )}
        />
      )}
      {steps.length > 0 && (
        <button type="button" class="btn sm" title={t.aroundAbout} onClick={() => void solve(true)}>
          {t.around}
        </button>
      )}
      {steps.length === 0 && replayable > 0 && (
        <button type="button" class="btn sm" onClick={() => void replay()}>
          {t.replay(replayable)}
        </button>
      )}
      <PinMenu />
    </div>
  );
}

/** What was done by hand last; null while nothing is to be said. */
export function HandTold(): JSX.Element | null {
  const { hand: t } = words.value;
  const said = told.value;
  switch (said?.kind) {
    case undefined:
      return null;
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
      return <>{t[said!.kind]}</>;
  }
}
