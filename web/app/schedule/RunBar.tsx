// Solve and Stop, with what a run needs: time, variant, seed, workers. Says how the last run went.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { RunSettings } from "../../protocol.js";
import { cores, event, readable, usable, variants } from "../../state/event.js";
import { told } from "../../state/hand.js";
import { locale } from "../../state/prefs.js";
import { MOST_SEED, readSeed, seedText, seedWrong } from "../../state/seed.js";
import { ExportButton } from "../export/ExportButton.js";
import { originText } from "../runs/Origin.js";
import { RunsButton } from "../runs/RunsButton.js";
import { ending, horizon, progress, running, schedule, settings, solve, stale, stop } from "../../state/run.js";
import { HandControls, HandTold } from "../hand/HandControls.js";

const BUDGETS = [2, 5, 10, 30, 60, 300];

function set(change: Partial<RunSettings>): void {
  settings.value = { ...settings.value, ...change };
}

export function RunBar(): JSX.Element {
  const t = words.value;
  const chosen = settings.value;
  const variant = variants.value.find((v) => v.id === chosen.variant);
  return (
    <div class="run">
      <SolveButton />
      <span class="pair">
        <label class="lab" for="run-time">
          {t.duration}
        </label>
        <select
          id="run-time"
          class="fld"
          disabled={running.value}
          onChange={(e) => set({ seconds: Number(e.currentTarget.value) })}
        >
          {BUDGETS.map((s) => (
            <option key={s} value={s} selected={s === chosen.seconds}>
              {t.seconds(s)}
            </option>
          ))}
        </select>
      </span>
      <span class="pair">
        <label class="lab" for="run-variant">
          {t.variant}
        </label>
        <select
          id="run-variant"
          class="fld"
          disabled={running.value}
          title={variant?.about[locale.value]}
          onChange={(e) => set({ variant: e.currentTarget.value })}
        >
          {variants.value.map(({ id, title }) => (
            <option key={id} value={id} selected={id === chosen.variant}>
              {title[locale.value]}
            </option>
          ))}
        </select>
      </span>
      <SeedField />
      <span class="pair">
        <label class="lab" for="run-workers">
          {t.workers}
        </label>
        <select
          id="run-workers"
          class="fld"
          disabled={running.value}
          onChange={(e) => set({ workers: Number(e.currentTarget.value) })}
        >
          {Array.from({ length: Math.max(1, Math.min(16, cores.value)) }, (_, i) => i + 1).map((w) => (
            <option key={w} value={w} selected={w === chosen.workers}>
              {w}
            </option>
          ))}
        </select>
      </span>
      {seedWrong.value && (
        <p class="wrong" id="seed-wrong" role="alert">
          {t.seedWrong(MOST_SEED, chosen.seed)}
        </p>
      )}
      <Status />
      <HandControls />
      <RunsButton />
      <ExportButton />
    </div>
  );
}

/** What was done by hand last, else how the run went. */
function Status(): JSX.Element {
  if (!told.value) return <RunStatus />;
  return (
    <span class="prog any" role="status">
      <HandTold />
    </span>
  );
}

/** The seed as it was typed. What is no seed stays, in a red frame, and the run takes the last good one. */
function SeedField(): JSX.Element {
  return (
    <span class="pair">
      <label class="lab" for="run-seed">
        {words.value.seed}
      </label>
      <input
        id="run-seed"
        class="fld seed"
        inputMode="numeric"
        autoComplete="off"
        disabled={running.value}
        value={seedText.value}
        aria-invalid={seedWrong.value}
        aria-describedby={seedWrong.value ? "seed-wrong" : undefined}
        onInput={(e) => {
          seedText.value = e.currentTarget.value;
          const seed = readSeed(e.currentTarget.value);
          if (seed === null) return;
          seedWrong.value = false;
          set({ seed });
        }}
        onChange={(e) => (seedWrong.value = readSeed(e.currentTarget.value) === null)}
      />
    </span>
  );
}

/** Solve, or Stop while a run goes on. */
export function SolveButton(): JSX.Element {
  const t = words.value;
  return running.value ? (
    <button type="button" class="btn pri" onClick={stop}>
      {t.stop}
    </button>
  ) : (
    <button type="button" class="btn pri" aria-disabled={!usable.value} title={blocked()} onClick={() => void solve()}>
      {t.solve}
    </button>
  );
}

/** Why there is nothing to solve now; undefined when there is, and while the event is being read. */
function blocked(): string | undefined {
  return event.value && !readable.value ? words.value.solveBlocked : undefined;
}

/** Seconds before the end of a run in which no progress may be told any more. */
const LAST = 0.3;

/** How the run goes, or went. */
export function RunStatus(): JSX.Element {
  const t = words.value;
  if (running.value) {
    const { elapsed, steps } = progress.value;
    const seconds = elapsed / 1000;
    const share = Math.min(1, seconds / horizon.value);
    return (
      <span class="prog">
        <svg width="120" height="6" aria-hidden="true">
          <rect class="bar-back" width="120" height="6" />
          <rect class="bar-run" width={120 * share} height="6" />
        </svg>
        <span>
          {seconds > horizon.value - LAST
            ? t.closing
            : t.progress(Math.floor(seconds), horizon.value, steps, seconds > 0 ? steps / seconds : 0)}
        </span>
      </span>
    );
  }
  return <span class="prog">{blocked() ?? (stale.value ? t.stale : endText())}</span>;
}

function endText(): string {
  const t = words.value;
  const end = ending.value;
  if (!end) return originText();
  const broken = schedule.value?.findings ?? 0;
  const time = format.value.now(end.time);
  const seconds = end.elapsed / 1000;
  const unplaced = end.schedule?.unplaced.count ?? 0;
  const missing = unplaced ? `. ${t.unplaced(unplaced)}` : "";
  switch (end.status) {
    case "finished":
      return t.finished(time, seconds, broken) + missing;
    case "cancelled":
      return end.schedule ? t.cancelled(time, seconds, broken) + missing : t.cancelledEmpty;
    case "crashed":
      return end.schedule ? t.crashed(end.reason) : t.crashedEmpty(end.reason);
    case "refused":
      return t.refused(end.reason);
  }
}
