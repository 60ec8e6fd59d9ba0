// A schedule from any tool: rows of person, person, time and place as cells, CSV, XLSX or JSON; seats at meals as rows of
// person and table; or a schedule of our own. Called through ../import.ts. It reads and judges nothing: what breaks a rule is
// read like everything else. Each row that cannot be read is told with its line and the reason, and left out.

import type { Text } from "../../rules/rule.js";
import { coverageFlags, calendarOf } from "../../spec/calendar.js";
import { clockOf } from "../../spec/clock.js";
import { eventHash } from "../../spec/hash.js";
import { message } from "../../spec/messages.js";
import { nearest } from "../../spec/nearest.js";
import { pathText } from "../../spec/diagnostic.js";
import type { EventSpec } from "../../spec/schema.js";
import { parseSchedule } from "../../read-schedule.js";
import type { Meeting, Schedule } from "../../schedule.js";
import { columnName, type FilesRead, type Sheet } from "../files/sheet.js";
import { EntryList } from "./draft.js";
import { eventView } from "./event-view.js";
import { say, type MessageKey } from "./messages.js";
import { meetingColumns, type Columns, type Known } from "./meeting-columns.js";
import { sheetOfJson } from "./meeting-json.js";
import { People } from "./people.js";
import { readMoment } from "./times.js";
import { cleanCell, fold, singular } from "./words.js";

/** Problems listed; the rest is counted. */
const MOST = 1000;
/** Characters of a cell that are kept to be shown, and of one that is read. */
const SHOWN = 200;
const LONGEST = 1000;

/** A row that was not read, or not all of it. */
export interface MeetingProblem {
  code: string;
  /** Sheet.id; empty for what was pasted. */
  sheet: string;
  /** As the spreadsheet counts; 0: the whole sheet. */
  line: number;
  /** A, B, …; empty for the whole row. */
  letter: string;
  value: string;
  reason: Text;
}

export interface MeetingsRead {
  /** What could be read; null where nothing could. */
  schedule: Schedule | null;
  /** Rows with something in them, and those that were not read. */
  rows: number;
  bad: number;
  /** Seats at meals. */
  seats: number;
  problems: MeetingProblem[];
  unlisted: number;
  notes: Text[];
}

/** Reads the schedule that files hold, against an event. */
export function readMeetings(files: FilesRead, spec: EventSpec): MeetingsRead {
  const reader = new MeetingReader(spec);
  const own = files.event && reader.json(files.event.file, files.event.text);
  if (own) return own;
  for (const sheet of files.sheets) reader.sheet(sheet);
  return reader.done();
}

interface Who {
  id: string;
  /** The representative that was named; undefined: any. */
  row?: string;
}

class MeetingReader {
  readonly #spec: EventSpec;
  readonly #known: Known;
  readonly #meetings: Meeting[] = [];
  /** Line of the meeting of a pair in a slot. */
  readonly #lines = new Map<string, { line: number; meeting: Meeting }>();
  /** Tables by meal. */
  readonly #tables = new Map<string, Map<string, string[]>>();
  readonly #representatives = new Map<string, { id: string; row: string } | null>();
  readonly #absent = new Map<string, Uint8Array>();
  readonly #busy = new Set<string>();
  readonly #found = new Map<string, ReturnType<MeetingReader["look"]>>();
  readonly #result: MeetingsRead = {
    schedule: null,
    rows: 0,
    bad: 0,
    seats: 0,
    problems: [],
    unlisted: 0,
    notes: [],
  };
  #sheets = 0;
  #aside: Sheet[] = [];
  #repeated = 0;
  #assumed = 0;
  #sheet = "";

  constructor(spec: EventSpec) {
    this.#spec = spec;
    const view = eventView(spec);
    for (const { id, representatives } of spec.participants) {
      for (const { id: row, name } of representatives) {
        for (const key of [row, ...(name === undefined ? [] : [fold(name)])])
          this.#representatives.set(key, this.#representatives.has(key) ? null : { id, row });
      }
    }
    this.#known = {
      people: new People(new EntryList(view.participants)),
      places: new EntryList(view.places),
      tables: new Set(spec.meals.flatMap(({ tables }) => tables.map(({ id }) => singular(id)))),
      calendar: calendarOf(spec),
      person: (cell) => {
        const found = cell.length > LONGEST ? undefined : this.#who(cell);
        return found && "id" in found ? found.id : undefined;
      },
    };
  }

  /** Reads JSON: a schedule of our own as it is, a list of meetings as a sheet. */
  json(file: string, text: string): MeetingsRead | undefined {
    const list = sheetOfJson(file, text);
    if (list === "schedule") {
      const read = parseSchedule(text);
      if (!read.ok) {
        for (const d of read.diagnostics) {
          const reason = { en: message(d, "en"), fr: message(d, "fr") };
          this.#add({ code: d.code, sheet: file, line: 0, letter: "", value: pathText(d.path), reason });
        }
        return this.#result;
      }
      const { value: schedule } = read;
      if (schedule.event !== eventHash(this.#spec)) this.#result.notes.push(say("note-other-event"));
      const seats = schedule.meals.reduce((sum, { participants }) => sum + participants.length, 0);
      return { ...this.#result, schedule, rows: schedule.meetings.length, seats };
    }
    if (list === undefined)
      this.#add({
        code: "meeting-no-list",
        sheet: file,
        line: 0,
        letter: "",
        value: "",
        reason: say("meeting-no-list"),
      });
    else this.sheet(list);
    return undefined;
  }

  /** Reads a sheet of meetings or of seats; another one is left aside. */
  sheet(sheet: Sheet): void {
    const columns = meetingColumns(sheet, this.#known);
    const { persons, time, date, place } = columns;
    const meetings = persons.length === 2 && (time >= 0 || date >= 0);
    const seats = !meetings && persons.length > 0 && place >= 0 && this.#spec.meals.length > 0;
    if (!meetings && !seats) return void this.#aside.push(sheet);
    this.#sheets++;
    this.#sheet = sheet.id;
    for (const { line, cells } of sheet.rows) {
      if (line <= columns.titles || cells.every((cell) => cell.trim() === "")) continue;
      this.#result.rows++;
      const read = meetings ? this.#meeting(line, cells, columns) : this.#seat(line, cells, columns);
      if (!read) this.#result.bad++;
    }
  }

  done(): MeetingsRead {
    const { notes } = this.#result;
    for (const { id } of this.#aside) {
      const code = this.#sheets === 0 ? "meeting-no-columns" : "note-sheet-aside";
      if (this.#sheets > 0) notes.push(say(code, { value: id }));
      else this.#add({ code, sheet: id, line: 0, letter: "", value: "", reason: say(code) });
    }
    const meals = [...this.#tables].flatMap(([session, tables]) =>
      [...tables].map(([table, participants]) => ({ session, table, participants })),
    );
    if (this.#repeated > 0) notes.push(say("note-meetings-repeated", { count: this.#repeated }));
    if (this.#assumed > 0) notes.push(say("note-places-assumed", { count: this.#assumed }));
    if (this.#meetings.length === 0 && meals.length === 0) return this.#result;
    if (meals.length === 0 && this.#spec.meals.length > 0) notes.push(say("note-no-seats"));
    const schedule: Schedule = {
      format: "dancecard/schedule",
      version: 1,
      event: eventHash(this.#spec),
      meetings: this.#meetings,
      meals,
      unmet: [],
    };
    return { ...this.#result, schedule };
  }

  #meeting(line: number, cells: readonly string[], columns: Columns): boolean {
    const pair = columns.persons.map((column) => this.#named(line, column, cells));
    const slot = this.#slot(line, cells, columns);
    const [a, b] = pair;
    if (!a || !b || slot === undefined) return false;
    if (a.id === b.id) return this.#wrong("meeting-self", line, columns.persons[1]!, cells);
    const place = this.#place(line, cells, columns, a.id, b.id);
    const key = JSON.stringify([...[a.id, b.id].sort(), slot, ...[a.row ?? "", b.row ?? ""].sort()]);
    const before = this.#lines.get(key);
    if (before) {
      if (before.meeting.place !== place)
        return this.#wrong("meeting-elsewhere", line, columns.place, cells, { line: before.line });
      this.#repeated++;
      return true;
    }
    const participants: [string, string] = [a.id, b.id];
    const rows: [string, string] = [this.#row(a, slot), this.#row(b, slot)];
    const meeting: Meeting = { participants, rows, slot, ...(place !== undefined && { place }) };
    this.#meetings.push(meeting);
    this.#lines.set(key, { line, meeting });
    return true;
  }

  #seat(line: number, cells: readonly string[], columns: Columns): boolean {
    const { meals } = this.#spec;
    const who = this.#named(line, columns.persons[0]!, cells);
    if (!who) return false;
    const cell = cellOf(cells, columns.place);
    // Somebody without a table.
    if (cell === "" || /^[-–—]$/.test(cell)) return true;
    const named = columns.meal < 0 ? "" : cellOf(cells, columns.meal);
    const meal =
      meals.find(({ session }) => session === named) ?? (meals.length === 1 ? meals[0] : this.#mealOn(cells, columns));
    if (!meal) return this.#wrong("seat-which-meal", line, columns.meal, cells, { count: meals.length });
    const bare = (text: string): string => singular(text).replace(/^table /, "");
    const table = meal.tables.find(({ id }) => id === cell) ?? meal.tables.find(({ id }) => bare(id) === bare(cell));
    if (!table) {
      const near = nearest(
        cell,
        meal.tables.map(({ id }) => id),
      );
      return this.#wrong("seat-no-table", line, columns.place, cells, near === undefined ? {} : { near });
    }
    const tables = this.#tables.get(meal.session) ?? new Map<string, string[]>();
    this.#tables.set(meal.session, tables);
    tables.set(table.id, [...(tables.get(table.id) ?? []), who.id]);
    this.#result.seats++;
    return true;
  }

  /** The only meal of the day that the row names. */
  #mealOn(cells: readonly string[], { date, time }: Columns): EventSpec["meals"][number] | undefined {
    const { calendar } = this.#known;
    const read = [date, time].flatMap((column) => (column < 0 ? [] : [readMoment(cellOf(cells, column), calendar)]));
    const dates = read.find((one) => "dates" in one && one.dates) as { dates?: string[] } | undefined;
    const on = this.#spec.meals.filter(({ session }) => {
      const at = calendar.sessions[calendar.sessionIndex.get(session) ?? -1];
      return at !== undefined && dates?.dates?.includes(at.date);
    });
    return on.length === 1 ? on[0] : undefined;
  }

  #named(line: number, column: number, cells: readonly string[]): Who | undefined {
    const cell = cellOf(cells, column);
    if (cell === "") return void this.#wrong("meeting-person-missing", line, column, cells);
    if (cell.length > LONGEST)
      return void this.#wrong("cell-long", line, column, cells, { length: cell.length, limit: LONGEST });
    const found = this.#who(cell);
    if (found && "id" in found) return found;
    if (found) return void this.#wrong(found.code, line, column, cells, { count: found.count });
    const [near] = this.#known.people.nearTexts(cell);
    return void this.#wrong("unknown-wisher", line, column, cells, near === undefined ? {} : { near });
  }

  #who(cell: string): ReturnType<MeetingReader["look"]> {
    if (!this.#found.has(cell)) this.#found.set(cell, this.look(cell));
    return this.#found.get(cell);
  }

  /** Whom a cell names: a participant, a representative, an organisation of one. */
  look(cell: string): Who | { code: MessageKey; count: number } | undefined {
    if (cell === "") return undefined;
    const { people } = this.#known;
    const representative = this.#representatives.get(cell) ?? this.#representatives.get(fold(cell));
    const found = people.find(cell);
    if (found && "person" in found) return { id: found.person.id };
    if (representative) return representative;
    if (found && "several" in found) return { code: "several-of-name", count: found.several.length };
    if (!found) return undefined;
    const members = people.members(found.organisation);
    return members.length === 1 ? { id: members[0]!.id } : { code: "meeting-organisation", count: members.length };
  }

  #slot(line: number, cells: readonly string[], { date, time }: Columns): string | undefined {
    const { calendar } = this.#known;
    const at = time >= 0 ? time : date;
    const cell = cellOf(cells, at);
    if (cell === "") return void this.#wrong("meeting-time-missing", line, at, cells);
    if (calendar.slotIndex.has(cell)) return cell;
    const when = this.#moment(cell);
    if ("reason" in when) return void this.#wrong(when.reason, line, at, cells);
    let { dates } = when;
    if (!dates && date >= 0 && date !== at) {
      const day = cellOf(cells, date);
      const read = day === "" ? {} : this.#moment(day);
      if ("reason" in read) return void this.#wrong(read.reason, line, date, cells);
      ({ dates } = read);
    }
    const all = [...new Set(calendar.sessions.map((session) => session.date))];
    const [day, ...more] = dates ?? all;
    if (day === undefined || more.length > 0) return void this.#wrong("time-which-day", line, at, cells);
    if (when.from === undefined) return void this.#wrong("meeting-time-missing", line, at, cells);
    const { from } = when;
    const slots = calendar.slots.filter(({ session }) => calendar.sessions[session]!.date === day);
    const slot = slots.find(({ start }) => start === from);
    if (slot) return slot.id;
    const near = slots.reduce<number | undefined>(
      (best, { start }) => (best === undefined || Math.abs(start - from) < Math.abs(best - from) ? start : best),
      undefined,
    );
    const values = { value: `${day} ${clockOf(from)}`, ...(near !== undefined && { near: clockOf(near) }) };
    return void this.#wrong("meeting-no-slot", line, at, cells, values);
  }

  #moment(cell: string): ReturnType<typeof readMoment> {
    if (cell.length > SHOWN) return { wrong: cell, reason: "time-unknown" };
    return readMoment(inZone(cell, this.#spec.event.timezone), this.#known.calendar);
  }

  /** The place that is named; where none is, the own one of the two. */
  #place(line: number, cells: readonly string[], { place }: Columns, a: string, b: string): string | undefined {
    const { places } = this.#known;
    if (places.entries.length === 0) return undefined;
    const cell = place < 0 ? "" : cellOf(cells, place);
    if (cell !== "" && !/^[-–—]$/.test(cell)) {
      const found = places.named(cell);
      if (found) return found.id;
      const near =
        cell.length > SHOWN
          ? undefined
          : nearest(
              cell,
              places.entries.map(({ id }) => id),
            );
      this.#wrong("meeting-unknown-place", line, place, cells, near === undefined ? {} : { near });
      return undefined;
    }
    this.#assumed++;
    return this.#ownPlace(a, b);
  }

  #ownPlace(a: string, b: string): string | undefined {
    const of = new Map(this.#own());
    const hosts = [a, b].map((id) => of.get(id)).filter((one) => one !== undefined);
    const alone = hosts.filter(({ hosts: is }) => is);
    const order = alone.length === 1 ? alone : hosts;
    return order.find(({ place }) => place !== undefined)?.place;
  }

  #owners: Map<string, { hosts: boolean; place: string | undefined }> | undefined;
  #own(): Map<string, { hosts: boolean; place: string | undefined }> {
    const hosting = new Set(this.#spec.sides.filter(({ hosts }) => hosts).map(({ id }) => id));
    return (this.#owners ??= new Map(
      this.#spec.participants.map(({ id, side, place }) => [id, { hosts: hosting.has(side), place }]),
    ));
  }

  /** The representative that is named, else the first one that is there and free. */
  #row({ id, row }: Who, slot: string): string {
    const participant = this.#participant(id);
    const rows = participant.representatives.map((one) => one.id);
    const { calendar } = this.#known;
    const at = calendar.slotIndex.get(slot)!;
    const isFree = (one: string): boolean => !this.#busy.has(JSON.stringify([one, slot])) && !this.#away(id, one)[at];
    const chosen = row ?? (rows.length > 1 ? rows.find(isFree) : undefined) ?? rows[0] ?? id;
    this.#busy.add(JSON.stringify([chosen, slot]));
    return chosen;
  }

  #away(id: string, row: string): Uint8Array {
    const known = this.#absent.get(row);
    if (known) return known;
    const participant = this.#participant(id);
    const tokens = participant.representatives.find((one) => one.id === row)?.absent ?? [];
    const flags = coverageFlags(this.#known.calendar, [...participant.absent, ...tokens]).slots;
    this.#absent.set(row, flags);
    return flags;
  }

  #byId: Map<string, EventSpec["participants"][number]> | undefined;
  #participant(id: string): EventSpec["participants"][number] {
    this.#byId ??= new Map(this.#spec.participants.map((one) => [one.id, one]));
    return this.#byId.get(id)!;
  }

  #wrong(
    code: MessageKey,
    line: number,
    column: number,
    cells: readonly string[],
    values: Record<string, string | number> = {},
  ): false {
    const value = column < 0 ? "" : cellOf(cells, column).slice(0, SHOWN);
    const letter = column < 0 ? "" : columnName(column);
    if (this.#result.problems.length >= MOST) this.#result.unlisted++;
    else this.#add({ code, sheet: this.#sheet, line, letter, value, reason: say(code, { value, ...values }) });
    return false;
  }

  #add(problem: MeetingProblem): void {
    if (this.#result.problems.length < MOST) this.#result.problems.push(problem);
    else this.#result.unlisted++;
  }
}

function cellOf(cells: readonly string[], column: number): string {
  return cleanCell(cells[column] ?? "");
}

/** A moment of Greenwich (2027-03-17T08:00:00Z) as the clock of the event shows it. */
function inZone(cell: string, timezone: string | undefined): string {
  const at = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z$/.test(cell)
    ? Date.parse(cell.replace(" ", "T"))
    : NaN;
  if (timezone === undefined || Number.isNaN(at)) return cell;
  try {
    const parts = new Intl.DateTimeFormat("en-CA", {
      timeZone: timezone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    }).formatToParts(at);
    const part = (type: string): string => parts.find((one) => one.type === type)!.value;
    return `${part("year")}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}`;
  } catch {
    return cell;
  }
}
