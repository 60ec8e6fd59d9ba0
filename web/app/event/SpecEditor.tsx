// The event as text: Monaco at the left, the list of problems at the right, or Monaco alone beside another view of the
// event. Monaco is loaded when this is first shown.

import { effect, useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { format, words } from "../../i18n/index.js";
import type { EditPath } from "../../protocol.js";
import { ask } from "../../state/bridge.js";
import { redo, undo } from "../../state/edits.js";
import { event, opened } from "../../state/event.js";
import { readOnly } from "../../state/keep.js";
import { openSpecAt, specWanted } from "../../state/go.js";
import { locale, theme } from "../../state/prefs.js";
import { fix } from "../../state/watch.js";
import { LARGE, type EditorHandle } from "./editor.js";
import { loadMonaco } from "./load-monaco.js";
import { Problems } from "./Problems.js";

export function SpecEditor({ embedded = false }: { embedded?: boolean }): JSX.Element {
  const t = words.value.spec;
  const w = words.value.watch;
  const host = useRef<HTMLDivElement>(null);
  const editor = useSignal<EditorHandle | null>(null);
  const failed = useSignal(false);
  const caret = useSignal({ line: 1, column: 1 });
  /** True when formatting was asked for a text that is too long for it. */
  const tooLong = useSignal(false);
  const of = opened.value;

  useEffect(() => {
    tooLong.value = false;
    if (of === 0) return undefined;
    let gone = false;
    const load = async (): Promise<EditorHandle | null> => {
      const [{ attach }, schema] = await Promise.all([loadMonaco(), ask((api) => api.schema())]);
      const input = {
        opened: of,
        text: () => ask((api) => api.text()),
        schema,
        label: words.peek().spec.editor,
        locale: locale.peek(),
        shows: embedded,
      };
      return attach(host.current!, input, () => !gone, {
        changed: (serial, changes) => ask((api) => api.type(serial, changes)).catch(() => true),
        undo: () => void undo(),
        redo: () => void redo(),
        complete: (serial, offset) => ask((api) => api.completeAt(serial, offset)).catch(() => null),
        fixes: (problem) => ask((api) => api.watch.fixes(event.peek()?.revision ?? 0, problem)).catch(() => []),
        fix: (problem, index, label) => void fix(event.peek()?.revision ?? 0, problem, index, label),
        moved: (line, column) => (caret.value = { line, column }),
      });
    };
    load().then(
      (handle) => (editor.value = handle),
      () => (failed.value = true),
    );
    return () => {
      gone = true;
      editor.peek()?.detach();
      editor.value = null;
    };
  }, [of]);
  useEffect(() => effect(() => editor.value?.mark(event.value?.problems ?? [], locale.value)), []);
  useEffect(() => effect(() => editor.value?.setReadOnly(readOnly.value)), []);
  useEffect(
    () =>
      effect(() => {
        const at = specWanted.value;
        if (editor.value === null || at === null) return;
        specWanted.value = null;
        void offsetOf(at).then((offset) => offset !== null && editor.peek()?.show(offset));
      }),
    [],
  );
  useEffect(() => effect(() => void (theme.value, editor.value?.recolour())), []);

  const shown = event.value;
  return (
    <div class={embedded ? "spec alone" : "work spec"}>
      <div class="ed">
        <div class="edtabs">
          <b>{shown && "file" in shown.source ? shown.source.file : t.file}</b>
          <button type="button" class="btn txt sm" onClick={() => (tooLong.value = editor.value?.format() === false)}>
            {t.format}
          </button>
          <span role="status">
            {tooLong.value && shown && w.tooLongToFormat(format.value.compact(LARGE), format.value.compact(shown.size))}
          </span>
          <span class="grow" />
          <button type="button" class="btn txt sm" onClick={() => editor.value?.nextProblem()}>
            {t.next}
          </button>
        </div>
        <div class="edbox" ref={host}>
          {failed.value && <p class="empty">{t.failed}</p>}
        </div>
        <div class="stat">
          {shown && shown.errors > 0 && <span class="err">{t.errors(shown.errors)}</span>}
          {shown && shown.warnings > 0 && <span>{t.warnings(shown.warnings)}</span>}
          <span>{t.leave}</span>
          <span class="grow" />
          {shown && <span>{t.size(shown.size)}</span>}
          <span>{t.position(caret.value.line, caret.value.column)}</span>
          <span>{t.language}</span>
        </div>
      </div>
      {!embedded && (
        <aside aria-label={t.problems}>
          <h2 class="h">
            {t.problems} <small>{shown && words.value.overview.watchNote(shown.errors, shown.warnings)}</small>
          </h2>
          <Problems onOpen={openSpecAt} />
        </aside>
      )}
    </div>
  );
}

/** Where in the text something stands; the worker knows for what is given by its path. */
async function offsetOf(at: number | EditPath): Promise<number | null> {
  return typeof at === "number" ? at : ask((api) => api.locate(at)).catch(() => null);
}
