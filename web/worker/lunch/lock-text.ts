// Writes a fixed seat into the text of the event, or takes it out: the smallest change of the text, so that comments and
// layout stay as somebody wrote them. Called by owner.ts. It only ever looks at the list of meals.

import { createScanner, findNodeAtLocation, parseTree, visit, type Node } from "jsonc-parser";
import type { TextChange } from "../../protocol.js";

/** Changes that fix the participant to the table at the meal with this index; `table` null: take the seat out. */
export function seatChanges(text: string, meal: number, participant: string, table: string | null): TextChange[] {
  const range = mealsRange(text);
  if (!range) return [];
  const part = text.slice(range.start, range.end);
  const entry = parseTree(part)?.children?.[meal];
  if (entry?.type !== "object") return [];
  const seats = findNodeAtLocation(entry, ["seats"]);
  const found = seats?.children?.find((seat) => findNodeAtLocation(seat, ["participant"])?.value === participant);
  const changes = (): TextChange[] => {
    if (table === null) return found && seats ? removed(part, seats, found) : [];
    const value = found && findNodeAtLocation(found, ["table"]);
    if (value) return [{ offset: value.offset, length: value.length, text: JSON.stringify(table) }];
    const seat = `{ "participant": ${JSON.stringify(participant)}, "table": ${JSON.stringify(table)} }`;
    return seats ? appended(part, seats, seat) : appended(part, entry, `"seats": [${seat}]`);
  };
  return changes().map((change) => ({ ...change, offset: change.offset + range.start }));
}

/** Where the root's list of meals stands. */
function mealsRange(text: string): { start: number; end: number } | null {
  let depth = 0;
  let next = false;
  let start = -1;
  let range: { start: number; end: number } | null = null;
  const open = (offset: number): void => {
    if (depth === 1 && next && start < 0) start = offset;
    depth++;
  };
  const close = (offset: number, length: number): void => {
    depth--;
    if (depth === 1 && start >= 0 && !range) range = { start, end: offset + length };
  };
  visit(text, {
    onObjectProperty: (key) => {
      if (depth === 1) next = key === "meals";
    },
    onObjectBegin: open,
    onArrayBegin: open,
    onObjectEnd: close,
    onArrayEnd: close,
  });
  return range;
}

/** An item after the last one of a list or object, in a line of its own where the last one has one. */
function appended(text: string, list: Node, item: string): TextChange[] {
  const last = list.children?.at(-1);
  if (!last) return [{ offset: list.offset + 1, length: 0, text: item }];
  const end = last.offset + last.length;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, last.offset))?.[1];
  const comma = commaAfter(text, end, list.offset + list.length);
  if (indent === undefined) {
    // A comma that ends the list ends it still.
    return [{ offset: end, length: 0, text: `, ${item}` }];
  }
  // What is said of the last item in its line stays beside it.
  const line = /^[ \t]*,?[ \t]*(?:\/\/[^\n]*|(?:\/\*[^\n]*?\*\/[ \t]*)+)?(?=\n)/.exec(text.slice(end));
  const after = line ? end + line[0].length : end;
  const added = { offset: after, length: 0, text: `\n${indent}${item}${comma === null ? "" : ","}` };
  if (comma !== null) return comma < after ? [added] : [{ ...added, offset: comma + 1 }];
  return after === end ? [{ ...added, text: `,${added.text}` }] : [{ offset: end, length: 0, text: "," }, added];
}

/** An item out of a list, with the comma that it needs no more and the line that it leaves empty. */
function removed(text: string, list: Node, item: Node): TextChange[] {
  const items = list.children!;
  const at = items.indexOf(item);
  const end = item.offset + item.length;
  const own = commaAfter(text, end, items[at + 1]?.offset ?? list.offset + list.length);
  const before =
    own === null && at > 0 ? commaAfter(text, items[at - 1]!.offset + items[at - 1]!.length, item.offset) : null;
  let from = item.offset;
  let to = own === null ? end : own + 1;
  const lead = /\n[ \t]*$/.exec(text.slice(0, from));
  if (lead && /^[ \t]*\n/.test(text.slice(to))) from = lead.index;
  else if (own !== null) to += /^[ \t]*/.exec(text.slice(to))![0].length;
  else from -= /[ \t]*$/.exec(text.slice((before ?? list.offset) + 1, from))![0].length;
  const gone = { offset: from, length: to - from, text: "" };
  return before === null ? [gone] : [{ offset: before, length: 1, text: "" }, gone];
}

/** Where the next comma stands, comments left aside; null when something else comes first. */
function commaAfter(text: string, from: number, to: number): number | null {
  const scanner = createScanner(text.slice(from, to), true);
  scanner.scan();
  const at = from + scanner.getTokenOffset();
  return at < to && text[at] === "," ? at : null;
}
