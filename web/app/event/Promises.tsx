// One line of the overview: can all packages be honoured together, and if not, who shows it.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event, readable, usable } from "../../state/event.js";
import { locale } from "../../state/prefs.js";
import { asking, askPromises, promises } from "../../state/promises.js";
import { running } from "../../state/run.js";
import { SeverityMark } from "../marks.js";

export function Promises(): JSX.Element | null {
  if (!event.value?.overview?.guaranteed || !readable.value) return null;
  return (
    <p class="together" role="status">
      <Answer />
    </p>
  );
}

function Answer(): JSX.Element {
  const o = words.value.overview;
  const known = promises.value;
  if (known) {
    return (
      <>
        {known.status === "impossible" && <SeverityMark severity="error" />}
        {known.status === "open" && <SeverityMark severity="warning" />}
        {known.text[locale.value]}
      </>
    );
  }
  if (asking.value) return <>{o.checking}</>;
  const blocked = !usable.value || running.value;
  return (
    <button type="button" class="btn txt" aria-disabled={blocked} onClick={() => void askPromises()}>
      {o.check}
    </button>
  );
}
