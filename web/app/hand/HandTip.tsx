// What follows the pointer during a drag: whom the meeting is with, and what a drop here would bring or why it is forbidden.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { aimed, taken } from "../../state/hand.js";
import { SeverityMark } from "../marks.js";
import { px } from "../px.js";
import { pointer } from "./drag.js";

/** Width and height that the tip may take, in pixels. */
const ROOM = { width: 288, height: 150 };

export function HandTip(): JSX.Element | null {
  const at = pointer.value;
  const view = taken.value;
  if (!at || !view) return null;
  const { hand: t } = words.value;
  const target = aimed.value;
  const style = {
    left: px(Math.min(at.x + 14, innerWidth - ROOM.width)),
    top: px(Math.min(at.y + 18, innerHeight - ROOM.height)),
  };
  return (
    <div class="dragtip hand" style={style} aria-hidden="true">
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
    </div>
  );
}
