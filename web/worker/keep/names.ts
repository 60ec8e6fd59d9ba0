// Names and ids of kept events: a new id, a name written into an event's text, a name a file may have.
// Called by the keeper. Pure but for the id.

import { changedText, editText } from "../../../src/index.js";

/** Longest name one may give, in characters. */
export const MOST_NAME = 120;

/** A new id; also where the page is not served over https and crypto.randomUUID is missing. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The text with another name of the event, everything else as it was; null while the text is no JSON. */
export function renamed(text: string, name: string): string | null {
  const changes = editText(text, [{ op: "set", path: ["event", "name"], value: name }]);
  return changes && changedText(text, changes);
}

/** What of a name every file system takes. */
export function fileName(name: string, end: string): string {
  const safe = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  const short = [...safe].slice(0, 60).join("").trim().replace(/ /g, "-");
  return `${short === "" ? "event" : short}${end}`;
}
