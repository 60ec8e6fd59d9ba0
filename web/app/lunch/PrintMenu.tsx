// What can be printed of the lunches, behind one button.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { print, type Sheet } from "../../state/print.js";
import { usePopup } from "../popup.js";

export function PrintMenu(): JSX.Element {
  const t = words.value.lunch;
  const { open, box, button } = usePopup();
  const item = (sheet: Sheet, label: string): JSX.Element => (
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
    <div class="menubox" ref={box}>
      <button
        type="button"
        class="btn sm"
        ref={button}
        aria-expanded={open.value}
        aria-controls="print-menu"
        onClick={() => (open.value = !open.value)}
      >
        {t.print}
      </button>
      {open.value && (
        <div class="menu" id="print-menu" role="group" aria-label={t.print}>
          {item("cards", t.printCards)}
          {item("list", t.printList)}
        </div>
      )}
    </div>
  );
}
