// 1,700 people: everything but the PDF, which is tested with 150.

import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { agendasOf, exportFiles } from "../../../../src/io/export.js";
import { readFiles } from "../../../../src/io/import.js";
import { factsOf } from "../../../../src/rules/facts.js";
import { generateEvent } from "../../../../src/spec/samples/generate.js";
import { readSpec } from "../../../../src/spec/parse.js";
import { randomSchedule } from "../../../support/random-export.js";

it("1,700 people have a page, a calendar and their rows each", async () => {
  const event = readSpec(generateEvent({ buyers: 1100, suppliers: 600, slots: 20, seed: 3, rules: "pure" }));
  if (!event.ok) throw new Error("the generated event is not valid");
  const facts = factsOf(event.value);
  const schedule = randomSchedule(event.value, 1);
  const { people } = agendasOf(facts, schedule);
  expect(people.length).toBeGreaterThanOrEqual(1700);
  const bytesOf = async (format: "html" | "ics" | "xlsx" | "csv", name: string): Promise<Uint8Array> => {
    const { files } = await exportFiles(facts, schedule, { format, locale: "en" });
    return files.find((file) => file.name === name)!.bytes;
  };
  const html = new TextDecoder().decode(await bytesOf("html", "agendas.html"));
  expect(html.match(/<section class="sheet /g)!.length).toBe(people.length);
  expect(Object.keys(unzipSync(await bytesOf("ics", "agendas.zip"))).length).toBe(people.length);
  const rows = people.reduce((sum, { entries }) => sum + entries.length, 0);
  // More than our reader takes of one workbook: its rows are counted, and the CSV is read.
  const parts = unzipSync(await bytesOf("xlsx", "schedule.xlsx"));
  const rowsOf = (sheet: number): number =>
    new TextDecoder().decode(parts[`xl/worksheets/sheet${sheet}.xml`]).match(/<row /g)!.length;
  expect([rowsOf(1), rowsOf(2)]).toEqual([schedule.meetings.length + 1, rows + 1]);
  const { sheets, problems } = readFiles([{ name: "a.csv", bytes: await bytesOf("csv", "agendas.csv") }]);
  expect([problems, sheets[0]!.rows.length]).toEqual([[], rows + 1]);
});
