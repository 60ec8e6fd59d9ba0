// What follows the pointer during a drag: whom the meeting is with, and what a drop here would bring or why it is forbidden.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { aimed, taken } from "../../state/hand.js";
import { SeverityMark } from "../marks.js";
import { PointerTip } from "../PointerTip.js";
import { pointer } from "./drag.js";

export function HandTip(): JSX.Element | null {
  const at = pointer.value;
  const view = taken.value;
  if (!at || !view) return null;
  const { hand: t } = words.value;
  const target = aimed.value;
  return (
    <PointerTip at={at}>
      <b dir="auto">{view.people[1].name}</b>
      {target?.forbidden && (
        <p class="no">
          <SeverityMark severity="error" />
          <span>
            <b>{target.forbidden.title[t.locale]}</b> {target.forbidden.text[t.locale]}
          </span>
        </p>
      )}
      {target && !target.forbidden && (
        <p>
          {t.when(target.date, target.start)} <b>{t.pointsLong(target.gain.total)}</b>
          {target.others > 0 && <span class="m">{t.swaps(target.others)}</span>}
        </p>
      )}
    </PointerTip>
  );
}
