// The people to tell of a published version: which version is looked at, its rows, and the list as a text or a file.

import { batch, effect, signal } from "@preact/signals";
import type { TellRow, TellView } from "../runs-views.js";
import { ask } from "./bridge.js";
import { locale } from "./prefs.js";
import { place } from "./route.js";
import { createRowWindow } from "./row-window.js";
import { published } from "./runs.js";
import { saveAs } from "./save.js";
import { sidePanel } from "./side.js";

/** The version that is looked at; null: the last one. */
const wanted = signal<number | null>(null);
export const tellView = signal<TellView | null>(null);
/** Characters that were last copied; null: nothing yet. */
export const copied = signal<number | null>(null);

export const tellRows = createRowWindow<TellRow>((from, to) => {
  const version = tellView.peek()?.version ?? -1;
  return ask((api) => api.runs.tellRows(version, from, to));
});

export function openTell(version: number): void {
  batch(() => {
    wanted.value = version;
    copied.value = null;
    place.value = "schedule/changes";
    sidePanel.value = null;
  });
}

/** Reads the list when it is on the screen; called once. */
export function followTell(): void {
  let asked = 0;
  effect(() => {
    const versions = published.value.map((run) => run.published!.version);
    if (place.value !== "schedule/changes") return;
    const version = versions.find((one) => one === wanted.value) ?? versions[0];
    if (version === undefined) return void (tellView.value = null);
    if (tellView.peek()?.version === version) return;
    const mine = ++asked;
    void ask((api) => api.runs.tell(version))
      .then((view) => {
        if (mine === asked) tellView.value = view;
      })
      .catch(() => undefined);
  });
  effect(() => {
    if (tellView.value) tellRows.renew();
  });
}

export async function copyTell(): Promise<void> {
  const view = tellView.peek();
  if (!view) return;
  const text = await ask((api) => api.runs.tellText(view.version, locale.peek(), "text"));
  await navigator.clipboard.writeText(text);
  copied.value = text.length;
}

export async function saveTell(): Promise<void> {
  const view = tellView.peek();
  if (!view) return;
  const text = await ask((api) => api.runs.tellText(view.version, locale.peek(), "csv"));
  const stem = locale.peek() === "fr" ? "a-prevenir" : "to-tell";
  saveAs(new Blob([text], { type: "text/csv;charset=utf-8" }), `${stem}-v${view.version}.csv`);
}
