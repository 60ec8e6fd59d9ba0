// Numbers, dates and lists as people of a language write them. Used by the message tables and the screens.

export type Locale = "en" | "fr";

const DAY = 24 * 60 * 60 * 1000;

/** Formatters of one language; built once per language. */
export interface Formats {
  /** 187 432, with a true minus. */
  number(value: number): string;
  /** At most one decimal. */
  decimal(value: number): string;
  /** 0.71 as 71 %. */
  percent(value: number): string;
  /** 0.001 as 0,1 %. */
  percent1(value: number): string;
  /** 0.0003 as 0,03 %, rounded up: a gap is never larger. */
  percent2(value: number): string;
  /** 0.08 as 0,08. */
  hundredths(value: number): string;
  /** At most three decimals. */
  fine(value: number): string;
  /** 0.08 as 0,080. */
  thousandths(value: number): string;
  /** 4.1834 as 4,18. */
  significant(value: number): string;
  /** 48 200 000 as 48,2 M. */
  compact(value: number): string;
  /** 187 432 as 187 k, also above a million. */
  thousands(value: number): string;
  /** Minutes from midnight as 09:00. */
  clock(minutes: number): string;
  /** The time of day of a moment of the computer's clock. */
  now(moment: Date): string;
  /** An ISO date as "mercredi 17 mars". */
  day(iso: string): string;
  /** An ISO date as "mer. 17". */
  shortDay(iso: string): string;
  /** An ISO date as "mercredi 17 mars 2027". */
  longDay(iso: string): string;
  /** An ISO date as "17/03/2027". */
  date(iso: string): string;
  list(items: readonly string[]): string;
}

const cache = new Map<Locale, Formats>();

/** The formatters of a language. */
export function formats(locale: Locale): Formats {
  let found = cache.get(locale);
  if (!found) cache.set(locale, (found = make(locale)));
  return found;
}

function make(locale: Locale): Formats {
  const tag = locale === "fr" ? "fr-FR" : "en-GB";
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const hundredths = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const fine = new Intl.NumberFormat(tag, { maximumFractionDigits: 3 });
  const thousandths = new Intl.NumberFormat(tag, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const significant = new Intl.NumberFormat(tag, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const percent1 = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 1 });
  const percent2 = new Intl.NumberFormat(tag, { style: "percent", minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const day = new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const shortDay = new Intl.DateTimeFormat(tag, { weekday: "short", day: "numeric", timeZone: "UTC" });
  const longDay = new Intl.DateTimeFormat(tag, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const numeric = new Intl.DateTimeFormat(tag, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
  const now = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  const minus = (text: string): string => text.replace("-", "\u2212");
  const date = (iso: string): Date => new Date(Math.floor(Date.parse(`${iso}T00:00:00Z`) / DAY) * DAY);
  return {
    number: (value) => minus(number.format(value)),
    decimal: (value) => minus(decimal.format(value)),
    percent: (value) => minus(percent.format(value)),
    percent1: (value) => minus(percent1.format(value)),
    percent2: (value) => minus(percent2.format(Math.ceil(value * 10_000 - 1e-9) / 10_000)),
    hundredths: (value) => minus(hundredths.format(value)),
    fine: (value) => minus(fine.format(value)),
    thousandths: (value) => minus(thousandths.format(value)),
    significant: (value) => minus(significant.format(value)),
    compact: (value) => {
      const size = Math.abs(value);
      if (size >= 1e6) return minus(`${decimal.format(value / 1e6)}\u202fM`);
      if (size >= 1e4) return minus(`${number.format(value / 1e3)}\u202fk`);
      return minus(number.format(value));
    },
    thousands: (value) => minus(`${number.format(value / 1e3)}\u202fk`),
    clock: (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
    now: (moment) => now.format(moment),
    day: (iso) => day.format(date(iso)),
    shortDay: (iso) => shortDay.format(date(iso)),
    longDay: (iso) => longDay.format(date(iso)),
    date: (iso) => numeric.format(date(iso)),
    list: (items) => list.format(items),
  };
}
