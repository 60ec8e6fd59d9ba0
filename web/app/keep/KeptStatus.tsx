// Where the work is: saved in this browser, and when; whether the page works without a network. In the bar at the top.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { kept, unsaved } from "../../state/keep.js";
import { offlineReady } from "../../state/offline.js";

export function KeptStatus(): JSX.Element {
  const t = words.value.keep;
  const { id, mode, saved } = kept.value;
  const mine = id !== null && mode === "edit" && saved !== null && unsaved.value === null;
  return (
    <>
      {mine && <span class="st">{t.saved(t.when(saved, Date.now()))}</span>}
      {offlineReady.value && <span class={mine ? "st wide" : "st"}>{t.offline}</span>}
    </>
  );
}
