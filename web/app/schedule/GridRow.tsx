// One line of the grid. Drawn again only when its row, the layout or its cursor changes: it reads a signal, so
// @preact/signals compares its properties.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { CellView, RowView } from "../../protocol.js";
import type { GridLayout } from "./layout.js";
import { px } from "../px.js";

interface Props {
  index: number;
  /** Undefined while it is on its way. */
  row: RowView | undefined;
  layout: GridLayout;
  /** Columns drawn. */
  from: number;
  to: number;
  chosen: boolean;
  /** Column of the keyboard's cursor, when it is in this row. */
  cursor: number | null;
}

export function GridRow({ index, row, layout, from, to, chosen, cursor }: Props): JSX.Element {
  const t = words.value;
  const style = { top: px(index * layout.cellHeight), width: px(layout.width) };
  const cells: JSX.Element[] = [];
  for (let i = from; row && i < Math.min(to, layout.columns.length); i++) {
    const place = { left: px(layout.lefts[i]), width: px(layout.widths[i]) };
    if (layout.columns[i]!.kind === "gap") {
      cells.push(<div key={i} class="c gap" role="presentation" style={place} />);
      continue;
    }
    const cell = row.cells[i];
    if (!cell) continue;
    const said = sayCell(cell);
    cells.push(
      <div
        key={i}
        id={`cell-${index}-${i}`}
        class={`${classOf(cell)}${cursor === i ? " cur" : ""}`}
        role="gridcell"
        aria-colindex={i + 3}
        aria-label={said}
        title={cell.kind === "free" ? undefined : said}
        data-at={i}
        style={place}
      >
        {cell.kind === "meeting" ? (
          <i class={`p${cell.priority}${cell.mutual ? " mut" : ""}${cell.locked ? " lock" : ""}`}>
            <b>{cell.label}</b>
          </i>
        ) : cell.kind === "meal" && !cell.absent && cell.table ? (
          t.tableShort(cell.table)
        ) : null}
      </div>,
    );
  }
  return (
    <div
      class={`row${chosen ? " sel" : ""}`}
      role="row"
      aria-rowindex={index + 3}
      aria-selected={chosen}
      data-row={index}
      style={style}
    >
      <div class="stick" role="presentation" style={{ width: px(layout.nameWidth + layout.countWidth) }}>
        <div
          id={`cell-${index}--1`}
          class={`nm${cursor === -1 ? " cur" : ""}`}
          role="rowheader"
          aria-colindex={1}
          style={{ width: px(layout.nameWidth) }}
        >
          {row && (
            <>
              <span dir="auto">{row.name}</span>
              <em dir="auto">{row.organisation}</em>
            </>
          )}
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
