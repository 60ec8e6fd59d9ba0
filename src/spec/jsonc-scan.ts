// One quick pass over JSON text with comments: how deep it nests, how long its lists are, where it stops making sense.
// It blanks comments and trailing commas, so that the engine's own JSON.parse can read the rest at the same offsets.
// Called by jsonc.ts. It builds no data and never recurses, so 50 MB of brackets cost it nothing.

/** Most levels of brackets; an event needs 7. */
export const MAX_DEPTH = 64;
/** Most commas in a whole text: the largest event allowed has about half of them. */
export const MAX_COMMAS = 6_000_000;
/** Most brackets opened, for the same reason. */
export const MAX_BRACKETS = 2_500_000;
/** Most keys of one object; those of an event that may have many are people or sides. */
export const MAX_KEYS = 100_000;
/** Most comments and trailing commas that something stands between. */
export const MAX_BLANKS = 2_000_000;
/** Most characters. */
export const MAX_LENGTH = 256_000_000;

/** Why the text cannot be read: a message key, where, and the message's values. */
export interface ScanProblem {
  key:
    | "empty"
    | "too-deep"
    | "truncated"
    | "text-too-large"
    | "too-many-keys"
    | "not-json/bracket"
    | "not-json/string"
    | "not-json/comment"
    | "not-json/binary";
  start: number;
  end: number;
  values: Record<string, string | number>;
}

/** A list of the root object that has more items than its limit. */
export interface LongList {
  key: string;
  items: number;
  limit: number;
  start: number;
  end: number;
}

export interface Scan {
  problem?: ScanProblem;
  /** The text with comments and trailing commas (and a byte order mark) turned into spaces. */
  clean: string;
  /** Number of colons, which is the number of keys if the text is JSON. */
  keys: number;
  long: LongList[];
}

const QUOTE = 34;
const STAR = 42;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** 1-based line of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

/** Offset after the closing quotation mark of the string that opens at `start`; negative where a line or the text ends first. */
function stringEnd(text: string, start: number): number {
  let i = start + 1;
  for (;;) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) return i + 1;
    if (c === BACKSLASH) i += 2;
    else if (c === 10 || c === 13 || i >= text.length) return -i;
    else i++;
  }
}

function keyOf(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  if (!raw.includes("\\")) return raw;
  try {
    return JSON.parse(text.slice(start, end)) as string;
  } catch {
    return raw;
  }
}

/** Scans the text; `limits` gives the most items of the root object's lists by name. */
export function scan(text: string, limits: ReadonlyMap<string, number>): Scan {
  const result: Scan = { clean: text, keys: 0, long: [] };
  const fail = (key: ScanProblem["key"], start: number, end: number, values: ScanProblem["values"] = {}): Scan => {
    result.problem = { key, start, end, values };
    return result;
  };
  const n = text.length;
  if (n > MAX_LENGTH) return fail("text-too-large", 0, 1, { length: n });

  const opens: number[] = [];
  // Keys of each object that is open.
  const keys: number[] = [0];
  const blanks = new Blanks();
  // The last character that means something, and what stood before it when it is a comma.
  let last = 0;
  let lastAt = -1;
  let beforeComma = 0;
  // The first character that is neither printed nor a blank.
  let control = -1;
  let commas = 0;
  let brackets = 0;
  // The last string directly in the root object (the key of what follows) and the commas of the list it names.
  let keyStart = 0;
  let keyEnd = 0;
  let items = 0;
  let key = "";
  const least = Math.min(...limits.values());
  let i = 0;
  if (text.charCodeAt(0) === 0xfeff) {
    blanks.add(0, 1, -1);
    i = 1;
  }
  while (i < n) {
    const c = text.charCodeAt(i);
    if (c <= 32) {
      if (c < 32 && c !== 10 && c !== 13 && c !== 9 && control < 0) control = i;
      i++;
      continue;
    }
    if (c === QUOTE) {
      const end = stringEnd(text, i);
      if (end < 0 && -end >= n) return fail("truncated", i, n, { line: lineOf(text, i), open: '"' });
      if (end < 0) return fail("not-json/string", i, -end);
      if (opens.length === 1) {
        keyStart = i;
        keyEnd = end;
      }
      last = QUOTE;
      lastAt = i;
      i = end;
      continue;
    }
    if (c === SLASH) {
      const next = text.charCodeAt(i + 1);
      if (next === SLASH || next === STAR) {
        const end = commentEnd(text, i + 2, next === SLASH);
        if (end < 0) return fail("not-json/comment", i, i + 2, { line: lineOf(text, i) });
        blanks.add(i, end, lastAt);
        if (blanks.count > MAX_BLANKS) return fail("text-too-large", i, i + 1, { length: n });
        i = end;
        continue;
      }
    }
    if (c === COLON) {
      result.keys++;
      if (++keys[opens.length]! > MAX_KEYS) {
        return fail("too-many-keys", opens.at(-1) ?? i, (opens.at(-1) ?? i) + 1, { limit: MAX_KEYS });
      }
    } else if (c === COMMA) {
      if (++commas > MAX_COMMAS) return fail("text-too-large", i, i + 1, { length: n });
      if (opens.length === 2) items++;
      beforeComma = last;
    } else if (c === OPEN_LIST || c === OPEN_OBJECT) {
      if (++brackets > MAX_BRACKETS) return fail("text-too-large", i, i + 1, { length: n });
      if (opens.length === MAX_DEPTH) return fail("too-deep", i, i + 1, { limit: MAX_DEPTH });
      opens.push(i);
      keys[opens.length] = 0;
      if (opens.length === 2) items = 0;
    } else if (c === CLOSE_LIST || c === CLOSE_OBJECT) {
      const open = opens.pop();
      const wanted = c === CLOSE_LIST ? OPEN_LIST : OPEN_OBJECT;
      if (open === undefined) return fail("not-json/bracket", i, i + 1, { found: text[i]! });
      if (text.charCodeAt(open) !== wanted) {
        const values = { found: text[i]!, open: text[open]!, line: lineOf(text, open) };
        return fail("not-json/bracket", i, i + 1, values);
      }
      const trailing =
        last === COMMA &&
        beforeComma !== OPEN_LIST &&
        beforeComma !== OPEN_OBJECT &&
        beforeComma !== COMMA &&
        beforeComma !== COLON;
      if (trailing) blanks.comma(lastAt);
      if (opens.length === 1 && c === CLOSE_LIST) {
        const count = items + (last === OPEN_LIST || trailing ? 0 : 1);
        // The key is only cut out where it can matter: a root that is a list closes millions of lists here.
        const limit = count > least && keyEnd > 0 ? limits.get((key = keyOf(text, keyStart, keyEnd))) : undefined;
        if (limit !== undefined && count > limit) {
          result.long.push({ key, items: count, limit, start: keyStart, end: keyEnd });
        }
      }
    }
    last = c;
    lastAt = i;
    i++;
  }
  const open = opens.pop();
  if (open !== undefined) {
    return fail("truncated", Math.max(0, lastAt), n, { line: lineOf(text, open), open: text[open]! });
  }
  if (last === 0) return control < 0 ? fail("empty", 0, n) : fail("not-json/binary", control, control + 1);
  result.clean = blanks.apply(text);
  return result;
}

/** Offset after a comment whose content starts at `start`; -1 when it never ends. */
function commentEnd(text: string, start: number, line: boolean): number {
  // Short comments by the millions: a call of indexOf for each would take seconds.
  const near = Math.min(text.length, start + 64);
  for (let i = start; i < near; i++) {
    const c = text.charCodeAt(i);
    if (line ? c === 10 : c === STAR && text.charCodeAt(i + 1) === SLASH) return line ? i : i + 2;
  }
  if (line) {
    const end = text.indexOf("\n", near);
    return end < 0 ? text.length : end;
  }
  // The star itself may be the last character looked at.
  const end = text.indexOf("*/", Math.max(start, near - 1));
  return end < 0 ? -1 : end + 2;
}

/** Stretches of the text that are to be blanked, in order; comments with nothing between them are one stretch. */
class Blanks {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  get count(): number {
    return this.#starts.length;
  }

  /** Adds a stretch; `lastAt` is where the last character stands that means something. */
  add(start: number, end: number, lastAt: number): void {
    const last = this.count - 1;
    if (last >= 0 && this.#starts[last]! > lastAt) this.#ends[last] = end;
    else {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }

  /** Adds a trailing comma, after which there are comments at most. */
  comma(at: number): void {
    const last = this.count - 1;
    if (last >= 0 && this.#starts[last]! > at) this.#starts[last] = at;
    else this.add(at, at + 1, at);
  }

  /** The text with its stretches turned into spaces. */
  apply(text: string): string {
    if (this.count === 0) return text;
    const parts: string[] = [];
    let at = 0;
    for (let b = 0; b < this.count; b++) {
      parts.push(text.slice(at, this.#starts[b]), " ".repeat(this.#ends[b]! - this.#starts[b]!));
      at = this.#ends[b]!;
    }
    parts.push(text.slice(at));
    return parts.join("");
  }
}
