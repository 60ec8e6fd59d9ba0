// One line of a table. Drawn again only when its row, its layout, its tick or the cursor in it changes. One element per
// cell, with as little on it as can be: many thousands are drawn while somebody scrolls.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { Table } from "../../state/table.js";
import type { TableRowView } from "../../tables.js";
import { px } from "../px.js";
import type { Fits } from "./fits.js";
import { isNumber, type TableLayout } from "./layout.js";

interface Props {
  table: Table;
  index: number;
  /** Undefined while it is on its way. */
  row: TableRowView | undefined;
  height: number;
  layout: TableLayout;
  fits: Fits;
  ticked: boolean;
  /** Column of the cursor, when it is in this row; else -1. */
  cursor: number;
  /** Columns of the block that is chosen, when this row is in it; else -1. */
  from: number;
  to: number;
}

export function TableRow({ table, index, row, height, layout, fits, ticked, cursor, from, to }: Props): JSX.Element {
  const t = words.value.table;
  const reasons: Readonly<Record<string, string>> = words.value.reasons;
  const tick = (): void => {
    if (!row) return;
    const next = new Set(table.ticked.peek());
    if (!next.delete(row.index)) next.add(row.index);
    table.ticked.value = next;
  };
  return (
    <div
      class={`dtrow${ticked || cursor >= 0 ? " cur" : ""}`}
      data-row={index}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked}
      style={{ top: px(index * height), gridTemplateColumns: layout.template }}
    >
      <span class="tickcell" role="gridcell">
        {row && (
          <input type="checkbox" tabIndex={-1} checked={ticked} aria-label={t.tick(row.cells[0]!)} onChange={tick} />
        )}
      </span>
      {table.columns.map((column, c) => {
        const mark = row?.marks.find((one) => one.column === column.id);
        const text = row?.cells[c] ?? "";
        const shown = column.id === "answer" ? (reasons[text] ?? "") : text;
        let name = isNumber(column) ? "n" : "";
        if (c === 0) name += " b";
        if (row?.light.includes(column.id) || column.kind === "told") name += " light";
        if (mark) name += mark.severity === "error" ? " bad" : " odd";
        if (from >= 0 && c >= from && c <= to) name += " in";
        if (cursor === c) name += " at";
        const said = mark?.severity === "error" ? `! ${shown}` : shown === "" && row ? "–" : shown;
        if (!fits(said, layout.widths[c]!, c === 0)) name += " long";
        return (
          <span
            key={c}
            id={cursor === c ? `dt-${index}-${c}` : undefined}
            class={name}
            role={c === 0 ? "rowheader" : "gridcell"}
            aria-colindex={c + 2}
            aria-invalid={mark?.severity === "error" ? true : undefined}
          >
            {said}
          </span>
        );
      })}
    </div>
  );
}
