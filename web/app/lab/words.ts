// The words of the Lab in the chosen language, as a signal; loaded with it.

import { computed } from "@preact/signals";
import { labEn } from "../../i18n/lab-en.js";
import { labFr } from "../../i18n/lab-fr.js";
import { locale } from "../../state/prefs.js";

export const labWords = computed(() => (locale.value === "fr" ? labFr : labEn));
