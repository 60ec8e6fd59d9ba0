// What both charts of the Lab share: their size, axes and labels, the lines of the variants, each with a pattern of its own, and the names at
// their ends.

import type { ComponentChildren, JSX } from "preact";
import { compact, narrow } from "../../state/screen.js";
import { round, spreadLabels } from "./chart.js";

/** Where the lines are, in pixels. */
export interface Frame {
  width: number;
  height: number;
  top: number;
  right: number;
  base: number;
}

/** One line with its name. */
export interface Line {
  /** Place of the variant in the plan: its pattern. */
  place: number;
  name: string;
  path: string;
  /** Height of its end. */
  end: number;
  best: boolean;
  bound?: boolean;
}

/** Longest name beside a line, in characters; the whole name is its title. */
const NAME = 22;
/** Pixels between two names. */
const APART = 14;
const LABEL = 136;
const PATTERNS = 6;

export function frame(): Frame {
  const width = narrow.value ? 358 : compact.value ? 440 : 544;
  const height = narrow.value ? 240 : 280;
  return { width, height, top: 14, right: width - LABEL, base: height - 24 };
}

/** A chart: its axes, and the lines of the variants over them. */
export function Chart(props: {
  label: string;
  at: Frame;
  /** Heights of the horizontal lines with what stands at their left, and places along the axis with what stands below. */
  rows: readonly { y: number; text: string }[];
  columns: readonly { x: number; text: string }[];
  left: number;
  axis: string;
  lines: readonly Line[];
  children?: ComponentChildren;
}): JSX.Element {
  const { label, at, rows, columns, left, axis, lines, children } = props;
  const { width, height, right } = at;
  return (
    <svg
      class="labo-lines"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {rows.map(({ y, text }) => (
        <g key={text}>
          <path class="axis" d={`M${left} ${round(y)}H${right}`} />
          <text x={left - 6} y={round(y + 4)} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      {columns.map(({ x, text }) => (
        <text key={text} x={round(x)} y={height - 5} text-anchor="middle">
          {text}
        </text>
      ))}
      <text x={right + 11} y={height - 5}>
        {axis}
      </text>
      {children}
      <Lines lines={lines} at={at} />
    </svg>
  );
}

function Lines({ lines, at: { top, right, base } }: { lines: readonly Line[]; at: Frame }): JSX.Element {
  const heights = spreadLabels(
    lines.map(({ end }) => end),
    APART,
    top,
    base,
  );
  return (
    <>
      {lines.map((line) => (
        <path key={line.name} class={`line ${kindOf(line)}`} d={line.path} />
      ))}
      {lines.map(({ name, ...line }, i) => (
        <g key={name}>
          <path class="lead" d={`M${round(right + 1)} ${round(line.end)}L${right + 8} ${round(heights[i]!)}`} />
          <text class={`name ${kindOf(line)}`} x={right + 11} y={round(heights[i]! + 4)}>
            {name.length > NAME ? `${Array.from(name).slice(0, NAME).join("")}…` : name}
            <title>{name}</title>
          </text>
        </g>
      ))}
    </>
  );
}

function kindOf({ place, best, bound }: Pick<Line, "place" | "best" | "bound">): string {
  return bound ? "bound" : `dash${place % PATTERNS}${best ? " best" : ""}`;
}
