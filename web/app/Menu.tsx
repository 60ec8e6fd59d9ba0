// Where the bar has no room: what to open and the theme, behind one button. Escape or a press outside closes it.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { Opener } from "./Opener.js";
import { usePopup } from "./popup.js";
import { ThemeButton } from "./ThemeButton.js";

export function Menu(): JSX.Element {
  const t = words.value;
  const { open, box, button } = usePopup();
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
