// Which columns of a sheet say who meets whom, when and where: by what they hold first, as every tool calls them otherwise,
// then by their titles. Called by meetings.ts.

import type { Calendar } from "../../spec/calendar.js";
import type { Row, Sheet } from "../files/sheet.js";
import type { EntryList } from "./draft.js";
import type { People } from "./people.js";
import { readMoment } from "./times.js";
import { cleanCell, singular } from "./words.js";

export interface Columns {
  /** Last line of the titles; 0: none. */
  titles: number;
  persons: number[];
  date: number;
  time: number;
  place: number;
  meal: number;
}

/** What cells are read against. */
export interface Known {
  people: People;
  places: EntryList;
  tables: ReadonlySet<string>;
  calendar: Calendar;
  /** Whom a cell names, by id; undefined: nobody, or several. */
  person(cell: string): string | undefined;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(", ").map(singular));
const PERSON = words(
  "person, personne, participant, participant a, participant b, participant 1, participant 2, person a, person b, person 1, person 2, personne a, personne b, personne 1, personne 2, a, b, name, nom, buyer, acheteur, supplier, fournisseur, decideur, decision maker, visiteur, visitor, exposant, exhibitor, partner, partenaire, with, avec, rdv avec, rendez vous avec, meeting with, from, to, host, guest, hote, invite, contact, attendee, participants 1, participants 2, id, id a, id b, id 1, id 2",
);
const DATE = words("date, jour, day, date du rdv, date du rendez vous, meeting date");
const TIME = words(
  "time, heure, horaire, hour, start, debut, heure de debut, start time, begin, slot, creneau, time slot, when, quand, date et heure, date heure, datetime, date time, start date, heure du rdv, heure debut, starts at, from time",
);
const END = words("end, fin, heure de fin, end time, to time, heure fin, ends at, until, jusqu a");
const PLACE = words(
  "place, lieu, stand, table, booth, salle, room, emplacement, location, where, ou, numero de stand, stand number, venue, endroit, numero de table",
);
const MEAL = words("meal, repas, dejeuner, lunch, session, diner, dinner");

/** Rows that are looked at, and columns. */
const LOOKED = 200;
const WIDE = 60;
const HEAD = 30;

/** The columns of a sheet; fewer than two `persons`, or no `time` and no `date`, where it does not say. */
export function meetingColumns(sheet: Sheet, known: Known): Columns {
  const titles = titlesAbove(sheet, known);
  const heads = Array.from({ length: Math.min(WIDE, sheet.columns) }, (_, i) => singular(titles?.cells[i] ?? ""));
  const rows = sheet.rows.filter(({ line }) => line > (titles?.line ?? 0)).slice(0, LOOKED);
  const share = (i: number, is: (cell: string) => boolean): number => {
    const cells = rows.map(({ cells }) => cleanCell(cells[i] ?? "")).filter((cell) => cell !== "");
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
  };
  const moment = (cell: string): ReturnType<typeof momentIn> => momentIn(cell, known.calendar);
  const persons = heads.map(
    (head, i) => share(i, (cell) => known.person(cell) !== undefined) + (PERSON.has(head) ? 0.3 : 0),
  );
  const pair = bestPair(rows, persons, known);
  const free = heads.map((_, i) => i).filter((i) => !pair.includes(i));
  const pick = (titled: ReadonlySet<string>, not: ReadonlySet<string>, is: (cell: string) => boolean): number => {
    let [best, most] = [-1, 0.45];
    for (const i of free) {
      if (not.has(heads[i]!)) continue;
      const held = share(i, is);
      const score = held + (titled.has(heads[i]!) ? (held > 0 || rows.length === 0 ? 0.5 : 0.46) : 0);
      if (score > most) [best, most] = [i, score];
    }
    if (best >= 0) free.splice(free.indexOf(best), 1);
    return best;
  };
  const none = new Set<string>();
  const time = pick(TIME, new Set([...END, ...PLACE]), (cell) => moment(cell) === "time");
  const date = pick(DATE, PLACE, (cell) => moment(cell) === "date");
  const meal = pick(MEAL, none, (cell) => known.calendar.sessionIndex.has(cell) && !known.calendar.slotIndex.has(cell));
  const isPlace = (cell: string): boolean => known.places.named(cell) !== undefined || known.tables.has(singular(cell));
  const place = pick(PLACE, none, isPlace);
  return { titles: titles?.line ?? 0, persons: pair, date, time, place, meal };
}

/** What a cell says of when: a moment with a time of day (or a slot), a day alone, or nothing. */
function momentIn(cell: string, calendar: Calendar): "time" | "date" | null {
  if (calendar.slotIndex.has(cell)) return "time";
  const read = readMoment(cell, calendar);
  if ("reason" in read) return null;
  return read.from !== undefined ? "time" : read.dates ? "date" : null;
}

/** The line above the first row that names somebody; undefined when that is the first row. */
function titlesAbove(sheet: Sheet, known: Known): Row | undefined {
  const head = sheet.rows.slice(0, HEAD);
  const first = head.findIndex(({ cells }) =>
    cells.slice(0, WIDE).some((cell) => known.person(cleanCell(cell)) !== undefined),
  );
  if (first > 0) return head[first - 1];
  if (first === 0) return undefined;
  // Nobody is known: the line with most titles, so that what is wrong can be said of the others.
  const all = [PERSON, DATE, TIME, END, PLACE];
  const count = ({ cells }: Row): number => cells.filter((cell) => all.some((set) => set.has(singular(cell)))).length;
  const best = head.reduce<Row | undefined>((a, b) => (count(b) > (a ? count(a) : 1) ? b : a), undefined);
  return best ?? head[0];
}

/** The two columns that name participants, mostly different ones in a row; the first where there is no second. */
function bestPair(rows: readonly Row[], scores: readonly number[], known: Known): number[] {
  const likely = scores.flatMap((score, i) => (score >= 0.29 ? [i] : [])).slice(0, 12);
  const found = new Map(likely.map((i) => [i, rows.map(({ cells }) => known.person(cleanCell(cells[i] ?? "")))]));
  let [best, most]: [number[], number] = [likely.slice(0, 1), 0];
  for (const [k, i] of likely.entries()) {
    for (const j of likely.slice(k + 1)) {
      const [a, b] = [found.get(i)!, found.get(j)!];
      const same = a.filter((id, row) => id !== undefined && id === b[row]).length;
      if (same > a.length / 2) continue;
      const score = scores[i]! + scores[j]!;
      if (score > most + 1e-9) [best, most] = [[i, j], score];
    }
  }
  return best;
}
