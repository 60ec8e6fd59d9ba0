// Two schedules side by side, and who must be told: what holds for any two.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleText } from "../../../../src/index.js";
import type { Meeting } from "../../../../src/index.js";
import { placedOf } from "../../../../web/worker/placed.js";
import { differenceOf, meetingsPage, peoplePage } from "../../../../web/worker/runs/difference.js";
import { tellCsv, tellText } from "../../../../web/worker/runs/tell-text.js";
import { changesBetween } from "../../../../web/worker/runs/tell.js";
import { knownOf } from "../../../../web/worker/known.js";
import { parseSpec } from "../../../../src/index.js";
import { RunTab } from "../../../support/runs-host.js";

const tab = new RunTab();
tab.draft.open(sampleText("workshop", { comments: false })!, { sample: "test" });
const known = tab.draft.known!;
const { facts, spec } = known;

const meeting = fc
  .tuple(
    fc.nat(facts.people.length - 1),
    fc.nat(facts.people.length - 1),
    fc.nat(facts.calendar.slots.length - 1),
    fc.nat(3),
  )
  .filter(([p, q]) => p !== q)
  .map(([p, q, s, place]): Meeting => {
    const ids = [p, q].map((i) => facts.people[i]!.id) as [string, string];
    const rows = [p, q].map((i) => facts.rows[facts.people[i]!.rows[0]!]!.id) as [string, string];
    const id = facts.places[place]?.id;
    return { participants: ids, rows, slot: facts.calendar.slots[s]!.id, ...(id !== undefined && { place: id }) };
  });
const list = fc.array(meeting, { maxLength: 25 });

describe("the difference of two schedules", () => {
  it("counts every meeting once, and what one side gains the other way round is lost", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const [x, y] = [placedOf(known, tab.judged(a)), placedOf(known, tab.judged(b))];
        const [there, back] = [differenceOf(known, x, y), differenceOf(known, y, x)];
        const { same, sets } = there;
        expect(same + sets.moved.length + sets.a.length).toBe(a.length);
        expect(same + sets.moved.length + sets.b.length).toBe(b.length);
        expect([back.same, back.sets.a.length, back.sets.b.length]).toEqual([same, sets.b.length, sets.a.length]);
        expect([...back.points]).toEqual([...there.points].map((points) => 0 - points));
        const served = (placed: typeof x): number => placed.points.reduce((sum, points) => sum + points, 0);
        expect(there.points.reduce((sum, points) => sum + points, 0)).toBe(served(y) - served(x));
        const page = peoplePage(there, "gain", "points", 0, 1000);
        expect(page.rows.map(({ points }) => points)).toEqual(
          [...there.points].filter((p) => p > 0).sort((p, q) => q - p),
        );
        expect(page.rows.every(({ gained, gains }) => gained >= gains.length && gained > 0)).toBe(true);
        expect(peoplePage(back, "lose", "points", 0, 1000).rows.map(({ id }) => id)).toEqual(
          page.rows.map(({ id }) => id),
        );
        expect(meetingsPage(there, "a", 0, 1000).total).toBe(sets.a.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe("the people to tell", () => {
  const version = (meetings: Meeting[]): Parameters<typeof changesBetween>[0] => ({
    known,
    schedule: tab.judged(meetings).schedule,
  });

  it("are nobody for the same schedule in another order, and whoever has another agenda otherwise", () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        expect(changesBetween(version(a), version([...a].reverse()))).toEqual([]);
        const agenda = (meetings: Meeting[], id: string): string =>
          meetings
            .filter(({ participants }) => participants.includes(id))
            .map(({ participants, slot, place }) => [[...participants].sort(), slot, place].join(" "))
            .sort()
            .join("\n");
        const told = new Set(changesBetween(version(a), version(b)).map(({ id }) => id));
        for (const { id } of facts.people) expect(told.has(id), id).toBe(agenda(a, id) !== agenda(b, id));
      }),
      { numRuns: 60 },
    );
  });

  it("are those of a session that was moved, although the schedule is the same", () => {
    const [first] = spec.calendar[0]!.sessions.filter(({ kind }) => kind === "meetings");
    const later = structuredClone(JSON.parse(sampleText("workshop", { comments: false })!)) as typeof spec;
    const session = later.calendar[0]!.sessions.find(({ id }) => id === first!.id)!;
    session.start = `${session.start.slice(0, 4)}${session.start.endsWith("0") ? "1" : "0"}`;
    const moved = parseSpec(JSON.stringify(later));
    expect(moved.ok).toBe(true);
    const other = knownOf((moved as Extract<typeof moved, { ok: true }>).value, 2);
    const [a, b] = [facts.people[0]!, facts.people[1]!].map(({ id, rows }) => [id, facts.rows[rows[0]!]!.id] as const);
    const held: Meeting = { participants: [a![0], b![0]], rows: [a![1], b![1]], slot: `${first!.id}.1` };
    const { schedule } = tab.judged([held]);
    const rows = changesBetween({ known, schedule }, { known: other, schedule });
    expect(rows.map(({ id, kind }) => [id, kind])).toEqual([
      [a![0], "moved"],
      [b![0], "moved"],
    ]);
  });

  it("stand in a CSV that no spreadsheet takes for a formula, and in a text without broken lines", async () => {
    const at = { date: "2027-03-17", start: 540, place: "=1+1" };
    const who = { id: null, name: "=HYPERLINK(0)\nx" };
    const row = {
      id: "-1",
      name: "+cmd|' /C calc'!A0",
      organisation: "",
      first: true,
      what: who,
      before: null,
      after: at,
    };
    const csv = await tellCsv([{ ...row, kind: "added" }], "fr");
    expect(csv).toContain("'+cmd|");
    expect(csv).toContain("'=1+1");
    expect(
      tellText([{ ...row, kind: "added" }], "fr")
        .trim()
        .split("\n").length,
    ).toBe(2);
  });
});
