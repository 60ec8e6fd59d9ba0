// What files give: text in every encoding, workbooks with their odd cells, archives; and what each file that is no table
// is told.

import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { columnName, readFiles, readPasted, type FilesRead } from "../../../../src/io/import.js";
import { cleanCell, joinList, neutral, splitList } from "../../../../src/io/import/words.js";
import fc from "fast-check";
import { workbook, workbookParts, zipParts } from "../../../support/workbook.js";

function read(name: string, data: string | Uint8Array): FilesRead {
  return readFiles([{ name, bytes: typeof data === "string" ? strToU8(data) : data }]);
}

function cells(found: FilesRead): string[][] {
  return found.sheets[0]!.rows.map((row) => row.cells);
}

function codes(found: FilesRead): string[] {
  return found.problems.map(({ code }) => code);
}

describe("text", () => {
  it.each([
    ["semicolons", "a;b\n1;2", ";"],
    ["commas", "a,b\n1,2", ","],
    ["tabs", "a\tb\n1\t2", "\t"],
    ["bars", "a|b\n1|2", "|"],
    ["semicolons with commas inside", "a;b\n1,5;2,5\n3,5;4", ";"],
    ["commas with semicolons inside", 'a,b\n"x; y",2\nz; w,3', ","],
    ["what Excel is told", "sep=|\na|b\n1|2", "|"],
  ])("%s", (_, text, separator) => {
    const found = read("a.csv", text);
    expect(found.sheets[0]!.detected!.separator).toBe(separator);
    expect(cells(found)[0]).toEqual(["a", "b"]);
  });

  it("counts lines as a spreadsheet does: quoted breaks are none, blank lines are some", () => {
    const found = read("a.csv", 'a;b\r\n\r\n"x\r\ny";1\r\n;;\r\nz;2\r\n\r\n');
    expect(found.sheets[0]!.rows).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 3, cells: ["x\ny", "1"] },
      { line: 5, cells: ["z", "2"] },
    ]);
    expect(found.sheets[0]).toMatchObject({ lines: 5, columns: 2 });
  });

  it("with a quotation mark too many is read, and said", () => {
    expect(codes(read("a.csv", 'a;b\n"x;1\ny;2'))).toEqual(["quotes"]);
  });

  it("pasted is read like a file", () => {
    expect(cells(readPasted("a\tb\r\n1\t2\r\n"))).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  it("in an encoding that a person names", () => {
    const bytes = Uint8Array.from([0x8e, 0x3b, 0x78, 0x0a]);
    expect(readFiles([{ name: "a.csv", bytes }]).sheets[0]!.rows[0]!.cells[0]).toBe("Ž");
    expect(readFiles([{ name: "a.csv", bytes }], { encoding: "macintosh" }).sheets[0]!.rows[0]!.cells[0]).toBe("é");
  });
});

describe("a workbook", () => {
  const sheet = (xml: string, more: Record<string, string> = {}): FilesRead =>
    read(
      "a.xlsx",
      zipParts({
        ...workbookParts([{ name: "S", rows: [["x"]] }]),
        "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
        ...more,
      }),
    );

  it("gives numbers as people write them, dates, times, truth, formulas' results, rich text, escapes", () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[$-40C]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="201" formatCode="0.00&quot;d&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs></styleSheet>';
    const row =
      '<row r="2"><c r="A2"><v>0.30000000000000004</v></c><c r="B2" s="1"><v>46464</v></c><c r="C2" s="2"><v>0.375</v></c><c r="D2" s="3"><v>46464.375</v></c><c r="E2" s="4"><v>46464</v></c><c r="F2" s="5"><v>5</v></c>' +
      '<c r="G2" t="b"><v>1</v></c><c r="H2" t="str"><f>A1</f><v>sum</v></c><c r="I2" t="inlineStr"><is><r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh></is></c><c r="J2" t="str"><v>a_x000A_b &amp;lt;</v></c><c r="K2" t="e"><v>#REF!</v></c></row>';
    const found = sheet(row, { "xl/styles.xml": styles });
    expect(found.problems).toEqual([]);
    expect(found.sheets[0]!.rows).toEqual([
      {
        line: 2,
        cells: [
          "0.3",
          "2027-03-18",
          "09:00",
          "2027-03-18 09:00",
          "2027-03-18",
          "5",
          "TRUE",
          "sum",
          "rich",
          "a\nb &lt;",
          "#REF!",
        ],
      },
    ]);
  });

  it("keeps gaps, whatever the order of rows, and needs no references", () => {
    expect(
      sheet('<row r="3"><c r="C3"><v>1</v></c></row><row r="1"><c><v>2</v></c><c><v>3</v></c></row>').sheets[0]!.rows,
    ).toEqual([
      { line: 1, cells: ["2", "3"] },
      { line: 3, cells: ["", "", "1"] },
    ]);
  });

  it("says which formulas have no result", () => {
    const found = sheet('<row><c r="A1"><f>NOW()</f></c><c r="B1"><v>1</v></c></row>');
    expect(codes(found)).toEqual(["no-values"]);
  });

  it("costs nothing for a lone cell in the last corner", () => {
    const found = sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>');
    expect(found.sheets[0]).toMatchObject({ lines: 1_048_576, columns: 16_384 });
    expect(found.sheets[0]!.rows).toHaveLength(1);
  });

  it("gives its sheets in order, hidden ones marked, empty ones left out", () => {
    const found = read(
      "a.xlsx",
      workbook([
        { name: "B & <b>", rows: [["x"]] },
        { name: "Empty", rows: [] },
        { name: "A", rows: [["y"]], hidden: true },
      ]),
    );
    expect(found.sheets.map(({ id, hidden }) => [id, hidden])).toEqual([
      ["a.xlsx#B & <b>", false],
      ["a.xlsx#A", true],
    ]);
  });
});

describe("what is no table says what it is", () => {
  const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files);
  it.each<[string, string, string | Uint8Array, string[]]>([
    ["nothing", "a.csv", "", ["empty"]],
    ["blanks", "a.csv", " \n;;\n", ["empty"]],
    ["an old workbook", "a.xls", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), ["old-workbook"]],
    [
      "another workbook",
      "a.ods",
      zip({ mimetype: strToU8("application/vnd.oasis"), "content.xml": strToU8("<x/>") }),
      ["other-workbook"],
    ],
    ["a picture", "a.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), ["not-a-table"]],
    ["a web page", "a.xls", "<html><table><tr><td>x</td></tr></table>", ["not-a-table"]],
    ["a PDF", "a.csv", "%PDF-1.7 x", ["not-a-table"]],
    ["half an archive", "a.zip", zip({ "a.csv": strToU8("x;y") }).subarray(0, 40), ["bad-archive"]],
    ["an archive of pictures", "a.zip", zip({ "a.png": new Uint8Array(9) }), ["left-aside", "not-a-table"]],
    [
      "an archive in an archive",
      "a.zip",
      zip({ "b.zip": zip({ "a.csv": strToU8("x") }), "c.csv": strToU8("x;y\n1;2") }),
      ["left-aside"],
    ],
    ["an archive that unfolds to too much", "a.zip", zip({ "a.csv": new Uint8Array(30_000_000) }), ["too-much"]],
  ])("%s", (_, name, data, expected) => {
    expect(codes(read(name, data))).toEqual(expected);
  });

  it("an encrypted entry asks for a file without a password", () => {
    const bytes = zip({ "a.csv": strToU8("x;y") });
    const view = new DataView(bytes.buffer);
    const at = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    expect(codes(read("a.zip", bytes))).toEqual(["encrypted"]);
  });

  it("two events are one too many", () => {
    const found = readFiles(["a.json", "b.json"].map((name) => ({ name, bytes: strToU8("{}") })));
    expect([found.event!.file, codes(found)]).toEqual(["a.json", ["two-events"]]);
  });

  it("in both languages", () => {
    expect(read("a.csv", "").problems[0]!.text).toEqual({ en: "The file is empty.", fr: "Le fichier est vide." });
  });
});

describe("cells", () => {
  it("that look like formulas are made harmless, and come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'", "a", " ") }), (text) => {
        expect(neutral(text)).not.toMatch(/^[=+\-@\t\r]/);
        expect(cleanCell(neutral(text.trim()))).toBe(text.trim());
      }),
    );
  });

  it("that hold lists come back as they were", () => {
    const item = fc.string({ minLength: 1, unit: fc.constantFrom("a", "b", ",", ";", "|", '"', "\n", " ") });
    fc.assert(
      fc.property(fc.array(item), (items) => {
        expect(splitList(joinList(items))).toEqual(items);
      }),
    );
  });

  it("have the letters of a spreadsheet", () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  });
});
