// Measure and Stop, a link to the plan, how far it is, and the machine it is measured on.

import type { JSX } from "preact";
import { variants } from "../../state/event.js";
import { copy, progress, results, running, start, stop, usable } from "../../state/lab.js";
import { ownVariants } from "../../state/own.js";
import { locale } from "../../state/prefs.js";
import { Told } from "./Told.js";
import { labWords } from "./words.js";

const BAR = 216;

export function LabRun(): JSX.Element {
  const t = labWords.value;
  const found = results.value;
  return (
    <>
      <div class="labo-buttons">
        {running.value ? (
          <button type="button" class="btn pri" onClick={stop}>
            {t.stop}
          </button>
        ) : (
          <button type="button" class="btn pri" aria-disabled={!usable.value} onClick={() => void start()}>
            {t.start}
          </button>
        )}
        <button
          type="button"
          class="btn"
          aria-disabled={!usable.value}
          title={t.linkNote}
          onClick={() => void copy("link")}
        >
          {t.copyWhat.link}
        </button>
      </div>
      <Progress />
      <Told of={["link"]} />
      {found && (
        <>
          <h3>{t.machine}</h3>
          <p class="m">{t.machineNote(found.host.cores, found.host.runtime, found.host.kernel, found.host.version)}</p>
        </>
      )}
    </>
  );
}

function Progress(): JSX.Element | null {
  const t = labWords.value;
  const at = progress.value;
  if (!at || at.state === "none") return null;
  const { state, made, all, now, left, why } = at;
  const share = all === 0 ? 0 : made / all;
  return (
    <div class="labo-progress" role="group" aria-label={t.made(made, all)}>
      <p>
        {t.made(made, all)}
        {left !== null && made < all ? `, ${t.left(left)}` : ""}
      </p>
      <svg width={BAR} height="6" aria-hidden="true">
        <rect class="bar-back" width={BAR} height="6" />
        <rect class="bar-run" width={BAR * share} height="6" />
      </svg>
      {state === "running" && <p class="m any">{now ? t.now(now, titleOf(now.variant ?? "")) : t.starting}</p>}
      {state === "stopped" && <p class="m">{t.stopped}</p>}
      {state === "failed" && <p class="wrong">{t.failed(why)}</p>}
    </div>
  );
}

function titleOf(id: string): string {
  const own = ownVariants.value.find((one) => one.id === id)?.title;
  return variants.value.find((one) => one.id === id)?.title[locale.value] ?? own ?? id;
}
