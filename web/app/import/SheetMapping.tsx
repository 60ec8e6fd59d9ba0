// One sheet of an import: what it was read as, what table it is, and what each of its columns becomes.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { Field, ImportSheetView, ImportView, SheetPlan, Table } from "../../import-views.js";
import { changePlan } from "../../state/importing.js";
import { locale } from "../../state/prefs.js";

/** Columns shown before "more". */
const SHOWN = 30;

interface Props {
  sheet: ImportSheetView;
  view: ImportView;
  /** True when it is the only sheet. */
  alone: boolean;
}

export function SheetMapping({ sheet, view, alone }: Props): JSX.Element {
  const t = words.value.imports;
  const all = useSignal(false);
  const { plan } = sheet;
  const id = plan.sheet;
  const name = sheet.name === "" ? sheet.file : sheet.name;
  const columns = all.value ? plan.columns : plan.columns.slice(0, SHOWN);
  const matrix = plan.table === "wishes" && plan.layout === "matrix";
  return (
    <section class="impsheet">
      {!alone && (
        <h3 class="h any" dir="auto">
          {name}
        </h3>
      )}
      <dl class="impfacts">
        <dt>{t.readAs}</dt>
        <dd>{sheet.detected[locale.value]}</dd>
        <dt>{t.content}</dt>
        <dd>
          <select
            class="fld s"
            aria-label={t.content}
            onChange={(change) =>
              changePlan(id, { kind: "table", table: change.currentTarget.value as Table | "none" })
            }
          >
            {view.tables.map(({ value, label }) => (
              <option key={value} value={value} selected={value === plan.table}>
                {label[locale.value]}
              </option>
            ))}
          </select>{" "}
          <label class="lab">
            {t.titles}{" "}
            <select
              class="fld s"
              onChange={(change) => changePlan(id, { kind: "titles", line: Number(change.currentTarget.value) })}
            >
              {[...new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, plan.titles.last])].map((line) => (
                <option key={line} value={line} selected={line === plan.titles.last}>
                  {line === 0 ? t.noTitles : line}
                </option>
              ))}
            </select>
          </label>
        </dd>
        {plan.table === "wishes" && (
          <>
            <dt>{t.layout}</dt>
            <dd>
              <select
                class="fld s"
                aria-label={t.layout}
                onChange={(change) =>
                  changePlan(id, { kind: "layout", layout: change.currentTarget.value as SheetPlan["layout"] })
                }
              >
                {view.layouts.map(({ value, label }) => (
                  <option key={value} value={value} selected={value === plan.layout}>
                    {label[locale.value]}
                  </option>
                ))}
              </select>
            </dd>
          </>
        )}
        {matrix && (
          <>
            <dt>{t.direction}</dt>
            <dd>
              <select
                class="fld s"
                aria-label={t.direction}
                onChange={(change) =>
                  changePlan(id, { kind: "direction", direction: change.currentTarget.value as SheetPlan["direction"] })
                }
              >
                {(["rows-wish", "columns-wish"] as const).map((value) => (
                  <option key={value} value={value} selected={value === plan.direction}>
                    {t.directions[value]}
                  </option>
                ))}
              </select>
            </dd>
          </>
        )}
        {sheet.ranks !== null && (
          <>
            <dt>{t.ranks}</dt>
            <dd>
              <select
                class="fld s"
                aria-label={t.ranks}
                onChange={(change) =>
                  changePlan(id, { kind: "ranks", ranks: change.currentTarget.value as SheetPlan["ranks"] })
                }
              >
                {(["spread", "clamp"] as const).map((value) => (
                  <option key={value} value={value} selected={value === plan.ranks}>
                    {t.rankings[value]}
                  </option>
                ))}
              </select>{" "}
              <span class="lab">{sheet.ranks}</span>
            </dd>
          </>
        )}
      </dl>
      {plan.table !== "none" && !matrix && (
        <table class="tb map">
          <thead>
            <tr>
              <th>{t.columnHead}</th>
              <th>{t.sampleHead}</th>
              <th>{t.fieldHead}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, i) => {
              const title = column.title || sheet.letters[i]!;
              return (
                <tr key={i} class={column.field === "skip" ? "skipped" : ""}>
                  <td class="any" dir="auto" title={`${sheet.letters[i]}`}>
                    {title}
                  </td>
                  <td class="sample" dir="auto" title={column.samples.join(" · ")}>
                    {column.samples[0] ?? ""}
                  </td>
                  <td>
                    <select
                      class="fld s"
                      aria-label={`${title}: ${t.fieldHead}`}
                      onChange={(change) =>
                        changePlan(id, {
                          kind: "field",
                          column: i,
                          field: change.currentTarget.value as Field,
                          ...(change.currentTarget.value === "choice" ? { rank: nextRank(plan) } : {}),
                        })
                      }
                    >
                      {sheet.fields.map(({ value, label }) => (
                        <option key={value} value={value} selected={value === column.field}>
                          {label[locale.value]}
                          {value === "choice" && column.field === "choice" ? ` ${column.rank ?? ""}` : ""}
                        </option>
                      ))}
                    </select>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {!matrix && plan.table !== "none" && plan.columns.length > columns.length && (
        <button type="button" class="btn txt sm" onClick={() => (all.value = true)}>
          {t.moreColumns(plan.columns.length - columns.length)}
        </button>
      )}
    </section>
  );
}

function nextRank(plan: SheetPlan): number {
  return 1 + plan.columns.reduce((most, { rank = 0 }) => Math.max(most, rank), 0);
}
