// Spreadsheets as people really have them (test/fixtures/import, made by make.mjs there), read, planned and previewed.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  detectedText,
  newEvent,
  planSheets,
  previewImport,
  readFiles,
  type Answers,
  type FilesRead,
  type Preview,
  type SheetPlan,
} from "../../../../src/io/import.js";
import { applyEdits } from "../../../../src/spec/edit.js";
import { readSpec } from "../../../../src/spec/parse.js";
import type { EventInput } from "../../../../src/spec/schema.js";

const FOLDER = resolve(import.meta.dirname, "../../../fixtures/import");

function day(date: string, n: string): EventInput["calendar"][number] {
  const meetings = { kind: "meetings" as const, meeting: 25, changeover: 5 };
  return {
    date,
    sessions: [
      { id: `am-${n}`, ...meetings, start: "08:30", end: "12:30" },
      { id: `lunch-${n}`, kind: "meal", start: "12:30", end: "14:00" },
      { id: `pm-${n}`, ...meetings, start: "14:00", end: "18:00" },
    ],
  };
}

const EMPTY: EventInput = {
  ...newEvent("Two days", "2027-03-17", "fr").event,
  calendar: [day("2027-03-17", "17"), day("2027-03-18", "18")],
};

interface Done {
  read: FilesRead;
  plans: SheetPlan[];
  preview: Preview;
  event: EventInput;
}

function take(names: string[], event: EventInput = EMPTY, answers: Partial<Answers> = {}): Done {
  const read = readFiles(names.map((name) => ({ name, bytes: readFileSync(join(FOLDER, name)) })));
  const plans = planSheets(read.sheets, event);
  const { preview, edits } = previewImport({ sheets: read.sheets, plans, event, answers });
  const after = applyEdits(event, edits) as EventInput;
  expect(readSpec(after).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return { read, plans, preview, event: after };
}

function fields(plan: SheetPlan | undefined): string[] {
  return plan!.columns.map(({ field, rank }) => `${field}${rank ?? ""}`);
}

const PEOPLE = take(["acheteurs-excel.csv", "suppliers-google.csv"]);

describe("a CSV of a French Excel", () => {
  const { read, plans, preview, event } = PEOPLE;

  it("is read in its encoding, with its separator and commas", () => {
    expect(read.problems).toEqual([]);
    expect(detectedText(read.sheets[0]!, plans[0]!, "fr")).toBe(
      "Windows-1252, séparateur «\u202f;\u202f», virgule décimale, 7 lignes, 9 colonnes, titres à la ligne 3",
    );
    expect(detectedText(read.sheets[1]!, plans[1]!, "en")).toBe(
      "UTF-8, separator “,”, 4 lines, 6 columns, titles in line 1",
    );
  });

  it("has its columns found, the total left out, the side from the file's name", () => {
    expect(fields(plans[0])).toEqual([
      "lastName",
      "firstName",
      "organisation",
      "tier",
      "guaranteed",
      "skip",
      "absent",
      "needs",
      "meals",
    ]);
    expect(fields(plans[1])).toEqual(["name", "organisation", "place", "offers", "maximum", "alias"]);
    expect(plans.map(({ skip, side }) => [skip, side])).toEqual([
      [[7], "Acheteurs"],
      [[], "Suppliers"],
    ]);
    expect(preview.created.map(({ list, label, rows }) => [list, label, rows])).toEqual([
      ["sides", "Acheteurs", 3],
      ["sides", "Suppliers", 3],
      ["packages", "Standard", 1],
      ["packages", "Or", 1],
      ["places", "A1", 1],
      ["places", "A2", 1],
      ["places", "A3", 1],
    ]);
  });

  it("becomes participants: names, times, diets, lists, no limit", () => {
    expect(preview).toMatchObject({ ready: 6, bad: 0, problems: [] });
    expect(event.participants[1]).toEqual({
      id: "gaspard-noirterre",
      name: "Gaspard Noirterre",
      organisation: "Cœur de Ville",
      side: "acheteurs",
      tier: "or",
      guaranteed: 8,
      absent: ["09:00/10:30@2027-03-18"],
      needs: ["logistique"],
    });
    expect(event.participants[0]!.absent).toEqual(["08:30/12:30@2027-03-18"]);
    expect(event.participants[2]!.meals).toBe(false);
    expect(event.participants[4]).not.toHaveProperty("maximum");
    expect(event.participants[5]).toMatchObject({ maximum: 10, offers: ["logistics", "customs"] });
  });
});

it("people by people: numbers, crosses, refusals; names in any order, organisations", () => {
  const { plans, preview, event } = take(["matrice.csv"], PEOPLE.event);
  expect(plans[0]).toMatchObject({ table: "wishes", layout: "matrix" });
  expect(preview).toMatchObject({ ready: 7, bad: 0 });
  expect(event.wishes).toEqual([
    { from: "adele-vermillac", to: "thornapple-maeve", priority: 1 },
    { from: "adele-vermillac", to: "otis-larkenfield", priority: 1 },
    { from: "adele-vermillac", to: "noor-swiftwater", veto: true },
    { from: "gaspard-noirterre", to: "otis-larkenfield", priority: 3 },
    { from: "gaspard-noirterre", to: "Quiet Harbour", veto: true },
    { from: "gaspard-noirterre", to: "noor-swiftwater", veto: true },
    { from: "ines-chantegrive", to: "thornapple-maeve", priority: 2 },
  ]);
});

describe("choices in columns", () => {
  it("spread over the priorities, a near name is proposed and the rest of the row taken", () => {
    const { plans, preview, event } = take(["choix.csv"], PEOPLE.event);
    expect(fields(plans[0]).slice(0, 4)).toEqual(["skip", "from", "choice1", "choice2"]);
    expect(preview.notes.find(({ code }) => code === "note-ranks")!.text.en).toContain(
      "1–2 → 1, 3–4 → 2, 5–6 → 3, 7–8 → 4",
    );
    expect(preview.problems).toHaveLength(1);
    expect(preview.problems[0]).toMatchObject({
      code: "unknown-person",
      line: 3,
      letter: "C",
      value: "Otis Larkenfeld",
    });
    expect(event.wishes).toContainEqual({ from: "adele-vermillac", to: "otis-larkenfield", priority: 4 });
    expect(event.wishes).toContainEqual({ from: "gaspard-noirterre", to: "Quiet Harbour", veto: true });
    expect(event.wishes).toHaveLength(5);
  });

  it("take the proposal that was accepted", () => {
    const { problems } = take(["choix.csv"], PEOPLE.event).preview;
    const fixes = [problems[0]!.proposals[0]!.fix];
    const { preview, event } = take(["choix.csv"], PEOPLE.event, { fixes });
    expect(preview.bad).toBe(0);
    expect(event.wishes).toContainEqual({ from: "gaspard-noirterre", to: "otis-larkenfield", priority: 1 });
  });
});

it("people of one name: told when written twice, two people where the company differs", () => {
  const { preview, event } = take(["homonymes.csv"]);
  expect(preview.problems.map(({ code, line }) => [code, line])).toEqual([["name-twice", 5]]);
  expect(preview.notes.map(({ code, line }) => [code, line])).toEqual([
    ["note-namesakes", 3],
    ["note-near-in-file", 6],
  ]);
  expect(event.participants.map(({ id }) => id)).toEqual([
    "camille-ravenelle",
    "camille-ravenelle-conserverie-orgevald",
    "hugo-sablonier",
    "sablonier-hugo",
  ]);
  const fixes = [preview.problems[0]!.proposals[1]!.fix];
  expect(take(["homonymes.csv"], EMPTY, { fixes }).event.participants).toHaveLength(5);
});

it("UTF-16, an old Mac, and a file whose letters were spoilt before", () => {
  const { read, event } = take(["unicode-texte.txt", "vieux-mac.csv", "mauvais-encodage.csv"]);
  expect(read.sheets.map(({ detected }) => detected!.encoding)).toEqual(["utf-16le", "macintosh", "utf-8"]);
  expect(event.participants.slice(0, 2)).toMatchObject([
    { name: "Léonie Cœurderoy", organisation: "Pêcherie d’Été" },
    { name: "Léonie Mirandol", organisation: "Pêcherie" },
  ]);
  expect(read.problems.map(({ code, file }) => [code, file])).toEqual([["mojibake", "mauvais-encodage.csv"]]);
});

it("a workbook with titles over two lines and merged cells", () => {
  const { plans, event } = take(["titres-fusionnes.xlsx"]);
  expect(plans[0]!.titles).toEqual({ first: 3, last: 4 });
  expect(fields(plans[0])).toEqual(["lastName", "firstName", "organisation", "place", "choice1", "choice2", "choice3"]);
  expect(event.participants.map(({ name, place }) => [name, place])).toEqual([
    ["Adèle Vermillac", undefined],
    ["Hugo Sablonier", "B12"],
    ["Camille Ravenelle", "B13"],
  ]);
  expect(event.wishes).toHaveLength(5);
});

it("a workbook of three sheets, with a date and empty rows", () => {
  const { plans, preview, event } = take(["three-sheets.xlsx"]);
  expect(plans.map(({ table }) => table)).toEqual(["participants", "wishes", "places"]);
  expect(preview).toMatchObject({ ready: 10, bad: 0 });
  expect(event.participants[0]!.absent).toEqual(["2027-03-18"]);
  expect(event.participants[2]!.representatives).toEqual([{ id: "s1/1" }, { id: "s1/2" }]);
  expect(event.places).toEqual([
    { id: "B12", zone: "North", capacity: 2 },
    { id: "B13", zone: "South", capacity: 2 },
  ]);
  expect(event.wishes).toContainEqual({ from: "s2", to: "b1", veto: true });
});

it.each([[["acheteurs-excel.csv", "suppliers-google.csv"]], [["titres-fusionnes.xlsx"]], [["three-sheets.xlsx"]]])(
  "%j gives nothing to change the second time",
  (names) => {
    const once = take(names);
    const again = take(names, once.event);
    expect(again.event).toEqual(once.event);
    expect(again.preview.difference.participants).toMatchObject({ added: 0, changed: 0 });
    expect(again.preview.difference.participants.unchanged).toBe(once.event.participants.length);
  },
);
