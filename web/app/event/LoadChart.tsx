// One side, slot by slot: who is there (line) and how many meetings with it are wanted (bar). What "wanted" counts is told
// in the words below the first chart, and in worker/watch/loads.ts.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import type { LoadSlot, LoadView } from "../../watch-views.js";

/** Wide, and on a phone, where the drawing keeps the size of its letters. */
const WIDTH = { wide: 480, low: 358 };
const LEFT = 34;
const TOP = 14;
/** Space between two days. */
const GAP = 10;
/** Least width of a label under the axis. */
const LABEL = 62;

export function LoadChart({
  load,
  slots,
  low = false,
}: {
  load: LoadView;
  slots: LoadSlot[];
  low?: boolean;
}): JSX.Element {
  const t = words.value.watch.load;
  const f = format.value;
  const width = low ? WIDTH.low : WIDTH.wide;
  const right = width - 6;
  const height = low ? 116 : 196;
  const base = height - 22;
  const days = daysOf(slots);
  const top = roundUp(Math.max(1, ...load.present, ...load.wanted));
  const step = (right - LEFT - GAP * (days.length - 1)) / Math.max(1, slots.length);
  const y = (value: number): number => round(base - ((base - TOP) * value) / top);
  const x = (slot: number): number => LEFT + slot * step + days.findIndex(({ last }) => slot <= last) * GAP;
  const bar = round(Math.max(0.5, step - Math.min(2, step / 4)));
  const worst = load.over[0];
  const when = worst === undefined ? "" : `${f.shortDay(slots[worst]!.date)}, ${f.clock(slots[worst]!.start)}`;
  return (
    <div>
      <h2 class="h">
        <span dir="auto">{t.title(load.label)}</span> <small>{t.note}</small>
      </h2>
      <svg
        class="chart"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t.alt(load.label, load.over.length, slots.length)}
      >
        {load.wanted.map((wanted, slot) => {
          const there = load.present[slot]!;
          const inside = y(Math.min(wanted, there));
          return (
            <g key={slot}>
              <rect class="in" x={round(x(slot))} y={inside} width={bar} height={round(base - inside)} />
              {wanted > there && (
                <rect class="over" x={round(x(slot))} y={y(wanted)} width={bar} height={round(inside - y(wanted))} />
              )}
            </g>
          );
        })}
        {days.map(({ first, last }) => {
          let line = `M${round(x(first))} ${y(load.present[first]!)}`;
          for (let slot = first; slot <= last; slot++) line += `V${y(load.present[slot]!)}H${round(x(slot) + step)}`;
          return (
            <g key={first}>
              <path class="cap" d={line} />
              <path class="base" d={`M${round(x(first))} ${base}H${round(x(last) + step)}`} />
            </g>
          );
        })}
        <text x={28} y={TOP + 4} text-anchor="end">
          {f.number(top)}
        </text>
        <text x={28} y={base + 4} text-anchor="end">
          0
        </text>
        {days.map(({ first, last }) => {
          const wide = x(last) + step - x(first);
          return (
            <g key={first}>
              {wide >= 2 * LABEL && (
                <text x={round(x(first))} y={height - 6}>
                  {f.clock(slots[first]!.start)}
                </text>
              )}
              {wide >= LABEL * 0.8 && (
                <text x={round(x(last) + step)} y={height - 6} text-anchor="end">
                  {f.shortDay(slots[first]!.date)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <p>{load.over.length === 0 ? t.none(load.away, load.label) : t.over(load.over.length, when)}</p>
    </div>
  );
}

function daysOf(slots: readonly LoadSlot[]): { first: number; last: number }[] {
  const days: { first: number; last: number }[] = [];
  slots.forEach(({ day }, slot) => {
    if (slot > 0 && slots[slot - 1]!.day === day) days.at(-1)!.last = slot;
    else days.push({ first: slot, last: slot });
  });
  return days;
}

/** The next round number: 60 for 52, 100 for 92, 150 for 120. */
function roundUp(value: number): number {
  const size = 10 ** Math.floor(Math.log10(value));
  const step = value < 2 * size ? size / 2 : size;
  return Math.max(1, Math.ceil(value / step) * step);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
