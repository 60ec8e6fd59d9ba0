// Opens another event: one of the samples, or a file. The file itself goes to the worker unread.

import type { JSX } from "preact";
import { words } from "../i18n/index.js";
import { event, openFile, openSample, samples } from "../state/event.js";
import { locale } from "../state/prefs.js";

export function Opener({ onChosen }: { onChosen?: () => void }): JSX.Element {
  const t = words.value;
  const source = event.value?.source;
  const sample = source && "sample" in source ? source.sample : "";
  return (
    <>
      <select
        class="fld s"
        aria-label={t.sample}
        value={sample}
        onChange={(change) => {
          if (change.currentTarget.value) void openSample(change.currentTarget.value);
          onChosen?.();
        }}
      >
        {sample === "" && (
          <option value="" selected>
            {source && "file" in source ? source.file : t.sample}
          </option>
        )}
        {samples.value.map(({ id, title }) => (
          <option key={id} value={id} selected={id === sample}>
            {title[locale.value]}
          </option>
        ))}
      </select>
      <label class="btn sm filebtn">
        {t.openFile}
        <input
          type="file"
          accept=".json,.jsonc,.txt,application/json"
          onChange={(change) => {
            const file = change.currentTarget.files?.[0];
            if (file) void openFile(file);
            change.currentTarget.value = "";
            onChosen?.();
          }}
        />
      </label>
    </>
  );
}
