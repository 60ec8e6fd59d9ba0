// What the page needs of a text editor, and nothing more; monaco.ts is the one that does it.
// The editor never holds the event: every change goes to the worker, and problems come back.

import type { ProblemView, TextChange } from "../../protocol.js";

export interface EditorHooks {
  /** The person changed the text of the given serial; false when the event's text is another one by now. */
  changed(serial: number, changes: TextChange[]): Promise<boolean>;
  /** The one history of the event, wherever its changes were made. */
  undo(): void;
  redo(): void;
  /** The caret moved. */
  moved(line: number, column: number): void;
}

export interface EditorHandle {
  /** Marks the problems of the text in the text. */
  mark(problems: readonly ProblemView[], locale: "en" | "fr"): void;
  /** Puts the caret there and shows it. */
  show(offset: number): void;
  format(): void;
  nextProblem(): void;
  /** Takes the colours of the page anew. */
  recolour(): void;
  /** While true, keys change nothing. */
  setReadOnly(readOnly: boolean): void;
  /** Leaves the screen; the text stays until another event is opened. */
  detach(): void;
}

/** What the editor opens: a text with the number that tells it from other events. */
export interface EditorInput {
  opened: number;
  text(): Promise<{ text: string; serial: number }>;
  schema: Record<string, unknown>;
  label: string;
  locale: "en" | "fr";
  /** Shows where the text changed elsewhere on the page, also while somebody works there. */
  shows: boolean;
}
