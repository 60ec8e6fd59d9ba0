// The workbook and the CSV, read back by our own reader: every value is there, texts are texts, and no cell is a formula.

import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { csvOf, exportFiles, organiserTables, xlsxOf, type TableOf } from "../../../../src/io/export.js";
import { clockText } from "../../../../src/io/export/words.js";
import { literal, neutral } from "../../../../src/io/import/words.js";
import { readFiles, type Sheet } from "../../../../src/io/import.js";
import { explain } from "../../../../src/explain.js";
import { factsOf } from "../../../../src/rules/facts.js";
import { eventOf, scheduleOf } from "../../../support/event-builder.js";
import { HOSTILE, randomExport } from "../../../support/random-export.js";

/** A table as a reader of spreadsheets shows it, without empty cells at the end of a row. */
function shown({ columns, rows }: TableOf): string[][] {
  const text = (value: string | number | null, i: number): string => {
    const { type } = columns[i]!;
    if (value === null) return "";
    if (type === "time") return clockText(Number(value));
    if (type === "share") return `${Math.floor(Number(value) / 10)}%`;
    return String(value);
  };
  return [columns.map(({ title }) => title), ...rows.map((row) => row.map(text))].map(trimmed);
}

function trimmed(row: readonly string[]): string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);
}

function cellsOf({ rows }: Sheet): string[][] {
  return rows.map(({ cells }) => trimmed(cells));
}

describe("the workbook", () => {
  it("holds every value of the tables, sheet by sheet", () => {
    let cells = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { facts, schedule } = randomExport(seed);
      const tables = organiserTables(facts, schedule, "en");
      const { sheets, problems } = readFiles([{ name: "schedule.xlsx", bytes: xlsxOf(tables) }]);
      expect(problems).toEqual([]);
      const wanted = tables.map((table) => {
        const ofShares = table.columns.map(({ type }) => type === "share");
        // A spreadsheet shows a share as a number; whole per cent are compared.
        return shown(table).map((row) => row.map((cell, i) => (ofShares[i] ? cell.replace("%", "") : cell)));
      });
      const found = sheets.map((sheet, s) => {
        const shares = tables[s]!.columns.map(({ type }) => type === "share");
        const percent = (cell: string): string => String(Math.floor(Math.round(Number(cell) * 1000) / 10));
        return cellsOf(sheet).map((row, r) =>
          row.map((cell, i) => (r > 0 && shares[i] && cell !== "" ? percent(cell) : cell)),
        );
      });
      expect(found, `seed ${seed}`).toEqual(wanted);
      cells += wanted.flat(2).length;
    }
    expect(cells).toBeGreaterThan(20_000);
  });

  it("has no formula, a frozen head, typed cells, and the same bytes each time", () => {
    const facts = factsOf(eventOf());
    const schedule = scheduleOf(["b1 s1 am.1", "b2 s2 pm.2"]);
    const tables = organiserTables(facts, schedule, "fr");
    const parts = unzipSync(xlsxOf(tables));
    const names = Object.keys(parts).filter((name) => name.startsWith("xl/worksheets/"));
    expect(names.length).toBe(5);
    for (const name of names) {
      const xml = new TextDecoder().decode(parts[name]);
      expect(xml).not.toMatch(/<f[\s>]/);
      expect(xml).toContain('state="frozen"');
    }
    const meetings = new TextDecoder().decode(parts["xl/worksheets/sheet1.xml"]);
    expect(meetings).toMatch(/<c r="A2" s="3"><v>\d{5}<\/v><\/c><c r="B2" s="4"><v>0\.\d+<\/v><\/c>/);
    expect(xlsxOf(tables)).toEqual(xlsxOf(organiserTables(facts, schedule, "fr")));
  });

  it("holds what XML cannot, and what looks like an escape, as it is", () => {
    const texts = [...HOSTILE, "a\u0000b\u0001c\r\nd\te", "_x0041_", "_x000D_", "x\ufffe"];
    const table: TableOf = {
      id: "people",
      title: "A [very] long: name / for a sheet?",
      columns: [{ title: "=1+1", type: "text", width: 10 }],
      rows: texts.map((text) => [text]),
      confidential: true,
    };
    const { sheets, problems } = readFiles([{ name: "a.xlsx", bytes: xlsxOf([table]) }]);
    expect(problems).toEqual([]);
    // The reader takes line breaks of any kind for one, and cuts the ends of cells as every import does.
    const plain = (text: string): string => text.replace(/\r\n?/g, "\n");
    expect(cellsOf(sheets[0]!).map(([cell]) => plain(cell ?? ""))).toEqual(["=1+1", ...texts].map(plain));
  });
});

describe("CSV", () => {
  it("holds every value of the tables, with formulas made harmless, in both languages", () => {
    for (let seed = 0; seed < 60; seed++) {
      const { facts, schedule } = randomExport(seed);
      for (const locale of ["en", "fr"] as const) {
        for (const table of organiserTables(facts, schedule, locale)) {
          const text = csvOf(table, locale);
          expect(text.startsWith("\ufeff")).toBe(true);
          expect(text.split("\r\n")[0]).toContain(locale === "fr" ? ";" : ",");
          const { sheets } = readFiles([{ name: "a.csv", bytes: new TextEncoder().encode(text) }]);
          const rows = cellsOf(sheets[0]!);
          expect(
            rows.map((row) => row.map(literal)),
            `seed ${seed}`,
          ).toEqual(shown(table));
          expect(rows.flat().every((cell) => neutral(cell) === cell || cell.startsWith("'"))).toBe(true);
        }
      }
    }
  });
});

describe("the organiser's tables", () => {
  it("answer every wish as the judge does", () => {
    let unmet = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { spec, facts, schedule } = randomExport(seed);
      const tables = organiserTables(facts, schedule, "en");
      const wishes = tables.find(({ id }) => id === "wishes")!;
      const people = tables.find(({ id }) => id === "people")!;
      const answers = wishes.rows.map((row) => String(row.at(-1)));
      expect(answers.every((answer) => answer !== "")).toBe(true);
      expect(wishes.rows.length).toBe(spec.wishes.length);
      const open = answers.filter((answer) => !/^(Met|Refusal)$/.test(answer)).length;
      expect(open).toBe(explain(facts, schedule).length);
      expect(answers.filter((answer) => answer === "Refusal").length).toBe(
        spec.wishes.filter(({ veto }) => veto).length,
      );
      const sum = (column: number): number => people.rows.reduce((total, row) => total + Number(row[column]), 0);
      expect(sum(5)).toBe(2 * schedule.meetings.length);
      expect(sum(9)).toBe(answers.filter((answer) => answer === "Met").length);
      unmet += open;
    }
    expect(unmet).toBeGreaterThan(500);
  });

  it("those that tell of wishes are marked", async () => {
    const { facts, schedule } = randomExport(3);
    const { files } = await exportFiles(facts, schedule, { format: "csv", locale: "en" });
    expect(files.filter(({ confidential }) => confidential).map(({ name }) => name)).toEqual([
      "people.csv",
      "wishes.csv",
    ]);
  });
});
