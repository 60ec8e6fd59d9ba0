// Reads a published business-to-business meeting instance (MiniZinc data, after Bofill and others, "Constraint Solving
// Approaches to the Business-to-Business Meeting Scheduling Problem", JAIR 74, 2022, doi 10.1613/jair.1.12670) as an event.
// Called by the CLI, the tests and the benchmarks. It never throws and holds none of the published data.
//
// All meetings are given and all must be held: each becomes a lock. Only holes count, so the score of an optimal schedule
// is minus the least number of holes. One session holds all slots, because a hole may span the midday break.

import type { Diagnostic, Result } from "../spec/diagnostic.js";
import { LIMITS } from "../spec/schema.js";
import type { EventInput } from "../spec/schema.js";
import { NO_WEIGHTS } from "../spec/weights.js";
import { Clock, DATE, SESSION } from "./b2bsp-clock.js";
import { fieldName, isRedundant } from "./b2bsp-fields.js";
import type { FieldName } from "./b2bsp-fields.js";
import { readDzn } from "./dzn.js";
import type { DznField, DznValue } from "./dzn.js";

/**
 * The event of a published instance; `d` (default 2) is the most holes of one participant. Bad text gives diagnostics
 * that say the line. A file that holds a pair twice and has precedences is read with a warning: it is not exact.
 */
export function importB2bsp(text: string, options: { d?: number } = {}): Result<EventInput> {
  const read = readDzn(text);
  if ("error" in read) return { ok: false, diagnostics: [read.error] };
  const instance = new Instance(read.fields, options.d ?? 2);
  const value = instance.event();
  const { diagnostics } = instance;
  return value ? { ok: true, value, diagnostics } : { ok: false, diagnostics };
}

interface MeetingRow {
  pair: [number, number];
  session: number;
  fixed: number;
}

class Instance {
  readonly diagnostics: Diagnostic[] = [];
  readonly #fields = new Map<FieldName, DznField>();

  constructor(
    fields: readonly DznField[],
    readonly d: number,
  ) {
    for (const field of fields) {
      const name = fieldName(field.name);
      if (name === undefined) {
        if (!isRedundant(field.name)) {
          this.#report(
            "warning",
            "dzn-unknown",
            field,
            `${field.name} is not a field of this format; it is left aside`,
          );
        }
      } else if (this.#fields.has(name)) this.#report("error", "dzn-value", field, `${field.name} stands twice`);
      else this.#fields.set(name, field);
    }
    if (!Number.isInteger(d) || d < 0 || d > LIMITS.cost) {
      this.diagnostics.push({
        code: "bad-option",
        severity: "error",
        path: ["d"],
        message: `d must be a whole number from 0 to ${LIMITS.cost}, not ${String(d)}.`,
        values: { option: "d", value: String(d) },
      });
    }
  }

  event(): EventInput | undefined {
    const people = this.#number("nBusiness", 2, LIMITS.participants);
    const slots = this.#number("nTotalSlots", 1, LIMITS.slots);
    const tables = this.#number("nTables", 0, LIMITS.cost);
    const morning = this.#fields.has("nMorningSlots") ? this.#number("nMorningSlots", 0, slots) : slots;
    const n = this.#number("nMeetings", 0, LIMITS.wishes);
    const meetings = this.#meetings(n, people, slots, morning);
    const absent = this.#forbidden(people, slots);
    const precedences = this.#precedences(n, meetings);
    if (this.diagnostics.some((one) => one.severity === "error")) return undefined;

    const inHalf = ({ session, fixed }: MeetingRow): boolean => session === 3 || (session === 1) === fixed <= morning;
    const astray = meetings.filter((meeting) => meeting.fixed > 0 && !inHalf(meeting));
    for (const { pair, fixed } of astray) {
      const field = this.#fields.get("fixed");
      const what = `the meeting of ${pair.join(" and ")} is fixed in slot ${fixed}, outside its half day: it cannot be held`;
      this.#report("warning", "dzn-contradiction", field, what);
    }

    const digits = String(people).length;
    const id = (p: number): string => `p${String(p).padStart(digits, "0")}`;
    const ids = ([a, b]: [number, number]): [string, string] => [id(a), id(b)];
    const time = new Clock(slots);
    return {
      format: "dancecard/event",
      version: 1,
      event: { name: `Brokerage event: ${n} meetings of ${people} participants in ${slots} slots`, locale: "en" },
      calendar: [{ date: DATE, sessions: [time.session()] }],
      sides: [{ id: "participants" }],
      pairings: [["participants", "participants"]],
      participants: Array.from({ length: people }, (_, i) => ({
        id: id(i + 1),
        side: "participants",
        ...(absent[i] && absent[i].length > 0 ? { absent: absent[i].map((slot) => `${SESSION}.${slot}`) } : {}),
      })),
      places: [{ id: "tables", capacity: tables }],
      locked: meetings.map(({ pair, session, fixed }) => ({
        participants: ids(pair),
        ...(fixed > 0 ? { slot: `${SESSION}.${fixed}` } : {}),
        // A lock has a slot or slots: where it is fixed, the half day says no more.
        ...(fixed === 0 && session === 1 && morning < slots ? { slots: [time.range(1, morning)] } : {}),
        ...(fixed === 0 && session === 2 ? { slots: [time.range(morning + 1, slots)] } : {}),
      })),
      // A published file has a meeting that is fixed outside its own half day: it cannot be held, and a block says so.
      blocked: astray.map(({ pair, fixed }) => ({ participants: ids(pair), slots: [`${SESSION}.${fixed}`] })),
      precedences: precedences.map(([first, then]) => ({ first: ids(first), then: ids(then) })),
      rules: { ...NO_WEIGHTS, hole: 1, maxHoles: this.d, walkHard: false },
    };
  }

  #meetings(n: number, people: number, slots: number, morning: number): MeetingRow[] {
    const field = this.#fields.get("requested");
    if (field === undefined) this.#missing("requested");
    const rows = field === undefined ? [] : matrixOf(field.value, 3);
    if (rows === undefined || rows.length !== n) {
      this.#report(
        "error",
        "dzn-value",
        field,
        `requested must hold ${n} rows of (participant, participant, session), as nMeetings says, not ${rows?.length ?? "something else"}`,
      );
      return [];
    }
    const fixed = this.#list("fixed", n);
    return rows.map(([a, b, session], m) => {
      const at = fixed[m] ?? 0;
      const slot = typeof at === "number" ? at : -1;
      if (a! < 1 || a! > people || b! < 1 || b! > people) {
        this.#report(
          "error",
          "dzn-value",
          field,
          `meeting ${m + 1}: participants are 1 to ${people}, not ${a} and ${b}`,
        );
      } else if (a === b)
        this.#report("error", "dzn-value", field, `meeting ${m + 1}: participant ${a} cannot meet itself`);
      if (session! < 1 || session! > 3) {
        this.#report("error", "dzn-value", field, `meeting ${m + 1}: the session is 1, 2 or 3, not ${session}`);
      } else if ((session === 1 && morning === 0) || (session === 2 && morning === slots)) {
        this.#report("error", "dzn-value", field, `meeting ${m + 1}: its half day has no slot`);
      }
      if (slot < 0 || slot > slots) {
        this.#report(
          "error",
          "dzn-value",
          this.#fields.get("fixed"),
          `meeting ${m + 1}: the fixed slot is 0 to ${slots}, not ${String(at)}`,
        );
      }
      return { pair: [a!, b!], session: session!, fixed: slot };
    });
  }

  #forbidden(people: number, slots: number): number[][] {
    return this.#list("forbidden", people).map((entry, i) => {
      const list = typeof entry === "number" ? [entry] : entry;
      const outside = list.find((slot) => slot < 0 || slot > slots);
      if (outside !== undefined) {
        const field = this.#fields.get("forbidden");
        this.#report("error", "dzn-value", field, `participant ${i + 1}: slots are 1 to ${slots}, not ${outside}`);
      }
      return [...new Set(list)].filter((slot) => slot > 0).sort((a, b) => a - b);
    });
  }

  /** Pairs of pairs, each once. Precedences name pairs here: with a pair that meets twice that says more than the file. */
  #precedences(n: number, meetings: readonly MeetingRow[]): [[number, number], [number, number]][] {
    const field = this.#fields.get("precedences");
    const key = ([a, b]: [number, number]): string => (a < b ? `${a} ${b}` : `${b} ${a}`);
    const out = new Map<string, [[number, number], [number, number]]>();
    const used = new Set<string>();
    this.#list("precedences", n).forEach((entry, m) => {
      for (const before of typeof entry === "number" ? [entry] : entry) {
        if (before === 0) continue;
        if (before < 0 || before > n || before === m + 1) {
          this.#report("error", "dzn-value", field, `meeting ${m + 1}: it cannot come after meeting ${before}`);
        } else if (meetings.length === n) {
          const [first, then] = [meetings[before - 1]!.pair, meetings[m]!.pair];
          used.add(key(first)).add(key(then));
          if (key(first) !== key(then)) out.set(`${key(first)} ${key(then)}`, [first, then]);
        }
      }
    });
    const times = new Map<string, number>();
    for (const { pair } of meetings) times.set(key(pair), (times.get(key(pair)) ?? 0) + 1);
    const repeated = [...times].filter(([pair, count]) => count > 1 && used.has(pair));
    if (repeated.length > 0) {
      const [a, b] = repeated[0]![0].split(" ");
      this.#report(
        "warning",
        "dzn-inexact",
        field,
        `participants ${a} and ${b} meet more than once and stand in a precedence: here it binds all their meetings, ` +
          `so this event is not exactly the file's`,
      );
    }
    return [...out.values()];
  }

  #number(name: FieldName, low: number, high: number): number {
    const field = this.#fields.get(name);
    if (field === undefined) {
      this.#missing(name);
      return low;
    }
    const value = field.value.kind === "number" ? field.value.value : NaN;
    if (value >= low && value <= high) return value;
    this.#report(
      "error",
      "dzn-value",
      field,
      `${field.name} must be a whole number from ${low} to ${high}${Number.isNaN(value) ? "" : `, not ${value}`}`,
    );
    return low;
  }

  /** A list of `length` elements; an absent field is an empty list: nothing is forbidden, fixed or ordered. */
  #list(name: FieldName, length: number): (number | number[])[] {
    const field = this.#fields.get(name);
    if (field === undefined) return [];
    const list = field.value.kind === "list" ? field.value.elements : undefined;
    if (list && (list.length === length || list.length === 0)) return list;
    this.#report(
      "error",
      "dzn-value",
      field,
      `${field.name} must be a list of ${length}${list ? `, not ${list.length}` : ""}`,
    );
    return [];
  }

  #missing(name: FieldName): void {
    this.#report("error", "dzn-missing", undefined, `the text has no ${name}`);
  }

  #report(severity: Diagnostic["severity"], code: string, field: DznField | undefined, what: string): void {
    // A file of nonsense gives a few lines, not a million.
    if (this.diagnostics.length >= 20) return;
    const sentence = what[0]!.toUpperCase() + what.slice(1);
    this.diagnostics.push({
      code,
      severity,
      path: field ? [field.name] : [],
      message: field ? `Line ${field.line}: ${what}.` : `${sentence}.`,
      ...(field ? { values: { line: field.line }, range: { start: field.start, end: field.end } } : {}),
    });
  }
}

function matrixOf(value: DznValue, width: number): number[][] | undefined {
  if (value.kind === "matrix") return value.rows.every((row) => row.length === width) ? value.rows : undefined;
  // array2d(1..n, 1..3, [...]) lists the rows one after the other.
  if (value.kind !== "list" || value.elements.length % width !== 0) return undefined;
  const flat = value.elements.filter((one) => typeof one === "number");
  if (flat.length !== value.elements.length) return undefined;
  return Array.from({ length: flat.length / width }, (_, i) => flat.slice(i * width, (i + 1) * width));
}
