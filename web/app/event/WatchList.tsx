// What to look at in the event, most important first, each with what cures it. On a phone without the cures: reading only.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { goTo, openSpecAt } from "../../state/go.js";
import { locale } from "../../state/prefs.js";
import { cure, watch } from "../../state/watch.js";
import type { CureView, FindingView } from "../../watch-views.js";
import { SeverityMark } from "../marks.js";

/** Most entries drawn. */
const MOST = 60;

export function WatchList({ cures = true }: { cures?: boolean }): JSX.Element {
  const t = words.value.watch;
  const view = watch.value;
  if (!view) return <p class="m">{event.value ? t.looking : ""}</p>;
  const shown = view.findings.slice(0, MOST);
  return (
    <>
      {view.state !== "now" && <p class="m">{view.state === "last" ? t.last : t.partly}</p>}
      <ul class="wl" aria-busy={view.revision !== event.value?.revision}>
        {shown.map((finding) => (
          <Entry key={finding.key} finding={finding} cures={cures} />
        ))}
      </ul>
      {view.findings.length > MOST && <p class="m">{words.value.overview.moreProblems(view.findings.length - MOST)}</p>}
      {view.findings.length === 0 && <p class="m">{words.value.overview.nothingWrong}</p>}
    </>
  );
}

function Entry({ finding, cures }: { finding: FindingView; cures: boolean }): JSX.Element {
  const { key, severity, title, text } = finding;
  const l = locale.value;
  return (
    <li>
      <SeverityMark severity={severity} />
      <div>
        <h3 dir="auto">{title[l]}</h3>
        <p dir="auto">{text[l]}</p>
        {cures && finding.cures.length > 0 && (
          <div class="fx">
            {finding.cures.map((one, index) => (
              <button
                key={index}
                type="button"
                class={`btn sm${one.kind === "text" ? " txt" : ""}`}
                onClick={() => act(key, index, one)}
              >
                {one.label[l]}
              </button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function act(key: string, index: number, one: CureView): void {
  if (one.kind === "edit") void cure(key, index, one.label);
  else if (one.kind === "table") goTo(one.wanted);
  else openSpecAt(one.at);
}
