// A workbook of the size of a real show: 500 buyers, 350 suppliers and some 15,000 wishes in three sheets. Used by a test
// and by bench/import.ts.

import { rowsOf, type SourceFile } from "../../src/io/import.js";
import { generateEvent } from "../../src/spec/samples/generate.js";
import type { EventInput } from "../../src/spec/schema.js";
import { workbook } from "./workbook.js";

/** The event, the event without its tables, and its tables as one workbook. */
export function bigTables(seed = 1): { event: EventInput; empty: EventInput; file: SourceFile } {
  const sizes = { buyers: 500, suppliers: 350, slots: 32, wishesPerBuyer: 18, wishesPerSupplier: 18 };
  const event = generateEvent({ ...sizes, seed });
  const { participants, wishes, places } = rowsOf(event, "en");
  const sheets = Object.entries({ Participants: participants, Wishes: wishes, Places: places });
  const bytes = workbook(sheets.map(([name, rows]) => ({ name, rows: rows.map((row) => row.map(asNumber)) })));
  const empty: EventInput = {
    ...event,
    participants: [],
    wishes: [],
    places: [],
    walks: [],
    locked: [],
    blocked: [],
    met: [],
    precedences: [],
    meals: [],
  };
  return { event, empty, file: { name: "show.xlsx", bytes } };
}

/** Spreadsheets keep numbers as numbers. */
function asNumber(cell: string): string | number {
  return /^[1-9]\d{0,5}$/.test(cell) ? Number(cell) : cell;
}
