// What exports say of each person: nothing of wishes, each meeting in both agendas, in order, whatever names hold.

import { describe, expect, it } from "vitest";
import { agendasOf, exportFiles, type Entry, type Format } from "../../../../src/io/export.js";
import { readable } from "../../../../src/io/export/agendas.js";
import { factsOf } from "../../../../src/rules/facts.js";
import type { Schedule } from "../../../../src/schedule.js";
import type { EventSpec } from "../../../../src/spec/schema.js";
import { CALENDAR, buyers, eventOf, scheduleOf, sellers } from "../../../support/event-builder.js";
import { digestOf, randomExport } from "../../../support/random-export.js";
import { Random } from "../../../support/random.js";

/** The same meetings; who wishes for whom, and how much, is another matter altogether. */
function otherWishes(spec: EventSpec, random: Random): EventSpec {
  const ids = spec.participants.map(({ id }) => id);
  const wishes = random
    .shuffled(spec.wishes)
    .filter(() => random.chance(0.6))
    .map(({ from, to, veto }) => {
      // Asked by the other side, refused instead of wished.
      const turned = ids.includes(to) && random.chance(0.5) ? { from: to, to: from } : { from, to };
      return random.chance(0.2) !== (veto === true) ? { ...turned, veto: true as const } : { ...turned, priority: 1 };
    });
  const seen = new Set<string>();
  return {
    ...spec,
    wishes: wishes.filter(({ from, to }) => {
      const key = JSON.stringify([from, to]);
      return seen.has(key) ? false : seen.add(key);
    }),
    blocked: [],
    rules: { ...spec.rules, points: [7], mutual: 1 },
  };
}

/** Both orders of a pair, and any order of the list, are the same meetings. */
function otherOrder(schedule: Schedule, random: Random): Schedule {
  return {
    ...schedule,
    meetings: random.shuffled(schedule.meetings).map((meeting) => {
      if (random.chance(0.5)) return meeting;
      const [a, b] = meeting.participants;
      return { ...meeting, participants: [b, a], rows: [meeting.rows[1], meeting.rows[0]] };
    }),
    unmet: [{ from: "p0", to: "p1", reason: "vetoed", evidence: { by: ["p1"] } }],
  };
}

describe("what participants receive", () => {
  it.each<Format>(["html", "ics", "json"])("is the same bytes whoever wished or refused: %s", async (format) => {
    for (let seed = 0; seed < 60; seed++) {
      const { spec, facts, schedule } = randomExport(seed);
      const random = new Random(seed);
      const others = factsOf(otherWishes(spec, random));
      const options = { format, locale: "fr" as const };
      const before = await exportFiles(facts, schedule, options);
      const after = await exportFiles(others, otherOrder(schedule, random), options);
      expect(digestOf(after), `seed ${seed}`).toEqual(digestOf(before));
    }
  });

  it("is the same bytes whoever wished or refused: pdf", async () => {
    for (const seed of [3, 8, 21]) {
      const { spec, facts, schedule } = randomExport(seed);
      const random = new Random(seed);
      const options = { format: "pdf", locale: "en" } as const;
      const before = await exportFiles(facts, schedule, options);
      const after = await exportFiles(factsOf(otherWishes(spec, random)), otherOrder(schedule, random), options);
      expect(digestOf(after), `seed ${seed}`).toEqual(digestOf(before));
    }
  });
});

describe("agendas", () => {
  it("have each meeting twice, once from each side, and are in order of time", () => {
    let meetings = 0;
    for (let seed = 0; seed < 300; seed++) {
      const { facts, schedule } = randomExport(seed);
      const { people, meetings: held, stands, lost } = agendasOf(facts, schedule);
      const entries = people.flatMap(({ who, entries }) =>
        entries.flatMap((entry) => (entry.kind === "meeting" ? [{ who, entry }] : [])),
      );
      const told = (a: string, b: string, slot: string, place?: string): string => JSON.stringify([a, b, slot, place]);
      const expected = schedule.meetings.flatMap(({ participants: [a, b], slot, place }) => [
        told(a, b, slot, place),
        told(b, a, slot, place),
      ]);
      expect(entries.map(({ who, entry: e }) => told(who.id, e.partner.id, e.slot, e.place?.id)).sort()).toEqual(
        expected.sort(),
      );
      expect([held.length, lost]).toEqual([schedule.meetings.length, 0]);
      expect(stands.reduce((sum, { meetings }) => sum + meetings.length, 0)).toBe(
        schedule.meetings.filter(({ place }) => place !== undefined).length,
      );
      for (const { entries } of people) expect(entries.map(timeOf)).toEqual(entries.map(timeOf).sort());
      expect(people.map(({ who }) => who.row).sort()).toEqual(facts.rows.map(({ id }) => id).sort());
      meetings += held.length;
    }
    expect(meetings).toBeGreaterThan(1000);
  });

  it("say who is away, without what lies between", () => {
    const spec = eventOf({
      participants: [...buyers({ id: "b1", absent: ["am.1", "am.3", "am.4", "lunch"] }), ...sellers("s1")],
      wishes: [{ from: "b1", to: "s1", priority: 1 }],
    });
    const { people } = agendasOf(factsOf(spec), scheduleOf(["b1 s1 am.2"]));
    const b1 = people.find(({ who }) => who.id === "b1")!;
    expect(b1.entries.map(({ kind, start, end }) => [kind, start, end])).toEqual([
      ["absent", 540, 565],
      ["meeting", 570, 595],
      ["absent", 600, 810],
      ["meal", 1080, 1200],
    ]);
  });

  it("name representatives, and number those without a name", () => {
    const spec = eventOf({
      participants: [
        ...buyers("b1"),
        ...sellers({
          id: "s1",
          name: "Sémaphore",
          organisation: "Groupe Phare",
          representatives: [{ id: "s1/a", name: "Yasmine" }, { id: "s1/b" }],
        }),
      ],
      wishes: [{ from: "b1", to: "s1", priority: 1 }],
    });
    const { people } = agendasOf(factsOf(spec), scheduleOf(["b1 s1/s1/b am.1"]));
    expect(people.map(({ who: { name, organisation } }) => [name, organisation])).toEqual([
      ["b1", ""],
      ["Sémaphore (2)", "Groupe Phare"],
      ["Yasmine", "Sémaphore, Groupe Phare"],
    ]);
  });

  it("tell a seat once for each representative, and nothing of a meal that somebody does not take", () => {
    const spec = eventOf({
      participants: [
        ...buyers({ id: "b1", meals: false }),
        ...sellers({ id: "s1", representatives: [{ id: "x" }, { id: "y" }] }),
      ],
      wishes: [],
      meals: [{ session: "lunch", tables: [{ id: "table 9", seats: 4 }] }],
      calendar: CALENDAR.slice(0, 1),
    });
    const { people, meals } = agendasOf(factsOf(spec), scheduleOf([]));
    expect(people.map(({ entries }) => entries.map((entry: Entry) => entry.kind))).toEqual([[], ["meal"], ["meal"]]);
    expect(meals[0]!.unseated.map(({ id }) => id)).toEqual(["s1"]);
  });
});

function timeOf({ date, start }: Entry): string {
  return `${date} ${String(start).padStart(4, "0")}`;
}

describe("a name on paper", () => {
  it("stands on one line, turns nothing around, and is cut where it is a book", () => {
    expect(readable("  a\r\nb\u2028c\u0000d ")).toBe("a b c d");
    expect(readable("\u202eabc\u2066")).toBe("abc");
    expect(readable("e\u0301")).toBe("é");
    expect(readable("\ud800x")).toBe("\ufffdx");
    expect(readable("x".repeat(5_000_000))).toBe(`${"x".repeat(200)}…`);
    expect(readable("🙂".repeat(150))).toBe("🙂".repeat(150));
  });
});
