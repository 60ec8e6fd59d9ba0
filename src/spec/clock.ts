// Arithmetic of times of day, of dates and of the slots of a session. Used by the calendar, and by the page while something
// is dragged: it needs nothing of the schema, so that the page's main thread need not load that.

/** Minutes from midnight of "HH:MM". */
export function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** "HH:MM" of minutes from midnight, 0 to 1440. */
export function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** Slots that fit into so many minutes: floor((length + changeover) / (meeting + changeover)). */
export function slotsIn(length: number, meeting: number, changeover: number): number {
  return meeting <= 0 || length < meeting ? 0 : Math.floor((length + changeover) / (meeting + changeover));
}

/** Start and end of each slot that fits between two times, in minutes from midnight. */
export function slotTimes(start: number, end: number, meeting: number, changeover: number): [number, number][] {
  return Array.from({ length: slotsIn(end - start, meeting, changeover) }, (_, i) => {
    const from = start + i * (meeting + changeover);
    return [from, from + meeting];
  });
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY = 86_400_000;

/** True for an ISO date that there is, such as 2028-02-29. */
export function isDate(text: string): boolean {
  const at = DATE.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The date so many days later; the date itself where the years have no four digits any more. */
export function laterDate(date: string, days: number): string {
  const later = new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY);
  const text = Number.isNaN(later.getTime()) ? "" : later.toISOString().slice(0, 10);
  return isDate(text) ? text : date;
}
