// The gaps of the runs of one row as circles on a logarithmic scale, their median as a line. The numbers stand beside it.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabRow } from "../../lab-views.js";

const WIDTH = 144;
const LEFT = 14;
/** Per cent at both ends; what is nearer than the first stands at its left. */
const LEAST = 0.01;
const MOST = 100;
const TICKS = [0.01, 0.1, 1, 10, 100];

function x(gap: number): number {
  const share = Math.log(Math.min(MOST, Math.max(LEAST, gap)) / LEAST) / Math.log(MOST / LEAST);
  return Math.round((LEFT + share * (WIDTH - 2 * LEFT)) * 10) / 10;
}

export function MarksHead(): JSX.Element {
  return (
    <svg width={WIDTH} height="14" aria-hidden="true">
      {TICKS.map((tick) => (
        <text key={tick} x={x(tick)} y="11" text-anchor="middle">
          {format.value.fine(tick)}
        </text>
      ))}
    </svg>
  );
}

export function Marks({ row: { gaps, toBest } }: { row: LabRow }): JSX.Element {
  return (
    <svg class="labo-marks" width={WIDTH} height="22" aria-hidden="true">
      {TICKS.map((tick) => (
        <path key={tick} class="axis" d={`M${x(tick)} 0V22`} />
      ))}
      {gaps.map((gap, i) => (
        <circle key={i} cx={x(gap)} cy="11" r="2.4" />
      ))}
      {toBest && <path class="median" d={`M${x(toBest.median)} 3V19`} />}
    </svg>
  );
}
