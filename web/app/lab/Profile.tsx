// Performance profiles: on which share of the runs a variant comes near the best score, in how many times the time of the
// fastest one there.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabProfile, LabResults } from "../../lab-views.js";
import { share, SHARES } from "../../state/lab.js";
import { timeScale } from "../schedule/scale.js";
import { doublings, stepLine } from "./chart.js";
import { Chart, frame, type Line } from "./Lines.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

/** How far the axis goes: at least, and at most. */
const LEAST = 4;
const MOST = 1024;
const LEFT = 44;

export function Profile({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const { profile, unit } = found;
  if (!profile || profile.problems === 0) return null;
  const near = (value: number): string => format.value.percent1(value);
  return (
    <figure class="labo-chart">
      <figcaption>
        <h2 class="h">{t.profile}</h2>
        <label class="labo-pick">
          <span class="lab">{t.near}</span>
          <select class="fld s" onChange={({ currentTarget }) => (share.value = Number(currentTarget.value))}>
            {SHARES.map((one) => (
              <option key={one} value={one} selected={one === profile.share}>
                {near(one)}
              </option>
            ))}
          </select>
        </label>
      </figcaption>
      {profile.lines.every(({ points }) => points.length === 0) ? (
        <p class="m">{t.noProfile}</p>
      ) : (
        <Shares found={found} of={profile} />
      )}
      <p class="note">{t.profileNote(near(profile.share), unit)}</p>
    </figure>
  );
}

function Shares({ found, of: { lines } }: { found: LabResults; of: LabProfile }): JSX.Element {
  const t = labWords.value;
  const f = format.value;
  const at = frame();
  const { top, right, base } = at;
  const most = Math.max(LEAST, ...lines.flatMap(({ points }) => points.map(({ tau }) => tau)));
  const end = Math.min(MOST, 2 ** Math.ceil(Math.log2(most)));
  const scale = timeScale(1, end);
  const x = (tau: number): number => LEFT + (right - LEFT) * scale(tau);
  const y = (part: number): number => base - (base - top) * part;
  const last = (points: readonly { share: number }[]): number => points.at(-1)?.share ?? 0;
  const best = Math.max(...lines.map(({ points }) => last(points)));
  const drawn = lines.map(({ variant, points }): Line => {
    const shown = points.filter(({ tau }) => tau <= end);
    const all = [{ tau: 1, share: 0 }, ...shown].map((point) => ({ x: x(point.tau), y: y(point.share) }));
    return {
      place: found.variants.findIndex(({ id }) => id === variant),
      name: titleIn(found.variants, variant),
      path: stepLine(all, right),
      end: y(last(shown)),
      best: last(points) === best,
    };
  });
  const said = lines.map(({ variant, points }) =>
    t.profileText(titleIn(found.variants, variant), f.percent(last(points))),
  );
  return (
    <Chart
      label={`${t.profile}: ${f.list(said)}`}
      at={at}
      rows={[0, 0.5, 1].map((part) => ({ y: y(part), text: f.percent(part) }))}
      columns={doublings(end, 7).map((tau) => ({ x: x(tau), text: f.number(tau) }))}
      left={LEFT}
      axis="τ"
      lines={drawn}
    />
  );
}
