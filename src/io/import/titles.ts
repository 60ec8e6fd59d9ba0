// Finds the line of the titles in a sheet, and what is written above each column. Called by plan.ts. Real sheets have a
// name above, titles over two lines, merged cells, and totals at the end.

import type { Row, Sheet } from "../files/sheet.js";
import { matchTitle } from "./fields.js";
import { fold } from "./words.js";

export interface Titles {
  first: number;
  last: number;
  /** One per column of the sheet. */
  texts: string[];
}

/** Lines in which titles are looked for, and columns that are looked at for that. */
const LOOKED = 30;
const WIDE = 80;
const TABLES = ["participants", "wishes", "places", "packages"] as const;

/** Finds the titles of a sheet; lines 0 when it has none. */
export function findTitles(sheet: Sheet): Titles {
  const head = sheet.rows.slice(0, LOOKED);
  const all = head.map((row) => titlesAt(sheet, row.line));
  let at = -1;
  let most = 0;
  all.forEach(({ texts }, i) => {
    const score = scoreOf(texts);
    if (score > most * 1.001) [at, most] = [i, score];
  });
  const width = Math.max(0, ...head.map(filled));
  const isEnough = at >= 0 && (most >= 180 || filled(head[at]!) <= 2 || most >= 90 * width * 0.4);
  if (isEnough) return all[at]!;
  const above = head.findIndex((row) => filled(row) >= Math.max(1, width * 0.6) && isAllText(row));
  if (above >= 0 && looksAbove(head, above)) return all[above]!;
  return { first: 0, last: 0, texts: blank(sheet.columns) };
}

/** The titles when a person says at which line they stand; 0: there are none. */
export function titlesAt(sheet: Sheet, line: number): Titles {
  const index = sheet.rows.findIndex((row) => row.line === line);
  if (line === 0 || index < 0) return { first: 0, last: 0, texts: blank(sheet.columns) };
  const own = spread(sheet, sheet.rows[index]!);
  const aboveRow = sheet.rows[index - 1];
  const above = aboveRow && aboveRow.line === line - 1 ? spread(sheet, aboveRow) : [];
  // A line above belongs to the titles when blocks of it stand over this line, or when it names what is empty here.
  const merged = sheet.merges.some((m) => m.bottom >= line - 1 && m.top <= line - 1 && m.right > m.left && m.left > 0);
  const fillsGaps = above.filter((text, i) => text !== "" && (own[i] ?? "") === "").length;
  const aboveFilled = new Set(above.filter((text) => text !== "")).size;
  const isPart = aboveRow !== undefined && aboveFilled > 1 && (merged || fillsGaps > 0);
  if (!isPart) return { first: line, last: line, texts: pad(own, sheet.columns) };
  const texts = pad(own, sheet.columns).map((text, i) => {
    const over = merged ? (above[i] ?? "") : (aboveRow.cells[i] ?? "").trim();
    if (text === "") return over;
    return over === "" || over === text ? text : `${over} ${text}`;
  });
  return { first: line - 1, last: line, texts };
}

/** Lines that are no data: totals at the end, titles that come again. */
export function linesToSkip(sheet: Sheet, titles: Titles): number[] {
  const skip: number[] = [];
  const own = sheet.rows.find((row) => row.line === titles.last);
  const first = own === undefined || titles.last === 0 ? "" : firstOf(own);
  const middle = sheet.rows[sheet.rows.length >> 1];
  const usual = middle ? filled(middle) : 0;
  for (const row of sheet.rows) {
    if (row.line <= titles.last) continue;
    const beginning = firstOf(row);
    if (first !== "" && beginning === first && key(row) === key(own)) skip.push(row.line);
    else if (beginning.length <= LONGEST_TOTAL && isTotal(row, beginning, usual)) skip.push(row.line);
  }
  return skip;
}

/** Characters of « Total général : 12 », generously. */
const LONGEST_TOTAL = 30;
const TOTAL =
  /^(total|totaux|total general|grand total|sous total|subtotal|somme|sum|moyenne|average|nombre total|nb total)$/;

function firstOf({ cells }: Row): string {
  for (const cell of cells) if (cell !== "" && cell.trim() !== "") return cell.trim();
  return "";
}

function isTotal(row: Row, first: string, usual: number): boolean {
  if (
    !/^(sous|sub|grand|tota|somme|sum|moy|aver|nombre|nb)/i.test(first) ||
    !TOTAL.test(fold(first.replace(/[:=].*$/s, "")))
  )
    return false;
  const others = row.cells.filter((cell) => cell.trim() !== "").slice(1);
  return others.every((cell) => /^[\s\d.,%€$-]+$/.test(cell)) && (others.length > 0 || usual > 1);
}

function key(row: Row | undefined): string {
  return row ? row.cells.slice(0, WIDE).map(fold).join("|") : "";
}

function filled(row: Row): number {
  let count = 0;
  for (const cell of row.cells) if (cell.trim() !== "") count++;
  return count;
}

/** How much of these reads as titles, in the table where it does most. */
function scoreOf(texts: readonly string[]): number {
  const cells = texts.slice(0, WIDE).filter((cell) => cell.trim() !== "" && cell.length <= 60);
  let most = 0;
  for (const table of TABLES) {
    const seen = new Set<string>();
    let score = 0;
    for (const cell of cells) {
      const match = matchTitle(cell, table)[0];
      if (!match || match.score < 45) continue;
      const name = match.rank === undefined ? match.field : `choice ${match.rank}`;
      if (!seen.has(name)) score += match.score;
      seen.add(name);
    }
    most = Math.max(most, score);
  }
  return most;
}

function isAllText(row: Row): boolean {
  return row.cells.every((cell) => cell.trim() === "" || (/\p{L}/u.test(cell) && !/@|^\d/.test(cell)));
}

/** True when the line differs in kind from those below it: text over numbers, marks or addresses. */
function looksAbove(head: readonly Row[], at: number): boolean {
  const below = head.slice(at + 1);
  if (below.length === 0) return false;
  const title = head[at]!;
  const known = new Set(title.cells.map(fold).filter((text) => text !== ""));
  if (below.some((row) => row.cells.some((cell, i) => i > 0 && known.has(fold(cell))))) return false;
  return below.some((row) =>
    row.cells.some((cell) => cell.trim() !== "" && (/@|^\s*\d/.test(cell) || cell.trim().length <= 2)),
  );
}

/** The cells of a row with blocks over several columns filled in. */
function spread(sheet: Sheet, row: Row): string[] {
  const cells = row.cells.map((cell) => cell.replace(/\s+/g, " ").trim());
  for (const { top, bottom, left, right } of sheet.merges) {
    if (row.line < top || row.line > bottom) continue;
    const value = cells[left] ?? "";
    for (let i = left + 1; i <= Math.min(right, sheet.columns - 1); i++) cells[i] ||= value;
  }
  return Array.from(cells, (cell) => cell ?? "");
}

function pad(cells: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) => cells[i] ?? "");
}

function blank(columns: number): string[] {
  return pad([], columns);
}
