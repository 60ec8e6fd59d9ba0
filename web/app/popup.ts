// What opens under a button: Escape closes it and gives the button the focus back, so does a press outside. Used by menus.

import { useSignal, type Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

export interface Popup {
  open: Signal<boolean>;
  /** The element that holds button and menu. */
  box: RefObject<HTMLDivElement | null>;
  button: RefObject<HTMLButtonElement | null>;
}

/** State of one menu. */
export function usePopup(): Popup {
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open.value) return;
    const press = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) open.value = false;
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key !== "Escape") return;
      open.value = false;
      button.current?.focus();
    };
    addEventListener("pointerdown", press);
    addEventListener("keydown", key);
    return () => {
      removeEventListener("pointerdown", press);
      removeEventListener("keydown", key);
    };
  }, [open.value]);
  return { open, box, button };
}
