// Random events with names to print and random schedules of them, mostly broken: exports say what stands there, the judge
// says whether it may. Used by the tests of src/io/export.

import { createHash } from "node:crypto";
import type { Exported } from "../../src/io/export.js";
import { compile } from "../../src/problem/compile.js";
import { decode } from "../../src/problem/decode.js";
import type { Facts } from "../../src/rules/facts.js";
import { factsOf } from "../../src/rules/facts.js";
import type { Schedule } from "../../src/schedule.js";
import { eventHash } from "../../src/spec/hash.js";
import { readSpec } from "../../src/spec/parse.js";
import type { EventInput, EventSpec } from "../../src/spec/schema.js";
import { randomEvent, randomSolution, scheduleOf } from "./random-event.js";
import { Random } from "./random.js";

export interface RandomExport {
  spec: EventSpec;
  facts: Facts;
  schedule: Schedule;
}

/** Names that a format might take for something else than a name. */
export const HOSTILE = [
  '=HYPERLINK("http://x")',
  "<b onmouseover=alert(1)>Bold</b>",
  "</style><script>alert(1)</script>",
  '" onload="alert(1)',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "-1+1",
  "'=1",
  "BEGIN:VEVENT\r\nUID:x",
  "a;b,c\\d:e",
  "ligne\nune\u2028deux",
  "\u202eesrever\u202c",
  "_x0041_ & co",
  "CON",
  "../../etc/passwd",
  "]]>",
];
const PLAIN = ["Hélène Roussel", "Łukasz Żółć", "Öğünç Şahin", "Ελένη Ψαρρά", "Юлия Щукина", "Nguyễn Thị Ánh", "José"];
const ZONES = ["Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", undefined];

/** The same seed gives the same event and schedule. */
export function randomExport(seed: number): RandomExport {
  const random = new Random(seed ^ 0x5eed);
  const name = (): string => (random.chance(0.3) ? random.pick(HOSTILE) : `${random.pick(PLAIN)} ${random.int(1, 99)}`);
  const event: EventInput = randomEvent(seed);
  const timezone = random.pick(ZONES);
  event.event = {
    name: `Rencontres ${name()}`,
    ...(random.chance(0.5) && { city: "Cannes" }),
    ...(random.chance(0.5) && { id: `event ${seed}` }),
    ...(timezone !== undefined && { timezone }),
    locale: random.pick(["fr", "en"]),
  };
  for (const participant of event.participants) {
    if (random.chance(0.8)) participant.name = name();
    for (const row of participant.representatives ?? []) if (random.chance(0.7)) row.name = name();
  }
  for (const place of event.places ?? []) if (random.chance(0.5)) place.label = `Stand ${name()}`;
  for (const { sessions } of event.calendar)
    for (const session of sessions) if (random.chance(0.5)) session.label = `Séance ${name()}`;
  const read = readSpec(event);
  if (!read.ok) throw new Error(`random export ${seed}: ${JSON.stringify(read.diagnostics)}`);
  const spec = read.value;
  return { spec, facts: factsOf(spec), schedule: randomSchedule(spec, seed) };
}

/** Another schedule of the same event for each seed. */
export function randomSchedule(spec: EventSpec, seed: number): Schedule {
  const { problem, names } = compile(spec);
  const schedule = scheduleOf(decode(names, problem, randomSolution(problem, seed)));
  return { ...schedule, event: eventHash(spec) };
}

/** What was exported, short: names, types and hashes of the bytes. */
export function digestOf({ files, warnings }: Exported): unknown {
  return {
    files: files.map(({ name, type, bytes }) => [name, type, createHash("sha256").update(bytes).digest("hex")]),
    warnings,
  };
}
