// A table of the event: a window of rows over thousands, one tab stop, cells edited in place. It shows what state/table.ts
// holds and tells it what keys and pointer mean; it knows nothing of what the cells say.

import { effect, useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { opening } from "../../state/event.js";
import { saveExample } from "../../state/importing.js";
import { density } from "../../state/prefs.js";
import { blockOf, copy, move, open, paste, type Table } from "../../state/table.js";
import { createLines } from "../grid/lines.js";
import { SamplesButton } from "../import/ImportStart.js";
import { px } from "../px.js";
import { CellEditor } from "./CellEditor.js";
import { TableHead } from "./TableHead.js";
import { TableRow } from "./TableRow.js";
import { createFits, type Fits } from "./fits.js";
import { pressed } from "./keys.js";
import { layoutOf, TICK } from "./layout.js";

/** Rows drawn beyond the edges, so that scrolling shows no blank. */
const BEYOND = 4;

export function DataTable({ table }: { table: Table }): JSX.Element {
  const t = words.value.table;
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const height = useSignal(28);
  const fits = useSignal<Fits>(() => false);
  const layout = useComputed(() => layoutOf(table.columns, width.value));
  const lines = useMemo(() => createLines(table.window.rowAt), [table]);
  const count = table.window.count.value;

  const look = (): void => {
    const el = box.current;
    if (!el) return;
    const all = table.window.count.peek();
    const row = height.peek();
    const top = Math.floor(el.scrollTop / row);
    const first = Math.max(0, Math.min(top, all - 1));
    const last = Math.max(0, Math.min(top + Math.ceil((el.clientHeight - row) / row), all) - 1);
    table.window.need(Math.max(0, first - BEYOND), last + BEYOND);
    lines.want({ from: Math.max(0, first - BEYOND), to: Math.min(all, last + 1 + BEYOND), first, last, count: all });
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
  }, [table]);
  useEffect(
    () =>
      effect(() => {
        void density.value;
        height.value = rowHeight(box.current!);
        fits.value = createFits(box.current!);
        look();
      }),
    [table],
  );
  useEffect(() => effect(() => void (table.window.count.value, table.window.blocks.value, look())), [table]);
  // The cursor stays in sight, however it was moved.
  useEffect(
    () =>
      effect(() => {
        const { row, column } = table.cursor.value;
        reveal(
          box.current!,
          row * height.peek(),
          height.peek(),
          layout.peek().lefts[column]!,
          layout.peek().widths[column]!,
        );
        look();
      }),
    [table],
  );
  // Back from a cell, the keys are the table's again.
  useEffect(
    () =>
      effect(() => {
        if (table.editing.value === null && box.current?.contains(document.activeElement)) box.current.focus();
      }),
    [table],
  );

  const at = (target: EventTarget | null): { row: number; column: number } | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>(".dtrow > [aria-colindex]") : null;
    if (!cell) return null;
    return { row: Number(cell.parentElement!.dataset["row"]), column: Number(cell.ariaColIndex) - 2 };
  };
  // What has no room is said in full where the pointer rests, with what is remarked.
  const explain = (over: MouseEvent): void => {
    const cell = at(over.target);
    const row = cell && table.window.rowAt(cell.row);
    if (!row || !(over.target instanceof HTMLElement)) return;
    const mark = row.marks.find((one) => one.column === table.columns[cell.column]!.id);
    const whole = over.target.scrollWidth > over.target.clientWidth ? (over.target.textContent ?? "") : "";
    over.target.title = mark?.text ?? whole;
  };
  const onPointerDown = (press: PointerEvent): void => {
    const cell = at(press.target);
    if (!cell || press.button !== 0 || table.editing.peek()) return;
    move(table, cell, press.shiftKey);
    if (press.pointerType !== "mouse") return;
    const over = (moved: PointerEvent): void => {
      const under = at(document.elementFromPoint(moved.clientX, moved.clientY));
      if (under) move(table, under, true);
    };
    const done = (): void => {
      removeEventListener("pointermove", over);
      removeEventListener("pointerup", done);
    };
    addEventListener("pointermove", over);
    addEventListener("pointerup", done);
  };

  const cursor = table.cursor.value;
  const block = blockOf(table);
  const ticked = table.ticked.value;
  const empty = count === 0 && !table.window.busy.value;
  const grid = (
    <div
      ref={box}
      class={`dt${layout.value.wide ? " wide" : ""}${empty ? " bare" : ""}`}
      role="grid"
      tabIndex={0}
      aria-label={t.label[table.id]}
      aria-multiselectable="true"
      aria-busy={table.window.busy.value || opening.value}
      aria-rowcount={count + 1}
      aria-colcount={table.columns.length + 1}
      aria-activedescendant={empty ? undefined : `dt-${cursor.row}-${cursor.column}`}
      onScroll={look}
      onPointerDown={onPointerDown}
      onMouseOver={explain}
      onDblClick={(click) => {
        const cell = at(click.target);
        if (cell) open(table, cell);
      }}
      onKeyDown={(key) => {
        const el = box.current;
        if (table.editing.peek() || !el || key.target !== el) return;
        const page = Math.max(1, Math.floor(el.clientHeight / height.peek()) - 2);
        if (pressed(table, key, page, (column) => t.columns[column] ?? column)) key.preventDefault();
      }}
      onPaste={(event) => {
        if (table.editing.peek() || event.target !== box.current) return;
        event.preventDefault();
        const text = event.clipboardData?.getData("text/plain") ?? "";
        if (text !== "") void paste(table, text);
      }}
      onCopy={(event) => {
        if (table.editing.peek() || event.target !== box.current) return;
        event.preventDefault();
        void copy(table, (column) => t.columns[column] ?? column);
      }}
    >
      <TableHead table={table} layout={layout.value} />
      <div class="dtrows" role="rowgroup" style={{ height: px(count * height.value), width: px(layout.value.width) }}>
        {lines.drawn.value.map(({ index, row }, slot) =>
          index < 0 ? null : (
            <TableRow
              key={slot}
              table={table}
              index={index}
              row={row}
              height={height.value}
              layout={layout.value}
              fits={fits.value}
              ticked={row !== undefined && ticked.has(row.index)}
              cursor={cursor.row === index ? cursor.column : -1}
              from={
                index >= block.top &&
                index <= block.bottom &&
                (block.top !== block.bottom || block.left !== block.right)
                  ? block.left
                  : -1
              }
              to={block.right}
            />
          ),
        )}
        <CellEditor table={table} layout={layout.value} height={height.value} />
      </div>
    </div>
  );
  return (
    <>
      {grid}
      {empty && <Empty table={table} />}
    </>
  );
}

/** Below the titles of a table without rows: why there are none, and what to begin with. */
function Empty({ table }: { table: Table }): JSX.Element {
  const t = words.value.table;
  const { all } = table.facts.value;
  if (table.only.value || table.find.value || all > 0) return <p class="dtempty">{t.noneFound}</p>;
  const file = FILES[table.id];
  return (
    <div class="dtempty">
      <p>{t.empty[table.id]}</p>
      <p class="startfiles">
        <button type="button" class="btn" onClick={() => void saveExample(file)}>
          {words.value.imports.example(`${file}.csv`)}
        </button>
        <SamplesButton />
      </p>
    </div>
  );
}

/** The example of each table, by its name in files. */
const FILES = { people: "participants", wishes: "wishes", places: "places", packages: "packages" } as const;

/** Height of a row by the density of the page. */
function rowHeight(el: HTMLElement): number {
  return parseFloat(getComputedStyle(el).getPropertyValue("--row")) || 28;
}

/** Scrolls as little as it takes to show a cell below the head and beside the ticks. */
function reveal(el: HTMLElement, top: number, height: number, left: number, width: number): void {
  const head = el.querySelector<HTMLElement>(".dthead")?.offsetHeight ?? 0;
  if (top < el.scrollTop) el.scrollTop = top;
  else if (top + height + head > el.scrollTop + el.clientHeight) el.scrollTop = top + height + head - el.clientHeight;
  if (left - TICK < el.scrollLeft) el.scrollLeft = left - TICK;
  else if (left + width > el.scrollLeft + el.clientWidth) el.scrollLeft = left + width - el.clientWidth;
}
