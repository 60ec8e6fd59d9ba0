// One line of places x slots. Drawn again only when its row, the layout, the choice or its cursor changes.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { PlaceCell, PlaceRowView } from "../../places-views.js";
import type { GridFits } from "../grid/box.js";
import type { GridLayout } from "../grid/layout.js";
import { px } from "../px.js";

interface Props {
  index: number;
  /** Undefined while it is on its way. */
  row: PlaceRowView | undefined;
  layout: GridLayout;
  fits: GridFits;
  /** Columns drawn. */
  from: number;
  to: number;
  /** Whose meetings are marked. */
  chosen: string | null;
  /** Column of the keyboard's cursor, when it is in this row. */
  cursor: number | null;
  /** The slot that a meeting is held over, when it is over this place. */
  aim: string | null;
  /** A drop there is forbidden. */
  forbidden: boolean;
}

export function PlaceRow(props: Props): JSX.Element {
  const { index, row, layout, fits, from, to, chosen, cursor, aim, forbidden } = props;
  const t = words.value.places;
  const cells: JSX.Element[] = [];
  for (let i = from; row && i < Math.min(to, layout.columns.length); i++) {
    const column = layout.columns[i]!;
    const cell = row.cells[i];
    if (column.kind === "gap") {
      cells.push(<div key={i} class="c gap" style={layout.styles[i]} />);
      continue;
    }
    const over = aim !== null && aim === column.id;
    if (!cell || (cell.kind === "free" && cursor !== i && !over && column.kind === "slot")) continue;
    const name = classOf(cell, column.kind === "meal", chosen);
    const text = cell.kind === "meeting" ? cell.label : "";
    const long = fits.cell(text, layout.widths[i]!, false) ? "" : " long";
    cells.push(
      <div
        key={i}
        id={cursor === i ? `place-${index}-${i}` : undefined}
        class={`${name}${cursor === i ? " cur" : ""}${over ? (forbidden ? " over no" : " over") : ""}${long}`}
        role="gridcell"
        aria-colindex={i + 3}
        aria-label={
          cell.kind === "meeting"
            ? `${text}. ${t.meeting(cell.names, cell.priority, cell.mutual, cell.locked)}`
            : t[cell.kind]
        }
        style={layout.styles[i]}
      >
        {text}
      </div>,
    );
  }
  const beside = row && row.lane === 0 ? (row.owner?.name ?? row.zone) : "";
  const label = row && row.lane > 0 ? t.lane(row.lane + 1, row.capacity) : row?.label;
  return (
    <div
      class="row"
      role="row"
      aria-rowindex={index + 3}
      style={{ top: px(index * layout.cellHeight), width: px(layout.width) }}
    >
      <div class="stick" style={{ width: px(layout.nameWidth + layout.countWidth) }}>
        <div
          id={cursor === -1 ? `place-${index}--1` : undefined}
          class={`nm${cursor === -1 ? " cur" : ""}${row && row.lane > 0 ? " more" : ""}${fits.name(`${label ?? ""}  ${beside}`, layout.nameWidth, false) ? "" : " long"}`}
          role="rowheader"
          aria-colindex={1}
          aria-label={row && row.lane > 0 ? `${row.label}, ${label}` : undefined}
          style={{ width: px(layout.nameWidth) }}
        >
          <span dir="auto">{label}</span>
          {beside !== "" && <em dir="auto">{beside}</em>}
        </div>
        <div
          class="ct"
          role="gridcell"
          aria-colindex={2}
          title={row && row.lane === 0 ? t.usedOf(row.used, row.open) : undefined}
          style={{ width: px(layout.countWidth) }}
        >
          {row && row.lane === 0 && `${row.used}/${row.open}`}
        </div>
      </div>
      {cells}
    </div>
  );
}

function classOf(cell: PlaceCell, meal: boolean, chosen: string | null): string {
  if (meal) return "c meal";
  if (cell.kind !== "meeting") return cell.kind === "closed" ? "c abs" : "c";
  const mine = chosen !== null && cell.people.includes(chosen) ? " mine" : "";
  return `c p${cell.priority}${cell.mutual ? " mut" : ""}${cell.locked ? " lock" : ""}${mine}`;
}
