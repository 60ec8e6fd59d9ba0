// Tables as an XLSX workbook: one sheet each, titles frozen, dates and times as such, texts as texts. Called through
// ../export.ts. A cell of text is never a formula, whatever it begins with: it is a shared string.
//
// Written here, on fflate: of the libraries that are kept, the small one packs in workers made of blob: addresses, which the
// page's policy forbids, and writes the time of day into the file; the others are many times the size of what is needed.

import { strToU8, zipSync, type Zippable } from "fflate";
import type { Column, ColumnType, TableOf, Value } from "./tables.js";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Positions in cellXfs. */
const STYLE: Record<ColumnType | "title", number> = { text: 1, integer: 2, date: 3, time: 4, share: 5, title: 6 };
/** Characters of a cell, and rows of a sheet, that spreadsheets hold. */
const LONGEST = 32_767;
const MOST_ROWS = 1_048_576;

/** The bytes of a workbook; the same tables give the same bytes. */
export function xlsxOf(tables: readonly TableOf[]): Uint8Array {
  const strings = new Strings();
  const parts: Record<string, string> = {};
  tables.forEach((table, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(table, strings)));
  const ids = tables.map((_, i) => i + 1);
  parts["xl/workbook.xml"] = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets>${tables
    .map(({ title }, i) => `<sheet name="${xml(sheetName(title))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join("")}</sheets></workbook>`;
  const relations = [
    ...ids.map((i) => `<Relationship Id="rId${i}" Type="${REL}/worksheet" Target="worksheets/sheet${i}.xml"/>`),
    `<Relationship Id="rId${ids.length + 1}" Type="${REL}/styles" Target="styles.xml"/>`,
    `<Relationship Id="rId${ids.length + 2}" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/>`,
  ];
  parts["xl/_rels/workbook.xml.rels"] =
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`;
  parts["xl/styles.xml"] = STYLES;
  parts["xl/sharedStrings.xml"] = strings.xml();
  parts["_rels/.rels"] =
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
  const contents = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    ...ids.map((i) => `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${TYPE}.worksheet+xml"/>`),
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>`,
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>`,
  ];
  const files: Zippable = {
    "[Content_Types].xml": strToU8(
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${contents.join("")}</Types>`,
    ),
  };
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text);
  // An archive holds local time: this date is the same everywhere.
  return zipSync(files, { mtime: new Date(2000, 0, 1) });
}

/** Texts of the workbook, each once. */
class Strings {
  readonly #index = new Map<string, number>();
  #uses = 0;

  of(text: string): number {
    this.#uses++;
    let index = this.#index.get(text);
    if (index === undefined) this.#index.set(text, (index = this.#index.size));
    return index;
  }

  xml(): string {
    const items = [...this.#index.keys()].map((text) => `<si><t xml:space="preserve">${xml(text)}</t></si>`);
    return `${HEAD}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${items.length}">${items.join("")}</sst>`;
  }
}

function sheetXml({ columns, rows }: TableOf, strings: Strings): string {
  const last = letters(columns.length - 1);
  const kept = rows.slice(0, MOST_ROWS - 1);
  const widths = columns.map(
    ({ width, title }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${Math.max(width, title.length + 2)}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, i) => textCell(title, `${letters(i)}1`, STYLE.title, strings)).join("");
  const lines = kept.map((row, r) => {
    const cells = row.map((value, i) => cellXml(value, columns[i]!, `${letters(i)}${r + 2}`, strings)).join("");
    return `<row r="${r + 2}">${cells}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData><row r="1">${titles}</row>${lines.join("")}</sheetData><autoFilter ref="A1:${last}${kept.length + 1}"/></worksheet>`;
}

function cellXml(value: Value, { type }: Column, at: string, strings: Strings): string {
  if (value === null || value === "") return "";
  if (type === "date") return numberCell(serial(String(value)), at, STYLE.date);
  if (typeof value === "string") return textCell(value, at, STYLE.text, strings);
  if (type === "time") return numberCell(value / 1440, at, STYLE.time);
  if (type === "share") return numberCell(value / 1000, at, STYLE.share);
  return numberCell(value, at, STYLE.integer);
}

function textCell(text: string, at: string, style: number, strings: Strings): string {
  return `<c r="${at}" s="${style}" t="s"><v>${strings.of(text.slice(0, LONGEST))}</v></c>`;
}

function numberCell(value: number, at: string, style: number): string {
  return `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

/** Days since the last day of 1899, as spreadsheets count. */
function serial(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

function letters(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

/** What a sheet may be called: 31 characters, some of them forbidden. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

/** A text in XML 1.0: what it cannot hold has an escape of its own in workbooks, and so has what looks like one. */
function xml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_")
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`,
    )
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

// Formats 14 and 20 are the reader's own date and time; 49 is text, 9 per cent.
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF0F0ED"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[
  49, 1, 14, 20, 9,
]
  .map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
  .join(
    "",
  )}<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>`;
