// Score over time or steps on a logarithmic axis: a line per variant on one event, the median of its runs, and the bound.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabConvergence, LabCurve, LabResults } from "../../lab-views.js";
import { instance } from "../../state/lab.js";
import { narrow } from "../../state/screen.js";
import { roundTicks, timeScale } from "../schedule/scale.js";
import { logTicks, stepBand, stepLine } from "./chart.js";
import { Chart, frame, type Line } from "./Lines.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

/** Share of the best score below which the axis does not go for the beginnings of lines. */
const CUT = 0.15;

export function Convergence({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const { convergence, instances, unit } = found;
  if (!convergence) return null;
  const runs = Math.max(0, ...convergence.curves.map((curve) => curve.runs));
  return (
    <figure class="labo-chart">
      <figcaption>
        <h2 class="h">
          {t.convergence} {runs > 0 && <small>{t.convergenceNote(runs, unit)}</small>}
        </h2>
        <label class="labo-pick">
          <span class="lab">{t.ofEvent}</span>
          <select class="fld s" onChange={({ currentTarget }) => (instance.value = currentTarget.value)}>
            {instances.map((id) => (
              <option key={id} value={id} selected={id === convergence.instance}>
                {id}
              </option>
            ))}
          </select>
        </label>
      </figcaption>
      {convergence.curves.length === 0 ? <p class="m">{t.noCurve}</p> : <Curves found={found} of={convergence} />}
    </figure>
  );
}

function Curves({ found, of: { curves, bounds } }: { found: LabResults; of: LabConvergence }): JSX.Element {
  const t = labWords.value;
  const f = format.value;
  const at = frame();
  const { top, right, base } = at;
  const last = (curve: LabCurve): number => curve.points.at(-1)!.median;
  const ends = curves.map(last);
  const best = Math.max(...ends);
  const starts = Math.min(...curves.map((curve) => curve.points[0]!.low));
  const low = Math.min(
    ...curves.map((curve) => curve.points.at(-1)!.low),
    Math.max(starts, best - Math.abs(best) * CUT),
  );
  const bound = bounds.at(-1)?.bound ?? null;
  const high = Math.max(...curves.map((curve) => curve.points.at(-1)!.high), bound ?? -Infinity);
  const ticks = roundTicks(low, high, 4);
  const left = 12 + Math.max(...ticks.map((tick) => f.number(tick).length)) * 6;
  const [bottom, ceiling] = [ticks[0]!, ticks.at(-1)!];
  const y = (score: number): number =>
    base - ((base - top) * (Math.max(score, bottom) - bottom)) / Math.max(1, ceiling - bottom);
  const end = Math.max(...curves.map((curve) => curve.end));
  const begin = Math.min(end / 10, ...curves.map((curve) => curve.points[0]!.at));
  const scale = timeScale(begin, end);
  const x = (moment: number): number => left + (right - left) * scale(moment);
  const name = (curve: LabCurve): string => titleIn(found.variants, curve.variant);
  const lines = curves.map((curve): Line => {
    const points = curve.points.map((point) => ({ x: x(point.at), y: y(point.median) }));
    return {
      place: found.variants.findIndex(({ id }) => id === curve.variant),
      name: name(curve),
      path: stepLine(points, right),
      end: y(last(curve)),
      best: last(curve) === best,
    };
  });
  if (bound !== null) {
    // Before it comes down to what the axis shows, it stands at the top.
    const points = bounds.map((one) => ({ x: Math.max(left, x(one.at)), y: y(Math.min(ceiling, one.bound)) }));
    const path = stepLine(points, right);
    lines.push({ place: 0, name: t.bound(bound), path, end: y(bound), best: false, bound: true });
  }
  const winner = curves[ends.indexOf(best)]!;
  const band = winner.points.map((point) => ({ x: x(point.at), low: y(point.low), high: y(point.high) }));
  const said = [
    ...curves.map((curve) => t.convergenceText(name(curve), last(curve))),
    ...(bound === null ? [] : [t.bound(bound)]),
  ];
  return (
    <Chart
      label={`${t.convergence}: ${f.list(said)}`}
      at={at}
      rows={ticks.map((tick) => ({ y: y(tick), text: f.number(tick) }))}
      columns={logTicks(begin, end, narrow.value ? 4 : 6).map((tick) => ({
        x: x(tick),
        text: found.unit === "steps" ? f.compact(tick) : f.fine(tick),
      }))}
      left={left}
      axis={t.axis[found.unit]}
      lines={lines}
    >
      {winner.runs > 1 && <path class="band" d={stepBand(band, right)} />}
    </Chart>
  );
}
