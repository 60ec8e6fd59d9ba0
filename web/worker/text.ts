// The text of an event as the page counts its characters, and what makes one text of another.

import type { TextChange } from "../../src/index.js";

/** The text with line ends as the editor counts them and without a byte order mark. */
export function normal(text: string): string {
  const clean = text.startsWith("\ufeff") ? text.slice(1) : text;
  return clean.includes("\r") ? clean.replace(/\r\n?/g, "\n") : clean;
}

/** The one change that makes `after` of `before`: from the first character that differs to the last; none when equal. */
export function difference(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  // Halves of one character stay together.
  if (isLow(before, head) || isLow(after, head)) head--;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (tail > 0 && (isLow(before, before.length - tail) || isLow(after, after.length - tail))) tail--;
  return [{ offset: head, length: before.length - tail - head, text: after.slice(head, after.length - tail) }];
}

/** True in the middle of a character of two halves. */
function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}
