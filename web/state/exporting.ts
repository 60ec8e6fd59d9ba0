// Handing a schedule out: the panel, what is chosen in it, the file that is being made and how the last one went.

import { batch, computed, effect, signal } from "@preact/signals";
import type { ExportAnswer, ExportFormat, ExportKind, ExportPaper, ExportView } from "../export-views.js";
import { ask } from "./bridge.js";
import { event } from "./event.js";
import { locale } from "./prefs.js";
import { schedule } from "./run.js";
import { runs } from "./runs.js";
import { saveAs } from "./save.js";
import { sidePanel } from "./side.js";

export const exportOpen = computed(() => sidePanel.value === "exports");
/** What there is to hand out; null until it is known. */
export const exportView = signal<ExportView | null>(null);
export const paper = signal<ExportPaper>("a4");
const chosenLocale = signal<"en" | "fr" | null>(null);
/** The language of the files: the page's, until another one is chosen. */
export const exportLocale = computed(() => chosenLocale.value ?? locale.value);
/** Although hard rules are broken. */
export const forced = signal(false);

/** What a file is of. */
export interface Wanted {
  format: ExportFormat;
  kind: ExportKind;
}

/** The file that is being made. */
export const making = signal<Wanted | null>(null);
type Done = Extract<ExportAnswer, { status: "done" }>;
export type ExportTold = { wanted: Wanted } & (
  (Pick<Done, "status" | "warnings" | "confidential"> & { name: string; size: number }) | Exclude<ExportAnswer, Done>
);
/** How the last one went. */
export const exportTold = signal<ExportTold | null>(null);

export function setExportLocale(chosen: "en" | "fr"): void {
  chosenLocale.value = chosen;
}

export function openExports(open: boolean): void {
  batch(() => {
    sidePanel.value = open ? "exports" : null;
    exportTold.value = null;
    forced.value = false;
  });
}

/** Looks again whenever the schedule, the event or the versions change while the panel is open; called once. */
export function followExports(): void {
  effect(() => {
    void [schedule.value?.generation, event.value?.good, runs.value];
    if (!exportOpen.value) return;
    void ask((api) => api.exports.view() as Promise<ExportView>)
      .then((view) => (exportView.value = view))
      .catch(() => undefined);
  });
}

/** Makes a file and saves it; `nameOf` says what of it, in the language of the page. */
export async function makeFile(wanted: Wanted, nameOf: (wanted: Wanted) => string): Promise<void> {
  batch(() => {
    making.value = wanted;
    exportTold.value = null;
  });
  const request = { ...wanted, paper: paper.peek(), locale: exportLocale.peek(), force: forced.peek() };
  const answer = await ask((api) => api.exports.make(request) as Promise<ExportAnswer>).catch(
    (error: unknown): ExportAnswer => ({ status: "failed", reason: String(error) }),
  );
  // Another one was asked for meanwhile: it tells how it went itself.
  if (making.peek() !== wanted) return;
  batch(() => {
    making.value = null;
    if (answer.status !== "done") return void (exportTold.value = { wanted, ...answer });
    const { file, stem, ending, confidential, warnings } = answer;
    const name = `${stem}-${nameOf(wanted)}${ending}`;
    saveAs(file, name);
    exportTold.value = { wanted, status: "done", name, size: file.size, confidential, warnings };
  });
}

export function stopMaking(): void {
  void ask((api) => api.exports.stop() as Promise<void>).catch(() => undefined);
}
