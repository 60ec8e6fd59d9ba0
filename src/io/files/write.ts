// Rows of text as a CSV file that spreadsheets open rightly: English with commas, French with semicolons and a mark for
// the encoding. Called by import/export.ts and import/examples.ts. Cells that look like formulas are made harmless.

import Papa from "papaparse";
import type { Locale } from "../../rules/rule.js";
import { neutral } from "../import/words.js";

/** The text of a CSV file; its lines end as spreadsheets expect. */
export function csvText(rows: readonly (readonly string[])[], locale: Locale): string {
  const cells = rows.map((row) => row.map(neutral));
  const text = Papa.unparse(cells, { delimiter: locale === "fr" ? ";" : ",", newline: "\r\n" });
  return `${locale === "fr" ? "\ufeff" : ""}${text}\r\n`;
}
