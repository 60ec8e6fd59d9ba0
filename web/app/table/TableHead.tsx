// The titles of a table: a press sorts by the column, another turns the order round, a third gives the event's order back.

import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import { indicesOf, type Table } from "../../state/table.js";
import { isNumber, type TableLayout } from "./layout.js";

export function TableHead({ table, layout }: { table: Table; layout: TableLayout }): JSX.Element {
  const t = words.value.table;
  const sort = table.sort.value;
  const count = table.window.count.value;
  const ticked = table.ticked.value.size;
  const all = count > 0 && ticked >= count;
  const tickAll = async (): Promise<void> => {
    table.ticked.value = all ? new Set() : new Set(await indicesOf(table, 0, count - 1));
  };
  const turn = (column: string): void => {
    if (sort?.column !== column) table.sort.value = { column, down: false };
    else table.sort.value = sort.down ? null : { column, down: true };
  };
  return (
    <div class="dthead" role="rowgroup">
      <div role="row" aria-rowindex={1} style={{ gridTemplateColumns: layout.template }}>
        <span class="tickcell" role="columnheader">
          <input type="checkbox" checked={all} aria-label={t.tickAll} onChange={() => void tickAll()} />
        </span>
        {table.columns.map((column, c) => {
          const { id } = column;
          const by = sort?.column === id ? sort : null;
          return (
            <span
              key={id}
              role="columnheader"
              class={isNumber(column) ? "n" : c === 0 ? "b" : ""}
              aria-sort={by ? (by.down ? "descending" : "ascending") : undefined}
            >
              <button type="button" title={t.about[id]} onClick={() => turn(id)}>
                {t.columns[id] ?? id}
                {by && (
                  <span class="up" aria-hidden="true">
                    {by.down ? " ▼" : " ▲"}
                  </span>
                )}
              </button>
            </span>
          );
        })}
      </div>
    </div>
  );
}
