// The text of the event under edit: applies what the editor changed, so that the whole text never crosses again.

import type { TextChange } from "../protocol.js";

/** The text after the changes. Offsets of one batch all refer to the text before it; they do not overlap. */
export function applied(text: string, changes: readonly TextChange[]): string {
  const ordered = [...changes].sort((a, b) => b.offset - a.offset);
  for (const { offset, length, text: inserted } of ordered)
    text = text.slice(0, offset) + inserted + text.slice(offset + length);
  return text;
}

/** The text with line ends as the editor counts them and without a byte order mark. */
export function normal(text: string): string {
  const clean = text.startsWith("\ufeff") ? text.slice(1) : text;
  return clean.includes("\r") ? clean.replace(/\r\n?/g, "\n") : clean;
}
