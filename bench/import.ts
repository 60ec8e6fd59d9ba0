// How long an import of a real show takes: a workbook of three sheets, 850 people and 15,000 wishes, read, planned and
// previewed, then previewed again as after a change of the plan. Usage: npm run bench -- import [repetitions]. CPU times of
// the process; the first repetition is that of a program that has just started.

import { planSheets, previewImport, readFiles } from "../src/io/import.js";
import { bigTables } from "../test/support/big-tables.js";

export function main([repetitions = "5"]: string[]): void {
  const { event, empty, file } = bigTables();
  console.log(`${event.participants.length} people, ${event.wishes!.length} wishes, ${file.bytes.length} bytes`);
  for (let i = 0; i < Number(repetitions); i++) {
    let from = process.cpuUsage();
    const lap = (): string => {
      const { user, system } = process.cpuUsage(from);
      from = process.cpuUsage();
      return `${((user + system) / 1000).toFixed(0)} ms`;
    };
    const { sheets } = readFiles([file]);
    const read = lap();
    const plans = planSheets(sheets, empty);
    const planned = lap();
    const { preview, edits } = previewImport({ sheets, plans, event: empty });
    const previewed = lap();
    previewImport({ sheets, plans, event });
    console.log(`read ${read}, planned ${planned}, previewed ${previewed}, again into the full event ${lap()}`);
    if (preview.bad > 0 || edits.length < event.participants.length) throw new Error(JSON.stringify(preview.counts));
  }
}
