// When somebody is away, as organisers type it, as the tokens of an event: « 18/03 9h-10h30 », « jeudi matin »,
// “Thursday before 10am”, session ids. Called for absences and closed places. What it does not understand wholly it does
// not translate: a day too few is a meeting nobody comes to.

import { coverage, type Calendar } from "../../spec/calendar.js";
import { nearest } from "../../spec/nearest.js";
import type { MessageKey } from "./messages.js";
import { splitList } from "./words.js";

/** Tokens; or the item that is not understood, why, and cells that could stand for the whole instead. */
export type TimesRead =
  { tokens: string[] } | { wrong: string; reason: MessageKey; instead: { label: string; cell: string }[] };

/** Reads a cell; `calendar` is the event's. */
export function readTimes(cell: string, calendar: Calendar): TimesRead {
  if (coverage(calendar, cell)) return { tokens: [cell] };
  const pieces = splitList(cell).flatMap((item) =>
    coverage(calendar, item) || /^(entre|between)\b/i.test(item.trim())
      ? [item]
      : item.split(/ (?:et|and|&|\+|puis|then) /i),
  );
  const items = pieces.map((piece) => readItem(piece.trim(), calendar));
  const wrong = items.find((item) => item.reason !== undefined);
  if (wrong) return failed(cell, wrong, calendar);
  // "9h-10h, 14h-15h le 18/03": a day counts for the times beside it that have none.
  items.forEach(
    (item, i) =>
      (item.dates ??= item.token ? [] : (items[i - 1]?.dates ?? items.slice(i).find((one) => one.dates)?.dates)),
  );
  const dates = datesOf(calendar);
  const tokens: string[] = [];
  for (const [i, item] of items.entries()) {
    // "17/03, 9h-10h": a day alone before times without one is their day, not all of it.
    const next = items[i + 1];
    const isHeading =
      isBare(item) && next !== undefined && !isBare(next) && next.dates !== undefined && next.dates === item.dates;
    if (isHeading) continue;
    if (item.token !== undefined) {
      tokens.push(item.token);
      continue;
    }
    const days = item.dates && item.dates.length > 0 ? item.dates : dates.length === 1 ? dates : undefined;
    if (!days) return failed(cell, { ...item, reason: "time-which-day" }, calendar);
    for (const date of days) {
      const range = rangeOf(item, date, calendar);
      if (!range) return failed(cell, { ...item, reason: "time-nothing-there" }, calendar);
      tokens.push(range);
    }
  }
  return { tokens: [...new Set(tokens)] };
}

/** A moment of the event as far as a cell tells it; or why it is not understood. */
export type MomentRead = { dates?: string[]; from?: number } | { wrong: string; reason: MessageKey };

/** Reads a day, a time of day, or both; of a span the beginning. */
export function readMoment(cell: string, calendar: Calendar): MomentRead {
  // Seconds, and how far from Greenwich the clock was, say nothing more.
  const text = cell
    .trim()
    .replace(/(\d\d?:\d\d):\d\d(?:[.,]\d+)?/g, "$1")
    .replace(/(\d:\d\d)(?:Z| ?[+-]\d\d:?\d\d)$/, "$1");
  const { dates, from, reason } = readItem(text, calendar, true);
  if (reason) return { wrong: cell, reason };
  if (Number.isNaN(from)) return { wrong: cell, reason: "time-unknown" };
  return { ...(dates && { dates }), ...(from !== undefined && { from }) };
}

/** A day and nothing more. */
function isBare({ token, part, from }: Item): boolean {
  return token === undefined && part === undefined && from === undefined;
}

interface Item {
  text: string;
  token?: string;
  dates?: string[];
  part?: Part;
  from?: number;
  to?: number;
  reason?: MessageKey;
}

type Part = "morning" | "afternoon" | "midday" | "evening";

const PARTS: readonly [Part, RegExp][] = [
  ["afternoon", /\b(apres[ -]?midis?|aprem|afternoons?|pm)\b/],
  ["morning", /\b(matins?|matinees?|mornings?|am)\b/],
  ["midday", /\b(midis?|dejeuners?|lunch|lunches|noon|midday)\b/],
  ["evening", /\b(soirs?|soirees?|evenings?)\b/],
];
const MONTHS = [
  "janvier janv january jan",
  "fevrier fevr fev february feb",
  "mars march mar",
  "avril avr april apr",
  "mai may",
  "juin june jun",
  "juillet juil july jul",
  "aout august aug",
  "septembre sept september sep",
  "octobre oct october",
  "novembre nov november",
  "decembre dec december",
].map((words) => words.split(" "));
const WEEKDAYS = [
  "dimanche dim sunday sun",
  "lundi lun monday mon",
  "mardi mar tuesday tue tues",
  "mercredi mer wednesday wed",
  "jeudi jeu thursday thu thur thurs",
  "vendredi ven friday fri",
  "samedi sam saturday sat",
].map((words) => words.split(" "));
const MONTH = MONTHS.flat().join("|");
const WEEKDAY = WEEKDAYS.flat().join("|");

const CLOCK = String.raw`(\d{1,2}) ?(?:(?:h|:|heures?)(?: ?(\d{2}))?(?!\d)) ?(am|pm)?|(\d{1,2}) ?(am|pm)\b`;
const RANGE = new RegExp(
  String.raw`(?:${CLOCK}|\b(\d{1,2})) ?(?:-|–|—|/|>|a|to|et|and|jusqu'?a|until|till) ?(?:${CLOCK})`,
);
const MOMENT = new RegExp(String.raw`\b(?:${CLOCK})`);
const BEFORE = new RegExp(String.raw`(?:\bavant|\bbefore|\bjusqu'?a|\buntil|\btill) (?:${CLOCK})`);
const AFTER = new RegExp(String.raw`(?:\bapres|\bafter|\ba partir de|\bdes|\bfrom|\bdepuis) (?:${CLOCK})`);
/** Words that say nothing more. */
const FILLERS =
  /\b(le|la|les|l|the|on|de|du|des|d|from|a|at|to|entre|between|et|and|absente?s?|absent|away|indisponibles?|unavailable|not available|pas disponible|tout|toute|toutes|tous|all|every|chaque|whole|journee|jour|jours|day|days|entiere?|en|in|of|uniquement|only|au|aux)\b/g;

/** `moment`: a time of day alone is the beginning of something. */
function readItem(text: string, calendar: Calendar, moment = false): Item {
  if (datesOf(calendar).includes(text)) return { text, dates: [text] };
  if (coverage(calendar, text)) return { text, token: text };
  if (text.length > 200) return { text, reason: "time-unknown" };
  const item: Item = { text };
  let rest = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/’/g, "'").replace(/\s+/g, " ");
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const all = datesOf(calendar);
  const among = (fits: (date: string) => boolean): void => {
    const found = all.filter(fits);
    if (found.length === 0) item.reason ??= "time-not-in-calendar";
    else if (found.length > 1) item.reason ??= "time-which-day";
    else item.dates = [...(item.dates ?? []), ...found];
  };
  const iso = take(/\b(\d{4}-\d\d-\d\d)(?:t| )?/);
  if (iso) among((date) => date === iso[1]);
  const numeric =
    take(/\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b/) ??
    take(/\b(\d{1,2})\/(\d{1,2})\b(?!\s*(?:h|:|am|pm))/) ??
    takeDotted();
  if (numeric) {
    const [, a, b, y] = numeric;
    const is = (date: string, d: string, m: string): boolean =>
      Number(date.slice(8)) === Number(d) &&
      Number(date.slice(5, 7)) === Number(m) &&
      (!y || date.slice(0, 4).endsWith(y));
    // The day comes first, unless only the other way round is a day of the event.
    if (all.some((date) => is(date, a!, b!))) among((date) => is(date, a!, b!));
    else among((date) => is(date, b!, a!));
  }
  function takeDotted(): RegExpExecArray | null {
    const found = /\b(\d{1,2})\.(\d{1,2})\b\.?/.exec(rest);
    return found &&
      all.some((date) => Number(date.slice(8)) === Number(found[1]) && Number(date.slice(5, 7)) === Number(found[2]))
      ? take(/\b(\d{1,2})\.(\d{1,2})\b\.?/)
      : null;
  }
  const named =
    take(new RegExp(String.raw`\b(\d{1,2})(?:er|st|nd|rd|th)? (?:of )?(${MONTH})\b\.?(?: (\d{4}))?`)) ??
    swap(take(new RegExp(String.raw`\b(${MONTH})\.? (\d{1,2})(?:st|nd|rd|th)?\b(?!h|:)(?:,? (\d{4}))?`)));
  if (named) {
    const month = MONTHS.findIndex((words) => words.includes(named[2]!)) + 1;
    among(
      (date) =>
        Number(date.slice(8)) === Number(named[1]) &&
        Number(date.slice(5, 7)) === month &&
        (!named[3] || date.startsWith(named[3])),
    );
  }
  const ordinal = take(/\b(?:jour|day|j|d) ?(\d{1,2})\b/);
  if (ordinal) among((date) => all.indexOf(date) === Number(ordinal[1]) - 1);
  const weekday = take(new RegExp(String.raw`\b(${WEEKDAY})s?\b\.?`));
  const bare =
    item.dates || item.reason ? null : take(/\b(?:le|the) (\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?(?:h|:|am|pm|-))/);
  if (weekday) {
    const day = WEEKDAYS.findIndex((words) => words.includes(weekday[1]!));
    const on = (date: string): boolean => new Date(`${date}T00:00:00Z`).getUTCDay() === day;
    const number = bare ? Number(bare[1]) : (takeNumber() ?? 0);
    // Beside a date the weekday only repeats it, or contradicts it.
    if (item.dates) {
      if (!item.dates.some(on)) item.reason ??= "time-weekday";
    } else if (!item.reason) among((date) => on(date) && (number === 0 || Number(date.slice(8)) === number));
  } else if (bare) among((date) => Number(date.slice(8)) === Number(bare[1]));
  function takeNumber(): number | undefined {
    const found = take(/^ *(\d{1,2})(?:er|st|nd|rd|th)?\b(?! ?(?:h|:|am|pm|-|–|a\b|to\b))/);
    return found ? Number(found[1]) : undefined;
  }
  if (item.reason) return item;
  const range = take(RANGE);
  if (range) {
    item.to = clock(range.slice(7, 12));
    item.from = range[6] !== undefined ? clock([range[6], undefined, range[9] ?? range[11]]) : clock(range.slice(1, 6));
  } else {
    const before = take(BEFORE);
    const after = take(AFTER);
    if (before) [item.from, item.to] = [0, clock(before.slice(1, 6))];
    if (after) item.from = clock(after.slice(1, 6));
    if (after && !before) item.to = 24 * 60;
    const alone = moment && !before && !after ? take(MOMENT) : null;
    if (alone) [item.from, item.to] = [clock(alone.slice(1, 6)), Infinity];
  }
  if (item.from !== undefined && !(item.from < item.to!)) return { ...item, reason: "time-backwards" };
  if (item.from === undefined) {
    for (const [part, words] of PARTS) if (item.part === undefined && take(words)) item.part = part;
  }
  if (!item.dates && /\b(tous|toutes|every|each|chaque|all)\b/.test(rest)) {
    if (item.part !== undefined || item.from !== undefined || /\b(jours?|days?)\b/.test(rest)) item.dates = [...all];
  }
  const left = rest.replace(FILLERS, " ").replace(/[^a-z0-9]+/g, "");
  if (left !== "" || (!item.dates && item.part === undefined && item.from === undefined)) {
    const wholeDay = left === "" && /\b(journee|day|jour)\b/.test(rest);
    return wholeDay ? item : { ...item, reason: "time-unknown" };
  }
  return item;
}

function swap(found: RegExpExecArray | null): RegExpExecArray | null {
  if (found) [found[1], found[2]] = [found[2]!, found[1]!];
  return found;
}

/** Minutes from midnight of the groups of CLOCK; NaN when there is no such time. */
function clock([hour, minute, half, hour12, half12]: (string | undefined)[]): number {
  let h = Number(hour ?? hour12);
  const m = Number(minute ?? 0);
  const noon = half ?? half12;
  if (noon === "pm" && h < 12) h += 12;
  if (noon === "am" && h === 12) h = 0;
  return h > 24 || m > 59 || h * 60 + m > 1440 ? NaN : h * 60 + m;
}

function datesOf(calendar: Calendar): string[] {
  return [...new Set(calendar.sessions.map(({ date }) => date))];
}

/** The token of an item on a date; undefined when nothing of the event is then. */
function rangeOf({ part, from, to }: Item, date: string, calendar: Calendar): string | undefined {
  if (part === undefined && from === undefined) return date;
  const sessions = calendar.sessions.filter((session) => session.date === date);
  const [first, last] = [Math.min(...sessions.map((s) => s.start)), Math.max(...sessions.map((s) => s.end))];
  if (part === undefined) {
    // "before 10" begins with the day, "after 16" ends with it.
    const [a, b] = [from === 0 ? Math.min(first, to! - 1) : from!, to === 1440 ? Math.max(last, from! + 1) : to!];
    return a < b ? `${time(a)}/${time(b)}@${date}` : undefined;
  }
  const meal = sessions.find((s) => s.kind === "meal" && s.start < 15 * 60 && s.end > 11 * 60);
  const [noon, after] = meal ? [meal.start, meal.end] : [NOON, NOON];
  const [a, b] = {
    morning: [first, Math.min(noon, last)],
    afternoon: [Math.max(after, first), last],
    midday: meal ? [meal.start, meal.end] : [12 * 60, 14 * 60],
    evening: [18 * 60, last],
  }[part] as [number, number];
  return a < b ? `${time(a)}/${time(b)}@${date}` : undefined;
}

/** Where a day without a lunch is cut in two. */
const NOON = 12 * 60 + 30;

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Days and sessions offered instead. */
const MOST = 5;

function failed(cell: string, item: Item, calendar: Calendar): TimesRead {
  const dates = datesOf(calendar).slice(0, MOST);
  const instead: { label: string; cell: string }[] = [];
  const offer = (read: string): void => {
    // Of several items only the wrong one changes.
    const whole = cell.replace(item.text, () => read);
    if (!instead.some((one) => one.cell === whole)) instead.push({ label: read, cell: whole });
  };
  const reason = item.reason!;
  if (reason === "time-which-day" && (item.part !== undefined || item.from !== undefined)) {
    for (const date of dates) {
      const range = rangeOf(item, date, calendar);
      if (range) offer(range);
    }
  } else if (reason === "time-unknown") {
    const known = [...calendar.sessionIndex.keys(), ...datesOf(calendar), ...calendar.slotIndex.keys()];
    const near = nearest(item.text, known);
    if (near !== undefined) offer(near);
  } else if (reason === "time-which-day" || reason === "time-not-in-calendar" || reason === "time-weekday") {
    dates.forEach(offer);
  }
  return { wrong: item.text, reason, instead };
}
