// What can be pinned at once, behind one button: everything before a time (what is over stays as it was), a slot, all.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { pin } from "../../state/hand.js";
import type { PinWhat } from "../../hand-views.js";
import { PopupMenu } from "../PopupMenu.js";

export function PinMenu(): JSX.Element {
  const { hand: t } = words.value;
  const chosen = useSignal(0);
  const slots = event.value?.columns.filter(({ kind }) => kind === "slot") ?? [];
  const slot = slots[Math.min(chosen.value, slots.length - 1)];
  return (
    <PopupMenu
      id="pin-menu"
      label={t.pinMenu}
      items={({ open, button }) => {
        const item = (label: string, what: PinWhat, on: boolean): JSX.Element => (
          <button
            type="button"
            class="btn"
            onClick={() => {
              open.value = false;
              button.current?.focus();
              void pin(what, on);
            }}
          >
            {label}
          </button>
        );
        return (
          <>
            {slot && (
              <>
                <label class="lab">
                  {t.slot}{" "}
                  <select class="fld s" onChange={(change) => (chosen.value = change.currentTarget.selectedIndex)}>
                    {slots.map(({ id, date, start }, i) => (
                      <option key={id} selected={i === chosen.value}>
                        {t.when(date, start)}
                      </option>
                    ))}
                  </select>
                </label>
                {item(t.pinBefore, { kind: "before", date: slot.date, minutes: slot.start }, true)}
                {item(t.pinSlot, { kind: "slot", slot: slot.id }, true)}
                {item(t.unpinSlot, { kind: "slot", slot: slot.id }, false)}
              </>
            )}
            {item(t.pinAll, { kind: "all" }, true)}
            {item(t.unpinAll, { kind: "all" }, false)}
          </>
        );
      }}
    />
  );
}
