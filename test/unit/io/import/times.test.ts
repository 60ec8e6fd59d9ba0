// When people are away, as they type it.

import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../../src/spec/calendar.js";
import { readTimes } from "../../../../src/io/import/times.js";
import type { EventSpec } from "../../../../src/spec/schema.js";

function calendar(...dates: string[]) {
  const days = dates.map((date) => {
    const n = date.slice(-2);
    const meetings = { kind: "meetings", meeting: 25, changeover: 5 };
    return {
      date,
      sessions: [
        { id: `am-${n}`, ...meetings, start: "08:30", end: "12:30" },
        { id: `lunch-${n}`, kind: "meal", start: "12:30", end: "14:00" },
        { id: `pm-${n}`, ...meetings, start: "14:00", end: "18:00" },
      ],
    };
  });
  return calendarOf({ calendar: days as EventSpec["calendar"] });
}

const TWO = calendar("2027-03-17", "2027-03-18");
const ONE = calendar("2027-03-18");
const MORNING = "08:30/12:30@2027-03-18";

describe("an event of two days", () => {
  it.each([
    ["2027-03-18", ["2027-03-18"]],
    ["am-17", ["am-17"]],
    ["am-17.3", ["am-17.3"]],
    ["09:00/10:30@2027-03-18", ["09:00/10:30@2027-03-18"]],
    ["18/03 9h-10h30", ["09:00/10:30@2027-03-18"]],
    ["18/03/2027 de 9h00 à 10h30", ["09:00/10:30@2027-03-18"]],
    ["03/18/2027 9:00-10:30", ["09:00/10:30@2027-03-18"]],
    ["18.03. 9:00–10:30", ["09:00/10:30@2027-03-18"]],
    ["jeudi matin", [MORNING]],
    ["Jeu. 18 mars 2027, matin", [MORNING]],
    ["J2 matin", [MORNING]],
    ["am 18/03", [MORNING]],
    ["le 18 au matin", [MORNING]],
    ["Thursday before 10am", ["08:30/10:00@2027-03-18"]],
    ["jusqu’à 11h jeudi", ["08:30/11:00@2027-03-18"]],
    ["March 18 from 2pm to 4pm", ["14:00/16:00@2027-03-18"]],
    ["Wed 17th 9am-11am", ["09:00/11:00@2027-03-17"]],
    ["après 16h le 18", ["16:00/18:00@2027-03-18"]],
    ["mercredi midi", ["12:30/14:00@2027-03-17"]],
    ["17/03, 18/03", ["2027-03-17", "2027-03-18"]],
    ["mercredi et jeudi matin", ["2027-03-17", MORNING]],
    ["9h à 10h30, 14h-15h le 18/03", ["09:00/10:30@2027-03-18", "14:00/15:00@2027-03-18"]],
    ["17/03, 9h-10h", ["09:00/10:00@2027-03-17"]],
    ["2027-03-17 | 9h-10h", ["09:00/10:00@2027-03-17"]],
    ["tous les matins", ["08:30/12:30@2027-03-17", MORNING]],
    ["entre 9h et 10h le 17/03", ["09:00/10:00@2027-03-17"]],
  ])("%s", (cell, tokens) => {
    expect(readTimes(cell, TWO)).toEqual({ tokens });
  });

  it.each([
    ["matin", "time-which-day", ["08:30/12:30@2027-03-17", MORNING]],
    ["9h-10h30", "time-which-day", ["09:00/10:30@2027-03-17", "09:00/10:30@2027-03-18"]],
    ["19/03", "time-not-in-calendar", ["2027-03-17", "2027-03-18"]],
    ["vendredi", "time-not-in-calendar", ["2027-03-17", "2027-03-18"]],
    ["vendredi 18/03", "time-weekday", ["2027-03-17", "2027-03-18"]],
    ["18/03 10h-9h", "time-backwards", []],
    ["18/03 25h-26h", "time-backwards", []],
    ["soir 17/03", "time-nothing-there", []],
    ["peut-être jeudi", "time-unknown", []],
    ["17/03 sauf 10h-11h", "time-unknown", []],
    ["am-71", "time-unknown", ["am-17"]],
    ["9h", "time-unknown", []],
  ])("%s is not understood, with what it may mean", (cell, reason, instead) => {
    expect(readTimes(cell, TWO)).toEqual({
      wrong: cell,
      reason,
      instead: instead.map((one) => ({ label: one, cell: one })),
    });
  });

  it("changes only the part of a list that is not understood", () => {
    expect(readTimes("18/03 9h-10h, 19/03", TWO)).toMatchObject({
      wrong: "19/03",
      instead: [{ cell: "18/03 9h-10h, 2027-03-17" }, { cell: "18/03 9h-10h, 2027-03-18" }],
    });
  });
});

it("an event of one day needs no day", () => {
  for (const [cell, token] of [
    ["matin", MORNING],
    ["9h-10h30", "09:00/10:30@2027-03-18"],
    ["toute la journée", "2027-03-18"],
    ["morning", MORNING],
  ] as const) {
    expect(readTimes(cell, ONE)).toEqual({ tokens: [token] });
  }
});

it("an event without days understands nothing and offers nothing", () => {
  expect(readTimes("jeudi matin", calendarOf({ calendar: [] }))).toMatchObject({ instead: [] });
});
