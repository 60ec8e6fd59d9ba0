// An import as the page sees it: the panel that is open, what is being read, what came of it.

import { effect, signal } from "@preact/signals";
import type { AnswerChange, ImportAnswer, ImportView, Into, PlanChange, Table } from "../import-views.js";
import type { EventView } from "../protocol.js";
import { ask } from "./bridge.js";
import { editTold } from "./edits.js";
import { event, openFile, shown, unopened } from "./event.js";
import { locale } from "./prefs.js";
import { place } from "./route.js";
import { saveAs } from "./save.js";

/** What is shown; null while no panel is open. */
export const importView = signal<ImportView | null>(null);
/** The file that is being read, or how many are; "": cells; null: nothing. */
export const importReading = signal<string | number | null>(null);
/** Why nothing was imported; null: nothing went wrong. */
export const importTold = signal<Exclude<ImportAnswer, { status: "done" }> | { status: "failed"; why: string } | null>(
  null,
);
/** True while cells can be pasted into the panel. */
export const pasting = signal(false);

let asked = 0;

async function look(reading: string | number | null, call: () => Promise<ImportView | null>): Promise<void> {
  const mine = ++asked;
  importReading.value = reading;
  importTold.value = null;
  try {
    const view = await call();
    if (mine === asked) importView.value = view;
  } catch (error) {
    if (mine === asked) importTold.value = { status: "failed", why: String(error) };
  } finally {
    if (mine === asked) importReading.value = null;
  }
}

/** Reads files; folders give their files with their paths. */
export async function readFiles(files: readonly { name: string; file: Blob }[]): Promise<void> {
  if (files.length === 0) return;
  pasting.value = false;
  await look(files.length === 1 ? files[0]!.name : files.length, () =>
    ask((api) => api.importFiles([...files], locale.peek())),
  );
}

const TABLES = /\.(csv|tsv|tab|xlsx|xlsm)$/i;
const ARCHIVE = /\.zip$/i;

/** Opens what is an event by itself, and shows what it takes to import the rest. */
export async function openFiles(files: readonly { name: string; file: File }[]): Promise<void> {
  const [only] = files;
  if (!only) return;
  if (files.length === 1 && !TABLES.test(only.name)) {
    await openFile(only.file);
    // An archive that Dancecard did not make holds tables.
    if (!ARCHIVE.test(only.name) || unopened.peek() === null) return;
    unopened.value = null;
  }
  if (!place.peek().startsWith("event/")) place.value = "event/people";
  await readFiles(files);
}

export async function readPasted(text: string): Promise<void> {
  pasting.value = false;
  await look("", () => ask((api) => api.importPasted(text, locale.peek())));
}

export function changePlan(sheet: string, change: PlanChange): void {
  void look(null, () => ask((api) => api.importPlan(sheet, change)));
}

export function answer(change: AnswerChange): void {
  void look(null, () => ask((api) => api.importAnswer(change)));
}

export function importInto(into: Into): void {
  void look(null, () => ask((api) => api.importInto(into)));
}

export function closeImport(): void {
  asked++;
  importView.value = null;
  importReading.value = null;
  importTold.value = null;
  pasting.value = false;
  void ask((api) => api.importClose()).catch(() => undefined);
}

/** Takes the rows that are ready. */
export async function takeImport(): Promise<void> {
  asked++;
  let taken: { answer: ImportAnswer; view: EventView | null };
  try {
    taken = await ask((api) => api.importTake() as Promise<typeof taken>);
  } catch (error) {
    importTold.value = { status: "failed", why: String(error) };
    return;
  }
  const { answer } = taken;
  if (answer.status !== "done") {
    importTold.value = answer;
    return;
  }
  importView.value = null;
  if (taken.view) shown(taken.view);
  editTold.value = { kind: "imported", rows: answer.rows };
}

/** Gives an example of a table as a file. */
export async function saveExample(table: Table): Promise<void> {
  const text = await ask((api) => api.importExample(table, locale.peek()));
  saveAs(new Blob([text], { type: "text/csv;charset=utf-8" }), `${table}.csv`);
}

/** What is shown of an import follows the event: undo beside it changes what would change; called once. */
export function followImport(): void {
  let seen = -1;
  effect(() => {
    const revision = event.value?.revision ?? 0;
    if (revision === seen) return;
    seen = revision;
    if (importView.peek()?.into === "this") void look(null, () => ask((api) => api.importAgain()));
  });
}
