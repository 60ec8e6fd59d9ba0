// What an import would change in the event, before it does: what comes into being, what is added, changed, left as it was.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { Change, Difference, ImportView, Table } from "../../import-views.js";
import { answer } from "../../state/importing.js";
import { locale } from "../../state/prefs.js";

const TABLES: readonly Table[] = ["packages", "places", "participants", "wishes"];
/** Most changes drawn of one table. */
const MOST = 40;

export function Changes({ view }: { view: ImportView }): JSX.Element {
  const t = words.value.imports;
  const { created, difference } = view.preview;
  const { refuse } = view.answers;
  const touched = TABLES.filter((table) => {
    const { added, changed, unchanged, removed, missing } = difference[table];
    return added + changed + unchanged + removed + missing > 0;
  });
  return (
    <>
      {(created.length > 0 || refuse.length > 0) && (
        <>
          <h3 class="h">{t.created}</h3>
          <ul class="wl made">
            {created.map(({ list, label, rows }) => (
              <li key={`${list}/${label}`}>
                <p class="grow any">
                  {t.lists[list]} <b dir="auto">{label}</b> <span class="lab">{t.createdRows(rows)}</span>
                </p>
                <button
                  type="button"
                  class="btn sm"
                  onClick={() => answer({ kind: "refuse", list, name: label, on: true })}
                >
                  {t.refuse}
                </button>
              </li>
            ))}
            {refuse.map(({ list, name }) => (
              <li key={`${list}/${name}`}>
                <p class="grow any">
                  {t.refused}
                  {": "}
                  {t.lists[list]} <b dir="auto">{name}</b>
                </p>
                <button type="button" class="btn sm" onClick={() => answer({ kind: "refuse", list, name, on: false })}>
                  {t.create}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {touched.length > 0 && (
        <>
          <h3 class="h">{t.difference}</h3>
          {!view.changes && <p class="m">{t.noDifference}</p>}
          {touched.map((table) => (
            <TableDifference key={table} table={table} view={view} difference={difference[table]} />
          ))}
        </>
      )}
    </>
  );
}

function TableDifference({
  table,
  view,
  difference,
}: {
  table: Table;
  view: ImportView;
  difference: Difference;
}): JSX.Element {
  const t = words.value.imports;
  const open = useSignal(false);
  const { added, changed, unchanged, removed, missing, changes } = difference;
  const name = view.tables.find(({ value }) => value === table)!.label[locale.value];
  const removing = view.answers.remove.includes(table);
  const all = added + changed + removed;
  return (
    <div class="diff">
      <p>
        <button
          type="button"
          class="link"
          aria-expanded={open.value}
          disabled={changes.length === 0}
          onClick={() => (open.value = !open.value)}
        >
          <b>{name}</b>
        </button>{" "}
        <span>{t.counts(added, changed, unchanged, removed)}</span>
      </p>
      {open.value && (
        <ul>
          {changes.slice(0, MOST).map((change, i) => (
            <li key={i} class="any">
              <OneChange change={change} />
            </li>
          ))}
          {all > Math.min(MOST, changes.length) && (
            <li class="lab">{t.moreChanges(all - Math.min(MOST, changes.length))}</li>
          )}
        </ul>
      )}
      {(missing > 0 || removing) && (
        <p class="m">
          {!removing && t.missing(missing)}{" "}
          <button type="button" class="btn sm" onClick={() => answer({ kind: "remove", table, on: !removing })}>
            {removing ? t.keep(removed) : t.remove(missing)}
          </button>
        </p>
      )}
    </div>
  );
}

function OneChange({ change }: { change: Change }): JSX.Element {
  const t = words.value.imports;
  return (
    <>
      <span class={`ck ${change.kind}`}>{t.kinds[change.kind]}</span> <b dir="auto">{change.label}</b>
      {change.kind === "changed" &&
        change.fields.map(({ field, old, new: now }) => (
          <span key={field} class="fc" dir="auto">
            {" "}
            {words.value.table.columns[field] ?? field}: {shown(old) || t.empty} → {shown(now) || t.empty}
          </span>
        ))}
    </>
  );
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text =
    typeof value === "string" ? value : Array.isArray(value) ? value.map(shown).join(", ") : JSON.stringify(value);
  return text.length > 120 ? `${[...text].slice(0, 120).join("")}…` : text;
}
