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
import type { TextNews } from "../../protocol.js";
import type { EditorHandle, EditorHooks, EditorInput } from "./editor.js";

const OWNER = "dancecard";
/** Longer texts get no folding and no formatting: both would need the whole of it on the main thread. */
const LARGE = 1_000_000;

self.MonacoEnvironment = {
  getWorker: (_: string, label: string) => (label === "json" ? new JsonWorker() : new EditorWorker()),
};

/** The text stays while the editor is away; numbers tell which event it belongs to, and which state of its text it is. */
interface Kept {
  opened: number;
  serial: number;
  model: monaco.editor.ITextModel;
  view: monaco.editor.ICodeEditorViewState | null;
  editor: monaco.editor.IStandaloneCodeEditor | null;
  /** Changes made elsewhere come into view. */
  shows: boolean;
  /** True while changes come from elsewhere: they are not told back. */
  following: boolean;
}
let kept: Kept | null = null;

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
    const { text, serial } = await input.text();
    if (!wanted()) return null;
    kept?.model.dispose();
    const model = monaco.editor.createModel(text, "json");
    kept = { opened: input.opened, serial, model, view: null, editor: null, shows: false, following: false };
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
  mine.editor = editor;
  mine.shows = input.shows;
  if (mine.view) editor.restoreViewState(mine.view);
  if (input.shows) showRules(editor, model);
  // The event was changed elsewhere between two keys: the text is taken anew, and the last key is lost.
  const takeAnew = async (): Promise<void> => {
    const { text, serial } = await input.text();
    if (model.isDisposed()) return;
    mine.serial = serial;
    following(mine, () => model.setValue(text));
  };
  if (mine.serial < 0) void takeAnew();
  const { KeyMod, KeyCode } = monaco;
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyZ, hooks.undo);
  editor.addCommand(KeyMod.CtrlCmd | KeyCode.KeyY, hooks.redo);
  editor.addCommand(KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.KeyZ, hooks.redo);
  const listeners = [
    model.onDidChangeContent((event) => {
      if (mine.following) return;
      const changes = event.changes.map(({ rangeOffset, rangeLength, text }) => ({
        offset: rangeOffset,
        length: rangeLength,
        text,
      }));
      void hooks.changed(mine.serial++, changes).then((taken) => (taken ? undefined : takeAnew()));
    }),
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
    setReadOnly(readOnly) {
      editor.updateOptions({ readOnly });
    },
    detach() {
      mine.view = editor.saveViewState();
      mine.editor = null;
      for (const listener of listeners) listener.dispose();
      editor.dispose();
    },
  };
}

/** Takes over what was written into the text elsewhere on the page; the caret goes there when the editor is in use, or beside a form. */
export function follow(opened: number, { serial, batches }: TextNews): void {
  if (kept?.opened !== opened) return;
  const mine = kept;
  const { model, editor } = mine;
  if (mine.serial !== serial - batches.length) {
    // Some change was missed: the text is taken anew when the editor is next shown.
    mine.serial = -1;
    return;
  }
  mine.serial = serial;
  following(mine, () => {
    for (const batch of batches) {
      model.applyEdits(
        batch.map(({ offset, length, text }) => {
          const range = monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
          return { range, text };
        }),
      );
    }
  });
  const last = batches.at(-1)?.at(-1);
  if (!last || !editor || !(mine.shows || editor.hasTextFocus())) return;
  const caret = model.getPositionAt(last.offset + last.text.length);
  editor.setPosition(caret);
  editor.revealPositionInCenterIfOutsideViewport(caret);
}

/** Beside the form the text begins with what the form is about: the last key of that name. */
function showRules(editor: monaco.editor.IStandaloneCodeEditor, model: monaco.editor.ITextModel): void {
  const end = model.getFullModelRange().getEndPosition();
  const found = model.findPreviousMatch('"rules"', end, false, true, null, false);
  if (found) editor.revealLineInCenter(found.range.startLineNumber);
}

function following(mine: Kept, change: () => void): void {
  mine.following = true;
  change();
  mine.following = false;
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
