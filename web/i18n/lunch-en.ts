// The English words of the lunches; en.ts takes them in. lunch-fr.ts says the same in French.

import type { BarView } from "../lunch-views.js";
import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
const signed = (value: number): string => (value > 0 ? `+${n(value)}` : n(value));

export const lunchEn = {
  meal: "Lunch",
  when: (day: string, start: string, end: string) => `${day}, ${start}\u2013${end}`,
  facts: (people: number, tables: number, served: number) =>
    `${n(people)} seated at ${many(tables, "table", "tables")}. ${many(served, "wish", "wishes")} without a meeting met at a table.`,
  nobodyOut: "Nobody without a seat.",
  unseated: (count: number) => `${many(count, "person", "people")} without a seat`,
  empty: "The tables appear once a schedule has been computed.",
  noMeals: "This event has no seated meal. Add one under “meals” in the event's text.",
  tables: "Tables",
  table: (name: string) => (/^table\b/i.test(name) ? name : `Table ${name}`),
  taken: (people: number, seats: number) => `${n(people)} of ${n(seats)}`,
  seats: (people: number, seats: number, free: number) =>
    `${n(people)} of ${many(seats, "seat", "seats")}${free > 0 ? `, ${n(free)} free` : ""}`,
  seat: (name: string, organisation: string, side: string, host: boolean, locked: boolean) =>
    [name, organisation, side, host ? "host" : "", locked ? "seat locked" : ""]
      .filter((part) => part !== "")
      .join(", "),
  free: "free",
  freeSeats: (count: number) => many(count, "free seat", "free seats"),
  freeAt: (table: string) => `Free seat, table ${table}`,
  legend: { served: "wish met at the table", mutual: "mutual wish", host: "host", locked: "seat locked" },
  keys: "Arrows: move · Enter: choose · M: swap · L: lock · Ctrl Z: undo",
  choose: "Choose somebody at a table to read why these people sit together. Drag a name onto another to swap the two.",
  readOnly: "Touch a name to read why that person sits there. Swapping is done on a computer.",
  openAgenda: "Open the agenda",
  backToTable: "Back to the table",
  why: (table: string) => `Why at table ${table}`,
  whyNothing: "No wish, no colleague and no earlier table with anybody here.",
  whyOut: "Has no seat at this meal.",
  rest: (count: number) => `Nothing particular with ${count === 1 ? "the other one" : `${n(count)} others`}.`,
  own: (p: number) => `wished for, priority ${p}`,
  other: (p: number) => `wishes for this person, priority ${p}`,
  mutual: (own: number, other: number) => `mutual wish, priorities ${own} and ${other}`,
  met: (day: string, time: string) => `meets on ${day} at ${time}, so nothing is added here`,
  atTable: "at the table instead of a meeting",
  colleague: "colleagues",
  again: (days: string) => `shared a table already on ${days}`,
  brings: "What the table brings",
  bringsOne: "What this place brings",
  parts: {
    wishes: "wishes met at the table",
    colleagues: "colleagues together",
    repeats: "together again",
    total: "total",
  },
  points: (value: number) => signed(value),
  pointsLong: (value: number) => `${signed(value)} ${Math.abs(value) === 1 ? "point" : "points"}`,
  rules: "Rules of the table",
  mix: (side: string, min: number, max: number | null) =>
    max === null
      ? `${side}: at least ${n(min)}.`
      : min === 0
        ? `${side}: at most ${n(max)}.`
        : `${side}: ${n(min)} to ${n(max)}.`,
  ruleText: "Never two people of whom one refuses the other. A host sits at the own table.",
  swapWith: "Swap with …",
  cancel: "Cancel",
  lock: "Lock the seat",
  unlock: "Unlock the seat",
  lockWhole: "Lock the table",
  unlockWhole: "Unlock the table",
  lockTable: "Fixed by the event: the host sits at the own table.",
  lockBlocked: "Possible once the errors of the event are corrected.",
  moving: (name: string) => `Move ${name}`,
  find: "Name or table",
  best: "Allowed, best first",
  noneAllowed: "No swap is allowed.",
  noneFound: "Nobody of this name and no such table.",
  forbiddenCount: (count: number) => `${many(count, "target is", "targets are")} forbidden, each says why`,
  moreTargets: (count: number) => `and ${n(count)} more: type a name`,
  forbidden: "forbidden",
  working: "Working out the swaps",
  score: (value: number) => `Score ${n(value)}`,
  scoreTo: (from: number, to: number) => `Score ${n(from)} \u2192 ${n(to)}`,
  target: (name: string, table: string) => (table ? `${name}, table ${table}` : name),
  moved: (gain: number, findings: number) =>
    `Moved: ${signed(gain)} ${Math.abs(gain) === 1 ? "point" : "points"}. Checked: ${findings === 0 ? "0 rules broken" : many(findings, "breach", "breaches")}.`,
  gone: "The schedule has changed meanwhile: nothing was moved.",
  print: "Print",
  printCards: "Table cards",
  printList: "List by name",
  printed: { name: "Name", organisation: "Organisation", list: "Seats at lunch", host: "host", none: "\u2013" },
  bar(bar: BarView): string {
    const table = bar.table ? ` ${bar.table}` : "";
    switch (bar.kind) {
      case "same":
        return bar.table ? `Already at table${table}.` : "Neither has a seat.";
      case "absent":
        return `${bar.who} is away or takes no meal.`;
      case "fixed":
        return `${bar.who} has a fixed seat at table${table}.`;
      case "host":
        return `${bar.who} hosts table${table} and stays there.`;
      case "seats":
        return `Table${table} is full: ${many(bar.limit, "seat", "seats")}. Swap with somebody there.`;
      case "mix-min":
        return `Table${table} needs at least ${n(bar.limit)} of side ${bar.side}.`;
      case "mix-max":
        return `Table${table} takes at most ${n(bar.limit)} of side ${bar.side}.`;
      case "veto":
        return `${bar.who} and ${bar.other} must not share a table: one refuses the other.`;
    }
  },
};

export type LunchMessages = typeof lunchEn;
