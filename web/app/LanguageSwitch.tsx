// FR or EN, switched in place.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { locale } from "../state/prefs.js";

export function LanguageSwitch(): JSX.Element {
  const choice = (language: "fr" | "en"): JSX.Element => (
    <button
      type="button"
      lang={language}
      aria-pressed={locale.value === language}
      onClick={() => (locale.value = language)}
    >
      {language.toUpperCase()}
    </button>
  );
  return (
    <span class="fld s switch" role="group" aria-label={words.value.language}>
      {choice("fr")}
      {choice("en")}
    </span>
  );
}
