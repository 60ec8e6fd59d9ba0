// Tables as CSV that spreadsheets open rightly and take for no formula. Called through ../export.ts. Dates are ISO and times
// HH:MM, which every spreadsheet and our own import read in any language.

import type { Locale } from "../../rules/rule.js";
import { csvText } from "../files/write.js";
import type { Column, TableOf, Value } from "./tables.js";
import { clockText } from "./words.js";

const MARK = "\ufeff";

/** The text of one file: a mark for its encoding, semicolons in French, lines that end as spreadsheets expect. */
export function csvOf({ columns, rows }: Pick<TableOf, "columns" | "rows">, locale: Locale): string {
  const text = csvText(
    [columns.map(({ title }) => title), ...rows.map((row) => row.map((value, i) => cellText(value, columns[i]!)))],
    locale,
  );
  return text.startsWith(MARK) ? text : MARK + text;
}

function cellText(value: Value, { type }: Column): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (type === "time") return clockText(value);
  if (type === "share") return `${Math.floor(value / 10)}%`;
  return String(value);
}
