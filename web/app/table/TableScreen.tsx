// A tab that is a table: filters and what can be done above, the table, what it says below.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { ask } from "../../state/bridge.js";
import { event } from "../../state/event.js";
import { importView, pasting } from "../../state/importing.js";
import { edit, move, open, removeRows, tableOf, type Table } from "../../state/table.js";
import type { ChoiceView, TableId } from "../../tables.js";
import { FileButton } from "../import/ImportStart.js";
import { AddWish } from "./AddWish.js";
import { DataTable } from "./DataTable.js";
import { TableFoot } from "./TableFoot.js";
import { WishMatrix } from "./WishMatrix.js";

/** Columns that a table may be filtered by. */
const FILTERS: Readonly<Record<TableId, readonly string[]>> = {
  people: ["side", "tier"],
  wishes: ["fromSide", "priority"],
  places: ["zone"],
  packages: [],
};

/** Longest list of values that a filter offers. */
const MOST_CHOICES = 200;

export function TableScreen({ id }: { id: TableId }): JSX.Element {
  const table = tableOf(id);
  const matrix = useSignal(false);
  const t = words.value.table;
  const ticked = table.ticked.value;
  return (
    <div class="tablework">
      <div class="flt">
        {id === "wishes" && (
          <span class="fld switch" role="group" aria-label={t.view}>
            <button type="button" aria-pressed={!matrix.value} onClick={() => (matrix.value = false)}>
              {t.list}
            </button>
            <button type="button" aria-pressed={matrix.value} onClick={() => (matrix.value = true)}>
              {t.matrix}
            </button>
          </span>
        )}
        {!(id === "wishes" && matrix.value) && (
          <>
            <Find table={table} />
            {FILTERS[id].map((column) => (
              <Filter key={column} table={table} column={column} />
            ))}
            <Remarked table={table} />
            <span class="grow" />
            {ticked.size > 0 && (
              <button type="button" class="btn" onClick={() => void removeRows(table, [...ticked])}>
                {t.remove(ticked.size)}
              </button>
            )}
            {importView.value === null && !pasting.value && (
              <>
                <FileButton label={words.value.imports.open} />
                <button type="button" class="btn" onClick={() => (pasting.value = true)}>
                  {words.value.imports.paste}
                </button>
              </>
            )}
            {id === "wishes" ? (
              <AddWish table={table} />
            ) : (
              <button type="button" class="btn" onClick={() => void add(table)}>
                {t.add[id]}
              </button>
            )}
          </>
        )}
      </div>
      {table.only.value && (
        <p class="onlyline" role="status">
          <span class="grow">{table.only.value.why}</span>
          <button type="button" class="btn sm" onClick={() => (table.only.value = null)}>
            {t.showAll}
          </button>
        </p>
      )}
      {id === "wishes" && matrix.value ? (
        <WishMatrix />
      ) : (
        <>
          <DataTable table={table} />
          <TableFoot table={table} />
        </>
      )}
    </div>
  );
}

function Find({ table }: { table: Table }): JSX.Element {
  const t = words.value.table;
  return (
    <input
      class="fld sieve"
      type="search"
      placeholder={t.find[table.id]}
      aria-label={t.find[table.id]}
      value={table.find.value}
      maxLength={200}
      onInput={(input) => (table.find.value = input.currentTarget.value)}
    />
  );
}

/** Shows only the rows of one value of a column. */
function Filter({ table, column }: { table: Table; column: string }): JSX.Element | null {
  const t = words.value.table;
  const choices = useSignal<readonly ChoiceView[]>([]);
  const revision = event.value?.revision ?? 0;
  useEffect(() => {
    void ask((api) => api.tables.choices(table.id, column))
      .then((list) => (choices.value = list))
      .catch(() => undefined);
  }, [revision, table, column]);
  const value = table.where.value[column] ?? "";
  // A value that nothing has any more is still chosen: the person sees why the table is empty.
  const list = choices.value.filter((choice) => choice.value !== "");
  const sides = column === "fromSide" ? (event.value?.sides ?? []) : [];
  const label = (choice: ChoiceView): string =>
    sides.find(({ id }) => id === choice.value)?.label ?? (choice.value === "veto" ? t.veto : choice.label);
  if (list.length === 0 && value === "") return null;
  return (
    <select
      class="fld"
      aria-label={t.filters[column]}
      value={value}
      onChange={(change) => {
        const { [column]: _, ...rest } = table.where.peek();
        const chosen = change.currentTarget.value;
        table.where.value = chosen === "" ? rest : { ...rest, [column]: chosen };
      }}
    >
      <option value="" selected={value === ""}>
        {t.filterAll(t.filters[column]!)}
      </option>
      {list.slice(0, MOST_CHOICES).map((choice) => (
        <option key={choice.value} value={choice.value} selected={choice.value === value}>
          {t.filterOne(t.filters[column]!, label(choice), choice.count)}
        </option>
      ))}
    </select>
  );
}

/** Shows only the rows that something is remarked about. */
function Remarked({ table }: { table: Table }): JSX.Element | null {
  const count = table.facts.value.marked;
  if (count === 0 && !table.marked.value) return null;
  return (
    <button
      type="button"
      class="btn"
      aria-pressed={table.marked.value}
      onClick={() => (table.marked.value = !table.marked.value)}
    >
      {words.value.table.marked} <b>{count}</b>
    </button>
  );
}

/** A new row at the end, open for its first cell. */
async function add(table: Table): Promise<void> {
  const before = table.facts.peek().all;
  table.find.value = "";
  table.where.value = {};
  table.marked.value = false;
  table.only.value = null;
  table.sort.value = null;
  const { done, added } = await edit(table, { kind: "add", cells: {} });
  if (!done || added < 0) return;
  const cell = { row: before, column: 0 };
  move(table, cell);
  table.window.need(Math.max(0, before - 20), before);
  const stop = table.window.blocks.subscribe(() => {
    if (table.window.rowAt(before)?.index !== added) return;
    queueMicrotask(() => stop());
    open(table, cell, "");
  });
}
