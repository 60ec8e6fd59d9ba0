// Reads an XLSX workbook into sheets of text. Called by read.ts with an archive whose entries are unfolded within limits.
// Formulas are never computed: the result that the workbook keeps is what counts. Only rows and cells that hold something
// are kept, so a lone cell in the last corner of a sheet costs nothing. Never throws for what the file holds.

import { LIMITS } from "./limits.js";
import { problem, type FileProblemCode } from "./problems.js";
import type { FileProblem, Merge, Sheet } from "./sheet.js";
import { shownBy, type Shown } from "./xlsx-numbers.js";
import { readSheetXml } from "./xlsx-sheet.js";
import { attribute, prefixed, unescaped, walk } from "./xlsx-xml.js";
import type { Budget, Entry } from "./zip.js";

/** True when the archive is a workbook of this kind. */
export function isWorkbook(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => /^\/?xl\/workbook\.xml$/i.test(name));
}

/** What the sheets of a workbook share. */
export interface Shared {
  strings: string[];
  styles: Shown[];
  base1904: boolean;
}

/** Reads all sheets, in the order of their tabs. */
export function readWorkbook(
  file: string,
  entries: readonly Entry[],
  budget: Budget,
): { sheets: Sheet[]; problems: FileProblem[] } {
  const problems: FileProblem[] = [];
  const byName = new Map(entries.map((entry) => [entry.name.replace(/^\//, "").toLowerCase(), entry]));
  const part = (name: string, most?: number): string | undefined => {
    const entry = byName.get(name.toLowerCase());
    const read = entry?.read(budget, most);
    if (!entry || !read) return undefined;
    if ("problem" in read) {
      const values = { entry: entry.name, limit: LIMITS.unfolded, ratio: LIMITS.ratio };
      problems.push(problem(read.problem, file, "error", values));
      return undefined;
    }
    return xmlText(read.bytes);
  };
  const workbook = part("xl/workbook.xml");
  if (workbook === undefined) {
    if (problems.length === 0) problems.push(problem("bad-workbook", file, "error", { entry: "workbook.xml" }));
    return { sheets: [], problems };
  }
  const { tabs, base1904 } = readTabs(workbook);
  const targets = readTargets(part("xl/_rels/workbook.xml.rels") ?? "");
  const shared: Shared = {
    strings: readStrings(part("xl/sharedStrings.xml") ?? ""),
    styles: readStyles(part("xl/styles.xml") ?? ""),
    base1904,
  };
  if (tabs.length > LIMITS.sheets) {
    problems.push(problem("too-many-sheets", file, "warning", { count: tabs.length, limit: LIMITS.sheets }));
  }
  const sheets: Sheet[] = [];
  for (const [i, tab] of tabs.slice(0, LIMITS.sheets).entries()) {
    const target = targets.get(tab.relation) ?? `xl/worksheets/sheet${i + 1}.xml`;
    if (!/worksheets\//i.test(target)) continue; // a sheet that is one chart
    const xml = part(target, budget.xml);
    if (xml === undefined) {
      if (!byName.has(target.toLowerCase()))
        problems.push(problem("bad-workbook", file, "error", { entry: target }, tab.name));
      continue;
    }
    const read = readSheetXml(xml, shared, budget);
    budget.cells -= read.kept;
    budget.xml -= Math.min(budget.xml, xml.length);
    const tell = (
      code: FileProblemCode,
      severity: FileProblem["severity"],
      values: Record<string, string | number>,
    ): void => void problems.push(problem(code, file, severity, values, tab.name));
    // What is not read to its end must not pass for the whole.
    if (read.cut !== undefined) tell("too-many-cells", "error", { limit: read.limit, line: read.cut });
    if (read.long !== undefined) tell("long-cell", "warning", { line: read.long, limit: LIMITS.cell });
    if (read.unsolved > 0) tell("no-values", "warning", { count: read.unsolved });
    if (!read.sound) tell("bad-workbook", "error", { entry: target });
    fillMerges(read.rows, read.merges);
    const { rows, lines, columns, merges } = read;
    const { name, hidden } = tab;
    sheets.push({ id: "", file, name, kind: "workbook", decimal: ".", lines, columns, rows, merges, hidden });
  }
  return { sheets, problems };
}

/** XML is UTF-8 unless a mark says otherwise. */
function xmlText(bytes: Uint8Array): string {
  const mark = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  return new TextDecoder(mark).decode(bytes);
}

interface Tab {
  name: string;
  relation: string;
  hidden: boolean;
}

function readTabs(xml: string): { tabs: Tab[]; base1904: boolean } {
  const tabs: Tab[] = [];
  let base1904 = false;
  walk(xml, {
    open(name, attributes) {
      if (name === "workbookPr") base1904 = /^(1|true)$/.test(attribute(attributes(), "date1904") ?? "");
      if (name !== "sheet") return;
      const own = attributes();
      tabs.push({
        name: attribute(own, "name") ?? "",
        relation: prefixed(own, "id") ?? "",
        hidden: /hidden/i.test(attribute(own, "state") ?? ""),
      });
    },
    done: () => tabs.length > 10_000,
  });
  return { tabs, base1904 };
}

/** Relation id to the name of the part, from the root of the archive. */
function readTargets(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  walk(xml, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const own = attributes();
      const target = attribute(own, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`;
      targets.set(attribute(own, "Id") ?? "", path);
    },
    done: () => targets.size > 10_000,
  });
  return targets;
}

/** Texts that cells refer to by number; phonetic hints are left out. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let inHint = false;
  walk(xml, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") inText = !inHint;
      else if (name === "rPh") inHint = true;
    },
    close(name) {
      if (name === "si") strings.push(unescaped(text));
      else if (name === "t") inText = false;
      else if (name === "rPh") inHint = false;
    },
    text(part) {
      if (inText && text.length <= LIMITS.cell) text += part;
    },
    done: () => strings.length > LIMITS.cells,
  });
  return strings;
}

/** What each style shows of a number. */
function readStyles(xml: string): Shown[] {
  const codes = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  walk(xml, {
    open(name, attributes) {
      if (name === "numFmt") {
        const own = attributes();
        codes.set(Number(attribute(own, "numFmtId")), attribute(own, "formatCode") ?? "");
      } else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attribute(attributes(), "numFmtId") ?? 0);
        styles.push(shownBy(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
    done: () => styles.length > 100_000,
  });
  return styles;
}

/** A merged block over several lines of one column says the same in each of them. */
function fillMerges(rows: Sheet["rows"], merges: readonly Merge[]): void {
  if (merges.length === 0) return;
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const { top, bottom, left, right } of merges) {
    const value = left === right ? byLine.get(top)?.cells[left] : undefined;
    if (!value) continue;
    for (let line = top + 1; line <= bottom; line++) {
      const cells = byLine.get(line)?.cells;
      if (!cells || cells[left]) continue;
      while (cells.length < left) cells.push("");
      cells[left] = value;
    }
  }
}
