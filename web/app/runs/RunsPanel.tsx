// The panel of runs: what is kept of this event, what is published, a schedule from outside to be checked. It stands beside
// the page, which stays usable; Escape closes it. On a phone it takes the screen, for reading.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { compare, pairNow } from "../../state/compare.js";
import { narrow } from "../../state/screen.js";
import { openRuns, published, restore, runs, runsPanel, runTold, withdraw } from "../../state/runs.js";
import { openTell } from "../../state/tell.js";
import { AuditPart } from "./AuditPart.js";
import { nameOf, whenOf } from "./describe.js";
import { RunRow } from "./RunRow.js";
import { SidePanel } from "../SidePanel.js";

export function RunsPanel(): JSX.Element | null {
  return runsPanel.value === null ? null : <Open />;
}

function Open(): JSX.Element {
  const t = words.value.runs;
  const auditing = runsPanel.value === "audit";
  return (
    <SidePanel
      id="runs"
      title={auditing ? t.auditTitle : t.runs}
      closeWord={t.close}
      onClose={() => openRuns(null)}
      part={auditing ? "audit" : "list"}
      told={runTold.value}
      beside={
        auditing && (
          <button type="button" class="btn txt sm" onClick={() => openRuns("runs")}>
            {t.back}
          </button>
        )
      }
    >
      {auditing ? <AuditPart /> : <List />}
    </SidePanel>
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
