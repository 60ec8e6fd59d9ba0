// The diagnostics of the text as a list. Each leads to its place in the text, and to its row where a table has one.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { goTo } from "../../state/go.js";
import { locale } from "../../state/prefs.js";
import { SeverityMark } from "../marks.js";

/** Most entries drawn. */
const MOST = 60;

export function Problems({ onOpen }: { onOpen: (offset: number) => void }): JSX.Element {
  const t = words.value.overview;
  const shown = event.value;
  const problems = shown?.problems ?? [];
  const hidden = (shown ? shown.errors + shown.warnings : 0) - Math.min(problems.length, MOST);
  return (
    <>
      <ul class="wl">
        {problems.slice(0, MOST).map(({ severity, text, where, range, row }, i) => (
          <li key={i}>
            <SeverityMark severity={severity} />
            <div>
              {range ? (
                <button type="button" class="link" onClick={() => onOpen(range.start)}>
                  {text[locale.value]}
                </button>
              ) : (
                <p>{text[locale.value]}</p>
              )}
              {where !== "" && <p class="where">{where}</p>}
              {row && (
                <div class="fx">
                  <button type="button" class="btn txt sm" onClick={() => goTo({ ...row, why: text })}>
                    {words.value.watch.seeRow}
                  </button>
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p class="m">{t.moreProblems(hidden)}</p>}
      {problems.length === 0 && <p class="m">{t.nothingWrong}</p>}
    </>
  );
}
