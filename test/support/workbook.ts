// Writes small XLSX workbooks for tests, part by part, so that a test can make one wrong on purpose. Cells are shared
// strings and numbers, as spreadsheets write them.

import { strToU8, zipSync } from "fflate";

export type Value = string | number | boolean | null;

export interface SheetSource {
  name: string;
  rows: readonly (readonly Value[])[];
  /** References such as "A1:C1". */
  merges?: readonly string[];
  hidden?: boolean;
}

/** The parts of a workbook by name, as text. */
export function workbookParts(sheets: readonly SheetSource[]): Record<string, string> {
  const strings = new Map<string, number>();
  const number = (text: string): number => {
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text)!;
  };
  const cell = (value: Value, row: number, column: number): string => {
    const at = `r="${letter(column)}${row}"`;
    if (value === null || value === "") return "";
    if (typeof value === "number") return `<c ${at}><v>${value}</v></c>`;
    if (typeof value === "boolean") return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
    return `<c ${at} t="s"><v>${number(value)}</v></c>`;
  };
  const parts: Record<string, string> = {};
  sheets.forEach(({ rows, merges = [] }, i) => {
    const lines = rows.map(
      (row, r) => `<row r="${r + 1}">${row.map((value, c) => cell(value, r + 1, c)).join("")}</row>`,
    );
    const blocks = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData>${blocks && `<mergeCells>${blocks}</mergeCells>`}</worksheet>`;
  });
  const tabs = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${hidden ? ' state="hidden"' : ""}/>`,
  );
  const relations = sheets.map(
    (_, i) => `<Relationship Id="rId${i + 1}" Type="${REL}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  parts["xl/workbook.xml"] =
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${tabs.join("")}</sheets></workbook>`;
  parts["xl/_rels/workbook.xml.rels"] = `${HEAD}<Relationships>${relations.join("")}</Relationships>`;
  parts["xl/sharedStrings.xml"] =
    `${HEAD}<sst xmlns="${MAIN}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join("")}</sst>`;
  return parts;
}

/** A workbook as the bytes of its file. */
export function workbook(sheets: readonly SheetSource[]): Uint8Array {
  return zipParts(workbookParts(sheets));
}

/** Parts as an archive. */
export function zipParts(parts: Record<string, string | Uint8Array>): Uint8Array {
  const entries = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const,
  );
  return zipSync(Object.fromEntries(entries));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function letter(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** Control characters have their own escape in workbooks. */
function escape(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(
      /[\u0000-\u0008\u000b-\u001f]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    );
}
