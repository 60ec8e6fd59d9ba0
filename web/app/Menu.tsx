// Where the bar has no room: what to open and the theme, behind one button. Escape or a press outside closes it.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../i18n/index.js";
import { Opener } from "./Opener.js";
import { ThemeButton } from "./ThemeButton.js";

export function Menu(): JSX.Element {
  const t = words.value;
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
  return (
    <div class="menubox" ref={box}>
      <button
        type="button"
        class="btn sm"
        ref={button}
        aria-expanded={open.value}
        aria-controls="menu"
        onClick={() => (open.value = !open.value)}
      >
        {t.menu}
      </button>
      {open.value && (
        <div class="menu" id="menu" role="group" aria-label={t.menu}>
          <span class="lab">{t.sample}</span>
          <Opener onChosen={() => (open.value = false)} />
          <ThemeButton />
        </div>
      )}
    </div>
  );
}
