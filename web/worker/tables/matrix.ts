// The wishes between two sides as a picture, a byte for each pair. Called by desk.ts.

import type { MatrixView } from "../../tables.js";
import { textAt } from "../data.js";
import { countAt, type TableData } from "./data.js";

const LOWEST = 13;
const VETO = 15;

/** Rows: who is of side `from`; columns: who is of side `to`. A wish for an organisation stands at each of its people. */
export function matrixOf(data: TableData, from: string, to: string): Omit<MatrixView, "serial"> {
  const members = (side: string): number[] => {
    const result: number[] = [];
    data.people.forEach((raw, i) => textAt(raw, "side") === side && result.push(i));
    return result;
  };
  const rows = members(from);
  const columns = members(to);
  const rowOf = new Int32Array(data.people.length).fill(-1);
  const columnOf = new Int32Array(data.people.length).fill(-1);
  rows.forEach((person, i) => (rowOf[person] = i));
  columns.forEach((person, i) => (columnOf[person] = i));
  const cells = new Uint8Array(rows.length * columns.length);
  for (const raw of data.wishes) {
    const p = data.person.get(textAt(raw, "from"));
    if (p === undefined) continue;
    const value = raw["veto"] === true ? VETO : Math.max(1, Math.min(LOWEST, countAt(raw, "priority") ?? LOWEST));
    const end = textAt(raw, "to");
    const direct = data.person.get(end);
    for (const q of direct === undefined ? (data.organisation.get(end) ?? []) : [direct]) {
      if (rowOf[p]! >= 0 && columnOf[q]! >= 0) cells[rowOf[p]! * columns.length + columnOf[q]!]! |= value;
      if (rowOf[q]! >= 0 && columnOf[p]! >= 0) cells[rowOf[q]! * columns.length + columnOf[p]!]! |= value << 4;
    }
  }
  const named = (index: number): MatrixView["rows"][number] => ({
    index,
    id: textAt(data.people[index], "id"),
    name: data.names[index]!,
  });
  return { rows: rows.map(named), columns: columns.map(named), cells };
}
