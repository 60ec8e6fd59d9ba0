// What follows the pointer while a meeting is held over a place: what a drop there would bring, or why it is forbidden.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { taken } from "../../state/hand.js";
import { placeAim, placeOutcome } from "../../state/places.js";
import { pointer } from "../hand/drag.js";
import { SeverityMark } from "../marks.js";
import { PointerTip } from "../PointerTip.js";

export function PlaceTip(): JSX.Element | null {
  const at = pointer.value;
  const view = taken.value;
  if (!at || !view) return null;
  const { hand: t, places } = words.value;
  const aim = placeAim.value;
  const outcome = placeOutcome.value;
  return (
    <PointerTip at={at}>
      <b dir="auto">{view.people.map(({ name }) => name).join(", ")}</b>
      {aim && <p dir="auto">{places.aimAt(aim.label, aim.date, aim.start)}</p>}
      {outcome?.forbidden && (
        <p class="no">
          <SeverityMark severity="error" />
          <span>
            <b>{outcome.forbidden.title[t.locale]}</b> {outcome.forbidden.text[t.locale]}
          </span>
        </p>
      )}
      {outcome && !outcome.forbidden && (
        <p>
          <b>{t.pointsLong(outcome.gain.total)}</b>
          {outcome.others > 0 && <span class="m">{t.swaps(outcome.others)}</span>}
        </p>
      )}
    </PointerTip>
  );
}
