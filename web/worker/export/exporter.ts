// Makes files of one schedule: a worker of its own, so that a PDF of a thousand pages keeps nobody waiting and can be
// stopped. Started by desk.ts for each file. It judges before it writes, whatever was said of the schedule before.

import { expose } from "comlink";
import { factsOf, scheduleText, verifyWith } from "../../../src/index.js";
import type { EventSpec, Schedule } from "../../../src/index.js";
import { exportFiles, zipOf, type ExportedFile } from "../../../src/io/export.js";
import type { ExportAnswer, ExportRequest } from "../../export-views.js";

export interface ExportJob {
  request: ExportRequest;
  spec: EventSpec;
  /** Null: there is none yet; only the event is copied. */
  schedule: Schedule | null;
  /** Versions that calendars update, the oldest first. */
  published: readonly Schedule[];
  /** ISO moment of publication. */
  stamp: string;
  stem: string;
}

async function make(job: ExportJob): Promise<ExportAnswer> {
  const { request, spec, schedule, stem } = job;
  const { format, locale } = request;
  const facts = factsOf(spec);
  const findings = schedule ? verifyWith(facts, schedule).findings.length : 0;
  // A pseudonymised copy is for whoever looks into a schedule, a broken one too.
  if (findings > 0 && !request.force && format !== "pseudonym") return { status: "broken", findings };
  const printed = format === "html" || format === "pdf";
  const { files, warnings } = await exportFiles(facts, schedule, {
    format,
    locale,
    ...(printed && { what: request.kind, paper: request.paper }),
    ...(format === "ics" && { published: job.published }),
    ...((printed || format === "ics") && { stamp: job.stamp }),
  });
  if (format === "json" && schedule) files.unshift(scheduleFile(schedule));
  if (files.length === 0) return { status: "nothing" };
  const confidential = files.some((file) => file.confidential);
  return { status: "done", ...oneFile(files), stem, confidential, warnings: warnings.map(({ text }) => text) };
}

/** The schedule itself, with the reasons of what is not met. */
function scheduleFile(schedule: Schedule): ExportedFile {
  const bytes = new TextEncoder().encode(scheduleText(schedule));
  return { name: "schedule.json", type: "application/json", bytes, confidential: true };
}

/** Browsers save one file at a time. */
function oneFile(files: readonly ExportedFile[]): { file: Blob; ending: string } {
  const [first] = files;
  if (files.length === 1) {
    const { bytes, type, name } = first!;
    return { file: new Blob([bytes as BlobPart], { type }), ending: name.slice(name.lastIndexOf(".")) };
  }
  const archive = zipOf(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  return { file: new Blob([archive as BlobPart], { type: "application/zip" }), ending: ".zip" };
}

const exporter = { make };
export type Exporter = typeof exporter;
expose(exporter);
