// One line of the grid. Drawn again only when its row, the layout or its cursor changes: it reads a signal, so
// @preact/signals compares its properties. One element per cell, or scrolling a large event would stutter.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { CellView, RowView } from "../../protocol.js";
import { px } from "../px.js";
import { density } from "../../state/prefs.js";
import type { GridFits } from "./box.js";
import type { GridLayout } from "./layout.js";

interface Props {
  index: number;
  /** Undefined while it is on its way. */
  row: RowView | undefined;
  layout: GridLayout;
  fits: GridFits;
  /** Columns drawn. */
  from: number;
  to: number;
  chosen: boolean;
  /** Column of the keyboard's cursor, when it is in this row. */
  cursor: number | null;
}

export function GridRow({ index, row, layout, fits, from, to, chosen, cursor }: Props): JSX.Element {
  const t = words.value;
  const cells: JSX.Element[] = [];
  for (let i = from; row && i < Math.min(to, layout.columns.length); i++) {
    const cell = row.cells[i];
    if (layout.columns[i]!.kind === "gap") cells.push(<div key={i} class="c gap" style={layout.styles[i]} />);
    else if (cell && (cell.kind !== "free" || cursor === i)) {
      const short = cell.kind === "meal" && !cell.absent ? t.tableShort(cell.table) : undefined;
      const text = cell.kind === "meeting" ? cell.label : "";
      const long = fits.cell(short ?? text, layout.widths[i]!, false) ? "" : " long";
      cells.push(
        <div
          key={i}
          id={cursor === i ? `cell-${index}-${i}` : undefined}
          class={`${classOf(cell)}${cursor === i ? " cur" : ""}${long}`}
          role="gridcell"
          aria-colindex={i + 3}
          aria-label={sayCell(cell)}
          // Drawn by the style: the cell's name says the table in full.
          data-short={short}
          style={layout.styles[i]}
        >
          {text}
        </div>,
      );
    }
  }
  // Beside a name stands the organisation, except in the tight grid.
  const plain = density.value === "tight" && fits.name(row?.name ?? "", layout.nameWidth, chosen);
  return (
    <div
      class={chosen ? "row sel" : "row"}
      role="row"
      aria-rowindex={index + 3}
      aria-selected={chosen}
      style={{ top: px(index * layout.cellHeight), width: px(layout.width) }}
    >
      <div class="stick" style={{ width: px(layout.nameWidth + layout.countWidth) }}>
        <div
          id={cursor === -1 ? `cell-${index}--1` : undefined}
          class={`nm${cursor === -1 ? " cur" : ""}${plain ? "" : " long"}`}
          role="rowheader"
          aria-colindex={1}
          style={{ width: px(layout.nameWidth) }}
        >
          <span dir="auto">{row?.name}</span>
          <em dir="auto">{row?.organisation}</em>
        </div>
        <div class="ct" role="gridcell" aria-colindex={2} style={{ width: px(layout.countWidth) }}>
          {row && `${row.met}/${row.wishes}`}
        </div>
      </div>
      {cells}
    </div>
  );
}

function classOf(cell: CellView): string {
  switch (cell.kind) {
    case "meeting":
      return `c p${cell.priority}${cell.mutual ? " mut" : ""}${cell.locked ? " lock" : ""}`;
    case "absent":
      return "c abs";
    case "hole":
      return "c hole";
    case "meal":
      return cell.absent ? "c abs" : "c meal";
    default:
      return "c";
  }
}

/** A cell in words. */
function sayCell(cell: CellView): string {
  const t = words.value.cell;
  switch (cell.kind) {
    case "meeting":
      return t.meeting(cell.with, cell.label, cell.priority, cell.mutual, cell.locked);
    case "meal":
      return cell.absent ? t.absent : t.meal(cell.table);
    default:
      return t[cell.kind];
  }
}
