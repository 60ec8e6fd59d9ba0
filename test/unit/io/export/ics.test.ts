// Calendars, opened by an iCalendar library: what stands in them is what agendas say, in the event's own time on every day
// of the year; what changes keeps its UID and gets a higher number; what is gone is cancelled.

import ICAL from "ical.js";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { agendasOf, calendarsOf, exportFiles, type Agenda } from "../../../../src/io/export.js";
import { fileNames } from "../../../../src/io/export/file-names.js";
import { folded, textValue } from "../../../../src/io/export/ics.js";
import { offsetsOf, timezoneLines } from "../../../../src/io/export/zone.js";
import { factsOf } from "../../../../src/rules/facts.js";
import type { Schedule } from "../../../../src/schedule.js";
import { eventOf, scheduleOf } from "../../../support/event-builder.js";
import { HOSTILE, randomExport, randomSchedule } from "../../../support/random-export.js";

const MINUTE = 60_000;

interface Read {
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  location: string | null;
  start: string;
  end: string;
  /** Milliseconds of UTC, where the calendar has a time zone. */
  at: number;
}

/** What an iCalendar library makes of a calendar; its own list of zones is empty, so that the file's VTIMEZONE counts. */
function read(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const timezone = zone ? new ICAL.Timezone(zone) : undefined;
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const { startDate, endDate } = event;
    const utc = startDate.clone();
    if (timezone) utc.zone = timezone;
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
      summary: event.summary,
      location: event.location,
      start: wall(startDate),
      end: wall(endDate),
      at: utc.toUnixTime() * 1000,
    };
  });
}

function wall(time: ICAL.Time): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${time.year}-${two(time.month)}-${two(time.day)} ${two(time.hour)}:${two(time.minute)}`;
}

function wallOf(date: string, minutes: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE).toISOString().slice(0, 16).replace("T", " ");
}

describe("a calendar", () => {
  it("says what the agenda says, and nothing of its lines is longer than 75 octets", () => {
    let events = 0;
    for (let seed = 0; seed < 200; seed++) {
      const { facts, schedule } = randomExport(seed);
      const { people, meetings, sessions } = agendasOf(facts, schedule);
      const { personal, event } = calendarsOf(facts, schedule, { locale: "en" });
      const expected = ({ entries }: Agenda): string[] =>
        entries
          .filter(({ kind }) => kind !== "absent")
          .map(({ date, start, end }) => `${wallOf(date, start)} ${wallOf(date, end)}`);
      personal.forEach(({ who, text }, i) => {
        const list = read(text);
        events += list.length;
        expect(who).toEqual(people[i]!.who);
        expect(list.map(({ start, end }) => `${start} ${end}`).sort()).toEqual(expected(people[i]!).sort());
        expect(new Set(list.map(({ uid }) => uid)).size).toBe(list.length);
        expect(list.every(({ status, sequence }) => status === "CONFIRMED" && sequence === 0)).toBe(true);
      });
      const all = read(event.text);
      expect(all.length).toBe(meetings.length + sessions.length);
      expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
      const lines = event.text.split("\r\n");
      expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
      expect(event.text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    }
    expect(events).toBeGreaterThan(1000);
  });

  it("no two entries of anybody's calendars have one UID", () => {
    for (let seed = 0; seed < 100; seed++) {
      const { facts, schedule } = randomExport(seed);
      const { personal, event } = calendarsOf(facts, schedule, { locale: "en" });
      const uids = [...personal, event].flatMap(({ text }) => read(text).map(({ uid }) => uid));
      expect(new Set(uids).size).toBe(uids.length);
    }
  });

  it("holds names as they are", () => {
    for (const text of [...HOSTILE, "é".repeat(200), "🙂".repeat(60), "\\n;,\\\\"]) {
      const lines = ["BEGIN:VCALENDAR", folded(`X-NAME:${textValue(text)}`), "END:VCALENDAR"].join("\r\n");
      const value = new ICAL.Component(ICAL.parse(lines) as unknown[]).getFirstProperty("x-name")!;
      value.resetType("text");
      const [own] = lines.split("\r\n").slice(1).join("\r\n").split("\r\nEND:");
      expect(own!.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      const said = own!.replace(/\r\n /g, "").slice("X-NAME:".length);
      expect(said.replace(/\\([\\;,n])/g, (_, c: string) => (c === "n" ? "\n" : c))).toBe(
        text.replace(/\r\n/g, "\n").replace(/(?!\n)\p{Cc}/gu, " "),
      );
    }
  });
});

describe("time zones", () => {
  const ZONES = [
    "Europe/Paris",
    "Europe/Dublin",
    "America/New_York",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "UTC",
  ];

  it.each(ZONES)("%s: the file's VTIMEZONE and Intl agree at every hour of the year", (zone) => {
    const text = ["BEGIN:VCALENDAR", ...timezoneLines(zone, ["2027-03-17"]), "END:VCALENDAR"].join("\r\n");
    const component = new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent("vtimezone")!;
    const timezone = new ICAL.Timezone(component);
    const offset = offsetsOf(zone);
    const wrong: string[] = [];
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += 60 * MINUTE) {
      const wanted = new Date(at + offset(at)).toISOString().slice(0, 16).replace("T", " ");
      const local = ICAL.Time.fromJSDate(new Date(at + offset(at)), true);
      local.zone = timezone;
      // The hour that comes twice has two moments: either is right.
      const back = local.toUnixTime() * 1000;
      const said = new Date(back + offset(back)).toISOString().slice(0, 16).replace("T", " ");
      if (said !== wanted) wrong.push(`${wanted}: ${said}`);
    }
    expect(wrong).toEqual([]);
  });

  // The Sundays on which the clocks change in Paris, and the days around them.
  it.each([
    ["2027-03-27", 8],
    ["2027-03-28", 7],
    ["2027-03-29", 7],
    ["2027-10-30", 7],
    ["2027-10-31", 8],
    ["2027-11-01", 8],
  ])("nine o'clock in Paris on %s is %i o'clock UTC", (date, hour) => {
    const spec = eventOf({
      event: { name: "Test", timezone: "Europe/Paris" },
      calendar: [{ date, sessions: [{ id: "am", kind: "meetings", start: "09:00", end: "10:00", meeting: 25 }] }],
    });
    const { personal, event, zoned } = calendarsOf(factsOf(spec), scheduleOf(["b1 s1 am.1"]), { locale: "en" });
    expect(zoned).toBe(true);
    for (const { text } of [event, personal.find(({ who }) => who!.id === "b1")!])
      expect(read(text).map(({ at }) => new Date(at).toISOString())).toEqual([`${date}T0${hour}:00:00.000Z`]);
  });

  it("an event without a zone has times as they stand", () => {
    const { event, zoned } = calendarsOf(factsOf(eventOf()), scheduleOf(["b1 s1 am.1"]), { locale: "en" });
    expect(zoned).toBe(false);
    expect(event.text).toContain("DTSTART:20270317T090000\r\n");
    expect(event.text).not.toContain("TZID");
  });
});

describe("a schedule that was published before", () => {
  it("every client that follows the numbers ends with the newest schedule, whichever editions it has seen", () => {
    let cancelled = 0;
    for (let seed = 0; seed < 60; seed++) {
      const { spec, facts, schedule } = randomExport(seed);
      const editions = [schedule, ...[1, 2, 3].map((i) => partly(schedule, randomSchedule(spec, seed * 7 + i), i))];
      const files = editions.map((edition, i) =>
        calendarsOf(facts, edition, { locale: "en", published: editions.slice(0, i) }),
      );
      const texts = files.map(({ personal, event }) => [...personal, event].map(({ text }) => read(text)));
      const last = calendarsOf(facts, editions[3]!, { locale: "en" });
      const wanted = [...last.personal, last.event].map(({ text }) => read(text).map(shown).sort());
      // Seen all, the first and the last, or the last alone.
      for (const seen of [[0, 1, 2, 3], [0, 3], [1, 3], [3]]) {
        texts[0]!.forEach((_, who) => {
          const held = new Map<string, Read>();
          for (const edition of seen) {
            for (const entry of texts[edition]![who]!) {
              const old = held.get(entry.uid);
              // What changed has a higher number: a client that takes only those misses nothing.
              if (!old || entry.sequence > old.sequence) held.set(entry.uid, entry);
            }
          }
          const kept = [...held.values()].filter(({ status }) => status === "CONFIRMED");
          expect(kept.map(shown).sort(), `seed ${seed}, person ${who}, seen ${seen.join()}`).toEqual(wanted[who]);
          cancelled += held.size - kept.length;
        });
      }
    }
    expect(cancelled).toBeGreaterThan(100);
  });

  it("the same schedule again raises no number", () => {
    const { facts, schedule } = randomExport(5);
    const text = calendarsOf(facts, schedule, { locale: "en", published: [schedule, schedule] }).event.text;
    expect(read(text).every(({ sequence }) => sequence === 0)).toBe(true);
  });

  it("a meeting that moves keeps its UID; one that a colleague takes over is cancelled for one and new for the other", () => {
    const spec = eventOf({
      participants: [
        { id: "b1", side: "buyer" },
        { id: "s1", side: "seller", representatives: [{ id: "x" }, { id: "y" }] },
      ],
      wishes: [{ from: "b1", to: "s1", priority: 1 }],
    });
    const [before, after] = [scheduleOf(["b1 s1/x am.1".replace("s1/x", "s1/x")]), scheduleOf(["b1 s1/y pm.1"])];
    const { personal } = calendarsOf(factsOf(spec), after, { locale: "en", published: [before] });
    const of = (row: string): Read[] =>
      read(personal.find(({ who }) => who!.row === row)!.text).filter(({ summary }) => !/Meal/.test(summary));
    expect(of("b1").map(({ status, sequence, start }) => [status, sequence, start])).toEqual([
      ["CONFIRMED", 1, "2027-03-17 14:00"],
    ]);
    expect(of("x").map(({ status, sequence }) => [status, sequence])).toEqual([["CANCELLED", 1]]);
    expect(of("y").map(({ status, sequence }) => [status, sequence])).toEqual([["CONFIRMED", 0]]);
    expect(of("x")[0]!.uid).not.toBe(of("y")[0]!.uid);
  });

  it("meetings of slots that are gone are counted, for they cannot be cancelled", () => {
    const made = calendarsOf(factsOf(eventOf()), scheduleOf([]), {
      locale: "en",
      published: [scheduleOf(["b1 s1 gone.1", "b2 s2 am.1"])],
    });
    expect(made.lost).toBe(1);
  });

  it("the stamp is handed in, or follows from the event and the number of editions", () => {
    const stamps = (published: Schedule[], stamp?: string): string[] => {
      const options = { locale: "en" as const, published, ...(stamp !== undefined && { stamp }) };
      const { text } = calendarsOf(factsOf(eventOf()), scheduleOf(["b1 s1 am.1"]), options).event;
      return [...new Set([...text.matchAll(/(?:DTSTAMP|LAST-MODIFIED):(\S+)/g)].map(([, value]) => value!))];
    };
    expect(stamps([])).toEqual(["20260317T000000Z"]);
    expect(stamps([scheduleOf([])])).toEqual(["20260317T000100Z"]);
    expect(stamps([], "2027-03-12T14:30:00+01:00")).toEqual(["20270312T133000Z"]);
  });
});

/** Some meetings of one schedule and some of another: editions mostly have much in common. */
function partly(old: Schedule, other: Schedule, i: number): Schedule {
  const keep = old.meetings.filter((_, m) => m % 4 !== i);
  const pairs = new Set(keep.map(({ participants }) => JSON.stringify([...participants].sort())));
  const more = other.meetings.filter(({ participants }) => !pairs.has(JSON.stringify([...participants].sort())));
  return { ...old, meetings: [...keep, ...more], meals: i % 2 === 0 ? other.meals : old.meals };
}

function shown({ uid, summary, location, start, end }: Read): string {
  return JSON.stringify([uid, summary, location, start, end]);
}

describe("the archive of personal calendars", () => {
  it("has a file for everybody, which people can read", async () => {
    for (let seed = 0; seed < 40; seed++) {
      const { facts, schedule } = randomExport(seed);
      const { files } = await exportFiles(facts, schedule, { format: "ics", locale: "fr" });
      const archive = unzipSync(files.find(({ name }) => name === "agendas.zip")!.bytes);
      const { personal } = calendarsOf(facts, schedule, { locale: "fr" });
      const texts = Object.values(archive).map((bytes) => new TextDecoder().decode(bytes));
      expect(texts.sort()).toEqual(personal.map(({ text }) => text).sort());
    }
  });

  it("names are safe and differ, also where case does not count", () => {
    const names = [
      ...HOSTILE,
      "Hélène Roussel",
      "HELENE ROUSSEL",
      "Łukasz Żółć",
      "Ελένη",
      "عميل",
      "🙂",
      "",
      "con",
      "x".repeat(300),
    ];
    const made = fileNames([...names, ...names], ".ics");
    expect(new Set(made.map((name) => name.toLowerCase())).size).toBe(made.length);
    for (const name of made) expect(name).toMatch(/^[\p{L}\p{M}\p{N}-]{1,90}\.ics$/u);
    for (const name of made) expect(name).not.toMatch(/^(con|prn|aux|nul)\./i);
    const of = (text: string): string => made[names.indexOf(text)]!;
    expect([of("Hélène Roussel"), of("HELENE ROUSSEL"), of("Łukasz Żółć"), of("Ελένη")]).toEqual([
      "Helene-Roussel.ics",
      "HELENE-ROUSSEL-2.ics",
      "Lukasz-Zolc.ics",
      "Ελένη.ics",
    ]);
  });
});
