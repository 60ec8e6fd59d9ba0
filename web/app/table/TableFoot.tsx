// What a table says below itself: how much is shown and chosen, what is wrong where the cursor is, what was last done.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { undo } from "../../state/edits.js";
import { openSpecAt } from "../../state/go.js";
import { locale } from "../../state/prefs.js";
import type { Table } from "../../state/table.js";

export function TableFoot({ table }: { table: Table }): JSX.Element {
  const t = words.value.table;
  const { total, all, serial } = table.facts.value;
  const ticked = table.ticked.value.size;
  const row = table.window.rowAt(table.cursor.value.row);
  const column = table.columns[table.cursor.value.column]!;
  const mark = row?.marks.find((one) => one.column === column.id) ?? row?.marks[0];
  return (
    <div class="tfoot">
      <span>{serial < 0 ? words.value.loading : t.count[table.id](total, all)}</span>
      {ticked > 0 && <span>{t.chosen(ticked)}</span>}
      <span role="status" class="saying">
        <Told table={table} />
        {table.told.value === null && mark && (
          <span class={mark.severity === "error" ? "err" : ""}>
            {mark.severity === "error" ? "! " : ""}
            {mark.text}{" "}
            <button type="button" class="btn txt sm" onClick={() => openSpecAt(mark.at)}>
              {t.inSpec}
            </button>
          </span>
        )}
      </span>
      <span class="grow" />
      <span class="keys">{t.keys}</span>
    </div>
  );
}

function Told({ table }: { table: Table }): JSX.Element | null {
  const t = words.value.table;
  const told = table.told.value;
  if (!told) return null;
  switch (told.kind) {
    case "removed":
      return (
        <>
          {t.removed(told.rows, told.wishes, told.locked, told.others)}
          <button type="button" class="btn txt sm" onClick={() => void undo().then(() => (table.told.value = null))}>
            {words.value.edits.undo}
          </button>
        </>
      );
    case "pasted":
    case "cleared":
      return (
        <>
          {told.kind === "pasted" ? t.pasted(told.changed) : t.cleared(told.changed)}
          {told.problems.length > 0 && (
            <span class="err">{t.left(told.problems.length, told.problems[0]!.text[locale.value])}</span>
          )}
        </>
      );
    case "copied":
      return <>{t.copied(told.cells)}</>;
    default:
      return <span class="err">{t[told.kind]}</span>;
  }
}
