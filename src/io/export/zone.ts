// Time zones for calendars: the offset of a zone at any moment, from Intl, and the VTIMEZONE that says the same to whoever
// has no list of zones. Called by ics.ts and export.ts. It knows no clock: moments are handed in.

const MINUTE = 60_000;
const DAY = 86_400_000;

/** True when the zone is one that Intl knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The offset of a known zone from UTC at a moment (milliseconds of UTC), in milliseconds: a function that is asked often. */
export function offsetsOf(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (at) => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) parts[type] = Number(value);
    const { year, month, day, hour, minute, second } = parts as Record<string, number>;
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

/** An ISO moment as the clocks of the zone show it (in UTC without a zone): date and HH:MM. */
export function localStamp(stamp: string, zone: string | undefined): { date: string; time: string } {
  const at = Date.parse(stamp);
  const known = zone !== undefined && isZone(zone);
  const local = new Date(at + (known ? offsetsOf(zone)(at) : 0)).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16) + (known ? "" : " UTC") };
}

interface Change {
  /** The first moment of the new offset. */
  at: number;
  from: number;
  to: number;
}

/** Every change of offset between two moments, to the second. */
function changesOf(zone: string, start: number, end: number): Change[] {
  const offset = offsetsOf(zone);
  const changes: Change[] = [];
  // No zone changes twice within a week and back: a step of a day misses none that lasts.
  let before = offset(start);
  for (let day = start; day < end; day += DAY) {
    const after = offset(day + DAY);
    if (after === before) continue;
    let [low, high] = [day, day + DAY];
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (offset(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, from: before, to: after });
    before = after;
  }
  return changes;
}

/** Lines of the zone's VTIMEZONE, true from the year before the first date to the year after the last. */
export function timezoneLines(zone: string, dates: readonly string[]): string[] {
  const years = dates.map((date) => Number(date.slice(0, 4)));
  const start = Date.UTC(Math.min(...years) - 1, 0, 1);
  const end = Date.UTC(Math.max(...years) + 2, 0, 1);
  const changes = changesOf(zone, start, end);
  const first = offsetsOf(zone)(start);
  const lowest = Math.min(first, ...changes.map(({ to }) => to));
  const lines = ["BEGIN:VTIMEZONE", `TZID:${zone}`];
  const observance = (at: number, from: number, to: number): void => {
    const kind = to > lowest ? "DAYLIGHT" : "STANDARD";
    lines.push(
      `BEGIN:${kind}`,
      `DTSTART:${stampText(at + from)}`,
      `TZOFFSETFROM:${offsetText(from)}`,
      `TZOFFSETTO:${offsetText(to)}`,
      `END:${kind}`,
    );
  };
  observance(start, first, first);
  for (const { at, from, to } of changes) observance(at, from, to);
  lines.push("END:VTIMEZONE");
  return lines;
}

/** Milliseconds as 20270317T103000. */
export function stampText(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, "");
}

/** +0530, and seconds where a zone has them. */
function offsetText(offset: number): string {
  const seconds = Math.round(Math.abs(offset) / 1000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const rest = seconds % 60 === 0 ? "" : two(seconds % 60);
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(seconds / 3600))}${two(Math.floor(seconds / 60) % 60)}${rest}`;
}

/** A local date and minutes from its midnight as 20270317T103000; minute 1440 is midnight of the next day. */
export function localText(date: string, minutes: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return stampText(Date.UTC(year, month - 1, day) + minutes * MINUTE);
}
