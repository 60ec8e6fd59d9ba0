// Where an import begins: files chosen, dropped or a folder, cells pasted, and an example of each table to fill in.

import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { words } from "../../i18n/index.js";
import type { Table } from "../../import-views.js";
import { readFiles, readPasted, saveExample } from "../../state/importing.js";
import { openPanel } from "../../state/shelf.js";
import { filesOf } from "./files.js";

const TABLES: readonly Table[] = ["participants", "wishes", "places", "packages"];
const ACCEPT = ".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.json,.jsonc,.zip";

export function ImportStart(): JSX.Element {
  const t = words.value.imports;
  const text = useSignal("");
  return (
    <>
      <p class="startfiles">
        <FileButton />
        <label class="btn filebtn">
          {t.folder}
          <input
            type="file"
            {...{ webkitdirectory: true }}
            onChange={(change) => {
              void readFiles(filesOf(change.currentTarget.files));
              change.currentTarget.value = "";
            }}
          />
        </label>
      </p>
      <p class="m">{t.drop}</p>
      <label class="pastebox">
        <span class="lab">{t.pasteHere}</span>
        <textarea
          rows={8}
          spellcheck={false}
          value={text.value}
          onInput={(input) => (text.value = input.currentTarget.value)}
          onPaste={(paste) => {
            const pasted = paste.clipboardData?.getData("text/plain") ?? "";
            if (text.value !== "" || pasted === "") return;
            paste.preventDefault();
            void readPasted(pasted);
          }}
        />
      </label>
      <button
        type="button"
        class="btn"
        aria-disabled={text.value.trim() === ""}
        onClick={() => text.value.trim() !== "" && void readPasted(text.value)}
      >
        {t.pasteRead}
      </button>
      <p class="m">{t.examples}</p>
      <p class="startfiles">
        {TABLES.map((table) => (
          <button key={table} type="button" class="btn sm" onClick={() => void saveExample(table)}>
            {table}.csv
          </button>
        ))}
      </p>
      <p class="startfiles">
        <SamplesButton />
      </p>
    </>
  );
}

/** Leads to whole events to look at, for who has no file yet. */
export function SamplesButton(): JSX.Element {
  return (
    <button type="button" class="btn sm" onClick={() => openPanel(true)}>
      {words.value.imports.samples}
    </button>
  );
}

/** The button that chooses files. */
export function FileButton({ label }: { label?: string }): JSX.Element {
  return (
    <label class="btn filebtn">
      {label ?? words.value.imports.choose}
      <input
        type="file"
        multiple
        class="tablefiles"
        accept={ACCEPT}
        onChange={(change) => {
          void readFiles(filesOf(change.currentTarget.files));
          change.currentTarget.value = "";
        }}
      />
    </label>
  );
}
