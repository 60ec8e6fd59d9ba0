// What must not be overlooked, as bars under the top: a broken text, a lost worker, a judge that disagrees.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { workerLost } from "../state/bridge.js";
import { event, readable, refusedName, shownName } from "../state/event.js";
import { unsaved } from "../state/keep.js";
import { place } from "../state/route.js";
import { schedule } from "../state/run.js";
import { runs } from "../state/runs.js";
import { narrow } from "../state/screen.js";
import { KeepAlerts } from "./keep/KeepAlerts.js";

export function Alerts(): JSX.Element {
  const t = words.value;
  const mismatch = schedule.value?.mismatch;
  const findings = schedule.value?.findings ?? 0;
  const problems = narrow.value ? "event/overview" : "event/spec";
  const unplaced = schedule.value?.unplaced.count ?? 0;
  return (
    <div role="status" class="alerts">
      {workerLost.value !== null && (
        <p class="alert bad">
          <span class="grow">{t.workerLost(workerLost.value)}</span>
          <button type="button" class="btn sm" onClick={() => location.reload()}>
            {t.reload}
          </button>
        </p>
      )}
      <KeepAlerts />
      {runs.value.problem !== null && unsaved.value === null && (
        <p class="alert bad">{t.runs.problem[runs.value.problem]}</p>
      )}
      {event.value && !readable.value && (
        <p class="alert bad">
          <span class="grow any">
            {event.value.good === 0
              ? t.keep.nothingGood(event.value.errors)
              : refusedName.value === null
                ? t.broken(event.value.errors)
                : t.brokenOther(refusedName.value, event.value.errors, shownName.value)}
          </span>
          {place.value !== problems && (
            <button type="button" class="btn sm" onClick={() => (place.value = problems)}>
              {t.showProblems}
            </button>
          )}
        </p>
      )}
      {mismatch && <p class="alert bad">{t.mismatch(mismatch.solver, mismatch.judge)}</p>}
      {findings > 0 && (
        <p class="alert bad">
          <span class="grow">{unplaced > 0 ? t.unplaced(unplaced) : t.infeasible(findings)}</span>
          {!narrow.value && (
            <button type="button" class="btn sm" onClick={() => (place.value = "schedule/findings")}>
              {t.showProblems}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
