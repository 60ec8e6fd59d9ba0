// The schedule on a phone: quality line, curve, wishes by priority, and everybody as one strip of bars.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import type { CellView, ColumnView, RowView } from "../../protocol.js";
import { event } from "../../state/event.js";
import { openPerson } from "../../state/person.js";
import { need, rowAt, rowCount, side } from "../../state/rows.js";
import { place } from "../../state/route.js";
import { schedule } from "../../state/run.js";
import { Alerts } from "../Alerts.js";
import { ExportButton } from "../export/ExportButton.js";
import { Bar, PriorityMark } from "../marks.js";
import { RunsButton } from "../runs/RunsButton.js";
import { Curve } from "../schedule/Curve.js";
import { Quality } from "../schedule/Quality.js";
import { RunStatus, SolveButton } from "../schedule/RunBar.js";
import { px } from "../px.js";

const ROW = 44;
const STRIP = 164;

export function PhoneSchedule(): JSX.Element {
  const t = words.value;
  const f = format.value;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const shown = useSignal<[number, number]>([0, 20]);
  const look = (): void => {
    const el = box.current;
    if (!el || !list.current) return;
    const first = Math.max(0, Math.floor((el.scrollTop - list.current.offsetTop) / ROW) - 4);
    const last = first + Math.ceil(el.clientHeight / ROW) + 8;
    if (first !== shown.peek()[0] || last !== shown.peek()[1]) shown.value = [first, last];
    need(first, last);
  };
  useEffect(look, [rowCount.value]);
  const current = event.value?.sides.find((s) => s.id === side.value);
  const columns = event.value?.columns ?? [];
  const lines: JSX.Element[] = [];
  for (let i = shown.value[0]; i < Math.min(rowCount.value, shown.value[1]); i++)
    lines.push(<Line key={i} index={i} row={rowAt(i)} columns={columns} />);
  return (
    <div class="pb" ref={box} onScroll={look}>
      <Alerts />
      <Quality />
      <div class="band2">
        <Curve width={358} height={120} />
      </div>
      {schedule.value ? (
        <div class="nn">
          {schedule.value.byPriority.slice(0, 4).map(({ priority, met, total }) => (
            <div key={priority}>
              <span>
                <PriorityMark priority={Math.min(4, priority)} /> {t.shortPriority(priority)}
              </span>
              <p>
                <b>
                  {f.number(met)}
                  <small>/{f.number(total)}</small>
                </b>
              </p>
              <Bar share={met / Math.max(1, total)} />
            </div>
          ))}
        </div>
      ) : null}
      <div class="prun">
        <SolveButton />
        <RunsButton />
        {schedule.value && <ExportButton />}
        {schedule.value && (
          <button type="button" class="btn" onClick={() => (place.value = "schedule/summary")}>
            {t.tabs.summary}
          </button>
        )}
        <RunStatus />
      </div>
      <h3>
        {current && t.phone.people(current.participants, current.label)} <small class="m">{t.phone.barNote}</small>
      </h3>
      <ul class="sl" ref={list} style={{ height: px(rowCount.value * ROW) }}>
        {lines}
      </ul>
    </div>
  );
}

function Line({
  index,
  row,
  columns,
}: {
  index: number;
  row: RowView | undefined;
  columns: readonly ColumnView[];
}): JSX.Element {
  return (
    <li style={{ top: px(index * ROW) }}>
      {row && (
        <button type="button" onClick={() => openPerson(row.participant)}>
          <span class="who" dir="auto">
            {row.name}
          </span>
          <Strip cells={row.cells} columns={columns} />
          <span class="n">
            {row.met}/{row.wishes}
          </span>
        </button>
      )}
    </li>
  );
}

/** One bar per slot: as high as the priority; a line where the slot is free, dashes where the person is away. */
function Strip({ cells, columns }: { cells: readonly CellView[]; columns: readonly ColumnView[] }): JSX.Element {
  const slots = columns.filter((column) => column.kind === "slot").length;
  const breaks = columns.filter((column, i) => i > 0 && column.first && column.kind === "slot").length;
  const step = Math.min(6, (STRIP - breaks * 5) / Math.max(1, slots));
  let x = -step;
  let paths = { w: "", f: "", a: "" };
  columns.forEach((column, i) => {
    if (column.kind !== "slot") return;
    x += step + (column.first && x >= 0 ? 5 : 0);
    const cell = cells[i];
    const end = x + Math.max(1, step - 1);
    if (cell?.kind === "meeting") {
      const height = cell.priority ? 14 * (1.25 - cell.priority / 4) : 2;
      paths = { ...paths, w: `${paths.w}M${x} 14V${14 - height}H${end}V14Z` };
    } else if (cell?.kind === "absent") paths = { ...paths, a: `${paths.a}M${x} 13.5H${end}` };
    else paths = { ...paths, f: `${paths.f}M${x} 13.5H${end}` };
  });
  return (
    <svg class="strip" width={STRIP} height="15" aria-hidden="true">
      <path class="w" d={paths.w} />
      <path class="f" d={paths.f} />
      <path class="a" d={paths.a} />
    </svg>
  );
}
