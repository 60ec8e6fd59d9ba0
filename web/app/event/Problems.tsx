// The diagnostics of the text as a list. With `onOpen` each leads to its place in the text.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { locale } from "../../state/prefs.js";
import { SeverityMark } from "../marks.js";

/** Most entries drawn. */
const MOST = 60;

export function Problems({ onOpen }: { onOpen?: (offset: number) => void }): JSX.Element {
  const t = words.value.overview;
  const shown = event.value;
  const problems = shown?.problems ?? [];
  const silent = shown?.overview?.silent ?? 0;
  const hidden = (shown ? shown.errors + shown.warnings : 0) - Math.min(problems.length, MOST);
  return (
    <>
      <ul class="wl">
        {problems.slice(0, MOST).map(({ severity, text, where, range }, i) => (
          <li key={i}>
            <SeverityMark severity={severity} />
            <div>
              {onOpen && range ? (
                <button type="button" class="link" onClick={() => onOpen(range.start)}>
                  {text[locale.value]}
                </button>
              ) : (
                <p>{text[locale.value]}</p>
              )}
              {where !== "" && <p class="where">{where}</p>}
            </div>
          </li>
        ))}
        {silent > 0 && (
          <li>
            <SeverityMark severity="warning" />
            <p>{t.silent(silent)}</p>
          </li>
        )}
      </ul>
      {hidden > 0 && <p class="m">{t.moreProblems(hidden)}</p>}
      {problems.length === 0 && silent === 0 && <p class="m">{t.nothingWrong}</p>}
    </>
  );
}
