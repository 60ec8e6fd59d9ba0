// What a table or a place brings, part by part, as in the score.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { SeatPoints } from "../../lunch-views.js";

export function PointsTable({ points }: { points: SeatPoints }): JSX.Element {
  const t = words.value.lunch;
  return (
    <table class="tb pts">
      <tbody>
        {(["wishes", "colleagues", "repeats"] as const).map((key) => (
          <tr key={key}>
            <td>{t.parts[key]}</td>
            <td class="n">{t.points(points[key])}</td>
          </tr>
        ))}
        <tr class="tot">
          <td>{t.parts.total}</td>
          <td class="n">{t.points(points.total)}</td>
        </tr>
      </tbody>
    </table>
  );
}
