// The text of an own variant, over the results of the Lab: Monaco with TypeScript, loaded when it is first shown, and what
// its compiler says.

import { effect, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { changeOwn, closeEditor, edited, errors } from "../../../state/own.js";
import { theme } from "../../../state/prefs.js";
import { loadOwnEditor, type OwnEditorHandle } from "./load-editor.js";
import { ownWords } from "./words.js";

/** Errors that are named one by one. */
const NAMED = 5;

export function OwnEditor(): JSX.Element | null {
  const t = ownWords.value;
  const host = useRef<HTMLDivElement>(null);
  const handle = useSignal<OwnEditorHandle | null>(null);
  const failed = useSignal(false);
  const file = edited.value;
  const id = file?.id;

  useEffect(() => {
    const opened = edited.peek();
    if (id === undefined || !opened) return undefined;
    let gone = false;
    failed.value = false;
    loadOwnEditor().then(
      ({ attach }) => {
        if (gone) return;
        handle.value = attach(host.current!, opened.text, ownWords.peek().editor(opened.name), (text, code, found) =>
          changeOwn(id, text, code, found),
        );
        handle.value.focus();
      },
      () => (failed.value = true),
    );
    return () => {
      gone = true;
      handle.peek()?.detach();
      handle.value = null;
    };
  }, [id]);
  useEffect(() => effect(() => void (theme.value, handle.value?.recolour())), []);

  if (!file) return null;
  const found = errors.value;
  return (
    <section class="own-editor" aria-label={t.editor(file.name)} aria-busy={found === null && !failed.value}>
      <header>
        <b dir="auto">{file.name}.ts</b>
        <span role="status">{failed.value ? t.failed : found === null ? t.compiling : stateOf(found.length)}</span>
        <span class="own-grow" />
        <span class="own-leave">{t.leave}</span>
        <button
          type="button"
          class="btn txt sm"
          onClick={() => {
            closeEditor();
            document.getElementById("own-write")?.focus();
          }}
        >
          {t.close}
        </button>
      </header>
      <div class="own-box" ref={host} />
      {found !== null && found.length > 0 && (
        <ul class="own-errors" lang="en">
          {found.slice(0, NAMED).map(({ line, text }, i) => (
            <li key={i}>
              <button type="button" class="btn txt sm" onClick={() => handle.value?.show(line)}>
                {t.errorAt(line, text)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function stateOf(count: number): string {
  const t = ownWords.value;
  return count === 0 ? t.ready : t.errors(count);
}
