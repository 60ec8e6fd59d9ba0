// Reads one sheet of a workbook. Called by xlsx.ts. Rows are kept as they come and put in order at the end; what stands
// beyond the limits is not read, and said.

import { LIMITS } from "./limits.js";
import type { Merge, Row } from "./sheet.js";
import type { Budget } from "./zip.js";
import type { Shared } from "./xlsx.js";
import { numberText } from "./xlsx-numbers.js";
import { attribute, unescaped, walk } from "./xlsx-xml.js";

export interface SheetRead {
  rows: Row[];
  merges: Merge[];
  lines: number;
  columns: number;
  /** Cells kept. */
  kept: number;
  /** How many could be. */
  limit: number;
  /** Formulas without a result. */
  unsolved: number;
  /** False when the XML breaks off. */
  sound: boolean;
  cut?: number;
  long?: number;
}

/** More merged blocks than any table of people has. */
const MOST_MERGES = 20_000;
/** Lines that one merged block is followed over. */
const TALLEST = 100_000;

/** Reads the sheet within what may still be read; gaps within rows count as cells. */
export function readSheetXml(xml: string, shared: Shared, { cells, xml: most }: Budget): SheetRead {
  const read: SheetRead = {
    limit: LIMITS.cells,
    rows: [],
    merges: [],
    lines: 0,
    columns: 0,
    kept: 0,
    unsolved: 0,
    sound: true,
  };
  let line = 0;
  let row: string[] = [];
  let column = -1;
  let type = "";
  let style = 0;
  let value = "";
  let hasFormula = false;
  let hasValue = false;
  let inside: "" | "value" | "text" | "hint" = "";
  let ordered = true;

  const endCell = (): void => {
    if (hasFormula && !hasValue) read.unsolved++;
    let text = cellText(type, style, value, shared);
    if (text.trim() === "") return;
    if (text.length > LIMITS.cell) {
      text = text.slice(0, LIMITS.cell);
      read.long ??= line;
    }
    if (column >= LIMITS.columns) return;
    const gap = column + 1 - row.length;
    if (gap > 0) {
      read.kept += gap;
      if (read.kept > cells) {
        read.cut = line - 1;
        return;
      }
      while (row.length < column) row.push("");
    }
    row[column] = text;
  };
  const endRow = (): void => {
    if (row.length === 0) return;
    const last = read.rows.at(-1);
    if (last && last.line >= line) ordered = false;
    read.rows.push({ line, cells: row });
    read.lines = Math.max(read.lines, line);
    read.columns = Math.max(read.columns, row.length);
    row = [];
  };

  // A sheet that is too long ends before its last whole row.
  const isLong = xml.length > most;
  const end = isLong ? Math.max(0, xml.lastIndexOf("<row", most)) : xml.length;
  const sound = walk(isLong ? xml.slice(0, end) : xml, {
    open(name, attributes) {
      if (name === "c") {
        const own = attributes();
        column = columnOf(attribute(own, "r"), column + 1);
        type = attribute(own, "t") ?? "n";
        style = Number(attribute(own, "s") ?? 0);
        value = "";
        hasFormula = hasValue = false;
        inside = "";
      } else if (name === "v") {
        inside = "value";
        hasValue = true;
      } else if (name === "t" && inside !== "hint") {
        inside = "text";
        hasValue = true;
      } else if (name === "f") hasFormula = true;
      else if (name === "rPh") inside = "hint";
      else if (name === "row") {
        const given = Number(attribute(attributes(), "r"));
        line = Number.isInteger(given) && given > 0 ? given : line + 1;
        column = -1;
        row = [];
        if (line > LIMITS.lines) read.cut ??= LIMITS.lines;
      } else if (name === "mergeCell" && read.merges.length < MOST_MERGES) {
        const merge = mergeOf(attribute(attributes(), "ref") ?? "");
        if (merge) read.merges.push(merge);
      }
    },
    close(name) {
      if (name === "c") endCell();
      else if (name === "v" || name === "t") inside = inside === "hint" ? "hint" : "";
      else if (name === "rPh") inside = "";
      else if (name === "row") endRow();
    },
    text(part) {
      if ((inside === "value" || inside === "text") && value.length <= LIMITS.cell) value += part;
    },
    done: () => read.cut !== undefined,
  });
  read.sound = sound || isLong;
  endRow();
  if (isLong && read.cut === undefined) {
    read.cut = read.lines;
    read.limit = Math.round(read.kept / 1000) * 1000;
  }
  if (!ordered) inOrder(read);
  return read;
}

function cellText(type: string, style: number, value: string, shared: Shared): string {
  switch (type) {
    case "s":
      return shared.strings[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value;
    case "str":
    case "inlineStr":
      return unescaped(value);
    case "e":
    case "d":
      return value.replace(/T00:00(:00)?$/, "");
    default:
      return value === "" ? "" : numberText(value, shared.styles[style] ?? "number", shared.base1904);
  }
}

/** The column that a reference such as AB12 names. */
function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next;
  let column = 0;
  for (let i = 0; i < reference.length && i < 4; i++) {
    const letter = reference.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? next : column - 1;
}

function mergeOf(reference: string): Merge | undefined {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/i.exec(reference);
  if (!found) return undefined;
  const [left, right] = [columnOf(found[1], 0), columnOf(found[3], 0)];
  const [top, bottom] = [Number(found[2]), Number(found[4])];
  return { top, bottom: Math.min(bottom, top + TALLEST), left, right };
}

/** Lines that came out of order, or twice, are sorted and joined. */
function inOrder(read: SheetRead): void {
  const joined: Row[] = [];
  for (const row of read.rows.sort((a, b) => a.line - b.line)) {
    const last = joined.at(-1);
    if (last?.line !== row.line) joined.push(row);
    else row.cells.forEach((cell, i) => (last.cells[i] = cell || (last.cells[i] ?? "")));
  }
  for (const { cells } of joined) for (let i = 0; i < cells.length; i++) cells[i] ??= "";
  read.rows = joined;
}
