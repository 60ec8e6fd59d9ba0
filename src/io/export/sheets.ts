// What is printed, as sheets and cards of text: agendas, stand sheets, runner lists, table cards. Called by html.ts and
// pdf.ts, which draw them and decide nothing. It is made from agendas.ts alone.

import type { Locale } from "../../rules/rule.js";
import type { Agenda, Agendas, Entry, Held, Who } from "./agendas.js";
import { WORDS, capital, clockText, dateText, datesText, dayText, spanText } from "./words.js";
import { localStamp } from "./zone.js";

export const KINDS = ["agendas", "stands", "tables", "runners"] as const;
/** What can be printed. */
export type Kind = (typeof KINDS)[number];
export const PAPERS = ["a4", "a6"] as const;
export type Paper = (typeof PAPERS)[number];

/** A text in a cell: what is read first, and what stands beside it. */
export interface Cell {
  strong?: string;
  plain?: string;
}

export interface Line {
  kind: "meeting" | "meal" | "programme" | "absent";
  /** The time, or the place on a runner's list. */
  first: string;
  cells: [Cell, Cell];
  /** Place or table, at the right edge. */
  end: string;
  /** A box to tick at the right edge. */
  tick?: true;
}

/** A day of an agenda. */
export interface Block {
  title: string;
  /** What the right edge holds. */
  note: string;
  /** Heads of the columns, instead of a title. */
  heads?: [first: string, a: string, b: string];
  lines: Line[];
}

/** One or more pages of its own. */
export interface Sheet {
  head: [string, string];
  title: string;
  subtitle: string;
  blocks: Block[];
  foot: string;
}

/** A table card: its size is chosen by how many sit there. */
export interface Card {
  head: [string, string];
  /** The word before the name, where the name does not say it. */
  word: string;
  name: string;
  lines: { strong: string; plain: string }[];
  foot: string;
}

export type Printed =
  { kind: Exclude<Kind, "tables">; title: string; sheets: Sheet[] } | { kind: "tables"; title: string; cards: Card[] };

export interface PrintOptions {
  locale: Locale;
  /** When the schedule was published, ISO: printed at the foot of what replaces earlier sheets. */
  stamp?: string;
}

/** What is printed of one kind; an empty list where the event has none of it. */
export function printedOf(agendas: Agendas, kind: Kind, options: PrintOptions): Printed {
  const { locale } = options;
  const w = WORDS[locale];
  const { name, city, dates } = agendas.event;
  const event = [name, city !== "" && !name.includes(city) ? city : ""].filter((part) => part !== "").join(", ");
  const head = [event, datesText(dates, locale)].filter((part) => part !== "").join(", ");
  const stamp = options.stamp === undefined ? undefined : localStamp(options.stamp, agendas.event.timezone);
  const foot = stamp ? w.version(dateText(stamp.date, locale), stamp.time) : "";
  const titles = { agendas: w.agenda, stands: w.stand, tables: w.cards, runners: w.runner };
  const title = `${titles[kind]} – ${event}`;
  if (kind === "tables") return { kind, title, cards: cardsOf(agendas, event, locale) };
  const sheets = { agendas: agendaSheets, stands: standSheets, runners: runnerSheets }[kind](agendas, locale);
  return { kind, title, sheets: sheets.map((sheet) => ({ head: [head, titles[kind]], ...sheet, foot })) };
}

type Body = Omit<Sheet, "head" | "foot">;

function agendaSheets({ people }: Agendas, locale: Locale): Body[] {
  return people.map((agenda) => ({
    title: agenda.who.name,
    subtitle: subtitleOf(agenda, locale),
    blocks: blocksOf(agenda.entries, locale),
  }));
}

/** Armor Mobile. 16 meetings of 25 minutes, 2 seated meals. */
function subtitleOf({ who, entries }: Agenda, locale: Locale): string {
  const w = WORDS[locale];
  const meetings = entries.filter(({ kind }) => kind === "meeting");
  const lengths = new Set(meetings.map(({ start, end }) => end - start));
  const [length] = lengths;
  const counts = [
    w.meetings(meetings.length) + (lengths.size === 1 && meetings.length > 1 ? w.ofMinutes(length!) : ""),
  ];
  const seats = entries.filter((entry) => entry.kind === "meal" && entry.table !== undefined).length;
  if (seats > 0) counts.push(w.seats(seats));
  if (meetings.length === 0 && seats === 0) counts.splice(0, 1, w.noMeeting.replace(/\.$/, ""));
  return [who.organisation, counts.join(", ")].filter((part) => part !== "").join(". ");
}

function blocksOf(entries: readonly Entry[], locale: Locale): Block[] {
  const w = WORDS[locale];
  return byKey(entries, ({ date }) => date).map(([date, list]) => ({
    title: capital(dayText(date, locale)),
    note: list.some((entry) => entry.kind === "meeting" && entry.place) ? w.place : "",
    lines: list.map((entry) => lineOf(entry, locale)),
  }));
}

function lineOf(entry: Entry, locale: Locale): Line {
  const w = WORDS[locale];
  const first = spanText(entry.start, entry.end);
  switch (entry.kind) {
    case "meeting": {
      const { name, organisation } = entry.partner;
      const cells: [Cell, Cell] =
        organisation === "" ? [{ strong: name }, {}] : [{ strong: organisation }, { plain: name }];
      return { kind: "meeting", first, cells, end: entry.place?.label ?? "" };
    }
    case "absent":
      return { kind: "absent", first, cells: [{ plain: w.absent }, {}], end: "" };
    default: {
      const { kind, label, seated, table } = entry;
      const end = table !== undefined ? tableText(table, locale) : seated ? w.noTable : "";
      return { kind, first, cells: [{ strong: label === "" ? w[kind] : label }, {}], end };
    }
  }
}

/** Table 9; a name of several words stands alone. */
export function tableText(table: string, locale: Locale): string {
  return /\s/.test(table) ? table : `${WORDS[locale].table} ${table}`;
}

function standSheets({ stands }: Agendas, locale: Locale): Body[] {
  const w = WORDS[locale];
  return stands.map(({ place, owners, shared, meetings }) => {
    const own = new Set(owners.map(({ row }) => row));
    const line = ({ start, end, people }: Held): Line => {
      // At a stand the visitor is who matters; elsewhere both are.
      const [host, visitor] = own.has(people[1].row) && !own.has(people[0].row) ? [people[1], people[0]] : people;
      const first = spanText(start, end);
      if (!own.has(host.row)) return { kind: "meeting", first, cells: [cellOf(host), cellOf(visitor)], end: "" };
      const { name, organisation } = visitor;
      const cells: [Cell, Cell] =
        organisation === "" ? [{ strong: name }, {}] : [{ strong: organisation }, { plain: name }];
      return { kind: "meeting", first, cells, end: shared ? host.name : "" };
    };
    return {
      title: place.label,
      subtitle: [ownersText(owners), w.meetings(meetings.length)].filter((part) => part !== "").join(". "),
      blocks: byKey(meetings, ({ date }) => date).map(([date, list]) => ({
        title: capital(dayText(date, locale)),
        note: "",
        lines: list.map(line),
      })),
    };
  });
}

/** Sémaphore (Yasmine Legrand, Luc Roy). */
function ownersText(owners: readonly Who[]): string {
  return byKey(owners, ({ organisation }) => organisation)
    .map(([organisation, list]) => {
      const names = list.map(({ name }) => name).join(", ");
      return organisation === "" ? names : `${organisation} (${names})`;
    })
    .join(", ");
}

function runnerSheets({ meetings }: Agendas, locale: Locale): Body[] {
  const w = WORDS[locale];
  return byKey(meetings, ({ slot }) => slot).map(([, list]) => {
    const { date, start, end } = list[0]!;
    return {
      title: spanText(start, end),
      subtitle: `${capital(dayText(date, locale))}. ${w.meetings(list.length)}`,
      blocks: [
        {
          title: "",
          note: "",
          ...(list.some(({ hosted }) => hosted) && {
            heads: [capital(w.place), capital(w.visitor), capital(w.host)] as [string, string, string],
          }),
          lines: list.map(({ place, people: [host, visitor] }): Line => ({
            kind: "meeting",
            first: place?.label ?? "",
            cells: [cellOf(visitor), cellOf(host)],
            end: "",
            tick: true,
          })),
        },
      ],
    };
  });
}

function cellOf({ name, organisation }: Who): Cell {
  return organisation === "" ? { strong: name } : { strong: name, plain: organisation };
}

function cardsOf({ meals }: Agendas, event: string, locale: Locale): Card[] {
  const w = WORDS[locale];
  return meals.flatMap(({ label, date, start, tables }) =>
    tables
      .filter(({ people }) => people.length > 0)
      .map(({ name, people }): Card => {
        const word = /\s/.test(name) ? "" : capital(w.table);
        return {
          head: [`${label === "" ? w.meal : label}, ${dayText(date, locale)}`, clockText(start)],
          word,
          name,
          lines: people.map(({ name, organisation }) => ({ strong: name, plain: organisation })),
          foot: event,
        };
      }),
  );
}

/** The groups of a list in the order in which they begin. */
function byKey<T>(list: readonly T[], key: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups];
}

/** Every text that is printed. */
export function* textsOf(printed: Printed): Generator<string> {
  if (printed.kind === "tables") {
    for (const { head, word, name, lines, foot } of printed.cards) {
      yield* [...head, word, name, foot];
      for (const { strong, plain } of lines) yield* [strong, plain];
    }
    return;
  }
  for (const { head, title, subtitle, blocks, foot } of printed.sheets) {
    yield* [...head, title, subtitle, foot];
    for (const { title, note, heads = [], lines } of blocks) {
      yield* [title, note, ...heads];
      for (const { first, cells, end } of lines) {
        yield* [first, end, ...cells.flatMap(({ strong = "", plain = "" }) => [strong, plain])];
      }
    }
  }
}
