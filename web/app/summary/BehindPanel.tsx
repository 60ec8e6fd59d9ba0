// The people, slots or meetings behind a number, at the side: a window on a list that may hold thousands. Each opens the agenda,
// a slot its meetings.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import type { BehindRow, NumberKey } from "../../summary-views.js";
import { behind, behindRows, closeBehind, openAgenda, openBehind, summary, type Opened } from "../../state/summary.js";
import { px } from "../px.js";

const ROW = 44;
const BEYOND = 6;

export function BehindPanel(): JSX.Element | null {
  const t = words.value;
  const open = behind.value;
  const title = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const shown = useSignal<[number, number]>([0, 20]);
  const count = behindRows.count.value;
  const look = (): void => {
    const el = box.current;
    if (!el) return;
    const first = Math.max(0, Math.floor(el.scrollTop / ROW) - BEYOND);
    const last = first + Math.ceil(el.clientHeight / ROW) + 2 * BEYOND;
    if (first !== shown.peek()[0] || last !== shown.peek()[1]) shown.value = [first, last];
    behindRows.need(first, last);
  };
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
    look();
    title.current?.focus();
  }, [open]);
  useEffect(look, [count]);
  if (!open) return null;
  const lines: JSX.Element[] = [];
  for (let i = shown.value[0]; i < Math.min(count, shown.value[1]); i++)
    lines.push(<Line key={i} index={i} count={count} row={behindRows.rowAt(i)} what={open.key.what} />);
  return (
    <aside
      class="per behind"
      aria-label={t.summary.panel}
      aria-busy={behindRows.busy.value}
      onKeyDown={(key) => {
        if (key.key === "Escape") closeBehind();
        else step(key);
      }}
    >
      <header>
        <div>
          <h2 ref={title} tabIndex={-1} dir="auto">
            {titleOf(open)}
          </h2>
          <p class="m">
            <b>{t.summary.behind(count, open.key.what)}</b>
          </p>
          <p class="m">{t.summary.about[open.key.what]}</p>
        </div>
        <button type="button" class="btn sm" onClick={closeBehind}>
          {t.close}
        </button>
      </header>
      <div class="list" ref={box} onScroll={look} tabIndex={0} role="region" aria-label={titleOf(open)}>
        {count === 0 && !behindRows.busy.value && <p class="m pad">{t.summary.nobody}</p>}
        <ul style={{ height: px(count * ROW) }}>{lines}</ul>
      </div>
    </aside>
  );
}

function Line({
  index,
  count,
  row,
  what,
}: {
  index: number;
  count: number;
  row: BehindRow | undefined;
  what: NumberKey["what"];
}): JSX.Element {
  const t = words.value;
  const f = format.value;
  const { slot } = row ?? {};
  return (
    <li style={{ top: px(index * ROW) }} aria-setsize={count} aria-posinset={index + 1}>
      {row && (
        <>
          <div class="who">
            {slot ? (
              <button type="button" class="link" onClick={() => openBehind({ what: "slot", slot: slot.id })}>
                {t.hand.when(slot.date, slot.start)}
              </button>
            ) : (
              row.people.map(({ id, name }) => (
                <button key={id} type="button" class="link" dir="auto" title={name} onClick={() => openAgenda(id)}>
                  {name}
                </button>
              ))
            )}
            {row.people.length < 2 && what !== "seated" && row.about !== "" && (
              <span class="m" dir="auto">
                {row.about}
              </span>
            )}
          </div>
          <span class="n">{valueOf(row, what)}</span>
        </>
      )}
    </li>
  );

  function valueOf({ value, of, about }: BehindRow, kind: NumberKey["what"]): string {
    if (kind === "slot") return about;
    if (kind === "seated") return about === "" ? t.summary.noSeat : t.summary.table(about);
    if (value === null) return "";
    if (kind === "served") return f.percent(value / 1000);
    if (kind === "walk") return t.summary.minutes(value);
    return of === null ? f.number(value) : `${f.number(value)} / ${f.number(of)}`;
  }
}

/** What a list is called. */
function titleOf({ key, group }: Opened): string {
  const room = key.what === "slot" ? summary.value?.rooms.find(({ slot }) => slot === key.slot) : undefined;
  const when = room ? words.value.hand.when(room.date, room.start) : "";
  return words.value.summary.title(key, group, when);
}

/** Up and down go from line to line. */
function step(key: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key.key];
  const line = document.activeElement?.closest("li");
  if (by === undefined || !line) return;
  const next = by > 0 ? line.nextElementSibling : line.previousElementSibling;
  const button = next?.querySelector("button");
  if (!button) return;
  key.preventDefault();
  button.focus();
}
