// The people x slots grid: a window of rows and columns over everybody. One tab stop; arrows move the cursor.
// Rows come from state/rows.ts; this file knows about scrolling, sizes and the cursor, not about schedules.

import { effect, useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { event, opening } from "../../state/event.js";
import { cursor, firstRow, lastRow } from "../../state/gridview.js";
import { origin, pin, remove, take, taken } from "../../state/hand.js";
import { openPerson, selected } from "../../state/person.js";
import { density } from "../../state/prefs.js";
import { blocks, busy, findRow, need, rowAt, rowCount } from "../../state/rows.js";
import type { HandSubject } from "../../hand-views.js";
import { press } from "../hand/drag.js";
import { HAND_ROW, HandRows } from "../hand/HandRows.js";
import { movingKey } from "../hand/keys.js";
import { HandTip } from "../hand/HandTip.js";
import { px } from "../px.js";
import { cellAt, explain, readFits, readSizes, reveal, type GridFits } from "./box.js";
import { GridHead } from "./GridHead.js";
import { GridRow } from "./GridRow.js";
import { moved, type Cursor } from "./keys.js";
import { columnsWithin, layoutOf, type GridSizes } from "./layout.js";
import { createLines } from "./lines.js";

/** Rows and columns drawn beyond the edges, so that scrolling shows no blank. */
const BEYOND = 4;

export function Grid(): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const shown = useSignal<[number, number]>([0, 40]);
  const sizes = useSignal<GridSizes>({ cellWidth: 35, cellHeight: 20, headHeight: 17 });
  const fits = useSignal<GridFits>(readFits(null));
  const layout = useComputed(() => layoutOf(event.value?.columns ?? [], sizes.value, width.value));
  const lines = useMemo(() => createLines(rowAt), []);
  const count = rowCount.value;
  const dragged = useRef(false);

  const look = (): void => {
    const el = box.current;
    if (!el) return;
    const { cellHeight, headHeight } = sizes.peek();
    const all = rowCount.peek();
    const top = Math.floor(el.scrollTop / cellHeight);
    const first = Math.max(0, Math.min(top, all - 1));
    const last = Math.max(0, Math.min(top + Math.floor((el.clientHeight - 2 * headHeight) / cellHeight), all) - 1);
    firstRow.value = first;
    lastRow.value = last;
    const [from, to] = columnsWithin(layout.peek(), el.scrollLeft, el.scrollLeft + el.clientWidth);
    const [a, b] = [Math.max(0, from - BEYOND), to + BEYOND];
    if (a !== shown.peek()[0] || b !== shown.peek()[1]) shown.value = [a, b];
    need(Math.max(0, first - BEYOND), last + BEYOND);
    // One row more: the last one may be on the screen in part.
    const end = Math.min(all, last + 2 + BEYOND);
    lines.want({ from: Math.max(0, first - BEYOND), to: end, first, last: last + 1, count: all });
  };

  useLayoutEffect(() => {
    const el = box.current!;
    const watch = new ResizeObserver(() => {
      width.value = el.clientWidth;
      look();
    });
    watch.observe(el);
    return () => {
      watch.disconnect();
      lines.stop();
    };
  }, []);
  useEffect(
    () =>
      effect(() => {
        void density.value;
        sizes.value = readSizes(box.current!);
        fits.value = readFits(box.current);
        look();
      }),
    [],
  );
  useEffect(() => effect(() => void (rowCount.value, blocks.value, layout.value, look())), []);

  const go = (next: Cursor): void => {
    cursor.value = next;
    reveal(box.current!, layout.peek(), next);
    look();
  };
  // Whoever was chosen in another view is in sight.
  useEffect(() => {
    const id = selected.peek();
    if (id === null) return;
    void findRow(id).then((row) => row >= 0 && box.current && go({ row, column: -1 }));
  }, []);
  const open = (row: number): void => {
    const here = rowAt(row);
    if (here) openPerson(here.participant);
  };
  /** The meeting in a cell of the grid, as the hand knows it. */
  const meetingAt = ({ row, column }: Cursor): { subject: HandSubject; locked: boolean } | null => {
    const here = rowAt(row);
    const cell = here?.cells[column];
    const slot = layout.peek().columns[column];
    if (!here || !slot || cell?.kind !== "meeting") return null;
    return {
      subject: { participants: [here.participant, cell.partner], from: slot.id },
      locked: cell.locked,
    };
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    if (taken.peek()) {
      if (movingKey(key)) key.preventDefault();
      return;
    }
    const held = meetingAt(cursor.peek());
    if (held && !key.ctrlKey && !key.metaKey && !key.altKey) {
      const { subject, locked } = held;
      const act = {
        m: () => take(subject, cursor.peek().row),
        l: () => pin({ kind: "meeting", participants: subject.participants }, !locked),
        delete: () => remove(subject),
      }[key.key.toLowerCase()];
      if (act) {
        key.preventDefault();
        void act();
        return;
      }
    }
    if (key.key === "Enter") {
      key.preventDefault();
      open(cursor.peek().row);
      return;
    }
    const page = Math.max(1, lastRow.peek() - firstRow.peek());
    const next = moved(key, cursor.peek(), layout.peek(), rowCount.peek(), page);
    if (!next) return;
    key.preventDefault();
    go(next);
  };
  const onPointerDown = (down: PointerEvent): void => {
    dragged.current = false;
    const at = cellAt(box.current!, layout.peek(), down);
    const held = at && meetingAt(at);
    if (!held) return;
    press(down, {
      subject: held.subject,
      row: at.row,
      slotAt: (x, y) => {
        const { left, right } = box.current!.getBoundingClientRect();
        const under = x < left || x > right ? null : cellAt(box.current!, layout.peek(), { clientX: x, clientY: y });
        const column = under && layout.peek().columns[under.column];
        return column?.kind === "slot" ? column.id : null;
      },
      dragged: () => (dragged.current = true),
    });
  };
  const onClick = (click: MouseEvent): void => {
    if (dragged.current || taken.peek()) return;
    const at = cellAt(box.current!, layout.peek(), click);
    if (!at || at.row >= rowCount.peek()) return;
    go(at);
    open(at.row);
  };

  const { row: cursorRow, column: cursorColumn } = cursor.value;
  return (
    <div
      ref={box}
      class={taken.value ? "gridbox moving" : "gridbox"}
      role="grid"
      tabIndex={0}
      aria-label={words.value.gridLabel}
      aria-busy={busy.value || opening.value}
      aria-rowcount={count + 2}
      aria-colcount={layout.value.columns.length + 2}
      aria-activedescendant={count > 0 ? `cell-${cursorRow}-${cursorColumn}` : undefined}
      onScroll={look}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onMouseOver={explain}
    >
      <GridHead layout={layout.value} from={shown.value[0]} to={shown.value[1]} />
      <div
        class="rows"
        role="rowgroup"
        style={{ height: px(count * sizes.value.cellHeight), width: px(layout.value.width) }}
      >
        {lines.drawn.value.map(({ index, row }, slot) =>
          index < 0 ? null : (
            <GridRow
              key={slot}
              index={index}
              row={row}
              layout={layout.value}
              fits={fits.value}
              from={shown.value[0]}
              to={shown.value[1]}
              chosen={row !== undefined && row.participant === selected.value}
              cursor={index === cursorRow ? cursorColumn : null}
            />
          ),
        )}
        <HandRows layout={layout.value} top={handTop(box.current, sizes.value.cellHeight)} />
      </div>
      <HandTip />
      {event.value && count === 0 && <p class="empty">{words.value.noRows}</p>}
    </div>
  );
}

/** Where the two lines of the hand stand: over the line that the meeting was taken from, as far as that is on the screen. */
function handTop(el: HTMLElement | null, cellHeight: number): number {
  const first = el ? el.scrollTop : 0;
  if (origin.value < 0 || !el) return first;
  const last = first + el.clientHeight - 3 * HAND_ROW - cellHeight;
  return Math.max(first, Math.min(last, origin.value * cellHeight));
}
