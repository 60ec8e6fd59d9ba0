// System, light, dark: each press takes the next one.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { nextTheme, theme } from "../state/prefs.js";

export function ThemeButton(): JSX.Element {
  return (
    <button type="button" class="btn sm" onClick={nextTheme}>
      {words.value.theme[theme.value]}
    </button>
  );
}
