// How good the variants are: a row per group of events, budget and variant, with a mark for each run.

import type { JSX } from "preact";
import { format } from "../../i18n/index.js";
import type { LabResults, LabRow, LabSpread, LabUnit, LabVerdicts } from "../../lab-views.js";
import { narrow } from "../../state/screen.js";
import { Marks, MarksHead } from "./Marks.js";
import { Table } from "./Table.js";
import type { Head } from "./Table.js";
import { titleIn } from "./titles.js";
import { labWords } from "./words.js";

const VERDICTS: readonly (keyof LabVerdicts)[] = ["ok", "unplaced", "wrong", "none"];

export function QualityTable({ found }: { found: LabResults }): JSX.Element | null {
  const t = labWords.value;
  const { rows, unit } = found;
  if (rows.length === 0) return null;
  const timed = unit === "seconds";
  return (
    <section class="labo-table">
      <Table label={t.heads.score} heads={headsOf(unit)}>
        {rows.map((row, i) => (
          <Row key={`${row.group} ${row.budget} ${row.variant}`} row={row} before={rows[i - 1]} found={found} />
        ))}
      </Table>
      <p class="note">
        {found.more > 0 && t.more(found.more)} {t.legend.quality} {timed && t.clock}
      </p>
    </section>
  );
}

/** On a phone the events stand over their rows, and what can be done without is left out. */
function headsOf(unit: LabUnit): Head[] {
  const { group, budget, variant, score, toBest, marks, toBound, rate, ended } = labWords.value.heads;
  const drawn = (
    <>
      <span class="hidden-text">{marks}</span>
      <MarksHead />
    </>
  );
  const wide = !narrow.value;
  return [
    ...(wide ? [{ text: group }, { text: budget, number: true }] : []),
    { text: variant },
    { text: score, number: true },
    { text: toBest, number: true },
    ...(wide ? [{ text: drawn }] : []),
    { text: toBound, number: true },
    ...(wide && unit === "seconds" ? [{ text: rate, number: true }] : []),
    { text: ended },
  ];
}

function Row({ row, before, found }: { row: LabRow; before: LabRow | undefined; found: LabResults }): JSX.Element {
  const t = labWords.value;
  const f = format.value;
  const wide = !narrow.value;
  const sameGroup = before?.group === row.group;
  const sameBudget = sameGroup && before.budget === row.budget;
  const counts = VERDICTS.filter((word) => row.verdicts[word] > 0);
  return (
    <>
      {!wide && !sameBudget && (
        <tr>
          <th class="labo-over any" scope="rowgroup" colSpan={5} dir="auto">
            {row.group}, {t.budget(row.budget, found.unit)}
          </th>
        </tr>
      )}
      <tr class={row.first ? "labo-first" : undefined}>
        {wide && (
          <td class="any" dir="auto">
            {sameGroup ? "" : row.group}
          </td>
        )}
        {wide && <td class="n">{sameBudget ? "" : t.budget(row.budget, found.unit)}</td>}
        <th scope="row" dir="auto">
          {titleIn(found.variants, row.variant)}
        </th>
        <Cell spread={row.score} text={f.number} />
        <Cell spread={row.toBest} text={f.thousandths} />
        {wide && (
          <td>
            <Marks row={row} />
          </td>
        )}
        <Cell spread={row.toBound} text={f.thousandths} />
        {wide && found.unit === "seconds" && <Cell spread={row.rate} text={rateText} />}
        <td class="any">{counts.map((word) => `${f.number(row.verdicts[word])} ${t.verdict[word]}`).join(", ")}</td>
      </tr>
    </>
  );
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
