// Separated text to rows: the separator is guessed, the reading is papaparse's. Called by read.ts, also for what was pasted.
// Rows that say nothing are left out, lines are counted as a spreadsheet counts them.

import Papa from "papaparse";
import { LIMITS } from "./limits.js";
import type { Row, Separator } from "./sheet.js";

export interface CsvRead {
  separator: Separator;
  rows: Row[];
  lines: number;
  columns: number;
  /** Line of the first quotation mark that is wrong. */
  quotes?: number;
  /** Line after which nothing more is read, for there is too much. */
  cut?: number;
  /** How many cells, or rows, are read. */
  limit?: number;
  /** Lines of a row that is too wide, of a cell that is too long. */
  wide?: number;
  long?: number;
}

const SEPARATORS: readonly Separator[] = [";", "\t", ",", "|"];
/** Characters that the separator is guessed from. */
const LOOKED = 60_000;

/** Reads all rows; `cells` is how many cells may still be kept. */
export function readCsv(text: string, cells: number, separator?: Separator): CsvRead {
  const clean = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const told = /^sep=([;,\t|])\n/i.exec(clean.slice(0, 8)); // a line that Excel understands
  const body = told ? clean.slice(told[0].length) : clean;
  const chosen = separator ?? (told?.[1] as Separator | undefined) ?? guess(body);
  const read: CsvRead = { separator: chosen, rows: [], lines: 0, columns: 0 };
  let line = told ? 1 : 0;
  let kept = 0;
  let errors = 0;
  Papa.parse<string[]>(body, {
    delimiter: chosen,
    newline: "\n",
    step: ({ data, errors: wrong }, parser) => {
      line++;
      if (wrong.length > 0 && errors++ === 0) read.quotes = line;
      let width = data.length;
      if (width > LIMITS.columns) {
        read.wide ??= line;
        width = LIMITS.columns;
      }
      while (width > 0 && isBlank(data[width - 1]!)) width--;
      if (width === 0) return;
      kept += width;
      if (kept > cells || line > LIMITS.lines || read.rows.length >= LIMITS.rows) {
        read.limit = kept > cells ? LIMITS.cells : LIMITS.rows;
        read.cut = line - 1;
        parser.abort();
        return;
      }
      const row = data.length === width ? data : data.slice(0, width);
      for (let i = 0; i < width; i++) {
        if (row[i]!.length <= LIMITS.cell) continue;
        read.long ??= line;
        row[i] = row[i]!.slice(0, LIMITS.cell);
      }
      read.rows.push({ line, cells: row });
      read.lines = line;
      if (width > read.columns) read.columns = width;
    },
  });
  return read;
}

function isBlank(cell: string): boolean {
  return cell === "" || cell.trim() === "";
}

/** The separator that cuts most of the first rows into the same number of cells, and into more than one. */
function guess(text: string): Separator {
  const last = text.length > LOOKED ? text.lastIndexOf("\n", LOOKED) : text.length;
  const head = text.slice(0, last > 0 ? last : LOOKED);
  // Where no row has two cells with something in them, the most frequent one.
  const counts = SEPARATORS.map((separator) => head.split(separator).length - 1);
  let best: Separator = Math.max(...counts) === 0 ? "," : SEPARATORS[counts.indexOf(Math.max(...counts))]!;
  let most = 0;
  for (const separator of SEPARATORS) {
    if (!head.includes(separator)) continue;
    const { data } = Papa.parse<string[]>(head, { delimiter: separator, newline: "\n", preview: 200 });
    const widths = new Map<number, number>();
    let filled = 0;
    for (const row of data) {
      if (row.every(isBlank)) continue;
      filled++;
      widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    }
    let score = 0;
    for (const [width, count] of widths) {
      if (width > 1) score = Math.max(score, (count / Math.max(1, filled)) * (1 + Math.min(width, 20) / 100));
    }
    if (score > most + 1e-9) [best, most] = [separator, score];
  }
  return best;
}
