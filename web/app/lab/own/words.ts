// The words of own variants in the chosen language, as a signal; loaded with the Lab.

import { computed } from "@preact/signals";
import { ownEn } from "../../../i18n/own-en.js";
import { ownFr } from "../../../i18n/own-fr.js";
import { locale } from "../../../state/prefs.js";

export const ownWords = computed(() => (locale.value === "fr" ? ownFr : ownEn));
