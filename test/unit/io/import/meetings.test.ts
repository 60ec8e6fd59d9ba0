// Schedules of other tools: what tools write of one schedule is read back as that schedule, and each row that cannot be read
// is told with its line.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFiles, readMeetings, readPasted, type MeetingsRead } from "../../../../src/io/import.js";
import { parseSpec } from "../../../../src/spec/parse.js";
import { scheduleText } from "../../../../src/read-schedule.js";
import { sampleText } from "../../../../src/spec/samples/index.js";
import type { EventSpec } from "../../../../src/spec/schema.js";
import type { Schedule } from "../../../../src/schedule.js";
import { workbook } from "../../../support/workbook.js";

const event = {
  format: "dancecard/event",
  version: 1,
  event: { name: "Forum", timezone: "Europe/Paris" },
  calendar: [
    {
      date: "2027-03-17",
      sessions: [
        { id: "am", kind: "meetings", start: "09:00", end: "10:20", meeting: 20, changeover: 10 },
        { id: "noon", kind: "meal", start: "12:00", end: "13:00" },
      ],
    },
    { date: "2027-03-18", sessions: [{ id: "pm", kind: "meetings", start: "14:00", end: "15:00", meeting: 20 }] },
  ],
  sides: [{ id: "buyers" }, { id: "suppliers", hosts: true }],
  places: [
    { id: "s1", label: "Stand 1" },
    { id: "s2", label: "Stand 2" },
  ],
  participants: [
    { id: "b1", name: "Anne Petit", organisation: "Alpha", side: "buyers" },
    { id: "b2", name: "Luc Morel", organisation: "Beta", side: "buyers" },
    { id: "b3", name: "Luc Morel", organisation: "Gamma", side: "buyers" },
    { id: "x1", name: "Xavier Roux", organisation: "Xylo", side: "suppliers", place: "s1" },
    {
      id: "y1",
      name: "Yoga",
      organisation: "Yoga",
      side: "suppliers",
      place: "s2",
      representatives: [
        { id: "y1a", name: "Yann Le Bris", absent: ["am.1"] },
        { id: "y1b", name: "Yves Caro" },
      ],
    },
  ],
  meals: [
    {
      session: "noon",
      tables: [
        { id: "table-1", seats: 8 },
        { id: "table-2", seats: 8 },
      ],
    },
  ],
  wishes: [],
};
const parsed = parseSpec(JSON.stringify(event));
if (!parsed.ok) throw new Error(JSON.stringify(parsed.diagnostics));
const spec = parsed.value;

function pasted(text: string, of: EventSpec = spec): MeetingsRead {
  return readMeetings(readPasted(text), of);
}

/** Meetings as short texts. */
function short(read: MeetingsRead): string[] {
  return (read.schedule?.meetings ?? []).map(
    ({ participants, rows, slot, place }) =>
      `${participants.map((id, i) => (rows[i] === id ? id : rows[i])).join(" ")} ${slot} ${place ?? "-"}`,
  );
}

const ONE = ["b1 x1 am.2 s1"];

describe("a list of meetings is read", () => {
  it.each([
    ["with English titles", "person,person,time,place\nb1,x1,2027-03-17 09:30,s1"],
    ["with French titles", "Acheteur;Fournisseur;Date;Heure;Lieu\nAnne Petit;Xylo;17/03/2027;9h30;Stand 1"],
    [
      "with other titles, by what it holds",
      "Qui\tDu\tQuoi\tOù\nPETIT Anne\tmercredi 17 mars 9h30\tXavier Roux\tstand 1",
    ],
    ["without titles", "b1\tx1\tam.2\ts1"],
    ["with a title above", "Rendez-vous du salon\n\nA,B,Heure,Lieu\nb1,x1,17/03 9:30,s1"],
    ["with a span", "A,B,Quand,Lieu\nb1,x1,17/03 09:30-09:50,s1"],
    ["with seconds", "A,B,Date,Start,End,Place\nb1,x1,2027-03-17,09:30:00,09:50:00,s1"],
    ["in the time of Greenwich", "A,B,Start,Place\nb1,x1,2027-03-17T08:30:00Z,s1"],
    ["with an offset", "A,B,Start,Place\nb1,x1,2027-03-17T09:30:00+01:00,s1"],
    [
      "with ids and names side by side",
      "id,nom,société,date,heure,avec,lieu\nb1,Anne Petit,Alpha,17/03,9h30,Xavier Roux,s1",
    ],
    [
      "as a list by person",
      "Name,Date,Time,With,Stand\nAnne Petit,17/03,9:30,Xavier Roux,s1\nXavier Roux,17/03,9:30,Anne Petit,s1",
    ],
    ["without places: hosts are at their own", "A,B,Time\nb1,x1,17/03 9:30"],
    ["in 12 hours", "A,B,Time,Place\nb1,x1,17/03 9:30 am,s1"],
  ])("%s", (_, text) => {
    const read = pasted(text);
    expect([short(read), read.problems, read.bad]).toEqual([ONE, [], 0]);
  });

  it("from a workbook, and the sheet beside it is left aside", () => {
    const bytes = workbook([
      {
        name: "Meetings",
        rows: [
          ["Buyer", "Supplier", "Slot", "Booth"],
          ["Anne Petit", "Xavier Roux", "am.2", "s1"],
        ],
      },
      { name: "Notes", rows: [["Remember"], ["the milk"]] },
    ]);
    const read = readMeetings(readFiles([{ name: "plan.xlsx", bytes }]), spec);
    expect([short(read), read.problems]).toEqual([ONE, []]);
    expect(read.notes.map(({ en }) => en).join()).toContain("is left aside");
  });

  it.each([
    ["a list", [{ from: "b1", to: { id: "x1", name: "?" }, start: "2027-03-17T09:30", place: "s1" }]],
    [
      "a list in an object",
      { made: "elsewhere", meetings: [{ participants: ["b1", "x1"], slot: "am.2", place: "s1" }] },
    ],
  ])("from JSON: %s", (_, value) => {
    const bytes = new TextEncoder().encode(JSON.stringify(value));
    expect(short(readMeetings(readFiles([{ name: "plan.json", bytes }]), spec))).toEqual(ONE);
  });

  it("with representatives by name, or whoever is there and free", () => {
    const read = pasted("A,B,Time\nb1,Yann Le Bris,am.2\nb2,y1,am.1\nb1,y1,am.1\nb2,y1,am.2");
    expect(short(read)).toEqual(["b1 y1a am.2 s2", "b2 y1b am.1 s2", "b1 y1a am.1 s2", "b2 y1b am.2 s2"]);
  });

  it("with seats at a meal from a sheet of their own", () => {
    const files = [
      { name: "rdv.csv", bytes: new TextEncoder().encode("A,B,Time,Place\nb1,x1,am.2,s1\n") },
      { name: "tables.csv", bytes: new TextEncoder().encode("Nom,Table\nAnne Petit,1\nXavier Roux,Table 2\nYoga,-\n") },
    ];
    const read = readMeetings(readFiles(files), spec);
    expect(read.problems).toEqual([]);
    expect(read.schedule!.meals).toEqual([
      { session: "noon", table: "table-1", participants: ["b1"] },
      { session: "noon", table: "table-2", participants: ["x1"] },
    ]);
  });

  it("and says so of each row that cannot be", () => {
    const read = pasted(
      [
        "A,B,Date,Time,Place",
        "b1,x1,17/03,9:30,s1", // 2: good
        "b1,Nobody,17/03,9:30,s1",
        "Luc Morel,x1,17/03,9:00,s1",
        "b2,x1,17/03,9:07,s1",
        "b2,x1,,9:00,s1",
        "b2,x1,19/03,9:00,s1",
        "b2,x1,17/03,soon,s1",
        "b2,b2,17/03,9:00,s1",
        "b2,,17/03,9:00,s1",
        "b1,x1,17/03,9:30,s2", // as line 2, elsewhere
        "b2,x1,17/03,9:00,s9", // read without a place
        "b2,x1,18/03,,s1",
      ].join("\n"),
    );
    expect(read.problems.map(({ line, letter, code }) => `${line}${letter} ${code}`)).toEqual([
      "3B unknown-wisher",
      "4A several-of-name",
      "5D meeting-no-slot",
      "6D time-which-day",
      "7C time-not-in-calendar",
      "8D time-unknown",
      "9B meeting-self",
      "10B meeting-person-missing",
      "11E meeting-elsewhere",
      "12E meeting-unknown-place",
      "13D meeting-time-missing",
    ]);
    expect(short(read)).toEqual([...ONE, "b2 x1 am.1 -"]);
    expect([read.rows, read.bad]).toEqual([12, 10]);
  });

  it("also what breaks the rules: that is the judge's business", () => {
    expect(short(pasted("A,B,Time,Place\nb1,b2,am.1,s1\nb1,x1,am.1,s1\nb1,x1,am.2,s1")).length).toBe(3);
  });

  it("not where it lists no meetings", () => {
    const read = pasted("Colour,Price\nred,12\nblue,13");
    expect([read.schedule, read.problems.map(({ code }) => code)]).toEqual([null, ["meeting-no-columns"]]);
  });
});

describe("a schedule of our own", () => {
  const schedule: Schedule = {
    format: "dancecard/schedule",
    version: 1,
    event: "0".repeat(64),
    meetings: [{ participants: ["b1", "gone"], rows: ["b1", "gone"], slot: "am.1" }],
    meals: [],
    unmet: [],
  };

  it("is taken as it is, of whatever state of the event", () => {
    const read = readMeetings(
      { sheets: [], problems: [], event: { file: "s.json", text: scheduleText(schedule) } },
      spec,
    );
    expect(read.schedule).toEqual(schedule);
    expect(read.notes.map(({ en }) => en).join()).toContain("another state of the event");
  });

  it("that is damaged is refused with what is wrong", () => {
    const text = scheduleText(schedule).replace('"slot"', '"slut"');
    const read = readMeetings({ sheets: [], problems: [], event: { file: "s.json", text } }, spec);
    expect(read.schedule).toBeNull();
    expect(read.problems.map(({ value }) => value).join()).toContain("meetings[0]");
  });
});

describe("whatever a file holds", () => {
  const names = [
    "b1",
    "Anne Petit",
    "Luc Morel",
    "x1",
    "Yoga",
    "__proto__",
    "constructor",
    "=HYPERLINK(1)",
    "<img src=x>",
    "‮evil",
    "",
  ];
  const times = ["am.1", "17/03 9h00", "9:30", "__proto__", "25:99", "2027-03-17", "\u0000", "9".repeat(5000)];
  const cell = fc.oneof(fc.constantFrom(...names, ...times), fc.string({ maxLength: 20, unit: "binary" }));

  it("rows are read or told, and ids are those of the event", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (cells) => {
        const text = cells.map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join("\t")).join("\n");
        const read = pasted(text);
        const ids = new Set(spec.participants.map(({ id }) => id));
        for (const { participants, slot } of read.schedule?.meetings ?? []) {
          expect(participants.every((id) => ids.has(id))).toBe(true);
          expect(slot).toMatch(/^(am|pm)\.\d$/);
        }
        expect(read.rows - read.bad).toBeGreaterThanOrEqual(read.schedule?.meetings.length ?? 0);
      }),
      { numRuns: 300 },
    );
  });

  it("JSON of any shape does not throw", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        readMeetings({ sheets: [], problems: [], event: { file: "any.json", text } }, spec);
      }),
    );
  });
});

describe("a schedule written as a list and read again", () => {
  it("is the same", () => {
    const workshop = parseSpec(sampleText("workshop")!);
    if (!workshop.ok) throw new Error("the sample is sound");
    const { participants, calendar } = workshop.value;
    const slots = calendar.flatMap(({ sessions }) => sessions.filter(({ kind }) => kind === "meetings"));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 20 }), (pairs) => {
        const list = pairs.flatMap(([p, q]) => {
          const [a, b] = [participants[p % participants.length]!.id, participants[q % participants.length]!.id];
          return a === b ? [] : [[a, b, `${slots[p % slots.length]!.id}.1`]];
        });
        const wanted = new Set(list.map(([a, b, s]) => [...[a!, b!].sort(), s].join(" ")));
        const read = pasted(
          ["Person A\tPerson B\tSlot", ...list.map((row) => row.join("\t"))].join("\n"),
          workshop.value,
        );
        const got = (read.schedule?.meetings ?? []).map(({ participants: [a, b], slot }) =>
          [...[a, b].sort(), slot].join(" "),
        );
        expect(new Set(got)).toEqual(wanted);
        expect(got.length).toBe(wanted.size);
      }),
      { numRuns: 50 },
    );
  });
});
