// What variants are called in the results.

import type { LabResults } from "../../lab-views.js";
import { locale } from "../../state/prefs.js";

export function titleIn(variants: LabResults["variants"], id: string): string {
  return variants.find((one) => one.id === id)?.title[locale.value] ?? id;
}
