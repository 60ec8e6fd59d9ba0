// The English words of changes by hand. en.ts takes them in; the type is what every other language fills.

import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
const signed = (value: number): string => (value > 0 ? `+${n(value)}` : n(value));
const checked = (findings: number): string =>
  `Checked: ${findings === 0 ? "0 rules broken" : many(findings, "breach", "breaches")}.`;

export const handEn = {
  locale: "en" as "en" | "fr",
  panel: "Move a meeting",
  and: "and",
  when: (date: string, start: number) => `${f.shortDay(date)} ${f.clock(start)}`,
  heldAt: (date: string, start: number, place: string) =>
    `${f.shortDay(date)} ${f.clock(start)}${place === "" ? "" : `, ${place}`}`,
  notHeld: "no meeting yet",
  letGo: "Cancel",
  escape: "Esc",
  forbidden: "forbidden",
  points: (value: number) => signed(value),
  pointsLong: (value: number) => `${signed(value)} ${Math.abs(value) === 1 ? "point" : "points"}`,
  wouldBe: (when: string, now: number, then: number) => `On ${when} the score would go from ${n(now)} to ${n(then)}.`,
  nowhere: "No slot is possible: each says why where the pointer rests on it.",
  best: "Possible slots, the best first",
  free: "free for both",
  swaps: (people: number) => `swap, ${many(people, "other", "others")}`,
  others: (more: number, forbidden: number) =>
    [
      more > 0 ? `${n(more)} more are possible` : "",
      forbidden > 0 ? `${many(forbidden, "slot is", "slots are")} forbidden, each says why` : "",
    ]
      .filter((part) => part !== "")
      .join("; "),
  changes: "What changes there",
  terms: {
    wishes: "wishes",
    guarantee: "guarantees",
    fairness: "fairness",
    gap: "idle slots",
    walk: "walking",
    meals: "meals",
  },
  place: "place",
  score: "score",
  servedWithout: "Satisfaction without this meeting",
  servedWith: "Satisfaction with this meeting",
  put: (when: string) => `Put on ${when}`,
  add: (when: string) => `Add on ${when}`,
  pin: "Lock",
  unpin: "Unlock",
  toPlace: "To another place",
  remove: (gain: number) => `Remove this meeting (${signed(gain)})`,
  block: "Remove and block",
  blockAbout: "The event then says that the two must not meet: no run puts the meeting back.",
  stays: (why: string) => `It cannot be removed: ${why}`,
  redoWhat: (what: string) => `Redo: ${what}`,
  journal: (count: number) => many(count, "change by hand", "changes by hand"),
  around: "Solve around",
  aroundAbout: "Keeps locks and changes as little else as possible: every agenda that differs costs points.",
  replay: (count: number) => `Make ${many(count, "change", "changes")} by hand again`,
  pinMenu: "Lock",
  slot: "Slot",
  pinBefore: "Lock everything before this slot",
  pinSlot: "Lock this slot",
  unpinSlot: "Unlock this slot",
  pinAll: "Lock all meetings",
  unpinAll: "Unlock all meetings",
  pinPerson: "Lock this agenda",
  place1: "Place",
  done: (gain: number, findings: number) =>
    `Done: ${signed(gain)} ${Math.abs(gain) === 1 ? "point" : "points"}. ${checked(findings)}`,
  pinned: (meetings: number, findings: number) =>
    `${many(meetings, "meeting", "meetings")} locked in the event. ${checked(findings)}`,
  unpinned: (meetings: number) => `${many(meetings, "lock", "locks")} taken out of the event.`,
  undone: (what: string) => `Undone: ${what}`,
  redone: (what: string) => `Redone: ${what}`,
  replayed: (done: number, refused: number) =>
    `${many(done, "change", "changes")} made again${refused > 0 ? `, ${n(refused)} not possible here:` : "."}`,
  gone: "The schedule is another one by now: nothing was changed.",
  nothing: "There is nothing of the kind.",
  event: "The event was edited since: undo that in the Event workspace first.",
  broken: "The text of the event has errors: mend them first.",
  locked: "The event is edited in another tab.",
  legend: { best: "best slot", free: "free for both", swap: "with a swap", no: "forbidden", start: "where it is" },
  keys: "M: move · L: lock · Delete: remove · Ctrl Z: undo",
  movingKeys: "Left, right: possible slots · Enter: put · Esc: cancel",
};

export type HandMessages = typeof handEn;
