// The head of the grid: days above, times below. Sticks to the top; its first part sticks to the left.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { GridLayout } from "./layout.js";
import { px } from "../px.js";

interface Props {
  layout: GridLayout;
  from: number;
  to: number;
  /** What the first two columns are called. */
  names?: [string, string];
}

export function GridHead({ layout, from, to, names }: Props): JSX.Element {
  const t = words.value;
  const [name, count] = names ?? [t.nameColumn, t.metColumn];
  const f = format.value;
  const { columns, lefts, widths } = layout;
  const style = { width: px(layout.width), "--head-h": px(layout.headHeight) };
  const days = columns.flatMap((column, i) => (i === 0 || columns[i - 1]!.kind === "gap" ? [{ column, i }] : []));
  return (
    <div class="head" role="rowgroup" style={style}>
      <div role="row" aria-rowindex={1}>
        <div class="stick" role="presentation" style={{ width: px(layout.nameWidth + layout.countWidth) }} />
        {days.map(({ column, i }) => (
          <span key={column.date} class="day" role="columnheader" aria-colindex={i + 3} style={{ left: px(lefts[i]) }}>
            {f.day(column.date)}
          </span>
        ))}
      </div>
      <div role="row" aria-rowindex={2}>
        <div class="stick" role="presentation" style={{ width: px(layout.nameWidth + layout.countWidth) }}>
          <span class="nm" role="columnheader" aria-colindex={1} style={{ width: px(layout.nameWidth) }}>
            {name}
          </span>
          <span class="ct" role="columnheader" aria-colindex={2} style={{ width: px(layout.countWidth) }}>
            {count}
          </span>
        </div>
        {columns.slice(from, to).map((column, k) => {
          const i = from + k;
          if (column.kind === "gap") return null;
          // A slot that opens another hour says it: ":06" alone would not.
          const before = columns[i - 1];
          const hour = Math.floor(column.start / 60);
          const whole = column.first || before === undefined || hour !== Math.floor(before.start / 60);
          const clock = f.clock(column.start);
          return (
            <span
              key={column.id}
              role="columnheader"
              aria-colindex={i + 3}
              aria-label={clock}
              class={column.kind === "meal" ? "meal" : whole ? "hour" : undefined}
              style={{ left: px(lefts[i]), width: px(widths[i]) }}
            >
              {column.kind === "meal" || whole ? clock : clock.slice(2)}
            </span>
          );
        })}
      </div>
    </div>
  );
}
