// What is not counted: results that are wrong, not placed or missing, each with its reason.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabResults } from "../../lab-views.js";
import { Table } from "./Table.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

export function Bad({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const { bad, unit, variants } = found;
  if (bad.length === 0) return null;
  const { group, variant: who, seed: seeds, budget: budgets, ended, why: reason } = t.heads;
  const heads = [
    { text: group },
    { text: who },
    { text: seeds, number: true },
    { text: budgets, number: true },
    { text: ended },
    { text: reason },
  ];
  return (
    <section class="labo-table labo-bad">
      <h2 class="h">
        {t.bad} <small>{t.badNote}</small>
      </h2>
      <Table label={t.bad} heads={heads}>
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
      </Table>
    </section>
  );
}
