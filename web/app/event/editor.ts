// What the page needs of a text editor, and nothing more; monaco.ts is the one that does it.
// The editor never holds the event: every change goes to the worker, and problems come back.

import type { ProblemView, Text, TextChange } from "../../protocol.js";
import type { CompletionView } from "../../watch-views.js";

/** Longer texts, in characters, get no folding and no formatting: both would need the whole of it on the main thread. */
export const LARGE = 1_000_000;

export interface EditorHooks {
  /** The person changed the text of the given serial; false when the event's text is another one by now. */
  changed(serial: number, changes: TextChange[]): Promise<boolean>;
  /** The one history of the event, wherever its changes were made. */
  undo(): void;
  redo(): void;
  /** Ids that belong at an offset of the text of the given serial. */
  complete(serial: number, offset: number): Promise<CompletionView | null>;
  /** What the cures of a marked problem are called, by its place in the list that was marked; and to make one. */
  fixes(problem: number): Promise<Text[]>;
  fix(problem: number, index: number, label: Text): void;
  /** The caret moved. */
  moved(line: number, column: number): void;
}

export interface EditorHandle {
  /** Marks the problems of the text in the text. */
  mark(problems: readonly ProblemView[], locale: "en" | "fr"): void;
  /** Puts the caret there and shows it. */
  show(offset: number): void;
  /** Formats the text; false when it is too long for that. */
  format(): boolean;
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
