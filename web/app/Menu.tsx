// Where the bar has no room: what to open and the theme, behind one button.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { Opener } from "./Opener.js";
import { PopupMenu } from "./PopupMenu.js";
import { ThemeButton } from "./ThemeButton.js";

export function Menu(): JSX.Element {
  const t = words.value;
  return (
    <PopupMenu
      id="menu"
      label={t.menu}
      items={({ open }) => (
        <>
          <span class="lab">{t.sample}</span>
          <Opener onChosen={() => (open.value = false)} />
          <ThemeButton />
        </>
      )}
    />
  );
}
