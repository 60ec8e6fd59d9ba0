// What is not counted: results that are wrong, not placed or missing, each with its reason.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabResults } from "../../lab-views.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

export function Bad({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const { bad, unit, variants } = found;
  if (bad.length === 0) return null;
  return (
    <section class="labo-table labo-bad">
      <h2 class="h">
        {t.bad} <small>{t.badNote}</small>
      </h2>
      <div class="labo-across" tabIndex={0} role="region" aria-label={t.bad}>
        <table class="tb">
          <thead>
            <tr>
              <th scope="col">{t.heads.group}</th>
              <th scope="col">{t.heads.variant}</th>
              <th scope="col" class="n">
                {t.heads.seed}
              </th>
              <th scope="col" class="n">
                {t.heads.budget}
              </th>
              <th scope="col">{t.heads.ended}</th>
              <th scope="col">{t.heads.why}</th>
            </tr>
          </thead>
          <tbody>
            {bad.map(({ instance, variant, seed, budget, verdict, why }, i) => (
              <tr key={i}>
                <td class="any" dir="auto">
                  {instance}
                </td>
                <td dir="auto">{titleIn(variants, variant)}</td>
                <td class="n">{format.value.number(seed)}</td>
                <td class="n">{budget === null ? "–" : t.budget(budget, unit)}</td>
                <td class={verdict === "wrong" ? "badnum" : undefined}>{t.verdict[verdict]}</td>
                <td class="any" lang="en">
                  {why}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
