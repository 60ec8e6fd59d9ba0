// Places x slots: a window of lines and columns over all places. One tab stop; arrows move the cursor, a choice opens the
// agenda of somebody who meets there, and a meeting is taken up and put at another place. Lines come from state/places.ts.

import { effect, useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import type { HandSubject } from "../../hand-views.js";
import type { PlaceMeeting } from "../../places-views.js";
import { event, opening } from "../../state/event.js";
import { letGo, pin, remove, take, taken } from "../../state/hand.js";
import { openPerson, selected } from "../../state/person.js";
import {
  aimAtPlace,
  dropAtPlace,
  findLine,
  letters,
  placeAim,
  placeCursor,
  placeOutcome,
  placeRows,
  shownLines,
  type PlaceAim,
} from "../../state/places.js";
import { density } from "../../state/prefs.js";
import { cellAt, explain, readFits, readSizes, reveal, type GridFits } from "../grid/box.js";
import { GridHead } from "../grid/GridHead.js";
import { moved, type Cursor } from "../grid/keys.js";
import { columnsWithin, layoutOf, type GridSizes } from "../grid/layout.js";
import { createLines } from "../grid/lines.js";
import { follow } from "../hand/drag.js";
import { movingKey } from "../hand/keys.js";
import { px } from "../px.js";
import { PlaceRow } from "./PlaceRow.js";
import { PlaceTip } from "./PlaceTip.js";

/** Lines and columns drawn beyond the edges, so that scrolling shows no blank. */
const BEYOND = 4;
/** Width of a letter as a share of a cell, and what a cell keeps free. */
const LETTER = 0.19;
const FREE = 0.24;

export function PlacesGrid(): JSX.Element {
  const t = words.value.places;
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const shown = useSignal<[number, number]>([0, 40]);
  const sizes = useSignal<GridSizes>({ cellWidth: 35, cellHeight: 20, headHeight: 17 });
  const fits = useSignal<GridFits>(readFits(null));
  const layout = useComputed(() => {
    const size = sizes.value;
    // A place that is nobody's own has the labels of two in a cell.
    const cellWidth = Math.round(size.cellWidth * Math.max(1, FREE + LETTER * letters.value));
    return layoutOf(event.value?.columns ?? [], { ...size, cellWidth }, width.value);
  });
  const lines = useMemo(() => createLines(placeRows.rowAt), []);
  const count = placeRows.count.value;
  const dragged = useRef(false);

  const look = (): void => {
    const el = box.current;
    if (!el) return;
    const { cellHeight, headHeight } = sizes.peek();
    const all = placeRows.count.peek();
    const top = Math.floor(el.scrollTop / cellHeight);
    const first = Math.max(0, Math.min(top, all - 1));
    const last = Math.max(0, Math.min(top + Math.floor((el.clientHeight - 2 * headHeight) / cellHeight), all) - 1);
    if (first !== shownLines.peek()[0] || last !== shownLines.peek()[1]) shownLines.value = [first, last];
    const [from, to] = columnsWithin(layout.peek(), el.scrollLeft, el.scrollLeft + el.clientWidth);
    const [a, b] = [Math.max(0, from - BEYOND), to + BEYOND];
    if (a !== shown.peek()[0] || b !== shown.peek()[1]) shown.value = [a, b];
    placeRows.need(Math.max(0, first - BEYOND), last + BEYOND);
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
  useEffect(() => effect(() => void (placeRows.count.value, placeRows.blocks.value, layout.value, look())), []);

  const meetingAt = ({ row, column }: Cursor): { meeting: PlaceMeeting; subject: HandSubject } | null => {
    const cell = placeRows.rowAt(row)?.cells[column];
    const slot = layout.peek().columns[column];
    if (!slot || cell?.kind !== "meeting") return null;
    return { meeting: cell, subject: { participants: cell.people, from: slot.id } };
  };
  const aimOf = ({ clientX, clientY }: { clientX: number; clientY: number }): PlaceAim | null => {
    const { left, right, bottom } = box.current!.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY > bottom) return null;
    const at = cellAt(box.current!, layout.peek(), { clientX, clientY });
    const row = at && placeRows.rowAt(at.row);
    const column = at && layout.peek().columns[at.column];
    if (!row || column?.kind !== "slot") return null;
    return { place: row.place, label: row.label, slot: column.id, date: column.date, start: column.start };
  };
  const go = (next: Cursor): void => {
    placeCursor.value = next;
    reveal(box.current!, layout.peek(), next);
    look();
  };
  // Whoever was chosen in another view is in sight.
  useEffect(() => {
    const id = selected.peek();
    if (id === null) return;
    void findLine(id).then((row) => row >= 0 && box.current && go({ row, column: -1 }));
  }, []);
  /** Opens the agenda of somebody who meets there; of the other one where the first is open already; of a line's owner. */
  const open = (at: Cursor): void => {
    const people = meetingAt(at)?.meeting.people;
    const owner = placeRows.rowAt(at.row)?.owner;
    if (people) openPerson(people[0] === selected.peek() ? people[1] : people[0]);
    else if (at.column < 0 && owner) openPerson(owner.id);
  };
  const onKeyDown = (key: KeyboardEvent): void => {
    if (taken.peek()) {
      if (movingKey(key)) key.preventDefault();
      return;
    }
    const held = meetingAt(placeCursor.peek());
    if (held && !key.ctrlKey && !key.metaKey && !key.altKey) {
      const { subject, meeting } = held;
      const act = {
        m: () => take(subject),
        l: () => pin({ kind: "meeting", participants: subject.participants }, !meeting.locked),
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
      open(placeCursor.peek());
      return;
    }
    const [first, last] = shownLines.peek();
    const next = moved(key, placeCursor.peek(), layout.peek(), placeRows.count.peek(), Math.max(1, last - first));
    if (!next) return;
    key.preventDefault();
    go(next);
  };
  const onPointerDown = (down: PointerEvent): void => {
    dragged.current = false;
    const at = cellAt(box.current!, layout.peek(), down);
    const held = at && meetingAt(at);
    const row = at && placeRows.rowAt(at.row);
    if (!held || !row) return;
    follow(down, {
      subject: held.subject,
      row: -1,
      dragged: () => (dragged.current = true),
      aimAt: (clientX, clientY) => aimAtPlace(aimOf({ clientX, clientY })),
      drop: (clientX, clientY) => {
        const aim = aimOf({ clientX, clientY });
        if (!aim || (aim.slot === held.subject.from && aim.place === row.place)) letGo();
        else void dropAtPlace(aim);
      },
    });
  };
  const onClick = (click: MouseEvent): void => {
    if (dragged.current) return;
    const at = cellAt(box.current!, layout.peek(), click);
    if (!at || at.row >= placeRows.count.peek()) return;
    // A meeting that was taken up by a key is put where the pointer says.
    if (taken.peek()) {
      const aim = aimOf(click);
      if (aim) void dropAtPlace(aim);
      return;
    }
    go(at);
    open(at);
  };

  const { row: cursorRow, column: cursorColumn } = placeCursor.value;
  const aim = placeAim.value;
  const outcome = placeOutcome.value;
  return (
    <div
      ref={box}
      class={`gridbox placebox${taken.value ? " moving" : ""}`}
      role="grid"
      tabIndex={0}
      aria-label={t.label}
      aria-busy={placeRows.busy.value || opening.value}
      aria-rowcount={count + 2}
      aria-colcount={layout.value.columns.length + 2}
      aria-activedescendant={count > 0 ? `place-${cursorRow}-${cursorColumn}` : undefined}
      onScroll={look}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={(move) => {
        if (taken.peek()) aimAtPlace(aimOf(move));
      }}
      onClick={onClick}
      onMouseOver={explain}
    >
      <GridHead layout={layout.value} from={shown.value[0]} to={shown.value[1]} names={[t.placeColumn, t.usedColumn]} />
      <div
        class="rows"
        role="rowgroup"
        style={{ height: px(count * sizes.value.cellHeight), width: px(layout.value.width) }}
      >
        {lines.drawn.value.map(({ index, row }, slot) =>
          index < 0 ? null : (
            <PlaceRow
              key={slot}
              index={index}
              row={row}
              layout={layout.value}
              fits={fits.value}
              from={shown.value[0]}
              to={shown.value[1]}
              chosen={selected.value}
              cursor={index === cursorRow ? cursorColumn : null}
              aim={aim && row?.place === aim.place ? aim.slot : null}
              forbidden={outcome?.forbidden !== null && outcome !== null}
            />
          ),
        )}
      </div>
      <PlaceTip />
      {event.value && count === 0 && !placeRows.busy.value && <p class="empty">{t.none}</p>}
    </div>
  );
}
