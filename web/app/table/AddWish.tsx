// A new wish: who, for whom, how much. What cannot be is said beside the button and nothing is written.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { words } from "../../i18n/index.js";
import { ask } from "../../state/bridge.js";
import { locale } from "../../state/prefs.js";
import { edit, type Table } from "../../state/table.js";
import type { Proposal } from "../../tables.js";

export function AddWish({ table }: { table: Table }): JSX.Element {
  const t = words.value.table;
  const from = useSignal("");
  const to = useSignal("");
  const priority = useSignal("1");
  const problem = useSignal("");
  const first = useRef<HTMLInputElement>(null);
  const add = async (): Promise<void> => {
    const cells = { from: from.value, to: to.value, priority: priority.value };
    const { done, problems } = await edit(table, { kind: "add", cells });
    problem.value = problems[0]?.text[locale.value] ?? "";
    if (!done || problems.length > 0) return;
    to.value = "";
    first.current?.focus();
  };
  return (
    <form
      class="addwish"
      onSubmit={(submit) => {
        submit.preventDefault();
        void add();
      }}
    >
      {problem.value !== "" && (
        <span class="wrong" role="alert">
          {problem.value}
        </span>
      )}
      <Person label={t.columns["from"]!} column="from" value={from} />
      <Person label={t.columns["to"]!} column="to" value={to} field={first} />
      <input
        class="fld"
        aria-label={t.columns["priority"]}
        title={t.about["priority"]}
        value={priority.value}
        size={4}
        onInput={(input) => (priority.value = input.currentTarget.value)}
      />
      <button type="submit" class="btn">
        {t.add.wishes}
      </button>
    </form>
  );
}

function Person({
  label,
  column,
  value,
  field,
}: {
  label: string;
  column: string;
  value: { value: string };
  field?: { current: HTMLInputElement | null };
}): JSX.Element {
  const proposals = useSignal<readonly Proposal[]>([]);
  return (
    <>
      <input
        ref={field}
        class="fld left"
        placeholder={label}
        aria-label={label}
        list={`wish-${column}`}
        value={value.value}
        onInput={(input) => {
          const text = (value.value = input.currentTarget.value);
          void ask((api) => api.tables.propose("wishes", column, text))
            .then((list) => (proposals.value = list))
            .catch(() => undefined);
        }}
      />
      <datalist id={`wish-${column}`}>
        {proposals.value.map(({ text, detail }, i) => (
          <option key={i} value={text} label={detail} />
        ))}
      </datalist>
    </>
  );
}
