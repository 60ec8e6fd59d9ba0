// From files to sheets: finds out what each file is and reads it. Called by the page's worker and the CLI through
// ../import.ts. READ THIS FIRST of this folder. A file that cannot be read is a FileProblem; nothing here throws for one.

import { readCsv } from "./csv.js";
import { decodeText, mojibake } from "./decode.js";
import { LIMITS } from "./limits.js";
import { problem } from "./problems.js";
import type { Encoding, FileProblem, FilesRead, Separator, Sheet, SourceFile } from "./sheet.js";
import { isWorkbook, readWorkbook } from "./xlsx.js";
import { isZip, readZip, type Budget, type Entry } from "./zip.js";

/** What a person may say instead of what is found out, for files of text. */
export interface ReadOptions {
  encoding?: Encoding;
  separator?: Separator;
}

/** Reads files, archives of files included. Sheets come in the order of the files and tabs. */
export function readFiles(files: readonly SourceFile[], options: ReadOptions = {}): FilesRead {
  const reader = new Reader(options);
  if (files.length > LIMITS.files) {
    reader.say(problem("too-many-files", "", "error", { count: files.length, limit: LIMITS.files }));
  }
  for (const file of files.slice(0, LIMITS.files)) reader.file(file.name, file.bytes, 0);
  return reader.done();
}

/** Reads cells that were pasted from a spreadsheet, or typed. */
export function readPasted(text: string, name = "", options: ReadOptions = {}): FilesRead {
  const reader = new Reader(options);
  reader.table(name, text, "pasted");
  return reader.done();
}

const JUNK = /(^|\/)(__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)/;
const TABLE = /\.(csv|tsv|tab|txt|xlsx|xlsm|json|jsonc)$/i;

class Reader {
  readonly #options: ReadOptions;
  readonly #sheets: Sheet[] = [];
  readonly #problems: FileProblem[] = [];
  readonly #budget: Budget = { unfolded: LIMITS.unfolded, cells: LIMITS.cells, xml: LIMITS.xml };
  #event: FilesRead["event"];

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  say(found: FileProblem): void {
    if (this.#problems.length < 200) this.#problems.push(found);
  }

  file(name: string, bytes: Uint8Array, depth: number): void {
    const no = (code: Parameters<typeof problem>[0], values = {}): void =>
      this.say(problem(code, name, "error", values));
    if (bytes.length === 0) return no("empty");
    if (bytes.length > LIMITS.bytes) return no("too-large", { size: bytes.length, limit: LIMITS.bytes });
    if (isZip(bytes)) return this.#archive(name, bytes, depth);
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) return no("old-workbook");
    const decoded = decodeText(bytes, this.#options.encoding);
    if (!decoded || isOtherKind(decoded.text)) return no("not-a-table");
    const { text, encoding, marked } = decoded;
    if (/^\s*[{[]|^\s*\/[/*]/.test(text.slice(0, 1000)) && !/\.(csv|tsv|tab)$/i.test(name))
      return this.#json(name, text);
    if (text.trim() === "") return no("empty");
    const sample = mojibake(text);
    if (sample) this.say(problem("mojibake", name, "warning", { sample }));
    this.table(name, text, "text", { encoding, marked });
  }

  /** Reads separated text. */
  table(file: string, text: string, kind: "text" | "pasted", from?: { encoding: Encoding; marked: boolean }): void {
    const separator = this.#options.separator ?? (/\.(tsv|tab)$/i.test(file) ? "\t" : undefined);
    const read = readCsv(text, this.#budget.cells, separator);
    this.#budget.cells -= read.rows.reduce((sum, row) => sum + row.cells.length, 0);
    const warn = (code: Parameters<typeof problem>[0], line: number | undefined, limit: number): void => {
      // What is not read to its end must not pass for the whole.
      const severity = code.startsWith("too-many") ? "error" : "warning";
      if (line !== undefined) this.say(problem(code, file, severity, { line, limit }));
    };
    warn("quotes", read.quotes, 0);
    warn(read.limit === LIMITS.rows ? "too-many-rows" : "too-many-cells", read.cut, read.limit ?? 0);
    warn("too-wide", read.wide, LIMITS.columns);
    warn("long-cell", read.long, LIMITS.cell);
    const { rows, lines, columns } = read;
    if (rows.length === 0) return this.say(problem("empty", file, "error"));
    const detected = from && { ...from, separator: read.separator };
    const decimal = read.separator !== "," && hasDecimalCommas(rows) ? "," : ".";
    this.#sheets.push({
      id: "",
      file,
      name: "",
      kind,
      ...(detected && { detected }),
      decimal,
      lines,
      columns,
      rows,
      merges: [],
      hidden: false,
    });
  }

  #archive(name: string, bytes: Uint8Array, depth: number): void {
    const archive = readZip(bytes);
    if ("problem" in archive) return this.say(problem(archive.problem, name, "error", archive.values));
    const { entries } = archive;
    if (isWorkbook(entries)) {
      const { sheets, problems } = readWorkbook(name, entries, this.#budget);
      this.#sheets.push(...sheets.filter(({ rows }) => rows.length > 0));
      problems.forEach((found) => this.say(found));
      if (problems.length === 0 && sheets.every(({ rows }) => rows.length === 0))
        this.say(problem("empty", name, "error"));
      return;
    }
    if (entries.some((entry) => /^(mimetype|content\.xml|word\/|ppt\/|xl\/|Index\/)/.test(entry.name))) {
      return this.say(problem("other-workbook", name, "error"));
    }
    const wanted = entries.filter((entry) => !JUNK.test(entry.name));
    const tables = wanted.filter((entry) => TABLE.test(entry.name));
    for (const { name: entry } of wanted) {
      if (!TABLE.test(entry)) this.say(problem("left-aside", name, "warning", { entry }));
    }
    if (tables.length === 0) return this.say(problem("not-a-table", name, "error"));
    for (const entry of tables) this.#entry(name, entry, depth);
  }

  #entry(archive: string, entry: Entry, depth: number): void {
    const read = entry.read(this.#budget);
    if ("problem" in read) {
      const values = { entry: entry.name, limit: LIMITS.unfolded, ratio: LIMITS.ratio };
      return this.say(problem(read.problem, archive, "error", values));
    }
    // A workbook in an archive is read; an archive in an archive is not.
    if (isZip(read.bytes) && (depth > 0 || !/\.xls[xm]$/i.test(entry.name))) {
      return this.say(problem("left-aside", archive, "warning", { entry: entry.name }));
    }
    this.file(entry.name, read.bytes, depth + 1);
  }

  #json(file: string, text: string): void {
    if (this.#event) this.say(problem("two-events", file, "error", { entry: this.#event.file }));
    else this.#event = { file, text };
  }

  done(): FilesRead {
    const seen = new Map<string, number>();
    for (const sheet of this.#sheets) {
      const id = sheet.name === "" ? sheet.file : `${sheet.file}#${sheet.name}`;
      const count = (seen.get(id) ?? 0) + 1;
      seen.set(id, count);
      sheet.id = count === 1 ? id : `${id}~${count}`;
    }
    return { sheets: this.#sheets, ...(this.#event && { event: this.#event }), problems: this.#problems };
  }
}

/** Text, but of another kind: a web page saved as a workbook, a PDF, a picture in letters. */
function isOtherKind(text: string): boolean {
  const head = text.slice(0, 500).trimStart();
  if (/^(<!doctype|<html|<\?xml|<table|%PDF|\{\\rtf)/i.test(head)) return true;
  const strange = head.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > head.length / 20;
}

/** True when numbers such as 1,5 stand in the table, and none such as 1.5. */
function hasDecimalCommas(rows: Sheet["rows"]): boolean {
  let commas = 0;
  let looked = 0;
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.length > 12) continue;
      if (/^-?\d+,\d+$/.test(cell)) commas++;
      else if (/^-?\d+\.\d+$/.test(cell)) commas--;
    }
    if (++looked > 2000) break;
  }
  return commas > 0;
}
