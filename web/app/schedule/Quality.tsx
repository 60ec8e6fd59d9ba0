// The quality line: one sentence on the schedule, before any number. With a bound it says how far from the best.
// During a run the score is that of the curve, which is ahead of the schedule shown: it is not said here too.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { running, schedule, stale } from "../../state/run.js";

export function Quality(): JSX.Element {
  const t = words.value;
  const shown = schedule.value;
  if (!shown) {
    const overview = event.value?.overview;
    return (
      <p class="ql old">
        <b>{event.value === null ? t.loading : running.value ? t.searching : t.nothing}</b>
        <span>{overview && t.nothingNote(overview.wishes, overview.participants)}</span>
      </p>
    );
  }
  const { gap, meetingsGap } = shown;
  const held = shown.wishes > 0 ? t.quality(shown.met, shown.wishes) : t.meetingsHeld(shown.meetings);
  const { percent2 } = format.value;
  const meetings = meetingsGap === null ? null : percent2(meetingsGap);
  const rest = meetings === null ? held : t.meetingsWithin(meetings);
  const line = gap === null ? rest : gap <= 0 ? t.proven : t.within(percent2(gap), meetings);
  return (
    <p class={`ql${stale.value ? " old" : ""}`}>
      <b>{line}</b>
      <span>
        {running.value
          ? t.qualityRunning(shown.guarantee.total > 0 ? shown.missing : null)
          : shown.guarantee.total > 0
            ? t.qualityNote(shown.missing, shown.score.total)
            : t.qualityPlain(shown.score.total)}
        {stale.value && ` ${t.stale}`}
      </span>
    </p>
  );
}
