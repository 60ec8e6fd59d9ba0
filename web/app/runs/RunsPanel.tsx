// The panel of runs: what is kept of this event, what is published, a schedule from outside to be checked. It stands beside
// the page, which stays usable; Escape closes it. On a phone it takes the screen, for reading.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { compare, pairNow } from "../../state/compare.js";
import { narrow } from "../../state/screen.js";
import { openRuns, published, restore, runs, runsPanel, runTold, withdraw } from "../../state/runs.js";
import { openTell } from "../../state/tell.js";
import { AuditPart } from "./AuditPart.js";
import { nameOf, whenOf } from "./describe.js";
import { RunRow } from "./RunRow.js";
import { RUNS_BUTTON } from "./RunsButton.js";

export function RunsPanel(): JSX.Element | null {
  return runsPanel.value === null ? null : <Open />;
}

function Open(): JSX.Element {
  const t = words.value.runs;
  const title = useRef<HTMLHeadingElement>(null);
  const auditing = runsPanel.value === "audit";
  useEffect(() => title.current?.focus(), [auditing]);
  const said = runTold.value;
  useEffect(() => {
    // What was pressed may be gone: the keyboard stays in the panel.
    if (said && document.activeElement === document.body) title.current?.focus();
  }, [said]);
  const close = (): void => {
    openRuns(null);
    document.getElementById(RUNS_BUTTON)?.focus();
  };
  return (
    <aside
      class="events runs"
      id="runs"
      aria-label={auditing ? t.auditTitle : t.runs}
      onKeyDown={(key) => {
        if (key.key === "Escape" && !key.defaultPrevented) close();
      }}
    >
      <header>
        <h2 class="h" tabIndex={-1} ref={title}>
          {auditing ? t.auditTitle : t.runs}
        </h2>
        <span class="grow" />
        {auditing && (
          <button type="button" class="btn txt sm" onClick={() => openRuns("runs")}>
            {t.back}
          </button>
        )}
        <button type="button" class="btn txt sm" onClick={close}>
          {t.close}
        </button>
      </header>
      {auditing ? <AuditPart /> : <List />}
    </aside>
  );
}

function List(): JSX.Element {
  const t = words.value.runs;
  const { runs: list, shown, problem, left } = runs.value;
  const pair = pairNow();
  return (
    <>
      <Told />
      {problem !== null && (
        <div class="toldline">
          <p class="bad">{t.problem[problem]}</p>
        </div>
      )}
      {left > 0 && (
        <div class="toldline">
          <p>{t.left(left)}</p>
        </div>
      )}
      <div class="evacts first">
        <button
          type="button"
          class="btn sm"
          aria-disabled={pair === null}
          onClick={() => pair && compare(pair.a, pair.b)}
        >
          {t.compare}
        </button>
        {!narrow.value && (
          <button type="button" class="btn sm" onClick={() => openRuns("audit")}>
            {t.check}
          </button>
        )}
      </div>
      <section>
        <h3>{t.list}</h3>
        {list.length === 0 && <p class="note">{t.none}</p>}
        <ul class="runlist">
          {list.map((run) => (
            <RunRow key={run.id} run={run} current={run.id === shown} />
          ))}
        </ul>
      </section>
      <section>
        <h3>{t.versions}</h3>
        {published.value.length === 0 && <p class="note">{t.noVersion}</p>}
        <ul>
          {published.value.map((run) => (
            <li key={run.id} class="version">
              <p class="grow any">
                {t.version(run.published!.version)}
                <span class="about" dir="auto">
                  {[whenOf(run.published!.at), nameOf(run), run.published!.note]
                    .filter((part, i, all) => part !== "" && all.indexOf(part) === i)
                    .join(" · ")}
                </span>
              </p>
              <button type="button" class="btn txt sm" onClick={() => openTell(run.published!.version)}>
                {t.toTell}
              </button>
            </li>
          ))}
        </ul>
      </section>
      {narrow.value && <p class="note end">{t.readOnly}</p>}
    </>
  );
}

/** How the last thing went, with what takes it back. */
function Told(): JSX.Element {
  const t = words.value.runs;
  const said = runTold.value;
  return (
    <div role="status" class="toldline">
      {said?.kind === "deleted" && (
        <p>
          <span class="any grow" dir="auto">
            {t.deleted(nameOf(said))}
          </span>
          <button type="button" class="btn sm" onClick={() => void restore(said.id)}>
            {t.undo}
          </button>
        </p>
      )}
      {said?.kind === "published" && (
        <p>
          <span class="grow">{t.published(said.version)}</span>
          <button type="button" class="btn sm" onClick={() => openTell(said.version)}>
            {t.toTell}
          </button>
          <button type="button" class="btn sm" onClick={() => void withdraw(said.id)}>
            {t.withdraw}
          </button>
        </p>
      )}
      {said?.kind === "not" && <p class="bad">{t.answer(said.answer)}</p>}
    </div>
  );
}
