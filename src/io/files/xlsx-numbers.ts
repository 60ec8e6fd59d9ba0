// Numbers of a workbook as text: a spreadsheet keeps dates and times as days since 1899-12-30 and a format that says so.
// Called by xlsx.ts. Dates come out as 2027-03-18, times as 09:30, both as 2027-03-18 09:30.

/** What a number format shows. */
export type Shown = "number" | "date" | "time" | "both";

/** Formats that every workbook has without saying so. */
const BUILT_IN = new Map<number, Shown>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(date),
  ...[18, 19, 20, 21, 32, 33, 45, 46, 47].map((id): [number, Shown] => [id, "time"]),
  [22, "both"],
]);

function date(id: number): [number, Shown] {
  return [id, "date"];
}

/** What a format shows, by its number and, for formats of the workbook's own, its code. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return BUILT_IN.get(id) ?? "number";
  const first = code.slice(0, 500).split(";")[0]!;
  // [h] counts hours; other brackets are colours, conditions and languages.
  const plain = first
    .replace(/"[^"]*"?|\\.|_.|\*./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "");
  if (/general|standard/i.test(plain)) return "number";
  const day = /[dy]|j|a{2,}/i.test(plain) || /m{3,}/i.test(plain);
  const clock = /[hs]/i.test(plain);
  return day && clock ? "both" : day ? "date" : clock ? "time" : "number";
}

/** The text of a number; `base1904` is true for workbooks that count days from 1904. */
export function numberText(raw: string, shown: Shown, base1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  if (shown === "number" || value < 0 || value > 2_958_466) return plain(value);
  const minutes = Math.round((value + (base1904 ? 1462 : 0)) * 1440);
  const day = Math.floor(minutes / 1440);
  const clock = `${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
  if (shown === "time" || (day === 0 && shown === "both")) return clock;
  const text = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
  return shown === "date" || minutes % 1440 === 0 ? text : `${text} ${clock}`;
}

/** As a person would write it: 0.1 + 0.2 is 0.3, and a long number has no exponent. */
function plain(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return value.toString();
  return String(Number(value.toPrecision(15)));
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
