// How fast the variants are: steps per second, and their ratio to the first one, turn by turn.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabResults } from "../../lab-views.js";
import { Cell, rateText } from "./QualityTable.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

export function SpeedTable({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const f = format.value;
  const { speeds, variants } = found;
  if (speeds.length === 0) return null;
  return (
    <section class="labo-table">
      <div class="labo-across" tabIndex={0} role="region" aria-label={t.heads.rate}>
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t.heads.group}</th>
              <th scope="col">{t.heads.variant}</th>
              <th scope="col" class="n">
                {t.heads.turns}
              </th>
              <th scope="col" class="n">
                {t.heads.rate}
              </th>
              <th scope="col" class="n">
                {t.heads.ratio}
              </th>
              <th scope="col">{t.heads.ended}</th>
            </tr>
          </thead>
          <tbody>
            {speeds.map((row, i) => (
              <tr key={i}>
                <td class="any" dir="auto">
                  {row.first ? row.instance : ""}
                </td>
                <th scope="row" dir="auto">
                  {titleIn(variants, row.variant)}
                </th>
                <td class="n">{f.number(row.turns)}</td>
                <Cell spread={row.rate} text={rateText} />
                {row.first ? (
                  <td class="n">
                    <b>1</b>
                  </td>
                ) : (
                  <Cell spread={row.ratio} text={f.significant} />
                )}
                <td>{t.verdict[row.verdict]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {found.more > 0 && t.more(found.more)} {t.legend.speed} {t.clock}
      </p>
    </section>
  );
}
