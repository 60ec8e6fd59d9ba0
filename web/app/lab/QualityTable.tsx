// How good the variants are: a row per group of events, budget and variant, with a mark for each run.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabResults, LabRow, LabSpread, LabVerdicts } from "../../lab-views.js";
import { Marks, MarksHead } from "./Marks.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

const VERDICTS: readonly (keyof LabVerdicts)[] = ["ok", "unplaced", "wrong", "none"];

export function QualityTable({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const f = format.value;
  const { rows, unit, variants } = found;
  if (rows.length === 0) return null;
  const timed = unit === "seconds";
  return (
    <section class="labo-table">
      <div class="labo-across" tabIndex={0} role="region" aria-label={t.heads.score}>
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t.heads.group}</th>
              <th scope="col" class="n">
                {t.heads.budget}
              </th>
              <th scope="col">{t.heads.variant}</th>
              <th scope="col" class="n">
                {t.heads.score}
              </th>
              <th scope="col" class="n">
                {t.heads.toBest}
              </th>
              <th scope="col">
                <span class="hidden-text">{t.heads.marks}</span>
                <MarksHead />
              </th>
              <th scope="col" class="n">
                {t.heads.toBound}
              </th>
              {timed && (
                <th scope="col" class="n">
                  {t.heads.rate}
                </th>
              )}
              <th scope="col">{t.heads.ended}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={`${row.group} ${row.budget} ${row.variant}`} class={row.first ? "labo-first" : undefined}>
                <td class="any" dir="auto">
                  {sameAs(rows[i - 1], row, "group") ? "" : row.group}
                </td>
                <td class="n">{sameAs(rows[i - 1], row, "budget") ? "" : t.budget(row.budget, unit)}</td>
                <th scope="row" dir="auto">
                  {titleIn(variants, row.variant)}
                </th>
                <Cell spread={row.score} text={f.number} />
                <Cell spread={row.toBest} text={f.thousandths} />
                <td>
                  <Marks row={row} />
                </td>
                <Cell spread={row.toBound} text={f.thousandths} />
                {timed && <Cell spread={row.rate} text={rateText} />}
                <td>
                  {VERDICTS.filter((word) => row.verdicts[word] > 0)
                    .map((word) => `${f.number(row.verdicts[word])} ${t.verdict[word]}`)
                    .join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">
        {t.legend.quality} {timed && t.clock}
      </p>
    </section>
  );
}

/** The group is said once, the budget once in each group. */
function sameAs(before: LabRow | undefined, row: LabRow, what: "group" | "budget"): boolean {
  return before?.group === row.group && (what === "group" || before.budget === row.budget);
}

export function rateText(value: number): string {
  return value >= 1e4 ? format.value.compact(value) : format.value.significant(value);
}

/** The median, and how far the others were. */
export function Cell({ spread, text }: { spread: LabSpread | null; text: (value: number) => string }): JSX.Element {
  if (!spread) return <td class="n">–</td>;
  return (
    <td class="n">
      <b>{text(spread.median)}</b>
      {spread.min < spread.max && <small>{labWords.value.range(spread, text)}</small>}
    </td>
  );
}
