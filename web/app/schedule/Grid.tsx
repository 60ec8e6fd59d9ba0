// The people x slots grid: a window of rows and columns over everybody. One tab stop; arrows move the cursor.
// Rows come from state/rows.ts; this file knows about scrolling, sizes and the cursor, not about schedules.

import { effect, useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { event } from "../../state/event.js";
import { cursor, firstRow, lastRow } from "../../state/gridview.js";
import { openPerson, selected } from "../../state/person.js";
import { density } from "../../state/prefs.js";
import { need, rowAt, rowCount } from "../../state/rows.js";
import { GridHead } from "./GridHead.js";
import { GridRow } from "./GridRow.js";
import { moved } from "./keys.js";
import { columnsWithin, layoutOf, type GridLayout, type GridSizes } from "./layout.js";
import { px } from "../px.js";

/** Rows and columns drawn beyond the edges, so that scrolling shows no blank. */
const BEYOND = 6;

export function Grid(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const size = useSignal({ width: 0, height: 0 });
  const shown = useSignal<[number, number]>([0, 40]);
  const sizes = useSignal<GridSizes>({ cellWidth: 35, cellHeight: 20, headHeight: 17 });
  const layout = useComputed(() => layoutOf(event.value?.columns ?? [], sizes.value, size.value.width));
  const count = rowCount.value;

  const look = (): void => {
    const el = box.current;
    if (!el) return;
    const { cellHeight, headHeight } = sizes.peek();
    const first = Math.floor(el.scrollTop / cellHeight);
    const visible = Math.floor((el.clientHeight - 2 * headHeight) / cellHeight);
    firstRow.value = Math.max(0, Math.min(first, rowCount.peek() - 1));
    lastRow.value = Math.max(0, Math.min(first + visible, rowCount.peek()) - 1);
    const [from, to] = columnsWithin(layout.peek(), el.scrollLeft, el.scrollLeft + el.clientWidth);
    const [a, b] = [Math.max(0, from - BEYOND), to + BEYOND];
    if (a !== shown.peek()[0] || b !== shown.peek()[1]) shown.value = [a, b];
    need(Math.max(0, firstRow.value - BEYOND), lastRow.value + BEYOND);
  };

  useLayoutEffect(() => {
    const el = box.current!;
    const watch = new ResizeObserver(() => {
      size.value = { width: el.clientWidth, height: el.clientHeight };
      look();
    });
    watch.observe(el);
    return () => watch.disconnect();
  }, []);
  useEffect(() => effect(() => void (density.value, (sizes.value = readSizes(box.current!)), look())), []);
  useEffect(() => effect(() => void (rowCount.value, layout.value, look())), []);

  const go = (row: number, column: number): void => {
    cursor.value = { row, column };
    reveal(box.current!, layout.peek(), row, column);
    look();
  };

  const onKeyDown = (key: KeyboardEvent): void => {
    const { row, column } = cursor.peek();
    if (key.key === "Enter") {
      const here = rowAt(row);
      if (here) openPerson(here.participant);
      key.preventDefault();
      return;
    }
    const page = Math.max(1, lastRow.peek() - firstRow.peek());
    const next = moved(key, { row, column }, layout.peek(), rowCount.peek(), page);
    if (!next) return;
    key.preventDefault();
    go(next.row, next.column);
  };

  const onClick = (click: MouseEvent): void => {
    const cell = (click.target as Element).closest<HTMLElement>("[data-at]");
    const row = (click.target as Element).closest<HTMLElement>("[data-row]");
    if (!row) return;
    go(Number(row.dataset["row"]), cell ? Number(cell.dataset["at"]) : -1);
    const here = rowAt(Number(row.dataset["row"]));
    if (here) openPerson(here.participant);
  };

  const { row: cursorRow, column: cursorColumn } = cursor.value;
  const from = Math.max(0, firstRow.value - BEYOND);
  const to = Math.min(count, lastRow.value + 1 + BEYOND);
  const lines: JSX.Element[] = [];
  for (let i = from; i < to; i++) {
    const row = rowAt(i);
    lines.push(
      <GridRow
        key={i}
        index={i}
        row={row}
        layout={layout.value}
        from={shown.value[0]}
        to={shown.value[1]}
        chosen={row !== undefined && row.participant === selected.value}
        cursor={i === cursorRow ? cursorColumn : null}
      />,
    );
  }
  return (
    <div
      ref={box}
      class="gridbox"
      role="grid"
      tabIndex={0}
      aria-label={words.value.gridLabel}
      aria-rowcount={count + 2}
      aria-colcount={layout.value.columns.length + 2}
      aria-activedescendant={`cell-${cursorRow}-${cursorColumn}`}
      onScroll={look}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <GridHead layout={layout.value} from={shown.value[0]} to={shown.value[1]} />
      <div
        class="rows"
        role="presentation"
        style={{ height: px(count * sizes.value.cellHeight), width: px(layout.value.width) }}
      >
        {lines}
      </div>
      {event.value && count === 0 && <p class="empty">{words.value.noRows}</p>}
    </div>
  );
}

function readSizes(el: Element): GridSizes {
  const style = getComputedStyle(el);
  const size = (name: string): number => parseFloat(style.getPropertyValue(name));
  return { cellWidth: size("--cell-w"), cellHeight: size("--cell-h"), headHeight: Math.max(17, size("--t-0") + 6) };
}

/** Scrolls just as far as needed to see the cell. */
function reveal(el: HTMLElement, layout: GridLayout, row: number, column: number): void {
  const top = row * layout.cellHeight;
  const room = el.clientHeight - 2 * layout.headHeight;
  if (top < el.scrollTop) el.scrollTop = top;
  else if (top + layout.cellHeight > el.scrollTop + room) el.scrollTop = top + layout.cellHeight - room;
  if (column < 0) return;
  const fixed = layout.nameWidth + layout.countWidth;
  const left = layout.lefts[column]!;
  if (left - fixed < el.scrollLeft) el.scrollLeft = left - fixed;
  else if (left + layout.widths[column]! > el.scrollLeft + el.clientWidth)
    el.scrollLeft = left + layout.widths[column]! - el.clientWidth;
}
