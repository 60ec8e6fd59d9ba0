// Own variants in the form of the Lab: those there are, and the ways to bring one. A new one is chosen at once. A phone has
// no editor: files alone.

import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "../../../styles/own.css";
import { form, setForm } from "../../../state/lab.js";
import { narrow } from "../../../state/screen.js";
import { edit, edited, loadOwn, openOwn, ownFiles, refused, removeOwn, storing, writeOwn } from "../../../state/own.js";
import { ownWords } from "./words.js";

export function OwnList(): JSX.Element {
  const t = ownWords.value;
  const input = useRef<HTMLInputElement>(null);
  const told = refused.value;
  const chosen = form.value.variants;
  useEffect(() => void loadOwn(), []);
  const choose = (id: string, on: boolean): void => {
    const others = form.peek().variants.filter((one) => one !== id);
    setForm({ variants: on ? [...others, id] : others });
  };
  return (
    <div class="own" aria-busy={storing.value}>
      {ownFiles.value.map(({ id, name, kind }) => (
        <div class="own-row" key={id}>
          <label class="own-name">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={({ currentTarget }) => choose(id, currentTarget.checked)}
            />
            <span dir="auto">{name}</span>
          </label>
          {kind === "ts" && !narrow.value && (
            <button
              type="button"
              class="btn txt sm"
              aria-label={t.editOf(name)}
              aria-pressed={edited.value?.id === id}
              onClick={() => edit(id)}
            >
              {t.edit}
            </button>
          )}
          <button
            type="button"
            class="btn txt sm"
            aria-label={t.removeOf(name)}
            onClick={() => {
              choose(id, false);
              removeOwn(id);
              document.getElementById("own-open")?.focus();
            }}
          >
            {t.remove}
          </button>
        </div>
      ))}
      <div class="own-ways">
        {!narrow.value && (
          <button
            type="button"
            class="btn sm"
            id="own-write"
            onClick={() => void writeOwn(t.fresh).then((id) => choose(id, true))}
          >
            {t.write}
          </button>
        )}
        <button type="button" class="btn sm" id="own-open" title={t.openNote} onClick={() => input.current?.click()}>
          {t.open}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".ts,.js,.mjs,.wasm"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) void openOwn(file).then((id) => id !== null && choose(id, true));
            currentTarget.value = "";
          }}
        />
      </div>
      <p class="own-told" role="status" dir="auto">
        {told && t.refused[told.why](told.name)}
      </p>
    </div>
  );
}
