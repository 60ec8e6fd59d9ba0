// Edits of the event from anywhere on the page, and the one history of them: undo goes back through all views. The worker
// makes the changes; what it wrote is passed on to whoever holds the text (the editor, when it is loaded).

import { effect, signal } from "@preact/signals";
import type { Edit, EditAnswer, Text, TextNews } from "../protocol.js";
import { ask } from "./bridge.js";
import * as hand from "./hand.js";
import { opened } from "./event.js";
import { place } from "./route.js";

/** What was last cured, imported, undone or redone, or could not be edited; for the line that says it. Goes with the next edit. */
export const editTold = signal<
  | { kind: "done" | "undone" | "redone"; what: Text }
  | { kind: "imported"; rows: number }
  | { kind: "broken" | "locked" | "nothing" | "gone" }
  | null
>(null);

/** Who holds the text and hears of changes: the editor's module puts itself here when it is loaded. */
let holder: ((opened: number, news: TextNews) => void) | null = null;
export function holdText(follow: typeof holder): void {
  holder = follow;
}

/** What the worker tells of a change in the text. */
export function hearText(news: TextNews): void {
  holder?.(opened.peek(), news);
}

/** Makes edits of the data in the event's text. */
export async function change(edits: Edit[], label: Text): Promise<EditAnswer> {
  const answer = await ask((api) => api.change(edits, label));
  editTold.value = answer === "done" ? null : { kind: answer };
  return answer;
}

export async function undo(): Promise<void> {
  const what = await ask((api) => api.undo()).catch(() => null);
  editTold.value = what ? { kind: "undone", what } : { kind: "nothing" };
}

export async function redo(): Promise<void> {
  const what = await ask((api) => api.redo()).catch(() => null);
  editTold.value = what ? { kind: "redone", what } : { kind: "nothing" };
}

/** Ctrl Z and Ctrl Y outside of fields, which have an undo of their own while they are typed in; called once. */
export function followUndo(): void {
  effect(() => {
    if (opened.value > 0) editTold.value = null;
  });
  document.addEventListener("keydown", (key) => {
    if (!(key.ctrlKey || key.metaKey) || key.altKey || key.defaultPrevented) return;
    const name = key.key.toLowerCase();
    const back = name === "z" && !key.shiftKey;
    if (!back && name !== "y" && !(name === "z" && key.shiftKey)) return;
    const at = key.target;
    if (at instanceof HTMLElement && at.closest("input, textarea, select, [contenteditable], .monaco-editor")) return;
    // Nothing that is made in the Lab is undone.
    if (place.peek() === "lab") return;
    key.preventDefault();
    // The schedule has steps of its own.
    if (place.peek().startsWith("event/")) void (back ? undo() : redo());
    else void (back ? hand.undo() : hand.redo());
  });
}
