// What follows the pointer during a drag: the name, and what a drop here would bring or why it is forbidden.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { lunch } from "../../state/lunches.js";
import { taken, verdict } from "../../state/seat-move.js";
import { SeverityMark } from "../marks.js";
import { PointerTip } from "../PointerTip.js";
import { pointer } from "./drag.js";
import { Gain, said } from "./TableCard.js";

export function DragTip(): JSX.Element | null {
  const at = pointer.value;
  if (!at || !taken.value) return null;
  const found = verdict.value;
  const everybody = [...(lunch.value?.tables.flatMap(({ people }) => people) ?? []), ...(lunch.value?.unseated ?? [])];
  const name = everybody.find(({ id }) => id === taken.value!.id)?.name ?? "";
  return (
    <PointerTip at={at}>
      <b dir="auto">{name}</b>
      {found && found.bar?.kind !== "same" && (
        <p class={found.bar ? "no" : ""}>
          {found.bar && <SeverityMark severity="error" />}
          {found.bar ? (
            <span>
              <b>{words.value.lunch.forbidden}</b> {said(found)}
            </span>
          ) : (
            <Gain verdict={found} />
          )}
        </p>
      )}
    </PointerTip>
  );
}
