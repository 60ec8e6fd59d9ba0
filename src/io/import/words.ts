// Words as people type them, made comparable: case, accents, punctuation and plurals do not count. Used by everything of
// this folder; it knows nothing of events.

/** Lower case, without accents, anything but letters and digits as one space. */
export function fold(text: string): string {
  const known = FOLDED.get(text);
  if (known !== undefined) return known;
  const folded = /^[ -~]*$/.test(text)
    ? text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .trim()
    : foldAny(text);
  if (FOLDED.size > 200_000) FOLDED.clear();
  if (text.length < 200) FOLDED.set(text, folded);
  return folded;
}

function foldAny(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The same words come again and again; what they fold to never changes. */
const FOLDED = new Map<string, string>();

/** Folded, each word without its plural ending. */
export function singular(text: string): string {
  return fold(text)
    .split(" ")
    .map((word) => (word.length > 3 ? word.replace(/(?<=[^s])[sx]$/, "") : word))
    .join(" ");
}

const SUFFIX =
  /^(sa|sas|sasu|sarl|eurl|scop|snc|gmbh|ag|kg|ltd|limited|llc|llp|inc|corp|co|plc|spa|srl|bv|nv|group|groupe|company|cie)$/;

/** Folded, words in alphabetical order, company suffixes dropped: the same for « Dumas, Sami » and “Sami Dumas”. */
export function personKey(name: string): string {
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  const words = fold(name).split(" ");
  const telling = words.filter((word) => !SUFFIX.test(word) && !/^(m|mr|mme|mlle|mrs|ms|dr|pr|prof)$/.test(word));
  const key = (telling.length > 0 ? telling : words).sort().join(" ");
  if (KEYS.size > 100_000) KEYS.clear();
  if (name.length < 200) KEYS.set(name, key);
  return key;
}

const KEYS = new Map<string, string>();

/** A name as an id: lower case, no accents, hyphens; letters of all scripts are kept. Empty when there are none. */
export function slug(name: string): string {
  return fold(name).replace(/ /g, "-").slice(0, 80);
}

/** An id made of `wanted` that `taken` does not hold yet: -2, -3, … when it does. */
export function freeId(wanted: string, taken: (id: string) => boolean): string {
  const base = wanted === "" ? "id" : wanted;
  if (!taken(base)) return base;
  for (let n = 2; ; n++) if (!taken(`${base}-${n}`)) return `${base}-${n}`;
}

/** Items of a cell, between commas, semicolons, bars or line breaks; what stands in double quotes is one item. */
export function splitList(cell: string): string[] {
  const items: string[] = [];
  let item = "";
  let quoted = false;
  let wasQuoted = false;
  const end = (): void => {
    const text = wasQuoted ? item : item.trim();
    if (text !== "") items.push(text);
    item = "";
    wasQuoted = false;
  };
  for (let i = 0; i < cell.length; i++) {
    const c = cell[i]!;
    if (quoted) {
      if (c !== '"') item += c;
      else if (cell[i + 1] === '"') {
        item += c;
        i++;
      } else quoted = false;
    } else if (c === '"' && item.trim() === "" && !wasQuoted) {
      item = "";
      quoted = wasQuoted = true;
    } else if (c === "," || c === ";" || c === "|" || c === "\n") end();
    else if (!wasQuoted || c.trim() !== "") item += c;
  }
  end();
  return items;
}

/** The cell that `splitList` reads as these items. */
export function joinList(items: readonly string[]): string {
  return items.map((item) => (/[,;|\n]|^"|^\s|\s$/.test(item) ? `"${item.replace(/"/g, '""')}"` : item)).join(" | ");
}

/** Cells that begin like this are formulas to a spreadsheet. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet takes for a formula. */
export function neutral(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Undoes `neutral`, and nothing else. */
export function literal(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A cell without the spaces around it (also those that do not break or have no width), and without the apostrophe of `neutral`. */
export function cleanCell(cell: string): string {
  let text = cell.trim();
  while (text.charCodeAt(0) === 0x200b) text = text.slice(1).trimStart();
  while (text.charCodeAt(text.length - 1) === 0x200b) text = text.slice(0, -1).trimEnd();
  return literal(text);
}
