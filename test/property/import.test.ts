// Tables of random events, written and imported again, give the same participants and wishes, in every layout and format;
// and importing what the event has already changes nothing.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strToU8 } from "fflate";
import {
  neutral,
  planSheets,
  previewImport,
  readFiles,
  rowsOf,
  tablesOf,
  zipOf,
  type Sheet,
  type SheetPlan,
  type SourceFile,
} from "../../src/io/import.js";
import { applyEdits } from "../../src/spec/edit.js";
import { lean } from "../../src/spec/lean.js";
import { readSpec } from "../../src/spec/parse.js";
import type { EventInput } from "../../src/spec/schema.js";
import { bigTables } from "../support/big-tables.js";
import { Random } from "../support/random.js";
import { randomEvent } from "../support/random-event.js";
import { workbook } from "../support/workbook.js";

const EVENTS = 50;
type Wish = NonNullable<EventInput["wishes"]>[number];

/** Names that spreadsheets, prototypes and web pages stumble over. */
const NAMES = [
  "=1+1",
  "+33 6",
  "-",
  "@sum",
  "'=x",
  'The "Mill"',
  "a;b,c|d",
  "line\nbreak",
  "Total",
  "oui",
  "12",
  "é",
  "<img src=x onerror=alert(1)>",
  "__proto__",
  "constructor",
  "Dumas, Sami",
  "\tx",
];
const TAGS = ["crm", "call, centre", 'the "mill"', "=x", "a|b", "toString"];

/** A random event whose people have names, some of them hostile, some shared. */
function namedEvent(seed: number): EventInput {
  const event = randomEvent(seed);
  const random = new Random(seed ^ 0x5eed);
  for (const one of event.participants) {
    if (random.chance(0.7)) one.name = random.chance(0.4) ? random.pick(NAMES) : `Person ${one.id}`;
    if (random.chance(0.2)) one.needs = random.some(TAGS, 4);
  }
  return event;
}

/** The same event before anybody came: what stands in no table stays. */
function before(event: EventInput): EventInput {
  return {
    ...event,
    participants: [],
    wishes: [],
    tiers: [],
    places: [],
    walks: [],
    locked: [],
    precedences: [],
    blocked: [],
    met: [],
    meals: [],
  };
}

function importInto(
  event: EventInput,
  files: SourceFile[],
  change: (plan: SheetPlan, sheet: Sheet) => void = () => {},
) {
  const read = readFiles(files);
  expect(read.problems.filter(({ code }) => code !== "empty")).toEqual([]);
  const plans = planSheets(read.sheets, event);
  plans.forEach((plan, i) => change(plan, read.sheets[i]!));
  return previewImport({ sheets: read.sheets, plans, event });
}

function imported(
  event: EventInput,
  files: SourceFile[],
  change?: (plan: SheetPlan, sheet: Sheet) => void,
): EventInput {
  const { preview, edits } = importInto(before(event), files, change);
  expect(preview.problems).toEqual([]);
  expect(preview.diagnostics).toEqual([]);
  return applyEdits(before(event), edits) as EventInput;
}

function sortedWishes(wishes: readonly Wish[] = []): string[] {
  return wishes.map(({ from, to, priority, veto }) => JSON.stringify([from, to, priority, veto])).sort();
}

function expectSame(event: EventInput, result: EventInput): void {
  const [a, b] = [lean(event), lean(result)];
  expect(b.participants).toEqual(a.participants.map(clean));
  expect(b.places ?? []).toEqual(a.places ?? []);
  expect(b.tiers ?? []).toEqual(a.tiers ?? []);
  expect(sortedWishes(b.wishes)).toEqual(sortedWishes(a.wishes));
  expect(readSpec(result).ok).toBe(true);
}

/** Lists of tokens are sets: an import reads each once. */
function clean<T extends EventInput["participants"][number]>(one: T): T {
  const once = (list: readonly string[] | undefined): string[] | undefined => list && [...new Set(list)];
  return {
    ...one,
    ...(one.absent && { absent: once(one.absent) }),
    ...(one.representatives && { representatives: one.representatives.map((r) => ({ ...r })) }),
  };
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const locales = fc.constantFrom("en" as const, "fr" as const);
const runs = { numRuns: EVENTS };

function csvFiles(event: EventInput, locale: "en" | "fr"): SourceFile[] {
  const tables = tablesOf(event, locale);
  return Object.entries(tables).map(([name, text]) => ({ name: `${name}.csv`, bytes: strToU8(text) }));
}

describe("what was exported comes back", () => {
  it("from CSV files, in both languages", () => {
    fc.assert(
      fc.property(seeds, locales, (seed, locale) => {
        const event = namedEvent(seed);
        expectSame(event, imported(event, csvFiles(event, locale)));
      }),
      runs,
    );
  });

  it("from a ZIP of them", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const event = namedEvent(seed);
        const files = Object.entries(tablesOf(event, "en")).map(([name, text]) => [`export/${name}.csv`, text]);
        const bytes = zipOf(Object.fromEntries(files) as Record<string, string>);
        expectSame(event, imported(event, [{ name: "export.zip", bytes }]));
      }),
      { numRuns: 30 },
    );
  });

  it("from a workbook of several sheets", () => {
    fc.assert(
      fc.property(seeds, locales, (seed, locale) => {
        const event = namedEvent(seed);
        const sheets = Object.entries(rowsOf(event, locale)).map(([name, rows]) => ({ name, rows: harmless(rows) }));
        expectSame(event, imported(event, [{ name: "event.xlsx", bytes: workbook(sheets) }]));
      }),
      runs,
    );
  });

  it("from wishes as people by people", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const event = withoutLostNames(namedEvent(seed));
        const targets = [
          ...new Set([...event.participants.map(({ id }) => id), ...(event.wishes ?? []).map(({ to }) => to)]),
        ];
        const mark = ({ priority, veto }: Wish): string => (veto ? "non" : priority === 1 ? "x" : String(priority));
        const rows = event.participants.map(({ id }) => [
          id,
          ...targets.map((to) => {
            const wish = (event.wishes ?? []).find((one) => one.from === id && one.to === to);
            return wish ? mark(wish) : "";
          }),
        ]);
        const result = imported(
          event,
          [...peopleOf(event), sheetFile("Matrice", [["", ...targets], ...rows])],
          (plan) => {
            // Small or nearly empty matrices cannot be told from other tables: a person says so.
            if (!plan.sheet.includes("Matrice")) return;
            plan.table = "wishes";
            plan.layout = "matrix";
            plan.titles = { first: 1, last: 1 };
            plan.skip = [];
            plan.columns.forEach((column, i) => {
              column.title = i === 0 ? "" : targets[i - 1]!;
              column.field = i === 0 ? "from" : "target";
            });
          },
        );
        expect(sortedWishes(result.wishes)).toEqual(sortedWishes(event.wishes));
      }),
      runs,
    );
  });

  it("from wishes as choices in columns, ranks spread over the priorities", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const event = withoutLostNames(namedEvent(seed));
        const wishes = (event.wishes ?? []).filter(({ veto }) => !veto);
        const levels = event.rules?.points?.length ?? 4;
        const of = (id: string, priority: number): Wish[] =>
          wishes.filter((w) => w.from === id && w.priority === priority);
        const counts = event.participants.flatMap(({ id }) =>
          Array.from({ length: levels }, (_, p) => of(id, p + 1).length),
        );
        const width = Math.max(1, ...counts);
        const rows = event.participants.map(({ id }) => [
          id,
          ...Array.from({ length: levels }, (_, p) => {
            const list = of(id, p + 1).map(({ to }) => to);
            return [...list, ...new Array<string>(width - list.length).fill("")];
          }).flat(),
        ]);
        const titles = ["Id", ...Array.from({ length: levels * width }, (_, i) => `Choix ${i + 1}`)];
        const result = imported(event, [...peopleOf(event), sheetFile("Vœux", [titles, ...rows])]);
        expect(sortedWishes(result.wishes)).toEqual(sortedWishes(wishes));
      }),
      runs,
    );
  });
});

/** Where a cell can only be a name, an organisation called like a person is not told apart from it. */
function withoutLostNames(event: EventInput): EventInput {
  const organisations = new Set(event.participants.map(({ organisation }) => organisation));
  const participants = event.participants.map((one) => (organisations.has(one.name) ? { ...one, name: one.id } : one));
  return { ...event, participants };
}

function harmless(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((row) => row.map(neutral));
}

function peopleOf(event: EventInput): SourceFile[] {
  const { participants, places, packages } = rowsOf(event, "fr");
  const sheets = Object.entries({ participants, places, packages }).map(([name, rows]) => ({
    name,
    rows: harmless(rows),
  }));
  return [{ name: "event.xlsx", bytes: workbook(sheets) }];
}

function sheetFile(name: string, rows: string[][]): SourceFile {
  return { name: `${name}.xlsx`, bytes: workbook([{ name, rows: harmless(rows) }]) };
}

describe("what the event has already", () => {
  it("gives no edits, whatever the order of the files", () => {
    fc.assert(
      fc.property(seeds, locales, (seed, locale) => {
        const event = namedEvent(seed);
        const { preview, edits } = importInto(event, csvFiles(event, locale).reverse());
        expect(edits).toEqual([]);
        expect(preview.problems).toEqual([]);
        expect(preview.difference.participants.unchanged).toBe(event.participants.length);
        expect(preview.difference.wishes.unchanged).toBe(event.wishes!.length);
      }),
      runs,
    );
  });

  it("gives no edits the second time, when ids are made from names", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = new Random(seed);
        const first = ["Adèle", "Sami", "Léa", "Max", "Noor"];
        const last = ["Dumas", "Roy", "Petit", "Vermillac"];
        const rows = Array.from({ length: random.int(1, 30) }, () => [
          random.pick(first),
          random.pick(last),
          random.pick(["Argent", "Bleu", "Cuivre"]),
        ]);
        const text = [["Prénom", "Nom", "Société"], ...rows].map((row) => row.join(";")).join("\r\n");
        const files = [{ name: "Acheteurs.csv", bytes: strToU8(text) }];
        const event = before(randomEvent(seed));
        const once = importInto(event, files);
        const after = applyEdits(event, once.edits) as EventInput;
        expect(new Set(after.participants.map(({ id }) => id)).size).toBe(after.participants.length);
        expect(after.participants.length).toBe(new Set(rows.map(String)).size);
        expect(once.preview.bad).toBe(rows.length - after.participants.length);
        expect(importInto(after, files).edits).toEqual([]);
      }),
      runs,
    );
  });

  it("stays sound when people are taken out of it with all that names them", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const event = namedEvent(seed);
        const kept = event.participants.slice(0, Math.ceil(event.participants.length / 2));
        const { participants } = tablesOf({ ...event, participants: kept }, "en");
        const read = readFiles([{ name: "participants.csv", bytes: strToU8(participants) }]);
        const plans = planSheets(read.sheets, event);
        const answers = { remove: ["participants" as const] };
        const { preview, edits } = previewImport({ sheets: read.sheets, plans, event, answers });
        const sides = new Set(kept.map(({ side }) => side));
        const left = (applyEdits(event, edits) as EventInput).participants.map(({ id }) => id);
        const names = new Set(kept.map(({ id }) => id));
        expect(left).toEqual(
          event.participants.filter((one) => names.has(one.id) || !sides.has(one.side)).map(({ id }) => id),
        );
        expect(preview.diagnostics.filter(({ code }) => code.startsWith("unknown"))).toEqual([]);
      }),
      runs,
    );
  });
});

it("a real show: 850 people and 15,000 wishes in a workbook of three sheets", () => {
  const { event, empty, file } = bigTables();
  const { sheets } = readFiles([file]);
  const plans = planSheets(sheets, empty);
  const { preview, edits } = previewImport({ sheets, plans, event: empty });
  expect(preview).toMatchObject({ bad: 0, problems: [], diagnostics: [] });
  expectSame(event, applyEdits(empty, edits) as EventInput);
});
