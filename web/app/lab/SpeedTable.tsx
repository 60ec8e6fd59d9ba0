// How fast the variants are: steps per second, and their ratio to the first one, turn by turn.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabResults } from "../../lab-views.js";
import { Cell, rateText } from "./QualityTable.js";
import { Table } from "./Table.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

export function SpeedTable({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const f = format.value;
  const { speeds, variants } = found;
  if (speeds.length === 0) return null;
  const { group, variant, turns, rate, ratio, ended } = t.heads;
  const numbers = [turns, rate, ratio].map((text) => ({ text, number: true }));
  const heads = [{ text: group }, { text: variant }, ...numbers, { text: ended }];
  return (
    <section class="labo-table">
      <Table label={t.heads.rate} heads={heads}>
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
      </Table>
      <p class="note">
        {found.more > 0 && t.more(found.more)} {t.legend.speed} {t.clock}
      </p>
    </section>
  );
}
