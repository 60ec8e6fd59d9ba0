// Completion of ids: which of the event's ids belong at a caret of its text, or in a field of a table. From the last data
// that could be read, so that it also helps in a text that is broken at the moment. Used by owner.ts, which owns one.

import { calendarOf, caretPlace, type EventSpec } from "../../src/index.js";
import type { Completion, CompletionKind, CompletionView } from "../watch-views.js";
import { listAt, textAt } from "./data.js";
import type { Draft } from "./draft.js";
import { cut } from "./known.js";

/** Most ids offered at once. */
export const MOST = 50;
const NAME = 80;
/** Sessions of which slots are laid out; an event has 256 slots at most. */
const MOST_SESSIONS = 256;

/** Which ids stand at a path of an event: keys, `*` for any, the end of the path given. */
const KINDS: readonly [string, CompletionKind][] = [
  ["wishes/*/from", "participant"],
  ["wishes/*/to", "target"],
  ["participants/*/side", "side"],
  ["participants/*/tier", "tier"],
  ["participants/*/place", "place"],
  ["participants/*/organisation", "organisation"],
  ["participants/*/absent/*", "time"],
  ["participants/*/representatives/*/absent/*", "time"],
  ["places/*/closed/*", "time"],
  ["places/*/zone", "zone"],
  ["pairings/*/*", "side"],
  ["walks/*/*", "zone"],
  ["locked/*/participants/*", "participant"],
  ["locked/*/slot", "slot"],
  ["locked/*/slots/*", "time"],
  ["locked/*/place", "place"],
  ["blocked/*/participants/*", "participant"],
  ["blocked/*/slots/*", "time"],
  ["precedences/*/first/*", "participant"],
  ["precedences/*/then/*", "participant"],
  ["met/*/*", "participant"],
  ["meals/*/session", "meal"],
  ["meals/*/tables/*/host", "participant"],
  ["meals/*/seats/*/participant", "participant"],
  ["meals/*/seats/*/table", "table"],
];

/** The kind of ids that belong at a path; null where none do. */
export function kindAt(path: readonly (string | number)[]): CompletionKind | null {
  const found = KINDS.find(([pattern]) => {
    const steps = pattern.split("/");
    return (
      steps.length === path.length &&
      steps.every((step, i) => (step === "*" ? typeof path[i] === "number" : step === path[i]))
    );
  });
  return found ? found[1] : null;
}

/** Lists of ids by kind, of the data they were made from. */
interface Lists {
  data: unknown;
  made: Map<string, Completion[]>;
}

export class CompletionDesk {
  #lists: Lists = { data: undefined, made: new Map() };

  constructor(readonly draft: Pick<Draft, "written" | "text">) {}

  complete(kind: CompletionKind, prefix: string, of = ""): Completion[] {
    const { written } = this.draft;
    if (this.#lists.data !== written) this.#lists = { data: written, made: new Map() };
    const key = `${kind} ${of}`;
    let list = this.#lists.made.get(key);
    if (!list) this.#lists.made.set(key, (list = listOf(written, kind, of)));
    return matches(list, prefix);
  }

  at(serial: number, offset: number): CompletionView | null {
    const { text } = this.draft.text;
    if (serial !== this.draft.text.serial) return null;
    const caret = caretPlace(text, offset);
    if (!caret) return null;
    // A string that is not closed yet ends where somebody types; the next quotation mark then closes it by mistake.
    const { range } = caret;
    if (
      range &&
      !(
        range.end > range.start + 1 &&
        text[range.end - 1] === '"' &&
        /^\s*[,:\]}/]/.test(text.slice(range.end, range.end + 200))
      )
    ) {
      caret.range = { start: range.start, end: offset };
    }
    if (caret.key) {
      const [list, , mix] = caret.path;
      return list === "meals" && mix === "mix" && caret.path.length === 4
        ? this.#view("side", text, caret.range, offset)
        : null;
    }
    const kind = kindAt(caret.path);
    if (!kind) return null;
    const of = kind === "table" ? String(caret.path[1]) : "";
    return this.#view(kind, text, caret.range, offset, of);
  }

  #view(kind: CompletionKind, text: string, range: CompletionView["range"], offset: number, of = ""): CompletionView {
    const prefix = range ? text.slice(range.start, offset).replace(/^"/, "") : "";
    return { range, items: this.complete(kind, prefix, of) };
  }
}

/** Those whose id begins so, then those in whose name a word does; the order of the event. */
function matches(list: readonly Completion[], prefix: string): Completion[] {
  const start = prefix.toLowerCase();
  if (start === "") return list.slice(0, MOST);
  const first: Completion[] = [];
  const second: Completion[] = [];
  for (const item of list) {
    if (item.id.toLowerCase().startsWith(start)) first.push(item);
    else if (second.length < MOST && ` ${item.name} ${item.id}`.toLowerCase().includes(` ${start}`)) second.push(item);
    if (first.length === MOST) break;
  }
  return [...first, ...second].slice(0, MOST);
}

function listOf(data: unknown, kind: CompletionKind, of: string): Completion[] {
  const items = (list: string, key: string): Completion[] =>
    listAt(data, list).map((one) => ({ id: textAt(one, "id"), name: cut(textAt(one, key), NAME) }));
  const words = (list: string, key: string): Completion[] =>
    listAt(data, list).map((one) => ({ id: textAt(one, key), name: "" }));
  switch (kind) {
    case "participant":
      return unique(items("participants", "name"));
    case "target":
      return unique([...items("participants", "name"), ...words("participants", "organisation")]);
    case "organisation":
      return unique(words("participants", "organisation"));
    case "side":
      return unique(items("sides", "label"));
    case "tier":
      return unique(items("tiers", "label"));
    case "place":
      return unique(items("places", "label"));
    case "zone":
      return unique(words("places", "zone"));
    case "table":
      return unique(
        listAt(listAt(data, "meals")[Number(of)], "tables").map((table) => ({ id: textAt(table, "id"), name: "" })),
      );
    case "slot":
      return unique(slots(data));
    case "session":
      return unique(sessions(data, () => true));
    case "meal":
      return unique(sessions(data, (session) => textAt(session, "kind") === "meal"));
    case "time":
      return unique([
        ...sessions(data, () => true),
        ...listAt(data, "calendar").map((day) => ({ id: textAt(day, "date"), name: "" })),
        ...slots(data),
      ]);
  }
}

function sessions(data: unknown, wanted: (session: unknown) => boolean): Completion[] {
  return listAt(data, "calendar").flatMap((day) =>
    listAt(day, "sessions")
      .filter(wanted)
      .map((session) => ({
        id: textAt(session, "id"),
        name: cut(
          [textAt(session, "label"), textAt(day, "date"), textAt(session, "start")].filter(Boolean).join(" "),
          NAME,
        ),
      })),
  );
}

/** Slots with their date and time, as far as the calendar can be laid out. */
function slots(data: unknown): Completion[] {
  let room = MOST_SESSIONS;
  const days = listAt(data, "calendar").map((day) => ({
    date: textAt(day, "date"),
    sessions: listAt(day, "sessions").filter(
      (session) =>
        textAt(session, "kind") === "meetings" &&
        Number.isInteger(session.meeting) &&
        Number(session.meeting) > 0 &&
        (session.changeover === undefined ||
          (Number.isInteger(session.changeover) && Number(session.changeover) >= 0)) &&
        /^\d\d:\d\d$/.test(textAt(session, "start")) &&
        /^\d\d:\d\d$/.test(textAt(session, "end")) &&
        room-- > 0,
    ),
  }));
  const calendar = calendarOf({ calendar: days as unknown as EventSpec["calendar"] });
  return calendar.slots.map(({ id, start, session }) => ({
    id,
    name: `${calendar.sessions[session]!.date} ${String(Math.floor(start / 60)).padStart(2, "0")}:${String(start % 60).padStart(2, "0")}`,
  }));
}

function unique(list: readonly Completion[]): Completion[] {
  const seen = new Map<string, Completion>();
  for (const item of list) if (item.id !== "" && !seen.has(item.id)) seen.set(item.id, item);
  return [...seen.values()];
}
