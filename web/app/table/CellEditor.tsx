// The field over the cell that is edited: Enter writes and goes down, Tab writes and goes right, Escape leaves it as it
// was. What could be meant is proposed below; what cannot be stays open and says why.

import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { locale } from "../../state/prefs.js";
import { cancel, commit, move, open, type, type Table } from "../../state/table.js";
import { px } from "../px.js";
import type { TableLayout } from "./layout.js";

export function CellEditor({
  table,
  layout,
  height,
}: {
  table: Table;
  layout: TableLayout;
  height: number;
}): JSX.Element | null {
  const now = table.editing.value;
  const field = useRef<HTMLInputElement>(null);
  const t = words.value.table;
  const key = now ? `${now.row}/${now.column}` : "";
  useLayoutEffect(() => {
    const el = field.current;
    if (!el) return;
    el.focus();
    el.setSelectionRange(el.value.length, el.value.length);
  }, [key]);
  if (!now) return null;
  const column = table.columns[now.column]!;
  const listed = now.proposals.length > 0;

  /** Writes and goes on, unless it cannot be so. */
  const finish = async (text: string | undefined, down: number, right: number, all = false): Promise<void> => {
    const { row, column: at } = now;
    if (!(await commit(table, text, all))) return;
    const next = {
      row: Math.max(0, Math.min(table.window.count.peek() - 1, row + down)),
      column: Math.max(0, Math.min(table.columns.length - 1, at + right)),
    };
    move(table, next);
    if (right !== 0) open(table, next);
  };
  const onKeyDown = (press: KeyboardEvent): void => {
    press.stopPropagation();
    const chosen = now.proposals[now.chosen]?.text;
    switch (press.key) {
      case "Escape":
        cancel(table);
        break;
      case "Enter":
        void finish(chosen, press.shiftKey ? -1 : press.ctrlKey ? 0 : 1, 0, press.ctrlKey);
        break;
      case "Tab":
        void finish(chosen, 0, press.shiftKey ? -1 : 1);
        break;
      case "ArrowDown":
      case "ArrowUp": {
        if (!listed) return;
        const step = press.key === "ArrowDown" ? 1 : -1;
        const size = now.proposals.length;
        table.editing.value = {
          ...now,
          chosen: (now.chosen + step + size + (now.chosen < 0 && step < 0 ? 1 : 0)) % size,
        };
        break;
      }
      default:
        return;
    }
    press.preventDefault();
  };
  return (
    <div
      class="cellbox"
      // A grid has rows of cells and nothing else.
      role="row"
      aria-rowindex={now.row + 2}
      style={{
        top: px(now.row * height),
        left: px(layout.lefts[now.column]),
        width: px(Math.max(96, layout.widths[now.column]!)),
        height: px(height),
      }}
    >
      <div class="cellin" role="gridcell" aria-colindex={now.column + 2}>
        <input
          ref={field}
          class={now.problem ? "bad" : ""}
          value={now.text}
          dir="auto"
          role="combobox"
          aria-label={t.columns[column.id] ?? column.id}
          aria-expanded={listed}
          aria-controls="cell-proposals"
          aria-autocomplete="list"
          aria-activedescendant={now.chosen >= 0 ? `proposal-${now.chosen}` : undefined}
          aria-invalid={now.problem ? true : undefined}
          aria-describedby={now.problem ? "cell-problem" : undefined}
          spellcheck={false}
          autocomplete="off"
          maxLength={2000}
          onInput={(input) => type(table, input.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            // Who presses elsewhere means what was typed; what cannot be is left as it was.
            if (table.editing.peek() === now && !now.problem) void commit(table);
          }}
        />
        {(listed || now.problem) && (
          <div class="cellpop">
            {now.problem && (
              <p id="cell-problem" class="wrong" role="alert">
                {now.problem.text[locale.value]}
              </p>
            )}
            <ul id="cell-proposals" role="listbox" aria-label={t.proposals}>
              {now.proposals.map(({ text, detail }, i) => (
                <li
                  key={`${text}/${i}`}
                  id={`proposal-${i}`}
                  role="option"
                  aria-selected={i === now.chosen}
                  onPointerDown={(press) => {
                    press.preventDefault();
                    void finish(text, 0, 0);
                  }}
                >
                  <span dir="auto">{text}</span>
                  {detail !== "" && (
                    <em class="q" dir="auto">
                      {detail}
                    </em>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  );
}
