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

/** The path at an offset of a text that somebody is typing; null where brackets nest too deep for an event. */
export function caretPlace(text: string, offset: number): CaretPlace | null {
  const item = itemAround(text, offset);
  const start = item?.start ?? 0;
  try {
    const inside = getLocation(start === 0 ? text : text.slice(start, offset + NEAR), offset - start);
    const { path, isAtPropertyKey, previousNode } = inside;
    const node = previousNode && {
      start: previousNode.offset + start,
      end: previousNode.offset + previousNode.length + start,
    };
    const within = node && node.start <= offset && offset <= node.end ? node : null;
    return { path: [...(item?.path ?? []), ...path], key: isAtPropertyKey, range: within };
  } catch (error) {
    // Brackets nested by the thousand overflow the parser's stack; no event does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Characters after a caret in which the value it stands in ends; no id is as long. */
const NEAR = 10_000;
const LINE = 10;
const QUOTE = 34;
const STAR = 42;
const COMMA = 44;
const SLASH = 47;
const BACKSLASH = 92;

/**
 * The item of one of the root's lists (a participant, a wish) in which an offset lies, by its start and path: so that of
 * a long text only that item is parsed. Null outside of such items.
 */
function itemAround(text: string, offset: number): { start: number; path: (string | number)[] } | null {
  let depth = 0;
  let list = false;
  let index = 0;
  let start = -1;
  let key = "";
  let string = "";
  for (let at = 0; at < offset; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) {
      const end = stringEnd(text, at, offset);
      if (depth === 1) string = text.slice(at, end);
      at = end - 1;
    } else if (c === SLASH && text.charCodeAt(at + 1) === SLASH) {
      const end = text.indexOf("\n", at);
      at = end < 0 ? offset : end;
    } else if (c === SLASH && text.charCodeAt(at + 1) === STAR) {
      const end = text.indexOf("*/", at + 2);
      at = end < 0 ? offset : end + 1;
    } else if (c === 123 || c === 91) {
      depth++;
      if (depth === 2) {
        [list, index, key] = [c === 91, 0, string];
      } else if (depth === 3 && list) start = at;
    } else if (c === 125 || c === 93) {
      if (depth === 3) start = -1;
      depth--;
    } else if (c === COMMA && depth === 2) index++;
  }
  return start < 0 || key === "" ? null : { start, path: [unquoted(key), index] };
}

/** Where a string ends: after its closing quotation mark, or with its line where it has none. */
function stringEnd(text: string, start: number, limit: number): number {
  for (let at = start + 1; at < limit; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) return at + 1;
    if (c === LINE) return at;
    if (c === BACKSLASH) at++;
  }
  return limit;
}

function unquoted(key: string): string {
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
}
