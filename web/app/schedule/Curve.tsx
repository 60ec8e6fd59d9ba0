// Score over time as a step line on a logarithmic time axis, with the bound where there is one.
// Lines are labelled where they end. It reads the points of the run and draws; it keeps nothing.

import type { JSX } from "preact";
import { format, words } from "../../i18n/index.js";
import { density } from "../../state/prefs.js";
import { ending, horizon, points, progress, running, type CurvePoint } from "../../state/run.js";
import { roundTicks, timeScale, timeStart, timeTicks } from "./scale.js";

const TOP = 18;
const BOTTOM = 24;
/** Length of a label at the end of a line, in pixels. */
const LABEL = 96;
/** Share of the last score below which the axis does not go. */
const CUT = 0.15;

export function Curve({ width, height }: { width: number; height: number }): JSX.Element {
  const t = words.value;
  const f = format.value;
  const list = points.value;
  const end = horizon.value;
  const start = timeStart(list[0]?.at ?? 0, end);
  const scores = list.map((point) => point.score);
  const bounds = list.flatMap((point) => (point.bound === null ? [] : [point.bound]));
  const ticks = list.length ? roundTicks(lowest(scores), high([...scores, ...bounds]), 3) : [];
  const step = ticks.length > 1 ? ticks[1]! - ticks[0]! : 1;
  const label = (value: number): string =>
    step % 1000 === 0 && Math.abs(ticks.at(-1)!) >= 1e4 ? f.thousands(value) : f.number(value);
  const [least, letter] = density.value === "projector" ? [52, 8] : [44, 6];
  const left = least + Math.max(0, Math.max(...ticks.map((tick) => label(tick).length), 0) - 5) * letter;
  const right = width - 4;
  const base = height - BOTTOM;
  const scale = timeScale(start, end);
  const x = (seconds: number): number => left + (right - 4 - left) * scale(seconds);
  const [bottom, top] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const y = (value: number): number =>
    base - ((base - TOP) * (Math.max(value, bottom) - bottom)) / Math.max(1, top - bottom);
  const last = list.at(-1);
  const now = running.value ? progress.value.elapsed / 1000 : (last?.at ?? 0);
  const said = last ? `${t.curve}: ${t.scoreAt(last.score)}` : t.curve;
  return (
    <svg class="curve" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={said}>
      {(ticks.length ? ticks : [0, 1, 2, 3]).map((tick, i) => {
        const at = ticks.length ? y(tick) : base - ((base - TOP) * i) / 3;
        return (
          <g key={tick}>
            <path class="axis" d={`M${left} ${round(at)}H${right}`} />
            {ticks.length > 0 && (
              <text x={left - 6} y={round(at + 4)} text-anchor="end">
                {label(tick)}
              </text>
            )}
          </g>
        );
      })}
      {timeTicks(start, end, 0.16).map((tick, i, all) => (
        <text
          key={tick}
          x={round(x(tick))}
          y={height - 3}
          text-anchor={i === 0 ? "start" : i === all.length - 1 ? "end" : "middle"}
        >
          {t.tick(tick)}
        </text>
      ))}
      {last && (
        <>
          <path class="bound" d={boundLine(list, x, y)} />
          <path class="score" d={scoreLine(list, now, x, y)} />
          <path class="now" d={`M${round(x(now))} ${TOP - 4}V${base}`} />
          <circle class="dot" cx={round(x(now))} cy={round(y(last.score))} r="3" />
          <EndLabel
            class="tscore"
            x={x(now)}
            y={labelAt(y(last.score), last.bound !== null)}
            text={t.scoreAt(last.score)}
          />
          {last.bound !== null && (
            <EndLabel class="tbound" x={x(now)} y={y(highest(list, x)) - 7} text={t.boundAt(last.bound)} />
          )}
        </>
      )}
      {ending.value && !last && <path class="now" d={`M${left} ${TOP}V${base}`} />}
    </svg>
  );
}

function EndLabel(props: { class: string; x: number; y: number; text: string }): JSX.Element {
  const early = props.x < 170;
  return (
    <text
      class={props.class}
      x={round(props.x + (early ? 8 : -8))}
      y={round(props.y)}
      text-anchor={early ? "start" : "end"}
    >
      {props.text}
    </text>
  );
}

/** The highest bound that is drawn where its label stands: it has come down from there. */
function highest(list: readonly CurvePoint[], x: (s: number) => number): number {
  const end = x(list.at(-1)!.at);
  return Math.max(...list.flatMap(({ at, bound }) => (bound !== null && x(at) > end - LABEL ? [bound] : [])));
}

/** Above the end of the line, where a line that rises leaves room; below it when the bound stands above. */
function labelAt(y: number, bounded: boolean): number {
  return bounded || y < TOP ? y + 17 : y - 8;
}

function scoreLine(
  list: readonly CurvePoint[],
  now: number,
  x: (s: number) => number,
  y: (v: number) => number,
): string {
  const first = list[0]!;
  let path = `M${round(x(first.at))} ${round(y(first.score))}`;
  for (const point of list.slice(1)) path += `H${round(x(point.at))}V${round(y(point.score))}`;
  return `${path}H${round(x(now))}`;
}

function boundLine(list: readonly CurvePoint[], x: (s: number) => number, y: (v: number) => number): string {
  let path = "";
  for (const { at, bound } of list)
    if (bound !== null) path += `${path === "" ? "M" : "L"}${round(x(at))} ${round(y(bound))}`;
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Where the score axis begins: early points far below the rest are cut off, or the end of the curve would be flat. */
function lowest(scores: readonly number[]): number {
  const low = scores.reduce((a, b) => Math.min(a, b), Infinity);
  const last = scores.at(-1)!;
  return Math.max(low, last - Math.abs(last) * CUT);
}

function high(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
