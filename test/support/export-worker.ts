// A worker of a page that exports what it is sent: all formats, one after the other. Built and run by
// test/browser/export.test.ts under the strictest policy.

import { exportFiles, FORMATS } from "../../src/io/export.js";
import { parseSchedule } from "../../src/read-schedule.js";
import { factsOf } from "../../src/rules/facts.js";
import { parseSpec } from "../../src/spec/parse.js";

addEventListener("message", ({ data }: MessageEvent<{ event: string; schedule: string }>) => {
  void run(data.event, data.schedule).then(
    (files) => postMessage(files),
    (error: unknown) => postMessage(`failed: ${String(error)}`),
  );
});

async function run(event: string, schedule: string): Promise<[string, string][]> {
  const spec = parseSpec(event);
  const read = parseSchedule(schedule);
  if (!spec.ok || !read.ok) throw new Error("not valid");
  const list: [string, string][] = [];
  for (const format of FORMATS) {
    const { files } = await exportFiles(factsOf(spec.value), read.value, { format, locale: "fr" });
    for (const { name, bytes } of files) {
      const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
      list.push([name, Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("")]);
    }
  }
  return list;
}
