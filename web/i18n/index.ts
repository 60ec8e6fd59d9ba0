// The words and formats of the chosen language, as signals: reading one in a component switches it in place.

import { computed } from "@preact/signals";
import { locale } from "../state/prefs.js";
import { en } from "./en.js";
import { formats } from "./formats.js";
import { fr } from "./fr.js";

/** The message table of the chosen language. */
export const words = computed(() => (locale.value === "fr" ? fr : en));
/** The formatters of the chosen language. */
export const format = computed(() => formats(locale.value));
