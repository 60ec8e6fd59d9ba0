// A button that opens a menu below it; Escape or a press outside closes it.

import type { ComponentChildren, JSX } from "preact";
import { usePopup, type Popup } from "./popup.js";

/** `items` is told the popup, to close it once something was chosen. */
export function PopupMenu({
  id,
  label,
  items,
}: {
  id: string;
  label: string;
  items: (popup: Popup) => ComponentChildren;
}): JSX.Element {
  const popup = usePopup();
  const { open, box, button } = popup;
  return (
    <div class="menubox" ref={box}>
      <button
        type="button"
        class="btn sm"
        ref={button}
        aria-expanded={open.value}
        aria-controls={id}
        onClick={() => (open.value = !open.value)}
      >
        {label}
      </button>
      {open.value && (
        <div class="menu" id={id} role="group" aria-label={label}>
          {items(popup)}
        </div>
      )}
    </div>
  );
}
