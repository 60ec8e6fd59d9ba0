// One bar per person, from who gains most to who loses most; the two ends have names.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { CompareView } from "../../runs-views.js";

const HEIGHT = 72;

export function CompareBars({ view }: { view: CompareView }): JSX.Element {
  const t = words.value.runs;
  const { bars, most, worst, people } = view;
  const up = Math.max(0, ...bars);
  const down = Math.max(0, ...bars.map((points) => -points));
  const zero = up + down === 0 ? HEIGHT / 2 : Math.max(8, Math.min(HEIGHT - 8, (HEIGHT * up) / (up + down)));
  const draw = (wanted: (points: number) => boolean, length: (points: number) => number): string =>
    bars
      .flatMap((points, i) => (wanted(points) ? [`M${i + 0.12} ${zero}v${round(length(points))}h.76V${zero}z`] : []))
      .join("");
  const said = t.verdict(view.score.b.total - view.score.a.total, people.gain, people.lose);
  return (
    <figure class="cmpbars">
      <figcaption>
        <h2 class="h">
          {t.perPerson} <small>{t.perPersonNote}</small>
        </h2>
      </figcaption>
      <svg
        viewBox={`0 0 ${Math.max(1, bars.length)} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={said}
      >
        <path
          class="gain"
          d={draw(
            (points) => points > 0,
            (points) => -(points / Math.max(1, up)) * (zero - 1),
          )}
        />
        <path
          class="loss"
          d={draw(
            (points) => points < 0,
            (points) => (-points / Math.max(1, down)) * (HEIGHT - zero - 1),
          )}
        />
        <path class="zero" d={`M0 ${zero}H${bars.length}`} />
      </svg>
      <p class="ends">
        <span dir="auto">{most && most.points > 0 ? `${most.name} ${t.points(most.points)}` : ""}</span>
        <span>{t.unchanged(people.same)}</span>
        <span dir="auto">{worst && worst.points < 0 ? `${worst.name} ${t.points(worst.points)}` : ""}</span>
      </p>
    </figure>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
