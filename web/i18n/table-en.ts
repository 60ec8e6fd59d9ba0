// The English words of the tables of the event; en.ts takes them in. table-fr.ts says the same in French.

import { formats } from "./formats.js";

const f = formats("en");
const n = f.number;
const many = (count: number, one: string, more: string): string => `${n(count)} ${count === 1 ? one : more}`;
const counted =
  (one: string, more: string) =>
  (shown: number, all: number): string =>
    shown === all ? many(all, one, more) : `${n(shown)} of ${many(all, one, more)}`;

export const tableEn = {
  label: { people: "Participants", wishes: "Wishes", places: "Places", packages: "Packages" },
  columns: {
    name: "Name",
    organisation: "Organisation",
    side: "Side",
    tier: "Package",
    guaranteed: "Guaranteed",
    maximum: "Max.",
    representatives: "Repr.",
    place: "Stand",
    absent: "Absent",
    meals: "Meals",
    sent: "Sent",
    received: "Received",
    needs: "Needs",
    offers: "Offers",
    id: "Id",
    from: "From",
    to: "To",
    priority: "Priority",
    mutual: "In return",
    answer: "Cannot be met",
    label: "Name",
    zone: "Zone",
    capacity: "Capacity",
    closed: "Closed",
    owners: "Belongs to",
    weight: "Weight",
    people: "People",
  } as Record<string, string>,
  about: {
    guaranteed: "Meetings promised. Empty: as the package says.",
    maximum: "Most meetings. Empty: as the package says, else no limit.",
    representatives: "As many meetings at once.",
    place: "Own stand or table, by its id.",
    absent: "Such as 17/03 9:00-10:30, Wednesday morning, a date, a session or a slot; with “;” between.",
    sent: "Wishes of this participant.",
    received: "Wishes for this participant or its organisation.",
    needs: "What is sought, with commas between.",
    offers: "What is offered, with commas between.",
    priority: "1 is the highest; “no” is a veto.",
    mutual: "Priority of the wish in the other direction.",
    answer: "Why no schedule can meet this wish; empty: it may be met.",
    capacity: "Meetings at once.",
    weight: "Multiplies every wish of who bought this package.",
  } as Record<string, string>,
  find: {
    people: "Filter by name, organisation…",
    wishes: "Filter by name, organisation…",
    places: "Filter by name, zone…",
    packages: "Filter by name…",
  },
  filters: { side: "Side", tier: "Package", fromSide: "Wishes of", priority: "Priority", zone: "Zone" } as Record<
    string,
    string
  >,
  filterAll: (what: string) => `${what}: all`,
  filterOne: (what: string, value: string, count: number) => `${what}: ${value} (${n(count)})`,
  veto: "veto",
  marked: "With a remark",
  add: { people: "Add a person", wishes: "Add the wish", places: "Add a place", packages: "Add a package" },
  remove: (count: number) => `Remove ${many(count, "row", "rows")}`,
  showAll: "Show all",
  inSpec: "Show in the text",
  noneFound: "No row matches the filter.",
  empty: {
    people: "Nobody yet. Add a person, paste from a spreadsheet, or import a file.",
    wishes: "No wish yet. Add one, paste from a spreadsheet, or import a file.",
    places: "No place yet: room is unlimited. Add a place, paste from a spreadsheet, or import a file.",
    packages: "No package yet: nothing is promised to anybody.",
  },
  count: {
    people: counted("person", "people"),
    wishes: counted("wish", "wishes"),
    places: counted("place", "places"),
    packages: counted("package", "packages"),
  },
  chosen: (count: number) => `${n(count)} chosen`,
  keys: "F2 edit · Ctrl Enter all chosen · Space choose · F8 next remark",
  tick: (name: string) => `Choose ${name}`,
  tickAll: "Choose all rows",
  proposals: "Proposals",
  removed: (rows: number, wishes: number, locked: number, others: number) => {
    const gone = [
      wishes > 0 ? many(wishes, "wish", "wishes") : "",
      locked > 0 ? many(locked, "lock", "locks") : "",
      others > 0 ? many(others, "other entry", "other entries") : "",
    ].filter((part) => part !== "");
    return `${many(rows, "row", "rows")} removed${gone.length > 0 ? `, and with them ${gone.join(", ")}` : ""}.`;
  },
  pasted: (cells: number) => `${many(cells, "cell", "cells")} pasted.`,
  cleared: (cells: number) => `${many(cells, "cell", "cells")} emptied.`,
  left: (count: number, why: string) => ` ${many(count, "cell", "cells")} left as before. ${why}`,
  copied: (cells: number) => `${many(cells, "cell", "cells")} copied.`,
  copyFailed: "The browser did not allow copying.",
  gone: "The event has changed meanwhile: the table was read anew, and nothing was written.",
  broken: "The text of the event has a mistake: correct it in Spec first.",
  locked: "This event is being edited in another tab.",
  view: "View",
  list: "List",
  matrix: "Matrix",
  matrixRows: "Rows",
  matrixColumns: "Columns",
  matrixLabel: "Matrix of wishes: arrows move",
  matrixSize: (rows: number, columns: number) => `${n(rows)} × ${n(columns)}`,
  matrixCell: (from: string, to: string, own: string, back: string) => `${from} → ${to}: ${own}. In return: ${back}.`,
  matrixKeys: "Arrows move · 1 to 9 priority · X veto · 0 no wish · + − zoom",
  noWish: "no wish",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  zoomFit: "Show all",
};
