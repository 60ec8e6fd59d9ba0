// The representatives of a participant as a cell says them: a number, or names. Called by participants.ts; export.ts writes
// the long form: "Name [id] (times + times)", so that ids and absences come back.

import type { Raw } from "./event-view.js";
import { textOf, textsOf } from "./event-view.js";
import { splitList } from "./words.js";

/** More than this are surely a mistake; the event would refuse them. */
export const MOST_REPRESENTATIVES = 100;

export interface Representative {
  id: string;
  name?: string;
  absent?: string[];
}

/** Characters of one representative in the long form. */
const LONGEST = 2_000;
const LONG = /^([\s\S]*?)\s*\[([^[\]]+)\](?:\s*\(([^()]*)\))?$/;

/** The list that the cell says, or how many it wants when that is too many. `own` is the participant's list so far. */
export function readRepresentatives(cell: string, participant: string, own: readonly Raw[]): Raw[] | number {
  const count = /^\d{1,9}$/.test(cell) ? Number(cell) : undefined;
  const items = count === undefined ? splitList(cell) : [];
  const size = count ?? items.length;
  if (size > MOST_REPRESENTATIVES) return size;
  if (count !== undefined) {
    // One is what a participant without a list is.
    if (count <= 1 && own.length <= 1) return [...own];
    if (count <= 1) return [];
    const ids = new Set(own.map((one) => textOf(one, "id")));
    const more: Raw[] = [];
    for (let n = 1; own.length + more.length < count; n++) {
      if (!ids.has(`${participant}/${n}`)) more.push({ id: `${participant}/${n}` });
    }
    return [...own.slice(0, count), ...more];
  }
  const taken = new Set<string>();
  return items.map((item, i) => {
    const [, name = "", id, absent] = (item.length <= LONGEST && LONG.exec(item)) || [undefined, item];
    if (id !== undefined) {
      taken.add(unescape(id));
      const known = own.find((one) => textOf(one, "id") === unescape(id));
      const times = absent === undefined ? [] : absent.split(" + ").map(unescape);
      return {
        ...known,
        id: unescape(id),
        ...(name !== "" && { name }),
        ...(times.length > 0 && { absent: times }),
      };
    }
    const known = own.find((one) => textOf(one, "name") === name);
    let next = textOf(known ?? {}, "id");
    for (let n = i + 1; next === undefined || taken.has(next); n++) next = `${participant}/${n}`;
    taken.add(next);
    return { ...known, id: next, name };
  });
}

/** The cell that `readRepresentatives` reads as this list. */
export function representativeText(one: Raw): string {
  const absent = textsOf(one, "absent");
  const times = absent.length > 0 ? ` (${absent.map(escape).join(" + ")})` : "";
  return `${textOf(one, "name") ?? ""} [${escape(textOf(one, "id") ?? "")}]${times}`.trim();
}

function escape(text: string): string {
  return text.replace(/[[\]()%+]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescape(text: string): string {
  return text.replace(/%(5B|5D|28|29|25|2B)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
