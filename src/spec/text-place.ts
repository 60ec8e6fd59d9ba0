// From a path to its place in a text and back, for editors: where a value stands, and what stands at a caret.
// Called by the page's worker. The text may be broken: what cannot be found is null.

import { getLocation } from "jsonc-parser";
import type { TextRange } from "./diagnostic.js";
import { locate, type Path } from "./jsonc-locate.js";
import { scan } from "./jsonc-scan.js";

/** What a caret stands in. */
export interface CaretPlace {
  path: (string | number)[];
  /** True in a key, false in a value. */
  key: boolean;
  /** The whole of the value or key; null where nothing is written yet. */
  range: TextRange | null;
}

/** Where a value stands, or what it is missing from; long ones by their key. Null for a text whose brackets do not match. */
export function rangeOfPath(text: string, path: Path): TextRange | null {
  const { problem, clean } = scan(text, new Map());
  return problem ? null : (locate(clean, [path], () => false)[0] ?? null);
}

/** The path at an offset of a text that somebody is typing. */
export function caretPlace(text: string, offset: number): CaretPlace | null {
  try {
    const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
    const within =
      previousNode && previousNode.offset <= offset && offset <= previousNode.offset + previousNode.length
        ? { start: previousNode.offset, end: previousNode.offset + previousNode.length }
        : null;
    return { path, key: isAtPropertyKey, range: within };
  } catch (error) {
    // Brackets nested by the thousand overflow the parser's stack; no event does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
