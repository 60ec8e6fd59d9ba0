// The English words of what to look at in an event; en.ts takes them in, and the worker's findings speak with them.
// watch-fr.ts says the same in French.

import { formats, type Locale } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;

/** Titles of diagnostics, by how their codes begin; the first that fits counts. */
const PROBLEMS: readonly [RegExp, string, string][] = [
  [/^(not-json|truncated|too-deep|text-too-large|empty$)/, "The text cannot be read", "mistakes in the text"],
  [/^duplicate-key/, "A key that stands twice", "keys that stand twice"],
  [/^unknown-key/, "A key that means nothing", "keys that mean nothing"],
  [/^unknown-(id|time)/, "An id that does not exist", "ids that do not exist"],
  [/^duplicate-wish/, "A wish that stands twice", "wishes that stand twice"],
  [/^duplicate-/, "The same id twice", "ids that stand twice"],
  [/^(wish-|priority-)/, "A wish that cannot be read", "wishes that cannot be read"],
  [/^locked-/, "An impossible lock", "impossible locks"],
  [/^precedence-/, "An impossible order", "impossible orders"],
  [/^(session|sessions|no-meeting|bad-range)/, "A session that does not work", "sessions that do not work"],
  [/^no-slots/, "No slot for meetings", "calendars without slots"],
  [/^no-participants/, "Nobody takes part", "empty lists"],
  [/^no-pairs/, "Nobody may meet anybody", "empty lists"],
  [/^nowhere-to-meet/, "A host without a place", "hosts without a place"],
  [/^guaranteed-/, "A guarantee out of reach", "guarantees out of reach"],
  [/^(host|seat|table|mix)-/, "A table that does not work", "tables that do not work"],
  [/^too-(many|large)/, "More than can be scheduled", "lists that are too long"],
  [/^missing/, "Something is missing", "things are missing"],
  [/^ambiguous/, "An id with two meanings", "ids with two meanings"],
];

export const watchEn = {
  andMore: (names: string, count: number) => `${names} and ${n(count)} more`,
  andProblems: (texts: string, count: number) => `${texts} And ${n(count)} more.`,
  about: (item: string, text: string) => `${item}. ${text}`,
  when: (date: string, start: number, _: Locale) => `${f.shortDay(date)}, ${f.clock(start)}`,
  see: (count: number) => (count === 1 ? "Show it" : `Show the ${n(count)}`),
  seePerson: "Show the person",
  seeRow: "Show in the table",
  openSpec: "Show in the text",
  problem(code: string, count: number): string {
    const [, one, more] = PROBLEMS.find(([start]) => start.test(code)) ?? [
      null,
      "A value that is not possible",
      "values that are not possible",
    ];
    return count === 1 ? one : `${n(count)} ${more}`;
  },
  item: {
    participant: (name: string) => `Participant ${name}`,
    wish: (from: string, to: string, _number: number) => `Wish of ${from} for ${to}`,
    place: (name: string) => `Place ${name}`,
    tier: (name: string) => `Package ${name}`,
    side: (name: string) => `Side ${name}`,
    locked: (a: string, b: string) => `Locked meeting of ${a} and ${b}`,
    blocked: (a: string, b: string) => `Blocked pair ${a} and ${b}`,
    precedence: (number: number) => `Order of meetings, number ${n(number)}`,
    meal: (session: string) => `Meal ${session}`,
    day: (date: string) => `Day ${date}`,
  },
  cure: {
    rename: (near: string) => `Correct to “${near}”`,
    removeKey: (key: string) => `Remove “${key}”`,
    replace: (near: string) => `Correct to “${near}”`,
    write: (value: string) => `Write ${value}`,
    setTo: (value: number) => `Set to ${n(value)}`,
    removeTime: "Remove this time",
    removeSecond: "Remove the second",
    removeSeat: "Remove the seat",
    removeHost: "Remove the host",
    keepVeto: "Keep the veto",
    keepPriority: "Keep the priority",
    keepSlot: "Keep the one slot",
    seats: (count: number) => `Make it ${many(count, "seat", "seats")}`,
    moveTime: (start: number) => `Move to ${f.clock(start)}`,
    move: (when: string) => `Move to ${when}`,
    removeItem: {
      wishes: "Remove the wish",
      locked: "Remove the lock",
      blocked: "Remove the block",
      met: "Remove the pair",
      precedences: "Remove the order",
      walks: "Remove the walk",
      other: "Remove it",
    },
    removeAll: (count: number) => `Remove the ${n(count)}`,
    correctAll: (count: number) => `Correct the ${n(count)}`,
  },
  promise: {
    title: "A guarantee out of reach",
    titleMore: (count: number) => many(count, "more guarantee out of reach", "more guarantees out of reach"),
    text(
      name: string,
      tier: string,
      guaranteed: number,
      possible: number,
      limit: "maximum" | "slots" | "partners",
    ): string {
      const who = tier === "" ? name : `${name} (${tier})`;
      const rest = {
        maximum: `may have ${n(possible)} at most`,
        slots: possible === 0 ? "is never there" : `is there for ${many(possible, "slot", "slots")}`,
        partners: `has ${many(possible, "possible partner", "possible partners")}`,
      };
      return `${who} was promised ${many(guaranteed, "meeting", "meetings")} and ${rest[limit]}.`;
    },
    textMore: (names: string, missing: number) => `${names}: at least ${many(missing, "meeting", "meetings")} too few.`,
    lower: (possible: number) => `Bring down to ${n(possible)}`,
    raise: (guaranteed: number) => `Raise the maximum to ${n(guaranteed)}`,
    lowerAll: (count: number) => `Bring all ${n(count)} down to what is possible`,
    fill: "Fill from needs and offers",
    tierTitle: "A package that promises more than it allows",
    tierText: (label: string, guaranteed: number, maximum: number) =>
      `${label} guarantees ${many(guaranteed, "meeting", "meetings")} and allows ${n(maximum)} at most.`,
  },
  meal: {
    title: (label: string, date: string, missing: number, _: Locale) =>
      `${label === "" ? "Meal" : label} on ${f.day(date)}: ${many(missing, "seat", "seats")} too few`,
    text: (eaters: number, seats: number, tables: number) =>
      `${many(eaters, "person eats", "people eat")}, and ${tables === 1 ? "the table has" : `the ${n(tables)} tables have`} ${many(seats, "seat", "seats")}.`,
    add: (count: number, seats: number) =>
      count === 1 ? `Add a table of ${n(seats)}` : `Add ${n(count)} tables of ${n(seats)}`,
  },
  absent: {
    title: (count: number) => `${many(count, "person is", "people are")} never there`,
    text: (names: string, _filled: boolean) => `${names}: absent in every slot.`,
    why: (count: number) => many(count, "person who is never there", "people who are never there"),
  },
  lonely: {
    title: (count: number) => `${many(count, "person", "people")} with nobody to meet`,
    text: (names: string, _filled: boolean) => `${names}: no wish, from them or for them, can be met.`,
    why: (count: number) => many(count, "person with nobody to meet", "people with nobody to meet"),
  },
  silent: {
    title: (count: number) => `${many(count, "person", "people")} without a wish`,
    text: (names: string, filled: boolean) =>
      `${names}: only meetings that others ask for${filled ? ", or that needs and offers suggest" : ""}.`,
    why: (count: number) => many(count, "person without a wish", "people without a wish"),
  },
  hopeless: {
    title: {
      vetoed: (count: number) => many(count, "wish for somebody who refuses", "wishes for people who refuse"),
      blocked: (count: number) => many(count, "wish for a blocked pair", "wishes for blocked pairs"),
      sides: (count: number) =>
        many(count, "wish between sides that do not meet", "wishes between sides that do not meet"),
      "same-organisation": (count: number) =>
        many(count, "wish for one’s own organisation", "wishes for one’s own organisation"),
      "met-before": (count: number) => many(count, "wish for somebody met before", "wishes for people met before"),
      "no-common-slot": (count: number) => many(count, "wish without a common slot", "wishes without a common slot"),
    },
    text: (pairs: string, count: number) =>
      `${pairs}. ${count === 1 ? "It cannot be met and does not count." : "They cannot be met and do not count."}`,
  },
  removeWishes: (count: number) => (count === 1 ? "Remove the wish" : `Remove the ${n(count)}`),
  demand: {
    title: (count: number, side: string) =>
      `${side}: ${many(count, "is wanted more often than there is room", "are wanted more often than there is room")}`,
    text: (names: string, lost: number) =>
      `${names}: at least ${many(lost, "wish stays", "wishes stay")} unmet, whatever the schedule.`,
  },
  places: {
    see: "Show the places",
    remove: (count: number) => (count === 1 ? "Remove the place" : `Remove the ${n(count)}`),
    unused: (count: number) => `${many(count, "place", "places")} that nobody can use`,
    unusedText: (names: string) => `${names}: closed all the time, or everybody has a place already.`,
    closed: (count: number) => many(count, "stand is closed all the time", "stands are closed all the time"),
    closedText: (names: string) => `Nobody can meet ${names} there.`,
    shared: (count: number) => `${many(count, "stand", "stands")} given to several organisations`,
    sharedText: (names: string) => `${names}.`,
    few: (count: number) => `Fewer places than meetings in ${many(count, "slot", "slots")}`,
    fewText: (when: string, room: number, people: number) =>
      `Most on ${when}: room for ${many(room, "meeting", "meetings")}, people for ${n(people)}.`,
  },
  twins: {
    people: (count: number) =>
      count === 1 ? "Two entries look like one person" : `${n(count)} people seem to stand twice`,
    peopleText: (names: string) => `Same name and same organisation: ${names}.`,
    organisations: (count: number) =>
      count === 1 ? "An organisation written in two ways" : `${n(count)} organisations written in two ways`,
    organisationsText: (names: string) => `${names}. Their people do not count as colleagues.`,
  },
  walks: {
    title: (count: number) => `${many(count, "walk", "walks")} between zones without minutes`,
    text: (names: string) => `${names}: counted as no walk at all.`,
    set: (minutes: number) => `Count ${many(minutes, "minute", "minutes")} each`,
  },
  unused: {
    packages: (count: number) => `${many(count, "package", "packages")} that nobody has`,
    packagesText: (names: string) => `${names}.`,
    remove: (count: number) => (count === 1 ? "Remove the package" : `Remove the ${n(count)}`),
    emptySide: (label: string) => `Nobody is on the side ${label}`,
    emptySideText: "No participant belongs to it.",
    loneSide: (label: string) => `The side ${label} meets nobody`,
    loneSideText: (count: number) => `No pairing names it, so ${many(count, "person gets", "people get")} no meeting.`,
  },

  // The page
  counts: (errors: number, warnings: number) =>
    [
      errors > 0 ? `${n(errors)} ${errors === 1 ? "prevents" : "prevent"} a run` : "",
      warnings > 0 ? `${n(warnings)} ${warnings === 1 ? "limits" : "limit"} it` : "",
    ]
      .filter((part) => part !== "")
      .join(", "),
  looking: "Looking through the data …",
  partly: "The text has errors: what has them is left out below.",
  last: "The text cannot be read: what follows is of its last good state.",
  gone: "The event has changed meanwhile: nothing was done.",
  done: (what: string) => `Done: ${what}.`,
  shown: (why: string) => `Shown: ${why}.`,
  showAll: "Show all",
  margin: (side: string, promised: number, possible: number) =>
    promised > possible
      ? `${side}: ${n(promised)} meetings are promised, and ${n(possible)} are possible at most.`
      : `${side}: of ${n(possible)} meetings possible at most, ${n(promised)} are promised: ${n(possible - promised)} to spare.`,
  load: {
    title: (side: string) => side,
    note: "there (line) and wanted (bar), per slot",
    none: (away: number, side: string) =>
      away === 0
        ? "Never more wanted than there."
        : `Never more wanted than there. ${n(away)} of ${side} miss part of the time.`,
    over: (count: number, when: string) =>
      `${many(count, "slot has", "slots have")} more wanted than there, most on ${when}.`,
    how: "Wishes of priority 1 and 2 for them, each spread evenly over the slots in which both are there; nobody counts for more meetings than fit.",
    alt: (side: string, count: number, slots: number) =>
      `${side}: in ${n(count)} of ${n(slots)} slots more is wanted than there.`,
  },
  tooLongToFormat: (limit: string, size: string) =>
    `Texts of more than ${limit} characters are not formatted; this one has ${size}.`,
};

export type WatchMessages = typeof watchEn;
