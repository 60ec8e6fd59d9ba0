// How often each participant of a side is wanted, most wanted first, against the meetings there is room for.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { DemandView } from "../../protocol.js";

const WIDTH = 480;
const HEIGHT = 236;
const LEFT = 34;
const RIGHT = 474;
const TOP = 16;
const BASE = 214;

export function DemandChart({ demand }: { demand: DemandView }): JSX.Element {
  const t = words.value.overview;
  const { bars } = demand;
  const top = roundUp(Math.max(1, ...bars.map(([d, room]) => Math.max(d, Math.min(room, d * 2)))));
  const y = (value: number): number => round(BASE - ((BASE - TOP) * Math.min(value, top)) / top);
  const step = (RIGHT - LEFT) / Math.max(1, bars.length);
  const width = round(Math.max(1, step - Math.min(1.6, step / 4)));
  let line = "";
  bars.forEach(([, room], i) => {
    const x = round(LEFT + i * step);
    line += `${i === 0 ? "M" : "L"}${x} ${y(room)}H${round(LEFT + (i + 1) * step)}`;
  });
  return (
    <div>
      <h2 class="h">
        {t.demand(demand.label)} <small>{t.demandNote}</small>
      </h2>
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t.demandText(demand.over, demand.participants, demand.lost)}
      >
        {bars.map(([wanted, room], i) => {
          const x = round(LEFT + i * step + 0.8);
          const inside = Math.min(wanted, room);
          return (
            <g key={i}>
              <rect class="in" x={x} y={y(inside)} width={width} height={BASE - y(inside)} />
              {wanted > room && (
                <rect class="over" x={x} y={y(wanted)} width={width} height={round(y(room) - y(wanted))} />
              )}
            </g>
          );
        })}
        <path class="cap" d={line} />
        <path class="base" d={`M${LEFT} ${BASE}H${RIGHT}`} />
        <text x={28} y={TOP + 4} text-anchor="end">
          {top}
        </text>
        <text x={28} y={BASE + 4} text-anchor="end">
          0
        </text>
        <text class="dark" x={RIGHT} y={TOP} text-anchor="end">
          {t.demandLine}
        </text>
        {demand.first && (
          <text x={LEFT} y={HEIGHT - 6}>
            {t.wanted(demand.first.name, demand.first.demand)}
          </text>
        )}
        {demand.last && (
          <text x={RIGHT} y={HEIGHT - 6} text-anchor="end">
            {t.wanted(demand.last.name, demand.last.demand)}
          </text>
        )}
      </svg>
      <p>{t.demandText(demand.over, demand.participants, demand.lost)}</p>
    </div>
  );
}

function roundUp(value: number): number {
  const step = value > 50 ? 20 : value > 20 ? 10 : 5;
  return Math.ceil(value / step) * step;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
