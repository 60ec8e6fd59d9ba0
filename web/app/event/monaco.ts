// Monaco as the event's editor: JSON with comments, completion and hover from the event's schema, our diagnostics as
// markers. Loaded only when the Spec tab is opened. Squiggles come from our own reading of the text, which uses the
// same schema and says it in the page's language; Monaco's validation would say everything twice.

import * as monaco from "monaco-editor/editor/editor.api";
import "monaco-editor/editor/browser/coreCommands";
import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/caretOperations/register";
import "monaco-editor/features/clipboard/register";
import "monaco-editor/features/codelens/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/comment/register";
import "monaco-editor/features/contextmenu/register";
import "monaco-editor/features/dropOrPasteInto/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/folding/register";
import "monaco-editor/features/format/register";
import "monaco-editor/features/gotoError/register";
import "monaco-editor/features/gotoLine/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/indentation/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/multicursor/register";
import "monaco-editor/features/smartSelect/register";
import "monaco-editor/features/snippet/register";
import "monaco-editor/features/suggest/register";
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import "monaco-editor/features/tokenization/register";
import "monaco-editor/features/wordOperations/register";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import JsonWorker from "monaco-editor/language/json/json.worker?worker";
import type { TextChange } from "../../protocol.js";
import type { EditorHandle, EditorHooks, EditorInput } from "./editor.js";

const OWNER = "dancecard";
/** Longer texts get no folding and no formatting: both would need the whole of it on the main thread. */
const LARGE = 1_000_000;

self.MonacoEnvironment = {
  getWorker: (_: string, label: string) => (label === "json" ? new JsonWorker() : new EditorWorker()),
};

/** The text stays while the editor is away; a number tells which event it belongs to. */
let kept: { opened: number; model: monaco.editor.ITextModel; view: monaco.editor.ICodeEditorViewState | null } | null =
  null;

/** Puts an editor into an element; null when it is no longer wanted by the time the text is there. */
export async function attach(
  host: HTMLElement,
  input: EditorInput,
  wanted: () => boolean,
  hooks: EditorHooks,
): Promise<EditorHandle | null> {
  jsonDefaults.setDiagnosticsOptions({
    validate: false,
    allowComments: true,
    comments: "ignore",
    trailingCommas: "ignore",
    enableSchemaRequest: false,
    schemas: [{ uri: "dancecard://event.json", fileMatch: ["*"], schema: input.schema }],
  });
  if (kept?.opened !== input.opened) {
    const text = await input.text();
    if (!wanted()) return null;
    kept?.model.dispose();
    kept = { opened: input.opened, model: monaco.editor.createModel(text, "json"), view: null };
    kept.model.setEOL(monaco.editor.EndOfLineSequence.LF);
    kept.model.updateOptions({
      tabSize: 2,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
  }
  if (!wanted()) return null;
  const mine = kept;
  const { model } = mine;
  const large = model.getValueLength() > LARGE;
  recolour();
  // Text and theme are one task, the editor another.
  await new Promise(requestAnimationFrame);
  if (!wanted()) return null;
  const editor = monaco.editor.create(host, {
    model,
    theme: OWNER,
    ariaLabel: input.label,
    automaticLayout: true,
    bracketPairColorization: { enabled: false },
    fixedOverflowWidgets: true,
    folding: !large,
    fontFamily: token("--mono"),
    fontSize: 12,
    lineHeight: 19,
    lineNumbersMinChars: 4,
    minimap: { enabled: false },
    occurrencesHighlight: "off",
    overviewRulerBorder: false,
    padding: { top: 8, bottom: 8 },
    renderLineHighlight: "all",
    scrollBeyondLastLine: false,
    stickyScroll: { enabled: false },
    wordBasedSuggestions: "off",
    quickSuggestions: { strings: true, other: true, comments: false },
  });
  if (mine.view) editor.restoreViewState(mine.view);
  const listeners = [
    model.onDidChangeContent((event) =>
      hooks.changed(
        event.changes.map(({ rangeOffset, rangeLength, text }) => ({ offset: rangeOffset, length: rangeLength, text })),
      ),
    ),
    editor.onDidChangeCursorPosition(({ position }) => hooks.moved(position.lineNumber, position.column)),
  ];
  return {
    mark(problems, locale) {
      if (model.isDisposed()) return;
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        problems.flatMap(({ range, severity, text, code }) => {
          if (!range) return [];
          const start = model.getPositionAt(range.start);
          const end = model.getPositionAt(Math.max(range.end, range.start + 1));
          return {
            severity: severity === "error" ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
            message: text[locale],
            source: code,
            startLineNumber: start.lineNumber,
            startColumn: start.column,
            endLineNumber: end.lineNumber,
            endColumn: end.column,
          };
        }),
      );
    },
    show(offset) {
      const position = model.getPositionAt(offset);
      editor.setPosition(position);
      editor.revealPositionInCenter(position);
      editor.focus();
    },
    format() {
      if (!large) void editor.getAction("editor.action.formatDocument")?.run();
    },
    nextProblem() {
      editor.focus();
      editor.trigger(OWNER, "editor.action.marker.next", null);
    },
    recolour,
    detach() {
      mine.view = editor.saveViewState();
      for (const listener of listeners) listener.dispose();
      editor.dispose();
    },
  };
}

/** Takes over what was written into the text elsewhere on the page, so that the editor's undo knows it. */
export function follow(opened: number, changes: readonly TextChange[]): void {
  if (kept?.opened !== opened || changes.length === 0) return;
  const { model } = kept;
  const range = ({ offset, length }: TextChange): monaco.Range =>
    monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
  model.pushEditOperations(
    null,
    changes.map((change) => ({ range: range(change), text: change.text })),
    () => null,
  );
}

/** A value of tokens.css. */
function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** Makes Monaco's theme from the tokens of the page. */
export function recolour(): void {
  const dark = token("color-scheme") === "dark" || getComputedStyle(document.documentElement).colorScheme === "dark";
  const hex = (name: string): string => full(token(name));
  const bare = (name: string): string => hex(name).slice(1);
  monaco.editor.defineTheme(OWNER, {
    base: dark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      { token: "", foreground: bare("--ink") },
      { token: "string.key.json", foreground: bare("--code-key") },
      { token: "string.value.json", foreground: bare("--code-string") },
      { token: "number", foreground: bare("--code-number") },
      { token: "keyword.json", foreground: bare("--code-number") },
      { token: "comment", foreground: bare("--code-mute") },
    ],
    colors: {
      "editor.background": hex("--surface"),
      "editor.foreground": hex("--ink"),
      "editorLineNumber.foreground": hex("--ink-3"),
      "editorLineNumber.activeForeground": hex("--ink"),
      "editor.lineHighlightBackground": hex("--accent-soft"),
      "editor.lineHighlightBorder": "#00000000",
      "editorError.foreground": hex("--conflict"),
      "editorWarning.foreground": hex("--bound"),
      "editorWidget.background": hex("--surface"),
      "editorHoverWidget.background": hex("--surface"),
      "editorSuggestWidget.background": hex("--surface"),
      "editorBracketHighlight.foreground1": hex("--ink"),
      "editorBracketHighlight.foreground2": hex("--ink"),
      "editorBracketHighlight.foreground3": hex("--ink"),
      "editorBracketHighlight.unexpectedBracket.foreground": hex("--ink"),
      focusBorder: hex("--focus"),
    },
  });
  monaco.editor.setTheme(OWNER);
}

/** #fff as #ffffff: Monaco knows the long form only. */
function full(colour: string): string {
  return colour.length === 4 ? `#${[...colour.slice(1)].map((c) => c + c).join("")}` : colour;
}
