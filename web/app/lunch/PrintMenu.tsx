// What can be printed of the lunches, behind one button.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { print, type Sheet } from "../../state/print.js";
import type { Popup } from "../popup.js";
import { PopupMenu } from "../PopupMenu.js";

export function PrintMenu(): JSX.Element {
  const t = words.value.lunch;
  const item = ({ open, button }: Popup, sheet: Sheet, label: string): JSX.Element => (
    <button
      type="button"
      class="btn"
      onClick={() => {
        open.value = false;
        button.current?.focus();
        void print(sheet);
      }}
    >
      {label}
    </button>
  );
  return (
    <PopupMenu
      id="print-menu"
      label={t.print}
      items={(popup) => (
        <>
          {item(popup, "cards", t.printCards)}
          {item(popup, "list", t.printList)}
        </>
      )}
    />
  );
}
