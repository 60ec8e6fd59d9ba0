// What is on its way to the printer: asked of the worker, laid out by app/print/, gone when the print dialog closes.

import { signal } from "@preact/signals";
import type { PrintedView } from "../lunch-views.js";
import { ask } from "./bridge.js";

export type Sheet = "cards" | "list";

/** Sheets in the document; null: nothing is printed. */
export const printing = signal<{ sheet: Sheet; view: PrintedView } | null>(null);

/** Lays the sheets out; the print dialog opens when they are in the document. */
export async function print(sheet: Sheet): Promise<void> {
  const view = await ask((api) => api.lunch.printed()).catch(() => null);
  if (view) printing.value = { sheet, view };
}
