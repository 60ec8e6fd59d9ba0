// The English words of the summary, of places x slots and of wishes towards somebody. en.ts takes them in; the types are what
// every other language fills.

import type { TowardsView } from "../protocol.js";
import type { NumberKey } from "../summary-views.js";
import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;

export const summaryEn = {
  terms: "Score",
  termsNote: "What each part brings or costs, recomputed by the judge from the event and the schedule alone.",
  keys: {
    wishes: "wishes met",
    guarantee: "guarantees missing",
    fairness: "left behind",
    gap: "idle slots and holes",
    walk: "walking",
    meals: "lunches",
    change: "changed agendas",
    total: "total",
  },
  empty: "The summary appears when a schedule has been computed.",
  sentence: (met: number, of: number) =>
    of === 0 ? "Nobody wished for anybody." : `${n(met)} of ${n(of)} wishes are met, ${f.percent(met / of)}.`,
  half: (share: number) => `Half of the participants have at least ${f.percent(share)} of what they could have had;`,
  least: (share: number) => `the least well served has ${f.percent(share)}:`,
  hint: "Every number opens who is behind it: people, slots or meetings, each with the agenda.",
  behind: (count: number, what: NumberKey["what"]) =>
    what === "rooms"
      ? many(count, "slot", "slots")
      : what === "slot"
        ? many(count, "meeting", "meetings")
        : many(count, "participant", "participants"),
  figures: {
    wishes: "wishes met",
    promised: "promises kept",
    meetings: "meetings",
    median: "median satisfaction",
    medianNote: "half have at least that",
    gini: "Gini of satisfaction",
    giniNote: "0: all alike",
    idle: "idle slots",
    holes: "gaps in agendas",
    walk: "walking, min",
    walkNote: (minutes: number) => `longest: ${n(minutes)} min,`,
    full: "slots without room left",
    seated: "seated at meals",
    agendas: (count: number) => `in ${many(count, "agenda", "agendas")}`,
  },
  wishes: "Wishes by side and priority",
  wishesNote: "Met, of all that were made; vetoes are not counted.",
  side: "Side",
  everybody: "Everybody",
  priorityHead: (priority: number) => `P${n(priority)}`,
  allHead: "All",
  medianHead: "Median",
  meanHead: "Mean",
  leastHead: "Least",
  giniHead: "Gini",
  spread: "Satisfaction",
  spreadNote: "Participants by the share of the points of their best possible wishes that they have.",
  bin: (from: number, to: number) => `${n(from)} to ${f.percent(to / 100)}`,
  binCount: (from: number, to: number, count: number) =>
    `${n(from)} to ${f.percent(to / 100)}: ${many(count, "participant", "participants")}`,
  tiers: "By package",
  tier: "Package",
  noTier: "No package",
  people: "People",
  keptHead: "Promises kept",
  worst: "Least well served",
  worstNote: "Share of the points of the best wishes that each one could have had.",
  nameHead: "Participant",
  metHead: "Met",
  shareHead: "Share",
  rooms: "Room per slot",
  roomsNote: "meetings held; the line is the room there is",
  roomsFree: "meetings held; room is unlimited",
  capacity: (of: number) => `room for ${n(of)}`,
  roomIs: (date: string, start: number, used: number, of: number | null) =>
    `${f.day(date)} ${f.clock(start)}: ${many(used, "meeting", "meetings")}${of === null ? "" : ` of ${n(of)}`}`,
  meals: "Meals",
  meal: "Meal",
  seatedHead: "Seated",
  seatsHead: "Seats",
  mealAt: (date: string, start: number, end: number) => `${f.shortDay(date)} ${f.clock(start)} to ${f.clock(end)}`,
  tables: "Wishes without a meeting that a shared table meets",
  panel: "Behind the number",
  back: "Back to the list",
  title: (key: NumberKey, group: string, when: string): string => {
    const of = group === "" ? "" : `: ${group}`;
    switch (key.what) {
      case "wishes":
        return `${key.priority === undefined ? "Wishes met" : `Wishes met of priority ${n(key.priority)}`}${of}`;
      case "served":
        return key.bin === undefined
          ? `Satisfaction${of}`
          : `Satisfaction from ${n(10 * key.bin)} to ${f.percent((key.bin + 1) / 10)}`;
      case "promised":
        return `Promised meetings${of}`;
      case "meetings":
        return "Meetings";
      case "idle":
        return "Idle slots";
      case "holes":
        return "Gaps in agendas";
      case "walk":
        return "Walking";
      case "rooms":
        return "Room per slot";
      case "slot":
        return `Meetings on ${when}`;
      case "seated":
        return "Seated at the meal";
      case "tables":
        return "Wishes met at a table";
    }
  },
  about: {
    wishes: "wishes met of those made, most missing first",
    served: "share of the possible, the lowest first",
    promised: "meetings held of those promised, most missing first",
    meetings: "meetings held, most first",
    idle: "free slots between two meetings of a session",
    holes: "times that an agenda is interrupted within a session",
    walk: "minutes on foot between meetings",
    rooms: "meetings held of the room there is, the fullest first",
    slot: "who meets whom, and where",
    seated: "who has no seat first",
    tables: "met at a table, of those without a meeting",
  } satisfies Record<NumberKey["what"], string>,
  minutes: (value: number) => `${n(value)} min`,
  table: (name: string) => `table ${name}`,
  noSeat: "no seat",
  nobody: "Nobody.",
};

export const placesEn = {
  label: "Places and slots",
  placeColumn: "Place",
  usedColumn: "used",
  rowsShown: (from: number, to: number, of: number) => `Lines ${n(from)} to ${n(to)} of ${n(of)}`,
  lane: (lane: number, of: number) => `${n(lane)} of ${n(of)}`,
  closed: "closed",
  free: "free",
  meeting: (names: readonly string[], priority: number, mutual: boolean, locked: boolean) =>
    `${names.join(" and ")}${priority ? `, priority ${priority}` : ""}${mutual ? ", mutual" : ""}${locked ? ", locked" : ""}`,
  usedOf: (used: number, open: number) => `${n(used)} of ${n(open)} used`,
  keys: "Arrows: move · Enter: agenda, again: the other one · M: move · L: lock · Delete: remove",
  movingKeys: "Left, right: possible slots · Enter: put · Esc: cancel · or drag onto a cell",
  legendClosed: "closed",
  chosen: "chosen person",
  none: "This event has no places: room is unlimited.",
  aimAt: (place: string, date: string, start: number) => `${place}, ${f.shortDay(date)} ${f.clock(start)}`,
};

export const towardsEn = {
  title: (count: number, met: number) => `Wishes of others: ${n(count)}, ${n(met)} met`,
  none: "No wishes of others.",
  met: "met",
  unmet: "no meeting",
  more: (count: number) => `and ${n(count)} more`,
  text({ reason, who, maximum, names }: TowardsView, name: string): string | null {
    if (reason === "full")
      return `The maximum of ${names.includes(name) ? name : who.name} is reached: ${many(maximum, "meeting", "meetings")}.`;
    if (reason === "exclusive")
      return names.length > 0
        ? `${who.name} meets ${f.list(names)} of the same organisation.`
        : `${who.name} meets somebody of the same organisation.`;
    return null;
  },
};

export type SummaryMessages = typeof summaryEn;
export type PlacesMessages = typeof placesEn;
export type TowardsMessages = typeof towardsEn;
