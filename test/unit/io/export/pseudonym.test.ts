// The pseudonymised copy: the judge says of it what it says of the original, and no name of the original is in it.

import { expect, it } from "vitest";
import { exportFiles, pseudonymise } from "../../../../src/io/export.js";
import { createInProcessEngine } from "../../../../src/host/in-process.js";
import { planEvent } from "../../../../src/pipeline.js";
import { factsOf } from "../../../../src/rules/facts.js";
import type { Schedule } from "../../../../src/schedule.js";
import { parseScheduleFor, scheduleText } from "../../../../src/read-schedule.js";
import { eventHash } from "../../../../src/spec/hash.js";
import { parseSpec, specText } from "../../../../src/spec/parse.js";
import type { EventSpec } from "../../../../src/spec/schema.js";
import { sampleText } from "../../../../src/spec/samples/index.js";
import { verify } from "../../../../src/verify.js";
import { randomExport, randomSchedule } from "../../../support/random-export.js";

/** Every text of an event that is somebody's own. */
function wordsOf(spec: EventSpec): string[] {
  const words: (string | undefined)[] = [spec.event.name, spec.event.city, spec.event.id];
  for (const { sessions } of spec.calendar) for (const { id, label } of sessions) words.push(id, label);
  for (const { id, label } of [...spec.sides, ...spec.tiers, ...spec.places]) words.push(id, label);
  for (const { zone } of spec.places) words.push(zone);
  for (const { tables } of spec.meals) words.push(...tables.map(({ id }) => id));
  for (const { id, name, organisation, needs, offers, representatives } of spec.participants) {
    words.push(id, name, organisation, ...needs, ...offers);
    for (const row of representatives) words.push(row.id, row.name);
  }
  return words.filter((word) => word !== undefined);
}

it("random events: same rules broken, same score, and readable by everything that reads events", () => {
  for (let seed = 0; seed < 250; seed++) {
    const { spec, schedule } = randomExport(seed);
    const copy = pseudonymise(spec, "fr");
    const mapped = copy.schedule(schedule);
    const event = parseSpec(specText(copy.event));
    expect(event.ok, `seed ${seed}: ${JSON.stringify(event.diagnostics.slice(0, 3))}`).toBe(true);
    const [before, after] = [verify(spec, schedule), verify(copy.event, mapped)];
    expect([after.score, after.counts, after.forThisEvent], `seed ${seed}`).toEqual([
      before.score,
      before.counts,
      true,
    ]);
    expect(mapped.event).toBe(eventHash(copy.event));
    const base = randomSchedule(spec, seed + 1);
    expect(verify(copy.event, mapped, copy.schedule(base)).score).toEqual(verify(spec, schedule, base).score);
  }
});

it("random events: no text of the original is left", () => {
  const prefix = "Ünmistakable ";
  for (let seed = 0; seed < 100; seed++) {
    const { spec, schedule } = randomExport(seed);
    // Each id and name gets a beginning that nothing else has, wherever it stands.
    const own = new Set(wordsOf(spec));
    const rename = (value: unknown, key = ""): unknown => {
      if (typeof value === "string") {
        const [, session, slot] = /^(.*)(\.\d+)$/s.exec(value) ?? [];
        if (key !== "kind" && own.has(value)) return prefix + value;
        return session !== undefined && own.has(session) ? prefix + session + slot! : value;
      }
      if (Array.isArray(value)) return value.map((item) => rename(item, key));
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [key === "mix" ? prefix + name : name, rename(item, name)]),
      );
    };
    const marked = rename(spec) as EventSpec;
    const copy = pseudonymise(marked, "en");
    const text = specText(copy.event) + scheduleText(copy.schedule(rename(schedule) as typeof schedule));
    expect(text, `seed ${seed}`).not.toContain(prefix.trim());
    expect(JSON.stringify(marked)).toContain(prefix.trim());
  }
});

it("the sample with its bound and its reasons: still proven, still true, still of one piece", async () => {
  const spec = parseSpec(sampleText("workshop", { locale: "fr" })!);
  if (!spec.ok) throw new Error("the sample is not valid");
  const schedule = await planned(spec.value);
  const facts = factsOf(spec.value);
  const { files } = await exportFiles(facts, schedule, { format: "pseudonym", locale: "fr" });
  const [eventText, text] = files.map(({ bytes }) => new TextDecoder().decode(bytes));
  const copy = parseSpec(eventText!);
  if (!copy.ok) throw new Error(JSON.stringify(copy.diagnostics));
  const read = parseScheduleFor(copy.value, text!);
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics));
  const [before, after] = [verify(spec.value, schedule), verify(copy.value, read.value)];
  expect(after.bound).toEqual(before.bound);
  expect(after.scoreMatches).toBe(true);
  for (const { name } of spec.value.participants.filter((one) => one.name !== undefined))
    expect(eventText! + text!).not.toContain(name!);
  expect(eventText).not.toContain("//");
});

async function planned(spec: EventSpec): Promise<Schedule> {
  const engine = createInProcessEngine();
  const { schedule } = await planEvent(spec, engine, { variant: "search-js", seed: 1, budget: { steps: 20_000 } });
  engine.dispose();
  return schedule!;
}
