// A long list of rows of one height, of which only those on the screen are in the document. The rows come from a window
// (state/row-window.ts); what a row looks like is the caller's business.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { RowWindow } from "../../state/row-window.js";
import { density } from "../../state/prefs.js";
import { narrow } from "../../state/screen.js";
import { px } from "../px.js";

const HEIGHTS = { tight: 26, comfortable: 34, projector: 42 } as const;
/** Rows of several lines on a phone. */
const PHONE = 64;
const AROUND = 6;

interface Props<Row> {
  label: string;
  rows: RowWindow<Row>;
  /** Said where there is none. */
  empty: string;
  draw(row: Row): JSX.Element;
}

export function WindowedList<Row>({ label, rows, empty, draw }: Props<Row>): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const shown = useSignal<[number, number]>([0, 20]);
  const height = narrow.value ? PHONE : HEIGHTS[density.value];
  const count = rows.count.value;
  const look = (): void => {
    const el = box.current;
    if (!el) return;
    const first = Math.max(0, Math.floor(el.scrollTop / height) - AROUND);
    const last = first + Math.ceil(el.clientHeight / height) + 2 * AROUND;
    if (first !== shown.peek()[0] || last !== shown.peek()[1]) shown.value = [first, last];
    rows.need(first, last);
  };
  useEffect(look, [count, height]);
  useEffect(() => {
    const watch = new ResizeObserver(look);
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, [height]);
  const lines: JSX.Element[] = [];
  for (let i = shown.value[0]; i < Math.min(count, shown.value[1]); i++) {
    const row = rows.rowAt(i);
    lines.push(
      <li key={i} style={{ top: px(i * height), height: px(height) }} aria-posinset={i + 1} aria-setsize={count}>
        {row !== undefined && draw(row)}
      </li>,
    );
  }
  return (
    <div class="wlist" ref={box} tabIndex={0} role="group" aria-label={label} onScroll={look}>
      {count === 0 && !rows.busy.value && <p class="m">{empty}</p>}
      <ul style={{ height: px(count * height) }}>{lines}</ul>
    </div>
  );
}
