// Reads JSON with comments and trailing commas into plain data, or says where it stops being JSON.
// Called by parse.ts and read-schedule.ts. The engine's JSON.parse builds the data (it makes "__proto__" an ordinary key
// and does not recurse); jsonc-parser finds what is wrong with text that JSON.parse refuses. Nothing here throws.

import { printParseErrorCode, visit } from "jsonc-parser";
import type { Diagnostic } from "./diagnostic.js";
import { locate } from "./jsonc-locate.js";
import { scan } from "./jsonc-scan.js";
import { diagnostic, type MessageKey } from "./messages.js";

/** Data that was read, with the means to find a path in its text. */
export interface JsonDocument {
  value: unknown;
  /** Gives each diagnostic that has none its text range, and sorts them by position. */
  place(diagnostics: Diagnostic[]): Diagnostic[];
}

/** The document when the text is JSON; `diagnostics` are errors in either case (a key given twice leaves a document). */
export interface Reading {
  document?: JsonDocument;
  diagnostics: Diagnostic[];
}

/** Most keys given twice that are reported one by one. */
const MAX_DUPLICATES = 100;

/** Reads text; `limits` gives the most items of the root object's lists by name. */
export function readJson(text: string, limits: ReadonlyMap<string, number>): Reading {
  const found = scan(text, limits);
  if (found.problem) {
    const { key, start, end, values } = found.problem;
    return { diagnostics: [diagnostic(key, "error", [], values, { start, end })] };
  }
  if (found.long.length > 0) {
    const diagnostics = found.long.map(({ key, items, limit, start, end }) =>
      diagnostic("too-many", "error", [key], { list: key, count: items, limit }, { start, end }),
    );
    return { diagnostics };
  }
  let value: unknown;
  try {
    value = JSON.parse(found.clean);
  } catch {
    return { diagnostics: [syntaxError(found.clean, text)] };
  }
  const place = (diagnostics: Diagnostic[]): Diagnostic[] => placeAll(found.clean, diagnostics);
  const diagnostics = countKeys(value) === found.keys ? [] : duplicateKeys(found.clean);
  return { document: { value, place }, diagnostics };
}

function placeAll(text: string, diagnostics: Diagnostic[]): Diagnostic[] {
  const open = diagnostics.filter((d) => !d.range);
  if (open.length > 0) {
    const ranges = locate(
      text,
      open.map((d) => d.path),
      (i) => open[i]!.code === "unknown-key",
    );
    open.forEach((d, i) => (d.range = ranges[i]!));
  }
  // "so many more" comes last, wherever the others are.
  const rank = (d: Diagnostic): number => (d.code === "more" ? 1 : 0);
  return diagnostics.sort(
    (a, b) => rank(a) - rank(b) || a.range!.start - b.range!.start || a.range!.end - b.range!.end,
  );
}

/** Ends a visit early; never leaves this file. */
class Stop extends Error {}

const SYNTAX = new Map<string, MessageKey>([
  ["InvalidSymbol", "not-json/symbol"],
  ["InvalidNumberFormat", "not-json/number"],
  ["UnexpectedEndOfNumber", "not-json/number"],
  ["PropertyNameExpected", "not-json/key"],
  ["ValueExpected", "not-json/value"],
  ["ColonExpected", "not-json/colon"],
  ["CommaExpected", "not-json/comma"],
  ["EndOfFileExpected", "not-json/end"],
  ["InvalidUnicode", "not-json/escape"],
  ["InvalidEscapeCharacter", "not-json/escape"],
  ["InvalidCharacter", "not-json/character"],
]);

/** The first mistake of a text without comments; `written` is the text with them, which has all line breaks. */
function syntaxError(text: string, written: string): Diagnostic {
  let at = { key: "not-json/symbol" as MessageKey, start: 0, end: Math.min(1, text.length) };
  try {
    visit(text, {
      onError: (error, offset, length) => {
        const key = SYNTAX.get(printParseErrorCode(error)) ?? "not-json/symbol";
        at = { key, start: offset, end: Math.max(offset + 1, offset + length) };
        throw new Stop();
      },
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  const line = written.lastIndexOf("\n", Math.max(0, at.start - 1));
  const values = { found: text.slice(at.start, Math.min(at.end, at.start + 60)), column: at.start - line };
  return diagnostic(at.key, "error", [], values, { start: at.start, end: at.end });
}

function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === "object") count += countKeys(item);
    return count;
  }
  const object = value as Record<string, unknown>;
  for (const key of Object.keys(object)) {
    count++;
    if (typeof object[key] === "object") count += countKeys(object[key]);
  }
  return count;
}

function duplicateKeys(text: string): Diagnostic[] {
  const result: Diagnostic[] = [];
  const open: Set<string>[] = [];
  try {
    visit(text, {
      onObjectBegin: () => void open.push(new Set()),
      onObjectEnd: () => void open.pop(),
      onObjectProperty: (key, offset, length, _line, _column, parent) => {
        const keys = open[open.length - 1]!;
        if (keys.has(key)) {
          const range = { start: offset, end: offset + length };
          result.push(diagnostic("duplicate-key", "error", [...parent(), key], { key }, range));
          if (result.length === MAX_DUPLICATES) throw new Stop();
        }
        keys.add(key);
      },
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return result;
}
