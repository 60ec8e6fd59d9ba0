// The lines of the two people whose meeting is in the hand, over the grid: the first says for every slot what a drop there
// would bring or that it is forbidden, the second what the other has then.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { HandView, TargetView } from "../../hand-views.js";
import { aim, drop, legal, taken } from "../../state/hand.js";
import type { GridLayout } from "../grid/layout.js";
import { px } from "../px.js";

/** Height of one of the lines, in pixels. */
export const HAND_ROW = 26;

export function HandRows({ layout, top }: { layout: GridLayout; top: number }): JSX.Element | null {
  const view = taken.value;
  if (!view) return null;
  return (
    <div class="handrows" style={{ top: px(top), width: px(layout.width) }} role="presentation">
      <Line layout={layout} view={view} who={0} />
      <Line layout={layout} view={view} who={1} />
    </div>
  );
}

function Line({ layout, view, who }: { layout: GridLayout; view: HandView; who: 0 | 1 }): JSX.Element {
  const t = words.value;
  const { name, row } = view.people[who];
  const best = legal.value[0]?.slot;
  const bySlot = new Map(view.targets.map((target) => [target.slot, target]));
  return (
    <div class="handrow" role="row">
      <div class="stick" style={{ width: px(layout.nameWidth + layout.countWidth) }}>
        <div class="nm" role="rowheader" style={{ width: px(layout.nameWidth) }}>
          <span dir="auto">{name}</span>
        </div>
        <div class="ct" role="gridcell" style={{ width: px(layout.countWidth) }}>{`${row.met}/${row.wishes}`}</div>
      </div>
      {layout.stops.map((i) => {
        const column = layout.columns[i]!;
        const cell = row.cells[i];
        const target = bySlot.get(column.id);
        const at = aim.value === column.id ? " aim" : "";
        if (column.kind === "meal")
          return (
            <div key={i} class="c meal" role="gridcell" style={layout.styles[i]}>
              {cell?.kind === "meal" && !cell.absent ? t.tableShort(cell.table) : ""}
            </div>
          );
        if (!target)
          return (
            <div key={i} class={`t start${at}`} role="gridcell" style={layout.styles[i]}>
              {cell?.kind === "meeting" ? cell.label : ""}
            </div>
          );
        if (who === 1)
          return (
            <div key={i} class={`t was${at}`} role="gridcell" style={layout.styles[i]}>
              {cell?.kind === "meeting" ? cell.label : cell?.kind === "absent" ? "" : "–"}
            </div>
          );
        return (
          <div
            key={i}
            role="gridcell"
            class={`t to ${signOf(target, best)}${at}`}
            style={layout.styles[i]}
            title={target.forbidden ? target.forbidden.title[t.hand.locale] : undefined}
            onPointerEnter={() => (aim.value = column.id)}
            onClick={(click) => {
              click.stopPropagation();
              void drop(column.id);
            }}
          >
            {target.forbidden ? "×" : t.hand.points(target.gain.total)}
          </div>
        );
      })}
    </div>
  );
}

function signOf({ forbidden, others, slot }: TargetView, best: string | undefined): string {
  if (forbidden) return "no";
  if (slot === best) return "best";
  return others > 0 ? "swap" : "free";
}
