// A text as it is searched for: without case, accents and doubled blanks. Used by the tables.

const MARKS = /\p{Mn}/gu;

export function fold(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase().replace(/\s+/g, " ").trim();
}
