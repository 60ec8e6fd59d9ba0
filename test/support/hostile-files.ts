// Files that an import meets by accident or by malice: noise, cut and changed real files, archives that unfold to too much,
// tables too wide, too long or too deep, names that mean something to JavaScript or HTML. Used by the fuzz test and the
// fuzz bench; the same number gives the same file.

import { strToU8, zipSync } from "fflate";
import type { SourceFile } from "../../src/io/import.js";
import { tablesOf } from "../../src/io/import.js";
import { Random } from "./random.js";
import { randomEvent } from "./random-event.js";
import { workbook, workbookParts, zipParts } from "./workbook.js";

export interface HostileFile extends SourceFile {
  kind: string;
}

const WORDS = [
  "Nom",
  "Prénom",
  "Société",
  "Côté",
  "Forfait",
  "Absences",
  "Choix 1",
  "Choix 2",
  "De",
  "Vers",
  "Priorité",
  "Id",
  "Name",
  "Lieu",
  "Capacité",
  "Besoins",
  "x",
  "1",
  "2",
  "non",
  "veto",
  "-",
  "0",
  "oui",
  "p0",
  "p1",
  "acme",
  "Sami Dumas",
  "Dumas Sami",
  "18/03 9h-10h30",
  "jeudi matin",
  "2027-03-17",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "<img src=x onerror=alert(1)>",
  '=HYPERLINK("x")',
  "@SUM(1)",
  "'=1",
  "+1",
  "\t",
  "#REF!",
  "1e999",
  "-1",
  "99999999999999999999",
  "1,5",
  "é",
  "عميل",
  "🙂",
  "\u202e",
  "Total",
  "a|b;c,d",
  '"q"',
  "",
];

function table(random: Random, separator: string): string {
  const rows = random.int(0, 30);
  const columns = random.int(1, 12);
  const cell = (): string => {
    const word = random.pick(WORDS);
    if (random.chance(0.1)) return `"${word.replace(/"/g, '""')}"`;
    return random.chance(0.05) ? `"${word}` : word;
  };
  const line = (): string =>
    Array.from({ length: random.chance(0.9) ? columns : random.int(0, 40) }, cell).join(separator);
  return Array.from({ length: rows }, line).join(random.pick(["\n", "\r\n", "\r", "\n\n"]));
}

/** Bytes with some of them changed, cut out, doubled or put elsewhere. */
function mutated(random: Random, bytes: Uint8Array): Uint8Array {
  let list = Array.from(bytes.length > 200_000 ? bytes.subarray(0, 200_000) : bytes);
  for (let n = random.int(1, 12); n > 0 && list.length > 0; n--) {
    const at = random.int(0, list.length - 1);
    const size = random.int(1, Math.min(64, list.length));
    const kind = random.int(0, 3);
    if (kind === 0) list[at] = random.int(0, 255);
    else if (kind === 1) list.splice(at, size);
    else if (kind === 2) list = [...list.slice(0, at), ...list.slice(at, at + size), ...list.slice(at)];
    else list.splice(at, 0, ...list.slice(0, size));
  }
  return Uint8Array.from(list);
}

function sheetXml(rows: string): string {
  return `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`;
}

function withSheet(xml: string, more: Record<string, string> = {}): Uint8Array {
  return zipParts({
    ...workbookParts([{ name: "People", rows: [["Nom"]] }]),
    "xl/worksheets/sheet1.xml": xml,
    ...more,
  });
}

/** An archive whose entries all point at the same bytes. */
function overlapping(): Uint8Array {
  const base = zipSync({ "a.csv": strToU8("x;".repeat(50_000)) });
  const view = new DataView(base.buffer, base.byteOffset, base.byteLength);
  const end = base.length - 22;
  const start = view.getUint32(end + 16, true);
  const central = base.subarray(start, end);
  const many = 200;
  const out = new Uint8Array(start + central.length * many + 22);
  out.set(base.subarray(0, start));
  for (let i = 0; i < many; i++) out.set(central, start + i * central.length);
  out.set(base.subarray(end), start + central.length * many);
  const tail = new DataView(out.buffer);
  const at = out.length - 22;
  tail.setUint16(at + 8, many, true);
  tail.setUint16(at + 10, many, true);
  tail.setUint32(at + 12, central.length * many, true);
  return out;
}

/** An archive whose sizes are not what it says. */
function lying(random: Random): Uint8Array {
  const bytes = zipSync({ "a.csv": strToU8("Nom;Société\n".repeat(random.int(1, 20_000))) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = view.getUint32(bytes.length - 22 + 16, true);
  const field = random.pick([20, 24, 42, 28, 30, 32]);
  if (field < 28 || field === 42)
    view.setUint32(at + field, random.pick([0, 1, 0xffffffff, 0x7fffffff, bytes.length, 4096]), true);
  else view.setUint16(at + field, random.pick([0, 1, 0xffff, 4096]), true);
  return bytes;
}

/** Small files, in turn of every kind; quick to make and to read. */
export function smallHostile(seed: number): HostileFile {
  const random = new Random(seed * 7919 + 13);
  const real = (): Uint8Array => {
    const tables = tablesOf(randomEvent(random.int(0, 500)), random.pick(["en", "fr"]));
    return strToU8(random.pick(Object.values(tables)));
  };
  const book = (): Uint8Array =>
    workbook([
      {
        name: random.pick(["Participants", "Vœux", "Acheteurs", "__proto__"]),
        rows: Array.from({ length: random.int(1, 12) }, () =>
          Array.from({ length: random.int(1, 8) }, () => random.pick<string | number>([...WORDS, 1, 2.5, 45_000])),
        ),
      },
      {
        name: "Souhaits",
        rows: [
          ["De", "Vers", "Priorité"],
          ["p0", "p1", 1],
        ],
        merges: ["A1:C1", "A9:ZZZ99"],
      },
    ]);
  const kinds: [string, string, () => Uint8Array][] = [
    ["random bytes", "a.csv", () => Uint8Array.from({ length: random.int(0, 3000) }, () => random.int(0, 255))],
    ["random text", "a.csv", () => strToU8(table(random, random.pick([";", ",", "\t", "|"])))],
    ["random text in UTF-16", "a.csv", () => utf16(table(random, ";"), random.chance(0.5))],
    ["mutated CSV", "participants.csv", () => mutated(random, real())],
    ["mutated XLSX", "a.xlsx", () => mutated(random, book())],
    ["XLSX of odd cells", "a.xlsx", book],
    [
      "mutated XML in XLSX",
      "a.xlsx",
      () => {
        const parts = workbookParts([
          {
            name: "Nom",
            rows: [
              ["Nom", "Société"],
              ["a", "b"],
            ],
          },
        ]);
        const name = random.pick(Object.keys(parts));
        return zipParts({ ...parts, [name]: mutated(random, strToU8(parts[name]!)) });
      },
    ],
    [
      "archive of tables",
      "a.zip",
      () =>
        zipSync({
          "p/participants.csv": real(),
          "../../wishes.csv": real(),
          "event.json": strToU8('{"format":"dancecard/event"}'),
          "x.exe": new Uint8Array(9),
        }),
    ],
    ["mutated archive", "a.zip", () => mutated(random, zipSync({ "participants.csv": real(), "a.xlsx": book() }))],
    ["lying archive", "a.zip", () => lying(random)],
    [
      "nested archive",
      "a.zip",
      () => {
        let bytes = zipSync({ "a.csv": real() });
        for (let i = random.int(1, 6); i > 0; i--)
          bytes = zipSync({ [random.pick(["a.zip", "a.xlsx", "a.csv"])]: bytes });
        return bytes;
      },
    ],
    [
      "JSON",
      "event.json",
      () =>
        strToU8(
          random.pick([
            "[".repeat(5000),
            '{"a":'.repeat(3000),
            "{}",
            '{"__proto__":{"x":1}}',
            '[{"participants":[1,null,{}]}]',
            "{",
          ]),
        ),
    ],
    [
      "far cells",
      "a.xlsx",
      () =>
        withSheet(
          sheetXml(
            `<row r="${random.pick([1, 1048576, 99999999])}"><c r="${random.pick(["XFD1", "ZZZZ9", "A1"])}"><v>1</v></c></row>`,
          ),
        ),
    ],
  ];
  const [kind, name, make] = kinds[seed % kinds.length]!;
  return { kind, name, bytes: make() };
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [..."\ufeff", ...text]
    .join("")
    .split("")
    .forEach((c, i) => view.setUint16(i * 2, c.charCodeAt(0), little));
  return bytes;
}

/** Large and malicious files, each by name. Some take a second to make. */
export const LARGE: Readonly<Record<string, () => HostileFile>> = {
  "a column too many, a million times": () => csv("Nom;".repeat(1_000_000)),
  "a million rows": () => csv(Array.from({ length: 1_000_000 }, (_, i) => `p${i};x`).join("\n")),
  "a million rows of people": () =>
    csv(`Nom;Société;Côté\n${Array.from({ length: 1_000_000 }, (_, i) => `Nom ${i};S${i % 999};C`).join("\n")}`),
  "a million wishes of strangers": () =>
    csv(`De;Vers;Priorité\n${Array.from({ length: 1_000_000 }, (_, i) => `A${i};B${i};9`).join("\n")}`),
  "one cell of 20 MB": () => csv(`Nom\n${"x".repeat(20_000_000)}`),
  "quotation marks only": () => csv('"'.repeat(3_000_000)),
  "quotation marks and letters": () => csv('"a'.repeat(1_500_000) + ","),
  "an open quotation mark per line": () => csv('"a;b\n'.repeat(600_000)),
  "spaces only": () => csv(" ".repeat(10_000_000)),
  "separators only": () => csv(";\n".repeat(2_000_000)),
  "20,000 titles": () =>
    csv(`${Array.from({ length: 20_000 }, (_, i) => `Choix ${i}`).join(";")}\n${"a;".repeat(20_000)}`),
  "a matrix of 3,000 by 1,000": () =>
    csv(
      [
        `;${Array.from({ length: 1000 }, (_, i) => `Personne ${i}`).join(";")}`,
        ...Array.from({ length: 3000 }, (_, i) => `Autre ${i};${"1;".repeat(1000)}`),
      ].join("\n"),
    ),
  "a list of 100,000 wishes": () =>
    csv(`Nom;Souhaits\nA;"${Array.from({ length: 100_000 }, (_, i) => `P${i}`).join(",")}"`),
  "near names": () =>
    csv(
      `Nom;Société\n${Array.from({ length: 20_000 }, (_, i) => `Jean Dupont${"abcdefghij"[i % 10]}${"klmnopqrst"[Math.floor(i / 10) % 10]}${"uvwxyzabcd"[Math.floor(i / 100) % 10]};S${i}`).join("\n")}`,
    ),
  "deep JSON": () => ({ kind: "json", name: "event.json", bytes: strToU8("[".repeat(5_000_000)) }),
  "zeros that unfold to 400 MB": () => zip({ "a.csv": new Uint8Array(400_000_000) }),
  "many entries of zeros": () =>
    zip(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.csv`, new Uint8Array(9_000_000)]))),
  "5,000 entries": () => zip(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`${i}.csv`, strToU8("a")]))),
  "entries that share bytes": () => ({ kind: "zip", name: "a.zip", bytes: overlapping() }),
  "entities that multiply": () =>
    book(
      withSheet(
        `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? "" : i - 1};`.repeat(10)}">`).join("")}]><worksheet><sheetData><row><c t="str"><v>&a11;</v></c></row></sheetData></worksheet>`,
      ),
    ),
  "a workbook of a million rows": () =>
    book(
      withSheet(
        sheetXml(
          Array.from({ length: 1_000_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>${i}</v></c></row>`).join(
            "",
          ),
        ),
      ),
    ),
  "a workbook of wide rows": () =>
    book(
      withSheet(
        sheetXml(Array.from({ length: 3_000 }, (_, i) => `<row><c r="XFD${i + 1}"><v>1</v></c></row>`).join("")),
      ),
    ),
  "deep XML": () => book(withSheet(sheetXml("<row><c>".repeat(500_000)))),
  "an open tag per letter": () => book(withSheet(sheetXml("<".repeat(3_000_000)))),
  "odd attributes": () => book(withSheet(sheetXml(`<row ${"a ".repeat(1_000_000)}><c r="A1"><v>1</v></c></row>`))),
  "a million merged blocks": () =>
    book(
      withSheet(
        `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:A1048576"/>'.repeat(1_000_000)}</mergeCells></worksheet>`,
      ),
    ),
  "strings that refer to strings": () =>
    book(
      withSheet(sheetXml('<row><c t="s"><v>0</v></c></row>'.repeat(200_000)), {
        "xl/sharedStrings.xml": `<sst><si><t>${"x".repeat(30_000)}</t></si></sst>`,
      }),
    ),
  "shared strings by the million": () =>
    book(withSheet(sheetXml(""), { "xl/sharedStrings.xml": `<sst>${"<si><t>a</t></si>".repeat(2_000_000)}</sst>` })),
};

function csv(text: string): HostileFile {
  return { kind: "csv", name: "a.csv", bytes: strToU8(text) };
}

function zip(files: Record<string, Uint8Array>): HostileFile {
  return { kind: "zip", name: "a.zip", bytes: zipSync(files, { level: 9 }) };
}

function book(bytes: Uint8Array): HostileFile {
  return { kind: "xlsx", name: "a.xlsx", bytes };
}
