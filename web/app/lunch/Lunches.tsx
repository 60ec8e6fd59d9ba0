// The Lunches view: tables of one meal in rows, of which only those on the screen are drawn. One tab stop; arrows move
// among the seats. It listens for all names at once: click and Enter choose, a drag or M moves, L locks.

import { effect, useComputed, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import type { LunchView } from "../../lunch-views.js";
import { choose, chosen, editable, lunch, meals, seatCursor } from "../../state/lunches.js";
import { density } from "../../state/prefs.js";
import { schedule, stale } from "../../state/run.js";
import { take, taken } from "../../state/seat-move.js";
import { SolveButton } from "../schedule/RunBar.js";
import { px } from "../px.js";
import { DragTip } from "./DragTip.js";
import { press } from "./drag.js";
import { movedSeat } from "./keys.js";
import { LunchHead } from "./LunchHead.js";
import { toggleLock } from "./lock.js";
import { placesOf, ROUND, rowsOf, rowsSeen, type CardSizes } from "./ring.js";
import { TableCard } from "./TableCard.js";
import { Unseated } from "./Unseated.js";

/** Pixels drawn beyond the edges, so that scrolling shows no blank, and tables drawn in one frame. */
const BEYOND = 400;
const AT_ONCE = 6;

export function Lunches(): JSX.Element {
  const t = words.value.lunch;
  if (meals.value.length === 0) return <p class="empty">{t.noMeals}</p>;
  if (!schedule.value)
    return (
      <div class="empty">
        <p>{t.empty}</p>
        <SolveButton />
      </div>
    );
  const busy = lunch.value?.generation !== schedule.value.generation;
  return (
    <div class={`lunches${stale.value ? " old" : ""}`} aria-busy={busy}>
      <LunchHead />
      {lunch.value && <Tables view={lunch.value} />}
      <DragTip />
    </div>
  );
}

function Tables({ view }: { view: LunchView }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  const sizes = useSignal<CardSizes>({ type: 11 });
  const drawn = useSignal<readonly number[]>([]);
  const frame = useRef(0);
  const focusWanted = useRef(false);
  const layout = useComputed(() => rowsOf(lunch.value?.tables ?? [], width.value, sizes.value));

  // Once in a frame, and a few tables at a time, so that no frame takes long: those on the screen first.
  const draw = (): void => {
    frame.current = 0;
    const el = box.current;
    if (!el) return;
    const { rows, columns } = layout.peek();
    const wanted = rowsSeen(rows, el.scrollTop - BEYOND, el.scrollTop + el.clientHeight + BEYOND);
    const there = drawn.peek().filter((row) => wanted.includes(row));
    const missing = wanted.filter((row) => !there.includes(row));
    const now = Math.max(1, Math.floor(AT_ONCE / columns));
    if (missing.length > 0 || there.length < drawn.peek().length) drawn.value = [...there, ...missing.slice(0, now)];
    if (missing.length > now) look();
  };
  const look = (): void => {
    if (frame.current === 0) frame.current = requestAnimationFrame(draw);
  };
  useLayoutEffect(() => {
    const el = box.current!;
    const watch = new ResizeObserver(() => {
      width.value = el.clientWidth - 16;
      look();
    });
    watch.observe(el);
    return () => {
      watch.disconnect();
      cancelAnimationFrame(frame.current);
    };
  }, []);
  useEffect(() => effect(() => void (layout.value, look())), []);
  useEffect(
    () =>
      effect(() => {
        void density.value;
        sizes.value = { type: parseFloat(getComputedStyle(box.current!).getPropertyValue("--t-0")) || 11 };
      }),
    [],
  );
  const { table: cursorTable, seat: cursorSeat } = seatCursor.value;
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    box.current?.querySelector<HTMLElement>(`[data-at="${cursorTable}/${cursorSeat}"]`)?.focus();
  }, [cursorTable, cursorSeat]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const person = target.dataset["person"];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (person !== undefined && editable.peek() && (event.key === "m" || event.key === "M")) {
      event.preventDefault();
      pick(view, target);
      take(person, "keys");
    } else if (person !== undefined && (event.key === "l" || event.key === "L")) {
      event.preventDefault();
      void toggleLock(person);
    } else if (event.key === "Escape" && !taken.peek()) {
      choose(null, null);
    } else {
      const stops = view.tables.map(({ people, seats }) => people.length + (people.length < seats ? 1 : 0));
      const next = movedSeat(event.key, seatCursor.peek(), stops);
      if (!next) return;
      event.preventDefault();
      reveal(box.current!, layout.peek().rows, next.table);
      look();
      focusWanted.current = true;
      seatCursor.value = next;
    }
  };
  const { rows, cardWidth, columns, height } = layout.value;
  // Who is chosen or taken up, and the seat that has the focus, stay in the document wherever it is scrolled to.
  const kept = [cursorTable, view.tables.findIndex(({ id }) => id === chosen.value.table)];
  if (taken.value) kept.push(view.tables.findIndex(({ people }) => people.some(({ id }) => id === taken.value!.id)));
  const shown = new Set([
    ...drawn.value,
    ...kept.map((table) => rows.findIndex(({ from, to }) => table >= from && table < to)),
  ]);
  return (
    <div
      class={`tables${taken.value ? " moving" : ""}`}
      ref={box}
      role="group"
      aria-label={words.value.lunch.tables}
      onScroll={look}
      onKeyDown={onKeyDown}
      onClick={(click) => pick(view, click.target as Element)}
      onPointerDown={(down) => editable.peek() && press(down, box.current!)}
    >
      <Unseated people={view.unseated} />
      <div class="floor" style={{ height: px(height) }}>
        {width.value > 0 &&
          rows
            .filter((_, i) => shown.has(i))
            .flatMap((row) =>
              Array.from({ length: row.to - row.from }, (_, i) => {
                const index = row.from + i;
                const wide = row.to - row.from === 1 && columns > 1 && placesOf(view.tables[index]!) > ROUND;
                return (
                  <TableCard
                    key={view.tables[index]!.id}
                    lunch={view}
                    index={index}
                    left={i * cardWidth}
                    top={row.top}
                    width={wide ? cardWidth * columns : cardWidth}
                    sizes={sizes.value}
                  />
                );
              }),
            )}
      </div>
    </div>
  );
}

/** Chooses the table or the person of the element that was pressed. */
function pick(view: LunchView, target: Element): void {
  const seat = target.closest<HTMLElement>("[data-person], [data-free]");
  const table = target.closest<HTMLElement>("[data-table]")?.dataset["table"];
  const person = seat?.dataset["person"];
  if (person !== undefined) choose(table ?? null, person);
  else if (table !== undefined) choose(table, null);
  const index = view.tables.findIndex(({ id }) => id === table);
  const at = view.tables[index]?.people.findIndex(({ id }) => id === person) ?? -1;
  if (index >= 0) seatCursor.value = { table: index, seat: Math.max(0, at) };
}

/** Scrolls just as far as needed to see the table. */
function reveal(
  el: HTMLElement,
  rows: readonly { top: number; height: number; from: number; to: number }[],
  table: number,
): void {
  const row = rows.find(({ from, to }) => table >= from && table < to);
  const floor = el.querySelector<HTMLElement>(".floor");
  if (!row || !floor) return;
  const top = floor.offsetTop + row.top;
  if (top < el.scrollTop) el.scrollTop = top;
  else if (top + row.height > el.scrollTop + el.clientHeight) el.scrollTop = top + row.height - el.clientHeight;
}
