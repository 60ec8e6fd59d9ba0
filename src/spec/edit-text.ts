// Makes edits of an event's data in its text: the smallest changes, so that comments and layout stay as somebody wrote
// them. Called by the page's worker. It walks the text once, looking only into what lies on the edits' paths.

import { createScanner } from "jsonc-parser";
import { editTree, insertsOf, madeOf, type Edit, type EditNode } from "./edit.js";
import { skipSpace, skipString, skipValue } from "./jsonc-locate.js";
import { scan } from "./jsonc-scan.js";
import { SPREAD } from "./parse.js";
import { printValue } from "./print.js";

/** One change of a text: `length` characters at `offset` became `text`. */
export interface TextChange {
  offset: number;
  length: number;
  text: string;
}

/**
 * The changes of the text that make the edits, in order of place and apart from each other; offsets are those of the text
 * given. The text must be JSON with comments (a reading gave data); null where it is seen not to be.
 */
export function editText(text: string, edits: readonly Edit[]): TextChange[] | null {
  const { problem, clean } = scan(text, new Map());
  if (problem) return null;
  const writer = new Writer(text, clean);
  try {
    writer.value(skipSpace(clean, clean.charCodeAt(0) === 0xfeff ? 1 : 0), editTree(edits), []);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return joined(writer.changes);
}

/** The text after changes that do not overlap; their offsets refer to the text before. */
export function changedText(text: string, changes: readonly TextChange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(at, change.offset), change.text);
    at = change.offset + change.length;
  }
  parts.push(text.slice(at));
  return parts.join("");
}

/** The changes that take these back, for the text after them. */
export function reversed(text: string, changes: readonly TextChange[]): TextChange[] {
  let shift = 0;
  return [...changes]
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, length, text: inserted }) => {
      const back = { offset: offset + shift, length: inserted.length, text: text.slice(offset, offset + length) };
      shift += inserted.length - length;
      return back;
    });
}

/** An item of a list or a key of an object in the text. */
interface Item {
  start: number;
  end: number;
  /** Offset of the comma after it; negative: none. */
  comma: number;
  gone: boolean;
}

class Writer {
  readonly changes: TextChange[] = [];

  constructor(
    readonly text: string,
    readonly clean: string,
  ) {}

  /** Edits the value at `start`; returns where it ends. */
  value(start: number, node: EditNode, path: readonly (string | number)[]): number {
    const { clean } = this;
    const open = clean[start];
    if (node.set) {
      const end = skipValue(clean, start);
      const printed = printValue(node.set.value, this.#indentOf(start), spread(path));
      if (printed !== this.text.slice(start, end)) this.#change(start, end - start, printed);
      return end;
    }
    if (node.children.size === 0 && node.inserts.size === 0) return skipValue(clean, start);
    if (open !== "{" && open !== "[") {
      const end = skipValue(clean, start);
      const made = madeOf(node);
      if (made !== undefined) this.#change(start, end - start, printValue(made, this.#indentOf(start), spread(path)));
      return end;
    }
    return this.#container(start, node, path, open === "[");
  }

  #container(start: number, node: EditNode, path: readonly (string | number)[], list: boolean): number {
    const { clean } = this;
    const items: Item[] = [];
    const close = list ? "]" : "}";
    const structural = node.inserts.size > 0 || [...node.children.values()].some((child) => child.remove);
    const seen = new Set<string | number>();
    let at = skipSpace(clean, start + 1);
    let index = 0;
    while (at < clean.length && clean[at] !== close) {
      const from = at;
      let step: string | number = index;
      if (!list) {
        const end = skipString(clean, at);
        step = JSON.parse(clean.slice(at, end)) as string;
        at = skipSpace(clean, skipSpace(clean, end) + 1);
      }
      const child = node.children.get(step);
      if (child) seen.add(step);
      const gone = child?.remove === true;
      at = child && !gone ? this.value(at, child, [...path, step]) : skipValue(clean, at);
      const end = at;
      at = skipSpace(clean, at);
      const comma = clean[at] === "," ? at : -1;
      if (comma >= 0) at = skipSpace(clean, comma + 1);
      items.push({ start: from, end, comma, gone });
      index++;
    }
    const made: [number, string[]][] = [];
    // Beside others in one line stands what is itself on one line.
    const flat = items.length > 0 && this.#ownLine(items[0]) === null;
    if (list && structural) {
      const indent = this.#innerIndent(start, items);
      for (const [place, values] of insertsOf(node, items.length)) {
        made.push([place, values.map((value) => printValue(value, indent, !flat && spread(path)))]);
      }
    } else if (!list) {
      const texts: string[] = [];
      for (const [key, child] of node.children) {
        const value = seen.has(key) ? undefined : madeOf(child);
        if (value === undefined) continue;
        const indent = this.#innerIndent(start, items);
        texts.push(`${JSON.stringify(String(key))}: ${printValue(value, indent, !flat && spread([...path, key]))}`);
      }
      if (texts.length > 0) made.push([items.length, texts]);
    }
    if (structural || made.length > 0) this.#rebuild(start, at, items, made);
    return at + 1;
  }

  /** Takes items out and puts others in; every two that are left have one comma between them. */
  #rebuild(open: number, close: number, items: Item[], made: readonly [number, string[]][]): void {
    const { text } = this;
    const last = items.at(-1);
    if (last) last.comma = this.#commaAfter(last.end, close);
    const trailing = last !== undefined && last.comma >= 0;
    const left = items.filter((item) => !item.gone).length;
    if (
      left === 0 &&
      this.clean.slice(open + 1, close).trim() ===
        text
          .slice(open + 1, close)
          .trim()
          .replace(/,$/, "")
    ) {
      // Nothing of the old list stays, and no comment: the whole is written anew.
      this.#change(open + 1, close - open - 1, this.#whole(open, items, made));
      return;
    }
    const survivors = items.map((item, i) => (item.gone ? -1 : i)).filter((i) => i >= 0);
    const lastMade = made.at(-1)?.[0] ?? -1;
    const lastLeft = survivors.at(-1) ?? -1;
    const madeIsLast = lastMade > lastLeft;
    const many = this.#ownLine(items[0]);
    for (const [i, item] of items.entries()) {
      if (!item.gone) {
        const ends = i === lastLeft && !madeIsLast && !trailing;
        if (ends && item.comma >= 0) this.#change(item.comma, 1, "");
        else if (item.comma < 0 && (i < lastLeft || madeIsLast)) this.#change(item.end, 0, ",");
      } else this.#takeOut(item, open);
    }
    for (const [place, texts] of made) {
      const isLast = place === lastMade && madeIsLast;
      const indent = many === null ? " " : `\n${many}`;
      const parts = texts.map((made, k) => `${made}${isLast && k === texts.length - 1 && !trailing ? "" : ","}`);
      // What goes may take a comment with it, and the line: what comes in stands after what stays.
      const before = items.slice(0, place).findLast((item) => !item.gone);
      if (before) this.#change(this.#afterItem(before, many !== null), 0, parts.map((part) => indent + part).join(""));
      else if (many === null) this.#change(items[0]?.start ?? open + 1, 0, `${parts.join(" ")} `);
      else this.#change(this.#lineEnd(open + 1, true), 0, parts.map((part) => indent + part).join(""));
    }
  }

  /** The inside of a list that holds nothing of the old. */
  #whole(open: number, items: readonly Item[], made: readonly [number, string[]][]): string {
    const texts = made.flatMap(([, t]) => t);
    if (texts.length === 0) return "";
    const flat = texts.join(", ");
    const object = this.text[open] === "{";
    const wide = this.#ownLine(items[0]) !== null || texts.length > 1 || flat.length > 90;
    if (!wide) return object ? ` ${flat} ` : flat;
    const indent = this.#innerIndent(open, items);
    return `\n${texts.map((t) => indent + t).join(",\n")}\n${this.#indentOf(open)}`;
  }

  /** Takes an item out with its comma; one that has a line of its own with that line and what is said of it there. */
  #takeOut(item: Item, open: number): void {
    const { text } = this;
    let from = item.start;
    let to = item.comma >= 0 ? item.comma + 1 : item.end;
    const lead = /\n[ \t]*$/.exec(text.slice(Math.max(open + 1, from - 400), from));
    const rest = /^[ \t]*(?:\/\/[^\n]*|(?:\/\*[^\n]*?\*\/[ \t]*)+)?(?=\n)/.exec(text.slice(to, to + 1000));
    if (lead && rest) {
      from -= lead[0].length;
      to += rest[0].length;
    } else if (item.comma >= 0) to += /^[ \t]*/.exec(text.slice(to, to + 400))![0].length;
    else from -= /[ \t]*$/.exec(text.slice(Math.max(open + 1, from - 400), from))![0].length;
    this.#change(from, to - from, "");
  }

  /** Where what comes after an item stands: after its comma and what is said of it in its line. */
  #afterItem(item: Item, many: boolean): number {
    return this.#lineEnd(item.comma >= 0 ? item.comma + 1 : item.end, many);
  }

  #lineEnd(at: number, many: boolean): number {
    if (!many) return at;
    const line = /^[ \t]*(?:\/\/[^\n]*|(?:\/\*[^\n]*?\*\/[ \t]*)+)(?=\n)/.exec(this.text.slice(at, at + 1000));
    return line ? at + line[0].length : at;
  }

  /** The indent of an item that begins its line; null: others stand before it. */
  #ownLine(item: Item | undefined): string | null {
    if (!item) return null;
    const lead = /\n([ \t]*)$/.exec(this.text.slice(Math.max(0, item.start - 400), item.start));
    return lead ? lead[1]! : null;
  }

  #innerIndent(open: number, items: readonly Item[]): string {
    return this.#ownLine(items[0]) ?? `${this.#indentOf(open)}  `;
  }

  /** The blanks that the line of an offset begins with. */
  #indentOf(offset: number): string {
    const line = this.text.lastIndexOf("\n", offset - 1) + 1;
    return /^[ \t]*/.exec(this.text.slice(line, Math.min(offset, line + 400)))![0];
  }

  /** Where the next comma stands, comments left aside; -1 when something else comes first. */
  #commaAfter(from: number, to: number): number {
    const scanner = createScanner(this.text.slice(from, to), true);
    scanner.scan();
    const at = from + scanner.getTokenOffset();
    return at < to && this.text[at] === "," ? at : -1;
  }

  #change(offset: number, length: number, text: string): void {
    if (length > 0 || text !== "") this.changes.push({ offset, length, text });
  }
}

function spread(path: readonly (string | number)[]): boolean {
  return path.length === 0 || SPREAD.has(String(path[0]));
}

/** In order of place; what begins where another ends or begins is one change with it. */
function joined(changes: readonly TextChange[]): TextChange[] {
  const result: TextChange[] = [];
  const ordered = changes.map((change, i) => ({ change, i }));
  ordered.sort((a, b) => a.change.offset - b.change.offset || a.change.length - b.change.length || a.i - b.i);
  for (const { change } of ordered) {
    const last = result.at(-1);
    if (last && change.offset <= last.offset + last.length) {
      last.length = Math.max(last.length, change.offset + change.length - last.offset);
      last.text += change.text;
    } else result.push({ ...change });
  }
  return result;
}
